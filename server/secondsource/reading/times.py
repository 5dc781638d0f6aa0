"""Days, months and years as news writes them, brought to spans of days. Pure: "today" is the article's own date.

Dates told from another day ("yesterday", "two days later") are in relative_times.py.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH_NUMBERS = {form: n for n, name in enumerate(MONTHS, 1) for form in (name, name[:3])} | {"sept": 9}
_MONTH = "|".join(f"{name.title()}|{name[:3].title()}\\.?" for name in MONTHS) + "|Sept\\.?"
_DAY_AND_MONTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:{_MONTH})(?!\w)"
_DATE = re.compile(
    rf"""\b(?=[ADFJMNOSTW\d])
    (?:(?P<weekday>{"|".join(day.title() for day in WEEKDAYS)})s?\b(?:,?\s+(?={_DAY_AND_MONTH}))?)?
    (?:(?P<month>{_MONTH})(?!\w)\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*(?:%|percent|years?|million|people))(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?
     |(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{_MONTH})(?!\w)(?:,?\s+(?P<year2>(?:19|20)\d\d)\b)?
     |(?P<month3>{_MONTH})(?!\w),?\s+(?:of\s+)?(?P<year3>(?:19|20)\d\d)\b
     |(?P<year5>(?:(?<=[Ii]n\s)|(?<=since\s)|(?<=until\s))1[6-8]\d\d(?=[,;)]|\.(?!\d)|\s(?:and|by|when|as|to|for|after|at|with|the)\b))
     |(?P<year4>(?<![\w$€£,.-])(?:19|20)\d\d(?![\w,.]\d|\s*(?:people|percent|%)|-)\b)
     |(?(weekday)|(?!))
    )""",
    re.VERBOSE,
)
_ANY_MONTH = re.compile(_MONTH)
_NTH_WEEKDAY = re.compile(  # "the last Friday of August", "the second Tuesday in May 2024"
    rf"""\b(?P<nth>first|second|third|fourth|last)\s(?P<weekday>{"|".join(day.title() for day in WEEKDAYS)})
    \s(?:of|in)\s(?P<month>{_MONTH})(?!\w)(?:,?\s(?P<year>(?:19|20)\d\d)\b)?""",
    re.VERBOSE,
)
_NTH = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
_MONTH_ALONE = re.compile(
    rf"""\b(?i:in|since|until|till|by|last|next|early|late|mid|(?<!\dst\s)(?<!\dnd\s)(?<!\drd\s)(?<!\dth\s)of)
    (?:\s|-)
    (?P<month>{"|".join(name.title() for name in MONTHS)})\b(?!\s(?:of\s)?[A-Z]|,?\s(?:of\s)?\d)""",
    re.VERBOSE,
)
SIGNS = frozenset(  # one is in every date (see `Document.signs`)
    (*"0123456789", *MONTHS, *_MONTH_NUMBERS, *WEEKDAYS, *(f"{day}s" for day in WEEKDAYS))
)
PARTS_OF_DAY = "morning|afternoon|evening|night"
_BEFORE = re.compile(
    rf"""(?:\b(?:(?:shortly|just|soon)\s)?(?:before|after|at)\s(?:dawn|daybreak|sunrise|sunset|dusk|midnight|noon|midday|dark)
      |\b(?:in\s)?the\s(?:early|small|late)\shours|\b(?:on\s|in\s)?the\s(?:{PARTS_OF_DAY})|\bearly|\blate
    )\s(?:on\s|of\s)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTER = re.compile(rf",?\s(?:early\s|late\s)?(?:{PARTS_OF_DAY})\b")
_AHEAD = re.compile(
    r"""\b(?:will|shall|(?:until|till)(?!,)|next|coming|due|scheduled|expected|(?:is|are|was|were)\s(?:set\s)?to|plan(?:s|ned)?\sto
    |hopes?\sto|must|set\sfor)\b""",
    re.IGNORECASE | re.VERBOSE,
)
AHEAD = 1.5  # news looks back rather than ahead: a day to come counts as so much further off
_ROUGHLY = re.compile(  # "the end of August", "early 2019"
    r"\b(?:(?:end|beginning|start|middle|close|half|part|weeks?|days)\sof(?:\sthe\smonth\sof)?|early(?:\sin)?|late(?:\sin)?|mid)[\s-]$",
    re.IGNORECASE,
)
_LOOK = 40  # code points before a date in which its part of the day, or the future, is told


