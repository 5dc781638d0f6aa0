"""Who asks, and the way out: signing out everywhere."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask import g

from secondsource.api.admin.gate import blueprint, signed
from secondsource.factbase.current import base
from secondsource.factbase.models import Moderator, Role
from secondsource.factbase.sessions import writing
from secondsource.moderating.tokens import sign_out_everywhere


class Me(ma.Schema):
    """Who signed the request, and until when that is good."""

    name = ma.fields.String()
    role = ma.fields.Enum(Role, by_value=True)
    expires_at = ma.fields.AwareDateTime(allow_none=True)


@blueprint.get("/me")
@signed(Role.REPORTER)
@blueprint.response(200, Me)
def get_me() -> dict[str, Any]:
    """Say who signed this request."""
    return {"name": g.moderator.name, "role": Role(g.moderator.role), "expires_at": g.token.expires_at}


@blueprint.delete("/me/sessions")
@signed(Role.REPORTER)
@blueprint.response(204)
def delete_sessions() -> None:
    """End all sessions at the desk, this one included; tokens stay good."""
    with writing(base()) as writes:
        sign_out_everywhere(writes, writes.get_one(Moderator, g.moderator.id))
