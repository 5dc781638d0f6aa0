"""What the program goes by between two claims: what a learned scorer is told of them, for people who want to check.

Nothing of it is kept: it is a function of the two articles' claims, like the relation itself.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from secondsource.comparing.one_moment import candidates
from secondsource.comparing.overlap import Overlap
from secondsource.comparing.quantities import Quantities
from secondsource.comparing.scorer import scorer
from secondsource.kinds import KINDS, Claim, Comparison, Kind
from secondsource.kinds.clock_times import ClockTimes
from secondsource.kinds.dates import Dates
from secondsource.reconciling.relations import NO_CLAIMS, Source

BY_NAME = {kind.name: kind for kind in KINDS}
STATEMENTS, FIGURES, ONE_MOMENT = "statements", "figures", "one_moment"
Told = tuple[Claim, Claim, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Weight:
    """A number that the scorer is told, and what it counts for each one of it."""

    name: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class Weighing:
    """What a scorer makes of two claims: `sure`, 0 to 1, which it shows from `threshold` on.

    `judges` says of what: "statements", whether the sentences tell one thing; "figures" and "one_moment", whether two
    figures, or dates or times, that differ are of one. The weights that change most stand first.
    """

    judges: str
    sure: float
    threshold: float
    bias: float
    weights: tuple[Weight, ...]

    def decides(self, sure: float) -> bool:
        """Whether a relation that the program is so sure of stands for this, and not for rules alone."""
        by_itself = self.judges == ONE_MOMENT and self.sure >= self.threshold  # what it passes is as sure as by rules
        return by_itself or math.isclose(self.sure, sure)


def weigh(ours: Source, theirs: Source, a: Claim, b: Claim) -> Weighing | None:
    """What the program goes by between two articles' claims; None where it compares them by rules alone."""
    kind = BY_NAME.get(a.kind)
    if kind is None or a.kind != b.kind:
        return None
    our_claims, their_claims = (source.by_kind.get(a.kind, NO_CLAIMS) for source in (ours, theirs))
    both = Comparison(our_claims, their_claims, Overlap(ours.sentences, theirs.sentences))
    for name, told in _doubts(kind, both):
        if told[:2] == (a, b):
            return _weighing(name, told[2])
    alike = both.alike(a, b)
    return _weighing(STATEMENTS, alike) if alike else None


def _doubts(kind: Kind, both: Comparison) -> Iterator[tuple[str, Told]]:
    """Yield what differs and may be of one thing, with the name of the scorer that is asked."""
    if isinstance(kind, Quantities):
        compared = kind.compare(both)
        yield from ((FIGURES, told) for told in kind.doubtful(both, compared, kind.settled(compared)))
    elif isinstance(kind, (Dates, ClockTimes)):
        yield from ((ONE_MOMENT, told) for told in candidates(both, kind.judged(both)))


def _weighing(name: str, told: Mapping[str, float]) -> Weighing:
    judge = scorer(name)
    weights = [Weight(feature, told[feature], weight) for feature, weight in judge.weights.items()]
    weights.sort(key=lambda one: -abs(one.value * one.weight))
    return Weighing(name, judge.probability(told), judge.threshold, judge.bias, tuple(weights))
