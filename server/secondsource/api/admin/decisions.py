"""Decisions: taken on a state that the moderator saw, undone, and on record. Every judgement goes this one way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import marshmallow as ma
from flask import Response, g
from sqlalchemy.orm import Session

from secondsource.api.admin.changes import CHANGE, GONE, JUDGED, not_so
from secondsource.api.admin.decision_states import DecisionState, decision_state
from secondsource.api.admin.etags import answer, stale, wants_tag
from secondsource.api.admin.gate import at_least, blueprint, on_a_state, shut_out, signed
from secondsource.api.admin.replays import PARAMETER, answer_once, answered_before
from secondsource.api.admin.states import state_of, states_of
from secondsource.api.fields import PlainText
from secondsource.api.problems import not_found, problem
from secondsource.factbase.current import base, session
from secondsource.factbase.models import Action, Decision, Role
from secondsource.factbase.sessions import writing
from secondsource.moderating.actions import ACTIONS, Needs
from secondsource.moderating.decisions import (
    AlreadyUndoneError,
    BadChangeError,
    NoSuchTargetError,
    NotUndoableError,
    decide,
    root,
    undo,
)

MAX_REASON = 2_000


class DecisionTaken(ma.Schema):
    """What a moderator decides."""

    action = ma.fields.String(required=True, validate=ma.validate.OneOf(JUDGED))
    target = PlainText(64, 1, required=True, metadata={"description": "The id of what it is about"})
    reason = PlainText(
        MAX_REASON,
        load_default="",
        metadata={"description": "May be empty only to confirm, reject or leave a relation, and to close a report"},
    )
    change = ma.fields.Dict(keys=ma.fields.String(), load_default=dict, metadata=CHANGE)

    @ma.validates_schema
    def wants_reason(self, data: dict[str, Any], **_: Any) -> None:
        """What changes more than one judgement needs a reason, which others read later."""
        if ACTIONS[data["action"]].reason_needed and not data["reason"].strip():
            raise ma.ValidationError("It must not be empty.", "reason")


class UndoTaken(ma.Schema):
    """Why a decision is taken back."""

    reason = PlainText(MAX_REASON, load_default="")


class DecisionMade(ma.Schema):
    """A decision, and what has become of what it was on."""

    decision = ma.fields.Nested(DecisionState)
    now = ma.fields.Dict(allow_none=True, metadata={"description": "The target's new state; null when it is gone"})


@blueprint.get("/decisions/<decision_id>")
@signed(Role.REPORTER)
@blueprint.response(200, DecisionState)
@blueprint.alt_response(404, response="NOT_FOUND")
def get_decision(decision_id: str) -> Response:
    """Give one decision."""
    state = decision_state(session(), decision_id)
    if state is None or (state["about"] == "moderator" and not at_least(g.moderator, Role.MODERATOR)):
        not_found("There is no decision with this id.")
    return answer(state)


@blueprint.post("/decisions")
@signed(Role.MODERATOR)
@on_a_state(PARAMETER)
@blueprint.arguments(DecisionTaken)
@blueprint.response(201, DecisionMade)
def post_decision(taken: dict[str, Any]) -> Response:
    """Decide; readers see it on their next request."""
    action, target = Action(taken["action"]), taken["target"]
    return _judge(
        ACTIONS[action].needs,
        target,
        lambda writes: decide(writes, g.moderator.id, action, target, taken["reason"], taken["change"]),
        lambda: ACTIONS[action].others(taken["change"]),
    )


@blueprint.post("/decisions/<decision_id>/undo")
@signed(Role.MODERATOR)
@on_a_state(PARAMETER)
@blueprint.arguments(UndoTaken)
@blueprint.response(201, DecisionMade)
@blueprint.alt_response(409, response="CONFLICT")
def post_undo(taken: dict[str, Any], decision_id: str) -> Response:
    """Take a decision back. That is a decision too, and can itself be undone."""
    return _judge("decision", decision_id, lambda writes: undo(writes, g.moderator.id, decision_id, taken["reason"]))


def _judge(
    about: str,
    target: str,
    judge: Callable[[Session], Decision],
    others: Callable[[], list[tuple[Needs, str]]] = list,
) -> Response:
    """Let a moderator judge on the states that the request names: all in one transaction, or nothing."""
    try:
        named = others()
        refused = wants_tag([f"{needs} {other}" for needs, other in named])
        if refused is not None:
            return refused
        with writing(base()) as writes:
            before = shut_out(writes) or answered_before(writes)
            if before is not None:
                return before
            seen = state_of(writes, about, target)
            if seen is None:
                raise NoSuchTargetError(target)
            refused = stale(seen, states_of(writes, named))
            if refused is not None:
                return refused
            return answer_once(writes, _made(writes, judge(writes)), 201)
    except NoSuchTargetError:
        return problem(404, GONE.format(about))
    except AlreadyUndoneError:
        return problem(409, "This decision was undone before; its undo can be undone.")
    except NotUndoableError:
        return problem(409, "What was done to a moderator or a token is not undone; do what takes it back.")
    except BadChangeError as error:
        return not_so(error)


def _made(writes: Session, decision: Decision) -> dict[str, Any]:
    """A decision just taken, and how what it is in the end about now stands."""
    first = root(writes, decision)
    now = state_of(writes, ACTIONS[Action(first.action)].needs, first.target)
    return {"decision": decision_state(writes, decision.id), "now": now}
