"""The real server, as a user starts it: its own process, its own SQLite file, real HTTP."""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import tomllib
import urllib.request
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError

from click.testing import CliRunner
from tests.forking import Forked
from tests.waiting import SECONDS, until

from secondsource.cli import main

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
CONFLICT = "Leonardo, nine"  # the words of one article that others contradict
COMMAND = Path(sys.executable).with_name("secondsource")


@dataclass(frozen=True)
class Seed:
    """One article of a seed story, as its story.toml and its file give it."""

    name: str
    outlet: str
    url: str
    text: str


def seeds() -> list[Seed]:
    """Every seed article, in the order of the story files."""
    found = []
    for story in sorted(SEEDS.glob("*/story.toml")):
        for told in tomllib.loads(story.read_text(encoding="utf-8"))["articles"]:
            text = (story.parent / told["file"]).read_text(encoding="utf-8")
            found.append(Seed(told["file"][:3], told["outlet"], told["url"], text))
    return found


def with_a_conflict() -> Seed:
    """The seed article that gives a child another age than the other outlets do."""
    return next(seed for seed in seeds() if CONFLICT in seed.text)


# Below the ports that systems give to outgoing connections, a browser's thousands among them. At random, and not from
# Hypothesis's seed, so that workers seldom look at the same.
PORTS = range(20_000, 32_000)
_held: list[socket.socket] = []


def free_port() -> int:
    """A port of the loopback address on which nobody listens; until this process ends it is nobody else's.

    A socket holds it that never listens. Whoever looks for a port finds this one taken; a server that takes addresses
    that were in use, as ours, browsers' and the standard library's do, listens on it, stops, and listens again.
    """
    while True:
        port = random.SystemRandom().choice(PORTS)
        held = socket.socket()
        try:
            held.bind(("127.0.0.1", port))
        except OSError:
            held.close()
            continue
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        _held.append(held)
        return port


def as_a_user(arguments: list[str], environment: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
    """The command, in a process that begins with nothing."""
    with log.open("ab") as told:
        return subprocess.Popen(
            [COMMAND, *arguments], env=environment, cwd=ROOT, stdout=told, stderr=told, stdin=subprocess.DEVNULL
        )


class Server:
    """One running `secondsource serve`. Start and stop it as often as you like: the port stays.

    `begin` starts its process: as a user does, or `Forked`, which takes a tenth of the time.
    """

    def __init__(
        self,
        folder: Path,
        begin: Callable[[list[str], dict[str, str], Path], subprocess.Popen[bytes] | Forked] = as_a_user,
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = folder / "server.log"
        self.base = folder / "facts.sqlite3"
        self.environment = {**os.environ, "SECONDSOURCE_DATABASE_URL": f"sqlite:///{self.base}"}
        self._begin = begin
        self._process: subprocess.Popen[bytes] | Forked | None = None

    def command(self, *arguments: str) -> str:
        """Run the command line on this server's base, in this process; its output."""
        run = CliRunner().invoke(main, arguments, env=self.environment, catch_exceptions=False)
        assert run.exit_code == 0, run.output
        return run.stdout

    def take_over(self, other: Server) -> None:
        """Begin with another server's base as it is now, which costs less than ingesting anew."""
        with closing(sqlite3.connect(other.base)) as theirs, closing(sqlite3.connect(self.base)) as ours:
            theirs.backup(ours)

    def start(self, *options: str) -> None:
        """Come back when the server answers; `options` are those of `serve`."""
        self._process = self._begin(["serve", "--port", str(self.port), *options], self.environment, self.log)
        until(self._answers, "the server to answer")

    @property
    def pid(self) -> int:
        """The process that serves."""
        assert self._process is not None
        return self._process.pid

    def stop(self, wanted: signal.Signals = signal.SIGINT) -> int:
        """Ask it to stop, as Ctrl-C does unless another signal is wanted; its exit code."""
        assert self._process is not None
        self._process.send_signal(wanted)
        return self._process.wait(timeout=SECONDS)

    @property
    def runs(self) -> bool:
        """Whether its process does."""
        return self._process is not None and self._process.poll() is None

    def end(self) -> None:
        """Kill it, if it runs: no farewell, as when a machine fails."""
        if self._process is not None and self.runs:
            self._process.kill()
            self._process.wait(timeout=SECONDS)

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> tuple[int, Mapping[str, str], str]:
        """Status, headers and body."""
        return fetch(urllib.request.Request(self.address + path, headers=dict(headers or {})))

    def annotate(self, text: str, url: str | None = None) -> dict[str, Any]:
        """What the API says about a text."""
        asked = {"text": text} | ({"url": url} if url else {})
        status, _, body = self.post("/api/v1/annotations", asked)
        assert status == 200, body
        answer: dict[str, Any] = json.loads(body)
        return answer

    def post(
        self, path: str, asked: object, headers: Mapping[str, str] | None = None
    ) -> tuple[int, Mapping[str, str], str]:
        """Send JSON; status, headers and body."""
        sent = {"Content-Type": "application/json", **(headers or {})}
        return fetch(urllib.request.Request(self.address + path, json.dumps(asked).encode(), sent))

    def _answers(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, self.log.read_text()
        try:
            return self.get("/api/v1/health")[0] == 200
        except URLError:
            return False


def fetch(request: urllib.request.Request) -> tuple[int, Mapping[str, str], str]:
    """An answer of any status."""
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            return answer.status, dict(answer.headers), answer.read().decode()
    except HTTPError as refused:
        with refused:
            return refused.code, dict(refused.headers), refused.read().decode()
