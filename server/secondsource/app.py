"""The application: which parts it is made of, in the order in which a request meets them."""

from __future__ import annotations

from flask import Flask

from secondsource.api import guard, register_api
from secondsource.api.annotations import count_readers
from secondsource.api.headers import add_headers
from secondsource.config import Settings, settings_from
from secondsource.factbase.current import attach
from secondsource.factbase.sessions import open_engine
from secondsource.observing import observe
from secondsource.web import blueprint as web
from secondsource.web.desk import blueprint as desk

MAX_BODY_BYTES = 1_000_000


def create_app(settings: Settings | None = None) -> Flask:
    """An application on the base that the settings name; its tables must be there (`factbase.migrate`)."""
    settings = settings or settings_from()
    app = Flask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY_BYTES
    engine = open_engine(settings.database_url)
    attach(app, engine)
    observe(app, engine)
    count_readers(app, engine)
    app.before_request(lambda: guard.refuse_strangers(settings.hosts))
    app.after_request(add_headers)
    register_api(app, settings.reader_token)
    app.register_blueprint(web)
    app.register_blueprint(desk)
    return app
