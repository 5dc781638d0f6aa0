"""The table of `make bench` on many readers at once: two workers on one base, real HTTP, READERS connections.

Twice: with pages of which nobody sent any before; and, as it is with news, with nine of ten that another reader sent.
The yardstick is the same two servers refusing a JSON body of the same size that has no text: parsing it, and an answer
in one line.
"""

from __future__ import annotations

import http.client
import itertools
import json
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests.bench.asked import Asked
from tests.serving import SEEDS, Seed, Server

READERS, SECONDS = 50, 6.0
MIXES = {"pages that nobody sent before": 1, "nine of ten sent before": 10}
MOST_TIMES, P99_MS, WORKER_MB = 2.0, 250.0, 400.0
PATH = "/api/v1/annotations"

Body = Callable[[int], bytes]


class Load:
    """What READERS in turn got for SECONDS."""

    def __init__(self, ports: list[int], body: Body, status: int) -> None:
        self._numbers, self._body, self._status = itertools.count(), body, status
        self.milliseconds: list[float] = []
        self.errors = 0
        self._until = time.perf_counter() + SECONDS
        with ThreadPoolExecutor(READERS) as pool:
            for _ in pool.map(self._read, itertools.islice(itertools.cycle(ports), READERS)):
                pass

    @property
    def a_second(self) -> float:
        """Answers a second."""
        return len(self.milliseconds) / SECONDS

    def p(self, percent: int) -> float:
        """The milliseconds within which so many of a hundred were answered."""
        return statistics.quantiles(self.milliseconds, n=100)[percent - 1]

    def _read(self, port: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        while time.perf_counter() < self._until:
            body = self._body(next(self._numbers))
            began = time.perf_counter()
            try:
                connection.request("POST", PATH, body, {"Content-Type": "application/json"})
                answer = connection.getresponse()
                answer.read()
                self.errors += answer.status != self._status
            except (OSError, http.client.HTTPException):
                self.errors += 1
                connection.close()
            self.milliseconds.append((time.perf_counter() - began) * 1000)


def page(articles: list[Seed], number: int, fresh: int) -> bytes:
    """The page that a reader opens: a story's article as others sent it, every fresh-th in words that nobody has."""
    text = articles[number % len(articles)].text
    return json.dumps({"text": f"{text}\n\nRead {0 if number % fresh else number} times, {fresh}."}).encode()


def megabytes(pid: int) -> float:
    """A process's memory; what it shares with others counts in part."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1000
    raise ValueError(pid)


def main(folder: Path, articles: list[Seed], asked: Asked) -> None:
    """Print the table."""
    one, other = Server(folder / "readers"), Server(folder / "readers")
    one.command("ingest", str(SEEDS))
    print(f"\n{READERS} readers at once, two workers, {SECONDS:.0f} seconds each.\n")
    for server in (one, other):
        server.start()
    try:
        ports = [one.port, other.port]
        Load(ports, lambda number: page(articles, number, len(articles) * READERS), 200)  # warm
        trivial = Load(ports, lambda number: page(articles, number, 1).replace(b'"text"', b'"none"', 1), 422)
        print(f"a refusal: {trivial.a_second:,.0f} a second")
        asked.most("errors", float(trivial.errors), 0.0, form=",.0f")
        for name, fresh in MIXES.items():
            real = Load(ports, partial(page, articles, fresh=fresh), 200)
            print(f"{name}: {real.a_second:,.0f} a second, half of them within {real.p(50):,.0f} ms")
            asked.most("times as many refusals as notes", trivial.a_second / real.a_second, MOST_TIMES)
            asked.most("99 of 100 readers have their notes within", real.p(99), P99_MS, " ms", ",.0f")
            asked.most("errors", float(real.errors), 0.0, form=",.0f")
        for server in (one, other):
            asked.most("memory of a worker", megabytes(server.pid), WORKER_MB, " MB", ",.0f")
    finally:
        for server in (one, other):
            server.stop()
