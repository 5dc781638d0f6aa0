"""Errors as problem documents (RFC 9457), each with a sentence that a person can act on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from itertools import islice
from threading import Lock
from typing import Any, NoReturn

import marshmallow as ma
from flask import Flask, Response, current_app, json, request
from flask_smorest import Api, Blueprint, abort
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException, MethodNotAllowed

PROBLEM = "application/problem+json"
RETRY_SECONDS = 2
MAX_ERRORS = 20  # fields named in one answer: enough to mend a request, and no answer is larger than what asked for it
MAX_FIELD = 100  # characters of a field's name, which may be anything that was sent
SENTENCES = {
    400: "The request cannot be read; check its headers and its address.",
    404: "There is nothing at this address; /api/v1/openapi.json lists what there is.",
    413: "The body is larger than 1 MB; send the article's text alone.",
    500: "Something went wrong in the server; its log says what. The request may be tried again.",
}


class Problem(ma.Schema):
    """What went wrong."""

    type = ma.fields.String(metadata={"description": "about:blank: the status says what kind of problem it is"})
    title = ma.fields.String(metadata={"description": "The status in words"})
    status = ma.fields.Integer(metadata={"description": "The HTTP status"})
    detail = ma.fields.String(metadata={"description": "What is wrong and what to do, in one sentence"})
    errors = ma.fields.List(
        ma.fields.Nested(
            ma.Schema.from_dict({"field": ma.fields.String(), "detail": ma.fields.String()}, name="FieldError")
        ),
        metadata={"description": "For a field that is not right: its name and why"},
    )


class ProblemApi(Api):
    """flask-smorest, with its errors as problem documents."""

    ERROR_SCHEMA = Problem

    def __init__(self, app: Flask) -> None:
        """On an application; blueprints come after."""
        self._undescribed: list[tuple[str, Blueprint]] = []
        self._errors_described = False
        self._describing = Lock()
        super().__init__(app)

    def register_blueprint(self, blp: Blueprint, **options: Any) -> None:
        """Its views from now on; what is said of them only when somebody asks, for that takes most of a start."""
        name = options.get("name", blp.name)
        self._app.extensions["flask-smorest"]["blp_name_to_api"][name] = self
        self._app.register_blueprint(blp, **options)
        self._undescribed.append((name, blp))

    def document(self) -> dict[str, Any]:
        """The OpenAPI document."""
        with self._describing:
            if not self._errors_described:
                self._describe_errors()
            while self._undescribed:
                name, blueprint = self._undescribed.pop(0)
                blueprint.register_views_in_doc(self, self._app, self.spec, name=name, parameters=None)
                self.spec.tag({"name": name, "description": blueprint.description})
        described: dict[str, Any] = self.spec.to_dict()
        return described

    def _openapi_json(self) -> Response:
        self.document()
        answer: Response = super()._openapi_json()
        return answer

    def _register_error_handlers(self) -> None:
        super()._register_error_handlers()
        app: Flask = self._app
        app.register_error_handler(OperationalError, _busy)

    def _register_responses(self) -> None:
        """Of each status: told when somebody asks, as what is said of views."""

    def _describe_errors(self) -> None:
        """Document errors under the type that they have."""
        self.DEFAULT_RESPONSE_CONTENT_TYPE = PROBLEM
        super()._register_responses()
        del self.DEFAULT_RESPONSE_CONTENT_TYPE
        self._errors_described = True

    def handle_http_exception(self, error: HTTPException) -> Response:
        """The problem document for any error that a view, Flask or flask-smorest raised."""
        status = error.code or 500
        data: Mapping[str, Any] = getattr(error, "data", None) or {}
        errors = list(islice(_field_errors(data.get("messages", {})), MAX_ERRORS)) if status == 422 else []
        response = problem(status, _detail(error, data, errors), errors)
        response.headers.extend(data.get("headers") or {})
        if isinstance(error, MethodNotAllowed) and error.valid_methods:
            response.headers["Allow"] = ", ".join(sorted(error.valid_methods))
        return response


def problem(
    status: int,
    detail: str,
    errors: list[dict[str, str]] | None = None,
    extra: Mapping[str, Any] | None = None,
) -> Response:
    """A problem document; `errors` names fields, `extra` is what more a status has to say."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": _title(status),
        "status": status,
        "detail": detail,
    }
    if errors:
        body["errors"] = errors
    body |= extra or {}
    return Response(json.dumps(body), status, content_type=PROBLEM)


def not_found(detail: str) -> NoReturn:
    """Answer 404 with a sentence."""
    abort(404, message=detail)
    raise AssertionError  # `abort` never returns, but has no types that say so


def _title(status: int) -> str:
    return HTTPStatus(status).phrase


def _detail(error: HTTPException, data: Mapping[str, Any], errors: list[dict[str, str]]) -> str:
    if errors:
        return " ".join(f"{entry['field']}: {entry['detail']}" for entry in errors)
    if "message" in data:
        return str(data["message"])
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        return f"{request.method} is not possible here; {', '.join(sorted(error.valid_methods))} is."
    return SENTENCES.get(error.code or 500) or error.description or _title(error.code or 500)


def _field_errors(messages: Any, path: str = "") -> Iterator[dict[str, str]]:
    """Marshmallow's nested messages as a flat list. The first level says where the field was: json, query."""
    if isinstance(messages, Mapping):
        for name, inner in messages.items():
            yield from _field_errors(inner, f"{path}.{name}" if path else str(name))
    else:
        field = path.partition(".")[2] or "body"
        for message in messages if isinstance(messages, list) else [messages]:
            name = field.removesuffix("._schema").replace("_schema", "body")
            yield {"field": name[:MAX_FIELD], "detail": str(message)}


def _busy(error: OperationalError) -> Response:
    """The database did not answer: locked by a long write, full, or gone."""
    current_app.logger.error("the fact base did not answer: %s", error.orig)
    response = problem(503, "The fact base is busy or out of reach; try again in a moment.")
    response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


__all__ = ["PROBLEM", "Problem", "ProblemApi", "problem"]
