"""Whether two dates or times of day that do not fit are of one event: a small learned judgement.

Told are the two sentences' likeness and length (see `Overlap`), whether what stands beside both is akin, whether the
acts are two, how far the two lie apart, and whether either agrees with something else that the other article says. The
weights are in data/one_moment.toml. What is surely of two events never gets there: one that agrees with another in a
sentence as alike, one told of contrary acts and the day of a statement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from math import log1p

from secondsource.kinds.claim import Claim, Comparison
from secondsource.kinds.one_event import two_acts
from secondsource.kinds.one_thing import CLOSE, nested_names, surest_of_a_sentence
from secondsource.kinds.scorer import scorer
from secondsource.reading.people import may_be_one
from secondsource.reading.words import opposed, rarity, related

Pair = tuple[Claim, Claim]
TOLD = ("best", "other margin", "covered", "words")  # of `Overlap.features`
LEAST = 0.05  # likeness below which sentences that tell of one event are too few to be told; .03 and .08 do as well
FEWEST = 4  # sentences: where an article has fewer, that two are the likest of all says nothing
AKIN = 2.2  # rarity from which two words beside a date that are akin say that it is of one event


def of_one_moment(
    both: Comparison, differing: Mapping[Pair, float], agreeing: Iterable[Pair]
) -> Iterator[tuple[Claim, Claim, float]]:
    """Yield those that differ which are likely of one event, with how likely that is, each once against a sentence.

    `differing` says how far the two of a pair lie apart.
    """
    judge = scorer("one_moment")
    told = ((judge.probability(features), a, b) for a, b, features in candidates(both, differing, agreeing))
    for sure, a, b in surest_of_a_sentence(item for item in told if item[0] >= judge.threshold):
        yield a, b, sure


def candidates(
    both: Comparison, differing: Mapping[Pair, float], agreeing: Iterable[Pair]
) -> Iterator[tuple[Claim, Claim, dict[str, float]]]:
    """Yield those that differ and may be of one event, with what the scorer is told of them."""
    if min(both.overlap.sizes) < FEWEST:
        return
    settled = _settled(both, agreeing)
    for (a, b), apart in differing.items():
        best = max(settled[a], settled[b])
        if both.likeness(a, b) <= max(best, LEAST) or _are_contrary(a, b, both) or _of_two_subjects(a, b):
            continue
        if not (a.data.get("of_words") or b.data.get("of_words")):
            yield a, b, _features(a, b, both, apart, best)


def _settled(both: Comparison, agreeing: Iterable[Pair]) -> Mapping[Claim, float]:
    """How alike the likest sentence of the other article is that agrees with a claim; 0 for none."""
    best: dict[Claim, float] = defaultdict(float)
    for pair in agreeing:
        for claim in pair:
            best[claim] = max(best[claim], both.likeness(*pair))
    return best


def _are_contrary(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether a word of one sentence that the other lacks is opposed to one that only the other has."""
    return any(opposed(x, y) for x, y in product(*both.overlap.own_words(a.passage_start, b.passage_start)))


def _of_two_subjects(a: Claim, b: Claim) -> bool:
    """Whether the two tell what two did, each with a name that the other lacks."""
    return not (may_be_one(a.data["who"], b.data["who"]) or nested_names(a, b))


def _features(a: Claim, b: Claim, both: Comparison, apart: float, settled: float) -> dict[str, float]:
    told = both.alike(a, b)
    near = a.data["near"][:CLOSE], b.data["near"][:CLOSE]
    first = [{*beside[:1], *claim.data.get("acts", ())} for beside, claim in zip(near, (a, b), strict=True)]
    akin = (x for x, y in product(*near) if related(x, y) and min(rarity(x), rarity(y)) >= AKIN)
    return {
        **{name: told[name] for name in TOLD},
        "nearest akin": float(any(related(x, y) for x, y in product(*first))),
        "beside akin": float(any(akin)),
        "two acts": float(two_acts(a, b)),
        "beside": log1p(min(sum(map(both.overlap.weight, set(_beside(claim)))) for claim in (a, b))),
        "settled": settled,
        "apart": apart,
        "a date": float(a.kind == "dates"),
    }


def _beside(claim: Claim) -> Sequence[str]:
    """The lemmas and names beside a date or time in its clause."""
    return [*claim.data["near"], *claim.data.get("named", claim.data["names"])]
