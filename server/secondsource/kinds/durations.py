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
from functools import lru_cache
from typing import ClassVar

from secondsource.comparing import wording
from secondsource.comparing.claim import Claim, Comparison, Example, Stance, Verdict
from secondsource.comparing.one_thing import contrary, shared
from secondsource.comparing.quantities import Figure, Quantities, followed_by
from secondsource.reading import Document
from secondsource.reading.clocked import find_clocked
from secondsource.reading.context import PHRASE
from secondsource.reading.cues import Cued
from secondsource.reading.numbers import bound_before, value_of
from secondsource.reading.passages import Passage
from secondsource.reading.periods import SIGNS, Period, find_periods
from secondsource.reading.words import related

DAY = 86_400.0  # seconds
MONTH = 30.4375 * DAY  # on average
_UNITS = {
    "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": DAY, "week": 7 * DAY,
    "month": MONTH, "year": 12 * MONTH, "decade": 120 * MONTH,
}  # fmt: skip
OF = "length of time"
_NAMES = "|".join(_UNITS)
_NO_DURATION = r"""(?![\s-](?:old|olds|age|gap|younger|older|junior|senior|anniversary|ago|earlier|later
    |difference|more|between)\b|['’]s?\b|\sof\sage)"""
_DURATION = re.compile(
    rf"(?P<half>[\s-]and[\s-]a[\s-]half)?[\s-](?P<unit>{_NAMES})s?\b{_NO_DURATION}", re.VERBOSE | re.IGNORECASE
)
_REST = re.compile(
    rf"(?:\sand|,)?\s(?P<count>\d{{1,2}}|[a-z]+)\s(?P<unit>{_NAMES})s?\b{_NO_DURATION}", re.VERBOSE | re.IGNORECASE
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
_AFTER = re.compile(r"\s(?:after|later|apart|before)\b", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|within)\s(?:the\sspace\sof\s)?$", re.IGNORECASE)
_GIVEN = re.compile(
    r"\b(?:given|gives?|gave|giving|has|have|had|gets?|got)\s(?:(?:just|only|until)\s)?$", re.IGNORECASE
)
_TO = re.compile(r"\s(?:in\swhich\s)?to\s[a-z]", re.IGNORECASE)
_ANYTHING = re.compile("")
_LIMIT = re.compile(r"\b(?:within|(?:maximum|minimum|limit|cap|ceiling)\s(?:\w+\s)?of)\s$", re.IGNORECASE)
_LOOSE = re.compile(r"\d,\s$")  # "12, 15 years", as people say it
_TO_THE_HOUR = re.compile(
    r"\s(?:to|past)\s(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|\d)", re.IGNORECASE
)  # "stopped at eight minutes to five"
_FOR = re.compile(r"\bfor\s$", re.IGNORECASE)
_ON = re.compile(r"\bon\s(?:just\s|only\s)?$", re.IGNORECASE)  # "scored on 18 minutes": when, not how long
_ORDER = re.compile(
    r"\b(?:every|each|(?<!\bto\s)(?<!\bwill\s)(?<!\bcould\s)last|past|next|first|per|another|more)\s(?:the\s)?$",
    re.IGNORECASE,
)
# What bounding words leave room for, as factors; other bounds ("up to", "at least") are limits, and say nothing.
_ROOM = (
    (re.compile(r"(?:almost|nearly|just\sunder|not\squite)\b", re.IGNORECASE), 0.85, 1.0),
    (re.compile(r"(?:more\sthan|over|upwards?\sof)\b", re.IGNORECASE), 1.0, 1.25),
    (
        re.compile(r"(?:about|around|some|roughly|approximately|an\sestimated|close\sto|near)\b", re.IGNORECASE),
        0.88,
        1.12,
    ),
)
# Lengths that differ stand in all news, of two things, so that likeness says little: of 12 in 892 real events 2 were of
# one thing, and both of the same nearest word; the likest sentences of the others tell one thing with .83.
SURELY_ONE = 0.84
_MEASURED = frozenset("average mean median record total".split())  # of figures, not of time
_WRITTEN_UNIT = re.compile(rf"\b(?P<unit>{_NAMES})s?\b", re.IGNORECASE)


class Durations(Quantities):
    """Spans of time, in seconds."""

    name = "durations"
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
        periods = _period_of(a), _period_of(b)
        if periods[0] and periods[1]:
            return True if periods[0].is_one_with(periods[1]) else None
        room_a, room_b = _room(a), _room(b)
        if a.data["value"] == b.data["value"] and not (periods[0] or periods[1]):
            return True
        if room_a is None or room_b is None:
            return None
        if max(room_a[0], room_b[0]) <= min(room_a[1], room_b[1]):
            return True
        return None if _may_be_rounded(a, b) else False

    def relate(self, both: Comparison) -> Iterator[tuple[Claim, Claim, Verdict]]:
        """Yield as any figures those that agree; of those that differ, the lengths of one thing."""
        for a, b, verdict in super().relate(both):
            if verdict.stance is Stance.CORROBORATES or _are_of_one(a, b, both):
                yield a, b, verdict

    def telling(self, a: Claim, b: Claim) -> bool:
        """Equal spans of time are everywhere: what they are of must be told in both, but for uncommon ones."""
        if contrary(a, b):
            return False
        if _period_of(a) and _period_of(b):
            return True
        uncommon = a.data["value"] == b.data["value"] and _is_uncommon(a) and _is_uncommon(b)
        return uncommon or shared(a, b) > 0

    def surely_one(self, a: Claim, b: Claim) -> bool:
        """As for any figure; a period, whose years say that it is past, needs the same words about the same person."""
        if not (_period_of(a) or _period_of(b)):
            return super().surely_one(a, b)
        same = set(a.data["near"]) == set(b.data["near"]) and set(a.data["names"]) == set(b.data["names"])
        return bool(same and a.data["near"] and a.data["who"] and b.data["who"])

    def bars(self, a: Claim, b: Claim) -> bool:
        """A period, whose years say that it is past, where that is not sure; and what somebody is given to do a thing.

        An order gives a month for one thing and two for another; "in three days" is no longer than "two days after".
        """
        if super().bars(a, b):
            return True
        period = _period_of(a) or _period_of(b)
        two = _counts_both_ends(a, b) or any(_said_with(claim, before=_GIVEN, behind=_TO) for claim in (a, b))
        return two or bool(period and not self.surely_one(a, b))


def _are_of_one(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether two lengths are surely of one thing: what stands nearest to them is one, or their sentences are."""
    ours, theirs = (claim.data["near"][:1] for claim in (a, b))
    nearest = bool(ours and theirs) and ours[0] not in _MEASURED and related(ours[0], theirs[0])
    return nearest or both.one_thing(a, b) >= SURELY_ONE


def _counted(document: Document, passage: Passage) -> Iterator[Figure]:
    """ "Nine years and six months", "a nine-and-a-half-year term", "12 hours"."""
    for number, found in followed_by(document, passage, _DURATION):
        before = document.text[max(passage.start, number.bound_start - PHRASE) : number.bound_start]
        factor = _UNITS[found["unit"].lower()]
        value, end = (number.value + (0.5 if found["half"] else 0.0)) * factor, found.end()
        rest = _REST.match(document.text, end, passage.end)
        count = value_of(rest["count"]) if rest else None
        if rest and count and _UNITS[rest["unit"].lower()] < factor:
            value, end = value + count * _UNITS[rest["unit"].lower()], rest.end()
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
        factor = _UNITS[(found["unit"] or found["of"] or found["one"]).lower()]
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


def _period_of(claim: Claim) -> Period | None:
    return _period_in(claim.value)


@lru_cache(maxsize=2_000)
def _period_in(said: str) -> Period | None:
    return next(find_periods(said, 0, len(said)), None)


def _room(claim: Claim) -> tuple[float, float] | None:
    """The least and the most that a duration can be; None for a limit."""
    period = _period_of(claim)
    if period:
        return period.least * MONTH, period.most * MONTH
    value = claim.data["value"]
    if claim.data["low"] is not None:
        return claim.data["low"], value
    if not claim.data["bound"]:
        return value, value
    return next(((value * low, value * high) for words, low, high in _ROOM if words.match(claim.value)), None)


def _may_be_rounded(a: Claim, b: Claim) -> bool:
    """Whether one of two durations, told in coarser units or in whole hundreds, lies within half of one of the other.

    Two weeks may be 15 days, and 300 years 307.
    """
    written = (_WRITTEN_UNIT.search(claim.value) for claim in (a, b))
    factors = {_UNITS[found["unit"].lower()] for found in written if found}
    coarse = max(factors, default=1.0) * (1 if len(factors) == 2 else 100)
    rounded = len(factors) == 2 or any(claim.data["value"] % coarse == 0 for claim in (a, b))
    return rounded and abs(a.data["value"] - b.data["value"]) <= coarse / 2


def _counts_both_ends(a: Claim, b: Claim) -> bool:
    """Whether one is how long two events lie apart, and the other counts their days too: "the second in three days"."""
    return any(_said_with(x, behind=_AFTER) and _said_with(y, before=_IN) for x, y in ((a, b), (b, a)))


def _said_with(claim: Claim, *, before: re.Pattern[str] = _ANYTHING, behind: re.Pattern[str] = _ANYTHING) -> bool:
    """Whether such words stand right before a duration, and such right behind it."""
    at = claim.passage.find(claim.value, max(0, claim.start - claim.passage_start))
    return bool(before.search(claim.passage[:at]) and behind.match(claim.passage, at + len(claim.value)))


def _is_uncommon(claim: Claim) -> bool:
    """Whether a duration is told in years and is no whole number of them, or put together: hardly met by chance."""
    years = claim.data["value"] / (12 * MONTH)
    return years > 1 and years % 1 != 0 and "year" in claim.value.lower()
