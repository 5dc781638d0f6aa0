"""Made-up news in any amount, the same every time: words as common as Zipf says, stories with words of their own.

A story is ARTICLES articles of SENTENCES sentences. Each sentence draws a share of its words from the story's, the
rest from the language. A query is a story's article retold: of each sentence 10 to 68 % of the words are others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

VOCABULARY = 300_000
ZIPF = 1.05  # the exponent of English news
SENTENCES = 25  # an article
ARTICLES = 4  # a story
STORY_WORDS = 60  # a story's own
OWN = 0.35  # of a sentence's words those that are the story's
LENGTHS = (8, 34)  # words a sentence
CHANGED = (0.10, 0.68)
QUERY_SENTENCES = 40
_SYLLABLES = [c + v for c in "b d f g h k l m n p r s t v w z br st tr".split() for v in "a e i o u ai ou".split()]

Words = NDArray[np.int64]


@dataclass(frozen=True)
class Query:
    """Sentences, and of each the passage that it retells."""

    sentences: list[str]
    sources: list[int]


class Corpus:
    """So many passages, by their number; text is made when it is asked for."""

    def __init__(self, size: int, seed: int = 1) -> None:
        self.size = size
        self._seed = seed
        ranks = np.arange(1, VOCABULARY + 1)
        self._shares = np.cumsum(1 / ranks**ZIPF)
        self._shares /= self._shares[-1]
        self._spelt = [_spell(number) for number in range(VOCABULARY)]

    def passages(self) -> Iterator[str]:
        """All passages in their order."""
        for story in range(-(-self.size // (ARTICLES * SENTENCES))):
            for words in self._story(story)[: self.size - story * ARTICLES * SENTENCES]:
                yield self._text(words)

    def articles(self) -> Iterator[tuple[int, str]]:
        """Each article's story and text, a sentence a line."""
        lines: list[str] = []
        for number, passage in enumerate(self.passages()):
            lines.append(passage)
            if len(lines) == SENTENCES or number == self.size - 1:
                yield number // (ARTICLES * SENTENCES), "\n".join(lines)
                lines = []

    def query(self, number: int) -> Query:
        """An article of QUERY_SENTENCES sentences that retells one story."""
        draw = np.random.default_rng((self._seed, 2, number))
        stories = self.size // (ARTICLES * SENTENCES)
        story = int(draw.integers(stories))
        passages = self._story(story)
        chosen = draw.choice(len(passages), QUERY_SENTENCES, replace=False)
        own = self._own(story)
        retold = [self._retold(draw, passages[at], own) for at in chosen]
        first = story * ARTICLES * SENTENCES
        return Query([self._text(words) for words in retold], [first + int(at) for at in chosen])

    def _story(self, story: int) -> list[Words]:
        draw = np.random.default_rng((self._seed, 1, story))
        lengths = draw.integers(*LENGTHS, ARTICLES * SENTENCES)
        return np.split(self._drawn(draw, self._own(story), int(lengths.sum())), np.cumsum(lengths)[:-1])

    def _own(self, story: int) -> Words:
        return np.random.default_rng((self._seed, 3, story)).integers(500, VOCABULARY, STORY_WORDS)

    def _drawn(self, draw: np.random.Generator, own: Words, number: int) -> Words:
        """So many words, some of them a story's own."""
        words = np.searchsorted(self._shares, draw.random(number))
        return np.where(draw.random(number) < OWN, own[draw.integers(0, len(own), number)], words)

    def _retold(self, draw: np.random.Generator, words: Words, own: Words) -> Words:
        others = self._drawn(draw, own, len(words))
        return np.where(draw.random(len(words)) < draw.uniform(*CHANGED), others, words)

    def _text(self, words: Words) -> str:
        return " ".join(map(self._spelt.__getitem__, words.tolist())).capitalize() + "."


def _spell(number: int) -> str:
    """A word for a number, the short ones first."""
    parts = []
    number += 1
    while number:
        number, at = divmod(number, len(_SYLLABLES))
        parts.append(_SYLLABLES[at])
    return "".join(parts)
