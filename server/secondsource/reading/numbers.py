"""Numbers as news writes them: digits, words, magnitudes, dozens, ranges and the words that bound them.

A range ("between 40 and 50", "30 to 40", "three or four") is its two ends, of which the upper one knows the lower.
"From 40 to 50" is a change, and none. "Dozens" and "hundreds" are no number: nothing agrees or disagrees with them.

A small grammar of our own: trials of numeral libraries missed hyphenated ages and "two and a half million",
and every kind needs the bound ("at least") and the exact span as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from secondsource.reading.words import lowered

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

# One is in every number (see `Document.signs`).
NUMERALS = frozenset((*"0123456789", *_UNITS, *_TENS, *_MAGNITUDES, "half"))

COUNTING = tuple(_UNITS)[1:10]  # one to nine
_DIGIT_WORDS = "|".join(COUNTING)
_UNIT_WORDS = "|".join(sorted(_UNITS, key=len, reverse=True))
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{_DIGIT_WORDS}))?|{_UNIT_WORDS})"
_LARGE = "hundred|thousand|million|billion|trillion|dozen"
_FIRST = "".join(
    sorted({word[0] for word in (*_UNITS, *_TENS, "a", "half")})
)  # letters that a number in words starts with
_NUMBER = re.compile(  # of lower case, which is sought twice as fast as either case
    rf"""(?<![\w.,$€£])(?=[\d{_FIRST}])(?:
        (?P<digits>{DIGITS})
        (?:[ -](?P<large>{_LARGE})s?\b|(?P<short>bn|mn|tn|[km])\b)?
      | (?P<words>
            (?:(?:{_SMALL}|an?)[ -](?:{_LARGE})(?:[ -](?:and[ -])?)?){{1,4}}(?:{_SMALL})?
          | half[ ]a[ ]dozen
          | {_SMALL}(?:[ ]and[ ]a[ ]half(?:[ ](?:{_LARGE}))?)?
        )\b
    )(?:(?=(?:km|kg|cm|mm|mph|kph|ft|lb|pct?)\b)|(?![\w]|[.,]\d))""",
    re.VERBOSE,
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
_BOUND_ENDS = tuple(  # how these end, without which there is no need to look
    """least than over of exceeding topped above most to as under below nearly almost quite about around some roughly
    approximately estimated so circa near a an""".split()
)
_SCALES = (1e3, 1e6, 1e9, 1e12)
_JOINT = re.compile(r"\s?[-–—]\s?|\s(?:to|or|and)\s")
_CHANGE = re.compile(  # "rose from 40 to 50", "up 3 to 17": the second is no end of a range
    r"""\b(?:from|up|down|by|r[io]se(?:s|n)?|f[ae]ll(?:s|en)?|gain(?:s|ed)?|los[et]s?|add(?:s|ed)?|climb(?:s|ed)?|jump(?:s|ed)?
      |dropp?(?:s|ed)?|slid|slips?|slipped|won|wins?|lead|led)\s(?:(?:about|nearly|almost|some)\s)?[$€£]?$""",
    re.IGNORECASE | re.VERBOSE,
)
_BETWEEN = re.compile(r"\bbetween\s(?:about\s|an?\s)?[$€£]?$", re.IGNORECASE)
_MINUS = re.compile(r"(?:(?<![^\s(])[-−–]|\bminus\s)$", re.IGNORECASE)
_AFTER_NUMBER = re.compile(r"[\d%]\s?.$")
WIDEST = 10.0  # an upper end that is more than so many times the lower is of something else
_GAP = re.compile(r"[\s-]+")
_REACH = 24
LARGEST = 1e15  # more is an account's number or a slip, and no figure; nor is arithmetic on it exact, or possible


@dataclass(frozen=True, slots=True)
class Number:
    """A number `text[start:end]` (its bounding words not included); bound is "", "least", "most", "about" or "range".

    The upper end of a range has the lower one in `low`, and `bound_start` where that starts.
    """

    start: int
    end: int
    value: float
    bound: str = ""
    bound_start: int = -1
    low: float | None = None


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Yield the numbers of text[start:end] in order; offsets are into the whole text."""
    return find_in_lower_case(lowered(text), start, len(text) if end is None else end)


def find_in_lower_case(text: str, start: int, end: int) -> Iterator[Number]:
    """Yield the numbers of a text that is in lower case."""
    before: Number | None = None
    for found in _NUMBER.finditer(text, start, end):
        value = _value(found)
        if value is None:
            continue
        bound, bound_start = bound_before(text, start, found.start())
        number = Number(found.start(), found.end(), value, bound, bound_start)
        before = (range_to(text, start, before, number) if before else None) or number
        yield before


def range_to(text: str, start: int, lower: Number, upper: Number) -> Number | None:
    """The upper of two numbers as the end of a range ("3 to 5 million" is from 3 million on), or None for no range."""
    joint = text[lower.end : upper.start].strip("$€£")
    if len(joint) > _REACH or not _JOINT.fullmatch(joint) or upper.bound or lower.low is not None:
        return None
    beside = max(start, lower.start - _REACH)
    between = _BETWEEN.search(text, beside, lower.start)
    if ("and" in joint and not between) or _CHANGE.search(text, beside, lower.start):
        return None
    scales = (scale for scale in _SCALES if lower.value < upper.value / scale < 1e3)
    low = lower.value * next(scales, 1.0) if upper.value >= 1e3 * lower.value else lower.value
    if not 0 < low < upper.value <= WIDEST * low:
        return None
    return Number(upper.start, upper.end, upper.value, "range", between.start() if between else lower.bound_start, low)


def minus_before(text: str, start: int, at: int) -> int:
    """Where the minus sign before text[at] starts ("-5", "minus 5"), or `at`; a dash between two figures is none."""
    sign = _MINUS.search(text, max(start, at - len("minus ")), at)
    if sign is None or _AFTER_NUMBER.search(text, max(start, at - 3), at):
        return at
    return sign.start()


def bound_before(text: str, start: int, at: int) -> tuple[str, int]:
    """The word that bounds a number which starts at text[at] ("at least" → "least"), and where it starts."""
    said = text[max(start, at - _REACH) : at].rstrip("$€£").rstrip().lower()
    before = _BOUND.search(text, max(start, at - _REACH), at) if said.endswith(_BOUND_ENDS) else None
    if before is None:
        return "", at
    return next(name for name, said in before.groupdict().items() if said), before.start()


def _value(found: re.Match[str]) -> float | None:
    if found["digits"]:
        scale = _MAGNITUDES.get((found["large"] or "").lower()) or _SHORT.get((found["short"] or "").lower(), 1.0)
        return _figure(float(found["digits"].replace(",", "")) * scale)
    return words_value(found["words"])


def _figure(value: float) -> float | None:
    return value if value <= LARGEST else None


def value_of(written: str) -> float | None:
    """The value of a number as written, in digits ("1,200") or words ("a dozen"); None where it is none."""
    digits = written.replace(",", "")
    return _figure(float(digits)) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else words_value(written)


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
