"""Idempotency keys: a POST that is sent again, because its answer was lost, is answered as the first time.

The key, the answer and what it did are kept in one transaction, so that there is never one without the others.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Any

from flask import Response, g, jsonify, request
from sqlalchemy import delete
from sqlalchemy.orm import Session

from secondsource.api.problems import problem
from secondsource.factbase.models import Answered
from secondsource.factbase.moments import now

HEADER = "Idempotency-Key"
MAX_KEY = 200
KEPT = timedelta(days=1)
PARAMETER = {
    "name": HEADER,
    "in": "header",
    "schema": {"type": "string", "minLength": 1, "maxLength": MAX_KEY},
    "description": "Of your choice: the same key with the same body gives the first answer again, for a day",
}


def answered_before(session: Session) -> Response | None:
    """The answer that this request's key got before; 422 for a key that cannot be, or is another request's."""
    key = request.headers.get(HEADER)
    if key is None:
        return None
    if not 1 <= len(key) <= MAX_KEY or not key.isprintable():
        return problem(422, f"{HEADER}: 1 to {MAX_KEY} printable characters.", [_error("is no such key")])
    found = session.get(Answered, (g.moderator.id, key))
    if found is None or found.answered_at <= now() - KEPT:
        return None
    if found.sha256 != _fingerprint():
        return problem(422, f"{HEADER}: this key was sent with another request.", [_error("is another request's")])
    return _answer(found.body, found.status)


def answer_once(session: Session, body: dict[str, Any], status: int, **secret: str) -> Response:
    """An answer, kept under the request's key if it has one; keys a day old are forgotten.

    A secret is in this answer only: the base does not keep it, and an answer given again has null.
    """
    key = request.headers.get(HEADER)
    if key is not None:
        session.execute(delete(Answered).where(Answered.answered_at <= now() - KEPT))
        session.add(
            Answered(
                moderator_id=g.moderator.id,
                key=key,
                sha256=_fingerprint(),
                status=status,
                body=body | dict.fromkeys(secret),
                answered_at=now(),
            )
        )
    return _answer(body | secret, status)


def _answer(body: dict[str, Any], status: int) -> Response:
    response = jsonify(body)
    response.status_code = status
    if "etag" in body:
        response.headers["ETag"] = body["etag"]
    return response


def _fingerprint() -> str:
    """Of the request: what was asked, of what."""
    asked = b"\n".join((request.method.encode(), request.path.encode(), request.get_data(cache=True)))
    return hashlib.sha256(asked).hexdigest()


def _error(detail: str) -> dict[str, str]:
    return {"field": HEADER, "detail": detail}
