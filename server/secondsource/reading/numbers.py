"""Numbers as news writes them: digits, words, magnitudes, dozens, ranges and the words that bound them.

A small grammar of our own: trials of numeral libraries missed hyphenated ages and "two and a half million",
and every kind needs the bound ("at least") and the exact span as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_UNITS = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
_TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_MAGNITUDES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
_SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
SCALES = {**{word: scale for word, scale in _MAGNITUDES.items() if word != "dozen"}, **_SHORT}
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
ORDINALS = {
    word: value
    for value, word in enumerate(
        """zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split()
    )
}

_DIGIT_WORDS = "|".join(list(_UNITS)[1:10])
_UNIT_WORDS = "|".join(sorted(_UNITS, key=len, reverse=True))
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{_DIGIT_WORDS}))?|{_UNIT_WORDS})"
_LARGE = "hundred|thousand|million|billion|trillion|dozen"
_FIRST = "".join(sorted({word[0] for word in (*_UNITS, *_TENS, "a")}))  # letters that a number in words starts with
_NUMBER = re.compile(
    rf"""(?<![\w.,$€£])(?=[\d{_FIRST}])(?:
        (?P<digits>{DIGITS})
        (?:[ -](?P<large>{_LARGE})s?\b|(?P<short>bn|mn|tn|[kKmM])\b)?
      | (?P<words>
            (?:(?:{_SMALL}|an?)[ -](?:{_LARGE})(?:[ -](?:and[ -])?)?){{1,4}}(?:{_SMALL})?
          | {_SMALL}(?:[ ]and[ ]a[ ]half(?:[ ](?:{_LARGE}))?)?
        )\b
    )(?:(?=(?:km|kg|cm|mm|mph|kph|ft|lb)\b)|(?![\w]|[.,]\d))""",
    re.VERBOSE | re.IGNORECASE,
)
_BOUND = re.compile(
    r"""(?:(?P<least>at\sleast|more\sthan|over|upwards?\sof|no\sfewer\sthan|not\sless\sthan|in\sexcess\sof|exceeding
          |topped|above|greater\sthan)
      | (?P<most>at\smost|up\sto|as\smany\sas|as\smuch\sas|no\smore\sthan|fewer\sthan|less\sthan|under|below|nearly
          |almost|not\squite|just\sunder)
      | (?P<about>about|around|some|roughly|approximately|an\sestimated|estimated|close\sto|or\sso|circa|near)
    )\s+(?:an?\s+)?[$€£]?$""",
    re.IGNORECASE | re.VERBOSE,
)
_GAP = re.compile(r"[\s-]+")
_REACH = 24
NEAR = 0.06  # "about 13" and 13.2 agree, "about 2.4" and 2.6 do not
FAR = 0.3  # "more than 300" and 390 agree, but not 3,000
COARSE = 0.1  # a round 20,000 may stand for 18,500; for 25,000 it does not, though one digit rounds it so
ROUND_DIGITS = 2  # zeros that a whole number ends in when it is a rounding: 43,000 of 43,350, but not 560 of 555


@dataclass(frozen=True, slots=True)
class Number:
    """A number `text[start:end]` (its bounding words not included); bound is "", "least", "most" or "about"."""

    start: int
    end: int
    value: float
    bound: str = ""
    bound_start: int = -1


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Yield the numbers of text[start:end] in order; offsets are into the whole text."""
    stop = len(text) if end is None else end
    for found in _NUMBER.finditer(text, start, stop):
        value = _value(found)
        if value is None:
            continue
        bound, bound_start = bound_before(text, start, found.start())
        yield Number(found.start(), found.end(), value, bound, bound_start)


def bound_before(text: str, start: int, at: int) -> tuple[str, int]:
    """The word that bounds a number which starts at text[at] ("at least" → "least"), and where it starts."""
    before = _BOUND.search(text, max(start, at - _REACH), at)
    if before is None:
        return "", at
    return next(name for name, said in before.groupdict().items() if said), before.start()


def _value(found: re.Match[str]) -> float | None:
    if found["digits"]:
        scale = _MAGNITUDES.get((found["large"] or "").lower()) or _SHORT.get((found["short"] or "").lower(), 1.0)
        return float(found["digits"].replace(",", "")) * scale
    return words_value(found["words"])


def value_of(written: str) -> float | None:
    """The value of a number as written, in digits ("1,200") or words ("a dozen"); None where it is none."""
    digits = written.replace(",", "")
    return float(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else words_value(written)


@lru_cache(maxsize=20_000)
def words_value(phrase: str) -> float | None:
    """The value of a number in words ("two hundred and six", "a dozen"), or None."""
    total, current = 0.0, 0.0
    words = _GAP.split(phrase.lower().strip())
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


@lru_cache(maxsize=20_000)
def significant(value: float) -> int:
    """How many significant digits a number is written with, trailing zeros not counted: 2 for 43,000."""
    digits = f"{value:.10g}".replace(".", "").lstrip("0")
    return len((digits.split("e")[0]).rstrip("0")) or 1


def agree(a: float, a_bound: str, b: float, b_bound: str) -> bool | None:
    """Whether two figures can be one: True, False, or None where only coarse rounding could make them so.

    A bound allows for what it says ("over 300" and 313.89); a figure agrees with its rounding to two or more
    digits (43,350 and 43,000).
    """
    if a == b:
        return True
    if a_bound == b_bound == "least":
        return None  # at least 12, and at least 14
    exact, rough, rough_bound = (a, b, b_bound) if significant(a) > significant(b) else (b, a, a_bound)
    if a_bound != b_bound or a_bound == "about":
        low, high = max(_least(a, a_bound), _least(b, b_bound)), min(_most(a, a_bound), _most(b, b_bound))
        if low <= high:
            return True
    digits = significant(rough)
    if rough >= 10 and rough == round(exact) != exact:
        return True  # 52 percent, and 52.3
    if float(f"{exact:.{digits}g}") == rough and rough >= 10 ** (digits + ROUND_DIGITS - 1):
        if digits > 1 or rough_bound == "about":
            return True
        return None if abs(exact - rough) <= COARSE * exact else False
    return False


def _least(value: float, bound: str) -> float:
    return value * (1 - (NEAR if bound == "about" else FAR if bound == "most" else 0.0))


def _most(value: float, bound: str) -> float:
    return value * (1 + (NEAR if bound == "about" else FAR if bound == "least" else 0.0))
