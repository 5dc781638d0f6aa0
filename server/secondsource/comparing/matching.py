"""Which words the sentences of two articles share, and what each of them weighs between the two.

A word weighs as much as it is rare, in general English and in the two articles. A synonym, or the verb that a noun
is made of, counts SYNONYM of a word. Time is linear in the texts but for the sentence pairs that share words.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from operator import mul
from typing import NamedTuple

from secondsource.comparing.sentences import Side, Words, in_order, rarity_of

SYNONYM = 0.7  # as utterances.SYNONYM
# Sentences without a word that every pair of articles is taken to have besides: in a short one, few repeat.
BACKGROUND = 30
OFTEN = 60  # sentences of one side that hold a word: one in more of them joins nothing

Pair = tuple[int, int]  # the numbers of two sentences


class Match(NamedTuple):
    """A word as either article has it, what it weighs, and how rare it is in general English."""

    weight: float
    ours: str
    theirs: str
    rarity: float


def weigh(ours: Side, theirs: Side) -> Mapping[str, float]:
    """What each word of two articles weighs."""
    most = len(ours.sentences) + len(theirs.sentences) + BACKGROUND
    seldom = [math.log(most / (held + 0.5)) / 4 for held in range(ours.most_held + theirs.most_held + 1)]
    weights: dict[str, float] = {}
    for side in (ours, theirs):
        weights.update(zip(side.held, map(mul, side.rarer, map(seldom.__getitem__, side.held.values())), strict=True))
    rarer, ours_held, theirs_held = ours.above_ordinary, ours.held, theirs.held
    for word in ours_held.keys() & theirs_held.keys():
        weights[word] = rarer[word] * seldom[ours_held[word] + theirs_held[word]]
    return weights


def share(ours: Side, theirs: Side, weights: Mapping[str, float]) -> Mapping[Pair, Sequence[Match]]:
    """The words that every two sentences share, the heaviest first: each word of either once, with its best partner."""
    shared: dict[Pair, list[Match]] = defaultdict(list)
    taken = set[tuple[Pair, str, str]]()
    for minus, _, _, word, other in sorted(_weighed(ours, theirs, weights)):
        pairs: Iterator[Pair] = product(ours.holders[word], theirs.holders[other])
        if word == other:
            match = Match(-minus, word, other, rarity_of(word))
        else:
            match = Match(-minus, word, other, min(rarity_of(word), rarity_of(other)))
            pairs = _free(pairs, match, ours, theirs, taken)
        for pair in pairs:
            shared[pair].append(match)
    return shared


def _free(
    pairs: Iterator[Pair], match: Match, ours: Side, theirs: Side, taken: set[tuple[Pair, str, str]]
) -> Iterator[Pair]:
    """Yield those of some sentence pairs where neither of two synonyms has a better partner.

    The word itself is that, where a sentence has it, so that all who are after one word are synonyms.
    """
    _, word, other, _ = match
    for pair in pairs:
        if other in ours.words[pair[0]] or word in theirs.words[pair[1]]:
            continue
        places = (pair, word, ""), (pair, "", other)
        if taken.isdisjoint(places):
            taken.update(places)
            yield pair


def _weighed(ours: Side, theirs: Side, weights: Mapping[str, float]) -> Iterator[tuple[float, str, str, str, str]]:
    """Yield minus the weight of every match, what orders equal ones and favours neither side, and its words."""
    ours_held, theirs_held = ours.held, theirs.held
    for word in ours_held.keys() & theirs_held.keys():
        if ours_held[word] <= OFTEN and theirs_held[word] <= OFTEN:
            yield -weights[word], word, word, word, word
    for word, other in _synonymous(ours, theirs):
        if word != other and ours_held[word] <= OFTEN and theirs_held[other] <= OFTEN:
            yield -SYNONYM * min(weights[word], weights[other]), *in_order(word, other), word, other


def _synonymous(ours: Side, theirs: Side) -> set[Words]:
    """Each word of ours that counts with each of theirs that can mean the same, itself perhaps among them."""
    by_act, their_act, by_synonym = ours.by_act, theirs.by_act, theirs.by_synonym
    pairs = {
        (word, other) for act in by_act.keys() & their_act.keys() for word in by_act[act] for other in their_act[act]
    }
    pairs.update((word, other) for word in ours.acts.keys() & by_synonym.keys() for other in by_synonym[word])
    return pairs
