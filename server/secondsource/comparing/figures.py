"""A figure as a kind reads it, and what its sentence tells of it: what stands near it, its times, if it is a part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from secondsource.reading import Document
from secondsource.reading.context import around, is_ahead, is_real, near, other_times, times_carried
from secondsource.reading.numbers import Number, value_of
from secondsource.reading.parts import difference, is_part, whole_of
from secondsource.reading.passages import Passage
from secondsource.reading.scopes import narrowed_by
from secondsource.reading.words import Word

_YEARS_AGO = re.compile(r"(?P<count>[a-z]+|\d{1,3})\syears?\sago|last\syear")
LONGEST = 60  # code points a span may take to hold both the figure and what it is of


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as a kind read it, `text[start:end]`; `said` is how a reader is shown it, `low` a range's lower end.

    `told` is where the words that say what it is of start and end, if the kind knows.
    """

    start: int
    end: int
    value: float
    bound: str
    unit: str
    said: str
    low: float | None = None
    on_top: bool = False  # whether "another" in front of it makes it no part, since it comes on top of something else
    told: tuple[int, int] | None = None
    part: bool = False  # whether the kind knows it as a part: "four more were rescued"

    @classmethod
    def of(cls, document: Document, number: Number, end: int, value: float, unit: str) -> Figure:
        """The figure that a number and the unit behind it make, up to text[end]."""
        start = number.bound_start
        low = None if number.low is None else number.low * value / number.value
        return cls(start, end, value, number.bound, unit, document.text[start:end], low)


def followed_by(document: Document, passage: Passage, unit: re.Pattern[str]) -> Iterator[tuple[Number, re.Match[str]]]:
    """Yield the numbers of a passage with the unit that stands right behind each."""
    for number in document.numbers_in(passage):
        found = unit.match(document.text, number.end, passage.end)
        if found:
            yield number, found


def told_of(
    document: Document, number: int, figure: Figure, words: Sequence[Word], *, shares: bool
) -> tuple[int, int, dict[str, Any]]:
    """Where a figure of passage `number` and what it is of start and end, and what is told of it there.

    `shares` says whether it is a share of a whole, which "of its" only names.
    """
    passage = document.passages[number]
    at = document.text, passage, figure.start, figure.end
    told = near(*at, words)
    start, end = figure.told or (told.start, told.end)
    start, end = (figure.start, figure.end) if end - start > LONGEST else (start, end)
    return start, end, {
        "value": figure.value, "bound": figure.bound, "low": figure.low,
        "near": told.lemmas, "names": told.names,
        "around": around(words, figure.start, figure.end),
        "narrowed": narrowed_by(*at, words),
        "part": figure.part or (not figure.on_top and is_part(*at, share=shares)),
        "whole": whole_of(*at),
        "difference": difference(*at),
        "real": figure.on_top or is_real(*at),
        "ahead": is_ahead(*at),
        "times": _times(document, number, figure),
        "then": _times(document, number, figure, in_clause=True),
        "who": document.people.subject(number, figure.start),
        "day": document.published.isoformat() if document.published else None,
    }  # fmt: skip


def _times(document: Document, number: int, figure: Figure, *, in_clause: bool = False) -> list[str]:
    """The other times that a figure's sentence names, or its clause, "four years ago" as its year.

    A sentence that goes on with what the one before told of ("It killed 40 people") is of the years told there. The
    article's own year is no other time, nor is one that is to come.
    """
    passage = document.passages[number]
    named = other_times(document.text, passage, figure.start, figure.end, in_clause=in_clause)
    if number and not named:
        named = times_carried(document.text, document.passages[number - 1], passage)
    if document.published is None:
        return named
    now = document.published.year
    years = {_in_year(time, now) for time in named}
    return sorted(time for time in years if not (time.isdigit() and int(time) >= now))


def _in_year(time: str, now: int) -> str:
    """The year that "four years ago" or "last year" is in, told in the year `now`; any other time as it is."""
    ago = _YEARS_AGO.fullmatch(time)
    years = (1 if ago["count"] in ("a", "an", None) else value_of(ago["count"])) if ago else None
    return str(now - int(years)) if years else time
