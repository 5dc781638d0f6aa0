"""Whether a page tells, in words of its own, what another article's claim says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache, partial

from secondsource.kinds import Claim
from secondsource.reading.numbers import words_value
from secondsource.reading.passages import split_passages
from secondsource.reading.words import folded_words, is_content, lemma, rarity, synonyms
from secondsource.reconciling import Source

# Shares of a claim's words, the rare ones heavier. Set by eye on what was called missing on the seeds and three
# labelled stories (quake, layoffs, verdict), not on labels, and to err towards a fact too few on the list.
TOLD = 0.55  # in one sentence of the page that has its figures, if any: it tells it
SAME_THING = 0.5  # its figures left out, in one claim of the page of that kind: it speaks of it, with another figure
NUMBER = 5.0  # weight of a figure; a rare word's is 5 to 8, a name's that nobody bears 8


def weights(text: str) -> Mapping[str, float]:
    """The lemmas and figures of a text that carry meaning, each by its rarity in general English."""
    return dict(filter(None, map(_weighed, folded_words(text))))


@lru_cache(maxsize=2_000)  # some 2 kB each
def weights_again(text: str) -> Mapping[str, float]:
    """The same of what an article of a story says, which is asked for every page of the story."""
    return weights(text)


@lru_cache(maxsize=20_000)
def _weighed(word: str) -> tuple[str, float] | None:
    """The lemma of a folded word, or its figure, with its weight; None for one that carries no meaning."""
    value = words_value(word)
    said = word if value is None else f"{value:g}"
    if is_figure(said):
        return said, NUMBER
    return (lemma(said), rarity(lemma(said))) if is_content(said) else None


def is_figure(word: str) -> bool:
    """Whether one of the words that have weights is a figure."""
    return any(map(str.isdigit, word))


class Wordings:
    """A page's sentences and claims by their words."""

    def __init__(self, page: Source) -> None:
        self._sentences = _Holders(page.text[passage.start : passage.end] for passage in split_passages(page.text))
        self._of_kind = cache(partial(_of_kind, page.claims))

    def tells(self, claim: Claim) -> bool:
        """Whether the page tells what the claim says, or gives another figure of the same thing."""
        words = weights_again(claim.exact)
        things = {word: weight for word, weight in words.items() if not is_figure(word)}
        figures = [self._sentences.of(word) for word in words if word not in things]
        where = set.intersection(*figures) if figures else None
        if _share(words, self._sentences, where) >= TOLD:
            return True
        return bool(figures) and _share(things, self._of_kind(claim.kind)) >= SAME_THING


class _Holders:
    """Which of some texts, by number, hold a word."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._by_word: dict[str, set[int]] = defaultdict(set)
        for number, text in enumerate(texts):
            for word in weights(text):
                self._by_word[word].add(number)
        self._by_meaning: dict[str, set[int]] = {}  # a story's claims ask for few words, each many times

    def of(self, word: str) -> set[int]:
        """Those that have the word itself."""
        return self._by_word.get(word, set())

    def of_meaning(self, word: str) -> set[int]:
        """Those that have it or a synonym."""
        if word not in self._by_meaning:
            self._by_meaning[word] = set().union(*map(self.of, synonyms(word)))
        return self._by_meaning[word]


def _of_kind(claims: Iterable[Claim], kind: str) -> _Holders:
    return _Holders(claim.exact for claim in claims if claim.kind == kind)


def _share(words: Mapping[str, float], holders: _Holders, where: set[int] | None = None) -> float:
    """The greatest share of the words' weight that one holder has, be it by synonyms; of those in `where` if given."""
    held: dict[int, float] = defaultdict(float)
    for base, weight in words.items():
        for holder in holders.of_meaning(base):
            held[holder] += weight
    best = max((weight for holder, weight in held.items() if where is None or holder in where), default=0.0)
    return best / (sum(words.values()) or 1.0)
