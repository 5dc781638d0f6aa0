"""Counts of people and things, with casualties: "seven children", "at least 12 people were killed".

Equal counts of one kind of thing corroborate. Different ones conflict only when both stand for a whole and more around
them is the same; a toll in articles of different (or unknown) days is an update, unless it differs by no more than
"more than 60" may leave open; about as many of an earlier occasion are not the same. A range ("40 to 50 people") agrees
with what lies in it. The nth of something that comes about ("a fourth minister has resigned") counts n so far. Two
parts are compared only as parts of one stated whole: "41 of the 63", "31 of the 63".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import product

from secondsource.comparing import growth, label_wording
from secondsource.comparing.claim import Claim, Comparison, Example, Stance
from secondsource.comparing.figure_bars import LIKE, is_round
from secondsource.comparing.figure_pairs import LIKELY_ONE, MAY_BE_ONE, SURE_UNIT, Compared, Doubtful
from secondsource.comparing.figures import Figure
from secondsource.comparing.one_number import significant
from secondsource.comparing.one_thing import (
    PRECISE,
    SMALL,
    alike,
    contrary,
    nested_names,
    of_one_toll,
    of_one_whole,
    of_two_occasions,
    shared,
    two_things,
    weekdays,
)
from secondsource.comparing.other_nouns import may_count_one, of_a_kind
from secondsource.comparing.quantities import ALIKE, Quantities
from secondsource.comparing.tallies import of_two_scopes
from secondsource.reading import Document
from secondsource.reading.counted import BARE, SIGNS, find_counted
from secondsource.reading.passages import Passage
from secondsource.reading.people import may_be_one
from secondsource.reading.tolls import STATES
from secondsource.reading.words import is_person_noun, same_kind

# On the open stories (tests/eval/sensitivity.py) no figure moves with MOST_GROWTH from 5 to 20, nor with SURELY_ALIKE
# from .5 to .7.
MOST_GROWTH = 10.0  # a toll grows tenfold in the first days at most; further apart, they are two events' or places'
ROUNDED = 0.15  # "more than 60" may be said of 63; a toll that is higher by more than so much of itself has grown
FEW = 2  # "two men", "both drivers": a figure as small conflicts with nothing
LIKELY_UNIT = 0.4  # of nouns that can count one thing, in sentences that tell of one
_CASES = frozenset({"case", "ill"})
# Whoever is counted as such among the dead is some of them: "20 children", of 26.
_SOME = frozenset(
    """child girl boy baby teenager woman man policeman officer soldier firefighter guard tourist foreigner student
    pupil nurse journalist""".split()
)
_ON_TOP = frozenset(
    {"injured", "missing", "hospitalised"}
)  # told behind the dead: "another 60 were hurt" are all who were
_ANOTHER = re.compile(r"\b(?:another|a\sfurther|an\sadditional)\s(?:at\sleast\s|about\s|some\s)?$", re.IGNORECASE)
_PEOPLE = re.compile(r"\b[A-Z][a-z]{3,15}s\b(?!\s[a-z-]+s\b)")
_MORE = re.compile(r"\smore\b(?!\sthan)", re.IGNORECASE)  # "four more were rescued", and not "71 more were hurt"
BEFORE = 32  # code points before a figure in which "another" stands
SURELY_ALIKE = 0.6  # share of telling words in common that needs no word right beside the figures


class Counts(Quantities):
    """How many people or things."""

    name = "counts"
    signs = SIGNS
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
        """Yield every counted noun; casualties by their state, whatever noun counts them, and by the figure alone."""
        for found in find_counted(document, passage):
            said = found.figure if found.unit in STATES else document.text[found.start : found.end]
            before = document.text[max(passage.start, found.start - BEFORE) : found.start]
            on_top = found.unit in _ON_TOP and bool(_ANOTHER.search(before))
            part = found.unit in STATES.keys() - _ON_TOP and bool(_MORE.search(document.text, found.start, found.end))
            yield Figure(
                found.start, found.end, found.value, found.bound, found.unit, said, found.low, on_top, part=part
            )

    def label(self, claims: Sequence[Claim]) -> str:
        """What is counted; the words themselves where no noun says it."""
        units = {claim.property for claim in claims} - {BARE}
        if not units:
            return min((claim.exact for claim in claims), key=lambda words: (len(words), words))
        unit = min(units, key=lambda unit: (len(unit), unit))
        return label_wording.count_label(unit, (claim.exact for claim in claims))

    def unit(self, a: Claim, b: Claim) -> float:
        """One state of casualties, or nouns that name the same kind of thing."""
        if a.property == b.property != BARE:
            return 1.0
        if BARE in (a.property, b.property):
            return 0.0 if growth.is_toll(a) or growth.is_toll(b) else LIKELY_UNIT
        if {a.property, b.property} == _CASES:
            return LIKELY_UNIT
        nouns = [claim.property.split()[0] for claim in (a, b)]
        if nouns[0] == nouns[1]:
            return LIKELY_UNIT  # "five nurses", "six nurses died"
        if growth.is_toll(a) or growth.is_toll(b):
            states = [claim.property.split()[-1] for claim in (a, b)]
            low, high = sorted((a, b), key=lambda claim: float(claim.data["value"]))
            if high.data["value"] > LIKE * low.data["value"] and _of_a_people(low) and not _of_a_people(high):
                return 0.0  # "12 Britons were hurt" are some of 29
            # "12 dead" may be "12 nurses died", but not where soldiers did
            alike = not set(nouns).isdisjoint(states) or same_kind(*nouns) or of_a_kind(*nouns)
            return LIKELY_UNIT if states[0] == states[1] and alike else 0.0
        people = [claim.property == "person" or is_person_noun(claim.property) for claim in (a, b)]
        if same_kind(a.property, b.property):
            return SURE_UNIT
        if all(people) and "person" in (a.property, b.property) and significant(a.data["value"]) >= PRECISE:
            return SURE_UNIT
        return LIKELY_UNIT if of_a_kind(a.property, b.property) else 0.0

    def compare(self, both: Comparison) -> list[Compared]:
        """As all figures; and those that differ, of nouns that may count one thing in sentences that tell one."""
        found = super().compare(both)
        known = {(id(a), id(b)) for a, b, *_ in found}
        others = ((a, b) for a, b in product(both.ours, both.theirs) if (id(a), id(b)) not in known)
        differ = ((a, b) for a, b in others if self.agree(a, b) is False and may_count_one(a, b, both))
        return [*found, *((a, b, LIKELY_UNIT, False) for a, b in differ)]

    def telling(self, a: Claim, b: Claim) -> bool:
        """Equal counts of one noun tell by themselves unless they are small; so do tolls that agree."""
        if contrary(a, b) or _of_an_earlier_one(a, b):
            return False
        if a.data["value"] == b.data["value"] and (a.data["value"] > SMALL or a.property in STATES):
            return True
        if a.property == b.property in STATES and min(a.data["value"], b.data["value"]) > SMALL:
            return True
        return shared(a, b) > 0 and alike(a, b) > 0

    def agree(self, a: Claim, b: Claim) -> bool | None:
        """As numbers do; but two tolls of which each is the least and one is far higher are not one, nor is a toll that
        has clearly changed with time, whatever "at least" allows, or from one exact least to another.
        """
        same = super().agree(a, b)
        if same is False:
            return False
        low, high = (a, b) if a.data["value"] <= b.data["value"] else (b, a)
        apart = high.data["value"] - low.data["value"] > ROUNDED * high.data["value"]
        allowed = low.data["bound"] == "least" and apart
        lowest = growth.is_toll(a) and growth.is_toll(b) and high.data["bound"] == "least"
        exact = same is None and lowest and not is_round(low)  # "at least 13" on one day, "at least 15" on the next
        changed = (allowed or exact) and (growth.may_have_changed(a, b) or growth.has_grown(a, b))
        return False if changed or (allowed and lowest) else same

    def doubtful(self, both: Comparison, compared: Sequence[Compared], settled: Collection[int]) -> Iterator[Doubtful]:
        """As all figures; but in sentences that hardly tell one thing, only tolls, slips, and what has more in common.

        That is one noun, and a word near both. Of others 2 of 7 were right on real events, though 9 of 9 on made-up
        ones. Of round figures digits are changed about by chance: 3,400, 4,300.
        """
        for a, b, told in super().doubtful(both, compared, settled):
            one_thing = both.one_thing(a, b)
            named = not {*a.data["names"]}.isdisjoint(b.data["names"])
            common = told["near"] and told["unit"] >= SURE_UNIT and (named or one_thing >= MAY_BE_ONE)
            slipped = told["slip"] and max(significant(claim.data["value"]) for claim in (a, b)) >= PRECISE
            some = a.property != b.property and any(c.property.partition(" ")[0] in _SOME for c in (a, b))
            toll = told["toll"] and not some
            few = not told["toll"] and min(a.data["value"], b.data["value"]) <= FEW
            if not few and (toll or slipped or common or one_thing >= LIKELY_ONE):
                yield a, b, told

    def bars(self, a: Claim, b: Claim) -> bool:
        """As all figures; people who came on two days of the week; and tallies of two scopes."""
        if super().bars(a, b):
            return True
        ours, theirs = (weekdays(a), weekdays(b)) if a.property == b.property == "person" else (set[str](), set[str]())
        elsewhere = ours and theirs and ours.isdisjoint(theirs) and not growth.grows(a, b)
        return bool(elsewhere) or of_two_scopes(a, b)

    def comparable(self, a: Claim, b: Claim) -> bool:
        """As figures are; tolls by what they count and where, and nothing so small that everything is counted so."""
        if growth.is_toll(a) or growth.is_toll(b):
            return of_one_toll(a, b)
        few = min(a.data["value"], b.data["value"]) <= FEW
        return not few and not of_two_scopes(a, b) and super().comparable(a, b)

    def surely_one(self, a: Claim, b: Claim) -> bool:
        """A toll for the whole; or a large number of one noun, with more that is shared around it."""
        low, high = sorted((a.data["value"], b.data["value"]))
        if high > (MOST_GROWTH if growth.may_have_changed(a, b) else LIKE) * low:
            return False
        if growth.is_toll(a) and growth.is_toll(b):
            return True
        if two_things(a, b) or not of_one_whole(a, b):
            return False
        if not (may_be_one(a.data["who"], b.data["who"]) or shared(a, b) > 1):
            return False
        if a.property != b.property or not nested_names(a, b):
            return False
        if a.data["near"][:1] != b.data["near"][:1]:
            return False  # stolen paintings, and recovered ones, are two counts
        likeness = alike(a, b)
        return likeness >= SURELY_ALIKE or (likeness >= ALIKE and shared(a, b) > 0)


def _of_a_people(claim: Claim) -> bool:
    """Whether a figure counts people of one country or party, by a noun that is capital for that: "12 Britons"."""
    return bool(_PEOPLE.search(claim.value)) and is_person_noun(claim.property.split()[0])


def _of_an_earlier_one(a: Claim, b: Claim) -> bool:
    """Whether just one of two tolls that are not equal is of an earlier occasion: about 100 were hurt in December too.

    What is long past can be told only of an article whose day is known.
    """
    told = [(claim.data["value"], claim.data["bound"]) for claim in (a, b)]
    dated = a.data["day"] and b.data["day"] and told[0] != told[1]
    return bool(dated) and growth.is_toll(a) and growth.is_toll(b) and of_two_occasions(a, b)
