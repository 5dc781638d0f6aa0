"""What a decision would do: it is taken, looked at, and taken back before anybody sees it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload, with_expression

from secondsource.factbase.models import Action, Article, Claim, Fact, Relation
from secondsource.factbase.rulings import Status, fact_status, is_hidden, relation_status
from secondsource.moderating.actions import ACTIONS
from secondsource.moderating.changes import BadChangeError
from secondsource.moderating.decisions import decide


@dataclass(frozen=True, slots=True)
class Looks:
    """Some stories' facts that a decision changes, and how many pairs of wordings stand how, as readers see them."""

    facts: tuple[dict[str, Any], ...]
    relations: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Preview:
    """Before and after."""

    before: Looks
    after: Looks


def preview(
    session: Session, moderator_id: int, action: Action, target: str, change: Mapping[str, Any] | None = None
) -> Preview:
    """What a decision would change; the session must be one for writing. Raises what `decide` raises."""
    rule = ACTIONS.get(action)
    if rule is None:
        raise BadChangeError("action", f"{action} is not decided like this.")
    stories = rule.look(session, target, rule.checked(change)).stories
    facts, relations = _facts(session, stories), _relations(session, stories)
    trial = session.begin_nested()
    try:
        decide(session, moderator_id, action, target, "", change)
        facts_then, relations_then = _facts(session, stories), _relations(session, stories)
    finally:
        trial.rollback()
        session.expire_all()
    return Preview(Looks(_but(facts, facts_then), relations), Looks(_but(facts_then, facts), relations_then))


def _but(facts: Mapping[str, dict[str, Any]], others: Mapping[str, dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    return tuple(fact for fact_id, fact in facts.items() if others.get(fact_id) != fact)


def _facts(session: Session, stories: Collection[str]) -> dict[str, dict[str, Any]]:
    claims = selectinload(Fact.claims).joinedload(Claim.article).joinedload(Article.outlet)
    query = select(Fact).where(Fact.story_id.in_(stories)).order_by(Fact.id)
    query = query.options(claims, with_expression(Fact.status, fact_status()))
    found = session.scalars(query.execution_options(populate_existing=True))
    return {fact.id: _fact(fact) for fact in found}


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "kind": fact.kind,
        "label": fact.label,
        "status": fact.status,
        "claims": [
            {
                "content": claim.content,
                "outlet": claim.article.outlet.name,
                "subject": claim.subject,
                "value": claim.value,
                "exact": claim.exact,
                "passage": claim.passage,
            }
            for claim in fact.claims
        ],
    }


def _relations(session: Session, stories: Collection[str]) -> dict[str, int]:
    query = select(Relation.stance, func.count(Relation.pair_id.distinct())).join(Relation.a).join(Claim.fact)
    query = query.where(Relation.story_id.in_(stories), relation_status() != Status.REJECTED, ~is_hidden())
    return dict(Counter(dict(session.execute(query.group_by(Relation.stance)).all())))
