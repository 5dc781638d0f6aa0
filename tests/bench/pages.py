"""The table of `make bench` on one page and one story: what annotating and ingesting cost, beside comparing sentences.

The yardstick runs in the same process, round by round in turn with ours, so that a busy machine slows both.
It finds, for every sentence of the page, the best match among all sentences of the story's other articles, by
rapidfuzz's token_set_ratio in C. That is fit to show nobody (at this project's precision its recall is at
most .126); it says how fast the least clever way would be. A ratio below 1 is faster than that.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

from rapidfuzz import fuzz, process
from sqlalchemy import Engine
from tests.bench.asked import Asked
from tests.serving import SEEDS, Seed

from secondsource.annotating import Page, annotate
from secondsource.factbase.migrate import migrate
from secondsource.factbase.sessions import open_engine, reading
from secondsource.garbage import keep_all
from secondsource.ingesting.ingest import ingest_paths
from secondsource.reading import read

ROUNDS = 9
PAGES = 20  # of each seed, in words of its own
ASKED = range(34, 42)  # sentences of a page of which PAGE_MS are asked: "an article of 40"
PAGE_MS = 50.0
KEPT_MS = 5.0
ROW = "{:24} {:>8} {:>10} {:>12} {:>7}"


def sentences(text: str) -> list[str]:
    """A text's sentences, page furniture and all, as the yardstick sees them."""
    return [text[passage.start : passage.end] for passage in read(text).passages]


def compare_all(ours: list[str], theirs: list[str]) -> None:
    """The yardstick."""
    for sentence in ours:
        process.extractOne(sentence, theirs, scorer=fuzz.token_set_ratio)


def measure(ours: Callable[[], object], yardstick: Callable[[], object]) -> tuple[float, float]:
    """Median milliseconds of each, taken in turn; the first, cold, round is thrown away."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(ROUNDS + 1):
        for run, kept in zip((ours, yardstick), times, strict=True):
            began = time.perf_counter()
            run()
            if number:
                kept.append((time.perf_counter() - began) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])


def ingest_into(folder: Path) -> str:
    """Ingest the seeds into a new base; its address."""
    address = f"sqlite:///{folder / f'{time.perf_counter_ns()}.sqlite3'}"
    engine = open_engine(address)
    migrate(engine)
    ingest_paths(engine, [SEEDS], lambda _outcome, _total: None)
    engine.dispose()
    return address


def bench_ingest(folder: Path, articles: list[Seed]) -> tuple[float, float]:
    """A new base with its tables, and the whole story read, reconciled and kept."""
    split = [sentences(article.text) for article in articles]

    def yardstick() -> None:
        for a, b in combinations(split, 2):
            compare_all(a, b)

    return measure(lambda: ingest_into(folder), yardstick)


def bench_annotate(address: str, articles: list[Seed], seed: Seed) -> tuple[float, float, int]:
    """One page in words that nobody has sent: story found, claims read, compared, put in words; and how many notes."""
    theirs = [line for other in articles if other != seed for line in sentences(other.text)]
    engine = open_engine(address)
    sent: list[Page] = []

    def ours() -> int:
        sent.append(Page(text=f"{seed.text}\n\nSent {len(sent)} times."))
        with reading(engine) as session:
            return len(annotate(session, sent[-1]).annotations)

    def yardstick() -> None:
        compare_all(sentences(seed.text), theirs)

    return *measure(ours, yardstick), ours()


def bench_pages(address: str, articles: list[Seed], asked: Asked) -> None:
    """The processor time of one page's notes: in words that nobody has sent, and as another reader sent it before.

    What is asked of an article of 40 sentences is asked of those that have about as many; of others it is told.
    """
    engine = open_engine(address)
    keep_all()
    fresh: dict[Seed, list[float]] = {seed: [] for seed in articles}
    again: list[float] = []
    for number, seed in ((number, seed) for number in range(-1, PAGES) for seed in articles):
        text = f"{seed.text}\n\nRead {number} times."
        times = [_milliseconds(engine, text), _milliseconds(engine, text)]
        if number >= 0:  # the first ones load what is kept of the story
            fresh[seed].append(times[0])
            again.append(times[1])
    gc.unfreeze()  # the other parts are measured in this process, too
    engine.dispose()
    asked_of = [seed for seed in articles if len(sentences(seed.text)) in ASKED]
    medians = {seed: statistics.median(times) for seed, times in fresh.items()}
    least, most = min(map(medians.__getitem__, asked_of)), max(map(medians.__getitem__, asked_of))
    print("\na page in words that nobody sent before, in milliseconds of processor time:")
    print(f"of {ASKED.start} to {ASKED.stop - 1} sentences: medians {least:.0f} to {most:.0f}")
    together = [took for seed in asked_of for took in fresh[seed]]
    asked.most("... 95 of 100 of them", _p95(together), PAGE_MS, " ms", ",.0f")
    for seed in articles:
        if seed not in asked_of:
            print(f"of {len(sentences(seed.text))} sentences: median {medians[seed]:.0f}, p95 {_p95(fresh[seed]):.0f}")
    asked.most("any of them sent again, 95 of 100", _p95(again), KEPT_MS, " ms")


def _milliseconds(engine: Engine, text: str) -> float:
    began = time.process_time()
    with reading(engine) as session:
        annotate(session, Page(text=text))
    return (time.process_time() - began) * 1000


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def main(folder: Path, articles: list[Seed], asked: Asked) -> None:
    """Print the tables."""
    print(f"Median of {ROUNDS} rounds, in milliseconds.\n")
    print(ROW.format("", "notes", "ours", "all pairs", "ratio"))
    address = ingest_into(folder)
    for seed in articles:
        ours, yardstick, notes = bench_annotate(address, articles, seed)
        print_row(f"annotate {seed.outlet}", str(notes), ours, yardstick)
    print_row("ingest the story", "", *bench_ingest(folder, articles))
    bench_pages(address, articles, asked)


def print_row(name: str, notes: str, ours: float, yardstick: float) -> None:
    """One line of the table."""
    print(ROW.format(name, notes, f"{ours:.1f}", f"{yardstick:.1f}", f"{ours / yardstick:.2f}"), flush=True)
