"""Decisions on record, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import marshmallow as ma
from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, with_expression

from secondsource.api.admin.etags import State, Stated, stated
from secondsource.factbase.models import Action, Decision
from secondsource.factbase.rulings import in_force, is_orphaned
from secondsource.factbase.settling import standing, with_undos
from secondsource.moderating.actions import ACCOUNT_ACTIONS, ACTIONS
from secondsource.moderating.before_after import after, before
from secondsource.moderating.history import last_on


class DecisionState(Stated):
    """A decision on record."""

    id = ma.fields.String()
    number = ma.fields.Integer(metadata={"description": "In the order in which they were taken"})
    action = ma.fields.String(validate=ma.validate.OneOf([str(action) for action in Action]))
    target = ma.fields.String()
    about = ma.fields.String(metadata={"description": "What its target is: relation, claim, fact, …, decision"})
    reason = ma.fields.String(metadata={"description": "Empty where one key judged"})
    change = ma.fields.Dict(metadata={"description": "What it sets; {} when nothing"})
    before = ma.fields.Dict(
        metadata={"description": "What each member of `after` was when it was taken; null or [] for nothing"}
    )
    after = ma.fields.Dict(metadata={"description": "The status that it gives, if any, and what it sets"})
    moderator = ma.fields.String(attribute="moderator.name")
    decided_at = ma.fields.AwareDateTime()
    in_force = ma.fields.Boolean(metadata={"description": "Whether readers see its effect"})
    orphaned = ma.fields.Boolean(metadata={"description": "Whether what it was about is gone from all texts"})
    undone = ma.fields.Boolean(metadata={"description": "Whether a standing decision takes it back"})
    undone_by = ma.fields.String(allow_none=True, metadata={"description": "The id of that decision"})
    snapshot = ma.fields.Dict(metadata={"description": "What the moderator saw"})


def decision_states(session: Session, decisions: Sequence[Decision]) -> list[State]:
    """Decisions as JSON, each with its tag, which changes when one is undone or its undo is."""
    ids = [decision.id for decision in decisions]
    undos = {
        decision.target: decision.id
        for decision in standing(with_undos(session, Decision.id.in_(ids)))
        if decision.action == Action.UNDO
    }
    decided = last_on(session, ids)
    schema = DecisionState()
    return [
        stated(
            schema.dump(decision)
            | {"before": before(decision), "after": after(decision), "about": about(decision)}
            | {"undone": decision.id in undos, "undone_by": undos.get(decision.id)},
            decided.get(decision.id, 0),
        )
        for decision in decisions
    ]


def decision_state(session: Session, decision_id: str) -> State | None:
    """A decision as JSON, with its tag."""
    decisions = session.scalars(shown().where(Decision.id == decision_id)).all()
    return next(iter(decision_states(session, decisions)), None)


def about(decision: Decision) -> str:
    """What the target of a decision is the id of."""
    action = Action(decision.action)
    if action is Action.UNDO:
        return "decision"
    return "moderator" if action in ACCOUNT_ACTIONS else str(ACTIONS[action].needs)


@cache  # put together once: that costs more than asking it
def shown() -> Select[Decision]:
    """Decisions with all that is shown of them."""
    query = select(Decision).options(
        joinedload(Decision.moderator),
        with_expression(Decision.in_force, in_force()),
        with_expression(Decision.orphaned, is_orphaned()),
    )
    return query.execution_options(populate_existing=True)
