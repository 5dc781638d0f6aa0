"""Figures of two articles that differ: what speaks for their being of one thing, where nothing bars it.

A learned scorer (data/figures.toml) is told how two figures stand to one another and to the others of their unit, and
how their sentences do (see `Overlap.features`). It need not know what a figure is of: where a figure has its like on
the other side, or other figures to be taken for, two that differ are hardly of one thing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from secondsource.comparing import growth
from secondsource.comparing.claim import Claim, Comparison
from secondsource.comparing.figure_bars import LIKE, numbers_in
from secondsource.comparing.of_another import one_is_polled
from secondsource.comparing.one_thing import (
    contrary,
    contrasted,
    nested_names,
    one_day,
    one_time,
    shared,
    slip,
)
from secondsource.comparing.toll_scenes import of_two_scenes

FEWEST = 2  # sentences: where an article has fewer, that two are the likest of all says nothing
# In an article of so few sentences all are near the start and neighbours of what fits: of 12 conflicts shown in made-up
# days of short articles 4 were wrong, and 4 of 41 in the bank, before what `_hardly_one` asks; then none of 6, 2 of 38.
BRIEF = 8
FEW_CHOICES = 2  # pairs that either of two figures is in: one of them has no other that fits
MAY_BE_ONE = 0.25  # probability that two sentences tell one thing, below which they hardly do
# Sums, shares and lengths that differ stand in all news, of two things: of such conflicts in sentences that tell one
# thing with less than this, 4 of 30 are right on real events that nobody had studied, 2 of 6 on those that were;
# from it, 8 of 32 and 6 of 6. Of counts see `Counts.doubtful`.
LIKELY_ONE = 0.5
ONE_THING = 0.7  # probability that two sentences tell one thing, from which other nouns may count it
SURE_UNIT = 0.7  # from which two units are one beyond doubt: one word, or words for one kind of thing
SHORTEST = 4  # telling words: a sentence of fewer says too little to be judged by them
MOST_BESIDE = 3  # figures of one unit in a sentence: more are a list, each of a thing of its own
MOST_NEAR = 4  # words and names near both figures, beyond which more say nothing more
MOST_DIGITS = 4.0
_OF_SENTENCES = ("apart", "best", "covered", "lead", "margin", "neighbours", "no names")

Compared = tuple[Claim, Claim, float, bool | None]  # two figures, how surely of one unit, whether they agree
Doubtful = tuple[Claim, Claim, dict[str, float]]  # two figures that differ, what a scorer is told of them


def doubtful(
    both: Comparison, compared: Sequence[Compared], settled: Collection[int], bars: Callable[[Claim, Claim], bool]
) -> Iterator[Doubtful]:
    """Yield the figures that differ and that nothing bars from being of one thing.

    `compared` holds every two figures that may be of one unit; `settled` the ids of those that surely have their like
    on the other side.
    """
    if min(both.overlap.sizes) < FEWEST or all(same is not False for *_, same in compared):
        return
    brief = are_brief(both)
    matched = {key for a, b, _, same in compared if same for key in in_sentences(a, b)}
    beside = [Counter((claim.passage_start, claim.property) for claim in side) for side in (both.ours, both.theirs)]
    choice = Counter(id(claim) for a, b, _, _ in compared for claim in (a, b))
    for a, b, unit, same in compared:
        if (
            same is not False
            or both.overlap.shortest(a.passage_start, b.passage_start) < SHORTEST
            or not matched.isdisjoint(in_sentences(a, b))
            or bars(a, b)
            or of_two_scenes(a, b, both)
            or is_told_by_both(a, b, both)
            or add_up(a, b, both)
            or _may_be_of_another_unit(a, b, both)
            or one_is_polled(a, b, both)
        ):
            continue
        alike = [count[claim.passage_start, claim.property] for count, claim in zip(beside, (a, b), strict=True)]
        if max(alike) > MOST_BESIDE:
            continue
        told = both.alike(a, b)
        features = {
            **{name: told[name] for name in _OF_SENTENCES},
            **_features(a, b),
            "alone": float(max(alike) == 1),
            "choice": math.log1p(choice[id(a)] * choice[id(b)]),
            "settled": float((id(a) in settled) + (id(b) in settled)),
            "unit": unit,
        }
        if not (brief and _hardly_one(features, both.one_thing(a, b), bool(a.property and b.property))):
            yield a, b, features


def are_brief(both: Comparison) -> bool:
    """Whether either article has so few sentences that the place of one in it says little."""
    return min(both.overlap.sizes) <= BRIEF


def _hardly_one(features: Mapping[str, float], one_thing: float, named: bool) -> bool:
    """Whether two figures of brief articles, no casualties, have little but their places in common.

    Nothing near both in sentences that hardly tell one thing; or units that only may be one, and not both `named` in
    sentences that tell one thing nor clear to go together; or either sentence has one that is liker to it.
    """
    alone = not features["near"] and one_thing < MAY_BE_ONE
    clear = features["near"] and features["choice"] <= math.log1p(FEW_CHOICES) and not features["far"]
    told = clear or (named and one_thing >= ONE_THING)
    loose = features["unit"] < SURE_UNIT and (not told or features["best"] < 1)
    return not features["toll"] and (alone or loose or not features["best"])


def _differ_both_ways(ours: Collection[str], theirs: Collection[str]) -> bool:
    return bool(set(ours) - set(theirs) and set(theirs) - set(ours))


def _features(a: Claim, b: Claim) -> dict[str, float]:
    low, high = sorted((abs(a.data["value"]), abs(b.data["value"])))
    return {
        "ratio": math.log(high / low),
        "far": float(high > LIKE * low),
        "slip": float(slip(a, b)),
        "digits": min(MOST_DIGITS, math.log10(high + 1)),
        "toll": float(growth.is_toll(a) and growth.is_toll(b)),
        "narrowed": float(a.data["narrowed"] == b.data["narrowed"]),
        "elsewhere": float(_differ_both_ways(a.data["narrowed"], b.data["narrowed"])),
        "contrary": float(contrary(a, b)),
        "contrasted": float(contrasted(a, b)),
        "other times": float(not one_time(a, b)),
        "other days": float(not one_day(a, b)),
        "one ahead": float(a.data["ahead"] != b.data["ahead"]),
        "one part": float(a.data["part"] != b.data["part"]),
        "unreal": float(not (a.data["real"] and b.data["real"])),
        "near": float(min(MOST_NEAR, shared(a, b))),
        "nested": float(nested_names(a, b)),
    }


def in_sentences(a: Claim, b: Claim) -> tuple[tuple[int, int], tuple[int, int]]:
    """Each figure with the other's sentence."""
    return (id(a), b.passage_start), (id(b), a.passage_start)


