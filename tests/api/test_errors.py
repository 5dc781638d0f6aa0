"""Whatever is sent, the answer is a problem document that says what is wrong, and never a 500."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine, text
from tests.postgresql import ONLY_POSTGRESQL, ONLY_SQLITE, Cluster

from secondsource.api.problems import MAX_ERRORS, MAX_FIELD
from secondsource.factbase.sessions import writing

POST = "/api/v1/annotations"
JSON = "application/json"


def problem(response: Any, status: int) -> dict[str, Any]:
    assert response.status_code == status, response.text
    assert response.content_type == "application/problem+json"
    body: dict[str, Any] = json.loads(response.data)
    assert set(body) <= {"type", "title", "status", "detail", "errors"}
    assert body["status"] == status
    assert body["title"]
    assert len(body["detail"]) > 10
    return body


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "JSON"),
        (b"{", "JSON"),
        (b'{"text": "a"', "JSON"),
        (b"{'text': 'a'}", "JSON"),
        (b'\xff\xfe{"text": "a"}', "JSON"),
        (b'{"text": "caf\xe9"}', "JSON"),
        (b"[" * 200_000, "JSON"),
        (b'{"text":' * 100_000, "JSON"),
        (b"1" * 10_000, "JSON"),
        (b"null", "object"),
        (b'"text"', "object"),
        (b"[]", "object"),
        (b'[{"text": "a"}]', "object"),
    ],
)
def test_a_body_that_is_no_json_object_is_a_bad_request(client: FlaskClient, body: bytes, says: str) -> None:
    assert says in problem(client.post(POST, data=body, content_type=JSON), 400)["detail"]


@pytest.mark.parametrize(
    ("page", "field", "says"),
    [
        ({}, "text", "Missing"),
        ({"text": None}, "text", "null"),
        ({"text": 7}, "text", "string"),
        ({"text": ["a"]}, "text", "string"),
        ({"text": {"a": "b"}}, "text", "string"),
        ({"text": "a\0b"}, "text", "NUL character, at 1"),
        ({"text": "ab\ud800"}, "text", "surrogate pair, at 2"),
        ({"text": "\udc00\ud800"}, "text", "surrogate pair, at 0"),
        ({"text": "a" * 500_001}, "text", "500,001 characters"),
        ({"text": "a", "url": 1}, "url", "string"),
        ({"text": "a", "url": "\ud800"}, "url", "surrogate"),
        ({"text": "a", "url": "https://a.example/" + "a" * 8000}, "url", "characters"),
        ({"text": "a", "title": "a\0"}, "title", "NUL"),
        ({"text": "a", "txet": "b"}, "txet", "Unknown"),
        ({"text": "a", "__proto__": {}}, "__proto__", "Unknown"),
    ],
)
def test_a_field_that_is_not_right_is_named(client: FlaskClient, page: dict[str, Any], field: str, says: str) -> None:
    body = problem(client.post(POST, data=json.dumps(page), content_type=JSON), 422)
    assert [error["field"] for error in body["errors"]] == [field]
    assert says in body["errors"][0]["detail"]
    assert field in body["detail"]


def test_a_field_name_of_half_a_character_is_no_crash(client: FlaskClient) -> None:
    problem(client.post(POST, data='{"text": "a", "\\ud800": 1}', content_type=JSON), 422)


def test_a_pair_of_surrogate_escapes_is_one_character(client: FlaskClient) -> None:
    assert client.post(POST, data='{"text": "\\ud83d\\ude00"}', content_type=JSON).status_code == 200


def test_the_longest_text_is_taken(client: FlaskClient) -> None:
    assert client.post(POST, json={"text": "a " * 250_000}).status_code == 200


def test_a_body_over_a_megabyte_is_too_large(client: FlaskClient) -> None:
    assert "1 MB" in problem(client.post(POST, json={"text": "a" * 1_000_000}), 413)["detail"]


@pytest.mark.parametrize(
    "content_type",
    [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ";", "é"],
)
def test_a_body_that_is_not_said_to_be_json_is_refused(client: FlaskClient, content_type: str | None) -> None:
    problem(client.post(POST, data=b'{"text": "a"}', content_type=content_type), 415)


def test_a_body_that_is_packed_is_refused_as_such(client: FlaskClient) -> None:
    packed, plain = gzip.compress(b'{"text": "a"}'), b'{"text": "a"}'
    refused = client.post(POST, data=packed, content_type=JSON, headers={"Content-Encoding": "gzip"})
    assert "unpacked" in problem(refused, 415)["detail"]
    taken = client.post(POST, data=plain, content_type=JSON, headers={"Content-Encoding": "identity"})
    assert taken.status_code == 200


def test_json_may_name_its_charset(client: FlaskClient) -> None:
    response = client.post(POST, data=b'{"text": "a"}', content_type="application/json; charset=utf-8")
    assert response.status_code == 200


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/api/v2/health", "/nothing.php", "/api/v1/stories/nothing"])
def test_what_is_not_there_is_not_found(client: FlaskClient, path: str) -> None:
    problem(client.get(path, headers={"Accept": "application/json"}), 404)


@pytest.mark.parametrize("noun", ["stories", "facts", "articles"])
@pytest.mark.parametrize("key", ["nothing", "é😀", "'", "%00", "a" * 5000, "..%2f..%2fetc%2fpasswd"])
def test_an_id_that_nothing_has_is_not_found(client: FlaskClient, noun: str, key: str) -> None:
    problem(client.get(f"/api/v1/{noun}/{key}"), 404)


def test_a_wrong_method_names_the_right_ones(client: FlaskClient) -> None:
    response = client.get(POST)
    assert "POST" in problem(response, 405)["detail"]
    assert "POST" in response.headers["Allow"]


def test_a_query_with_what_no_database_keeps_is_refused(client: FlaskClient) -> None:
    assert "%00" in problem(client.get("/api/v1/stories?after=%00"), 400)["detail"]
    assert client.get("/read/%00").status_code == 404


@pytest.mark.parametrize("noun", ["stories", "facts", "articles"])
@pytest.mark.parametrize("query", ["limit=0", "limit=1000", "limit=x", "lmit=2", "after=", "after=" + "a" * 65])
def test_a_query_that_is_not_right_is_named(client: FlaskClient, noun: str, query: str) -> None:
    body = problem(client.get(f"/api/v1/{noun}?{query}"), 422)
    assert [error["field"] for error in body["errors"]] == [query.partition("=")[0]]


def test_an_answer_is_never_much_larger_than_the_mistake(client: FlaskClient) -> None:
    many = {f"k{number}": 1 for number in range(50_000)}
    body = problem(client.post(POST, json=many), 422)
    assert len(body["errors"]) == MAX_ERRORS
    response = client.post(POST, json={"k" * 900_000: 1, "text": "a"})
    assert problem(response, 422)["errors"] == [{"field": "k" * MAX_FIELD, "detail": "Unknown field."}]
    assert len(response.data) < 1000


def test_a_crash_says_nothing_of_the_inside(
    client: FlaskClient, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    client.application.config["PROPAGATE_EXCEPTIONS"] = False
    with writing(engine) as session:
        session.execute(text("INSERT INTO story (id, title, created_at) VALUES ('s', 'S', '2031-03-04')"))
        session.execute(text("INSERT INTO outlet (id, name, domains) VALUES ('o', 'O', '[]')"))
        article = (
            "INSERT INTO article (id, story_id, outlet_id, url, url_key, added_at, published_at, published_offset)"
        )
        no_zone = "('a', 's', 'o', 'u', 'k', '2031-03-04', '2031-03-04', 999999)"
        session.execute(text(f"{article} VALUES {no_zone}"))
    body = problem(client.get("/api/v1/stories"), 500)
    assert "log" in body["detail"]
    assert "date" not in body["detail"]
    assert "Exception on /api/v1/stories" in caplog.text


@ONLY_SQLITE
def test_a_base_that_does_not_answer_is_a_503(
    client: FlaskClient, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    with writing(engine) as session:
        session.execute(text("DROP TABLE term"))
    response = client.post(POST, json={"text": "The captain, Maud Tregenza, saw Ivo Lindqvist."})
    problem(response, 503)
    assert response.headers["Retry-After"]
    assert "no such table" in caplog.text
    assert "tregenza" not in caplog.text.lower(), "what people read is no business of the log"


@ONLY_POSTGRESQL
def test_a_database_that_is_gone_is_a_503(client: FlaskClient, engine: Engine, postgresql: Cluster) -> None:
    assert client.get("/api/v1/health").status_code == 200
    postgresql.drop(str(engine.url.database))
    problem(client.get("/api/v1/health"), 503)
