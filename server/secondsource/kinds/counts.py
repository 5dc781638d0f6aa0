"""Counts of people and things, with casualties: "seven children", "at least 12 people were killed".

Equal counts of one kind of thing corroborate. Different ones conflict only when both stand for a whole and more
around them is the same; a toll in articles of different (or unknown) days is an update.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from secondsource.kinds import growth, wording
from secondsource.kinds.claim import Claim, Example, Stance
from secondsource.kinds.one_thing import (
    PRECISE,
    SMALL,
    alike,
    contrary,
    nested_names,
    of_one_toll,
    of_one_whole,
    shared,
)
from secondsource.kinds.quantities import ALIKE, LIKE, SURE_UNIT, Figure, Quantities
from secondsource.reading import Document
from secondsource.reading.numbers import ORDINALS, Number, significant, value_of
from secondsource.reading.passages import Passage
from secondsource.reading.people import may_be_one
from secondsource.reading.words import Word, fold, is_content, is_person_noun, lemma, same_kind, split_words

MOST_GROWTH = 10.0  # a toll grows tenfold in the first days at most; further apart, they are two events' or places'
FEW = 2  # "two men", "both drivers": a figure as small conflicts with nothing
SURELY_ALIKE = 0.6  # share of telling words in common that needs no word right beside the figures
_NOUN_REACH = 4  # words after a number in which its noun is looked for
_UNITS = frozenset(
    """year month week day hour minute second decade century mile kilometre kilometer metre meter foot inch yard acre
    hectare kilogram kilo pound ton tonne gram ounce litre liter gallon degree percent per cent point time dollar euro
    pence yen yuan rupee km kg cm mm mph kph th st nd rd season series episode page chapter way thing one other more
    part half side""".split()
)
_IRREGULAR = frozenset(
    "people children men women police feet teeth mice geese kids cattle troops personnel firefighters".split()
)
_STATES = {
    "killed": "kill killed dead die died death fatality victim perish",
    "injured": "injure injured wound wounded hurt injury hospitalize",
    "missing": "missing unaccounted",
    "arrested": "arrest arrested detain detained custody",
    "rescued": "rescue rescued evacuate evacuated save saved",
}
_STATE_OF = {word: state for state, listed in _STATES.items() for word in listed.split()}
_PEOPLE = frozenset("person victim life body soul casualty".split())
_AUXILIARY = frozenset(
    """were was have had are has been being be remain remained known to believed feared confirmed reported
    thought who that still also now already so far then later""".split()
)
_STATE_REACH = 6  # words after a noun in which its state is told: "are now known to have died"
_LOST = re.compile(r"\s(?:(?:who|that|have|had|has)\s){0,2}(?:lost|losing)\stheir\slives\b", re.IGNORECASE)
_FREED = re.compile(r"\b(?:pulled|brought|dug|dragged|plucked|winched|freed|saved|rescued)\s$", re.IGNORECASE)
_ALIVE = re.compile(
    r"\s(?:\w+\s){0,2}?(?:alive|to\ssafety)\b|\sfrom\sthe\s(?:rubble|wreckage|ruins|debris|water|flames)\b",
    re.IGNORECASE,
)
_TOLL = re.compile(
    r"""\b(?:(?:death\s)?toll|(?:number\sof\s|the\s)(?:confirmed\s|known\s)?(?P<state>dead|injured|wounded|missing|rescued|arrested))\b
    [^.;]{0,50}?\b(?:to|at|reached|is|was|passed|passes|hit|hits)\s(?:at\sleast\s|more\sthan\s|about\s)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_PARENT = re.compile(r"\b(?:mother|father|mom|mum|dad|parents?)[- ]of[- ](?P<number>\d+|[a-z]+)\b", re.IGNORECASE)
_NTH = re.compile(rf"\b(?P<nth>{'|'.join(list(ORDINALS)[3:])})\s(?P<noun>child|baby|kid)\b", re.IGNORECASE)


