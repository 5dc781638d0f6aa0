"""States and their tags: what a moderator saw, so that no one judges what another has changed meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import marshmallow as ma
from flask import Response, json, jsonify, request

from secondsource.api.problems import Problem, problem
from secondsource.reading import digest

State = dict[str, Any]
IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "schema": {"type": "string"},
    "description": "The etag of what is decided on, as it was when the moderator looked",
}


class Stated(ma.Schema):
    """What everything that can be decided on has."""

    decided = ma.fields.Integer(metadata={"description": "The number of the last decision on it; 0 for none"})
    etag = ma.fields.String(metadata={"description": "For If-Match: names this state"})


class Stale(Problem):
    """What was decided on is not what it was."""

    current = ma.fields.Dict(metadata={"description": "How it is now, with its etag"})


def stated(told: State, decided: int) -> State:
    """What is shown of something, with its tag, which changes when any of that does, or when it is decided on."""
    told = told | {"decided": decided}
    return told | {"etag": f'"{digest("state", json.dumps(told, sort_keys=True))}"'}


def answer(state: Mapping[str, Any]) -> Response:
    """A state as a response that bears its tag."""
    response = jsonify(state)
    response.headers["ETag"] = state["etag"]
    return response


def wants_tag() -> Response | None:
    """428 for a request to change something that does not say which state it was decided on."""
    if request.if_match and not request.if_match.star_tag:
        return None
    return problem(
        428,
        "Say which state you saw: send its etag in the header If-Match. Get it from what you decide on.",
    )


def stale(state: Mapping[str, Any]) -> Response | None:
    """412 with the state as it now is, when the request was made on another one."""
    if request.if_match.contains_raw(state["etag"]):
        return None
    return problem(
        412,
        "This has changed since you looked; `current` is how it is now.",
        extra={"current": state},
    )


def listed(states: list[State], after: str | None, **more: object) -> Response:
    """A page of states."""
    return jsonify({"items": states, "next": after, **more})
