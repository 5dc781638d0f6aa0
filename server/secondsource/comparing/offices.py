"""Which roles of one person exclude each other: an office and its deputy's.

For `kinds/roles.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from secondsource.comparing.claim import Claim
from secondsource.comparing.role_words import COLOURLESS, LESSER
from secondsource.reading.names import same_name
from secondsource.reading.numbers import value_of
from secondsource.reading.words import same_kind

_ONCE = re.compile(
    r"\b(?:once|now|then|later|ago|until|since|formerly|previously|was\snamed|appointed)\b", re.IGNORECASE
)

_TIMES = re.compile(r"-times?$")


def exclude(a: Claim, b: Claim) -> bool:
    """Whether two roles are one person's, and nobody's at once: the deputy's and the holder's."""
    ours, theirs = ({*claim.data["described"]} for claim in (a, b))
    one = a.subject and b.subject and same_name(a.data["tokens"], b.data["tokens"])
    if not one or (ours | theirs) & COLOURLESS or any(_ONCE.search(claim.passage) for claim in (a, b)):
        return False
    return a.data["role"] == b.data["role"] and ours ^ theirs == {"deputy"}


def told_too(claim: Claim, others: Iterable[Claim]) -> bool:
    """Whether the other article gives its holder that role too."""
    return any(
        other.subject
        and same_kind(claim.data["role"], other.data["role"])
        and not unlike(claim, other)
        and same_name(claim.data["tokens"], other.data["tokens"])
        for other in others
    )


def unlike(a: Claim, b: Claim) -> bool:
    """Whether just one of two roles is a lesser one ("deputy mayor", "mayor"), or they count other numbers of times."""
    times_a, times_b = map(_times, (a, b))
    if times_a and times_b and times_a != times_b:
        return True  # "two-time", "four-times"
    return LESSER & {*a.data["described"]} != LESSER & {*b.data["described"]}


def of_two_bodies(a: Claim, b: Claim) -> bool:
    """Whether what is named before two roles is not one body or country: "Unesco spokesman", "Vatican spokesman"."""
    ours, theirs = ({word for word in claim.value.split()[:-1] if word[0].isupper()} for claim in (a, b))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _times(claim: Claim) -> set[float]:
    found = (value_of(word.split("-")[0]) for word in claim.data["described"] if _TIMES.search(word))
    return {value for value in found if value is not None}
