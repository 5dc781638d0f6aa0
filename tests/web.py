"""A small web of one's own: a real HTTP server that stands for every host a test names, and counts what it is asked."""

from __future__ import annotations

import ssl
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from secondsource.ingesting.connecting import Guard
from secondsource.ingesting.fetching import Fetcher


@dataclass(frozen=True)
class Reply:
    """What the server answers at a path."""

    body: bytes = b""
    status: int = 200
    content_type: str = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()


@dataclass
class Asked:
    """One request."""

    host: str
    path: str
    headers: dict[str, str]
    at: float


@dataclass
class Web:
    """The server: what stands at which path, or a function that handles the request itself."""

    port: int = 0
    secure: bool = False
    pages: dict[str, Reply | Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def url(self, path: str, host: str = "herald.example") -> str:
        """The address of a path."""
        return f"http{'s' if self.secure else ''}://{host}:{self.port}{path}"

    def fetcher(self, **settings: Any) -> Fetcher:
        """A fetcher for which every name is this machine's, and this machine's addresses are allowed."""
        guard = Guard(look_up=lambda _, __: ["127.0.0.1"], allows=lambda address, _: address.is_loopback)
        return Fetcher(guard, **{"pause": 0.0, **settings})

    def paths(self) -> list[str]:
        """What was asked for, robots.txt apart."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]


@contextmanager
def a_web(certificate: Path | None = None) -> Iterator[Web]:
    """A server, until the block ends; one that speaks TLS if it is given a file with a key and a certificate."""
    web = Web(secure=certificate is not None)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            web.asked.append(Asked(self.headers["Host"], self.path, dict(self.headers), time.monotonic()))
            reply = web.pages.get(self.path, Reply(status=404))
            if not isinstance(reply, Reply):
                reply(self)
                return
            etag = dict(reply.headers).get("ETag")
            unchanged = etag is not None and self.headers.get("If-None-Match") == etag
            self.send_response(304 if unchanged else reply.status)
            for name, value in (("Content-Type", reply.content_type), *reply.headers):
                self.send_header(name, value)
            body = b"" if unchanged else reply.body
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            if not isinstance(sys.exception(), OSError):  # a client that has had enough hangs up
                super().handle_error(request, client_address)  # type: ignore[arg-type]

    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    web.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
