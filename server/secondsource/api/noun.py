"""What the API's blueprints share."""

from __future__ import annotations

import marshmallow as ma
from flask_smorest import Blueprint
from webargs.flaskparser import FlaskParser


class StrictParser(FlaskParser):
    """Reads arguments; what it does not know is an error, so that no typo goes unnoticed."""

    DEFAULT_UNKNOWN_BY_LOCATION = {"json": ma.RAISE, "query": ma.RAISE}  # noqa: RUF012


class Noun(Blueprint):
    """A blueprint for one noun of the API."""

    ARGUMENTS_PARSER = StrictParser()
