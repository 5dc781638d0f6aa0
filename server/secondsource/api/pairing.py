"""A server that more than one person can reach may want a pairing token from every reader."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

from flask import Flask, Response, current_app, request

from secondsource.api.problems import problem

WANTED = "READER_TOKEN"
REALM = 'Bearer realm="second-source"'
PAIRED: dict[str, Any] = {"security": [{}, {"reader": []}]}  # in the OpenAPI document: without, or with a token


def want_token(app: Flask, token: str) -> None:
    """Let an application ask readers for a token; an empty one asks for none."""
    app.config[WANTED] = _hash(token) if token else None


def wants_token() -> bool:
    """Whether the application at work asks for one."""
    return current_app.config[WANTED] is not None


def require_reader() -> Response | None:
    """Refuse a reader without the token; a browser's question whether it may ask carries none."""
    wanted = current_app.config[WANTED]
    if wanted is None or request.method == "OPTIONS" or hmac.compare_digest(_hash(bearer_token() or ""), wanted):
        return None
    return refusal(
        "This server wants a pairing token from its readers (Authorization: Bearer TOKEN). Ask whoever runs it for "
        "the token and put it into the extension's options."
    )


def bearer_token() -> str | None:
    """The token that a request is signed with; None when it is not."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def refusal(detail: str) -> Response:
    """401: a problem document that says which token is wanted."""
    response = problem(401, detail)
    response.headers["WWW-Authenticate"] = REALM
    return response


def _hash(token: str) -> bytes:
    """Of one length, so that comparing tells nothing of the token's."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
