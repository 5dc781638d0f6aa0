"""Whether two figures are of one thing: what forbids it outright, and the features that a learned scorer weighs."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import product

from secondsource.kinds.claim import Claim
from secondsource.reading.context import REACH, TELLING
from secondsource.reading.numbers import significant
from secondsource.reading.people import may_be_one
from secondsource.reading.times import WEEKDAYS
from secondsource.reading.words import opposed, rarity, related

CLOSE = 2  # the words nearest to a figure: among them is what it is of
PRECISE = 3  # significant digits with which a figure is hardly met twice by chance
SMALL = 4  # "two men", "three shots" are everywhere
MOST_COMMON_DIGITS = 3  # two figures of fewer digits differ in one of them more often than not
_WEEKDAYS = frozenset(WEEKDAYS)


def of_one_whole(a: Claim, b: Claim) -> bool:
    """Whether two figures stand for all there is, narrowed by the same, and are not told of two times or days."""
    days_a, days_b = (_WEEKDAYS & {*claim.data["around"], *claim.data["names"]} for claim in (a, b))
    one_day = not days_a or not days_b or days_a == days_b
    same = all(a.data[of] == b.data[of] for of in ("narrowed", "times", "ahead"))
    return bool(one_day and same and a.data["whole"] and b.data["whole"])


def nested_names(a: Claim, b: Claim) -> bool:
    """Whether one of two figures names nobody and nothing that the other does not."""
    names_a, names_b = set(a.data["names"]), set(b.data["names"])
    return names_a <= names_b or names_b <= names_a


def each_has_its_own(a: Claim, b: Claim) -> bool:
    """Whether both figures have a word right beside them that the other lacks: led the bank, worked at the bank."""
    ours, theirs = set(a.data["near"][:CLOSE]), set(b.data["near"][:CLOSE])
    ours, theirs = ours - theirs, theirs - ours
    return bool(ours and theirs) and not any(related(x, y) for x, y in product(ours, theirs))


def closest_related(a: Claim, b: Claim) -> bool:
    """Whether the words right beside two figures have one in common."""
    return any(related(x, y) for x, y in product(a.data["near"][:CLOSE], b.data["near"][:CLOSE]))


def alike(a: Claim, b: Claim) -> float:
    """The share of telling words that two figures' sentences have in common, 0 to 1."""
    ours, theirs = set(a.data["around"]), set(b.data["around"])
    return len(ours & theirs) / (len(ours | theirs) or 1)


def contrary(a: Claim, b: Claim) -> bool:
    """Whether what is nearest to two figures is opposed: shops opened, shops closed."""
    return any(opposed(x, y) for x, y in product(a.data["near"][:REACH], b.data["near"][:REACH]))


def slip(a: Claim, b: Claim) -> bool:
    """Whether two figures differ by a slip: one digit of many (5,587.75, 5,687.75), or two changed about (180, 108)."""
    ours, theirs = ("".join(filter(str.isdigit, claim.value)) for claim in (a, b))
    if len(ours) != len(theirs) or len(ours) < MOST_COMMON_DIGITS:
        return False
    wrong = [at for at, (x, y) in enumerate(zip(ours, theirs, strict=True)) if x != y]
    if len(wrong) == 1:
        return min(significant(a.data["value"]), significant(b.data["value"])) > PRECISE
    i, j = wrong if len(wrong) == 2 else (0, 0)
    return i != j and ours[i] == theirs[j] and ours[j] == theirs[i]


def shared(a: Claim, b: Claim) -> int:
    """How many telling words and names two figures have near them in common."""
    words = sum(
        any(related(x, y) and min(rarity(x), rarity(y)) >= TELLING for y in b.data["near"][: 2 * REACH])
        for x in a.data["near"][: 2 * REACH]
    )
    return words + len(set(a.data["names"]) & set(b.data["names"]))


def features(a: Claim, b: Claim, sentences: Mapping[str, float], *, unit: float, grown: bool) -> dict[str, float]:
    """What the scorer is told of two figures; symmetric.

    `sentences` is what their sentences have in common; `unit`, 0 to 1, how surely their units are one; `grown`
    whether the later article gives the higher figure.
    """
    near_a, near_b = a.data["near"], b.data["near"]
    names_a, names_b = set(a.data["names"]), set(b.data["names"])
    narrowed_a, narrowed_b = set(a.data["narrowed"]), set(b.data["narrowed"])
    low, high = sorted(abs(claim.data["value"]) + 1e-9 for claim in (a, b))
    own = {
        "unit": unit,
        "nearest": float(bool(near_a and near_b and related(near_a[0], near_b[0]))),
        "near": float(closest_related(a, b)),
        "near shared": float(min(4, shared(a, b))),
        "around": alike(a, b),
        "ratio": min(3.0, math.log(high / low)),
        "narrowed alike": float(narrowed_a == narrowed_b),
        "narrowed both": float(bool(narrowed_a & narrowed_b)),
        "times alike": float(a.data["times"] == b.data["times"]),
        "names shared": float(min(2, len(names_a & names_b))),
        "names differ": float(bool(names_a - names_b and names_b - names_a)),
        "whole": float(a.data["whole"]) + float(b.data["whole"]),
        "one subject": float(bool(a.data["who"] and b.data["who"] and may_be_one(a.data["who"], b.data["who"]))),
        "two subjects": float(not may_be_one(a.data["who"], b.data["who"])),
        "grown": float(grown),
        "slip": float(slip(a, b)),
        "own": float(each_has_its_own(a, b)),
        "precise": float(min(4, significant(a.data["value"]), significant(b.data["value"]))),
        "small": float(low <= SMALL),
        "bound": float(bool(a.data["bound"])) + float(bool(b.data["bound"])),
    }
    return own | {f"sentences {name}": value for name, value in sentences.items()}
