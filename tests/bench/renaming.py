"""The made-up days of tests/eval over and over: each time with other names and long words, so that they are others."""

from __future__ import annotations

import re
from functools import cache

from tests.eval.days.corpus import days

from secondsource.reading.names import CALENDAR
from secondsource.reading.words import rarity

_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")  # in the midst of a sentence; wherever it stands it is renamed then
SAYING = 3.0  # how rare words are, in powers of ten, that say what a story is about
_SYLLABLES = "ba ke li mo nu ra se ti vo zu".split()


@cache
def names() -> frozenset[str]:
    """The names in all days' articles; no word that is also written small."""
    texts = [f"{one.title}. {one.content}" for one in days()]
    words = {word for text in texts for word in _WORD.findall(text)}
    found = {name for text in texts for name in _NAME.findall(text) if name.lower() not in words | CALENDAR}
    return frozenset(found | {name.upper() for name in found})


def renamed(text: str, number: int) -> str:
    """A text in which all that has a name, and every long word, is another one, the same for the same."""
    end = ending(number)
    return _WORD.sub(lambda found: found[0] + end if is_renamed(found[0]) else found[0], text)


def is_renamed(word: str) -> bool:
    """Whether a word is another one each time."""
    return word in names() or (word.islower() and rarity(word) > SAYING and word not in CALENDAR)


def ending(number: int) -> str:
    """What such words end with, the so many-th time."""
    return "".join(_SYLLABLES[int(digit)] for digit in str(number))
