"""How long something took, takes or is to last: "nine years in prison", "a 12-hour search", "from 2001 to 2010".

Recognised: a number with a unit of time, also put together ("nine years and six months", "an hour and a half"), and
periods whose start and end are told. Ages, gaps, distances in time ("two days later") and
times on the clock (kinds/timings.py) are none. Durations are
brought to seconds; a period is as long as its calendar says: "from 2001 to 2010" is nine or ten years.

Two corroborate when they can be of one length and something that they are of is told in both, or when they are one
period, or an uncommon length. "Almost", "about" and "more than" leave some room; limits ("up to five years") say
nothing. Two conflict when they cannot be of one length, and what stands nearest to them, or their sentences, are one;
a length in coarser units, or in whole hundreds, may be rounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from secondsource.comparing import wording
from secondsource.comparing.claim import Claim, Comparison, Example, Stance, Verdict
from secondsource.comparing.dated_act import sides
from secondsource.comparing.figures import Figure, followed_by
from secondsource.comparing.lengths import (
    DAY,
    MONTH,
    UNIT_NAMES,
    UNITS,
    are_of_one,
    counts_both_ends,
    is_given_for_an_act,
    is_uncommon,
    may_be_rounded,
    period_of,
    room,
)
from secondsource.comparing.one_thing import contrary, shared
from secondsource.comparing.quantities import Quantities
from secondsource.reading import Document
from secondsource.reading.clocked import find_clocked
from secondsource.reading.context import PHRASE
from secondsource.reading.cues import Cued
from secondsource.reading.numbers import NUMERALS, bound_before, value_of
from secondsource.reading.passages import Passage
from secondsource.reading.periods import SIGNS, find_periods

OF = "length of time"
_NO_DURATION = r"""(?![\s-](?:old|olds|age|gap|younger|older|junior|senior|anniversary|ago|earlier|later
    |difference|more|between)\b|['’]s?\b|\sof\sage)"""
_DURATION = re.compile(
    rf"(?P<half>[\s-]and[\s-]a[\s-]half)?[\s-](?P<unit>{UNIT_NAMES})s?\b{_NO_DURATION}", re.VERBOSE | re.IGNORECASE
)
_REST = re.compile(
    rf"(?:\sand|,)?\s(?P<count>\d{{1,2}}|[a-z]+)\s(?P<unit>{UNIT_NAMES})s?\b{_NO_DURATION}", re.VERBOSE | re.IGNORECASE
)
_IN_WORDS = Cued(
    "half fortnight almost nearly about around over than under whole full",
    rf"""\b(?:an?\s(?P<unit>year|hour|decade)(?P<more>\sand\sa\shalf)|half\san?\s(?P<of>hour|year|decade)
    |a\s(?P<two>fortnight)
    |(?:(?:almost|nearly|about|around|over|(?:more|less)\sthan|just\s(?:over|under))\san?|a\s(?:whole|full))
      \s(?P<one>hour|day|week|month|year|decade))\b{_NO_DURATION}""",
    re.VERBOSE | re.IGNORECASE,
)
_AWAY = re.compile(r"\sbefore\b", re.IGNORECASE)  # "two days before the vote": no duration, but for "for two days"
_LIMIT = re.compile(r"\b(?:within|(?:maximum|minimum|limit|cap|ceiling)\s(?:\w+\s)?of)\s$", re.IGNORECASE)
_LOOSE = re.compile(r"\d,\s$")  # "12, 15 years", as people say it
_TO_THE_HOUR = re.compile(
    r"\s(?:to|past)\s(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|\d)", re.IGNORECASE
)  # "stopped at eight minutes to five"
_FOR = re.compile(r"\bfor\s$", re.IGNORECASE)
_ON = re.compile(r"\bon\s(?:just\s|only\s)?$", re.IGNORECASE)  # "scored on 18 minutes": when, not how long
BEFORE = 80  # code points before a length in which it is told that somebody asks for it
_ORDER = re.compile(
    r"\b(?:every|each|(?<!\bto\s)(?<!\bwill\s)(?<!\bcould\s)last|past|next|first|per|another|more)\s(?:the\s)?$",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"\b(?:(?:ask(?:s|ed|ing)?|call(?:s|ed|ing)?|push(?:es|ed|ing)?)\s(?:\w+\s){0,3}for|seek(?:s|ing)?|sought"
    r"|recommend\w*|request(?:s|ed|ing)?|propos(?:e|es|ed|al|ing)|guidelines)\b",
    re.IGNORECASE,
)


class Durations(Quantities):
    """Spans of time, in seconds."""

    name = "durations"
    signs = NUMERALS | SIGNS | _IN_WORDS.signs
    examples: ClassVar[tuple[Example, ...]] = (
        Example("The trial lasted three weeks.", "The trial lasted 21 days.", Stance.CORROBORATES),
        Example("The editor got nine and a half years in jail.", "The editor got nine years and six months in jail.",
                Stance.CORROBORATES),
        Example("Ken Watt led the bank from 2001 to 2010.", "Ken Watt led the bank for nine years.",
                Stance.CORROBORATES),
        Example("Sales fell in the three months to September 30.", "Sales fell from July to September.",
                Stance.CORROBORATES),
        Example("Ken Watt led the bank from 2015 to 2019.", "Ken Watt led the bank for six years.", Stance.CONFLICTS),
        Example("Jurors deliberated for almost 12 hours.", "Jurors deliberated for nine hours.", Stance.CONFLICTS),
        Example("He was sentenced to 18 years in prison.", "He faced up to 20 years in prison.", Stance.NOT_COMPARABLE),
        Example("The flight was delayed for three hours.", "The flight lasts four hours.", Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def figures(self, document: Document, passage: Passage) -> Iterator[Figure]:
        """Yield the durations of a passage in order; "a day" and "one year" say too little."""
        clocked = [(start, end) for start, end, _ in find_clocked(document, passage)]
        taken = list(_periods(document, passage))
        for figure in (*_in_words(document, passage), *_counted(document, passage)):
            spans = (*clocked, *((other.start, other.end) for other in taken))
            if not any(figure.start < end and start < figure.end for start, end in spans):
                taken.append(figure)
        yield from sorted(taken, key=lambda figure: figure.start)

    def agree(self, a: Claim, b: Claim) -> bool | None:
        """Whether two can be of one length; None for limits, for what may be rounded, and for two periods apart."""
        periods = period_of(a), period_of(b)
        if periods[0] and periods[1]:
            return True if periods[0].is_one_with(periods[1]) else None
        room_a, room_b = room(a), room(b)
        if a.data["value"] == b.data["value"] and not (periods[0] or periods[1]):
            return True
        if room_a is None or room_b is None:
            return None
        if max(room_a[0], room_b[0]) <= min(room_a[1], room_b[1]):
            return True
        return None if may_be_rounded(a, b) else False

    def relate(self, both: Comparison) -> Iterator[tuple[Claim, Claim, Verdict]]:
        """Yield as any figures those that agree; of those that differ, the lengths of one thing."""
        for a, b, verdict in super().relate(both):
            if verdict.stance is Stance.CORROBORATES or are_of_one(a, b, both):
                yield a, b, verdict

    def telling(self, a: Claim, b: Claim) -> bool:
        """Equal spans of time are everywhere: what they are of must be told in both, but for uncommon ones."""
        if contrary(a, b):
            return False
        if period_of(a) and period_of(b):
            return True
        uncommon = a.data["value"] == b.data["value"] and is_uncommon(a) and is_uncommon(b)
        return uncommon or shared(a, b) > 0

    def surely_one(self, a: Claim, b: Claim) -> bool:
        """As for any figure; a period, whose years say that it is past, needs the same words about the same person."""
        if _is_sought(a) is not _is_sought(b):
            return False
        if not (period_of(a) or period_of(b)):
            return super().surely_one(a, b)
        same = set(a.data["near"]) == set(b.data["near"]) and set(a.data["names"]) == set(b.data["names"])
        return bool(same and a.data["near"] and a.data["who"] and b.data["who"])

    def bars(self, a: Claim, b: Claim) -> bool:
        """A period, whose years say that it is past, where that is not sure; and what somebody is given to do a thing.

        An order gives a month for one thing and two for another; "in three days" is no longer than "two days after".
        And what is asked for is not what is given: a sentence.
        """
        if super().bars(a, b) or _is_sought(a) is not _is_sought(b):
            return True
        period = period_of(a) or period_of(b)
        two = counts_both_ends(a, b) or any(map(is_given_for_an_act, (a, b)))
        return two or bool(period and not self.surely_one(a, b))


def _is_sought(claim: Claim) -> bool:
    """Whether a length is what somebody asks for: "asked for a sentence of four years"."""
    return _SOUGHT.search(sides(claim)[0][-BEFORE:]) is not None


def _counted(document: Document, passage: Passage) -> Iterator[Figure]:
    """ "Nine years and six months", "a nine-and-a-half-year term", "12 hours"."""
    for number, found in followed_by(document, passage, _DURATION):
        before = document.text[max(passage.start, number.bound_start - PHRASE) : number.bound_start]
        factor = UNITS[found["unit"].lower()]
        value, end = (number.value + (0.5 if found["half"] else 0.0)) * factor, found.end()
        rest = _REST.match(document.text, end, passage.end)
        count = value_of(rest["count"]) if rest else None
        if rest and count and UNITS[rest["unit"].lower()] < factor:
            value, end = value + count * UNITS[rest["unit"].lower()], rest.end()
        away = _AWAY.match(document.text, end, passage.end) and not _FOR.search(before)
        clock = _TO_THE_HOUR.match(document.text, end, passage.end)
        minute = found["unit"].lower() == "minute" and _ON.search(before)
        if (
            value > factor
            and not (away or clock or minute)
            and not any(words.search(before) for words in (_ORDER, _LOOSE))
        ):
            figure = Figure.of(document, number, end, value, OF)
            yield replace(figure, bound="most") if _LIMIT.search(before) else figure


def _in_words(document: Document, passage: Passage) -> Iterator[Figure]:
    """ "An hour and a half", "half a decade", "a fortnight", "almost an hour", "a whole week"."""
    for found in _IN_WORDS.finditer(document, passage):
        if found["two"]:
            yield Figure(found.start(), found.end(), 14 * DAY, "", OF, found[0])
            continue
        factor = UNITS[(found["unit"] or found["of"] or found["one"]).lower()]
        value = factor * (1.0 if found["one"] else 1.5 if found["more"] else 0.5)
        bound, _ = bound_before(document.text, passage.start, found.start("one")) if found["one"] else ("", 0)
        yield Figure(found.start(), found.end(), value, bound, OF, found[0])


def _periods(document: Document, passage: Passage) -> Iterator[Figure]:
    if not document.says(passage, SIGNS):
        return
    for period in find_periods(document.text, passage.start, passage.end):
        said = document.text[period.start : period.end]
        length = wording.lasting(said, period.least)
        yield Figure(period.start, period.end, period.least * MONTH, "", OF, length)
