"""Whose a role is: who of an article bears one told without a name, and whether two articles give one person one role.

For `kinds/roles.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import product

from secondsource.comparing.claim import Claim, Comparison
from secondsource.comparing.offices import of_two_bodies, unlike
from secondsource.comparing.role_words import COLOURLESS, is_office
from secondsource.reading.names import same_name
from secondsource.reading.words import rarity, related, same_kind

_GENERIC = frozenset(
    "minister director officer secretary president chief editor manager leader head coach executive".split()
)
_SPOKEN_FOR = frozenset("spokesman spokeswoman spokesperson".split())  # two of whom, unnamed, are hardly told apart
_OFFICE = frozenset("prime vice chief first general".split())  # words that are part of a title
_STANDING = frozenset("nominee candidate leader speaker".split())  # what somebody is called by as by an office
# How likely two sentences tell one thing that give one person one role; and how alike they are where it is an office,
# for it to be more than his name. Of the judged ones of 894 real events 7 right and 3 wrong offices are left of 9 and
# 15. The bound for one thing took 1 right and 5 wrong links of the labelled stories.
ROLE_ONE, OFFICE_ALIKE = 0.3, 0.3
RARE = 3.2  # rarity of a describing word ("crane", "piano") that can tell a role without a name


def of_its_bearer(claim: Claim, named: Mapping[str, Mapping[str, Claim]]) -> Claim:
    """A role without a name, given to whom the article calls so by name, where that is one person.

    Not an office ("the prime minister", "the police chief"), which is told of all the time, unless it is no more ("the
    former minister"). `named` are roles by their word and bearer.
    """
    described = set(claim.data["described"])
    in_office = is_office(claim.data["role"]) and not described & COLOURLESS
    if not claim.data["definite"] or in_office or not described - _OFFICE:
        return claim
    fitting = (role for role in named if same_kind(role, claim.data["role"]))
    bearers = {who: other for role in fitting for who, other in named[role].items()}
    if len(bearers) != 1:
        return claim
    ((who, other),) = bearers.items()
    return (
        claim
        if unlike(claim, other) or of_two_bodies(claim, other)
        else replace(claim, subject=who, data={**claim.data, "tokens": other.data["tokens"]})
    )


def is_told(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether a role in common is news, and not how everybody who names him calls somebody."""
    if both.one_thing(a, b) < ROLE_ONE:
        return False
    in_office = all(is_office(c.data["role"]) or c.data["role"] in _STANDING for c in (a, b))
    return not in_office or both.likeness(a, b) >= OFFICE_ALIKE


def same_holder(a: Claim, b: Claim) -> bool:
    """Whether two equal roles are one person's: by name, or by a rarer word that describes both."""
    if unlike(a, b):
        return False
    if a.subject and b.subject:
        told_a, told_b = ({word for word in c.data["described"] if word not in COLOURLESS} for c in (a, b))
        generic = a.data["role"] in _GENERIC and told_a and told_b and not told_a & told_b
        return not generic and same_name(a.data["tokens"], b.data["tokens"])
    if a.data["role"] in _SPOKEN_FOR:
        return False
    ours, theirs = (set(claim.data["described"]) - COLOURLESS for claim in (a, b))
    return any(min(rarity(x), rarity(y)) >= RARE and related(x, y) for x, y in product(ours, theirs))
