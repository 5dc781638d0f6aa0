"""Numbers as news writes them: digits, words, magnitudes, dozens, ranges and the words that bound them.

A small grammar of our own: trials of numeral libraries missed hyphenated ages and "two and a half million"
(shared/findings.md), and every kind needs the bound ("at least") and the exact span as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_UNITS = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
_TENS = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_MAGNITUDES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
_SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
ORDINALS = {
    word: value
    for value, word in enumerate(
        """zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split()
    )
}

_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(list(_UNITS)[1:10])}))?|{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
_LARGE = "hundred|thousand|million|billion|trillion|dozen"
_NUMBER = re.compile(
    rf"""(?<![\w.,$€£])(?:
        (?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)
        (?:[ -](?P<large>{_LARGE})s?\b|(?P<short>bn|mn|tn|[kKmM])\b)?
      | (?P<words>(?:(?:{_SMALL}|an?)[ -](?:{_LARGE})(?:[ -](?:and[ -])?)?){{1,4}}(?:{_SMALL})?|{_SMALL}(?:\ and\ a\ half(?:\ (?:{_LARGE}))?)?)\b
    )(?![\w]|[.,]\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_BOUND = re.compile(
    r"(?:(?P<least>at least|more than|over|upwards? of|no fewer than|not less than|in excess of|exceeding|topped|above|greater than)"
    r"|(?P<most>at most|up to|as many as|as much as|no more than|fewer than|less than|under|below|nearly|almost|not quite|just under)"
    r"|(?P<about>about|around|some|roughly|approximately|an estimated|estimated|close to|or so|circa|near))\s+(?:an?\s+)?[$€£]?$",
    re.IGNORECASE,
)
_REACH = 24
NEAR = 0.1  # "about 13" and 13.2 agree: words for roughness are taken to allow a tenth


@dataclass(frozen=True, slots=True)
class Number:
    """A number `text[start:end]` (its bounding words not included); bound is "", "least", "most" or "about"."""

    start: int
    end: int
    value: float
    bound: str = ""
    bound_start: int = -1

    @property
    def low(self) -> float:
        """The least value the words allow."""
        return {"about": self.value * (1 - NEAR), "most": self.value * (1 - 3 * NEAR)}.get(
            self.bound, self.value
        )

    @property
    def high(self) -> float:
        """The greatest value the words allow."""
        return {"about": self.value * (1 + NEAR), "least": self.value * (1 + 3 * NEAR)}.get(
            self.bound, self.value
        )


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Yield the numbers of text[start:end] in order; offsets are into the whole text."""
    stop = len(text) if end is None else end
    for found in _NUMBER.finditer(text, start, stop):
        value = _value(found)
        if value is None:
            continue
        before = _BOUND.search(text, max(start, found.start() - _REACH), found.start())
        bound = next((name for name, said in before.groupdict().items() if said), "") if before else ""
        yield Number(found.start(), found.end(), value, bound, before.start() if before else found.start())


def _value(found: re.Match[str]) -> float | None:
    if found["digits"]:
        scale = _MAGNITUDES.get((found["large"] or "").lower()) or _SHORT.get(
            (found["short"] or "").lower(), 1.0
        )
        return float(found["digits"].replace(",", "")) * scale
    return words_value(found["words"])


def words_value(phrase: str) -> float | None:
    """The value of a number in words ("two hundred and six", "a dozen"), or None."""
    total, current = 0.0, 0.0
    words = re.split(r"[\s-]+", phrase.lower().strip())
    half = words[-3:] == ["and", "a", "half"] or "half" in words
    for word in words:
        if word in _UNITS:
            current += _UNITS[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word == "half":
            current += 0.5
        elif word in _MAGNITUDES:
            scale = _MAGNITUDES[word]
            if scale >= 1e3:
                total, current = total + (current or 1) * scale, 0.0
            else:
                current = (current or 1) * scale
        elif word not in ("a", "an", "and"):
            return None
    value = total + current
    return value if value or half or phrase.lower() == "zero" else None
