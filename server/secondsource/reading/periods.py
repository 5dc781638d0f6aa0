"""Periods with a start and an end: "from 2001 to 2010", "July to September", "the three months to September 30"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.reading.numbers import value_of
from secondsource.reading.times import MONTHS, month_number

_YEAR = r"(?:19|20)\d\d"
_MONTH = "|".join(f"{name.title()}|{name[:3].title()}\\.?" for name in MONTHS) + "|Sept\\.?"
_ANY_MONTH = re.compile(_MONTH)
_YEARS = re.compile(
    rf"""\b(?:from|between)\s(?P<first>{_YEAR})\s(?:to|until|till|through|and)\s(?P<last>{_YEAR})\b(?![-–]|\s(?:and|to)\s\d)
      | (?<=\()(?P<first2>{_YEAR})\s?[-–]\s?(?P<last2>{_YEAR})(?=\))""",
    re.VERBOSE,
)
_MONTHS = re.compile(
    rf"""\b(?:from\s|between\s)?(?P<first>{_MONTH})(?!\w)(?:\s(?P<first_year>{_YEAR}))?\s?
    (?:\bto\b|\bthrough\b|\buntil\b|\band\b|–|-)\s?(?P<last>{_MONTH})(?!\w)(?!\s\d{{1,2}}\b)(?:\s(?P<last_year>{_YEAR})\b)?""",
    re.VERBOSE,
)
_ENDING = re.compile(
    rf"""\b(?P<length>(?:three|six|nine|twelve|12)\smonths|quarter|half[ -]year|(?:financial\s|fiscal\s)?year)
    \s(?:to|ended|ending|through)\s(?:on\s)?(?:the\send\sof\s)?(?:\d{{1,2}}\s)?(?P<last>{_MONTH})(?!\w)
    (?:\s\d{{1,2}}\b(?!,\d))?(?:,?\s(?P<last_year>{_YEAR})\b)?""",
    re.VERBOSE,
)
SIGNS = frozenset((*"0123456789", *MONTHS, *(name[:3] for name in MONTHS), "sept"))  # one is in every period
_LENGTHS = {"quarter": 3, "half": 6, "financial": 12, "fiscal": 12, "year": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """A period as written, `text[start:end]`, in months counted from the year 0; years told are exact to the year.

    `first` and `last` are the months it starts and ends in, both included, when `by_month`; else January of the
    first and of the last year. `yearless` says that no year is written: both are of the year 0 or 1, then.
    """

    start: int
    end: int
    first: int
    last: int
    by_month: bool
    yearless: bool = False

    @property
    def least(self) -> int:
        """The months it lasts at least: "from 2001 to 2010" is nine years, or up to ten."""
        return self.last - self.first + (1 if self.by_month else 0)

    @property
    def most(self) -> int:
        """The months it lasts at most."""
        return self.least if self.by_month else self.least + 12

    def is_one_with(self, other: Period) -> bool:
        """Whether two periods start and end alike, as far as both are told."""
        if self.by_month != other.by_month:
            return False
        if self.yearless or other.yearless:
            return self.first % 12 == other.first % 12 and self.least == other.least
        return self.first == other.first and self.last == other.last


def find_periods(text: str, start: int, end: int) -> Iterator[Period]:
    """Yield the periods of text[start:end], by the way they are written; those that end before they start left out."""
    for found in _YEARS.finditer(text, start, end):
        first, last = int(found["first"] or found["first2"]), int(found["last"] or found["last2"])
        if first < last:
            yield Period(found.start(), found.end(), first * 12, last * 12, by_month=False)
    if not _ANY_MONTH.search(text, start, end):
        return
    for found in _MONTHS.finditer(text, start, end):
        if " and " in found[0] and not found[0].startswith("between"):
            continue  # in May and June
        yield from _months(found)
    for found in _ENDING.finditer(text, start, end):
        length = _LENGTHS.get(re.split(r"[ -]", found["length"])[0]) or int(value_of(found["length"].split()[0]) or 0)
        last = int(found["last_year"] or 1) * 12 + (month_number(found["last"]) or 1) - 1
        yearless = not found["last_year"]
        yield Period(found.start(), found.end(), last - length + 1, last, by_month=True, yearless=yearless)


def _months(found: re.Match[str]) -> Iterator[Period]:
    first, last = (month_number(found[part]) or 1 for part in ("first", "last"))
    last_year = int(found["last_year"] or found["first_year"] or 1)
    first_year = int(found["first_year"] or last_year - (1 if first > last else 0))
    start, end = first_year * 12 + first - 1, last_year * 12 + last - 1
    if start < end:
        yearless = not found["first_year"] and not found["last_year"]
        yield Period(found.start(), found.end(), start, end, by_month=True, yearless=yearless)
