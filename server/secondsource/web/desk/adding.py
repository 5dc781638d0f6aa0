"""Adding articles: a form that needs no script, and a page that tells how far it is."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from typing import Any

import marshmallow as ma
from flask import abort, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from secondsource.api.admin import gate
from secondsource.api.admin.ingest import IngestAsked, ask
from secondsource.api.admin.jobs import JobAsked, job_shown
from secondsource.factbase.current import session
from secondsource.factbase.models import Role
from secondsource.moderating.tokens import csrf_of
from secondsource.web.desk.blueprint import blueprint, want

STALE = "This page is older than your session. Nothing was sent; send it again."
ABOUT = ("url", "outlet", "title", "published")  # what a person says of a pasted article
LABELS = {
    "addresses": "Addresses",
    "text": "Text",
    "url": "Its address",
    "outlet": "Outlet",
    "title": "Title",
    "published": "Day",
    "story": "Story",
}


@blueprint.get("/add")
def add() -> str:
    """The form."""
    want(Role.MODERATOR)
    return render_template("desk/add.html", given={}, problems={})


@blueprint.post("/add")
def take_articles() -> ResponseReturnValue:
    """Ask for what was filled in, and show how far it is; or the form again, with what is wrong in it."""
    want(Role.MODERATOR)
    given = {name: request.form.get(name, "").replace("\r\n", "\n") for name in LABELS}
    wanted = csrf_of(gate.session_of(request)).encode()
    if not hmac.compare_digest(request.form.get("csrf", "").encode("utf-8", "surrogatepass"), wanted):
        return render_template("desk/add.html", given=given, problems={"": STALE}), 403
    try:
        asked = IngestAsked().load(_asked(given))
    except ma.ValidationError as error:
        problems = dict(_problems(error.messages))
        return render_template("desk/add.html", given=given, problems=problems), 422
    return redirect(url_for("desk.adding", job_id=ask(asked, g.moderator.name)), 303)


@blueprint.get("/add/<job_id>")
def adding(job_id: str) -> str:
    """How far it is, and what became of each article: a page of all, or of those with one result."""
    try:
        asked = JobAsked(exclude=("limit",)).load(request.args.to_dict())
    except ma.ValidationError:
        abort(404)
    told = job_shown(session(), job_id, **asked)
    if told is None:
        abort(404)
    shown = {"result": str(asked.get("result", "")), "after": asked.get("after")}
    ended = told["ended_at"] is not None
    return render_template("desk/adding.html", told=told, asked=shown, ended=ended)


def _asked(given: Mapping[str, str]) -> dict[str, Any]:
    """What the API would be sent; fields that are left empty say nothing."""
    asked: dict[str, Any] = {"addresses": [line.strip() for line in given["addresses"].splitlines() if line.strip()]}
    if given["story"].strip():
        asked["story"] = given["story"].strip()
    if given["text"].strip():
        about = {name: given[name].strip() for name in ABOUT if given[name].strip()}
        kind = "html" if given["text"].lstrip().startswith("<") else "text"
        asked["articles"] = [{kind: given["text"]} | about]
    return asked


def _problems(messages: Any, field: str = "") -> Any:
    """What is wrong, by the form's field."""
    if isinstance(messages, Mapping):
        for name, inner in messages.items():
            known = "text" if name in ("html", "articles") else str(name)
            yield from _problems(inner, known if known in LABELS else field)
    else:
        yield field, " ".join(map(str, messages))
