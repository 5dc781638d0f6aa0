"""What to look at next, and how much is left."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask import Response, jsonify
from flask_smorest import abort
from sqlalchemy import select
from sqlalchemy.orm import Session

from secondsource.api.admin.etags import State
from secondsource.api.admin.gate import blueprint, signed
from secondsource.api.admin.relations import RelationState, relation_states, shown
from secondsource.api.admin.reports import ReportState, report_states
from secondsource.api.pages import Listing, Paged
from secondsource.factbase.current import session
from secondsource.factbase.models import Relation, Report, Role
from secondsource.moderating.queue import LONGEST_PLACE, queue
from secondsource.moderating.waiting import Why


class QueueAsked(Paged):
    """Which part of the queue."""

    why = ma.fields.Enum(Why, by_value=True, metadata={"description": "Only what waits for this reason"})
    story = ma.fields.String(metadata={"description": "Only what is of the story with this id"})
    after = ma.fields.String(
        validate=ma.validate.Length(1, LONGEST_PLACE),
        metadata={"description": "The `next` of the page before; none for the first"},
    )


class Waiting(ma.Schema):
    """Something to look at: a relation or a report."""

    id = ma.fields.String(metadata={"description": "What to decide on"})
    why = ma.fields.String(validate=ma.validate.OneOf([str(why) for why in Why]))
    readers = ma.fields.Integer(metadata={"description": "How often notes on its story were asked for within a week"})
    etag = ma.fields.String(metadata={"description": "For If-Match"})
    relation = ma.fields.Nested(RelationState, allow_none=True)
    report = ma.fields.Nested(ReportState, allow_none=True)


class Counts(ma.Schema):
    """How much waits, by reason."""

    conflict = ma.fields.Integer()
    report = ma.fields.Integer()
    unsure = ma.fields.Integer()
    read = ma.fields.Integer()


class QueueShown(Listing):
    """A part of the queue, the most urgent first."""

    items = ma.fields.List(ma.fields.Nested(Waiting))
    left = ma.fields.Integer(metadata={"description": "How much waits, of what was asked for"})
    done = ma.fields.Integer(metadata={"description": "How many such relations were decided on and reports closed"})
    counts = ma.fields.Nested(Counts)


def queue_state(session: Session, **asked: Any) -> State:
    """A part of the queue as JSON, each item with its tag; raises ValueError for a place that cannot be."""
    found = queue(session, **asked)
    ids = [item.id for item in found.items]
    relations = session.scalars(shown(Relation.pair_id.in_(ids))).all()
    reports = session.scalars(select(Report).where(Report.id.in_(ids))).all()
    states = {state["id"]: state for state in relation_states(session, relations) + report_states(session, reports)}
    items = []
    for item in found.items:
        state = states[item.id]
        kind = ("report", "relation") if item.why is Why.REPORT else ("relation", "report")
        told = {"id": item.id, "why": item.why, "readers": item.readers, "etag": state["etag"]}
        items.append(told | {kind[0]: state, kind[1]: None})
    return {"items": items, "next": found.next, "left": found.left, "done": found.done, "counts": found.counts}


@blueprint.get("/queue")
@signed(Role.REPORTER)
@blueprint.arguments(QueueAsked, location="query")
@blueprint.response(200, QueueShown)
@blueprint.alt_response(422, response="UNPROCESSABLE_ENTITY")
def get_queue(asked: dict[str, Any]) -> Response:
    """Give what waits: conflicts, reports, what the program is unsure of, what is read much."""
    try:
        return jsonify(queue_state(session(), **asked))
    except ValueError:
        abort(422, messages={"query": {"after": ["Not the `next` of a page of the queue."]}})
        raise
