"""A door before the real server: it writes down what passes, can hold answers back, and sees who leaves meanwhile."""

from __future__ import annotations

import http.client
import select
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.serving import Server, free_port
from tests.waiting import POLL_SECONDS, SECONDS


@dataclass(frozen=True)
class Passed:
    """One request, as the server got it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    at: float
    """Seconds since the epoch, which the browser's Date counts too."""


class Gate:
    """Listens at `address` and passes everything on to the server."""

    def __init__(self, server: Server) -> None:
        self.passed: list[Passed] = []
        self._left: list[str] = []
        self._server = server
        self._open = threading.Event()
        self._open.set()
        self._held: tuple[str, ...] = ()
        self._instead: dict[str, list[tuple[int, dict[str, str], str]]] = {}
        self._always: dict[str, tuple[int, dict[str, str], str]] = {}
        self._late: dict[str, float] = {}
        self._port = free_port()
        self.address = f"http://127.0.0.1:{self._port}"
        self._listen()

    @contextmanager
    def holding(self, *nouns: str) -> Iterator[None]:
        """Requests for the nouns get their answer only after this."""
        self._held = tuple(f"/api/v1/{noun}" for noun in nouns)
        self._open.clear()
        try:
            yield
        finally:
            self._open.set()

    @contextmanager
    def delaying(self, noun: str, seconds: float) -> Iterator[None]:
        """Meanwhile every answer about the noun takes so much longer, as at the end of a slow line."""
        self._late[f"/api/v1/{noun}"] = seconds
        try:
            yield
        finally:
            self._late.clear()

    @contextmanager
    def shut(self) -> Iterator[None]:
        """Meanwhile nobody listens there."""
        self._stop()
        try:
            yield
        finally:
            self._listen()

    @contextmanager
    def answering(self, noun: str, status: int, headers: dict[str, str], body: str = "{}") -> Iterator[None]:
        """Meanwhile answer so whoever asks for the noun."""
        path = f"/api/v1/{noun}"
        self._always[path] = (status, headers, body)
        try:
            yield
        finally:
            del self._always[path]

    def answer_instead(self, noun: str, status: int, headers: dict[str, str], body: str = "{}") -> None:
        """Once, answer as a proxy or another program would; several wait in line."""
        self._instead.setdefault(f"/api/v1/{noun}", []).append((status, headers, body))

    def asked(self, noun: str) -> list[Passed]:
        """The requests for the noun so far."""
        return [request for request in self.passed if request.path == f"/api/v1/{noun}"]

    def left(self, noun: str) -> int:
        """How many who asked for the noun went while it was held back; it only grows."""
        return self._left.count(f"/api/v1/{noun}")

    def close(self) -> None:
        """Shut it."""
        self._open.set()
        self._stop()

    def _listen(self) -> None:
        self._http = ThreadingHTTPServer(("127.0.0.1", self._port), self._handler())
        self._http.daemon_threads = True
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def _stop(self) -> None:
        self._http.shutdown()
        self._http.server_close()

    def _wait(self, path: str, client: socket.socket) -> bool:
        """Whether the one who asked is still there when the gate opens."""
        while not self._open.wait(POLL_SECONDS):
            if _is_gone(client):
                self._left.append(path)
                return False
        return True

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        gate = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                gate.passed.append(Passed(self.command, self.path, dict(self.headers), body, time.time()))
                if self.path in gate._held and not gate._wait(self.path, self.connection):
                    self.close_connection = True
                    return
                threading.Event().wait(gate._late.get(self.path, 0))
                if gate._instead.get(self.path):
                    self._answer(*gate._instead[self.path].pop(0))
                    return
                if self.path in gate._always:
                    self._answer(*gate._always[self.path])
                    return
                server = http.client.HTTPConnection("127.0.0.1", gate._server.port, timeout=SECONDS)
                headers = {**self.headers, "Host": f"127.0.0.1:{gate._server.port}", "Accept-Encoding": "identity"}
                server.request(self.command, self.path, body or None, headers)
                answer = server.getresponse()
                found = answer.read()
                server.close()
                self._answer(answer.status, dict(answer.getheaders()), found.decode())

            def _answer(self, status: int, headers: dict[str, str], body: str) -> None:
                told = body.encode()
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(told))}.items():
                    if name not in {"Connection", "Date"}:
                        self.send_header(name, value)
                with suppress(OSError):  # who asked may be gone
                    self.end_headers()
                    self.wfile.write(told)

            do_POST = do_GET  # noqa: N815 - the library's name

            def log_message(self, *_: object) -> None:
                pass

        return Handler


def _is_gone(client: socket.socket) -> bool:
    """Whether the other end was closed, in order or with a reset."""
    if not select.select([client], [], [], 0)[0]:
        return False
    try:
        return not client.recv(1, socket.MSG_PEEK)
    except OSError:
        return True
