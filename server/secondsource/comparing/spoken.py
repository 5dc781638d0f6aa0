"""Quoted words as they are compared: spelling, contractions and numerals brought to one form, with their offsets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from secondsource.reading.numbers import words_value
from secondsource.reading.words import is_content, lemma, rarity, split_words

NAME, MOST = 2.0, 5.0  # weights: of a name or number, and of the rarest word
NEGATIONS = frozenset({"not", "no", "never", "nobody", "none", "nothing", "nowhere", "neither", "nor", "without"})
_WRITTEN_OUT = {"cannot": "can not", "ok": "okay", "percent": "per cent"}
_SHORTENED = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_ENDINGS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"}
_BRITISH = (  # and how it is spelt in America: "analysed", "organisations", "neighbours", "modelling"
    (re.compile(r"(?<=\w{3})([iy])s(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), r"\1z"),
    (re.compile(r"(?<=\w{3})our(?=(?:s|ed|ing|ite|able|al)?$)"), "or"),
    (re.compile(r"(?<=\w{4})ll(?=(?:ed|ing|er|ers)$)"), "l"),
)
_GAP = re.compile(r"\.\.\.|…|\. \. \.|\[(?:\.\.\.|…)\]")
_AND = re.compile(r"(?<=\s)&(?=\s)")
_APOSTROPHES = ("'", "’")
_INITIALS = re.compile(r"[a-z](?:\.[a-z])+")
_PUT_IN = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Spoken:
    """One word as compared, and where it stands in the quoted text."""

    word: str
    start: int
    end: int


_split = lru_cache(maxsize=16)(split_words)  # a quotation's bag is made after its words, and what it holds after that


@lru_cache(maxsize=1_000)  # an utterance is compared with several others
def spoken(text: str) -> tuple[Spoken, ...]:
    """The words of a quotation: contractions, "%" and "&" written out, small numbers in digits, no hyphens.

    Of "there's" and "Ann's" only the stem is a word (see `fidelity.py`).
    """
    words = [
        Spoken(form, word.start, word.end)
        for word in _split(text)
        if not (word.folded == "s" and text[word.start - 1 : word.start] in _APOSTROPHES)  # "the F.E.C.'s"
        for form in _forms(word.folded.rstrip("."))
    ]
    ands = [Spoken("and", found.start(), found.end()) for found in _AND.finditer(text)]
    return tuple(sorted([*words, *ands], key=lambda word: word.start))


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


def place_of(short: Sequence[str], long: Sequence[str], start: int = 0) -> int | None:
    """Where the short words stand in the long ones, in a row, or None."""
    within, sought = f" {' '.join(long[start:])} ", f" {' '.join(short)} "
    at = within.find(sought)
    return start + within.count(" ", 0, at) if at >= 0 else None


def _forms(plain: str) -> list[str]:
    if _INITIALS.fullmatch(plain):
        return [plain.replace(".", "")]  # "F.E.C.", "FEC"
    value = words_value(plain) if plain.replace("-", "").isalpha() and plain not in ("a", "an", "one", "half") else None
    if value is not None:
        return [f"{value:g}"]
    if plain.endswith("%"):
        return [plain[:-1], "per", "cent"]
    if "-" in plain:
        return [form for part in plain.split("-") for form in _forms(part)]
    return _WRITTEN_OUT.get(plain, "").split() or _written_out(plain)


def _written_out(word: str) -> list[str]:
    if word.endswith("n't"):
        return [_SHORTENED.get(word[:-3], word[:-3]), "not"]
    stem, mark, ending = word.partition("'")
    full = _ENDINGS.get(ending) if mark else None
    return [stem, full] if full else [_american(word)]


def _american(word: str) -> str:
    """A word as it is spelt in America; another spelling of a few other words, the same in all quotations."""
    for british, spelt in _BRITISH:
        word = british.sub(spelt, word)
    return word
