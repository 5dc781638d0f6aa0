"""Two lengths of time: whether they can be one, by bounds and rounding, and whether they are of one thing."""

from __future__ import annotations

import re
from functools import lru_cache

from secondsource.comparing.claim import Claim, Comparison
from secondsource.reading.periods import Period, find_periods
from secondsource.reading.words import related

DAY = 86_400.0  # seconds
MONTH = 30.4375 * DAY  # on average
UNITS = {
    "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": DAY, "week": 7 * DAY,
    "month": MONTH, "year": 12 * MONTH, "decade": 120 * MONTH,
}  # fmt: skip
UNIT_NAMES = "|".join(UNITS)
_AFTER = re.compile(r"\s(?:after|later|apart|before)\b", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|within)\s(?:the\sspace\sof\s)?$", re.IGNORECASE)
_GIVEN = re.compile(
    r"\b(?:given|gives?|gave|giving|has|have|had|gets?|got)\s(?:(?:just|only|until)\s)?$", re.IGNORECASE
)
_TO = re.compile(r"\s(?:in\swhich\s)?to\s[a-z]", re.IGNORECASE)
_ANYTHING = re.compile("")
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
_WRITTEN_UNIT = re.compile(rf"\b(?P<unit>{UNIT_NAMES})s?\b", re.IGNORECASE)


def are_of_one(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether two lengths are surely of one thing: what stands nearest to them is one, or their sentences are."""
    ours, theirs = (claim.data["near"][:1] for claim in (a, b))
    nearest = bool(ours and theirs) and ours[0] not in _MEASURED and related(ours[0], theirs[0])
    return nearest or both.one_thing(a, b) >= SURELY_ONE


def period_of(claim: Claim) -> Period | None:
    """The period that a length is told as, if it is: "from 2001 to 2010"."""
    return _period_in(claim.value)


@lru_cache(maxsize=2_000)
def _period_in(said: str) -> Period | None:
    return next(find_periods(said, 0, len(said)), None)


def room(claim: Claim) -> tuple[float, float] | None:
    """The least and the most that a duration can be; None for a limit."""
    period = period_of(claim)
    if period:
        return period.least * MONTH, period.most * MONTH
    value = claim.data["value"]
    if claim.data["low"] is not None:
        return claim.data["low"], value
    if not claim.data["bound"]:
        return value, value
    return next(((value * low, value * high) for words, low, high in _ROOM if words.match(claim.value)), None)


def may_be_rounded(a: Claim, b: Claim) -> bool:
    """Whether one of two durations, told in coarser units or in whole hundreds, lies within half of one of the other.

    Two weeks may be 15 days, and 300 years 307.
    """
    written = (_WRITTEN_UNIT.search(claim.value) for claim in (a, b))
    factors = {UNITS[found["unit"].lower()] for found in written if found}
    coarse = max(factors, default=1.0) * (1 if len(factors) == 2 else 100)
    rounded = len(factors) == 2 or any(claim.data["value"] % coarse == 0 for claim in (a, b))
    return rounded and abs(a.data["value"] - b.data["value"]) <= coarse / 2


def counts_both_ends(a: Claim, b: Claim) -> bool:
    """Whether one is how long two events lie apart, and the other counts their days too: "the second in three days"."""
    return any(_said_with(x, behind=_AFTER) and _said_with(y, before=_IN) for x, y in ((a, b), (b, a)))


def is_given_for_an_act(claim: Claim) -> bool:
    """Whether a length is what somebody is given to do a thing: "has a month to appeal"."""
    return _said_with(claim, before=_GIVEN, behind=_TO)


def _said_with(claim: Claim, *, before: re.Pattern[str] = _ANYTHING, behind: re.Pattern[str] = _ANYTHING) -> bool:
    """Whether such words stand right before a duration, and such right behind it."""
    at = claim.passage.find(claim.value, max(0, claim.start - claim.passage_start))
    return bool(before.search(claim.passage[:at]) and behind.match(claim.passage, at + len(claim.value)))


def is_uncommon(claim: Claim) -> bool:
    """Whether a duration is told in years and is no whole number of them, or put together: hardly met by chance."""
    years = claim.data["value"] / (12 * MONTH)
    return years > 1 and years % 1 != 0 and "year" in claim.value.lower()
