"""What narrows a figure: the place, the part of a whole or the account ("after tax") that its clause tells it of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from secondsource.reading.context import clause_around
from secondsource.reading.names import CALENDAR
from secondsource.reading.passages import Passage
from secondsource.reading.words import Word, either_side, fold, is_content, lemma

LOOK = 60  # code points on either side in which a place is told
SCOPE_WORDS = 8  # words of any sort on either side in which a place or a part narrows a figure
_OPENING_PLACE = re.compile(  # looked for up to the figure, which may stand right behind the place
    r"(?:In|At|Near|Around)\s(?:the\s\w+\s(?:\w+\s)?of\s)?(?P<place>[^\W\d_a-z]\w*(?:\s[^\W\d_a-z]\w*)?)\b(?:\salone)?(?:,|\s$|\s\d)"
)
_PLACE_AFTER = re.compile(
    r"\b(?:in|at|near|across|around|outside|on(?=\s[^\W\d_a-z]\w+\s(?:Road|Street|Avenue|Lane|Bridge|Island|Hill|Square)\b))"
    r"\s(?:the\s\w+\s(?:\w+\s)?(?:of\s)?)?(?P<place>[^\W\d_a-z]\w*(?:\s[^\W\d_a-z]\w*)?)"
)
_NAMED_AFTER = re.compile(  # "in the Sable Ridge fire": what is named for a place is none
    r"\s(?:[a-z]{3,15}\s)?(?:collapse|derailment|avalanche|eruption|landslide|rampage|massacre|siege|fire|blaze|wildfire|crash|collision|quake|earthquake|flood|storm|disaster|attack|shooting|bombing|blast|explosion"
    r"|outbreak|case|trial|affair|scandal|deal|vote|election|poll|race|match|game|final|strike)\b"
)
_ACCOUNT = re.compile(
    r"\b(?:(?:before|after|pre-|net\sof|excluding|including|without)\s?(?:tax|taxes|interest|inflation|costs|expenses|fees|tips))\b",
    re.IGNORECASE,
)
# Places narrow a figure that is told to be in them: a "hospital tower" does not.
_PLACES = frozenset(
    """village town city county district province state region area hospital clinic neighbourhood neighborhood suburb
    camp street valley country nation island coast home plant factory site school""".split()
)
SCOPES = _PLACES | frozenset(
    """worldwide nationwide globally overseas abroad department division unit branch ward owner parent rival supplier
    subsidiary child woman aftershock favour favor against brother sister wife husband son daughter mother father
    accomplice colleague man""".split()
)
_WITHIN = frozenset("in at near from across around of outside inside within for per by against to".split())
_DEFINITE = frozenset("the this that its their".split())
BEFORE = 3  # words before a place among which stands what puts a figure in it


def narrowed_by(text: str, passage: Passage, start: int, end: int, words: Sequence[Word]) -> list[str]:
    """What narrows a figure, sorted: lemmas beside it ("town", "branch"), the places it is told of, "after tax".

    Two figures are of one whole only when the same narrows both.
    """
    first, last = clause_around(text, passage, start, end)
    low, high = either_side(words, start, end)
    near = (*words[max(0, low - SCOPE_WORDS) : low], *words[high : high + SCOPE_WORDS])
    beside = (word for n, word in enumerate(near) if first <= word.start < last and _narrows(near, n))
    opened = _OPENING_PLACE.match(text, passage.start, start)
    after = _places(text, end, min(last, end + LOOK))[:1]
    before = _places(text, max(first, start - LOOK), start)[-1:]
    told = ([opened] if opened else []) + (after or before)
    places = {fold(found["place"].split()[-1]) for found in told} - CALENDAR
    counted = {found[0].lower() for found in _ACCOUNT.finditer(text, first, last)}
    return sorted(places | counted | {base for word in beside if (base := lemma(word.folded)) in SCOPES})


def _places(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The places that text[start:end] tells of; "in the Sable Ridge fire" tells of none."""
    found = _PLACE_AFTER.finditer(text, start, end)
    return [place for place in found if not _NAMED_AFTER.match(text, place.end())]


def _narrows(words: Sequence[Word], at: int) -> bool:
    """Whether a word, if it is a place, is one that something is in ("in the town"), that owns or does something.

    A place that only describes the noun behind it ("a hospital boiler") has that noun in its plain form there.
    """
    base = lemma(words[at].folded)
    if at and words[at - 1].folded == "same":
        return False  # "in the same valley" is where all that is told took place
    if base not in _PLACES or any(word.folded in _WITHIN for word in words[max(0, at - BEFORE) : at]):
        return True
    if at == 0 or words[at - 1].folded not in _DEFINITE:
        return False
    behind = words[at + 1].folded if at + 1 < len(words) else "is"
    return words[at].folded != base or not is_content(behind) or lemma(behind) != behind
