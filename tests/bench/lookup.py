"""The table of `make bench` on looking passages up: ours beside what others offer, in bases of several sizes.

For an article of 40 sentences the five closest passages of each are asked for. Every engine has a process of its own,
and ROUNDS times each gets some articles in turn, so that a busy machine slows all alike. Memory is what a process
needs beyond the corpus; of ours and bm25s' most is the file, which workers share.

    python -m tests.bench.lookup 100_000 bm25s    # of all engines, ours and those named alone
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from tests.bench.asked import Asked
from tests.bench.corpus import Corpus
from tests.bench.peers import PEERS

SIZES = (10_000, 100_000, 1_000_000)
LARGE = 1_000_000  # what is asked is asked there, and of ten times the passages from LARGE / 10 on
TIMES = {"bm25s": 8.0, "tantivy": 40.0}  # as long as we take
RECALL = 0.01  # below bm25s
ROUNDS = 3
ARTICLES = 10  # a round
MOST_GROWTH = 1.5  # for ten times the passages
SLOW = {"rapidfuzz": 2}
COLUMNS = ("median ms", "p95 ms", "times ours", "CPU ms", "recall@5", "cold ms", "memory MB", "file MB", "build s")
ROW = "{:12}" + " {:>10}" * len(COLUMNS)


@dataclass
class Engine:
    """One engine's process, and what it has shown."""

    name: str
    folder: Path
    size: int
    build_seconds: float = 0.0
    cold: float = 0.0
    bytes: int = 0
    answers: list[dict[str, float]] = field(default_factory=list)

    def build(self) -> None:
        """In a process that is gone afterwards."""
        self.folder.mkdir()
        self.build_seconds = float(self._run("build").communicate()[0])

    def open(self) -> None:
        """Start the process that answers."""
        self.process = self._run("answer")
        self.cold = self._read()["cold_ms"]

    def ask(self, first: int) -> None:
        """Some articles, in a row."""
        for number in range(first, first + SLOW.get(self.name, ARTICLES)):
            assert self.process.stdin
            self.process.stdin.write(f"{number}\n")
            self.process.stdin.flush()
            self.answers.append(self._read())

    def close(self) -> None:
        """End the process; what it was asked, and its files' size, stay."""
        self.process.communicate()
        self.bytes = sum(file.stat().st_size for file in self.folder.rglob("*") if file.is_file())

    @property
    def times(self) -> list[float]:
        """Milliseconds an article."""
        return [answer["ms"] for answer in self.answers]

    @property
    def median(self) -> float:
        """Milliseconds an article."""
        return statistics.median(self.times)

    @property
    def cpu(self) -> float:
        """Milliseconds of a processor an article: a busy machine hardly changes them."""
        return statistics.median(answer["cpu"] for answer in self.answers)

    @property
    def recall(self) -> float:
        """Of the sentences, the share whose source is among the five closest."""
        return statistics.mean(answer["recall"] for answer in self.answers)

    def cells(self, ours: float) -> list[str]:
        """The row of the table."""
        return [
            f"{self.median:,.2f}",
            f"{statistics.quantiles(self.times, n=20)[-1]:,.2f}",
            f"{self.median / ours:,.1f}",
            f"{self.cpu:,.2f}",
            f"{self.recall:.3f}",
            f"{self.cold:,.0f}",
            f"{self.answers[-1]['mb']:,.0f}",
            f"{self.bytes / 1e6:,.0f}",
            f"{self.build_seconds:,.0f}",
        ]

    def _run(self, what: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.bench.peers", what, self.name, str(self.folder), str(self.size)]
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def _read(self) -> dict[str, float]:
        assert self.process.stdout
        answer: dict[str, float] = json.loads(self.process.stdout.readline())
        return answer


def main(sizes: Sequence[int], asked: Asked, engines: Sequence[str] = tuple(PEERS)) -> None:
    """Print a table for each size, and how ours grows; of some engines, ours first."""
    medians: dict[int, float] = {}
    found: dict[str, Engine] = {}
    for size in sorted(sizes):
        found = _table(size, engines, found)
        medians[size] = found["ours"].cpu
        if size == LARGE:
            _ask(found, asked)
    print()
    for one, other in pairwise(sorted(sizes)):
        grown, what = medians[other] / medians[one], f"times as much at {other:,} passages as at {one:,}"
        if other == LARGE:
            asked.most(what, grown, MOST_GROWTH, form=",.2f")
        else:
            print(f"{what}: {grown:,.2f}")


def _ask(found: Mapping[str, Engine], asked: Asked) -> None:
    """Hold ours to what is asked of it beside the others that were measured, by what each computes."""
    ours = found["ours"]
    for name, times in TIMES.items():
        if name in found:
            asked.least(f"times as fast as {name}, processor time", found[name].cpu / ours.cpu, times, form=",.1f")
    if "bm25s" in found:
        asked.most("recall@5 below that of bm25s", found["bm25s"].recall - ours.recall, RECALL, form=",.3f")


def _table(size: int, names: Sequence[str], before: Mapping[str, Engine]) -> dict[str, Engine]:
    """Print the table of one size; the engines by name. What would be asked the same as `before` is not asked again."""
    print(f"\nLooking up 40 sentences among {size:,} passages, {ROUNDS} rounds in turn.\n")
    print(ROW.format("", *COLUMNS), flush=True)
    with tempfile.TemporaryDirectory() as home:
        with (Path(home) / "corpus").open("w", encoding="utf-8") as corpus:
            corpus.writelines(f"{passage}\n" for passage in Corpus(size).passages())
        engines = [Engine(name, Path(home) / name, min(size, PEERS[name].limit or size)) for name in names]
        known = [before[one.name] for one in engines if one.name in before and before[one.name].size == one.size]
        engines = [one for one in engines if one.name not in {other.name for other in known}]
        for engine in engines:
            engine.build()
            engine.open()
        for number in range(ROUNDS):
            for engine in engines:
                engine.ask(1 + number * ARTICLES)
        ours = engines[0].median
        for engine in engines:
            engine.close()
        for engine in [*engines, *known]:
            print(ROW.format(engine.name, *engine.cells(ours)))
        for engine in [*engines, *known]:
            if engine.size < size:
                print(f"{engine.name} is measured at {engine.size:,}: its time grows with the base's size at least")
    return {engine.name: engine for engine in [*engines, *known]}


if __name__ == "__main__":
    told = Asked()
    main(
        [int(word) for word in sys.argv[1:] if word[0].isdigit()] or SIZES,
        told,
        ["ours", *(name for name in PEERS if name in sys.argv)] if set(PEERS) & set(sys.argv) else tuple(PEERS),
    )
    told.settle()
