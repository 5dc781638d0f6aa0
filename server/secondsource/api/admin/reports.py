"""What readers reported, for moderators to read and close."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import marshmallow as ma
from flask import Response
from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from secondsource.api.admin.etags import State, Stated, answer, listed, stated
from secondsource.api.admin.gate import blueprint, signed
from secondsource.api.pages import Listing, Numbered, newest_first
from secondsource.api.problems import not_found
from secondsource.api.reports import ReportShown
from secondsource.factbase.current import session
from secondsource.factbase.models import About, Report, Role, Ruling
from secondsource.moderating.history import last_on


class ReportsAsked(Numbered):
    """Which reports."""

    note = ma.fields.String(metadata={"description": "Only those on the annotation with this id"})
    closed = ma.fields.Boolean(metadata={"description": "Only those that were closed, or were not"})


class ReportState(ReportShown, Stated):
    """A report, and whether it was dealt with."""

    closed = ma.fields.Boolean()


class ReportStates(Listing):
    """A page of reports."""

    items = ma.fields.List(ma.fields.Nested(ReportState))


def report_states(session: Session, reports: Sequence[Report]) -> list[State]:
    """Reports as JSON, each with its tag."""
    ids = [report.id for report in reports]
    decided = last_on(session, ids)
    closed = set(session.scalars(select(Ruling.key).where(Ruling.key.in_(ids), Ruling.about == About.REPORT)))
    schema = ReportShown()
    return [
        stated(schema.dump(report) | {"closed": report.id in closed}, decided.get(report.id, 0)) for report in reports
    ]


def report_state(session: Session, report_id: str) -> State | None:
    """A report as JSON, with its tag."""
    reports = session.scalars(select(Report).where(Report.id == report_id)).all()
    return next(iter(report_states(session, reports)), None)


@blueprint.get("/reports")
@signed(Role.REPORTER)
@blueprint.arguments(ReportsAsked, location="query")
@blueprint.response(200, ReportStates)
def list_reports(asked: dict[str, Any]) -> Response:
    """List what readers reported, the newest first."""
    query = select(Report)
    if "note" in asked:
        query = query.where(Report.note == asked["note"])
    if "closed" in asked:
        closed = exists().where(Ruling.key == Report.id, Ruling.about == About.REPORT)
        query = query.where(closed if asked["closed"] else ~closed)
    page = newest_first(session(), query, Report.number, asked)
    return listed(report_states(session(), page["items"]), page["next"])


@blueprint.get("/reports/<report_id>")
@signed(Role.REPORTER)
@blueprint.response(200, ReportState)
@blueprint.alt_response(404, response="NOT_FOUND")
def get_report(report_id: str) -> Response:
    """Give one report."""
    state = report_state(session(), report_id)
    if state is None:
        not_found("There is no report with this id; only the newest are kept.")
    return answer(state)
