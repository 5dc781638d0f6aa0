"""Dates told from the article's own day ("yesterday", "two weeks ago") or from a date just named ("a year later").

Days of the article count only where its date is known. A number of weeks, months or years ago is rough: it names
the day, month or year it comes to, but may lie a little off.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from secondsource.reading.numbers import value_of
from secondsource.reading.times import PARTS_OF_DAY, When, with_part_of_day

_COUNT = r"\b(?P<count>\d{1,3}|[a-z]+(?:-[a-z]+)?)"
_UNIT = r"(?P<unit>day|week|month|year|decade)s?"
_NAMED = {"yesterday": -1, "tomorrow": 1, "last night": -1, "tonight": 0, "the day before yesterday": -2}
_DAY = re.compile(
    rf"\b(?:the day before yesterday|yesterday|tomorrow|last night|tonight|this (?:{PARTS_OF_DAY})"
    r"|(?:earlier|later) today|(?<=[ap]m )today)\b",
    re.IGNORECASE,
)
# "The next year" follows a year told before, "the last year" is the one up to today.
_WHOLE = re.compile(r"\b(?<!\bthe\s)(?P<which>last|next)\s(?P<unit>week|month|year)\b(?!['’]s|-)", re.IGNORECASE)
_AGO = re.compile(rf"{_COUNT}\s{_UNIT}\sago\b", re.IGNORECASE)
_NEXT = re.compile(rf"\bthe\s(?:following|next)\s(?P<unit>day|{PARTS_OF_DAY}|month|year)\b(?!['’]s)", re.IGNORECASE)
_LATER = re.compile(rf"{_COUNT}\s{_UNIT}\s(?P<way>later|earlier|afterwards?)\b", re.IGNORECASE)
RELATIVE = frozenset(  # one is in whatever these match (see `Document.signs`)
    "yesterday today tomorrow tonight last next this ago following later earlier afterward afterwards".split()
)
_MONTHS_IN = {"month": 1, "year": 12, "decade": 120}
_DAYS_IN = {"day": 1, "week": 7}
_WHICH = {"last": -1, "next": 1}
MOST = 150  # of any unit: no news counts further, and the calendar starts in the year 1


def find_relative(text: str, start: int, end: int, published: date | None, named: Sequence[When]) -> Iterator[When]:
    """Yield the dates of text[start:end] that are counted from the article's day or from one of `named` before them."""
    if published:
        yield from _from_today(text, start, end, published)
    for pattern in (_NEXT, _LATER):
        for found in pattern.finditer(text, start, end):
            before = [when for when in named if when.end <= found.start()]
            count = 1 if pattern is _NEXT else _count(found["count"])
            if before and count:
                back = pattern is _LATER and found["way"].lower() == "earlier"
                when = _counted(found, before[-1], -count if back else count, published)
                if when:
                    yield when


def _from_today(text: str, start: int, end: int, today: date) -> Iterator[When]:
    for found in _DAY.finditer(text, start, end):
        low, high = with_part_of_day(text, start, found.start(), found.end(), end)
        yield _day(low, high, today + timedelta(days=_NAMED.get(found[0].lower(), 0)))
    for found in _WHOLE.finditer(text, start, end):
        count, unit = _WHICH[found["which"].lower()], found["unit"].lower()
        if unit == "week":
            monday = today - timedelta(days=today.weekday() - 7 * count)
            span = monday, monday + timedelta(days=6)
            yield When(found.start(), found.end(), "week", rough=True, span=span)
        else:
            yield _month_or_year(found, today, unit, count * _MONTHS_IN[unit])
    for found in _AGO.finditer(text, start, end):
        unit, count = found["unit"].lower(), _count(found["count"])
        if count and unit in _DAYS_IN:
            yield _day(found.start(), found.end(), today - timedelta(days=count * _DAYS_IN[unit]), rough=unit != "day")
        elif count:
            yield _month_or_year(found, today, unit, -count * _MONTHS_IN[unit], rough=True)


def _counted(found: re.Match[str], anchor: When, count: int, published: date | None) -> When | None:
    """A date so many units after another, where that one is told as finely as the unit asks."""
    unit, days = found["unit"].lower(), anchor.days(published)
    if unit in ("month", "year", "decade"):
        if not anchor.year and not days:
            return None
        if unit == "month" and anchor.grain == "year":
            return None
        on = days[0] if days else date(anchor.year or 1, 1, 1)
        return _month_or_year(found, on, unit, count * _MONTHS_IN[unit])
    if not days or days[0] != days[1]:
        return None
    return _day(found.start(), found.end(), days[0] + timedelta(days=count * _DAYS_IN.get(unit, 1)))


def _day(start: int, end: int, day: date, *, rough: bool = False) -> When:
    return When(
        start, end, "day", day.weekday(), day.month, day.day, day.year, rough=rough, span=(day, day)
    )  # fmt: skip


def _month_or_year(found: re.Match[str], on: date, unit: str, months: int, *, rough: bool = False) -> When:
    """The month or year that so many months away from a day comes to."""
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    if unit != "month":
        first, last = date(year, 1, 1), date(year, 12, 31)
        return When(found.start(), found.end(), "year", year=year, rough=rough, span=(first, last))
    first, last = date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])
    return When(found.start(), found.end(), "month", month=month + 1, year=year, rough=rough, span=(first, last))


def _count(written: str) -> int:
    """A whole number as written, 1 for "a"; 0 for what is none or too large."""
    value = 1.0 if written.lower() in ("a", "an") else value_of(written) or 0.0
    return int(value) if value == int(value) and value <= MOST else 0
