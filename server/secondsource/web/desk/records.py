"""What was decided, by whom and why; what readers reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import abort, render_template, request
from sqlalchemy import Select, exists, select
from sqlalchemy.orm import InstrumentedAttribute

from secondsource.api.admin.decision_states import shown
from secondsource.api.admin.records import on_fact
from secondsource.api.admin.reports import report_states
from secondsource.factbase.current import session
from secondsource.factbase.models import Action, Decision, Fact, Moderator, Report, Role, Ruling
from secondsource.factbase.rulings import is_orphaned
from secondsource.web.desk.blueprint import blueprint, want
from secondsource.web.desk.decided import decided

PAGE = 50


@blueprint.get("/audit")
def audit() -> str:
    """Every decision, the newest first; for moderators, as in the API."""
    want(Role.MODERATOR)
    who, action, orphaned, fact = (request.args.get(name, "") for name in ("who", "action", "orphaned", "fact"))
    query = shown()
    if who:
        query = query.join(Decision.moderator).where(Moderator.name == who)
    if action:
        query = query.where(Decision.action == action)
    if orphaned:
        query = query.where(is_orphaned())
    if fact:
        query = query.where(on_fact(fact))
    found, more = _page(query, Decision.number)
    names = session().scalars(select(Moderator.name).order_by(Moderator.name)).all()
    asked = {"who": who or None, "action": action or None, "orphaned": orphaned or None, "fact": fact or None}
    return render_template(
        "desk/audit.html",
        decisions=decided(session(), found),
        next=more,
        asked=asked,
        fact=session().get(Fact, fact) if fact else None,
        names=names,
        actions=sorted(Action),
    )


@blueprint.get("/reports")
def reports() -> str:
    """What readers reported, open or closed, the newest first."""
    closed = request.args.get("closed", "") == "yes"
    ruled = exists(select(Ruling.key).where(Ruling.key == Report.id, Ruling.action == Action.CLOSE_REPORT))
    found, more = _page(select(Report).where(ruled if closed else ~ruled), Report.number)
    tags = {state["id"]: state["etag"] for state in report_states(session(), found)}
    return render_template("desk/reports.html", reports=found, tags=tags, next=more, closed=closed)


def _page(query: Select[Any], number: InstrumentedAttribute[int]) -> tuple[Sequence[Any], int | None]:
    """The page of a list that the address asks for, and where the next one begins."""
    after = request.args.get("after", "")
    if after:
        if not (after.isascii() and after.isdigit() and len(after) < 19):
            abort(404)
        query = query.where(number < int(after))
    rows = session().scalars(query.order_by(number.desc()).limit(PAGE + 1)).unique().all()
    found = rows[:PAGE]
    return found, getattr(found[-1], number.key) if len(rows) > len(found) else None
