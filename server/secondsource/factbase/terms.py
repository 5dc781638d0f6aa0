"""The names a text uses: the terms by which a page finds its story. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from secondsource.reading.words import commonness

MAX_TERMS = 200  # an article of 1,000 words has 40 to 120; a bound, so that no text makes a query without end
COMMON_ZIPF = 6.0  # words that occur once in a thousand; a name as common as that says nothing about a story

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…]['\"’”)\]]*\s+|\n\s*)['\"‘“(\[–—-]*\s*\Z")
LONGEST_WORD = 80  # characters; no name is longer, and a pair must fit its column
_LOOK_BACK = 12  # characters in front of a word that decide whether it opens a sentence
_POSSESSIVE = re.compile(r"['’]s?\Z")


def names(text: str) -> Counter[str]:
    """The proper names of a text with how often they occur, the MAX_TERMS weightiest: single words and pairs.

    A capitalised word that only ever opens sentences is not a name.
    """
    found = list(_capitalised(text))
    certain = {word for word, opens, _, _ in found if not opens}
    counts: Counter[str] = Counter()
    previous, end_of_previous = "", None
    for word, _, start, end in found:
        if word in certain:
            counts[word] += 1
            if end_of_previous == start - 1:
                counts[f"{previous} {word}"] += 1
            previous, end_of_previous = word, end
    weights = {term: weight(term) for term in counts}
    weighty = sorted((term for term in counts if weights[term] > 0), key=lambda term: (-weights[term], term))
    return Counter({term: counts[term] for term in weighty[:MAX_TERMS]})


@lru_cache(maxsize=50_000)
def weight(term: str) -> float:
    """How much it says that two texts share a name: its rarity, in powers of ten; 0 for a common word.

    Rarity in general language, not in the base, because the base may hold one story only. A pair counts
    beside its words, with the commoner one's weight: "Ada Byron" says more than both, "with Ada" does not.
    """
    return max(0.0, min(COMMON_ZIPF - commonness(word) for word in term.split(" ")))


def _capitalised(text: str) -> Iterator[tuple[str, bool, int, int]]:
    """Each capitalised word, lower-cased, with whether it opens a sentence, its start and its end."""
    for match in _WORD.finditer(text):
        if match[0][0].isupper() and 1 < len(match[0]) <= LONGEST_WORD:
            before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
            word = _POSSESSIVE.sub("", match[0]).casefold()[:LONGEST_WORD]  # some characters become three
            yield word, bool(_SENTENCE_START.search(before)), match.start(), match.end()
