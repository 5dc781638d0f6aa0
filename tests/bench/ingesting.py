"""The table of `make bench` on taking articles in, into SQLite, by processor time: how many a second, and later on.

Two processes share the work. So many a second are asked of the slower one, which is what two cores take; what one core
takes, by the processor time of both together, is printed beside it.

The made-up days of tests/eval, over and over: each time SHIFT days later, under other addresses and with other names,
so that they are stories of their own among more and more others.
"""

from __future__ import annotations

import multiprocessing
import re
import resource
import time
from datetime import timedelta
from functools import cache
from itertools import chain, pairwise
from pathlib import Path
from statistics import median

from sqlalchemy import func, select
from tests.bench.asked import Asked
from tests.eval.days.corpus import days

from secondsource.factbase.migrate import migrate
from secondsource.factbase.models import Passage
from secondsource.factbase.sessions import open_engine, reading
from secondsource.ingesting import arriving
from secondsource.ingesting.outcomes import Outcome
from secondsource.ingesting.sources import Found
from secondsource.reading.names import CALENDAR
from secondsource.reading.words import rarity

_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")  # in the midst of a sentence; wherever it stands it is renamed then
SAYING = 3.0  # how rare words are, in powers of ten, that say what a story is about
_SYLLABLES = "ba ke li mo nu ra se ti vo zu".split()
TIMES, SHIFT = 30, timedelta(days=90)  # 10 thousand passages
FEW = 6  # times of which the rate is taken, at the start and at the end
A_SECOND, STEADY = 100.0, 0.5


@cache
def names() -> frozenset[str]:
    """The names in all days' articles; no word that is also written small."""
    texts = [f"{one.title}. {one.content}" for one in days()]
    words = {word for text in texts for word in _WORD.findall(text)}
    found = {name for text in texts for name in _NAME.findall(text) if name.lower() not in words | CALENDAR}
    return frozenset(found | {name.upper() for name in found})


def renamed(text: str, number: int) -> str:
    """A text in which all that has a name, and every long word, is another one, the same for the same."""
    ending = "".join(_SYLLABLES[int(digit)] for digit in str(number))

    def other(found: re.Match[str]) -> str:
        word = found[0]
        return word + ending if word in names() or (word.islower() and rarity(word) > SAYING) else word

    return _WORD.sub(other, text)


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


def main(folder: Path, asked: Asked) -> None:
    """Print the table."""
    engine = open_engine(f"sqlite:///{folder / 'ingesting.sqlite3'}")
    migrate(engine)
    times = [found(number) for number in range(TIMES)]
    done, others, ends = 0, _of_others(), [time.process_time()]
    for kept in arriving._ingested(engine, chain.from_iterable(times), None):
        done += isinstance(kept, Outcome)
        if done == len(ends) * len(times[0]):
            ends.append(time.process_time())
    spent = [len(times[0]) / (end - began) for began, end in pairwise(ends)]
    early, late = median(spent[1:FEW]), median(spent[1 - FEW :])
    with reading(engine) as session:
        passages = session.scalar(select(func.count()).select_from(Passage))
    engine.dispose()
    print(f"\n{done:,} short articles into SQLite, {passages:,} passages; the first ones load word lists.\n")
    beside = done / (_of_others() - others)
    alone = 1 / (1 / early + 1 / beside)
    print(f"{early:,.0f} a second of the process that writes, at first, and {beside:,.0f} of the one that reads.")
    print(f"{alone:,.0f} a second were there one core.\n")
    asked.least("articles a second on two cores", min(early, beside), A_SECOND)
    asked.least("the last ones beside the first ones", late / early, STEADY, form=".2f")


def _of_others() -> float:
    """The processor seconds of the processes that this one started and that have ended."""
    for one in multiprocessing.active_children():
        one.join()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
