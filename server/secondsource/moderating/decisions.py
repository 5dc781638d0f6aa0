"""Moderators' decisions: taken, kept for ever, undone by another one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from secondsource.factbase.models import Action, Decision
from secondsource.factbase.settling import settle, standing, with_undos
from secondsource.ingesting.carrying import carry_decided
from secondsource.moderating.actions import ACCOUNT_ACTIONS, ACTIONS
from secondsource.moderating.changes import BadChangeError
from secondsource.moderating.effects import take_effect
from secondsource.moderating.recording import record
from secondsource.moderating.targets import NoSuchTargetError

__all__ = [
    "AlreadyUndoneError",
    "BadChangeError",
    "NoSuchTargetError",
    "NotUndoableError",
    "decide",
    "put_in_force",
    "root",
    "undo",
]


class AlreadyUndoneError(ValueError):
    """The decision to undo does not stand any more."""


class NotUndoableError(ValueError):
    """What was decided is taken back otherwise: a token that was revoked stays so."""


def decide(
    session: Session,
    moderator_id: int,
    action: Action,
    target: str,
    reason: str,
    change: Mapping[str, Any] | None = None,
) -> Decision:
    """Keep a decision with what it was taken on, and put it in force; raises NoSuchTargetError, BadChangeError."""
    rule = ACTIONS.get(action)
    if rule is None:
        raise BadChangeError("action", f"{action} is not decided like this.")
    checked = rule.checked(change)
    seen = rule.look(session, target, checked)
    contents = seen.contents()
    decision = record(session, moderator_id, action, target, reason, checked, seen.kept(), contents)
    put_in_force(session, [decision])
    return decision


def undo(session: Session, moderator_id: int, decision_id: str, reason: str) -> Decision:
    """Take a standing decision back by another one; raises NoSuchTargetError, AlreadyUndoneError, NotUndoableError."""
    undone = session.scalars(select(Decision).where(Decision.id == decision_id)).first()
    if undone is None:
        raise NoSuchTargetError(decision_id)
    first = root(session, undone)
    if first.action in ACCOUNT_ACTIONS:
        raise NotUndoableError(decision_id)
    if undone not in standing(with_undos(session, Decision.id == undone.id)):
        raise AlreadyUndoneError(decision_id)
    contents = [content.content for content in undone.contents]
    snapshot = {
        "undone": {
            "action": undone.action,
            "target": undone.target,
            "change": undone.change,
            "reason": undone.reason,
        }
    }
    decision = record(session, moderator_id, Action.UNDO, undone.id, reason, {}, snapshot, contents)
    put_in_force(session, [decision])
    return decision


def put_in_force(session: Session, decisions: Sequence[Decision]) -> None:
    """Settle what is in force now that these decisions are on record, undos too, and let it take effect."""
    about = [root(session, decision) for decision in decisions]
    contents = sorted({content.content for decision in decisions for content in decision.contents})
    carry_decided(session, contents)
    settle(session, {*(first.target for first in about), *contents})
    take_effect(session, about)


def root(session: Session, decision: Decision) -> Decision:
    """What a decision, an undo, or an undo of an undo is in the end about."""
    while decision.action == Action.UNDO:
        decision = session.scalars(select(Decision).where(Decision.id == decision.target)).one()
    return decision
