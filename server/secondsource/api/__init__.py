"""The JSON API: one blueprint a noun under /api/v1, its OpenAPI document, and errors as problem documents."""

from flask import Flask
from flask_cors import CORS

from secondsource import __version__
from secondsource.api import addresses, admin, annotations, articles, facts, health, reports, settled, stories
from secondsource.api.admin.changes import CHANGES
from secondsource.api.admin.gate import COOKIE, CSRF_HEADER
from secondsource.api.fields import Published
from secondsource.api.guard import EXTENSION_ORIGIN
from secondsource.api.pairing import want_token
from secondsource.api.problems import ProblemApi

PREFIX = "/api/v1"
BLUEPRINTS = (
    health.blueprint,
    annotations.blueprint,
    addresses.blueprint,
    reports.blueprint,
    stories.blueprint,
    facts.blueprint,
    articles.blueprint,
    settled.blueprint,
    admin.blueprint,
)


def register_api(app: Flask, reader_token: str = "") -> None:
    """Add the API to an application. Extensions may call all of it but the admin part.

    With a reader token, what readers send and get needs it: annotations, addresses, reports.
    """
    want_token(app, reader_token)
    app.json.sort_keys = False  # type: ignore[attr-defined] # the contract's order reads better
    app.config |= {
        "API_TITLE": "Second Source",
        "API_VERSION": __version__,
        "OPENAPI_VERSION": "3.1.0",
        "OPENAPI_URL_PREFIX": PREFIX,
        "OPENAPI_JSON_PATH": "openapi.json",
    }
    api = ProblemApi(app)
    api.register_field(Published, "string", None)
    for token in ("token", "reader"):  # a moderator's; the pairing token, where the server wants one
        api.spec.components.security_scheme(token, {"type": "http", "scheme": "bearer"})
    told = f"Its name ends in _PORT where the server's address has a port. What changes also wants {CSRF_HEADER}"
    desk = {"type": "apiKey", "in": "cookie", "name": COOKIE, "description": told}
    api.spec.components.security_scheme("desk", desk)
    for name, change in CHANGES.items():
        api.spec.components.schema(name, schema=change)
    for blueprint in BLUEPRINTS:
        api.register_blueprint(blueprint, url_prefix=f"{PREFIX}{blueprint.url_prefix or ''}")
    CORS(
        app,
        resources={rf"{PREFIX}/(?!admin).*": {"origins": [EXTENSION_ORIGIN.pattern]}},
        allow_headers=["Authorization", "Content-Type", "If-None-Match"],
        methods=["GET", "HEAD", "OPTIONS", "POST"],
        max_age=600,
        vary_header=True,
        allow_private_network=True,  # Chrome asks before it lets a public page reach a local server
    )
