"""Anniversaries: "their 20-year anniversary in May 2031" dates a wedding to May 2011, and so for other events."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.reading.cues import Cued
from secondsource.reading.document import Document
from secondsource.reading.numbers import ORDINALS, value_of
from secondsource.reading.passages import Passage
from secondsource.reading.times import When
from secondsource.reading.words import fold, lemma

_ANNIVERSARY = Cued(
    "anniversary",
    r"""\b(?P<n>\d{1,3}|[a-z]+)(?:[ -]year|(?:st|nd|rd|th))?\s(?:(?P<wedding>wedding)\s)?anniversary\b
    (?:\sof\s(?:the|his|her|their|its)\s(?:[a-z]+\s){0,2}?(?P<of>[a-z]{4,})(?=[\s,.;]|$))?(?!\sof\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_COUPLE = re.compile(r"\b(?:wedding|couple|husband|wife|spouses?|marri\w+|wed|pair|parents)\b", re.IGNORECASE)
_THEIR = re.compile(r"\btheir\s$")
REACH = 50  # code points on either side in which the anniversary's own date stands


@dataclass(frozen=True, slots=True)
class Anniversary:
    """What an anniversary says of its event: `of` is the event's lemma, `then` its date, `now` the celebration's."""

    of: str
    years: int
    then: When
    now: When


def find_anniversary(document: Document, passage: Passage, told: Sequence[When]) -> Anniversary | None:
    """The anniversary that a passage tells of with its date, one of `told`; weddings need a couple."""
    found = _ANNIVERSARY.search(document, passage)
    years = _number(found["n"]) if found else 0
    now = _dated(document, found, told) if found and years else None
    if not found or not now:
        return None
    if not found["of"] and not found["wedding"] and not _is_of_a_couple(document, passage, found):
        return None
    days = now.days(document.published)
    year = (days[0].year if days else now.year or 0) - years
    if year <= 0:
        return None
    start, end = min(found.start(), now.start), max(found.end(), now.end)
    grain = "year" if now.grain == "year" else "month"
    then = When(start, end, grain, month=now.month, year=year)
    of = lemma(fold(found["of"])) if found["of"] else "marry"
    return Anniversary(of, years, then, replace(now, year=year + years))


def _dated(document: Document, found: re.Match[str], told: Sequence[When]) -> When | None:
    """The date nearest to an anniversary, after it rather than before it, in one clause with it."""
    near = [
        when
        for when in told
        if when.grain in ("day", "month", "year")
        and (when.year or (when.days(document.published) and not when.ahead))
        and (0 <= when.start - found.end() <= REACH or 0 <= found.start() - when.end <= REACH)
        and not re.search(r"[;:]|\.\s", document.text[min(when.end, found.end()) : max(when.start, found.start())])
    ]
    return min(near, key=lambda when: (when.start < found.start(), abs(when.start - found.start())), default=None)


def _is_of_a_couple(document: Document, passage: Passage, found: re.Match[str]) -> bool:
    """Whether an anniversary is a wedding's: a couple is spoken of, or it is "their" anniversary of a family."""
    before = document.text[passage.start : found.end()]
    named = document.people.between(passage.start, found.start())
    family = any(document.text[mention.start : mention.end].endswith("s") for mention in named)
    return bool(_COUPLE.search(before) or (family and _THEIR.search(document.text[passage.start : found.start()])))


def _number(written: str) -> int:
    return int(ORDINALS.get(written.lower()) or value_of(written) or 0)
