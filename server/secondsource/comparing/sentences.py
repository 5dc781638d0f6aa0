"""An article's sentences, prepared to be laid beside those of another: what `overlap.py` compares."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from secondsource.reading.words import acts, fold, lemma, rarity, synonyms

_NAME = r"[^\W\d_a-z][\w’'-]{1,30}(?:\s[^\W\d_a-z][\w’'-]{1,30}){0,3}"
_LISTED = re.compile(rf"{_NAME}(?:,\s{_NAME}){{0,8}},?\s(?:and|or)\s(?:(?:in|near|the)\s){{0,2}}{_NAME}")
ORDINARY = 1.5  # rarity that weighs nothing: "make", "day"
LEAD = 4  # sentences, a headline among them, that say what an article is about
LEADING = 4.0  # how fast the beginning of an article, which tells what all tell, passes into the rest
LONGEST = 1_000  # code points of one in which names are looked for
FIGURE = 5.0  # rarity of a figure of four digits or more
SYNONYMS_FROM = 2.6  # rarity from which a word's synonyms count: the commonest words have too many senses

Words = tuple[str, str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a sentence says: its telling words and figures in order, who is named, whose doing it is.

    `start` is its place in the text, in code points; `place` the same as a share of the article's sentences, 0 to 1;
    `quoted` says whether most of it stands in quotation marks. `clauses` are the words of each clause, `together` the
    names that nothing parts ("Ann Lee"), `done` the acts that it tells.
    """

    start: int
    words: tuple[str, ...]
    numbers: frozenset[str]
    names: frozenset[str]
    who: str | None
    place: float
    quoted: bool
    clauses: tuple[frozenset[str], ...] = ()
    together: tuple[frozenset[str], ...] = ()
    done: frozenset[str] = frozenset()
    text: str = ""


class Side:
    """An article's sentences, with what does not depend on the article that they are laid beside."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self.sentences = tuple(sentences)
        self.words = [frozenset(sentence.words) for sentence in self.sentences]
        self.held = Counter(word for words in self.words for word in words)
        self.number_at = {sentence.start: n for n, sentence in enumerate(self.sentences)}

    @cached_property
    def lead(self) -> frozenset[str]:
        """The words of the first sentences, which say what the article is about; not names of several, "A and B"."""
        listed = (
            name
            for each in self.sentences[:LEAD]
            for row in _LISTED.findall(each.text[:LONGEST])
            for name in row.split()
        )
        folded = {fold(name.strip(",")) for name in listed}
        return frozenset().union(*self.words[:LEAD]) - folded - set(map(lemma, folded))

    @cached_property
    def holders(self) -> dict[str, list[int]]:
        """The sentences that hold a word, by the word."""
        return _turned_round(enumerate(self.words))

    @cached_property
    def sorted_words(self) -> list[list[str]]:
        """The words of each sentence in one order, so that what is summed over them is the same in every run."""
        return [sorted(words) for words in self.words]

    @cached_property
    def leading(self) -> list[float]:
        """How near each sentence stands to the beginning, from 1 down."""
        return [math.exp(-LEADING * sentence.place) for sentence in self.sentences]

    @cached_property
    def lengths(self) -> list[float]:
        """The telling words of each sentence, one that has twice as many counting a little more."""
        return [math.log1p(len(sentence.words)) for sentence in self.sentences]

    @cached_property
    def above_ordinary(self) -> dict[str, float]:
        """By how much each word is rarer than an ordinary one."""
        return {word: max(0.0, rarity_of(word) - ORDINARY) for word in self.held}

    @cached_property
    def rarer(self) -> list[float]:
        """The same, in the order of `held`."""
        return list(self.above_ordinary.values())

    @cached_property
    def most_held(self) -> int:
        """How many sentences hold the commonest word."""
        return max(self.held.values(), default=0)

    @cached_property
    def acts(self) -> dict[str, frozenset[str]]:
        """The acts that a word whose synonyms count can name, by the word."""
        return {word: acts(word) for word in self.held if word.isalpha() and rarity(word) >= SYNONYMS_FROM}

    @cached_property
    def by_act(self) -> dict[str, list[str]]:
        """The words that can name an act, by the act."""
        return _turned_round(self.acts.items())

    @cached_property
    def by_synonym(self) -> dict[str, list[str]]:
        """The words whose synonyms count, by each of these."""
        return _turned_round((word, synonyms(word)) for word in self.acts)


def _turned_round(listed: Iterable[tuple[T, Iterable[str]]]) -> dict[str, list[T]]:
    """Whatever has a word, by the word."""
    having: dict[str, list[T]] = defaultdict(list)
    for each, words in listed:
        for word in words:
            having[word].append(each)
    return dict(having)


@lru_cache(maxsize=20_000)
def rarity_of(word: str) -> float:
    """As rare as a word is; a figure is the rarer, the more digits it has: "60" is met by chance, "313.89" is not."""
    digits = sum(character.isdigit() for character in word.rstrip("0"))
    return min(FIGURE, ORDINARY + digits) if digits else rarity(word)


def in_order(word: str, other: str) -> Words:
    """Two words, the same whichever stands first."""
    return (word, other) if word < other else (other, word)