@dataclass(frozen=True, slots=True)
class When:
    """A date as written, `text[start:end]`, with what is written of it.

    `grain` is day, weekday, week, month or year; `weekday` is 0 for Monday. `ahead` says that the sentence looks
    forward to it; `rough` that it may lie a little off ("two years ago", "the end of May").
    `nth` tells which such weekday of the month
    it is, from 0, or -1 for the last. `span` is set where the days are known at once.
    """

    start: int
    end: int
    grain: str
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    ahead: bool = False
    rough: bool = False
    span: tuple[date, date] | None = None
    nth: int | None = None

    def days(self, published: date | None) -> tuple[date, date] | None:
        """The first and last day this can mean in an article of that date, or None where that cannot be told."""
        if self.span:
            return self.span
        if self.grain == "weekday":
            return _nearest_weekday(self.weekday or 0, published, ahead=self.ahead) if published else None
        if self.year:
            return self._in_year(self.year)
        if published is None:
            return None
        years = (self._in_year(published.year + n) for n in (0, -1, 1))
        return min(filter(None, years), key=lambda span: _distance(span, published, ahead=self.ahead), default=None)

    def _in_year(self, year: int) -> tuple[date, date] | None:
        span = _span(year, self.month, self.day)
        if self.nth is None or not span:
            return span
        days = range(((self.weekday or 0) - span[0].weekday()) % 7, span[1].day, 7)
        day = span[0] + timedelta(days=days[self.nth])
        return day, day


def month_number(word: str) -> int | None:
    """1 to 12 for a month's name or its abbreviation, else None."""
    return _MONTH_NUMBERS.get(word.lower().rstrip("."))


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[When]:
    """Yield the dates of text[start:end] in order; offsets are into the whole text.

    A date's span takes in the part of the day: "before dawn on Tuesday", "Tuesday night".
    """
    stop = len(text) if end is None else end
    by_month = _ANY_MONTH.search(text, start, stop)
    counted = list(_counted_weekdays(text, start, stop)) if by_month else []
    yield from counted
    for when in chain(_written(text, start, stop), _months(text, start, stop) if by_month else ()):
        if not any(when.start < other.end and other.start < when.end for other in counted):
            yield when


def _counted_weekdays(text: str, start: int, end: int) -> Iterator[When]:
    """ "The last Friday of August"."""
    for found in _NTH_WEEKDAY.finditer(text, start, end):
        nth, weekday = _NTH[found["nth"].lower()], WEEKDAYS.index(found["weekday"].lower())
        month, year = month_number(found["month"]), int(found["year"] or 0) or None
        ahead = bool(_AHEAD.search(text, max(start, found.start() - _LOOK), found.start()))
        yield When(found.start(), found.end(), "day", weekday, month, None, year, ahead, nth=nth)


def _written(text: str, start: int, stop: int) -> Iterator[When]:
    for found in _DATE.finditer(text, start, stop):
        weekday = WEEKDAYS.index(found["weekday"].lower()) if found["weekday"] else None
        month = month_number(found["month"] or found["month2"] or found["month3"] or "")
        day = int(found["day"] or found["day2"] or 0) or None
        year = int(found["year"] or found["year2"] or found["year3"] or found["year4"] or found["year5"] or 0) or None
        if day and day > 31:
            continue
        grain = "day" if day else "month" if month else "year" if year and weekday is None else "weekday"
        finish = found.start("weekday") + len(found["weekday"]) if grain == "weekday" else found.end()
        begin, finish = with_part_of_day(text, start, found.start(), finish, stop)
        ahead = bool(_AHEAD.search(text, max(start, begin - _LOOK), begin))
        rough = grain in ("month", "year") and _is_roughly(text, start, found.start())
        yield When(begin, finish, grain, weekday, month, day, year, ahead, rough)


def with_part_of_day(text: str, low: int, start: int, end: int, high: int) -> tuple[int, int]:
    """The span of a day with "in the early hours of" before it and "night" after it; no further than low and high."""
    before = _BEFORE.search(text, max(low, start - _LOOK), start)
    after = _AFTER.match(text, end, high)
    return (before.start() if before else start), (after.end() if after else end)


def _months(text: str, start: int, end: int) -> Iterator[When]:
    """Months that no day or year is written with: "in November", "since May"."""
    for found in _MONTH_ALONE.finditer(text, start, end):
        ahead = bool(_AHEAD.search(text, max(start, found.start() - _LOOK), found.start("month")))
        rough = _is_roughly(text, start, found.start("month"))
        month = month_number(found["month"])
        yield When(found.start("month"), found.end("month"), "month", month=month, ahead=ahead, rough=rough)


def _is_roughly(text: str, low: int, at: int) -> bool:
    """Whether only a part of the month or year at text[at] is meant."""
    return bool(_ROUGHLY.search(text, max(low, at - _LOOK), at))


def _span(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    return first, date(year, month or 12, monthrange(year, month or 12)[1])


def _distance(span: tuple[date, date], published: date, *, ahead: bool) -> tuple[bool, float]:
    """How far a day lies from an article's: news writes no year for the nearest one."""
    days = (span[0] - published).days
    return ahead and span[1] < published, -days if days < 0 else days * AHEAD


def _nearest_weekday(weekday: int, published: date, *, ahead: bool) -> tuple[date, date]:
    """News names the days just past: the last such day, or the next one where the sentence looks ahead."""
    away = (weekday - published.weekday()) % 7 if ahead else -((published.weekday() - weekday) % 7)
    day = published + timedelta(days=away)
    return day, day
