"""The tables of `make bench` on taking articles in, into SQLite: how many a second of processor time, how many where a
million passages are, and what a page's notes cost there.

Two processes share the work. So many a second are asked of the slower one, which is what two cores take; what one core
takes, by the processor time of both together, is printed beside it.

The made-up days of tests/eval, over and over: each time SHIFT days later, under other addresses and with other names
(see `renaming.py`), so that they are stories of their own among more and more others. The million are copies of these
(see `growing.py`), in the bench's own folder, which is gone when it ends or is broken off.
"""

from __future__ import annotations

import multiprocessing
import resource
import shutil
import time
from collections.abc import Sequence
from datetime import timedelta
from itertools import chain, pairwise
from pathlib import Path
from statistics import median

from sqlalchemy import Engine, func, select
from tests.bench.asked import Asked
from tests.bench.growing import BYTES_A_PASSAGE, grow
from tests.bench.pages import bench_pages
from tests.bench.renaming import renamed
from tests.eval.days.corpus import days
from tests.serving import SEEDS, Seed

from secondsource.factbase.migrate import migrate
from secondsource.factbase.models import Passage
from secondsource.factbase.sessions import open_engine, reading
from secondsource.ingesting import arriving
from secondsource.ingesting.ingest import ingest_paths
from secondsource.ingesting.outcomes import Outcome
from secondsource.ingesting.sources import Found
from secondsource.lookup import catch_up

TIMES, SHIFT = 30, timedelta(days=90)  # 10 thousand passages
FEW = 6  # times of which the rate is taken, at the start and at the end
A_SECOND, STEADY = 100.0, 0.5
LARGE = 1_000_000  # passages


def found(number: int) -> list[Found]:
    """All days' articles, for the so many-th time."""
    return [
        Found(
            one.name, one.outlet, f"{one.url}/{number}", None, renamed(one.title or "", number),
            one.published + number * SHIFT if one.published else None,
            renamed(one.content, number), vouched=True,
        )
        for one in days()
    ]  # fmt: skip


def main(folder: Path, articles: list[Seed], asked: Asked) -> None:
    """Print the tables."""
    base = folder / "ingesting.sqlite3"
    address = f"sqlite:///{base}"
    engine = open_engine(address)
    migrate(engine)
    late = bench_small(engine, asked)
    free, needed = shutil.disk_usage(folder).free, LARGE * BYTES_A_PASSAGE
    if free < needed:
        asked.miss(f"no base of {LARGE:,} passages: {needed / 1e9:.0f} GB are needed, {free / 1e9:.0f} are free")
        return
    began = time.perf_counter()
    size = passages(engine)
    engine.dispose()
    grow(base, -(-LARGE // size) - 1)
    there = f"where {passages(engine):,} passages are"
    spent = ingest(engine, range(TIMES, TIMES + FEW))
    print(f"\n{there}: {base.stat().st_size / 1e9:.1f} GB, made in {time.perf_counter() - began:,.0f} s\n")
    print(f"{median(spent[1:]):,.0f} articles a second of the process that writes")
    asked.least(f"... beside those among {size:,}", median(spent[1:]) / late, STEADY, form=".2f")
    ingest_paths(engine, [SEEDS], lambda _outcome, _total: None)
    began = time.process_time()
    catch_up(engine)
    print(f"\n{there}, found by their words after {time.process_time() - began:,.0f} s:")
    engine.dispose()
    bench_pages(address, articles, asked)


def bench_small(engine: Engine, asked: Asked) -> float:
    """Print the table of a base that fills; how many articles a second the process that writes took at last."""
    others, began = _of_others(), time.process_time()
    spent = ingest(engine, range(TIMES))
    alone_seconds = time.process_time() - began
    early, late = median(spent[1:FEW]), median(spent[1 - FEW :])
    done = TIMES * len(days())
    beside = done / (_of_others() - others)
    print(f"\n{done:,} short articles into SQLite, {passages(engine):,} passages; the first ones load word lists.\n")
    print(f"{early:,.0f} a second of the process that writes, at first, and {beside:,.0f} of the one that reads.")
    print(f"{done / (alone_seconds + done / beside):,.0f} a second were there one core.\n")
    asked.least("articles a second on two cores", min(early, beside), A_SECOND)
    asked.least("the last ones beside the first ones", late / early, STEADY, form=".2f")
    return late


def ingest(engine: Engine, numbers: Sequence[int]) -> list[float]:
    """Take in all days' articles for some times; of each how many a second of this process's time."""
    times = [found(number) for number in numbers]
    done, ends = 0, [time.process_time()]
    for kept in arriving._ingested(engine, chain.from_iterable(times), None):
        done += isinstance(kept, Outcome)
        if done == len(ends) * len(times[0]):
            ends.append(time.process_time())
    return [len(times[0]) / (end - began) for began, end in pairwise(ends)]


def passages(engine: Engine) -> int:
    """How many a base has."""
    with reading(engine) as session:
        return session.scalar(select(func.count()).select_from(Passage)) or 0


def _of_others() -> float:
    """The processor seconds of the processes that this one started and that have ended."""
    for one in multiprocessing.active_children():
        one.join()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
