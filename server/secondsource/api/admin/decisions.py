"""Decisions: taken on a state that the moderator saw, undone, and on record. Every judgement goes this one way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import marshmallow as ma
from flask import Response, g
from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from secondsource.api.admin.decision_states import DecisionState, decision_state, decision_states, shown
from secondsource.api.admin.etags import answer, listed, stale, wants_tag
from secondsource.api.admin.gate import blueprint, on_a_state, signed
from secondsource.api.admin.replays import PARAMETER, answer_once, answered_before
from secondsource.api.admin.states import state_of
from secondsource.api.fields import PlainText
from secondsource.api.pages import Listing, Numbered, newest_first
from secondsource.api.problems import not_found, problem
from secondsource.factbase.current import base, session
from secondsource.factbase.models import Action, Claim, Decision, DecisionContent, Moderator, Role
from secondsource.factbase.rulings import is_orphaned
from secondsource.factbase.sessions import writing
from secondsource.moderating.actions import ACTIONS
from secondsource.moderating.decisions import (
    AlreadyUndoneError,
    BadChangeError,
    NoSuchTargetError,
    NotUndoableError,
    decide,
    root,
    undo,
)
from secondsource.moderating.previews import Preview, preview

MAX_REASON = 2_000
GONE = "There is no {} with this id; a decision or a rebuild may have replaced it."
JUDGED = [str(action) for action in ACTIONS]
CHANGES = {type(rule.change).__name__: rule.change for rule in ACTIONS.values()}
CHANGE = {
    "description": "What it sets. "
    + ", ".join(f"{action}: {type(rule.change).__name__}" for action, rule in ACTIONS.items() if rule.change.fields)
    + "; nothing for all others",
    "anyOf": [{"$ref": f"#/components/schemas/{name}"} for name in CHANGES],
}


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


class PreviewAsked(ma.Schema):
    """What a moderator may be about to decide."""

    action = ma.fields.String(required=True, validate=ma.validate.OneOf(JUDGED))
    target = PlainText(64, 1, required=True, metadata={"description": "The id of what it is about"})
    change = ma.fields.Dict(keys=ma.fields.String(), load_default=dict, metadata=CHANGE)


class UndoTaken(ma.Schema):
    """Why a decision is taken back."""

    reason = PlainText(MAX_REASON, load_default="")


class DecisionsAsked(Numbered):
    """Which decisions."""

    target = ma.fields.String(metadata={"description": "Only those on what has this id"})
    action = ma.fields.Enum(Action, by_value=True)
    moderator = ma.fields.String(metadata={"description": "Only those of the moderator with this name"})
    orphaned = ma.fields.Boolean(metadata={"description": "Only those whose words are gone, or are not"})
    fact = ma.fields.String(metadata={"description": "Only those on any claim of the fact with this id, or on itself"})


class AuditAsked(DecisionsAsked):
    """Which part of the record."""

    since = ma.fields.AwareDateTime(metadata={"description": "Only what was decided from this moment on"})
    until = ma.fields.AwareDateTime(metadata={"description": "Only what was decided before this moment"})


class DecisionMade(ma.Schema):
    """A decision, and what has become of what it was on."""

    decision = ma.fields.Nested(DecisionState)
    now = ma.fields.Dict(allow_none=True, metadata={"description": "The target's new state; null when it is gone"})


class ClaimPreviewed(ma.Schema):
    """A claim as it is or would be."""

    content = ma.fields.String()
    outlet = ma.fields.String()
    subject = ma.fields.String()
    value = ma.fields.String()
    exact = ma.fields.String()
    passage = ma.fields.String()


class FactPreviewed(ma.Schema):
    """A fact as it is or would be."""

    id = ma.fields.String()
    kind = ma.fields.String()
    label = ma.fields.String()
    status = ma.fields.String()
    claims = ma.fields.List(ma.fields.Nested(ClaimPreviewed))


class LooksShown(ma.Schema):
    """The facts that differ, and how many pairs of wordings stand how, as readers see them."""

    facts = ma.fields.List(ma.fields.Nested(FactPreviewed))
    relations = ma.fields.Dict(keys=ma.fields.String(), values=ma.fields.Integer())


class PreviewShown(ma.Schema):
    """What a decision would change."""

    before = ma.fields.Nested(LooksShown)
    after = ma.fields.Nested(LooksShown)


class DecisionsListed(Listing):
    """A page of decisions."""

    items = ma.fields.List(ma.fields.Nested(DecisionState))


@blueprint.get("/decisions")
@signed(Role.REPORTER)
@blueprint.arguments(DecisionsAsked, location="query")
@blueprint.response(200, DecisionsListed)
def list_decisions(asked: dict[str, Any]) -> Response:
    """List what moderators decided about stories, the newest first; not what was done to moderators."""
    return _page(_asked_for(asked).where(Decision.action.in_([*ACTIONS, Action.UNDO])), asked)


@blueprint.get("/audit")
@signed(Role.MODERATOR)
@blueprint.arguments(AuditAsked, location="query")
@blueprint.response(200, DecisionsListed)
def list_audit(asked: dict[str, Any]) -> Response:
    """List everything on record, the newest first: who, when, what, on what, before, after and why."""
    return _page(_asked_for(asked), asked)


@blueprint.get("/decisions/<decision_id>")
@signed(Role.REPORTER)
@blueprint.response(200, DecisionState)
@blueprint.alt_response(404, response="NOT_FOUND")
def get_decision(decision_id: str) -> Response:
    """Give one decision."""
    state = decision_state(session(), decision_id)
    if state is None:
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
    )


@blueprint.post("/decisions/preview")
@signed(Role.MODERATOR)
@blueprint.arguments(PreviewAsked)
@blueprint.response(200, PreviewShown)
@blueprint.alt_response(404, response="NOT_FOUND")
def post_preview(asked: dict[str, Any]) -> Preview | Response:
    """Say what a decision would change, without taking it."""
    action = Action(asked["action"])
    try:
        with writing(base()) as writes:
            return preview(writes, g.moderator.id, action, asked["target"], asked["change"])
    except NoSuchTargetError:
        return problem(404, GONE.format(ACTIONS[action].needs))
    except BadChangeError as error:
        return _not_so(error)


@blueprint.post("/decisions/<decision_id>/undo")
@signed(Role.MODERATOR)
@on_a_state(PARAMETER)
@blueprint.arguments(UndoTaken)
@blueprint.response(201, DecisionMade)
@blueprint.alt_response(409, response="CONFLICT")
def post_undo(taken: dict[str, Any], decision_id: str) -> Response:
    """Take a decision back. That is a decision too, and can itself be undone."""
    return _judge("decision", decision_id, lambda writes: undo(writes, g.moderator.id, decision_id, taken["reason"]))


def _judge(about: str, target: str, judge: Callable[[Session], Decision]) -> Response:
    """Let a moderator judge on the state that the request names: all in one transaction, or nothing."""
    refused = wants_tag()
    if refused is not None:
        return refused
    try:
        with writing(base()) as writes:
            before = answered_before(writes)
            if before is not None:
                return before
            seen = state_of(writes, about, target)
            if seen is None:
                raise NoSuchTargetError(target)
            refused = stale(seen)
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
        return _not_so(error)


def _not_so(error: BadChangeError) -> Response:
    field = f"change.{error.field}"
    return problem(422, f"{field}: {error.sentence}", [{"field": field, "detail": error.sentence}])


def _made(writes: Session, decision: Decision) -> dict[str, Any]:
    """A decision just taken, and how what it is in the end about now stands."""
    first = root(writes, decision)
    now = state_of(writes, ACTIONS[Action(first.action)].needs, first.target)
    return {"decision": decision_state(writes, decision.id), "now": now}


def _page(query: Select[Decision], asked: dict[str, Any]) -> Response:
    page = newest_first(session(), query, Decision.number, asked)
    return listed(decision_states(session(), page["items"]), page["next"])


def _asked_for(asked: dict[str, Any]) -> Select[Decision]:
    """The decisions that a request asks for."""
    query = shown()
    wanted: dict[str, Callable[[Any], ColumnElement[bool]]] = {
        "target": lambda target: Decision.target == target,
        "action": lambda action: Decision.action == action,
        "moderator": lambda name: Decision.moderator.has(Moderator.name == name),
        "fact": _on_fact,
        "orphaned": lambda wanted: is_orphaned() if wanted else ~is_orphaned(),
        "since": lambda moment: Decision.decided_at >= moment,
        "until": lambda moment: Decision.decided_at < moment,
    }
    for name, condition in wanted.items():
        if name in asked:
            query = query.where(condition(asked[name]))
    return query


def _on_fact(fact_id: str) -> ColumnElement[bool]:
    """Decisions on any of a fact's claims: those on their relations and on the fact are."""
    contents = select(Claim.content).where(Claim.fact_id == fact_id)
    return Decision.id.in_(select(DecisionContent.decision_id).where(DecisionContent.content.in_(contents)))
