"""What is in force: a pure function of the decisions, kept in a table so that readers' queries are joins.

The latest decision on a relation, or on a claim's content, wins; an undo takes one decision back, and an undo
may itself be undone. A fact is hidden while any of its claims has a content that a hiding was taken on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, case, delete, exists, insert, or_, select
from sqlalchemy.orm import Session, selectinload

from secondsource.factbase.models import (
    About,
    Action,
    Claim,
    Decision,
    DecisionContent,
    Fact,
    Relation,
    Ruling,
)


class Status(StrEnum):
    """How far moderators have looked at a fact or a relation."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    HIDDEN = "hidden"


ABOUT = {
    Action.CONFIRM_RELATION: About.RELATION,
    Action.REJECT_RELATION: About.RELATION,
    Action.HIDE_FACT: About.FACT,
}

STATUS = {
    Action.CONFIRM_RELATION: Status.CONFIRMED,
    Action.REJECT_RELATION: Status.REJECTED,
}


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """Those of the decisions, in any order, that no standing undo takes back; the oldest first."""
    stand: list[Decision] = []
    undone: set[str] = set()
    for decision in sorted(decisions, key=lambda decision: decision.number, reverse=True):
        if decision.id not in undone:
            stand.append(decision)
            if decision.action == Action.UNDO:
                undone.add(decision.target)
    return stand[::-1]


def keys_of(decision: Decision) -> list[str]:
    """Under which keys a decision rules: a relation's pair id, or the contents of a fact's claims."""
    if ABOUT.get(Action(decision.action)) is About.RELATION:
        return [decision.target]
    return [content.content for content in decision.contents]


def with_undos(session: Session, wanted: ColumnElement[bool]) -> list[Decision]:
    """The wanted decisions, their undos, the undos of those, and so on."""
    found: dict[str, Decision] = {}
    batch: Sequence[Decision] = session.scalars(
        select(Decision).where(wanted).options(selectinload(Decision.contents))
    ).all()
    while batch:
        found |= {decision.id: decision for decision in batch}
        ids = [decision.id for decision in batch]
        undos = select(Decision).where(Decision.action == Action.UNDO, Decision.target.in_(ids))
        batch = session.scalars(undos.options(selectinload(Decision.contents))).all()
    return list(found.values())


def settle(session: Session, keys: Collection[str]) -> None:
    """Bring the rulings under some keys up to date with the decisions."""
    touching = select(DecisionContent.decision_id).where(DecisionContent.content.in_(keys))
    found = with_undos(session, or_(Decision.target.in_(keys), Decision.id.in_(touching)))
    session.execute(delete(Ruling).where(Ruling.key.in_(keys)))
    _insert(session, [row for row in _rows(found) if row["key"] in keys])


def settle_all(session: Session) -> None:
    """Throw all rulings away and make them again from the decisions."""
    query = select(Decision).options(selectinload(Decision.contents))
    session.execute(delete(Ruling))
    _insert(session, _rows(session.scalars(query).all()))


def is_hidden() -> ColumnElement[bool]:
    """For a query of facts: whether moderators hid it."""
    hiding = select(Claim.id).join(Ruling, Ruling.key == Claim.content)
    hiding = hiding.where(Claim.fact_id == Fact.id, Ruling.action == Action.HIDE_FACT)
    return exists(hiding.correlate(Fact))


def fact_status() -> ColumnElement[str]:
    """For a query of facts: hidden, confirmed (a relation of its claims was), or proposed by the program."""
    confirming = select(Relation.id).join(Claim, Claim.id == Relation.a_id).join(Ruling, Ruling.key == Relation.pair_id)
    confirming = confirming.where(Claim.fact_id == Fact.id, Ruling.action == Action.CONFIRM_RELATION)
    confirmed = exists(confirming.correlate(Fact))
    return case((is_hidden(), Status.HIDDEN), (confirmed, Status.CONFIRMED), else_=Status.PROPOSED)


def relation_status() -> ColumnElement[str]:
    """For a query of relations: confirmed, rejected, or proposed by the program."""
    ruled = select(Ruling.action).where(Ruling.key == Relation.pair_id, Ruling.about == About.RELATION)
    return case(STATUS, value=ruled.correlate(Relation).scalar_subquery(), else_=Status.PROPOSED)


def in_force() -> ColumnElement[bool]:
    """For a query of decisions: whether readers see its effect."""
    return exists(select(Ruling.key).where(Ruling.decision_id == Decision.id).correlate(Decision))


def _rows(decisions: Iterable[Decision]) -> list[dict[str, Any]]:
    rows: dict[tuple[str, About], dict[str, Any]] = {}
    for decision in standing(decisions):
        about = ABOUT.get(Action(decision.action))
        if about is None:
            continue
        for key in keys_of(decision):
            rows[key, about] = {
                "key": key,
                "about": about,
                "action": decision.action,
                "decision_id": decision.id,
            }
    return list(rows.values())


def _insert(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        session.execute(insert(Ruling), rows)
