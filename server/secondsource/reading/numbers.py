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
# On the open stories (tests/eval/sensitivity.py) conflicts are right, with NEAR .03, in 520 of 530, .06 and .1, of 526;
# with FAR .15, in 524 of 530, .3, 520 of 526, .5, 518 of 524.
NEAR = 0.06  # "about 13" and 13.2 agree, "about 2.4" and 2.6 do not
FAR = 0.3  # "more than 300" and 390 agree, but not 3,000
ALLOWED = 2.0  # "more than a dozen" is no news of 24 or more; up to that it does not contradict an exact figure
COARSE = 0.1  # a round 20,000 may stand for 18,500; for 25,000 it does not, though one digit rounds it so
MILLION = 1e6
LARGEST = 1e15  # more is an account's number or a slip, and no figure; nor is arithmetic on it exact, or possible
CUT_DIGITS = 3  # significant ones, from which a figure may be another that is cut short
ROUND_DIGITS = 2  # zeros that a whole number ends in when it is a rounding: 43,000 of 43,350, but not 560 of 555


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


@lru_cache(maxsize=20_000)
def significant(value: float) -> int:
    """How many significant digits a number is written with, trailing zeros not counted: 2 for 43,000."""
    digits = f"{value:.10g}".replace(".", "").lstrip("0")
    return len((digits.split("e")[0]).rstrip("0")) or 1


def agree(
    a: float, a_bound: str, b: float, b_bound: str, a_low: float | None = None, b_low: float | None = None
) -> bool | None:
    """Whether two figures can be one: True, False, or None where only coarse rounding could make them so.

    A bound allows for what it says ("over 300" and 313.89); a figure agrees with its rounding to two or more
    digits (43,350 and 43,000), with what it is cut short to (187.5 and 187), a range with what lies in it.
    Whether a loss is a figure below zero cannot be told.
    """
    if a < 0 or b < 0:
        return None if a * b <= 0 else agree(-a, "", -b, "")
    if a_low is not None or b_low is not None:
        return _ranges_agree(
            (a_low or _least(a, a_bound), _most(a, a_bound)), (b_low or _least(b, b_bound), _most(b, b_bound))
        )
    if a == b:
        return True
    if a_bound == b_bound == "least":
        return None  # at least 12, and at least 14
    exact, rough, rough_bound = (a, b, b_bound) if significant(a) > significant(b) else (b, a, a_bound)
    if a_bound != b_bound or a_bound == "about":
        low, high = max(_least(a, a_bound), _least(b, b_bound)), min(_most(a, a_bound), _most(b, b_bound))
        if low <= high:
            return True
    lower, higher = sorted(((a, a_bound), (b, b_bound)))
    if lower[1] == "least" and not higher[1] and higher[0] <= ALLOWED * lower[0]:
        return None
    digits = significant(rough)
    if rough >= 10 and rough == round(exact) != exact:
        return True  # 52 percent, and 52.3
    last = 10.0 ** (len(f"{int(rough)}") - digits)  # what its last digit counts
    if digits >= CUT_DIGITS and rough >= 1 and (last <= 1 or rough >= MILLION) and 0 < exact - rough < last:
        return True  # 187 billion, and 187.5, but not 12,300 and 12,390, which nobody writes as 12.39 thousand
    if float(f"{exact:.{digits}g}") == rough and rough >= 10 ** (digits + ROUND_DIGITS - 1):
        if digits > 1 or rough_bound == "about":
            return True
        return None if abs(exact - rough) <= COARSE * exact else False
    return False


def _ranges_agree(a: tuple[float, float], b: tuple[float, float]) -> bool | None:
    """Whether two ranges overlap; None where one ends shortly before the other begins."""
    low, high = max(a[0], b[0]), min(a[1], b[1])
    return True if low <= high else None if low <= high * (1 + NEAR) else False


def _least(value: float, bound: str) -> float:
    return value * (1 - (NEAR if bound == "about" else FAR if bound == "most" else 0.0))


def _most(value: float, bound: str) -> float:
    return value * (1 + (NEAR if bound == "about" else FAR if bound == "least" else 0.0))
