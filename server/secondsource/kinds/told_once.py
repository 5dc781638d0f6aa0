"""Whether two dates or times that do not fit are of one event, as each article tells of it just once.

How far they lie apart says nothing here. What says it is one: the act or thing that both hang on ("set a hearing for
May 12", "the hearing is on May 19"), weighed with what else stands beside both, the rarer the more; and that no other
date of either article hangs on the like. Two stages of one thing differ in what they hang on ("announced", "took
effect"), in an ordinal ("the second hearing"), or in that one is where it starts or ends ("since", "until").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import product

from secondsource.kinds.claim import Claim
from secondsource.kinds.one_event import AGAIN, AMOUNTS, CALENDAR, LIFE
from secondsource.kinds.one_thing import swapped
from secondsource.reading.context import REACH, TELLING
from secondsource.reading.people import may_be_one, surely_one
from secondsource.reading.words import acts, opposed, rarity, related, synonyms

Pair = tuple[Claim, Claim]
CLOSEST = 2  # words beside a date or time that it may hang on, though no act is told with it
NAMED = 3.0  # what it weighs that both name somebody or something in the date's clause, or tell of one person's doing
# Rarity of what both hang on and of what else they have in common, in sum: of two words, one of them rare. "Rates were
# raised", "the ferry leaves" and all that is wrong in 35 labelled stories and 279 small cases has 6.5 or less.
ENOUGH = 6.7
SURER = 2  # times as much in common as a date has with one of the other article that it fits
# What leaves it to other words to say what happened, or only says where in the day or in its course it did.
_LIGHT = frozenset(
    """be have become take come happen occur hold place make give get go see follow put set let move use start begin end
    continue expect plan schedule say announce since until early late local near past""".split()
)
_DULL = AMOUNTS | CALENDAR | _LIGHT
_OPENS = re.compile(r"\b(?:since|from|after)\s(?:\w+\s)?$", re.IGNORECASE)
_CLOSES = re.compile(r"\b(?:until|till|by|before|up\sto)\s(?:\w+\s)?$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:—]|\s[–-]\s")
_WHICH = re.compile(
    r"""\b(?:first|second|third|fourth|fifth|final|another|earlier|previous(?:ly)?|original(?:ly)?|former|again|other|each
      |every|annual|due|postponed|delayed|(?:last|next)(?!\s(?:week|month|year|night|spring|summer|autumn|winter|(?-i:[A-Z]))))\b
      |\b(?:no|not|never)\b|n['’]t\b""",
    re.IGNORECASE | re.VERBOSE,
)
_LOOK = 60  # code points on either side of a date in which an ordinal or a negation tells of another event


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
    return frozenset().union(*(synonyms(word) | acts(word) for word in _acts(claim)))


def _are_told(a: Claim, b: Claim) -> bool:
    """Whether both are told as real, and neither is the day of a statement or says which it is: "the 2019 storm"."""
    return all(c.data["told"] and not c.data.get("of_words") and not c.data.get("attached") for c in (a, b))


def _in_common(a: Claim, b: Claim) -> float:
    """What two dates that hang on one act or thing have in common beside them, each word weighed once; else 0."""
    if not _event(a, b):
        return 0.0
    ours, theirs = ({*claim.data["near"], *_acts(claim)} - _DULL for claim in (a, b))
    names = bool(_named(a) & _named(b)) + surely_one(a.data["who"], b.data["who"])
    weight, left = NAMED * names, set(theirs)
    for x in sorted(ours, key=lambda word: (word not in theirs, word)):
        rare, akin = max(((min(rarity(x), rarity(y)), y) for y in left if related(x, y)), default=(0.0, ""))
        if rare >= TELLING:
            weight += rare
            left = {y for y in left if not related(y, akin)}
    return weight


def _event(a: Claim, b: Claim) -> str:
    """What both hang on, as the first has it: the rarest word of its act that names the other's too; "" for none."""
    akin = [(min(rarity(x), rarity(y)), x) for x, y in product(_acts(a), _acts(b)) if related(x, y)]
    rare, event = max(akin, default=(0.0, ""))
    return event if rare >= TELLING else ""


def _acts(claim: Claim) -> list[str]:
    """The words that a date may hang on: of its act, and those nearest to it."""
    told = (*claim.data.get("acts", ()), *claim.data["near"][:CLOSEST])
    return [word for word in dict.fromkeys(told) if word not in _DULL]


def _are_two_acts(a: Claim, b: Claim) -> bool:
    """Whether verbs or nouns that say what happened stand with both dates, and none can name the other's act."""
    ours, theirs = ({*claim.data.get("acts", ())} - _DULL for claim in (a, b))
    return bool(ours and theirs) and not any(related(x, y) for x, y in product(ours, theirs))


def _of_two(a: Claim, b: Claim) -> bool:
    """Whether two dates that hang on one sort of act are of two acts, or of two stages of one."""
    ours, theirs = (claim.data["near"][:REACH] for claim in (a, b))
    names = _named(a), _named(b)
    return (
        _are_two_acts(a, b)
        or any((AGAIN | LIFE).intersection(_acts(claim)) for claim in (a, b))  # often, or once for each
        or not may_be_one(a.data["who"], b.data["who"])
        or bool(names[0] and names[1] and not names[0] & names[1])
        or any(opposed(x, y) for x, y in product(ours, theirs))
        or _stage(a) != _stage(b)
        or swapped(*sorted((_until_clause_end(a), _until_clause_end(b))))
    )


def _named(claim: Claim) -> set[str]:
    return set(claim.data["named"]) - CALENDAR


def _stage(claim: Claim) -> tuple[str, frozenset[str]]:
    """Whether a date opens or closes a span of time, and which of several it is said to be of, or that of none."""
    before, after = _sides(claim)
    bound = "opens" if _OPENS.search(before) else "closes" if _CLOSES.search(before) else ""
    beside = f"{before[-_LOOK:]} {after[:_LOOK]}"
    return bound, frozenset(word.lower() for word in _WHICH.findall(beside))


def _until_clause_end(claim: Claim) -> str:
    """A date's sentence up to the end of its clause, without the date: what comes then is told of something else."""
    before, after = _sides(claim)
    end = _CLAUSE_END.search(after)
    return f"{before}0{after[: end.start()] if end else after}"


def _sides(claim: Claim) -> tuple[str, str]:
    """What stands before and after a date in its sentence."""
    written = claim.value if claim.value in claim.passage else claim.value.split(" (")[0]
    before, _, after = claim.passage.partition(written)
    return before, after
