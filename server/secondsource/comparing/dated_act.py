"""What a date or time of day hangs on, the act or thing that it dates, and what two of them have in common there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from secondsource.comparing.claim import Claim
from secondsource.comparing.one_event import AMOUNTS, CALENDAR
from secondsource.reading.context import TELLING
from secondsource.reading.words import rarity, related

CLOSEST = 2  # words beside a date or time that it may hang on, though no act is told with it
# Rarity of what both hang on and of what else they have in common, in sum: of two words, one of them rare. "Rates were
# raised", "the ferry leaves" and all that is wrong in 35 labelled stories and 279 small cases has 6.5 or less.
ENOUGH = 6.7
# What leaves it to other words to say what happened, or only says where in the day or in its course it did.
_LIGHT = frozenset(
    """be have become take come happen occur hold place make give get go see follow put set let move use start begin end
    continue expect plan schedule say announce since until early late local near past""".split()
)
_DULL = AMOUNTS | CALENDAR | _LIGHT

_OPENS = re.compile(r"\b(?:since|from|after)\s(?:\w+\s)?$", re.IGNORECASE)
_CLOSES = re.compile(r"\b(?:until|till|by|before|up\sto)\s(?:\w+\s)?$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:—]|\s[–-]\s")
_WHICH = re.compile(
    r"""\b(?:first|second|third|fourth|fifth|final|another|earlier|previous(?:ly)?|original(?:ly)?|former|again|other|each
      |every|annual|due|postponed|delayed|too|as\swell|also|added|extra|(?:last|next)(?!\s(?:week|month|year|night|spring|summer|autumn|winter|(?-i:[A-Z]))))\b
      |\b(?:no|not|never)\b|n['’]t\b""",
    re.IGNORECASE | re.VERBOSE,
)
_SAYS = "said|says|announced|reported|confirmed|revealed|disclosed|wrote|added|told|tweeted"
# Who says something on the day: "Police on Sunday said", "On Sunday, the police chief said".
_THEN_SAID = re.compile(rf"\s(?:{_SAYS})\b")
_THEN_SOMEBODY_SAID = re.compile(rf",?\s(?:[\w.’'-]+\s){{1,6}}?(?:{_SAYS})\b")
_OPENED = re.compile(r"[\"“]?(?:(?:On|In|Late|Early|Also|Earlier)\s){0,2}")
REMEMBERED = 1_000  # claims, each of which is laid beside many others
_LOOK = 60  # code points on either side of a date in which an ordinal or a negation tells of another event


def event(a: Claim, b: Claim) -> str:
    """What both hang on, as the first has it: the rarest word of its act that names the other's too; "" for none."""
    akin = [(min(rarity(x), rarity(y)), x) for x, y in product(acts(a), acts(b)) if related(x, y)]
    rare, said = max(akin, default=(0.0, ""))
    return said if rare >= TELLING else ""


def are_two_acts(a: Claim, b: Claim) -> bool:
    """Whether verbs or nouns that say what happened stand with both dates, and none can name the other's act."""
    ours, theirs = _told_acts(a), _told_acts(b)
    return bool(ours and theirs) and not any(related(x, y) for x, y in product(ours, theirs))


def beside(a: Claim, b: Claim) -> float:
    """The rarity of what stands beside both, in sum, each word weighed once with the likest of the other's."""
    ours, theirs = ({*claim.data["near"], *acts(claim)} - _DULL for claim in (a, b))
    weight, left = 0.0, set(theirs)
    for x in sorted(ours, key=lambda word: (word not in theirs, word)):
        rare, akin = max(((min(rarity(x), rarity(y)), y) for y in left if related(x, y)), default=(0.0, ""))
        if rare >= TELLING:
            weight += rare
            left = {y for y in left if not related(y, akin)}
    return weight


def acts(claim: Claim) -> list[str]:
    """The words that a date may hang on: of its act, and those nearest to it."""
    told = (*_told_acts(claim), *claim.data["near"][:CLOSEST])
    return [word for word in dict.fromkeys(told) if word not in _DULL]


def is_of_words(claim: Claim) -> bool:
    """Whether a date is that of a statement, whatever it states."""
    before, after = sides(claim)
    opens = len(before) <= _LOOK and _OPENED.fullmatch(before)
    return bool(claim.data.get("of_words") or _THEN_SAID.match(after) or (opens and _THEN_SOMEBODY_SAID.match(after)))


def bound(claim: Claim) -> str:
    """ "opens" for a date from which something lasts, "closes" for one up to which, "" for neither."""
    before, _ = sides(claim)
    return "opens" if _OPENS.search(before) else "closes" if _CLOSES.search(before) else ""


def are_others(a: Claim, b: Claim) -> bool:
    """Whether the ordinals and negations beside two dates set them apart: the second hearing, no hearing.

    A first one may be the only one; "last serviced in" and "not serviced since" tell of one.
    """
    if a.data.get("order") and a.data["order"] == b.data.get("order"):
        return False
    ours, theirs = _which(a), _which(b)
    return ours != theirs and bool((ours and theirs) or (ours | theirs) - {"first"})


def _which(claim: Claim) -> frozenset[str]:
    before, after = clause(claim)
    return frozenset(word.lower() for word in _WHICH.findall(f"{before[-_LOOK:]} {after[:_LOOK]}"))


def until_clause_end(claim: Claim) -> str:
    """A date's sentence up to the end of its clause, without the date: what comes then is told of something else."""
    return f"{sides(claim)[0]}0{clause(claim)[1]}"


def clause(claim: Claim) -> tuple[str, str]:
    """What stands before and after a date or figure in its clause, as far as marks show."""
    return _clause(*_where(claim))


@lru_cache(maxsize=REMEMBERED)
def _clause(written: str, passage: str, at: int) -> tuple[str, str]:
    before, after = _sides(written, passage, at)
    start, end = [found.end() for found in _CLAUSE_END.finditer(before)], _CLAUSE_END.search(after)
    return before[start[-1] if start else 0 :], after[: end.start()] if end else after


def sides(claim: Claim) -> tuple[str, str]:
    """What stands before and after a date or figure in its sentence."""
    return _sides(*_where(claim))


def _where(claim: Claim) -> tuple[str, str, int]:
    return claim.value, claim.passage, claim.start - claim.passage_start


@lru_cache(maxsize=REMEMBERED)
def _sides(value: str, passage: str, low: int) -> tuple[str, str]:
    written = value if value in passage else value.split(" (")[0]
    at = passage.find(written, max(0, low))
    return (passage[:at], passage[at + len(written) :]) if at >= 0 else (passage, "")


def _told_acts(claim: Claim) -> Sequence[str]:
    """The verb or else the nouns that say what a date or time is of."""
    return [*claim.data.get("timed", ()), *claim.data.get("acts", ())]
