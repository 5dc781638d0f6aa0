"""Whether two dates or times that do not fit are of one event, as each article tells of it just once.

How far they lie apart says nothing here. What says it is one: the act or thing that both hang on ("set a hearing for
May 12", "the hearing is on May 19"), weighed with what else stands beside both, the rarer the more; and that no other
date of either article hangs on the like. Two stages of one thing differ in what they hang on ("announced", "took
effect"), in an ordinal ("the second hearing"), or in that one is where it starts or ends ("since", "until").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import product

from secondsource.comparing.claim import Claim
from secondsource.comparing.dated_act import (
    ENOUGH,
    are_others,
    are_two_acts,
    beside,
    bound,
    event,
    is_of_words,
    names,
    until_clause_end,
)
from secondsource.comparing.dated_act import acts as acts_of
from secondsource.comparing.one_event import AGAIN, LIFE
from secondsource.comparing.one_thing import swapped
from secondsource.reading.context import REACH
from secondsource.reading.people import may_be_one, surely_one
from secondsource.reading.words import acts, opposed, synonyms

Pair = tuple[Claim, Claim]
NAMED = 3.0  # what it weighs that both name somebody or something in the date's clause, or tell of one person's doing
SURER = 2  # times as much in common as a date has with one of the other article that it fits


def told_once(
    ours: Iterable[Claim], theirs: Iterable[Claim], differ: Callable[[Claim, Claim], bool], fitting: Iterable[Pair]
) -> Iterator[Pair]:
    """Yield the pairs that differ and are of one event, which either article tells of once."""
    may_name = [[(claim, _may_name(claim)) for claim in claims] for claims in (ours, theirs)]
    akin = ((a, b) for (a, x), (b, y) in product(*may_name) if not x.isdisjoint(y) and differ(a, b))
    found = [(a, b, sure) for a, b in akin if _are_told(a, b) and (sure := _in_common(a, b)) >= ENOUGH]
    against: dict[int, set[str]] = defaultdict(set)
    for a, b, _ in found:
        against[id(a)].add(b.value)
        against[id(b)].add(a.value)
    settled: dict[int, float] = defaultdict(float)
    for pair in fitting if found else ():
        for claim in pair:
            if id(claim) in against:
                settled[id(claim)] = max(settled[id(claim)], _in_common(*pair))
    for a, b, sure in found:
        once = len(against[id(a)]) == len(against[id(b)]) == 1
        if once and sure > SURER * max(settled[id(a)], settled[id(b)]) and not _of_two(a, b):
            yield a, b


def _may_name(claim: Claim) -> frozenset[str]:
    """All that can name what a date hangs on: nothing that two dates have in common there, no one event of both."""
    return _all_named(tuple(acts_of(claim)))


@lru_cache(maxsize=512)
def _all_named(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(synonyms(word) | acts(word) for word in words))


def _are_told(a: Claim, b: Claim) -> bool:
    """Whether both are told as real, and neither is the day of a statement or says which it is: "the 2019 storm"."""
    return all(c.data["told"] and not is_of_words(c) and not c.data.get("attached") for c in (a, b))


def _in_common(a: Claim, b: Claim) -> float:
    """What two dates that hang on one act or thing have in common beside them, each word weighed once; else 0."""
    if not event(a, b):
        return 0.0
    return NAMED * (bool(names(a) & names(b)) + surely_one(a.data["who"], b.data["who"])) + beside(a, b)


def _of_two(a: Claim, b: Claim) -> bool:
    """Whether two dates that hang on one sort of act are of two acts, or of two stages of one."""
    ours, theirs = (claim.data["near"][:REACH] for claim in (a, b))
    named = names(a), names(b)
    return (
        are_two_acts(a, b)
        or any((AGAIN | LIFE).intersection(acts_of(claim)) for claim in (a, b))  # often, or once for each
        or not may_be_one(a.data["who"], b.data["who"])
        or bool(named[0] and named[1] and not named[0] & named[1])
        or any(opposed(x, y) for x, y in product(ours, theirs))
        or bound(a) != bound(b)
        or are_others(a, b)
        or swapped(*sorted((until_clause_end(a), until_clause_end(b))))
    )
