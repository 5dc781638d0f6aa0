from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from io import StringIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import Engine, text

from secondsource.app import create_app
from secondsource.config import Settings
from secondsource.jobs import enqueue
from secondsource.observing.logs import JsonLines

SECRET = "a-token-that-nobody-may-see"
WORDS = "Captain Maud Tregenza, 54, saw the rocks."


def numbers(client: FlaskClient) -> dict[tuple[str, ...], float]:
    """The metrics, each by its name and its labels' values."""
    families = text_string_to_metric_families(client.get("/metrics").text)
    return {(sample.name, *sample.labels.values()): sample.value for family in families for sample in family.samples}


@pytest.fixture
def log() -> Iterator[StringIO]:
    """What is logged while a test runs, as JSON Lines."""
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(JsonLines())
    logger = logging.getLogger()
    before = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    yield written
    logger.removeHandler(handler)
    logger.setLevel(before)


def lines(log: StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def test_requests_are_counted_by_the_route_that_they_took(client: FlaskClient) -> None:
    client.get("/read/1234")
    client.get("/read/5678")
    client.get("/api/v1/health", headers={"Host": "elsewhere.example"})
    found = numbers(client)
    assert found["secondsource_requests_total", "GET", "/read/<article_id>", "404"] == 2
    assert found["secondsource_requests_total", "GET", "/api/v1/health", "421"] == 1
    assert found["secondsource_request_seconds_count", "GET", "/read/<article_id>"] == 2


def test_there_are_no_more_numbers_than_the_server_has_routes_whatever_is_asked_for(client: FlaskClient) -> None:
    client.get("/one")
    before = len(numbers(client))
    for number in range(20):
        client.get(f"/nothing/{number}?{number}")
        client.open(f"/nothing/{number}", method=f"M{number}")
    after = numbers(client)
    assert after["secondsource_requests_total", "GET", "none", "404"] == 21
    made = len(after) - before
    client.open("/nothing", method="ANOTHER")
    assert len(numbers(client)) == before + made


@pytest.mark.usefixtures("ferry")
def test_the_base_is_counted_when_it_is_asked_for(client: FlaskClient, engine: Engine) -> None:
    found = numbers(client)
    assert (found["secondsource_base_up",], found["secondsource_stories",]) == (1, 1)
    assert found["secondsource_articles",] == 3
    enqueue(engine, "rebuild", {})
    assert numbers(client)["secondsource_jobs", "queued"] == 1


def test_a_base_that_does_not_answer_is_a_number_too(client: FlaskClient, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE story RENAME TO elsewhere"))
    assert numbers(client)["secondsource_base_up",] == 0


def test_where_readers_need_a_token_metrics_need_it_too(database_url: str, engine: Engine) -> None:  # noqa: ARG001
    app = create_app(Settings(database_url, reader_token=SECRET))
    client = app.test_client()
    assert client.get("/metrics").status_code == 401
    assert client.get("/metrics", headers={"Authorization": f"Bearer {SECRET}"}).status_code == 200
    app.extensions["secondsource.base"].dispose()


def test_a_request_keeps_the_id_that_a_proxy_gave_it(client: FlaskClient) -> None:
    assert client.get("/", headers={"X-Request-ID": "proxy-1.a_B"}).headers["X-Request-ID"] == "proxy-1.a_B"


@pytest.mark.parametrize("given", ["", "a" * 65, "two words", 'quote"', "<b>", "é"])
def test_an_id_that_could_harm_a_log_is_replaced(client: FlaskClient, given: str) -> None:
    assert re.fullmatch("[0-9a-f]{32}", client.get("/", headers={"X-Request-ID": given}).headers["X-Request-ID"])


def test_every_request_is_a_line_with_its_id_and_its_route(client: FlaskClient, log: StringIO) -> None:
    client.get("/read/1234?q=private", headers={"X-Request-ID": "mine"})
    (line,) = (line for line in lines(log) if line["logger"] == "secondsource.requests")
    assert {"request_id": "mine", "method": "GET", "route": "/read/<article_id>", "status": 404}.items() <= line.items()
    assert "private" not in log.getvalue()


@pytest.mark.usefixtures("ferry")
def test_no_text_address_or_token_that_was_sent_is_logged(client: FlaskClient, log: StringIO, token: str) -> None:
    client.post("/api/v1/annotations", json={"text": WORDS, "url": "https://private.example/page"})
    client.post("/api/v1/annotations", json={"text": WORDS, "wrong": WORDS})
    client.get("/api/v1/admin/queue", headers={"Authorization": f"Bearer {token}"})
    client.get("/api/v1/admin/queue", headers={"Authorization": f"Bearer {SECRET}"})
    assert len(lines(log)) >= 4
    assert not [said for said in ("Maud", "private.example", token, SECRET) if said in log.getvalue()]


def test_what_was_raised_is_told_by_type_and_place_and_never_by_its_words(app_that_fails: Flask, log: StringIO) -> None:
    assert app_that_fails.test_client().get("/fails", headers={"X-Request-ID": "mine"}).status_code == 500
    (line,) = (line for line in lines(log) if line["level"] == "error")
    assert (line["exception"], line["request_id"]) == ("builtins.ValueError", "mine")
    assert "test_observing.py" in str(line["at"])
    assert "Maud" not in log.getvalue()


@pytest.fixture
def app_that_fails(database_url: str, engine: Engine) -> Iterator[Flask]:  # noqa: ARG001
    """An application one of whose views raises what it was sent."""
    app = create_app(Settings(database_url))

    def fails() -> str:
        raise ValueError(WORDS)

    app.add_url_rule("/fails", "fails", fails)
    yield app
    app.extensions["secondsource.base"].dispose()
