"""What the API's blueprints share."""

from __future__ import annotations

import json
from typing import Any

import marshmallow as ma
from flask import Request, request
from flask_smorest import Blueprint, abort
from flask_smorest.exceptions import NotModified
from webargs.flaskparser import FlaskParser
from werkzeug.http import quote_etag


class StrictParser(FlaskParser):
    """Reads arguments; what it does not know is an error, so that no typo goes unnoticed."""

    DEFAULT_UNKNOWN_BY_LOCATION = {"json": ma.RAISE, "query": ma.RAISE}  # noqa: RUF012

    def _raw_load_json(self, req: Request) -> Any:
        """The body as a JSON object; anything else is a bad request, be it ever so deep."""
        try:
            body = json.loads(req.get_data(cache=True).decode("utf-8"))
        except UnicodeDecodeError as error:
            abort(400, message=f"The body is not valid JSON: byte {error.start} is not UTF-8.")
        except json.JSONDecodeError as error:
            abort(400, message=f"The body is not valid JSON: {error.msg}, at character {error.pos}.")
        except (RecursionError, ValueError):
            abort(400, message="The body is JSON that nobody needs: nested too deeply, or too long a number.")
        if not isinstance(body, dict):
            abort(400, message='The body must be a JSON object, such as {"text": "…"}.')
        return body


class Noun(Blueprint):
    """A blueprint for one noun of the API."""

    ARGUMENTS_PARSER = StrictParser()

    def _check_not_modified(self, etag: str) -> None:
        """304 for who has it; a proxy that packs answers makes their tags weak ones (RFC 9110, 13.1.2)."""
        if request.method in self.METHODS_CHECKING_NOT_MODIFIED and request.if_none_match.contains_weak(etag):
            unchanged = NotModified()
            unchanged.data = {"headers": {"ETag": quote_etag(etag)}}
            raise unchanged