class Counts(Quantities):
    """How many people or things."""

    name = "counts"
    examples = (
        Example(
            "The company will cut 1,200 jobs next spring.",
            "Some 1,200 jobs are to go at the company.",
            Stance.CORROBORATES,
        ),
        Example(
            "The cooperative runs 340 shops in the region.",
            "The cooperative has about 300 shops.",
            Stance.CORROBORATES,
        ),
        Example(
            "The petition was signed by 41,300 residents.",
            "The petition was signed by 43,100 residents.",
            Stance.CONFLICTS,
        ),
        Example(
            "Twelve people died in the avalanche.",
            "Fifteen people died in the avalanche.",
            Stance.CONFLICTS,
            date(2031, 3, 4),
            date(2031, 3, 4),
        ),
        Example(
            "At least 12 people were killed when the dam burst.",
            "The dam burst, killing 19 people.",
            Stance.UPDATES,
            date(2031, 3, 4),
            date(2031, 3, 6),
        ),
        Example("Two of the 14 climbers were injured.", "All 14 climbers came home.", Stance.NOT_COMPARABLE),
        Example(
            "The team scored 31 goals at home.",
            "The team scored 48 goals in the whole season.",
            Stance.NOT_COMPARABLE,
        ),
        Example("The school has 640 pupils.", "The village has 640 houses.", Stance.NOT_COMPARABLE),
    )

    def figures(self, document: Document, passage: Passage) -> Iterator[Figure]:
        """Yield every counted noun; casualties under the state they are in, whatever noun counts them."""
        for number in document.numbers_in(passage):
            counted = _counted(document, number, passage)
            if counted:
                unit, end = counted
                said = document.text[number.bound_start : end]
                yield Figure(number.bound_start, end, number.value, number.bound, unit, said)
        yield from _families(document, passage)

    def label(self, claims: Sequence[Claim]) -> str:
        """What is counted."""
        return wording.count_label(min((claim.value for claim in claims), key=len))

    def unit(self, a: Claim, b: Claim) -> float:
        """One state of casualties, or nouns that name the same kind of thing."""
        if a.property == b.property:
            return 1.0
        if growth.is_toll(a) or growth.is_toll(b):
            return 0.0
        people = [claim.property == "person" or is_person_noun(claim.property) for claim in (a, b)]
        if same_kind(a.property, b.property):
            return SURE_UNIT
        if all(people) and "person" in (a.property, b.property) and significant(a.data["value"]) >= PRECISE:
            return SURE_UNIT
        return 0.0

    def telling(self, a: Claim, b: Claim) -> bool:
        """Equal counts of one noun tell by themselves unless they are small."""
        if contrary(a, b):
            return False
        if a.data["value"] == b.data["value"] and (a.data["value"] > SMALL or a.property in _STATES):
            return True
        return shared(a, b) > 0 and alike(a, b) > 0

    def agree(self, a: Claim, b: Claim) -> bool | None:
        """As numbers do; but a toll that has changed with time has, whatever "at least" allows."""
        low = min((a, b), key=lambda claim: claim.data["value"])
        same = super().agree(a, b)
        allowed = same and low.data["bound"] == "least" and a.data["value"] != b.data["value"]
        return False if allowed and growth.may_have_changed(a, b) else same

    def comparable(self, a: Claim, b: Claim) -> bool:
        """As figures are; tolls by what they count and where, and nothing so small that everything is counted so."""
        if growth.is_toll(a) or growth.is_toll(b):
            return of_one_toll(a, b)
        return min(a.data["value"], b.data["value"]) > FEW and super().comparable(a, b)

    def surely_one(self, a: Claim, b: Claim) -> bool:
        """A toll for the whole; or a large number of one noun, with more that is shared around it."""
        low, high = sorted((a.data["value"], b.data["value"]))
        if high > (MOST_GROWTH if growth.may_have_changed(a, b) else LIKE) * low:
            return False
        if growth.is_toll(a) and growth.is_toll(b):
            return True
        if not of_one_whole(a, b) or not (may_be_one(a.data["who"], b.data["who"]) or shared(a, b) > 1):
            return False
        if a.property != b.property or not nested_names(a, b):
            return False
        if a.data["near"][:1] != b.data["near"][:1]:
            return False  # stolen paintings, and recovered ones, are two counts
        likeness = alike(a, b)
        return likeness >= SURELY_ALIKE or (likeness >= ALIKE and shared(a, b) > 0)


