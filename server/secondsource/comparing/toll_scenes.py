"""Where casualties are told to be: a place that narrows one of two tolls, or the scene of all that both tell.

"At least four killed in Taliban raid" and "killing at least two people" are tolls of one raid though only one of them
names anything: the other article has said at its start where it was. "In Saranca 170 died" is a part of the toll of an
earthquake that shook more than Saranca; and where an article gives the tolls of two places, each is of its place alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import combinations

from secondsource.comparing import growth
from secondsource.comparing.claim import Claim, Claims, Comparison
from secondsource.comparing.one_thing import deals_out, narrowed_alike

# What a name is said to be, and nothing that narrows a figure beside it: "the town of Arta", not "the school in Arta".
_SAID_OF_NAMES = frozenset("village town city county district province state region area country nation island".split())


def of_two_scenes(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether one of two tolls is told of a place that the other's article does not name at its start.

    Not asked of what is named there, conflicts rise on 13 real events from 82 right of 87 to 90 of 95, on the sealed
    stories from 102 of 104 to 104 of 106.
    """
    if not (growth.is_toll(a) and growth.is_toll(b)) or narrowed_alike(a, b):
        return False
    if any(map(deals_out, (a.passage, b.passage))):
        return True
    ours, theirs = _places(a), _places(b)
    our_lead, their_lead = both.overlap.leads
    if (ours and _has_two_scenes(both.ours, our_lead)) or (theirs and _has_two_scenes(both.theirs, their_lead)):
        return True
    return not (ours | theirs and ours - theirs <= their_lead and theirs - ours <= our_lead)


def _has_two_scenes(claims: Claims, lead: Collection[str]) -> bool:
    """Whether an article gives the tolls of two places, beside the one that it begins with."""
    return any(a.isdisjoint(b) for a, b in combinations((s for s in claims.once(_scenes) if s.isdisjoint(lead)), 2))


def _scenes(claims: Iterable[Claim]) -> set[frozenset[str]]:
    return {places for claim in claims if growth.is_toll(claim) and (places := _places(claim))}


def _places(claim: Claim) -> frozenset[str]:
    return frozenset(claim.data["narrowed"]) - _SAID_OF_NAMES
