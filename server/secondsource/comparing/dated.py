"""Which dates a passage tells, and which act or thing each of them dates: what kinds/dates.py makes claims of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from secondsource.comparing.one_event import order
from secondsource.reading import Document
from secondsource.reading.context import around, near
from secondsource.reading.passages import Passage
from secondsource.reading.relative_times import RELATIVE, find_relative
from secondsource.reading.timed import phrase, timed
from secondsource.reading.times import SIGNS, When, find_dates
from secondsource.reading.words import Word

MOST = 20  # dates of a passage that are looked at: no sentence has so many
LONGEST = 60  # code points a span may take to hold both the date and what it dates
LOOK = 40  # code points before a date in which "last … in" or "not … since" is told
_IDIOMS = re.compile(
    r"""\b(?:(?P<die>pass(?:ed|es)?\saway|took\s(?:his|her)\sown\slife)
      |t(?:ie|ied|ying)\sthe\sknot|walk(?:ed)?\sdown\sthe\saisle|exchanged?\svows|said\s["“'‘]?I\sdo|wedding\sanniversary)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_REPORTING = frozenset("publish post update say tell report write read follow accord show".split())
_SAID = re.compile(
    r"\b(?:said|says|told(?:\s\w+){1,3}|announced|reported|confirmed|revealed|disclosed|wrote|added|statement|interview"
    r"|in\s(?:an?|his|her|its|their)\s(?:\w+\s)?(?:letter|e-?mail|speech|memo|post|tweet)|(?:news|press)\s(?:conference|briefing))"
    r"\s(?:(?:late|early)\s)?(?:on\s|in\s)?$"
)
_SIGNED = re.compile(r"\(@\w{1,30}\)\s$")  # a post is dated behind its writer's name
_NO_ACTS = _REPORTING | frozenset("since until till last first early late".split())
_JOINED = re.compile(r"(?:,|,?\sand|\sor)\s(?:(?:in|on|again\sin)\s)?")


@dataclass(frozen=True, slots=True)
class Dated:
    """What a date dates (see `one_event`), and the span that holds both."""

    start: int
    end: int
    context: Mapping[str, Any]


def dates_of(document: Document, passage: Passage) -> Sequence[When]:
    """The dates of a passage in text order: written ones, and those told from another day. Two kinds ask for them."""
    return document.once(_dates).get(passage.start, ())


def _dates(document: Document) -> Mapping[int, Sequence[When]]:
    """The dates of each statement, by where it starts."""
    return {passage.start: _read_dates(document, passage) for _, passage in document.statements}


def _read_dates(document: Document, passage: Passage) -> Sequence[When]:
    text, start, end = document.text, passage.start, passage.end
    found = islice(find_dates(text, start, end), MOST) if document.says(passage, SIGNS) else ()
    written = [
        when
        for when in found
        if _is_sound(when) and not _SIGNED.search(text, max(start, when.start - LOOK), when.start)
    ]
    told = document.says(passage, RELATIVE)
    relative = find_relative(text, start, end, document.published, written) if told else ()
    return sorted([*written, *relative], key=lambda when: (when.start, when.end))


def what_is_dated(document: Document, number: int, when: When, words: Sequence[Word]) -> Dated | None:
    """What a date dates; None where that is the statement itself, or is not told."""
    passage = document.passages[number]
    beside = near(document.text, passage, when.start, when.end, words)
    if beside.lemmas[:1] and beside.lemmas[0] in _REPORTING and not beside.attached:
        return None  # the day of the statement, not of what it states
    lemmas = [base for base in beside.lemmas if base not in _NO_ACTS]
    start, end = beside.start, beside.end
    idiom = _idiom(document.text, passage, when)
    if idiom:
        lemmas.insert(0, idiom[0])
        start, end = min(when.start, idiom[1]), max(when.end, idiom[2])
    if not lemmas:
        return None
    if end - start > LONGEST:
        start, end = when.start, when.end
    clause = document.text[max(passage.start, when.start - LOOK) : when.start]
    of = timed(document.text, when.start, when.end, words)
    context = {
        "near": lemmas, "named": beside.names, "around": around(words, when.start, when.end),
        "attached": beside.attached,
        "act": phrase(document.text, of),
        "verb": of.verb,
        "acts": [*([idiom[0]] if idiom else []), *of.acts, *(beside.lemmas[:1] if beside.attached else ())],
        "order": order(clause), "of_words": bool(_SAID.search(clause)),
    }  # fmt: skip
    return Dated(start, end, context)


def goes_on(document: Document, before: When, when: When) -> bool:
    """Whether a date goes on with the one before it, and dates the same: "in 2009 and 2018"."""
    between = document.text[before.end : when.start]
    return before.grain == when.grain and bool(_JOINED.fullmatch(between))


def _is_sound(when: When) -> bool:
    """Whether a written date does not contradict itself: no "Tuesday, 5 June" of a year that has a Wednesday there."""
    days = when.days(None) if when.grain == "day" and when.year and when.weekday is not None else None
    return days is None or days[0].weekday() == when.weekday


def _idiom(text: str, passage: Passage, when: When) -> tuple[str, int, int] | None:
    """The verb that a set phrase near a date stands for ("tied the knot"), with its span."""
    for found in _IDIOMS.finditer(text, max(passage.start, when.start - 60), min(passage.end, when.end + 40)):
        return ("die" if found["die"] else "marry"), found.start(), found.end()
    return None
