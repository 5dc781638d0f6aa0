"""Who may ask the admin API, and what: a token or the desk's session, a role for every route, a pace.

A program signs with `Authorization: Bearer TOKEN`. The desk, which runs in a browser, has exchanged its token for a
session in a cookie that scripts cannot read; as a browser sends cookies unasked, what changes something then also
needs the header X-CSRF-Token, which only the desk's own pages can know.
"""

from __future__ import annotations

import hmac
import math
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from typing import Any, TypeVar

from flask import Request, Response, current_app, g, request
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from secondsource.api.admin.etags import IF_MATCH, Stale
from secondsource.api.admin.pace import Pace
from secondsource.api.guard import SAFE_METHODS
from secondsource.api.noun import Noun
from secondsource.api.pairing import bearer_token, refusal
from secondsource.api.problems import PROBLEM, problem
from secondsource.factbase.current import base, session
from secondsource.factbase.models import Moderator, Purpose, Role, Token
from secondsource.factbase.sessions import writing
from secondsource.moderating.tokens import SESSION_TIME, csrf_of, is_good, note_use, signed_with, used_today

COOKIE = "secondsource_desk"
CSRF_HEADER = "X-CSRF-Token"
PACE = "secondsource.pace"
SIGNED: dict[str, Any] = {"security": [{"token": []}, {"desk": []}]}
View = TypeVar("View", bound=Callable[..., Any])

blueprint = Noun(
    "admin", __name__, url_prefix="/admin", description="For moderators, with `Authorization: Bearer TOKEN`"
)


def signed(role: Role) -> Callable[[View], View]:
    """A route for those who have this role or a higher one. Every admin route says so, or answers nobody."""

    def mark(view: View) -> View:
        vars(view)["needs"] = role  # wrappers of the view take it over
        documented: View = _refusing(view, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS)
        signed_for: View = blueprint.doc(**SIGNED)(documented)
        return signed_for

    return mark


def on_a_state(*parameters: dict[str, Any]) -> Callable[[View], View]:
    """A route that changes something, on the state that the request names: what it wants and how it refuses."""
    said = HTTPStatus.PRECONDITION_FAILED

    def mark(view: View) -> View:
        documented = blueprint.doc(parameters=[IF_MATCH, *parameters])(view)
        documented = _refusing(documented, HTTPStatus.NOT_FOUND, HTTPStatus.PRECONDITION_REQUIRED)
        stale = blueprint.alt_response(said, schema=Stale, description=said.phrase, content_type=PROBLEM)
        marked: View = stale(documented)
        return marked

    return mark


def _refusing(view: View, *statuses: HTTPStatus) -> View:
    for status in statuses:
        view = blueprint.alt_response(status, response=status.name)(view)
    return view


@blueprint.before_request
def admit() -> Response | None:
    """Refuse whoever may not ask this, before anything else is looked at."""
    token = signed_token(request)
    if token is None:
        return refusal(
            "This needs a moderator's token (Authorization: Bearer TOKEN); see `secondsource moderator --help`."
        )
    g.token, g.moderator = token, token.moderator
    refused = _forged(token) or _beneath(token.moderator) or _hasty(token)
    if refused is None:
        _note(token)
    return refused


def signed_token(asking: Request) -> Token | None:
    """The valid token or session that a request is signed with. A session is good in its cookie only."""
    if "Authorization" in asking.headers:
        return signed_with(session(), bearer_token() or "", Purpose.TOKEN)
    return signed_with(session(), session_of(asking), Purpose.SESSION)


def session_of(asking: Request) -> str:
    """The secret in a request's cookie; "" for none."""
    return asking.cookies.get(cookie_name(asking), "")


def cookie_name(asking: Request) -> str:
    """The cookie's name: a browser keeps one jar for all ports of a host, and each server there has its own cookie."""
    port = asking.host.rpartition("]")[2].partition(":")[2]
    return f"{COOKIE}_{port}" if port else COOKIE


def shut_out(writes: Session) -> Response | None:
    """A refusal, when the token was revoked or its moderator may less while the request waited to write."""
    token = writes.get(Token, g.token.id)
    if token is None or not is_good(token):
        return refusal("This token was revoked meanwhile; nothing was changed.")
    return _beneath(token.moderator)


def set_cookie(response: Response, session_token: str) -> None:
    """Let a browser keep a session: out of reach of scripts, and never sent along from another site."""
    response.set_cookie(
        cookie_name(request),
        session_token,
        max_age=SESSION_TIME,
        secure=request.is_secure,
        httponly=True,
        samesite="Strict",
        path="/",
    )


def clear_cookie(response: Response) -> None:
    """Let a browser forget its session."""
    response.delete_cookie(cookie_name(request), path="/", secure=request.is_secure, httponly=True, samesite="Strict")


def _forged(token: Token) -> Response | None:
    """A session's change must come from a page that the desk made for it."""
    if token.purpose != Purpose.SESSION or request.method in SAFE_METHODS:
        return None
    wanted = csrf_of(session_of(request))
    if hmac.compare_digest(request.headers.get(CSRF_HEADER, "").encode(), wanted.encode()):
        return None
    return problem(403, "This page is older than your session; load it again.")


def _beneath(moderator: Moderator) -> Response | None:
    """A role that is too low for the route."""
    needed: Role = vars(current_app.view_functions[str(request.endpoint)])["needs"]
    if at_least(moderator, needed):
        return None
    return problem(403, f"This needs the role {needed}; {moderator.name} is {moderator.role}.")


def at_least(moderator: Moderator, needed: Role) -> bool:
    """Whether a moderator's role is this one or higher."""
    ranks = list(Role)
    return ranks.index(Role(moderator.role)) >= ranks.index(needed)


def wait_of(token: Token) -> float:
    """Seconds that whoever signs with a token, or is signed in, has to wait; 0.0 when this request may be answered."""
    pace: Pace = current_app.extensions.setdefault(PACE, Pace())
    return pace.wait(token.id)


def _hasty(token: Token) -> Response | None:
    """More requests than a token may make."""
    wait = wait_of(token)
    if not wait:
        return None
    response = problem(429, "This token asks too often; wait a moment.")
    response.headers["Retry-After"] = str(math.ceil(wait))
    return response


def _note(token: Token) -> None:
    """Keep on which day a token was last used, once a day; a base that is busy is told by the next request."""
    if used_today(token):
        return
    with suppress(OperationalError), writing(base()) as writes:
        note_use(writes.get_one(Token, token.id))
