"""What is in force that reading and reconciling heed: marks, origins, corrections, merges and splits."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from secondsource.factbase.lookups import chunks
from secondsource.factbase.models import (
    About,
    Action,
    Article,
    Carrier,
    Decision,
    DecisionContent,
    Passage,
    Ruling,
    Version,
)
from secondsource.reconciling import Correction, Grouping, Ruled, carry_out


def marks_on(session: Session, contents: Collection[str]) -> dict[str, bool]:
    """Which of some passages, by content, moderators said are furniture or are not."""
    return {key: change["furniture"] for key, _, change in _ruled(session, About.PASSAGE, contents)}


def marks_in(session: Session, story_id: str) -> dict[str, bool]:
    """The same of all the passages of a story."""
    query = select(Ruling.key, Ruling.change).join(Passage, Passage.content == Ruling.key)
    query = query.join(Version, Version.id == Passage.version_id).join(Article, Article.id == Version.article_id)
    found = session.execute(query.where(Ruling.about == About.PASSAGE, Article.story_id == story_id))
    return {key: change["furniture"] for key, change in found}


def origins_of(session: Session, article_ids: Collection[str]) -> dict[str, str]:
    """The origins that moderators gave to some articles."""
    return {key: change["origin"] for key, _, change in _ruled(session, About.ORIGIN, article_ids)}


def corrections_of(session: Session, contents: Collection[str]) -> dict[str, Correction]:
    """What moderators put right in claims of some contents, or withdrew."""
    return {key: _correction(action, change) for key, action, change in _ruled(session, About.CLAIM, contents)}


def grouping_of(session: Session, story_id: str) -> Grouping:
    """What a story's merges and splits of facts come to."""
    carriers = select(Carrier.content, Carrier.carrier).where(Carrier.story_id == story_id)
    carrier = dict(session.execute(carriers).all())
    if not carrier:
        return Grouping()
    touching = select(DecisionContent.decision_id).join(Carrier, Carrier.content == DecisionContent.content)
    query = select(Decision).join(Ruling, Ruling.decision_id == Decision.id).options(selectinload(Decision.contents))
    query = query.where(Ruling.about == About.GROUP, Decision.id.in_(touching.where(Carrier.story_id == story_id)))
    found = session.scalars(query.order_by(Decision.number))
    return carry_out(_parts(decision, carrier) for decision in found)


def groupings_of(session: Session, story_ids: Sequence[str]) -> dict[str, Grouping]:
    """The same of several stories, most of which have none."""
    decided = set(session.scalars(select(Carrier.story_id).where(Carrier.story_id.in_(story_ids)).distinct()))
    return {one: grouping_of(session, one) if one in decided else Grouping() for one in story_ids}


def _parts(decision: Decision, carrier: Mapping[str, str]) -> Ruled:
    contents = {content.content for content in decision.contents}
    apart = set(decision.change["apart"]) if decision.action == Action.SPLIT_FACT else set()
    parts = (apart, contents - apart)
    return Ruled(tuple(frozenset(carrier.get(one, one) for one in part) for part in parts if part))


def _correction(action: str, change: Mapping[str, Any]) -> Correction:
    if action == Action.WITHDRAW_CLAIM:
        return Correction(withdrawn=True)
    span = (change["start"], change["end"]) if "start" in change else None
    return Correction(subject=change.get("subject"), value=change.get("value"), span=span)


def _ruled(session: Session, about: About, keys: Collection[str]) -> list[tuple[str, str, dict[str, Any]]]:
    if session.scalar(select(Ruling.key).where(Ruling.about == about).limit(1)) is None:
        return []  # of thousands of keys that need not be asked for
    query = select(Ruling.key, Ruling.action, Ruling.change).where(Ruling.about == about)
    return [row for chunk in chunks(sorted(keys)) for row in session.execute(query.where(Ruling.key.in_(chunk)))]
