"""What beside a name tells that it is somebody's: a title, a trade, an age, "who", a body that he speaks for."""

from __future__ import annotations

import re

from secondsource.reading.speakers import SPEECH
from secondsource.reading.words import fold, is_person_noun, lemma

_TITLES = frozenset(
    """dr prof professor rev reverend sgt sergeant capt captain lt lieutenant col colonel judge justice mayor sen
    senator rep gov det detective inspector supt superintendent constable pc councillor coach sheriff""".split()
)
_WHO_IS = re.compile(  # "Ann Lee, the British singer whose", "Ann Lee, who", "Ann Lee, 41,"
    r",\s(?:(?P<who>who\s(?!are\b|were\b|have\b)|(?:aged\s)?\d{1,2}(?=[,.;]))|(?:an?|the)\s(?:[\w’'-]{2,20}\s){0,3}?(?P<trade>[a-z]{4,20})"
    r"(?=[,.;]|\s(?:from|at|of|in|who|whom|whose)\b))"
)
_TRADE_BEFORE = re.compile(r"(?P<trade>[^\W\d_]{2,20})(?P<mark>[.,]?)\s$")
# "said Ann Lee of the miners' union": a body is not said to be of another one, but may be of a place.
_SPOKE = re.compile(rf"\b(?:{SPEECH})\s$")
_OF_A_BODY = re.compile(
    r"\sof\s(?:the\s)?(?:[\w’'-]{2,20}\s){0,3}?(?:union|party|institute|federation|association|league)\b"
)
PHRASE = 24  # code points before a name in which a trade stands


def is_told_who(text: str, start: int, end: int) -> bool:
    """Whether a title, a trade, an age, "who" or a body that it is of stands beside the name text[start:end]."""
    after = _WHO_IS.match(text, end)
    if after and (after["who"] or _is_trade(after["trade"])):
        return True
    spoke = _OF_A_BODY.match(text, end) and _SPOKE.search(text, max(0, start - PHRASE), start)
    if spoke and " " in text[start:end]:
        return True
    before = _TRADE_BEFORE.search(text, max(0, start - PHRASE), start)
    if not before:
        return False
    word, mark = fold(before["trade"]), before["mark"]
    plain = not mark or (mark == "," and before["trade"].islower())  # "the driver. Leeds won" tells of no driver
    return word in _TITLES or (plain and _is_trade(word))


def _is_trade(word: str) -> bool:
    """Whether a folded word names one person: "singer", not "singers"."""
    base = lemma(word)
    return is_person_noun(base) and (base == word or not word.endswith("s"))
