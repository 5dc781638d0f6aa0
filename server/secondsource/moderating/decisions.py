"""Moderators' decisions: taken, kept for ever, undone by another one."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload

from secondsource.factbase.models import (
    Action,
    Article,
    Claim,
    Decision,
    DecisionContent,
    Fact,
    Relation,
    Story,
)
from secondsource.factbase.moments import now
from secondsource.factbase.rulings import settle, standing, with_undos


class NoSuchTargetError(LookupError):
    """What a decision is to be about is not in the base."""


class AlreadyUndoneError(ValueError):
    """The decision to undo does not stand any more."""


class BadChangeError(ValueError):
    """A change that the action does not know, by its field, with a sentence that says what is wrong."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field, self.sentence = field, sentence


def decide(
    session: Session,
    moderator_id: int,
    action: Action,
    target: str,
    reason: str,
    change: Mapping[str, Any] | None = None,
) -> Decision:
    """Keep a decision with what it was taken on, and put it in force; raises NoSuchTargetError, BadChangeError."""
    if change:
        raise BadChangeError(min(change), f"{action} sets nothing.")
    claims, seen = _on_fact(session, target) if action is Action.HIDE_FACT else _on_relation(session, target)
    contents = sorted({claim.content for claim in claims})
    snapshot = seen | {"claims": [_words(claim) for claim in claims]}
    decision = _keep(session, moderator_id, action, target, reason, snapshot, contents)
    settle(session, {target, *contents})
    return decision


def undo(session: Session, moderator_id: int, decision_id: str, reason: str) -> Decision:
    """Take a standing decision back by another one; raises NoSuchTargetError, AlreadyUndoneError."""
    undone = session.scalars(select(Decision).where(Decision.id == decision_id)).first()
    if undone is None:
        raise NoSuchTargetError(decision_id)
    if undone not in standing(with_undos(session, Decision.id == undone.id)):
        raise AlreadyUndoneError(decision_id)
    contents = [content.content for content in undone.contents]
    snapshot = {"undone": {"action": undone.action, "target": undone.target, "reason": undone.reason}}
    decision = _keep(session, moderator_id, Action.UNDO, undone.id, reason, snapshot, contents)
    settle(session, {_root(session, undone).target, *contents})
    return decision


def _keep(
    session: Session,
    moderator_id: int,
    action: Action,
    target: str,
    reason: str,
    snapshot: dict[str, Any],
    contents: Iterable[str],
) -> Decision:
    decision = Decision(
        id=uuid.uuid4().hex,
        action=action,
        target=target,
        reason=reason,
        moderator_id=moderator_id,
        decided_at=now(),
        snapshot=snapshot,
        contents=[DecisionContent(content=content) for content in contents],
    )
    session.add(decision)
    session.flush()
    return decision


def _on_relation(session: Session, pair_id: str) -> tuple[list[Claim], dict[str, Any]]:
    """The claims that stand in a relation, wherever it occurs, and what it says."""
    query = select(Relation).where(Relation.pair_id == pair_id).order_by(Relation.id)
    relations = session.scalars(query).all()
    if not relations:
        raise NoSuchTargetError(pair_id)
    first = relations[0]
    ids = {claim_id for relation in relations for claim_id in (relation.a_id, relation.b_id)}
    seen = {"story": _story(first.story), "relation": {"stance": first.stance, "reason": first.reason}}
    return _claims(session, Claim.id.in_(ids)), seen


def _on_fact(session: Session, fact_id: str) -> tuple[list[Claim], dict[str, Any]]:
    """A fact's claims, and what it is called."""
    fact = session.get(Fact, fact_id)
    if fact is None:
        raise NoSuchTargetError(fact_id)
    seen = {"story": _story(fact.story), "fact": {"kind": fact.kind, "label": fact.label}}
    return _claims(session, Claim.fact_id == fact_id), seen


def _claims(session: Session, wanted: ColumnElement[bool]) -> list[Claim]:
    query = select(Claim).where(wanted).options(joinedload(Claim.article).joinedload(Article.outlet))
    return list(session.scalars(query.order_by(Claim.id)))


def _story(story: Story) -> dict[str, str]:
    return {"id": story.id, "title": story.title}


def _words(claim: Claim) -> dict[str, Any]:
    """A claim as the moderator saw it, enough to find its words again in another version of the article."""
    return {
        "article": claim.article_id,
        "outlet": claim.article.outlet.name,
        "url": claim.article.url,
        "version": claim.version_id,
        "content": claim.content,
        "subject": claim.subject,
        "property": claim.property,
        "value": claim.value,
        "exact": claim.exact,
        "start": claim.start,
        "passage": claim.passage,
        "passage_start": claim.passage_start,
    }


def _root(session: Session, decision: Decision) -> Decision:
    """What a decision, an undo, or an undo of an undo is in the end about."""
    while decision.action == Action.UNDO:
        decision = session.scalars(select(Decision).where(Decision.id == decision.target)).one()
    return decision
