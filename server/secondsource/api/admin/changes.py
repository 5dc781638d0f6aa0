"""What a decision sets, for the OpenAPI document and for who sent one that is not right."""

from __future__ import annotations

from flask import Response

from secondsource.api.problems import problem
from secondsource.moderating.actions import ACTIONS
from secondsource.moderating.changes import BadChangeError

GONE = "There is no {} with this id; a decision or a rebuild may have replaced it."
JUDGED = [str(action) for action in ACTIONS]
CHANGES = {type(rule.change).__name__: rule.change for rule in ACTIONS.values()}
CHANGE = {
    "description": "What it sets. "
    + ", ".join(f"{action}: {type(rule.change).__name__}" for action, rule in ACTIONS.items() if rule.change.fields)
    + "; nothing for all others",
    "anyOf": [{"$ref": f"#/components/schemas/{name}"} for name in CHANGES],
}


def not_so(error: BadChangeError) -> Response:
    """422: what is wrong with a change, by its field."""
    field = f"change.{error.field}"
    return problem(422, f"{field}: {error.sentence}", [{"field": field, "detail": error.sentence}])
