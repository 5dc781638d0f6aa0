"""The table of `make bench` on taking articles in, into SQLite, by processor time: how many a second, and later on.

The made-up days of tests/eval, over and over: each time SHIFT days later, under other addresses and with other names,
so that they are stories of their own among more and more others.
"""

from __future__ import annotations

import re
import time
from datetime import timedelta
from pathlib import Path

from tests.bench.asked import Asked
from tests.eval.days.corpus import days

from secondsource.factbase.migrate import migrate
from secondsource.factbase.sessions import open_engine
from secondsource.ingesting import Outcome, arriving
from secondsource.ingesting.sources import Found
from secondsource.reading.names import CALENDAR

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}")
_SYLLABLES = "ba ke li mo nu ra se ti vo zu".split()
TIMES, SHIFT = 7, timedelta(days=90)
A_SECOND, STEADY = 100.0, 0.5


def renamed(text: str, number: int) -> str:
    """A text in which all that has a name has another one, the same for the same."""
    ending = "".join(_SYLLABLES[int(digit)] for digit in str(number))
    return _NAME.sub(lambda name: name[0] if name[0].lower() in CALENDAR else name[0] + ending, text)


def found(number: int) -> list[Found]:
    """All days' articles, for the so many-th time."""
    return [
        Found(
            one.name, one.outlet, f"{one.url}/{number}", None, renamed(f". {one.title}", number)[2:],
            one.published + number * SHIFT if one.published else None,
            renamed(one.content, number), vouched=True,
        )
        for one in days()
    ]  # fmt: skip


def main(folder: Path, asked: Asked) -> None:
    """Print the table."""
    engine = open_engine(f"sqlite:///{folder / 'ingesting.sqlite3'}")
    migrate(engine)
    rates = []
    for number in range(TIMES):
        articles = found(number)
        began = time.process_time()
        kept = [one for one in arriving._ingested(engine, articles, None) if isinstance(one, Outcome)]
        rates.append(len(kept) / (time.process_time() - began))
    engine.dispose()
    print("\nShort articles into SQLite, the first time not counted (word lists are loaded in it).\n")
    asked.least("articles a second", max(rates[1:3]), A_SECOND)
    asked.least("the last beside the first", rates[-1] / rates[1], STEADY, form=".2f")
