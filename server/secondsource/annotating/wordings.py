"""Whether a page tells, in words of its own, what another article's claim says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial

from secondsource.kinds import Claim
from secondsource.reading.numbers import words_value
from secondsource.reading.passages import split_passages
from secondsource.reading.words import is_content, lemma, rarity, split_words, synonyms
from secondsource.reconciling import Source

# Shares of a claim's words, the rare ones heavier. Set by eye on what was called missing on the seeds and three
# labelled stories (quake, layoffs, verdict), not on labels, and to err towards a fact too few on the list.
TOLD = 0.55  # in one sentence of the page that has its figures, if any: it tells it
SAME_THING = 0.5  # its figures left out, in one claim of the page of that kind: it speaks of it, with another figure
NUMBER = 5.0  # weight of a figure; a rare word's is 5 to 8, a name's that nobody bears 8


def weights(text: str) -> dict[str, float]:
    """The lemmas and figures of a text that carry meaning, each by its rarity in general English."""
    found: dict[str, float] = {}
    for word in split_words(text):
        value = words_value(word.folded)
        said = word.folded if value is None else f"{value:g}"
        if is_figure(said):
            found[said] = NUMBER
        elif is_content(said):
            found[lemma(said)] = rarity(lemma(said))
    return found


def is_figure(word: str) -> bool:
    """Whether one of the words that have weights is a figure."""
    return any(map(str.isdigit, word))


class Wordings:
    """A page's sentences and claims by their words."""

    def __init__(self, page: Source) -> None:
        self._sentences: dict[str, set[int]] = defaultdict(set)
        self._of_kind = cache(partial(_by_word, page.claims))
        for number, passage in enumerate(split_passages(page.text)):
            for word in weights(page.text[passage.start : passage.end]):
                self._sentences[word].add(number)

    def tells(self, claim: Claim) -> bool:
        """Whether the page tells what the claim says, or gives another figure of the same thing."""
        words = weights(claim.exact)
        things = {word: weight for word, weight in words.items() if not is_figure(word)}
        figures = [self._sentences[word] for word in words if word not in things]
        where = set.intersection(*figures) if figures else None
        if _share(words, self._sentences.get, where) >= TOLD:
            return True
        return bool(figures) and _share(things, self._of_kind(claim.kind).get) >= SAME_THING


def _by_word(claims: Iterable[Claim], kind: str) -> Mapping[str, set[int]]:
    """Which of the claims of a kind have a word, by the word."""
    by_word: dict[str, set[int]] = defaultdict(set)
    for number, claim in enumerate(claims):
        for word in weights(claim.exact) if claim.kind == kind else ():
            by_word[word].add(number)
    return dict(by_word)


def _share(
    words: Mapping[str, float], holders: Callable[[str], set[int] | None], where: set[int] | None = None
) -> float:
    """The greatest share of the words' weight that one holder has, be it by synonyms; of those in `where` if given."""
    held: dict[int, float] = defaultdict(float)
    for base, weight in words.items():
        for holder in set().union(*(holders(word) or () for word in synonyms(base))):
            held[holder] += weight
    best = max((weight for holder, weight in held.items() if where is None or holder in where), default=0.0)
    return best / (sum(words.values()) or 1.0)
