"""Tallies: so many of one thing in so many of another, as "31 tries in 40 matches".

One who keeps count for a club, for a league or for a whole life gives other figures for both. So two tallies that
have neither figure in common are of two scopes; where one figure is the same, the other is told of one thing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from secondsource.comparing import growth
from secondsource.comparing.claim import Claim
from secondsource.comparing.one_number import agree
from secondsource.reading.numbers import Number, find_numbers

Tally = tuple[Number, Number]

_BETWEEN = re.compile(
    r"\s(?:[a-z][a-z-]{1,20}\s){1,3}(?:in|from|over|across)\s(?:(?:just|only|his|her|its|their|the|all)\s){0,2}"
)
_BEHIND = re.compile(
    r"\s(?!(?:second|minute|hour|day|night|week|month|season|year|decade|per\scent|percent|m?illion)s?\b)[a-z]{3}"
)


def of_two_scopes(a: Claim, b: Claim) -> bool:
    """Whether two figures stand in tallies that have neither of their figures in common; casualties are no tally."""
    if growth.is_toll(a) or growth.is_toll(b):
        return False
    ours, theirs = _tally_of(a), _tally_of(b)
    return bool(ours and theirs) and not any(
        agree(x.value, x.bound, y.value, y.bound) for x, y in zip(ours or (), theirs or (), strict=True)
    )


def _tally_of(claim: Claim) -> Tally | None:
    """The tally in a claim's sentence that its figure is one of."""
    value = claim.data["value"]
    return next((tally for tally in _tallies(claim.passage) if value in (tally[0].value, tally[1].value)), None)


@lru_cache(maxsize=2_000)
def _tallies(passage: str) -> tuple[Tally, ...]:
    numbers = find_numbers(passage)
    return tuple(
        (first, second)
        for first, second in pairwise(numbers)
        if _BETWEEN.fullmatch(passage, first.end, second.bound_start) and _BEHIND.match(passage, second.end)
    )
