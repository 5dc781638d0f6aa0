"""Figures of two articles that differ and are surely of two things, or may be one number rounded."""

from __future__ import annotations

import re
from functools import lru_cache

from secondsource.comparing import growth
from secondsource.comparing.claim import Claim
from secondsource.comparing.dated_act import sides
from secondsource.comparing.extents import one_is_narrower
from secondsource.comparing.of_another import tells_of_another
from secondsource.comparing.one_number import significant
from secondsource.comparing.one_thing import contrasted, of_one_toll, one_but_for_words, one_day, one_time
from secondsource.reading.names import CALENDAR
from secondsource.reading.numbers import find_numbers

LIKE = 1.5  # figures further apart than this factor are of different things more often than in conflict
UNLIKE = 3.3  # ... and than this factor, of two things: of 948 such pairs on 17 labelled stories, 18 are in conflict
ROUND = 20.0  # from which a figure of one digit, as "thirty years", may be said of what it misses by ...
ROUNDED = 0.05  # ... so much of itself
_OF_WHOM = frozenset({"money", "percentages", "measures"})
_OPENS_IN = re.compile(r"(?:In|At|Near|Around)\s(?P<place>[^\W\d_a-z]\w+)")
_IN_COSTS = re.compile(r"\sin\s(?:(?:legal|court|prosecution)\s)?(?:costs|fees|interest)\b", re.IGNORECASE)


def barred(a: Claim, b: Claim) -> bool:
    """Whether two figures are surely of two things, or may be one number rounded."""
    if are_of_two(a, b) or _are_two_parts(a, b) or _named_apart(a, b):
        return True
    if not (one_day(a, b) or growth.grows(a, b)):
        return True  # of 3 such conflicts on 892 real events none was right, though 5 are in made-up stories
    if growth.is_toll(a) and growth.is_toll(b):
        return not of_one_toll(a, b) or one_but_for_words(a, b)
    return may_be_rounded(a, b)


def are_of_two(a: Claim, b: Claim) -> bool:
    """Whether two figures are far apart, of two times or places, or one alone is of less or of another of the sort."""
    low, high = sorted((abs(a.data["value"]), abs(b.data["value"])))
    if not low or high > UNLIKE * low or tells_of_another(a.passage) is not tells_of_another(b.passage):
        return True
    one = one_time(a, b, "then") or one_time(a, b)
    return not one or one_is_narrower(a, b) or _open_elsewhere(a, b)


def may_be_rounded(a: Claim, b: Claim) -> bool:
    """Whether one of two figures has one digit and may be said of the other, which is close to it."""
    low, high = sorted((abs(a.data["value"]), abs(b.data["value"])))
    return high - low <= ROUNDED * low and any(map(is_round, (a, b)))


def _are_two_parts(a: Claim, b: Claim) -> bool:
    """Whether one of two figures comes on top of others or is denied, or both are parts, and of no stated whole.

    Not so two changes of one direction, or two margins; changes of two directions are two. What two or more got each is
    at most half of all they got: of figures that are closer both are of one, but for costs, which come on top.
    """
    ours, theirs = a.data["difference"], b.data["difference"]
    if ours and theirs:
        return bool(ours != theirs)
    low, high = sorted((abs(a.data["value"]), abs(b.data["value"])))
    each = high < 2 * low and not any(_IN_COSTS.match(sides(c)[1]) for c in (a, b))
    parts = [c.data["whole"] for c in (a, b) if c.data["part"] and not (each and f"{c.value} each" in c.passage)]
    return None in parts or (len(parts) == 2 and not (parts[0] and parts[0] == parts[1]))


def _named_apart(a: Claim, b: Claim) -> bool:
    """Whether two sums, shares or measures are told of different names: the Hang Seng, the Nikkei.

    Of 9 such conflicts on 892 real events none was right, though 5 are in made-up stories; of counts, 1 of 4 was right.
    """
    ours, theirs = set(a.data["names"]), set(b.data["names"])
    alike = (ours <= CALENDAR) is (theirs <= CALENDAR)  # a day is no other than who is named
    return a.kind in _OF_WHOM and bool(ours and theirs) and alike and ours.isdisjoint(theirs)


def _open_elsewhere(a: Claim, b: Claim) -> bool:
    """Whether two sentences open with two places that their figures are told of: "In Arta 45 homes were flooded"."""
    ours, theirs = (_OPENS_IN.match(claim.passage) for claim in (a, b))
    if not ours or not theirs:
        return False
    return contrasted(a, b) or (ours["place"] not in b.passage and theirs["place"] not in a.passage)


def is_round(claim: Claim) -> bool:
    """Whether a figure is written as a round one, of twenty or more: "at least 90", and not "at least 13"."""
    return any(value >= ROUND and significant(value) == 1 for value in numbers_in(claim.value))


@lru_cache(maxsize=4_000)
def numbers_in(said: str) -> tuple[float, ...]:
    """The numbers that a figure is written with: years of "thirty years", though its value is in seconds."""
    return tuple(number.value for number in find_numbers(said))
