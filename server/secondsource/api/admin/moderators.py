"""Moderators and their tokens: administrators add and disable; everybody may see and change their own tokens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import marshmallow as ma
from flask import Response, g
from sqlalchemy import select
from sqlalchemy.orm import Session

from secondsource.api.admin.decisions import MAX_REASON
from secondsource.api.admin.etags import State, answer, listed, stale, wants_tag
from secondsource.api.admin.gate import at_least, blueprint, on_a_state, shut_out, signed
from secondsource.api.admin.moderator_states import ModeratorState, TokenShown, moderator_state, moderator_states
from secondsource.api.admin.replays import PARAMETER, answer_once, answered_before
from secondsource.api.fields import PlainText
from secondsource.api.pages import Listing, Paged, page_of
from secondsource.api.problems import not_found, problem
from secondsource.factbase.current import base, session
from secondsource.factbase.models import Moderator, Purpose, Role
from secondsource.factbase.moments import now
from secondsource.factbase.sessions import writing
from secondsource.moderating.moderators import (
    MAX_NAME,
    BadNameError,
    LastAdministratorError,
    NoSuchTokenError,
    add_moderator,
    all_moderators,
    disable_moderator,
    enable_moderator,
    issue_token,
    named,
    revoke_token,
    set_role,
)

MAX_DAYS = 3_650
UNKNOWN = "There is no moderator with this name."


class ModeratorAdded(ma.Schema):
    """Who is to moderate."""

    name = PlainText(MAX_NAME, 1, required=True)
    role = ma.fields.Enum(Role, by_value=True, load_default=Role.MODERATOR)


class Reasoned(ma.Schema):
    """Why something is done to somebody, which others read later."""

    reason = PlainText(MAX_REASON, 1, required=True)


class RoleGiven(Reasoned):
    """What a moderator may do from now on, and why."""

    role = ma.fields.Enum(Role, by_value=True, required=True)


class TokenAsked(ma.Schema):
    """A token to be made."""

    label = PlainText(MAX_NAME, load_default="", metadata={"description": "What it is for"})
    expires_in_days = ma.fields.Integer(
        load_default=None, allow_none=True, strict=True, validate=ma.validate.Range(1, MAX_DAYS)
    )


class ModeratorsAsked(Paged):
    """Which of the moderators."""

    after = ma.fields.String(
        validate=ma.validate.Length(1, MAX_NAME), metadata={"description": "The `next` of the page before: a name"}
    )


class ModeratorsListed(Listing):
    """Some of the moderators."""

    items = ma.fields.List(ma.fields.Nested(ModeratorState))


class TokensListed(ma.Schema):
    """All tokens of a moderator."""

    items = ma.fields.List(ma.fields.Nested(TokenShown))
    next = ma.fields.String(allow_none=True)


class TokenMade(ma.Schema):
    """A moderator, and a token that is shown this once."""

    moderator = ma.fields.Nested(ModeratorState)
    token = ma.fields.String(
        allow_none=True, metadata={"description": "Keep it; null when this answer is given again for its key"}
    )


@blueprint.get("/moderators")
@signed(Role.ADMINISTRATOR)
@blueprint.arguments(ModeratorsAsked, location="query")
@blueprint.response(200, ModeratorsListed)
def get_moderators(asked: dict[str, Any]) -> Response:
    """List moderators by name."""
    page = page_of(session(), all_moderators(), Moderator.name, asked)
    return listed(moderator_states(session(), page["items"]), page["next"])


@blueprint.post("/moderators")
@signed(Role.ADMINISTRATOR)
@blueprint.doc(parameters=[PARAMETER])
@blueprint.arguments(ModeratorAdded)
@blueprint.response(201, TokenMade)
@blueprint.alt_response(409, response="CONFLICT")
def post_moderator(added: dict[str, Any]) -> Response:
    """Add a moderator; the answer has the token, which is not shown again."""
    with writing(base()) as writes:
        before = shut_out(writes) or answered_before(writes)
        if before is not None:
            return before
        try:
            token = add_moderator(writes, added["name"], added["role"], by=_me(writes))
        except BadNameError as error:
            return problem(409, str(error))
        whom = writes.scalars(select(Moderator).where(Moderator.name == added["name"])).one()
        return _made(writes, whom, token)


@blueprint.get("/moderators/<name>")
@signed(Role.REPORTER)
@blueprint.response(200, ModeratorState)
@blueprint.alt_response(404, response="NOT_FOUND")
def get_moderator(name: str) -> Response:
    """Give a moderator; who is no administrator, only oneself."""
    return _not_mine(name) or answer(_found(name))


@blueprint.get("/moderators/<name>/tokens")
@signed(Role.REPORTER)
@blueprint.response(200, TokensListed)
@blueprint.alt_response(404, response="NOT_FOUND")
def list_tokens(name: str) -> Response:
    """List a moderator's tokens; who is no administrator, only one's own."""
    return _not_mine(name) or listed(_found(name)["tokens"], None)


@blueprint.post("/moderators/<name>/tokens")
@signed(Role.REPORTER)
@on_a_state(PARAMETER)
@blueprint.arguments(TokenAsked)
@blueprint.response(201, TokenMade)
def post_token(asked: dict[str, Any], name: str) -> Response:
    """Make another token for a moderator; who is no administrator, only for oneself."""
    days = asked["expires_in_days"]
    until = None if days is None else now() + timedelta(days=days)
    if g.token.purpose == Purpose.TOKEN and g.token.expires_at is not None:  # what ends makes nothing that outlives it
        until = min(until or g.token.expires_at, g.token.expires_at)
    return _not_mine(name) or _change(
        name, lambda writes, whom: issue_token(writes, whom, asked["label"], until, by=_me(writes))
    )


@blueprint.delete("/moderators/<name>/tokens/<int:token_id>")
@signed(Role.REPORTER)
@on_a_state(PARAMETER)
@blueprint.response(200, ModeratorState)
@blueprint.alt_response(422, response="UNPROCESSABLE_ENTITY")
def delete_token(name: str, token_id: int) -> Response:
    """Revoke a token, and end its owner's sessions; who is no administrator, only one's own."""
    return _not_mine(name) or _change(name, lambda writes, whom: revoke_token(writes, whom, token_id, by=_me(writes)))


@blueprint.post("/moderators/<name>/disable")
@signed(Role.ADMINISTRATOR)
@on_a_state(PARAMETER)
@blueprint.arguments(Reasoned)
@blueprint.response(200, ModeratorState)
@blueprint.alt_response(409, response="CONFLICT")
def post_disabled(given: dict[str, Any], name: str) -> Response:
    """Revoke all of a moderator's tokens and end the sessions; what they decided stays."""
    return _change(name, lambda writes, whom: disable_moderator(writes, whom.name, _me(writes), given["reason"]))


