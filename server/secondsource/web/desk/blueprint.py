"""Who may see the desk's pages, and what all of them share."""

from __future__ import annotations

import math
from typing import Any

from flask import Blueprint, Response, abort, current_app, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import Forbidden, InternalServerError, NotFound

from secondsource.annotating import BusyError
from secondsource.api.admin import gate
from secondsource.api.admin.states import state_of
from secondsource.api.problems import RETRY_SECONDS
from secondsource.factbase.current import session
from secondsource.factbase.models import Article, Moderator, Role
from secondsource.moderating.tokens import csrf_of
from secondsource.web.stories import first_line, shortened

OPEN = {"desk.sign_in", "desk.take_token", "desk.sign_out"}
STORIES = {
    "desk.stories",
    "desk.story",
    "desk.article",
    "desk.readers",
    "desk.add",
    "desk.take_articles",
    "desk.adding",
}
# Each tab: its first page, its name, the pages below it, and the role that it is for.
TABS = (
    ("desk.queue", "Queue", {"desk.queue", "desk.fact"}, Role.REPORTER),
    ("desk.stories", "Stories", STORIES, Role.REPORTER),
    ("desk.reports", "Reports", {"desk.reports"}, Role.REPORTER),
    ("desk.audit", "Audit", {"desk.audit"}, Role.MODERATOR),
    ("desk.moderators", "Moderators", {"desk.moderators"}, Role.ADMINISTRATOR),
)

blueprint = Blueprint("desk", __name__, url_prefix="/admin")


@blueprint.before_request
def want_moderator() -> ResponseReturnValue | None:
    """Ask whoever is not signed in for a token, and come back to the page afterwards."""
    token = gate.signed_token(request)
    g.moderator = None if token is None else token.moderator
    if request.endpoint in OPEN:
        return None
    if token is not None:
        return _hasty(gate.wait_of(token))
    if request.method == "POST":  # whose words a redirection would lose
        return render_template("desk/ended.html"), 403
    return redirect(url_for("desk.sign_in", then=request.full_path.rstrip("?")))


@blueprint.after_request
def guard_answers(response: Response) -> Response:
    """What moderators see stays out of every cache; forms tell this server, and no other, where they come from."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "same-origin"  # with none, a form's Origin would be null and be refused
    return response


@blueprint.errorhandler(404)
def missing(_error: NotFound) -> ResponseReturnValue:
    """A page of the desk for what a decision or a rebuild took away."""
    return render_template("desk/missing.html"), 404


@blueprint.errorhandler(403)
def refused(error: Forbidden) -> ResponseReturnValue:
    """A page of the desk for whoever may not see what is there."""
    return render_template("desk/refused.html", needed=error.description), 403


@blueprint.errorhandler(OperationalError)
def busy(error: OperationalError) -> ResponseReturnValue:
    """A page of the desk while the base does not answer: locked by a long write, or gone."""
    current_app.logger.error("the fact base did not answer: %s", error.orig)
    what = "Something long may be written just now, or the base is out of reach. Nothing you decided is lost."
    page = render_template("desk/broken.html", title="The fact base does not answer", what=what)
    return page, 503, {"Retry-After": str(RETRY_SECONDS)}


@blueprint.errorhandler(BusyError)
def in_line(_error: BusyError) -> ResponseReturnValue:
    """A page of the desk for "what readers see" while too many readers' pages wait."""
    what = "Many readers' pages are being read; load this one again in a moment."
    page = render_template("desk/broken.html", title="The server is busy", what=what)
    return page, 429, {"Retry-After": str(RETRY_SECONDS)}


@blueprint.errorhandler(500)
def broken(_error: InternalServerError) -> ResponseReturnValue:
    """A page of the desk for what went wrong in the server."""
    what = "The server's log says what. Nothing you decided is lost."
    return render_template("desk/broken.html", title="Something went wrong in the server", what=what), 500


def _hasty(wait: float) -> ResponseReturnValue | None:
    """A page of the desk for whoever asks more often than a session may, in seconds to wait; None for 0.0."""
    if not wait:
        return None
    what = "This session asks more often than it may; wait a moment. Nothing you decided is lost."
    page = render_template("desk/broken.html", title="Too many requests", what=what)
    return page, 429, {"Retry-After": str(math.ceil(wait))}


def want(role: Role) -> None:
    """Refuse whoever may less than somebody of a role, with a page that names it."""
    if not gate.at_least(g.moderator, role):
        abort(403, role)


@blueprint.app_template_global()
def title_of(article: Article) -> str:
    """What an article is called: its title, or the first line that tells something, or its outlet."""
    return article.title or shortened(first_line(article.current.text)) or article.outlet.name


@blueprint.context_processor
def shared() -> dict[str, Any]:
    """What every template may use."""
    moderator: Moderator | None = g.get("moderator")
    if moderator is None:
        return {"me": None}
    return {
        "me": moderator,
        "may_decide": gate.at_least(moderator, Role.MODERATOR),
        "tabs": [tab for *tab, role in TABS if gate.at_least(moderator, role)],
        "csrf": csrf_of(gate.session_of(request)),
    }


def etag_of(about: str, target: str) -> str:
    """What the state of something is known by, for If-Match; "" when it is gone."""
    state = state_of(session(), about, target)
    return str(state["etag"]) if state else ""
