"""What a particular's figure is where no kind of figure reads it: a count or place, a score, a day, or a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Protocol

from secondsource.comparing.claim import Claim
from secondsource.comparing.dated import dates_of
from secondsource.comparing.figure_bars import are_of_two, may_be_rounded
from secondsource.comparing.figures import Figure
from secondsource.comparing.one_number import agree, significant
from secondsource.comparing.speakers import share_a_name
from secondsource.reading import Document
from secondsource.reading.context import UNKNOWN
from secondsource.reading.cues import Cued
from secondsource.reading.names import CALENDAR, name_tokens
from secondsource.reading.numbers import ORDINALS
from secondsource.reading.passages import Passage
from secondsource.reading.times import SIGNS
from secondsource.reading.words import rarity

NTH = "nth"  # the unit of an ordinal
_TALLIES = {"once": 1.0, "twice": 2.0, "thrice": 3.0, "brace": 2.0, "hat-trick": 3.0, "hat trick": 3.0}
_NTH = Cued(
    " ".join((*list(ORDINALS)[1:], "st nd rd th twice once thrice brace hat")),
    rf"\b(?:(?P<nth>{'|'.join(list(ORDINALS)[1:])})|(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<tally>{'|'.join(_TALLIES)}))\b",
    re.IGNORECASE,
)
_SCORE = re.compile(r"(?<![\w.,:/–-])(?P<a>\d{1,3})[-–](?P<b>\d{1,3})(?![\w/–-]|[.:]\d)")
_SIGNED = tuple("$€£¥")
_OF_A_UNIT = re.compile(
    r"\s?(?:%|per\s?cent\b|[ap]\.?m\b|(?:euro|pound|dollar|cent|minute|hour|day|week|month|year)s?\b)|[.:]\d",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_BODIES = frozenset("department ministry committee commission court system".split())  # "the Justice Department"
_LEAST = 1_000  # what a score's larger figure is multiplied by, to hold both in one value


class Unit(Protocol):
    """How the figures of a unit are read, and which two can be one."""

    def figures(self, document: Document, passage: Passage) -> Iterator[Figure]:
        """Yield the figures of a passage."""

    def agree(self, a: Claim, b: Claim) -> bool | None:
        """Whether two can be one; None where that cannot be told."""


class Count:
    """So many, the so-manieth, or so often."""

    def figures(self, document: Document, passage: Passage) -> Iterator[Figure]:
        """Yield cardinals that no unit follows, ordinals, and "twice" or "hat-trick"."""
        text = document.text
        for number in document.numbers_in(passage):
            signed = text[number.start - 1 : number.start] in _SIGNED
            if not (
                signed
                or _YEAR.fullmatch(text, number.start, number.end)
                or _OF_A_UNIT.match(text, number.end, passage.end)
            ):
                yield Figure.of(document, number, number.end, number.value, "")
        for found in _NTH.finditer(document, passage):
            value = float(found["digits"] or ORDINALS.get(found[0].lower()) or _TALLIES[found[0].lower()])
            yield Figure(found.start(), found.end(), value, "", "" if found["tally"] else NTH, found[0])

    def agree(self, a: Claim, b: Claim) -> bool | None:
        """As numbers do."""
        ours, theirs = ((claim.data["value"], claim.data["bound"]) for claim in (a, b))
        return agree(*ours, *theirs, a.data["low"], b.data["low"])


class Score:
    """How a match stood."""

    def figures(self, document: Document, passage: Passage) -> Iterator[Figure]:
        """Yield what is written as a score; the larger figure counts first, whoever tells it."""
        for found in _SCORE.finditer(document.text, passage.start, passage.end):
            low, high = sorted(map(int, found.groups()))
            yield Figure(found.start(), found.end(), float(high * _LEAST + low), "", "", found[0])

    def agree(self, a: Claim, b: Claim) -> bool | None:
        """Whether they are equal."""
        return bool(a.data["value"] == b.data["value"])


class Day:
    """A day, month or year: the days that it may be are a range of their numbers."""

    def figures(self, document: Document, passage: Passage) -> Iterator[Figure]:
        """Yield the dates of a passage whose days are known."""
        for when in dates_of(document, passage) if document.says(passage, SIGNS) else ():
            if days := when.days(document.published):
                first, last = (float(day.toordinal()) for day in days)
                bound = "about" if when.rough else ""
                yield Figure(when.start, when.end, last, bound, "", document.text[when.start : when.end], first)

    def agree(self, a: Claim, b: Claim) -> bool | None:
        """Whether they overlap; where one is told roughly, and they do not, that cannot be told."""
        if max(a.data["low"], b.data["low"]) <= min(a.data["value"], b.data["value"]):
            return True
        return None if "about" in (a.data["bound"], b.data["bound"]) else False


class Name:
    """Somebody or something by name."""

    def figures(self, document: Document, passage: Passage) -> Iterator[Figure]:
        """Yield the names of a passage."""
        for mention in document.people.between(passage.start, passage.end):
            said = document.text[mention.start : mention.end]
            tokens = name_tokens(said)
            # "replaced by Office official Ann Lee": a word by itself that is no name of its own is a part of one
            is_name = mention.person.is_evident or len(tokens) > 1 or rarity(tokens[0]) >= UNKNOWN
            if is_name and not CALENDAR.intersection(tokens) and tokens[-1] not in _BODIES:
                yield Figure(mention.start, mention.end, 0.0, "", "", mention.person.name)

    def agree(self, a: Claim, b: Claim) -> bool | None:
        """Whether they have a word in common."""
        ours, theirs = (name_tokens(claim.value) for claim in (a, b))
        return not set(ours).isdisjoint(theirs) or share_a_name(ours[-1], theirs[-1])


PLAIN: Mapping[str, Unit] = {"count": Count(), "score": Score(), "day": Day(), "name": Name()}
_EXACT = frozenset({"score", "day", "name"})  # of which none is a part, nor rounded


def told_precisely(a: Claim, b: Claim) -> bool:
    """Whether two figures that differ are told with as many digits, so that neither rounds: "some 78" and 81.

    5 at the end of a figure that is bounded ("about 250") is half a digit.
    """
    return _digits(a) == _digits(b) > 1


def _digits(claim: Claim) -> int:
    value = claim.data["value"]
    half = claim.data["bound"] and f"{value:.10g}".replace(".", "").rstrip("0").endswith("5")
    return significant(value) - bool(half)


def bars(a: Claim, b: Claim, unit: str) -> bool:
    """Whether two figures are surely of two things, or may be rounded.

    Whether one is a part or a change is told by its sort.
    """
    return unit not in _EXACT and (are_of_two(a, b) or may_be_rounded(a, b))
