"""What was decided, by whom and why; what readers reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import abort, render_template, request, url_for
from sqlalchemy import Select, exists, select
from sqlalchemy.orm import InstrumentedAttribute

from secondsource.factbase.current import session
from secondsource.factbase.models import Action, Decision, Moderator, Report, Ruling
from secondsource.web.desk.blueprint import blueprint
from secondsource.web.desk.facts import with_moderator

PAGE = 50
PAGES = {
    "fact": ("desk.fact", "fact_id"),
    "article": ("desk.article", "article_id"),
    "story": ("desk.story", "story_id"),
}


@blueprint.get("/audit")
def audit() -> str:
    """Every decision, the newest first."""
    who, action = (request.args.get(name, "") for name in ("who", "action"))
    query = select(Decision).options(*with_moderator())
    if who:
        query = query.join(Decision.moderator).where(Moderator.name == who)
    if action:
        query = query.where(Decision.action == action)
    found, more = _page(query, Decision.number)
    names = session().scalars(select(Moderator.name).order_by(Moderator.name)).all()
    asked = {"who": who or None, "action": action or None}
    return render_template(
        "desk/audit.html",
        decisions=[(decision, subject_of(decision)) for decision in found],
        next=more,
        asked=asked,
        names=names,
        actions=sorted(Action),
    )


@blueprint.get("/reports")
def reports() -> str:
    """What readers reported, open or closed, the newest first."""
    closed = request.args.get("closed", "") == "yes"
    ruled = exists(select(Ruling.key).where(Ruling.key == Report.id, Ruling.action == Action.CLOSE_REPORT))
    found, more = _page(select(Report).where(ruled if closed else ~ruled), Report.number)
    return render_template("desk/reports.html", reports=found, next=more, closed=closed)


def subject_of(decision: Decision) -> tuple[str, str]:
    """What a decision was about, in words, and the address of its page; either may be ""."""
    seen = decision.snapshot
    for noun, name in (("fact", "label"), ("article", "outlet"), ("story", "title"), ("report", "fact_label")):
        found = seen.get(noun)
        if isinstance(found, dict) and name in found:
            page = PAGES.get(noun)
            address = url_for(page[0], **{page[1]: found["id"]}) if page and "id" in found else ""
            return str(found[name]), address
    return "", ""


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
