"""How much two articles' sentences have in common, sentence by sentence: what the learned scorers look at."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import itemgetter

from secondsource.comparing.matching import Pair, share, weigh
from secondsource.comparing.scorer import Scorer, scorer
from secondsource.comparing.sentences import Side
from secondsource.comparing.shared import most_in_one_clause, tell_other_acts, units
from secondsource.reading.people import may_be_one

LEAST = 2.5  # weight that two sentences must share to be looked at: from 1.0, 3,543 labelled facts are found, not 3,541
MOST_IN_CLAUSE = 5.0
_WEIGHT, _RARITY = itemgetter(0), itemgetter(3)  # of a `Match`


class Overlap:
    """Two articles' sentences side by side."""

    def __init__(self, ours: Side, theirs: Side) -> None:
        self.ours, self.theirs = ours.sentences, theirs.sentences
        self._sides = ours, theirs
        self._numbers = ours.number_at, theirs.number_at
        self._told: dict[Pair, dict[str, float]] = {}  # several kinds ask of one pair
        self._seen: dict[Pair, dict[str, float]] = {}
        self._sure: dict[Pair, float] = {}
        self._weights = weigh(ours, theirs)
        self._totals = [[sum(map(self._weights.__getitem__, words)) for words in s.sorted_words] for s in self._sides]
        self.shared = share(ours, theirs, self._weights)
        self._weight = {
            pair: found[0].weight if len(found) == 1 else sum(map(_WEIGHT, found))
            for pair, found in self.shared.items()
        }
        self.likeness = self._liken(*self._totals)
        self._best = _best_two(self.likeness, 0), _best_two(self.likeness, 1)

    @property
    def sizes(self) -> tuple[int, int]:
        """How many sentences either side has."""
        return len(self.ours), len(self.theirs)

    @property
    def leads(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words that say at the start of either article what it is about."""
        ours, theirs = self._sides
        return ours.lead, theirs.lead

    def candidates(self) -> list[Pair]:
        """The pairs that share enough to be looked at, in order."""
        return sorted(pair for pair, weight in self._weight.items() if weight >= LEAST)

    def likely(self, judge: Scorer) -> Iterator[Pair]:
        """Yield those of them that a scorer may find likely enough, going by what costs little to know.

        Most pairs are so unlike that no more need be known of them.
        """
        for pair in self.candidates():
            if judge.may_reach_threshold(self._at_sight(pair), _at_most(len(self.shared[pair]))):
                yield pair

    def between(self, our_start: int, their_start: int) -> dict[str, float]:
        """The features of the sentences that start there; none where either is no statement."""
        pair = self._pair(our_start, their_start)
        return self.features(pair) if pair else {}

    def one_thing(self, pair: Pair) -> float:
        """The probability that two sentences tell one thing, by the scorer of statements."""
        if pair not in self._sure:
            self._sure[pair] = scorer("statements").probability(self.features(pair))
        return self._sure[pair]

    def one_thing_between(self, our_start: int, their_start: int) -> float:
        """The same of the sentences that start there; 0 where either is no statement."""
        pair = self._pair(our_start, their_start)
        return self.one_thing(pair) if pair else 0.0

    def likeness_between(self, our_start: int, their_start: int) -> float:
        """The likeness alone."""
        pair = self._pair(our_start, their_start)
        return self.likeness.get(pair, 0.0) if pair else 0.0

    def own_words(self, our_start: int, their_start: int) -> tuple[set[str], set[str]]:
        """The words that only ours of the two sentences that start there has, and those that only theirs has."""
        pair = self._pair(our_start, their_start)
        ours, theirs = (set(self.ours[pair[0]].words), set(self.theirs[pair[1]].words)) if pair else (set(), set())
        return ours - theirs, theirs - ours

    def weight(self, word: str) -> float:
        """How much a lemma or name of either article weighs; 0 for others."""
        return self._weights.get(word, 0.0)

    def shortest(self, our_start: int, their_start: int) -> int:
        """How many words the shorter of two sentences has; 0 where either is no statement."""
        pair = self._pair(our_start, their_start)
        return min(len(self.ours[pair[0]].words), len(self.theirs[pair[1]].words)) if pair else 0

    def before(self, our_start: int, their_start: int, count: int) -> tuple[list[str], list[str]]:
        """What stands in up to so many sentences before either; nothing where either is no statement."""
        i, j = self._pair(our_start, their_start) or (0, 0)
        return [s.text for s in self.ours[max(0, i - count) : i]], [s.text for s in self.theirs[max(0, j - count) : j]]

    def numbers_between(self, our_start: int, their_start: int) -> tuple[frozenset[str], frozenset[str]]:
        """The numbers of either sentence; none where either is no statement."""
        pair = self._pair(our_start, their_start)
        return (self.ours[pair[0]].numbers, self.theirs[pair[1]].numbers) if pair else (frozenset(), frozenset())

    def partners(self, our_start: int, their_start: int) -> dict[str, tuple[str, float]]:
        """The words of our sentence that theirs shares, each with its partner and what the two weigh."""
        pair = self._pair(our_start, their_start)
        return {match.ours: (match.theirs, match.weight) for match in self.shared.get(pair, ())} if pair else {}

    def _pair(self, our_start: int, their_start: int) -> Pair | None:
        ours, theirs = self._numbers[0].get(our_start), self._numbers[1].get(their_start)
        return None if ours is None or theirs is None else (ours, theirs)

    def features(self, pair: Pair) -> dict[str, float]:
        """What a scorer is told of a pair; symmetric in the two sides."""
        told = self._told.get(pair)
        if told is None:
            told = self._told[pair] = self._tell(pair)
        return told

    def _tell(self, pair: Pair) -> dict[str, float]:
        a, b = self.ours[pair[0]], self.theirs[pair[1]]
        found = self.shared.get(pair, ())
        return self._at_sight(pair) | {
            "units": math.log1p(units(found, a, b)),
            "clause": min(MOST_IN_CLAUSE, float(most_in_one_clause(found, a, b))),
            "other acts": float(tell_other_acts(found, a, b)),
            "numbers differ": float(bool(a.numbers - b.numbers and b.numbers - a.numbers)),
            "names": min(3.0, float(len(a.names & b.names))),
            "no names": math.log1p(sum(match.weight for match in found if match.ours not in a.names)),
            "two subjects": float(not may_be_one(a.who, b.who)),
        }

    def _at_sight(self, pair: Pair) -> dict[str, float]:
        """Those of a pair's features that cost little."""
        seen = self._seen.get(pair)
        if seen is None:
            seen = self._seen[pair] = self._look(pair)
        return seen

    def _look(self, pair: Pair) -> dict[str, float]:
        i, j = pair
        a, b = self.ours[i], self.theirs[j]
        found, weight = self.shared.get(pair, ()), self._weight.get(pair, 0.0)
        likeness = self.likeness
        like = likeness.get(pair, 0.0)
        (first, second), (best, next_best) = self._best[0][i], self._best[1][j]
        margin, other = like - (second if like >= first else first), like - (next_best if like >= best else best)
        cover, covered = weight / (self._totals[0][i] or 1.0), weight / (self._totals[1][j] or 1.0)
        return {
            "shared": math.log1p(weight),
            "seldom": weight / (sum(map(_RARITY, found)) or 1.0),
            "count": math.log1p(len(found)),
            "covered": max(cover, covered),
            "covered least": min(cover, covered),
            "second": found[1][0] if len(found) > 1 else 0.0,
            "numbers": min(2.0, float(len(a.numbers & b.numbers))) if a.numbers and b.numbers else 0.0,
            # How alike the sentences before and after are: a story retold keeps its order.
            "neighbours": likeness.get((i - 1, j - 1), 0.0) + likeness.get((i + 1, j + 1), 0.0),
            "best": ((margin >= 0) + (other >= 0)) / 2,
            "margin": min(margin, other),
            "both quoted": float(a.quoted and b.quoted),
            "one quoted": float(a.quoted is not b.quoted),
            "apart": abs(a.place - b.place),
            "lead": max(self._sides[0].leading[i], self._sides[1].leading[j]),
            "words": min(self._sides[0].lengths[i], self._sides[1].lengths[j]),
        }

    def _liken(self, ours: list[float], theirs: list[float]) -> dict[Pair, float]:
        return {(i, j): 2 * weight / (ours[i] + theirs[j] or 1.0) for (i, j), weight in self._weight.items()}


@lru_cache(maxsize=256)
def _at_most(count: int) -> Mapping[str, float]:
    """How great those features of a pair that shares so many words are at most that do not show at sight."""
    return {
        "units": math.log1p(count), "clause": min(MOST_IN_CLAUSE, float(count)), "other acts": 1.0, "two subjects": 1.0
    }  # fmt: skip


def _best_two(likeness: Mapping[Pair, float], side: int) -> dict[int, tuple[float, float]]:
    """For each sentence of a side, its two highest likenesses."""
    best: dict[int, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for pair, like in likeness.items():
        at = pair[side]
        first, second = best[at]
        if like > second:
            best[at] = (like, first) if like > first else (first, like)
    return best