def is_told_by_both(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether one of two figures stands in the other's sentence too: "took 31 percent, stands at 27", "is at 27".

    Of a figure that is put together ("three hours and 12 minutes") all of it does.
    """
    ours, theirs = both.numbers(a, b)
    return any(written and written <= told for written, told in ((_written(a), theirs), (_written(b), ours)))


def known_to_both(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether the article of one of two figures that differ tells the other too: of another thing, or as it was before.

    On 25 open and four real stories, of 496 conflicts 16 of the 24 wrong ones were so, and 6 of the 472 right ones.
    """
    return _told(a) in both.theirs.once(_all_told) or _told(b) in both.ours.once(_all_told)


def _told(claim: Claim) -> tuple[str, float]:
    return claim.property, claim.data["value"]


def _all_told(claims: Iterable[Claim]) -> frozenset[tuple[str, float]]:
    return frozenset(map(_told, claims))


def add_up(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether one of two figures, with another of its sentence, makes the other: "filled 14 holes, left two", 16.

    Read of `both.ours` and `both.theirs` is what one kind has found, so that a year or a sum adds to no count.
    """
    part, whole, side = (a, b, both.ours) if a.data["value"] < b.data["value"] else (b, a, both.theirs)
    rest = 0.0 if growth.is_toll(part) else whole.data["value"] - part.data["value"]
    return any(
        other.data["value"] == rest and other.property in (part.property, "") and other is not part
        for other in side
        if other.passage_start == part.passage_start
    )


def _may_be_of_another_unit(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether a figure alone stands against one of several units in a sentence: 22, "19 goals in 17 matches"."""
    return any(
        not alone.property
        and named.property
        and {c.property for c in side if _are_neighbours(c, named)} - {"", named.property}
        for alone, named, side in ((a, b, both.theirs), (b, a, both.ours))
    )


def _are_neighbours(a: Claim, b: Claim) -> bool:
    return a.passage_start == b.passage_start


def _written(claim: Claim) -> set[str]:
    """The numbers of a figure, as `Comparison.numbers` has them."""
    return {f"{value:g}" for value in numbers_in(claim.value)}
