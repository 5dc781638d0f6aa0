"""Whose age it is that an article gives without a name, by what the other article says: for `kinds/ages.py`.

"The 46-year-old" is somebody whom his article has named before. He is the one whom the other article gives nearly that
age to, if it gives such an age to nobody else, and his own article gives him none by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from secondsource.comparing.claim import Claim
from secondsource.reading.names import name_tokens, same_name
from secondsource.reading.strangers import ANYBODY
from secondsource.reading.words import split_words

NEARLY = 2  # years by which outlets are off; of two people of one story whose ages are so near, one is seldom unnamed
_DEFINITE = re.compile(r"\b[Tt]he\s(?:(?:[\w-]{2,20}\s){0,3}[\w-]{2,20},\s(?:who\sis\s)?)?$")


def is_of_the_named(named: Claim, other: Claim, mine: Iterable[Claim], others: Iterable[Claim]) -> bool:
    """Whether an age of nobody by name is of somebody to whom the other article, whose ages are `mine`, gives one."""
    if not named.subject or other.subject or not (named.data["age"] and other.data["age"]) or named.data["at"]:
        return False
    tokens, off = name_tokens(named.subject), abs(named.data["age"] - other.data["age"])
    return (
        1 <= off <= NEARLY
        and bool(_DEFINITE.search(other.around[0]))
        and not (ANYBODY & {*_nouns(other)})
        and any(same_name(tokens, name_tokens(name)) for name in other.data["before"])
        and not any(c.subject and same_name(tokens, name_tokens(c.subject)) for c in others)
        and not any(_is_as_near(c, named, other) for c in mine)
    )


def _is_as_near(claim: Claim, named: Claim, other: Claim) -> bool:
    """Whether an age of somebody else's is as near."""
    age = claim.data["age"]
    return claim.subject != named.subject and bool(age) and abs(age - other.data["age"]) <= NEARLY


def _nouns(claim: Claim) -> list[str]:
    """The words right before and behind an age, among which is what is said of whoever is of it."""
    before, behind = claim.around
    return [w.folded for w in (*split_words(before)[-3:], *split_words(claim.exact), *split_words(behind)[:2])]