def _counted(document: Document, number: Number, passage: Passage) -> tuple[str, int] | None:
    """(casualty state or noun's lemma, where the words end) of what a number counts, or None."""
    text = document.text
    written = text[number.start : number.end]
    if number.value <= 1 or (written.isdigit() and 1500 <= number.value < 2100):
        return None
    tolled = _TOLL.search(text[max(passage.start, number.start - 80) : number.start])
    if tolled:
        return _STATE_OF[(tolled["state"] or "dead").lower()], number.end
    at = number.end
    for word in split_words(text, number.end, min(passage.end, number.end + 80))[:_NOUN_REACH]:
        if text[at : word.start] != " " or not word.text.islower():
            break
        if at == number.end and word.folded in ("were", "was", "are", "have"):
            return _state_after(text, word.end, passage)
        if word.folded in _STATE_OF and (word.folded.endswith("ed") or word.folded in ("dead", "missing", "hurt")):
            return _STATE_OF[word.folded], word.end
        if not is_content(word.folded):
            break
        if _is_plural(word):
            return _noun(text, number, word, passage)
        at = word.end
    before = _state_before(text, number, passage)
    return (before, number.end) if before and at == number.end else None


def _state_after(text: str, at: int, passage: Passage) -> tuple[str, int] | None:
    """ "20 were injured": the state of people whom no noun counts."""
    for word in split_words(text, at, min(passage.end, at + 40))[:3]:
        if word.folded in _STATE_OF:
            return _STATE_OF[word.folded], word.end
        if word.folded not in _AUXILIARY:
            break
    return None


def _noun(text: str, number: Number, word: Word, passage: Passage) -> tuple[str, int] | None:
    noun = lemma(word.folded)
    if noun in _UNITS or word.folded in _UNITS:
        return None
    general = noun in _PEOPLE
    state = _state(text, number, word, passage) if general or is_person_noun(noun) else None
    if state is None:
        return noun, word.end
    # 12 people killed is a toll; 12 children killed is a part of one
    return (state[0] if general else f"{noun} {state[0]}"), state[1]


def _is_plural(word: Word) -> bool:
    if word.folded in _IRREGULAR or word.folded.endswith("men"):
        return True
    ends = word.folded.endswith("s") and not word.folded.endswith(("ss", "us", "is"))
    return ends and lemma(word.folded) != word.folded


def _state(text: str, number: Number, noun: Word, passage: Passage) -> tuple[str, int] | None:
    """The state told right after a noun ("12 people were killed") or before its number ("killed 12 people")."""
    if lost := _LOST.match(text, noun.end, passage.end):
        return "killed", lost.end()
    if _FREED.search(text, max(passage.start, number.bound_start - 10), number.bound_start) and (
        alive := _ALIVE.match(text, noun.end, passage.end)
    ):
        return "rescued", alive.end()
    for word in split_words(text, noun.end, min(passage.end, noun.end + 60))[:_STATE_REACH]:
        if word.folded in _STATE_OF:
            return _STATE_OF[word.folded], word.end
        if word.folded not in _AUXILIARY and not word.folded.endswith("ly"):
            break
    if noun.folded == "lives" and re.search(
        r"\bclaim(?:ed|s|ing)\s$", text[max(0, number.bound_start - 12) : number.bound_start]
    ):
        return "killed", noun.end
    before = _state_before(text, number, passage)
    return (before, noun.end) if before else None


def _state_before(text: str, number: Number, passage: Passage) -> str | None:
    """The state told by a verb right before a number: "killed 12 people", "injuring 430"."""
    words = split_words(text, max(passage.start, number.bound_start - 30), number.bound_start)
    if not words or not words[-1].folded.endswith(("ed", "ing")):
        return None
    return _STATE_OF.get(words[-1].folded) or _STATE_OF.get(lemma(words[-1].folded))


def _families(document: Document, passage: Passage) -> Iterator[Figure]:
    """ "mother-of-seven" counts children; so does "their seventh child", as far as it goes."""
    for pattern in (_PARENT, _NTH):
        for found in pattern.finditer(document.text, passage.start, passage.end):
            said: dict[str, Any] = found.groupdict()
            value = ORDINALS[said["nth"].lower()] if "nth" in said else value_of(said["number"])
            if value:
                noun = lemma(fold(said["noun"])) if "nth" in said else "child"
                bound = "least" if "nth" in said else ""
                yield Figure(found.start(), found.end(), float(value), bound, noun, found[0])
