"""The table of `make bench` on many readers at once: two workers on one base, real HTTP, READERS connections.

Three times: with today's few articles, all of which somebody has read; with nine of ten such pages and one that is
new; and with pages of which nobody sent any before. What is new costs reading it: of that no more can be answered in a
second than the processors have time for, and who waits in line for it waits the longer the more there are.
The yardstick is the same two servers refusing a JSON body of the same size that has no text: parsing it, and an answer
in one line.
"""

from __future__ import annotations

import http.client
import itertools
import json
import os
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests.bench.asked import Asked
from tests.serving import SEEDS, Seed, Server

READERS, SECONDS = 50, 6.0
MIXES = {"a few articles of today": 0, "nine of ten sent before": 10, "pages that nobody sent before": 1}
MOST_TIMES, P99_MS, WORKER_MB = 2.0, 250.0, 400.0
PATH = "/api/v1/annotations"
HEADERS = {"Content-Type": "application/json", "Accept-Encoding": "gzip"}  # as every browser sends them

Body = Callable[[int], bytes]


class Load:
    """What READERS in turn got for SECONDS."""

    def __init__(self, ports: list[int], body: Body, status: int) -> None:
        self._numbers, self._body, self._status = itertools.count(), body, status
        self._took: list[tuple[int, float]] = []  # the number of the page, and milliseconds
        self.errors = 0
        self._until = time.perf_counter() + SECONDS
        with ThreadPoolExecutor(READERS) as pool:
            for _ in pool.map(self._read, itertools.islice(itertools.cycle(ports), READERS)):
                pass

    @property
    def a_second(self) -> float:
        """Answers a second."""
        return len(self._took) / SECONDS

    def p(self, percent: int, of: Callable[[int], bool] = lambda _: True) -> float:
        """The milliseconds within which so many of a hundred were answered, of the pages of some numbers."""
        return statistics.quantiles((took for number, took in self._took if of(number)), n=100)[percent - 1]

    def _read(self, port: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        while time.perf_counter() < self._until:
            number = next(self._numbers)
            body = self._body(number)
            began = time.perf_counter()
            try:
                connection.request("POST", PATH, body, HEADERS)
                answer = connection.getresponse()
                answer.read()
                self.errors += answer.status != self._status
            except (OSError, http.client.HTTPException):
                self.errors += 1
                connection.close()
            self._took.append((number, (time.perf_counter() - began) * 1000))


def page(articles: list[Seed], number: int, fresh: int) -> bytes:
    """The page that a reader opens: a story's article as others sent it, or in words that nobody has sent."""
    text = articles[number % len(articles)].text
    ending = f"\n\nRead {number} times, {fresh}." if is_new(number, fresh) else ""
    return json.dumps({"text": text + ending}).encode()


def is_new(number: int, fresh: int) -> bool:
    """Whether nobody sent a page before: every fresh-th, none if that is 0."""
    return fresh > 0 and number % fresh == 0


def megabytes(pid: int) -> float:
    """A process's memory; what it shares with others counts in part."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1000
    raise ValueError(pid)


def spent(servers: list[Server]) -> float:
    """The processor seconds of some servers so far."""
    ticks = [Path(f"/proc/{server.pid}/stat").read_text().rpartition(")")[2].split()[11:13] for server in servers]
    return sum(int(tick) for both in ticks for tick in both) / os.sysconf("SC_CLK_TCK")


def main(folder: Path, articles: list[Seed], asked: Asked) -> None:
    """Print the table."""
    one, other = Server(folder / "readers"), Server(folder / "readers")
    one.command("ingest", str(SEEDS))
    print(f"\n{READERS} readers at once, two workers, {SECONDS:.0f} seconds each.\n")
    for server in (one, other):
        server.start()
    try:
        ports = [one.port, other.port]
        Load(ports, partial(page, articles, fresh=0), 200)  # all word lists are loaded, and today's articles read
        trivial = Load(ports, lambda number: page(articles, number, 1).replace(b'"text"', b'"none"', 1), 422)
        print(f"a refusal: {trivial.a_second:,.0f} a second")
        asked.most("errors", float(trivial.errors), 0.0, form=",.0f")
        for name, fresh in MIXES.items():
            before = spent([one, other])
            real = Load(ports, partial(page, articles, fresh=fresh), 200)
            each = (spent([one, other]) - before) / (real.a_second * SECONDS)
            print(f"{name}: {real.a_second:,.0f} a second, half of them within {real.p(50):,.0f} ms")
            print(f"  {each * 1000:,.1f} ms of a worker's processor each: two cores of its own allow {2 / each:,.0f}")
            if fresh > 1:
                known = real.p(99, lambda number, fresh=fresh: not is_new(number, fresh))
                asked.most("99 of 100 readers of known pages", known, P99_MS, " ms", ",.0f")
            asked.most("times as many refusals as notes", trivial.a_second / real.a_second, MOST_TIMES)
            asked.most("99 of 100 readers have their notes within", real.p(99), P99_MS, " ms", ",.0f")
            asked.most("errors", float(real.errors), 0.0, form=",.0f")
        for server in (one, other):
            asked.most("memory of a worker", megabytes(server.pid), WORKER_MB, " MB", ",.0f")
    finally:
        for server in (one, other):
            server.stop()
