"""A server that wants a pairing token answers only readers who have it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine
from tests.conftest import Program
from tests.forking import Forked
from tests.serving import Server

from secondsource.app import create_app
from secondsource.config import BadSettingError, Settings, settings_from

TOKEN = "correct-horse-battery-staple"
READERS_PART = [("POST", "/annotations"), ("GET", "/addresses"), ("POST", "/reports")]
WRONG = [
    None, "", "Bearer", "Bearer ", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", f"Basic {TOKEN}", TOKEN,
    f"Bearer {TOKEN.upper()}", "Bearer é😀", "Bearer " + "a" * 5000, f"Bearer {TOKEN} {TOKEN}",
]  # fmt: skip


@pytest.fixture
def paired(engine: Engine, database_url: str) -> Iterator[FlaskClient]:
    """Requests to a server with a token."""
    assert engine
    app = create_app(Settings(database_url, reader_token=TOKEN))
    with app.test_client() as client:
        yield client
    app.extensions["secondsource.base"].dispose()


@pytest.mark.parametrize(("method", "path"), READERS_PART)
@pytest.mark.parametrize("header", WRONG)
def test_without_the_token_a_reader_is_refused(paired: FlaskClient, method: str, path: str, header: str | None) -> None:
    environ = {} if header is None else {"HTTP_AUTHORIZATION": header.encode().decode("latin-1")}
    sent = {"text": "a"} if method == "POST" else None
    response = paired.open("/api/v1" + path, method=method, json=sent, environ_overrides=environ)
    assert response.status_code == 401
    assert response.content_type == "application/problem+json"
    assert "options" in json.loads(response.data)["detail"]
    assert response.headers["WWW-Authenticate"].startswith("Bearer")
    assert TOKEN not in response.text


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_with_the_token_a_reader_is_answered(paired: FlaskClient, scheme: str) -> None:
    signed = {"Authorization": f"{scheme} {TOKEN}"}
    assert paired.post("/api/v1/annotations", json={"text": "a"}, headers=signed).status_code == 200
    assert paired.get("/api/v1/addresses", headers=signed).status_code == 200


def test_health_says_whether_a_token_is_wanted(paired: FlaskClient, client: FlaskClient) -> None:
    assert paired.get("/api/v1/health").json["wants_token"] is True
    assert "wants_token" not in client.get("/api/v1/health").json


def test_a_readers_token_opens_nothing_to_moderate(paired: FlaskClient, token: str) -> None:
    assert paired.get("/api/v1/admin/facts", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 401
    assert paired.get("/api/v1/admin/facts", headers={"Authorization": f"Bearer {token}"}).status_code == 200
    signed = {"Authorization": f"Bearer {token}"}
    assert paired.post("/api/v1/annotations", json={"text": "a"}, headers=signed).status_code == 401


def test_an_extensions_browser_may_ask_whether_it_may_send_the_token(paired: FlaskClient) -> None:
    response = paired.options(
        "/api/v1/annotations",
        headers={
            "Origin": "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "authorization, content-type",
        },
    )
    assert response.status_code == 200
    assert "authorization" in response.headers["Access-Control-Allow-Headers"].lower()


def test_the_settings_never_show_it(database_url: str) -> None:
    assert TOKEN not in repr(Settings(database_url, reader_token=TOKEN))


@pytest.mark.parametrize(
    "token", ["short", "with a space in it", "tökens-of-other-letters", "a" * 201, "tab\tin-the-middle"]
)
def test_a_token_that_cannot_be_used_is_one_sentence(program: Program, token: str) -> None:
    with pytest.raises(BadSettingError, match="reader token"):
        settings_from({"SECONDSOURCE_READER_TOKEN": token})
    program.environment["SECONDSOURCE_READER_TOKEN"] = token
    result = program.run("serve", check=False)
    assert result.returncode == 1
    assert result.stderr.startswith("Error: A reader token")
    assert token not in result.stderr


def test_white_space_around_a_token_does_not_count() -> None:
    assert settings_from({"SECONDSOURCE_READER_TOKEN": f" {TOKEN}\n"}).reader_token == TOKEN


def test_serve_takes_the_token_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(TOKEN + "\n", "utf-8")
    server = Server(tmp_path, Forked)
    server.start("--reader-token-file", str(file))
    asked = {"text": "Nothing that anybody knows."}
    assert server.post("/api/v1/annotations", asked)[0] == 401
    assert server.post("/api/v1/annotations", asked, {"Authorization": f"Bearer {TOKEN}"})[0] == 200
    assert server.stop() == 0
    assert TOKEN not in server.log.read_text("utf-8")


def test_an_empty_file_holds_no_token(program: Program, tmp_path: Path) -> None:
    (tmp_path / "token").write_text("\n", "utf-8")
    result = program.run("serve", "--reader-token-file", str(tmp_path / "token"), check=False)
    assert result.returncode == 1
    assert "is empty" in result.stderr


def test_the_reference_tells_a_pairing_token_from_a_moderators(client: FlaskClient) -> None:
    page = client.get("/docs").text
    reports, moderators = (page.index(f"</span> {path}</h3>") for path in ("/api/v1/reports", "/api/v1/admin/reports"))
    assert "pairing token, where" in page[reports : reports + 1000]
    assert "moderator’s token" in page[moderators : moderators + 1000]
