"""What is noted of each request: its id, its time and its status, under the route that it took.

A route is a pattern such as /api/v1/facts/<fact_id>: there are as many as the server has, whatever is asked for.
"""

from __future__ import annotations

import logging
import re
import time
import uuid

from flask import Flask, Response, g, request
from sqlalchemy import Engine

from secondsource.observing.metrics import Metrics

HEADER = "X-Request-ID"
ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})

log = logging.getLogger("secondsource.requests")


def observe(app: Flask, engine: Engine) -> None:
    """Note every request from here on, those that are refused too; and show the sums at /metrics."""
    metrics = Metrics(engine)
    app.before_request(_begin)
    app.after_request(lambda response: _end(response, metrics))
    app.add_url_rule("/metrics", "metrics", metrics.show)


def _begin() -> None:
    """Give the request the id that a proxy in front of us gave it, or one of its own."""
    given = request.headers.get(HEADER, "")
    g.request_id = given if ID.fullmatch(given) else uuid.uuid4().hex
    g.began = time.perf_counter()


def _end(response: Response, metrics: Metrics) -> Response:
    seconds = time.perf_counter() - g.began
    route = request.url_rule.rule if request.url_rule else "none"
    method = request.method if request.method in METHODS else "other"
    metrics.note(method, route, response.status_code, seconds)
    log.info(
        "answered",
        extra={
            "method": method,
            "route": route,
            "status": response.status_code,
            "milliseconds": round(seconds * 1000, 1),
        },
    )
    response.headers[HEADER] = g.request_id
    return response
