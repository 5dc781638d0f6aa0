"""The words of a clause as they are compared, where they stand, and from where to where two clauses tell one thing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from secondsource.comparing.apart import REMEMBERED
from secondsource.comparing.claim import Claim, Span
from secondsource.reading.numbers import find_numbers
from secondsource.reading.words import lemma, split_words

TIGHT = 56  # code points that a note marks whole; of what is longer, from the first to the last word that both have

Partners = Mapping[str, tuple[str, float]]  # each of our words that two sentences share: theirs, and what the two weigh


class Placed(NamedTuple):
    """A word, `text[start:end]`, as it is compared: its lemma, or a figure's value."""

    start: int
    end: int
    base: str
    is_figure: bool


def placed_words(claim: Claim, of: Collection[str] | None = None) -> list[Placed]:
    """The words of a clause, or those `of` some bases, in order; offsets are into the article's text."""
    at, words = claim.start, _words(claim.exact, bool(claim.data["numbers"]))
    kept = words if of is None else [word for word in words if word[2] in of]
    return [Placed(at + start, at + end, base, is_figure) for start, end, base, is_figure in kept]


def both_have(a: Claim, b: Claim, partners: Partners) -> list[str]:
    """The words of our clause that theirs shares."""
    return [word for word in a.data["words"] if word in partners and partners[word][0] in b.data["words"]]


def where_both_tell(a: Claim, b: Claim, partners: Partners) -> tuple[Span, Span] | None:
    """Where a note on two clauses stands on either side; None where it is on all of both."""
    if max(len(a.exact), len(b.exact)) <= TIGHT:
        return None
    ours = both_have(a, b, partners)
    return _part(a, ours), _part(b, [partners[word][0] for word in ours])


def _part(claim: Claim, bases: Collection[str]) -> Span:
    return tight(claim.start, claim.end, placed_words(claim, bases))


def tight(start: int, end: int, told: Sequence[Placed]) -> Span:
    """text[start:end], or where of it some of its words stand, if it is too long to mark whole."""
    return (start, end) if end - start <= TIGHT or not told else (told[0].start, told[-1].end)


@lru_cache(maxsize=REMEMBERED)
def _words(said: str, has_figures: bool) -> list[Placed]:
    figures = {number.start: f"{number.value:g}" for number in find_numbers(said)} if has_figures else {}
    return [
        Placed(word.start, word.end, figures.get(word.start) or _base_of(word.folded), word.start in figures)
        for word in split_words(said)
    ]


def _base_of(folded: str) -> str:
    return lemma(folded) if folded.isalpha() else folded