@blueprint.post("/moderators/<name>/enable")
@signed(Role.ADMINISTRATOR)
@on_a_state(PARAMETER)
@blueprint.arguments(Reasoned)
@blueprint.response(200, ModeratorState)
def post_enabled(given: dict[str, Any], name: str) -> Response:
    """Let a disabled moderator in again; the old tokens stay revoked, so issue a new one."""
    return _change(name, lambda writes, whom: enable_moderator(writes, whom.name, _me(writes), given["reason"]))


@blueprint.post("/moderators/<name>/role")
@signed(Role.ADMINISTRATOR)
@on_a_state(PARAMETER)
@blueprint.arguments(RoleGiven)
@blueprint.response(200, ModeratorState)
@blueprint.alt_response(409, response="CONFLICT")
def post_role(given: dict[str, Any], name: str) -> Response:
    """Give a moderator another role, which holds from the next request on; one administrator must remain."""
    return _change(name, lambda writes, whom: set_role(writes, whom.name, given["role"], _me(writes), given["reason"]))


def _change(name: str, change: Callable[[Session, Moderator], str | None]) -> Response:
    """Change a moderator whose state the request names; a change that gives a token has it in the answer."""
    refused = wants_tag()
    if refused is not None:
        return refused
    try:
        with writing(base()) as writes:
            before = shut_out(writes) or _not_mine(name, _me(writes)) or answered_before(writes)
            whom = named(writes, name)
            if before is not None or whom is None:
                return before or problem(404, UNKNOWN)
            refused = stale(_state(writes, whom))
            if refused is not None:
                return refused
            token = change(writes, whom)
            return answer_once(writes, _state(writes, whom), 200) if token is None else _made(writes, whom, token)
    except NoSuchTokenError:
        return problem(404, "This moderator has no token with this id.")
    except LastAdministratorError as error:
        return problem(409, str(error))


def _made(writes: Session, whom: Moderator, token: str) -> Response:
    return answer_once(writes, {"moderator": _state(writes, whom)}, 201, token=token)


def _state(writes: Session, whom: Moderator) -> State:
    return moderator_states(writes, [whom])[0]


def _found(name: str) -> State:
    state = moderator_state(session(), name)
    if state is None:
        not_found(UNKNOWN)
    return state


def _me(writes: Session) -> Moderator:
    """Who asks, in a session that writes."""
    return writes.get_one(Moderator, g.moderator.id)


def _not_mine(name: str, asking: Moderator | None = None) -> Response | None:
    """Refuse somebody else's account to whoever is no administrator, whether there is one of that name or not."""
    who = asking or g.moderator
    if who.name == name or at_least(who, Role.ADMINISTRATOR):
        return None
    return problem(403, f"This needs the role {Role.ADMINISTRATOR}; {who.name} is {who.role}.")
