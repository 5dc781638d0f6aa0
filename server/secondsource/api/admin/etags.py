"""States and their tags: what a moderator saw, so that no one judges what another has changed meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import marshmallow as ma
from flask import Response, json, jsonify, request

from secondsource.api.problems import Problem, problem
from secondsource.identity import digest

State = dict[str, Any]
MOST_NAMED = 5  # things in one sentence
IF_MATCH = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "schema": {"type": "string"},
    "description": "The etag of what is decided on, as it was when the moderator looked; of a merge or an assignment "
    "also the etags of what else it changes, which its preview tells as `tags`",
}


class Stated(ma.Schema):
    """What everything that can be decided on has."""

    decided = ma.fields.Integer(metadata={"description": "The number of the last decision on it; 0 for none"})
    etag = ma.fields.String(metadata={"description": "For If-Match: names this state"})


class Stale(Problem):
    """What was decided on is not what it was."""

    current = ma.fields.Dict(metadata={"description": "How it is now, with its etag"})
    others = ma.fields.List(
        ma.fields.Dict(), metadata={"description": "What else would be changed and has changed since, as it is now"}
    )


def stated(told: State, decided: int) -> State:
    """What is shown of something, with its tag, which changes when any of that does, or when it is decided on."""
    told = told | {"decided": decided}
    return told | {"etag": f'"{digest("state", json.dumps(told, sort_keys=True))}"'}


def answer(state: Mapping[str, Any]) -> Response:
    """A state as a response that bears its tag."""
    response = jsonify(state)
    response.headers["ETag"] = state["etag"]
    return response


def wants_tag(others: Sequence[str] = ()) -> Response | None:
    """428 for a request to change something that does not say which states it was decided on.

    `others` are in words what it changes beside its target: each has a tag of its own.
    """
    sent = request.if_match
    tags = 0 if sent.star_tag else len(sent.as_set(include_weak=True))
    if tags > len(others):
        return None
    if tags and others:
        return problem(428, f"This changes {_listed(others)} too: send those etags as well in the header If-Match.")
    return problem(
        428,
        "Say which state you saw: send its etag in the header If-Match. Get it from what you decide on.",
    )


def stale(state: State, others: Mapping[str, State] = MappingProxyType({})) -> Response | None:
    """412 with the states as they now are, when the request was made on other ones; `others` are by their words."""
    changed = {words: other for words, other in others.items() if not request.if_match.contains_raw(other["etag"])}
    itself = not request.if_match.contains_raw(state["etag"])
    if not itself and not changed:
        return None
    return problem(
        412,
        "This has changed since you looked; `current` is how it is now."
        if itself
        else f"Of what this changes too, {_listed([*changed])} changed since you looked; `others` is how that is now.",
        extra={"current": state} | ({"others": [*changed.values()]} if changed else {}),
    )


def _listed(words: Sequence[str]) -> str:
    shown = ", ".join(words[:MOST_NAMED])
    return shown if len(words) <= MOST_NAMED else f"{shown} and {len(words) - MOST_NAMED} more"


def listed(states: list[State], after: str | None, **more: object) -> Response:
    """A page of states."""
    return jsonify({"items": states, "next": after, **more})
