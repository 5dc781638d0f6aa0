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
from secondsource.ingesting.ingest import ingest_paths
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
        moderator.post("/moderators", name="Bea")
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
        "token_id": admin.get("/moderators/Bea")["tokens"][0]["id"],
        "name": "Bea",  # what is done to her ends nobody's requests
    }


# Where the state is that an operation wants the tag of, by the parameters of its path or, for decisions, by what is
# decided on.
ON_A_STATE = {
    "/decisions": "/relations/{relation_id}",
    "/decisions/{decision_id}/undo": "/decisions/{decision_id}",
    **{f"/moderators/{{name}}/{act}": "/moderators/{name}" for act in ("disable", "enable", "role", "tokens")},
    "/moderators/{name}/tokens/{token_id}": "/moderators/{name}",
}


@pytest.mark.parametrize("label", OPERATIONS)
def test_every_answer_is_as_the_document_says(admin: Moderator, known: dict[str, str], label: str) -> None:
    operation = OPERATIONS[label]
    answers = ask_about(operation, GenerationMode.POSITIVE, CHECKS, admin, known)
    if operation.path.removeprefix(ADMIN) in ON_A_STATE:
        assert answers & {200, 201}, "with the right tag it is done"
    if operation.query or operation.body:
        ask_about(operation, GenerationMode.NEGATIVE, [*CHECKS, negative_data_rejection], admin, known)


def on_its_state(case: Any, admin: Moderator, known: dict[str, str], *, rightly: bool) -> None:
    """Let a request that wants a tag have the right one; one that is right in all else decides on what there is."""
    path = ON_A_STATE.get(case.operation.path.removeprefix(ADMIN))
    if path is None:
        return
    if rightly:
        case.headers.pop("Idempotency-Key", None)  # which might be another request's
        if isinstance(case.body, dict) and "target" in case.body:
            case.body |= {"action": "leave_relation", "target": known["relation_id"], "change": {}}
    case.headers["If-Match"] = admin.get(path.format(**known))["etag"]


def ask_about(
    operation: Any, mode: GenerationMode, checks: list[Any], admin: Moderator, known: dict[str, str]
) -> set[int]:
    """Requests that the document allows, or such as it forbids, of things that there are as of others; the statuses."""
    app = admin.client.application
    answers: set[int] = set()
    signed = admin.headers if operation.path.startswith(ADMIN) else {}

    rightly = mode is GenerationMode.POSITIVE and operation.path.removeprefix(ADMIN) in ON_A_STATE

    @given(case=operation.as_strategy(generation_mode=mode), there=st.just(True) if rightly else st.booleans())
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
            on_its_state(case, admin, known, rightly=rightly)
        case.operation.app = app
        response = case.call(headers=signed)
        answers.add(response.status_code)
        too_large = response.status_code == 413  # refused unread, which the check of wrong requests has not heard of
        case.validate_response(response, checks=CHECKS if too_large else checks)

    ask()
    return answers
