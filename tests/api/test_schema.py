"""The OpenAPI document drives requests of every shape to every operation: answers are as it says, and never a crash."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.conftest import FERRY, Folders, address
from tests.moderator import ADMIN, Moderator

from secondsource.api.admin.gate import PACE
from secondsource.api.admin.pace import Pace
from secondsource.app import create_app
from secondsource.config import Settings
from secondsource.factbase.migrate import migrate
from secondsource.factbase.sessions import open_engine, writing
from secondsource.ingesting import ingest_paths
from secondsource.moderating.moderators import add_moderator

EXAMPLES = 4  # of each sort for each operation: all of it in 20 s on one core
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
DOCUMENT = "/api/v1/openapi.json"


def application(url: str) -> Flask:
    app = create_app(Settings(url))
    app.extensions[PACE] = Pace(burst=1_000_000)
    return app


SCHEMA = schemathesis.openapi.from_wsgi(DOCUMENT, application("sqlite://"))
OPERATIONS = {operation.ok().label: operation.ok() for operation in SCHEMA.get_all_operations()}


@pytest.fixture(scope="module")
def admin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Moderator]:
    """An administrator's requests to an application with a story, a report and a decision."""
    home = tmp_path_factory.mktemp("schema")
    engine = open_engine(f"sqlite:///{home / 'facts.sqlite3'}")
    migrate(engine)
    ingest_paths(engine, [Folders(home).story("Ferry", FERRY, published="2031-03-04")], lambda *_: None)
    with writing(engine) as session:
        token = add_moderator(session, "Ann")
    app = application(f"sqlite:///{home / 'facts.sqlite3'}")
    with app.test_client() as client:
        moderator = Moderator(client, token)
        page = {"url": address("Coast Daily"), "text": FERRY["Coast Daily"]}
        note = client.post("/api/v1/annotations", json=page).json["annotations"][0]  # type: ignore[index]
        client.post("/api/v1/reports", json={"note": note["id"], "fact": note["fact"]["id"]})
        moderator.decide(f"/relations/{moderator.get('/conflicts')['items'][0]['id']}", "confirm_relation")
        yield moderator
    app.extensions["secondsource.base"].dispose()
    engine.dispose()


@pytest.fixture(scope="module")
def known(admin: Moderator) -> dict[str, str]:
    """For each parameter of a path, an id that there is."""
    conflict = admin.get("/conflicts")["items"][0]
    article = conflict["a"]["article"]["id"]
    return {
        "relation_id": conflict["id"],
        "fact_id": conflict["fact"]["id"],
        "story_id": conflict["story"],
        "content": conflict["a"]["content"],
        "article_id": article,
        "version_id": admin.get(f"/articles/{article}")["versions"][0]["id"],
        "decision_id": admin.get("/decisions")["items"][0]["id"],
        "report_id": admin.get("/reports")["items"][0]["id"],
        "job_id": admin.post("/ingest", 202, addresses=["http://127.0.0.1/"])["id"],
        "name": "Ann",
    }


@pytest.mark.parametrize("label", OPERATIONS)
def test_every_answer_is_as_the_document_says(admin: Moderator, known: dict[str, str], label: str) -> None:
    operation = OPERATIONS[label]
    ask_about(operation, GenerationMode.POSITIVE, CHECKS, admin, known)
    if operation.query or operation.body:
        ask_about(operation, GenerationMode.NEGATIVE, [*CHECKS, negative_data_rejection], admin, known)


def ask_about(operation: Any, mode: GenerationMode, checks: list[Any], admin: Moderator, known: dict[str, str]) -> None:
    """Requests that the document allows, or such as it forbids, of things that there are as of others."""
    app = admin.client.application
    signed = admin.headers if operation.path.startswith(ADMIN) else {}

    @given(case=operation.as_strategy(generation_mode=mode), there=st.booleans())
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,  # the same requests each time; raise EXAMPLES to search further
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: Any, there: bool) -> None:
        if there:
            case.path_parameters = {
                name: known.get(name, value) for name, value in (case.path_parameters or {}).items()
            }
        case.operation.app = app
        response = case.call(headers=signed)
        too_large = response.status_code == 413  # refused unread, which the check of wrong requests has not heard of
        case.validate_response(response, checks=CHECKS if too_large else checks)

    ask()
