"""What was decided: on stories, and, in the audit, everything that is on record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import marshmallow as ma
from flask import Response
from sqlalchemy import ColumnElement, Select, or_, select

from secondsource.api.admin.decision_states import DecisionState, decision_states, shown
from secondsource.api.admin.etags import listed
from secondsource.api.admin.gate import blueprint, signed
from secondsource.api.pages import Listing, Numbered, newest_first
from secondsource.factbase.current import session
from secondsource.factbase.models import Action, Claim, Decision, DecisionContent, Moderator, Role
from secondsource.factbase.rulings import is_orphaned
from secondsource.moderating.actions import ACTIONS


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
        "fact": on_fact,
        "orphaned": lambda wanted: is_orphaned() if wanted else ~is_orphaned(),
        "since": lambda moment: Decision.decided_at >= moment,
        "until": lambda moment: Decision.decided_at < moment,
    }
    for name, condition in wanted.items():
        if name in asked:
            query = query.where(condition(asked[name]))
    return query


def on_fact(fact_id: str) -> ColumnElement[bool]:
    """Decisions on a fact or any of its claims, as those on their relations are."""
    contents = select(Claim.content).where(Claim.fact_id == fact_id)
    touching = select(DecisionContent.decision_id).where(DecisionContent.content.in_(contents))
    return or_(Decision.target == fact_id, Decision.id.in_(touching))
