"""Behind a proxy that ends TLS: a moderator signs in, judges and signs out; nobody else is believed to be a proxy."""

from __future__ import annotations

import http.client
import json
import re
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from sqlalchemy import Engine
from tests.serving import free_port
from waitress.wasyncore import close_all

from secondsource.app import create_app
from secondsource.config import LOOPBACK_HOSTS, BadSettingError, Settings, settings_from
from secondsource.serving import listening

HOST = "herald.example"
CERTIFICATE = Path(__file__).parents[1] / f"{HOST}.pem"  # a key and a certificate of that name, till 2126
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
PASSED_ON = ("Host", "Content-Type", "Cookie", "Origin", "Sec-Fetch-Site", "X-CSRF-Token", "If-Match")


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: str


@dataclass
class Running:
    """The server on a port of its own."""

    port: int

    def ask(self, method: str, path: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
        """Plain HTTP, as a proxy asks and as anybody else on the network can."""
        return exchange(http.client.HTTPConnection("127.0.0.1", self.port, timeout=60), method, path, headers, body)


def exchange(
    connection: http.client.HTTPConnection, method: str, path: str, headers: Mapping[str, str], body: bytes
) -> Answer:
    try:
        connection.request(method, path, body or None, dict(headers))
        answer = connection.getresponse()
        return Answer(answer.status, dict(answer.getheaders()), answer.read().decode())
    finally:
        connection.close()


@contextmanager
def served(database_url: str, trusted_proxy: str) -> Iterator[Running]:
    """As `serve` serves, in this process."""
    app = create_app(Settings(database_url, hosts=LOOPBACK_HOSTS | {HOST}))
    port = free_port()
    server = listening(app, "127.0.0.1", port, trusted_proxy)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield Running(port)
    finally:
        server.trigger.pull_trigger(lambda: close_all(server._map))  # in the thread that waits for these sockets
        thread.join(timeout=60)
        assert not thread.is_alive()
        server.task_dispatcher.shutdown()
        app.extensions["secondsource.base"].dispose()


@contextmanager
def before(server: Running) -> Iterator[int]:
    """A proxy that speaks TLS and passes on what it is asked, the name too; the port it listens on."""

    class Proxy(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            kept = {name: self.headers[name] for name in PASSED_ON if name in self.headers}
            answer = server.ask(self.command, self.path, kept | {"X-Forwarded-Proto": "https"}, body)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                if name not in {"Date", "Server", "Content-Length"}:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body.encode())))
            self.end_headers()
            self.wfile.write(answer.body.encode())

        do_POST = do_GET  # noqa: N815 - the library's name

        def log_message(self, *_: object) -> None:
            pass

    proxy = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    proxy.socket = context.wrap_socket(proxy.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=proxy.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield proxy.server_address[1]
    finally:
        proxy.shutdown()
        proxy.server_close()


class Resolved(http.client.HTTPSConnection):
    """A connection to herald.example, whose address is this machine's."""

    def connect(self) -> None:
        port, self.host = self.port, "127.0.0.1"
        http.client.HTTPConnection.connect(self)
        self.host, self.port = HOST, port
        context = ssl.create_default_context(cafile=CERTIFICATE)
        self.sock = context.wrap_socket(self.sock, server_hostname=HOST)


@dataclass
class Browser:
    """Asks over TLS as a page of the desk does, and keeps one cookie."""

    port: int
    cookie: str = ""

    @property
    def origin(self) -> str:
        """Of the desk's pages."""
        return f"https://{HOST}:{self.port}"

    def ask(self, method: str, path: str, headers: Mapping[str, str] | None = None, body: bytes = b"") -> Answer:
        """A request with what a browser adds."""
        sent = {"Origin": self.origin, "Sec-Fetch-Site": "same-origin"} if method == "POST" else {}
        sent |= {"Cookie": self.cookie} if self.cookie else {}
        answer = exchange(Resolved(HOST, self.port, timeout=60), method, path, sent | dict(headers or {}), body)
        if "Set-Cookie" in answer.headers:
            self.cookie = answer.headers["Set-Cookie"].partition(";")[0]
        return answer

    def post(self, path: str, tag: str, csrf: str, **asked: Any) -> Answer:
        """JSON, as the desk's script sends it."""
        headers = {"Content-Type": "application/json", "X-CSRF-Token": csrf, "If-Match": tag}
        return self.ask("POST", path, headers, json.dumps(asked).encode())


def sign_in(token: str) -> bytes:
    return urlencode({"token": token}).encode()


def test_a_moderator_signs_in_judges_and_signs_out_over_tls(
    engine: Engine,  # noqa: ARG001
    database_url: str,
    ferry: Path,  # noqa: ARG001
    token: str,
) -> None:
    with served(database_url, "127.0.0.1") as server, before(server) as port:
        browser = Browser(port)
        signed = browser.ask("POST", "/admin/sign-in", FORM, sign_in(token))
        assert signed.status == 303, signed.body
        told = signed.headers["Set-Cookie"]
        assert "; Secure" in told
        assert "; HttpOnly" in told
        assert "; SameSite=Strict" in told
        page = browser.ask("GET", "/admin").body
        csrf = re.search(r'csrf-token" content="(\w+)"', page)
        item = re.search(r'data-target="(\w+)" data-etag="([^"]+)"', page)
        assert csrf is not None
        assert item is not None
        tag = item[2].replace("&#34;", '"')
        asked = {"action": "confirm_relation", "target": item[1], "reason": "", "change": {}}
        kept = browser.post("/api/v1/admin/decisions", tag, csrf[1], **asked)
        assert kept.status == 201, kept.body
        document = browser.ask("GET", "/feed.json").body
        assert f"https://{HOST}:{port}/" in document, "addresses are those that readers can follow"
        assert browser.ask("POST", "/admin/sign-out", FORM, b"").status == 303
        assert browser.ask("GET", "/admin").status == 302


def test_only_the_trusted_proxy_says_how_readers_came(
    engine: Engine,  # noqa: ARG001
    database_url: str,
    token: str,
) -> None:
    forged = {"X-Forwarded-Proto": "https"}
    for trusted in ("", "192.0.2.7"):  # nobody, and somebody else
        with served(database_url, trusted) as server:
            came = FORM | forged | {"Host": HOST, "Origin": f"https://{HOST}"}
            assert server.ask("POST", "/admin/sign-in", came, sign_in(token)).status == 403
            here = FORM | forged | {"Origin": f"http://127.0.0.1:{server.port}"}
            signed = server.ask("POST", "/admin/sign-in", here, sign_in(token))
            assert signed.status == 303
            assert "Secure" not in signed.headers["Set-Cookie"]


def test_the_name_that_was_asked_for_is_host_and_nothing_that_a_proxy_says(
    engine: Engine,  # noqa: ARG001
    database_url: str,
) -> None:
    with served(database_url, "127.0.0.1") as server:
        for name, status in {"evil.example": 421, f"{HOST}, evil.example": 421, HOST: 200}.items():
            said = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": HOST, "Host": name}
            assert server.ask("GET", "/api/v1/health", said).status == status, name
        for wrong in ("ftp", "https, http", "\xe9"):
            assert server.ask("GET", "/api/v1/health", {"X-Forwarded-Proto": wrong}).status == 400, wrong


@pytest.mark.parametrize(
    ("given", "kept"), [("", ""), (" 10.0.0.1 ", "10.0.0.1"), ("*", "*"), ("2001:DB8:0::1", "2001:db8::1")]
)
def test_a_proxy_is_named_by_its_address(given: str, kept: str) -> None:
    assert settings_from({"SECONDSOURCE_TRUSTED_PROXY": given}).trusted_proxy == kept


@pytest.mark.parametrize("given", ["proxy.example", "10.0.0.0/8", "10.0.0.1, 10.0.0.2", "**"])
def test_what_is_no_address_is_refused(given: str) -> None:
    with pytest.raises(BadSettingError, match="SECONDSOURCE_TRUSTED_PROXY"):
        settings_from({"SECONDSOURCE_TRUSTED_PROXY": given})
