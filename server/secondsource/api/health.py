"""Is this server ours, and does it work."""

from __future__ import annotations

import marshmallow as ma
from sqlalchemy import text

from secondsource import __version__
from secondsource.api.noun import Noun
from secondsource.factbase.current import session

blueprint = Noun("health", __name__, description="Is this server ours, and does it work")


class Health(ma.Schema):
    """A server that is not ours has another name; the extension refuses it."""

    name = ma.fields.String()
    api = ma.fields.Integer()
    version = ma.fields.String()
    status = ma.fields.String()


@blueprint.get("/health")
@blueprint.response(200, Health)
def health() -> dict[str, str | int]:
    """Say who we are, after asking the base something."""
    session().execute(text("SELECT 1 FROM story LIMIT 1"))
    return {"name": "second-source", "api": 1, "version": __version__, "status": "ok"}
