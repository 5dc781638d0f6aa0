"""No web page reaches the server: not by name, not by origin, not by a form."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine
from werkzeug.routing import Rule

from secondsource.app import create_app
from secondsource.config import Settings

CHROME = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
FIREFOX = "moz-extension://1b2c3d4e-0000-4aaa-9bbb-123456789abc"
POST = "/api/v1/annotations"
KNOWN_HOSTS = ["127.0.0.1", "127.0.0.1:8765", "localhost", "LOCALHOST:80", "[::1]", "[::1]:8765"]
STRANGE_HOSTS = [
    "", "evil.example", "evil.example:8765", "127.0.0.1.evil.example", "localhost.evil.example", "127.0.0.2",
    "0.0.0.0",  # noqa: S104
    "localhost:8765@evil.example", "localhost, evil.example", "[::1", "::1", "localhost:port",
    "localhost:99999999", "127.1", "2130706433", "é", "local host", "localhost/",
    "[fe80::1%25eth0]", "a" * 5000,
]  # fmt: skip
STRANGE_ORIGINS = [
    "null", "https://evil.example", "http://localhost:3000", "http://127.0.0.1", "https://127.0.0.1:8765", "",
    "chrome-extension://abcdefghijklmnopabcdefghijklmno", "chrome-extension://qqcdefghijklmnopabcdefghijklmnop",
    CHROME + ".evil.example", CHROME + "\nx", "moz-extension://1b2c3d4e", "xmoz-extension://" + FIREFOX[16:],
    "http://localhost:8765, " + CHROME, "é", "http://[", "file://", "a" * 5000,
]  # fmt: skip
OWN = {"Host": "localhost:8765"}


def rules(client: FlaskClient) -> list[tuple[str, str]]:
    """Every route with every method."""
    found: list[tuple[str, str]] = []
    rule: Rule
    for rule in client.application.url_map.iter_rules():
        path = str(rule)
        for argument in rule.arguments:
            path = path.replace(f"<path:{argument}>", "x").replace(f"<{argument}>", "x")
        found += [(method, path) for method in sorted(rule.methods or ())]
    return found


def test_every_route_refuses_strange_hosts(client: FlaskClient) -> None:
    assert len(rules(client)) > 20
    for method, path in rules(client):
        for host in STRANGE_HOSTS if path == POST else STRANGE_HOSTS[:3]:
            environ = {"HTTP_HOST": host}
            response = client.open(path, method=method, environ_overrides=environ)
            assert response.status_code == 421, (method, path, host)


@pytest.mark.parametrize("host", KNOWN_HOSTS)
def test_the_loopback_names_are_known(client: FlaskClient, host: str) -> None:
    assert client.get("/api/v1/health", headers={"Host": host}).status_code == 200


def test_other_names_can_be_allowed(engine: Engine, database_url: str) -> None:
    assert engine
    app = create_app(Settings(database_url, frozenset({"desk.example"})))
    with app.test_client() as client:
        assert client.get("/api/v1/health", headers={"Host": "Desk.example:80"}).status_code == 200
    app.extensions["secondsource.base"].dispose()


def test_every_unsafe_route_refuses_other_sites_pages(client: FlaskClient) -> None:
    unsafe = [(m, p) for m, p in rules(client) if m not in {"GET", "HEAD", "OPTIONS"}]
    assert unsafe
    for method, path in unsafe:
        for origin in STRANGE_ORIGINS:
            environ = {"HTTP_ORIGIN": origin, "HTTP_HOST": "localhost:8765"}
            response = client.open(path, method=method, json={"text": "a"}, environ_overrides=environ)
            assert response.status_code == 403, (path, origin)
            assert "Access-Control-Allow-Origin" not in response.headers
        for site in ("cross-site", "same-site", "é", ""):
            headers = OWN | {"Sec-Fetch-Site": site}
            assert client.open(path, method=method, json={"text": "a"}, headers=headers).status_code == 403, site


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_what_a_form_can_send_is_refused(client: FlaskClient, content_type: str) -> None:
    response = client.post(POST, data='{"text": "a"}', content_type=content_type, headers=OWN)
    assert response.status_code == 415


def test_what_is_deleted_without_a_body_need_not_say_what_the_body_is(client: FlaskClient) -> None:
    path = "/api/v1/admin/me/sessions"
    assert client.delete(path, headers=OWN).status_code == 401, "past the guard, and not signed"
    assert client.delete(path, headers=OWN, data=b"x", content_type="text/plain").status_code == 415
    assert client.delete(path, headers=OWN | {"Origin": "https://evil.example"}).status_code == 403


@pytest.mark.parametrize("origin", [CHROME, FIREFOX])
def test_an_extension_may_ask_and_read_the_answer(client: FlaskClient, origin: str) -> None:
    headers = OWN | {"Origin": origin, "Sec-Fetch-Site": "cross-site"}
    response = client.post(POST, json={"text": "a"}, headers=headers)
    assert response.status_code == 200
    assert response.headers["Access-Control-Allow-Origin"] == origin
    assert "Origin" in ", ".join(response.headers.getlist("Vary"))
    preflight = client.options(
        POST,
        headers=headers
        | {
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
            "Access-Control-Request-Private-Network": "true",
        },
    )
    assert preflight.headers["Access-Control-Allow-Origin"] == origin
    assert preflight.headers["Access-Control-Allow-Private-Network"] == "true"


@pytest.mark.parametrize("path", ["/admin/sign-in", "/admin/sign-out", "/api/v1/admin/decisions"])
def test_an_extension_sends_nothing_to_the_moderators_part(client: FlaskClient, path: str) -> None:
    headers = OWN | {"Origin": CHROME, "Sec-Fetch-Site": "cross-site"}
    assert client.post(path, headers=headers, data={"token": "x"}).status_code == 403


def test_an_extension_gets_no_leave_for_the_admin_part(client: FlaskClient) -> None:
    headers = {"Origin": CHROME, "Access-Control-Request-Method": "POST"}
    assert "Access-Control-Allow-Origin" not in client.options("/api/v1/admin/decisions", headers=headers).headers


@pytest.mark.parametrize("origin", STRANGE_ORIGINS)
def test_a_page_gets_no_leave_to_read(client: FlaskClient, origin: str) -> None:
    response = client.get("/api/v1/health", environ_overrides={"HTTP_ORIGIN": origin})
    assert "Access-Control-Allow-Origin" not in response.headers


def test_the_servers_own_pages_may_ask(client: FlaskClient) -> None:
    headers = OWN | {"Origin": "http://localhost:8765", "Sec-Fetch-Site": "same-origin"}
    assert client.post(POST, json={"text": "a"}, headers=headers).status_code == 200


MALFORMED = ["", "é", "\x7f", "a" * 9000, "{}", "%00", "-1", "0, 0", '"', ";", "*", "99999999999999999999"]
HEADERS = [
    "Accept", "Accept-Encoding", "Authorization", "Content-Length", "Content-Type", "Cookie", "If-Match",
    "If-Modified-Since", "If-None-Match", "Origin", "Range", "Sec-Fetch-Site", "Transfer-Encoding",
    "X-Forwarded-For",
    "X-Forwarded-Host",
]  # fmt: skip


def headers() -> Iterator[tuple[str, str]]:
    for name in HEADERS:
        for value in MALFORMED:
            key = name.upper().replace("-", "_")
            yield (key if key in {"CONTENT_LENGTH", "CONTENT_TYPE"} else f"HTTP_{key}"), value


def test_malformed_headers_are_never_a_crash(client: FlaskClient) -> None:
    for name, value in headers():
        for method, path in (("POST", POST), ("GET", "/api/v1/admin/facts"), ("GET", "/")):
            response = client.open(path, method=method, data=b"{}", environ_overrides={name: value})
            assert response.status_code < 500, (name, value, path)


def test_every_answer_has_the_security_headers(client: FlaskClient) -> None:
    for path in ("/api/v1/health", "/api/v1/nothing", "/api/v1/admin/facts", "/api/v1/openapi.json", "/"):
        found = client.get(path).headers
        assert found["X-Content-Type-Options"] == "nosniff"
        assert found["Referrer-Policy"] == "no-referrer"
        assert found["Content-Security-Policy"].startswith("default-src 'none'")
        assert "frame-ancestors 'none'" in found["Content-Security-Policy"]
    assert "script-src" not in client.get("/api/v1/health").headers["Content-Security-Policy"]
