"""How much two articles' sentences have in common, sentence by sentence: what the learned scorers look at.

A word weighs as much as it is rare, in general English and in the two articles. A synonym, or the verb that a noun
is made of, counts SYNONYM of a word. Time is linear in the texts but for the sentence pairs that share words.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from secondsource.comparing.scorer import scorer
from secondsource.comparing.sentences import Side, in_order, rarity_of
from secondsource.comparing.shared import NOTHING, Shared, most_in_one_clause, tell_other_acts, units
from secondsource.reading.people import may_be_one
from secondsource.reading.words import acts, synonyms

SYNONYM = 0.7  # as quotations.SYNONYM
LEAST = 2.5  # weight that two sentences must share to be looked at: from 1.0, 3,543 labelled facts are found, not 3,541
MOST_IN_CLAUSE = 5.0
LEAD = 4.0  # how fast the beginning of an article, which tells what all tell, passes into the rest
BACKGROUND = (
    30  # sentences without a word that every pair of articles is taken to have besides: in a short one, few repeat
)
OFTEN = 60  # sentences of one side that hold a word: one in more of them joins nothing

Pair = tuple[int, int]
Item = tuple[float, str, str]  # weight, our word, their word


class Overlap:
    """Two articles' sentences side by side."""

    def __init__(self, ours: Side, theirs: Side) -> None:
        self.ours, self.theirs = ours.sentences, theirs.sentences
        self._sides = ours, theirs
        self._numbers = ours.number_at, theirs.number_at
        self._told: dict[Pair, dict[str, float]] = {}  # several kinds ask of one pair
        self._seen: dict[Pair, dict[str, float]] = {}
        self._sure: dict[Pair, float] = {}
        self._weights = _weigh(*self._sides)
        self._totals = [[sum(map(self._weights.__getitem__, words)) for words in s.sorted_words] for s in self._sides]
        self.shared = self._share()
        self.likeness = self._liken(*self._totals)
        self._best = _best_two(self.likeness, 0), _best_two(self.likeness, 1)

    @property
    def sizes(self) -> tuple[int, int]:
        """How many sentences either side has."""
        return len(self.ours), len(self.theirs)

    def candidates(self) -> Iterator[Pair]:
        """Yield the pairs that share enough to be looked at."""
        return (pair for pair, found in self.shared.items() if found.weight >= LEAST)

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

    def numbers_between(self, our_start: int, their_start: int) -> tuple[frozenset[str], frozenset[str]]:
        """The numbers of either sentence; none where either is no statement."""
        pair = self._pair(our_start, their_start)
        return (self.ours[pair[0]].numbers, self.theirs[pair[1]].numbers) if pair else (frozenset(), frozenset())

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
        found = self.shared.get(pair, NOTHING)
        return self.at_sight(pair) | {
            "units": math.log1p(units(found, a, b)),
            "clause": min(MOST_IN_CLAUSE, float(most_in_one_clause(found, a, b))),
            "other acts": float(tell_other_acts(found, a, b)),
            "numbers differ": float(bool(a.numbers - b.numbers and b.numbers - a.numbers)),
            "names": min(3.0, float(len(a.names & b.names))),
            "no names": math.log1p(sum(w for w, ours, _ in found.words if ours not in a.names)),
            "two subjects": float(not may_be_one(a.who, b.who)),
        }

    def at_sight(self, pair: Pair) -> dict[str, float]:
        """Those of a pair's features that cost little."""
        seen = self._seen.get(pair)
        if seen is None:
            seen = self._seen[pair] = self._look(pair)
        return seen

    def _look(self, pair: Pair) -> dict[str, float]:
        i, j = pair
        a, b = self.ours[i], self.theirs[j]
        words, weight = self.shared.get(pair, NOTHING)
        like = self.likeness.get(pair, 0.0)
        margin, other = like - _second(self._best[0][i], like), like - _second(self._best[1][j], like)
        cover, covered = weight / (self._totals[0][i] or 1.0), weight / (self._totals[1][j] or 1.0)
        rarities = sum([rarity_of(x) if x is y else min(rarity_of(x), rarity_of(y)) for _, x, y in words])
        return {
            "shared": math.log1p(weight),
            "seldom": weight / (rarities or 1.0),
            "count": math.log1p(len(words)),
            "covered": max(cover, covered),
            "covered least": min(cover, covered),
            "second": words[1][0] if len(words) > 1 else 0.0,
            "numbers": min(2.0, float(len(a.numbers & b.numbers))),
            "neighbours": self._neighbours(pair),
            "best": ((margin >= 0) + (other >= 0)) / 2,
            "margin": min(margin, other),
            "other margin": max(margin, other),
            "both quoted": float(a.quoted and b.quoted),
            "one quoted": float(a.quoted is not b.quoted),
            "apart": abs(a.place - b.place),
            "lead": math.exp(-LEAD * min(a.place, b.place)),
            "words": math.log1p(min(len(a.words), len(b.words))),
        }

    def at_most(self, pair: Pair) -> dict[str, float]:
        """How great the other features of a pair are at most that a scorer may look at."""
        count = len(self.shared.get(pair, NOTHING).words)
        clause = min(MOST_IN_CLAUSE, float(count))
        return {"units": math.log1p(count), "clause": clause, "other acts": 1.0, "two subjects": 1.0}

    def _share(self) -> dict[Pair, Shared]:
        ours, theirs = self._sides
        shared: dict[Pair, list[Item]] = defaultdict(list)
        for minus, _, _, word, other in sorted(self._weighed()):
            here, there = ours.holders[word], theirs.holders[other]
            item = (-minus, word, other)
            if word != other:  # where a sentence has the word itself, that is its partner
                here = [i for i in here if other not in ours.words[i]]
                there = [j for j in there if word not in theirs.words[j]]
            for i in here:
                for j in there:
                    shared[i, j].append(item)
        return {pair: _shared(items) for pair, items in shared.items()}

    def _weighed(self) -> Iterator[tuple[float, str, str, str, str]]:
        """Yield minus the weight of every match, what orders equal ones and favours neither side, and its words."""
        ours, theirs = self._sides
        for word, other, part in _matches(ours, theirs):
            if len(ours.holders[word]) <= OFTEN and len(theirs.holders[other]) <= OFTEN:
                weight = part * min(self._weights[word], self._weights[other])
                yield -weight, *in_order(word, other), word, other

    def _liken(self, ours: Sequence[float], theirs: Sequence[float]) -> dict[Pair, float]:
        return {(i, j): 2 * found.weight / (ours[i] + theirs[j] or 1.0) for (i, j), found in self.shared.items()}

    def _neighbours(self, pair: Pair) -> float:
        """How alike the sentences before and after are: a story retold keeps its order."""
        i, j = pair
        return self.likeness.get((i - 1, j - 1), 0.0) + self.likeness.get((i + 1, j + 1), 0.0)


