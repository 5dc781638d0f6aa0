"""What is in force (see `settling`): for queries of facts, relations and decisions, and in words for readers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import ColumnElement, Pool, ScalarSelect, and_, case, exists, or_, select
from sqlalchemy.orm import Session, aliased

from secondsource.factbase.models import (
    About,
    Action,
    Article,
    Carrier,
    Claim,
    Decision,
    DecisionContent,
    Fact,
    Passage,
    Relation,
    Report,
    Ruling,
    Story,
)
from secondsource.factbase.settling import ABOUT, BY_CONTENT


class Status(StrEnum):
    """How far moderators have looked at a fact or a relation."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    LEFT = "left"
    DISPUTED = "disputed"
    SETTLED = "settled"
    HIDDEN = "hidden"


OF_RELATION = {
    Action.CONFIRM_RELATION: Status.CONFIRMED,
    Action.REJECT_RELATION: Status.REJECTED,
    Action.LEAVE_RELATION: Status.LEFT,
}
OF_FACT = {Action.DISPUTE_FACT: Status.DISPUTED, Action.SETTLE_FACT: Status.SETTLED}


@dataclass(frozen=True, slots=True)
class FactRuling:
    """What moderators say of a fact; `status` is None where that rests on its relations.

    `label` is what they call it, `wording` how they would put it, `note` and `source` what settled it or why it is in
    dispute.
    """

    status: Status | None = None
    wording: str | None = None
    note: str | None = None
    source: str | None = None
    label: str | None = None


NO_RULING = FactRuling()
ON_FACTS = frozenset({About.LABEL, About.STANDING, About.FACT})
_abouts: WeakKeyDictionary[Pool, tuple[str | None, frozenset[str]]] = WeakKeyDictionary()
_asking = Lock()


def fact_rulings(session: Session, wanted: ColumnElement[bool]) -> dict[str, FactRuling]:
    """What is in force for the wanted facts, by id; facts that nothing was ruled on are left out."""
    query = (
        select(Claim.fact_id, Ruling.about, Ruling.action, Ruling.change)
        .join(Ruling, Ruling.key == Claim.content)
        .join(Fact, Fact.id == Claim.fact_id)
        .where(wanted, Ruling.about.in_(ON_FACTS))
        .order_by(Ruling.number)
    )
    said: dict[str, dict[str, Any]] = {}
    for fact_id, about, action, change in session.execute(query):
        ruled = said.setdefault(fact_id, {})
        if about == About.LABEL:
            ruled |= {"label": change.get("label"), "wording": change.get("wording")}
        elif about == About.FACT:
            ruled["status"] = Status.HIDDEN
        else:
            ruled["status"] = Status.HIDDEN if ruled.get("status") is Status.HIDDEN else OF_FACT[Action(action)]
            ruled |= {"note": change.get("note"), "source": change.get("source")}
    return {fact_id: FactRuling(**ruled) for fact_id, ruled in said.items()}


def abouts_in_force(session: Session, revision: str | None) -> frozenset[str]:
    """What anything is ruled about in a base, which is asked once a revision of it: most often that is little."""
    pool = session.connection().engine.pool
    with _asking:
        kept = _abouts.get(pool)
    if kept is None or kept[0] != revision or revision is None:
        kept = revision, frozenset(session.scalars(select(Ruling.about).distinct()))
        with _asking:
            _abouts[pool] = kept
    return kept[1]


def is_hidden() -> ColumnElement[bool]:
    """For a query of facts: whether moderators hid it."""
    hiding = select(Claim.id).join(Ruling, Ruling.key == Claim.content)
    hiding = hiding.where(Claim.fact_id == Fact.id, Ruling.about == About.FACT)
    return exists(hiding.correlate(Fact))


def fact_status() -> ColumnElement[str]:
    """For a query of facts: hidden, settled, disputed, confirmed (a relation of its claims was), or proposed."""
    confirming = select(Relation.id).join(Claim, Claim.id == Relation.a_id).join(Ruling, Ruling.key == Relation.pair_id)
    confirming = confirming.where(Claim.fact_id == Fact.id, Ruling.action == Action.CONFIRM_RELATION)
    confirmed = exists(confirming.correlate(Fact))
    standing = [(_standing() == action, status) for action, status in OF_FACT.items()]
    return case((is_hidden(), Status.HIDDEN), *standing, (confirmed, Status.CONFIRMED), else_=Status.PROPOSED)


def relation_status() -> ColumnElement[str]:
    """For a query of relations: confirmed, rejected, left alone, or proposed by the program."""
    ruled = select(Ruling.action).where(Ruling.key == Relation.pair_id, Ruling.about == About.RELATION)
    return case(OF_RELATION, value=ruled.correlate(Relation).scalar_subquery(), else_=Status.PROPOSED)


def in_force() -> ColumnElement[bool]:
    """For a query of decisions: whether it has an effect, that is, was neither undone nor replaced by a later one."""
    return exists(select(Ruling.key).where(Ruling.decision_id == Decision.id).correlate(Decision))


def is_orphaned() -> ColumnElement[bool]:
    """For a query of decisions: whether it is in force, and what it was about is in the base no more.

    Of a relation both claims must be there still, of a fact one of its claims.
    """
    contents = select(DecisionContent.content).where(DecisionContent.decision_id == Decision.id)
    carried = exists(select(Carrier.content).where(Carrier.content == DecisionContent.content))
    one_gone = exists(contents.where(~carried).correlate(Decision))
    one_there = exists(contents.where(carried).correlate(Decision))
    lost = [and_(Decision.action.in_(_ruling(About.RELATION)), one_gone)]
    lost.append(and_(Decision.action.in_(_ruling(About.GROUP, *BY_CONTENT)), ~one_there))
    for actions, column in (
        (_ruling(About.PASSAGE), Passage.content),
        ([*_ruling(About.ORIGIN), Action.ASSIGN_ARTICLE], Article.id),
        ([Action.MERGE_STORIES, Action.SPLIT_STORY], Story.id),
        (_ruling(About.REPORT), Report.id),
    ):
        there = exists(select(column).where(column == Decision.target).correlate(Decision))
        lost.append(and_(Decision.action.in_(actions), ~there))
    for action, field in ((Action.ASSIGN_ARTICLE, "story"), (Action.MERGE_STORIES, "into")):
        there = exists(select(Story.id).where(Story.id == Decision.change[field].as_string()).correlate(Decision))
        lost.append(and_(Decision.action == action, ~there))
    return and_(in_force(), or_(*lost))


def _ruling(*about: About) -> list[Action]:
    return [action for action, what in ABOUT.items() if what in about]


def _standing() -> ScalarSelect[str]:
    """For a query of facts: the latest action by which it is disputed or settled."""
    ruled = aliased(Ruling)
    latest = select(ruled.action).join(Claim, Claim.content == ruled.key)
    latest = latest.where(Claim.fact_id == Fact.id, ruled.about == About.STANDING)
    return latest.order_by(ruled.number.desc()).limit(1).correlate(Fact).scalar_subquery()
