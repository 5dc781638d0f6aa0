"""Quoted words as they are compared: spelling, contractions and numerals brought to one form, with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from secondsource.comparing.spelling import forms
from secondsource.reading.words import Word, is_content, lemma, rarity, split_words

NAME, MOST = 2.0, 5.0  # weights: of a name or number, and of the rarest word
NEGATIONS = frozenset({"not", "no", "never", "nobody", "none", "nothing", "nowhere", "neither", "nor", "without"})
_GAP = re.compile(r"\.\.\.|…|\. \. \.|\[(?:\.\.\.|…)\]")
_AND = re.compile(r"(?<=\s)&(?=\s)")
_APOSTROPHES = ("'", "’")
_MARK_IN_WORD = re.compile(r"(?<=[^\W\d_])[‘`´ʼ](?=[^\W\d_])")
_FIRST_LETTER = re.compile(r"\[[^\W\d_]\](?=[^\W\d_])")
_PUT_IN = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Spoken:
    """One word as compared, and where it stands in the quoted text."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=16)  # a quotation's bag is made after its words, and what it holds after that
def _split(text: str) -> list[Word]:
    return split_words(_with_apostrophes(text))


def _with_apostrophes(text: str) -> str:
    """The text with whatever mark stands between two letters as an apostrophe."""
    return _MARK_IN_WORD.sub("’", text)


@lru_cache(maxsize=1_000)  # an utterance is compared with several others
def spoken(text: str) -> tuple[Spoken, ...]:
    """The words of a quotation: contractions, "%" and "&" written out, small numbers in digits, no hyphens.

    Of "there's" and "Ann's" only the stem is a word (see `fidelity.py`).
    """
    plain = _with_apostrophes(text)
    words = [
        Spoken(form, word.start, word.end)
        for word in _whole(_split(text), text)
        if not (word.folded == "s" and plain[word.start - 1 : word.start] in _APOSTROPHES)  # "the F.E.C.'s"
        for form in forms(word.folded.rstrip("."), word.text, plain, word.start)
    ]
    ands = [Spoken("and", found.start(), found.end()) for found in _AND.finditer(text)]
    return tuple(sorted([*words, *ands], key=lambda word: word.start))


def _whole(words: Sequence[Word], text: str) -> Iterator[Word]:
    """The words, one of which only the first letter is put in as one: "[T]he"."""
    letter: Word | None = None
    for word in words:
        if letter:
            yield Word(letter.start, word.end, letter.text + word.text, letter.folded + word.folded)
            letter = None
        elif _FIRST_LETTER.match(text, word.start - 1) and word.start:
            letter = word
        else:
            yield word


def bag_of(text: str) -> dict[str, float]:
    """Each lemma that carries meaning, by its rarity in general English; names and numbers are in every quotation."""
    return {
        lemma(word.folded): NAME if n and not word.text.islower() else min(MOST, rarity(lemma(word.folded)))
        for n, word in enumerate(_split(text))
        if is_content(word.folded)
    }


def words_of(text: str) -> list[str]:
    """The same words alone."""
    return [item.word for item in spoken(text)]


def bare(text: str) -> str:
    """A quotation without what stands in brackets, which somebody else put in."""
    return _PUT_IN.sub(" ", text)


def put_in_words(text: str) -> list[str]:
    """The words in brackets."""
    return [word for found in _PUT_IN.finditer(text) for word in words_of(found[0])]


def parts(text: str) -> list[list[str]]:
    """The words between ellipses and brackets, which stand for words left out or replaced."""
    pieces = (words_of(piece) for gap in _GAP.split(text) for piece in _PUT_IN.split(gap))
    return [piece for piece in pieces if piece]


def has_gap(text: str) -> bool:
    """Whether an ellipsis says that words were left out."""
    return bool(_GAP.search(text))


def may_have_put_in(text: str) -> bool:
    """Whether there is a bracket at all: the cheap look that saves a search."""
    return "[" in text or "(" in text


def has_put_in(text: str) -> bool:
    """Whether brackets say that words were put in or replaced."""
    return bool(_PUT_IN.search(_GAP.sub(" ", text)))


def is_put_in(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] stands in brackets, all of it."""
    return any(found.start() < start and end < found.end() for found in _PUT_IN.finditer(_GAP.sub(_blank, text)))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def place_of(short: Sequence[str], long: Sequence[str], start: int = 0) -> int | None:
    """Where the short words stand in the long ones, in a row, or None."""
    within, sought = f" {' '.join(long[start:])} ", f" {' '.join(short)} "
    at = within.find(sought)
    return start + within.count(" ", 0, at) if at >= 0 else None
