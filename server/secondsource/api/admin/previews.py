"""What a decision would change, before it is taken."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask import Response, g

from secondsource.api.admin.changes import CHANGE, GONE, JUDGED, not_so
from secondsource.api.admin.gate import blueprint, signed
from secondsource.api.admin.states import states_of
from secondsource.api.fields import PlainText
from secondsource.api.problems import problem
from secondsource.factbase.current import base
from secondsource.factbase.models import Action, Role
from secondsource.factbase.sessions import writing
from secondsource.moderating.actions import ACTIONS
from secondsource.moderating.decisions import BadChangeError, NoSuchTargetError
from secondsource.moderating.previews import preview


class PreviewAsked(ma.Schema):
    """What a moderator may be about to decide."""

    action = ma.fields.String(required=True, validate=ma.validate.OneOf(JUDGED))
    target = PlainText(64, 1, required=True, metadata={"description": "The id of what it is about"})
    change = ma.fields.Dict(keys=ma.fields.String(), load_default=dict, metadata=CHANGE)
    reason = ma.fields.String(metadata={"description": "Taken, so that the decision itself can be sent; not looked at"})


class ClaimPreviewed(ma.Schema):
    """A claim as it is or would be."""

    content = ma.fields.String()
    outlet = ma.fields.String()
    subject = ma.fields.String()
    value = ma.fields.String()
    exact = ma.fields.String()
    passage = ma.fields.String()


class FactPreviewed(ma.Schema):
    """A fact as it is or would be."""

    id = ma.fields.String()
    kind = ma.fields.String()
    label = ma.fields.String()
    status = ma.fields.String()
    claims = ma.fields.List(ma.fields.Nested(ClaimPreviewed))


class LooksShown(ma.Schema):
    """The facts that differ, and how many pairs of wordings stand how, as readers see them."""

    facts = ma.fields.List(ma.fields.Nested(FactPreviewed))
    relations = ma.fields.Dict(keys=ma.fields.String(), values=ma.fields.Integer())


class PreviewShown(ma.Schema):
    """What a decision would change."""

    before = ma.fields.Nested(LooksShown)
    after = ma.fields.Nested(LooksShown)
    tags = ma.fields.List(
        ma.fields.String(),
        metadata={"description": "Etags of what it changes beside its target: send them in If-Match with the target's"},
    )


@blueprint.post("/decisions/preview")
@signed(Role.MODERATOR)
@blueprint.arguments(PreviewAsked)
@blueprint.response(200, PreviewShown)
@blueprint.alt_response(404, response="NOT_FOUND")
def post_preview(asked: dict[str, Any]) -> dict[str, Any] | Response:
    """Say what a decision would change, without taking it."""
    action = Action(asked["action"])
    try:
        with writing(base()) as writes:
            others = states_of(writes, ACTIONS[action].others(asked["change"]))
            found = preview(writes, g.moderator.id, action, asked["target"], asked["change"])
            return {"before": found.before, "after": found.after, "tags": [state["etag"] for state in others.values()]}
    except NoSuchTargetError:
        return problem(404, GONE.format(ACTIONS[action].needs))
    except BadChangeError as error:
        return not_so(error)
