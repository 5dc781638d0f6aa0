"""Logs as JSON Lines: one object a record, with the id of the request that it belongs to.

What is logged says what the program did, never with which words: of an exception its type and where it was raised,
since its message may quote what somebody sent or what an article says.
"""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from typing import Any

from flask import g, has_request_context

FIELDS = ("method", "route", "status", "milliseconds", "job", "attempt")  # what our records may say beside a message


def log_as_json() -> None:
    """Send every record of this process to standard error as a line of JSON, from INFO on."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    # These two tell every step of theirs; what they did comes out as our own records.
    for name in ("alembic", "procrastinate"):
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("urllib3").setLevel(logging.ERROR)  # its warnings name the addresses that are fetched


class JsonLines(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        told: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if has_request_context() and "request_id" in g:
            told["request_id"] = g.request_id
        told |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if record.exc_info and record.exc_info[1] is not None:
            told |= _raised(record.exc_info[1])
        return json.dumps(told, default=str)


def _raised(error: BaseException) -> dict[str, Any]:
    """What was raised and where, the innermost place last."""
    kind = type(error)
    places = traceback.extract_tb(error.__traceback__)
    return {
        "exception": f"{kind.__module__}.{kind.__qualname__}",
        "at": [f"{place.filename}:{place.lineno} {place.name}" for place in places],
    }
