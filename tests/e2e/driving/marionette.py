"""A client for Firefox's own remote protocol: frames of `length:[0, id, command, parameters]` over a socket.

PyPI's marionette_driver needs telnetlib, which Python 3.13 no longer has; the protocol is small.
"""

from __future__ import annotations

import itertools
import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.waiting import SECONDS

SCRIPT_SECONDS = 1.5 * SECONDS  # longer than any script waits for something


class RefusedError(Exception):
    """Firefox said no, in its own words."""


class Marionette:
    """One session. Scripts run beside the page with the browser's rights: closed shadow roots open."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=SCRIPT_SECONDS)
        self._stream = self._socket.makefile("rb")
        self._ids = itertools.count(1)
        self._read()  # the greeting
        self.send("WebDriver:NewSession", strictFileInteractability=False, timeouts={"script": 1000 * SCRIPT_SECONDS})

    def send(self, command: str, **parameters: Any) -> Any:
        """Carry out one command; its result. Raises RefusedError."""
        body = json.dumps([0, next(self._ids), command, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(body), body))
        _, _, error, result = self._read()
        if error:
            raise RefusedError(f"{command}: {error['error']}: {error['message']}\n{error['stacktrace']}")
        return result["value"] if isinstance(result, dict) and set(result) == {"value"} else result

    def run(self, script: str, *arguments: Any, sandbox: str | None = "system") -> Any:
        """What a script's body returns; `args` are its arguments; it may await. Raises RefusedError.

        With sandbox None the script has the page's own rights and sees its objects as the page does.
        """
        told = self.send(
            "WebDriver:ExecuteAsyncScript",
            script="const [args, done] = arguments;"
            f"(async () => {{ {script} }})()"
            ".then((value) => done([value ?? null]), (e) => done([null, `${e} ${e.stack}`]));",
            args=[list(arguments)],
            sandbox=sandbox,
            newSandbox=False,
        )
        if len(told) > 1:
            raise RefusedError(told[1])
        return told[0]

    def close(self) -> None:
        """End the session; Firefox goes on."""
        self._stream.close()
        self._socket.close()

    @contextmanager
    def chrome(self) -> Iterator[None]:
        """Commands go to the browser's own window meanwhile."""
        self.send("Marionette:SetContext", value="chrome")
        try:
            yield
        finally:
            self.send("Marionette:SetContext", value="content")

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            byte = self._stream.read(1)
            if not byte:
                raise RefusedError("Firefox closed the connection")
            length += byte
        return json.loads(self._stream.read(int(length[:-1])))
