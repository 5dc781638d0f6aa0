"""The base of the Flask application at work, for views."""

from __future__ import annotations

from flask import Flask, current_app, g
from sqlalchemy import Engine
from sqlalchemy.orm import Session

EXTENSION = "secondsource.base"


def attach(app: Flask, engine: Engine) -> None:
    """Give an application its base; each request gets one session for reading, closed when it ends."""
    app.extensions[EXTENSION] = engine
    app.teardown_appcontext(_close)


def base() -> Engine:
    """The application's base, for `writing`."""
    engine: Engine = current_app.extensions[EXTENSION]
    return engine


def session() -> Session:
    """The request's session: every query of a request sees one state of the base."""
    if "session" not in g:
        g.session = Session(base())
    kept: Session = g.session
    return kept


def _close(_error: BaseException | None) -> None:
    kept = g.pop("session", None)
    if kept is not None:
        kept.close()
