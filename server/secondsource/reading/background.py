"""Background: sentences that tell of an occasion long past, beside the one that the article is about.

News of a crash tells of the crash before it. Such a sentence names a month or a year well before the article's day
("On Dec. 18, a train derailed", "the September shooting", "in 1933"), or goes on in the paragraph of one that does.
What the article's first sentences name is none: of a trial, the crime is what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from secondsource.reading.document import Document
from secondsource.reading.times import MONTHS, SIGNS, WEEKDAYS, When, find_dates, month_number

LEAD = 5  # sentences that say what an article is about
LATELY = timedelta(days=14)  # before the article's day: what it is about has begun no longer ago
_THE_MONTHS = re.compile(  # "the September shooting", "last March's fire"
    rf"\b(?i:the|a|that|last|previous)\s(?P<month>{'|'.join(map(str.title, MONTHS))})(?:['’]s)?\s(?=[a-z]{{3}})"
)
_NOW = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)}|today|tonight|yesterday|now|this)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Background:
    """The past months ("2017-12") and years that sentences tell of, by their starts, and those of the first ones."""

    past: Mapping[int, frozenset[str]]
    lead: frozenset[str]

    def of(self, start: int) -> frozenset[str]:
        """The past times of the sentence that starts there, but for those that the article is about."""
        return frozenset(time for time in self.past.get(start, ()) if not meet({time}, self.lead))


def meet(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Whether two sets of times have one in common, or a month of one is in a year of the other."""
    return any(a.startswith(b) or b.startswith(a) for a in ours for b in theirs)


def background(document: Document) -> Background:
    """What of an article is background; nothing where its own day is not known."""
    past: dict[int, frozenset[str]] = {}
    before: tuple[int, frozenset[str]] = (-1, frozenset())
    if document.published is None:
        return Background(past, frozenset())
    for _, passage in document.statements:
        said = document.words_of(passage)
        named = frozenset(_past(said, document.published)) if document.says(passage, SIGNS) else frozenset[str]()
        if not named and before[0] == passage.paragraph and not _NOW.search(said):
            named = before[1]
        before = passage.paragraph, named
        if named:
            past[passage.start] = named
    lead = (past.get(passage.start, frozenset()) for _, passage in document.statements[:LEAD])
    return Background(past, frozenset().union(*lead))


def _past(said: str, today: date) -> Iterator[str]:
    for when in (*find_dates(said), *_months(said)):
        days = when.days(today)
        if days and when.grain == "year" and days[1] < today:
            yield f"{days[0].year}"
        elif days and when.grain in ("day", "month") and days[1] < today - LATELY:
            yield f"{days[0]:%Y-%m}"


def _months(said: str) -> Iterator[When]:
    for found in _THE_MONTHS.finditer(said):
        yield When(found.start("month"), found.end("month"), "month", month=month_number(found["month"]))
