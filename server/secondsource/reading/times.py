"""Days, months and years as news writes them, brought to spans of days. Pure: "today" is the article's own date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH_NUMBERS = {form: n for n, name in enumerate(MONTHS, 1) for form in (name, name[:3])} | {"sept": 9}
_MONTH = "|".join(f"{name.title()}|{name[:3].title()}\\.?" for name in MONTHS) + "|Sept\\.?"
_DATE = re.compile(
    rf"""\b(?=[A-Z\d])(?:(?P<weekday>{"|".join(day.title() for day in WEEKDAYS)})s?\b(?:,?\s+(?=(?:{_MONTH})\b))?)?
    (?:(?P<month>{_MONTH})(?!\w)\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*(?:%|percent|years?|million|people))(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?
     |(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{_MONTH})(?!\w)(?:,?\s+(?P<year2>(?:19|20)\d\d)\b)?
     |(?P<month3>{_MONTH})(?!\w),?\s+(?:of\s+)?(?P<year3>(?:19|20)\d\d)\b
     |(?P<year4>(?<![\w$€£,.-])(?:19|20)\d\d(?![\w,.]\d|\s*(?:people|percent|%)|-)\b)
    )?""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class When:
    """A date as written, `text[start:end]`, and the days it can mean: first to last, both included; None if unknown.

    `grain` is day, weekday, month or year; `weekday` is 0 for Monday, when one is written.
    """

    start: int
    end: int
    grain: str
    weekday: int | None
    month: int | None
    day: int | None
    year: int | None

    def days(self, published: date | None) -> tuple[date, date] | None:
        """The first and last day this can mean in an article of that date, or None where that cannot be told."""
        if self.grain == "weekday":
            return _nearest_weekday(self.weekday or 0, published) if published else None
        year = self.year or (published.year if published else None)
        if year is None:
            return None
        if self.grain == "year":
            return date(year, 1, 1), date(year, 12, 31)
        month = self.month or 1
        try:
            first = date(year, month, self.day or 1)
        except ValueError:
            return None
        if self.day:
            return first, first
        return first, (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1))


def month_number(word: str) -> int | None:
    """1 to 12 for a month's name or its abbreviation, else None."""
    return _MONTH_NUMBERS.get(word.lower().rstrip("."))


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[When]:
    """Yield the dates of text[start:end] in order; offsets are into the whole text."""
    for found in _DATE.finditer(text, start, len(text) if end is None else end):
        if found.end() == found.start():
            continue
        weekday = WEEKDAYS.index(found["weekday"].lower()) if found["weekday"] else None
        month = month_number(found["month"] or found["month2"] or found["month3"] or "")
        day = int(found["day"] or found["day2"] or 0) or None
        year = int(found["year"] or found["year2"] or found["year3"] or found["year4"] or 0) or None
        if day and day > 31:
            continue
        grain = "day" if day else "month" if month else "year" if year and weekday is None else "weekday"
        finish = found.start("weekday") + len(found["weekday"]) if grain == "weekday" else found.end()
        yield When(found.start(), finish, grain, weekday, month, day, year)


def _nearest_weekday(weekday: int, published: date) -> tuple[date, date]:
    """News names the days just past: the last such day, the day of publication included."""
    back = (published.weekday() - weekday) % 7
    day = published - timedelta(days=back)
    return day, day
