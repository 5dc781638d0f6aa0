"""Is this server ours, and does it work."""

from __future__ import annotations

import marshmallow as ma
from sqlalchemy import text

from secondsource import __version__
from secondsource.api.noun import Noun
from secondsource.api.pairing import wants_token
from secondsource.factbase.current import session

blueprint = Noun("health", __name__, description="Is this server ours, and does it work")


class Health(ma.Schema):
    """A server that is not ours has another name; the extension refuses it."""

    name = ma.fields.String()
    api = ma.fields.Integer()
    version = ma.fields.String()
    status = ma.fields.String()
    wants_token = ma.fields.Boolean(metadata={"description": "True where readers need a pairing token; else left out"})


@blueprint.get("/health")
@blueprint.response(200, Health)
def health() -> dict[str, str | int]:
    """Say who we are, after asking the base something."""
    session().execute(text("SELECT 1 FROM story LIMIT 1"))
    found: dict[str, str | int] = {"name": "second-source", "api": 1, "version": __version__, "status": "ok"}
    return found | {"wants_token": True} if wants_token() else found