def _weigh(ours: Side, theirs: Side) -> Mapping[str, float]:
    most = len(ours.sentences) + len(theirs.sentences) + BACKGROUND
    weights: dict[str, float] = {}
    for side, other in ((ours, theirs), (theirs, ours)):
        rarer, held, held_there = side.above_ordinary, side.held, other.held.get
        for word in held.keys() - weights.keys():
            weights[word] = rarer[word] * math.log(most / (held[word] + held_there(word, 0) + 0.5)) / 4
    return weights


def _matches(ours: Side, theirs: Side) -> Iterator[tuple[str, str, float]]:
    """Yield (our word, their word, 1 for the same word, SYNONYM for another that can mean the same)."""
    for word in ours.held.keys() & theirs.held.keys():
        yield word, word, 1.0
    for word in ours.telling:
        others = set(synonyms(word) & theirs.telling)
        for act in acts(word) & theirs.by_act.keys():
            others.update(theirs.by_act[act])
        for other in others - {word}:
            yield word, other, SYNONYM


def _shared(items: list[Item]) -> Shared:
    """The words of either side each once, with the best partner; the heaviest come first."""
    if len(items) == 1:
        return Shared(items, items[0][0])
    words: list[Item] = []
    ours, theirs = set[str](), set[str]()
    for item in items:
        if item[1] not in ours and item[2] not in theirs:
            ours.add(item[1])
            theirs.add(item[2])
            words.append(item)
    return Shared(words, sum([weight for weight, _, _ in words]))


def _best_two(likeness: Mapping[Pair, float], side: int) -> dict[int, tuple[float, float]]:
    """For each sentence of a side, its two highest likenesses."""
    best: dict[int, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for pair, like in likeness.items():
        first, second = best[pair[side]]
        if like > second:
            best[pair[side]] = (like, first) if like > first else (first, like)
    return best


def _second(best: tuple[float, float], like: float) -> float:
    """The highest likeness of the others."""
    return best[1] if like >= best[0] else best[0]
