"""What money, percentages, measures and durations have in common: a figure, its unit, and what it is of.

Two figures are compared when their units are the same and the words around them speak of one thing. They
corroborate when they can be one number (rounding, "over", "about"). They conflict only when the nearest word is
the same, more is shared around it, both stand for a whole, and no other figure of either article agrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from secondsource.kinds import wording
from secondsource.kinds.claim import Claim, Comparison, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.context import REACH, TELLING, around, is_whole, narrowed_by, near
from secondsource.reading.numbers import Number, agree, significant
from secondsource.reading.passages import Passage
from secondsource.reading.people import may_be_one
from secondsource.reading.times import WEEKDAYS
from secondsource.reading.words import opposed, rarity, related

LIKE = 1.5  # figures further apart than this factor are of different things more often than in conflict
_WEEKDAYS = frozenset(WEEKDAYS)
MOST_COMMON_DIGITS = 3  # two figures of fewer digits differ in one of them more often than not
PRECISE = 3  # significant digits with which a figure is hardly met twice by chance
ALIKE_OF_ONE = 0.2  # the same where both tell of one person
ALIKE = 0.3  # share of telling words in common, below which sentences that disagree are of two things
CLOSE = 2  # words among which a conflict must share one
LONGEST = 60  # code points a span may take to hold both the figure and what it is of


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as a kind read it, `text[start:end]`; `said` is how a reader is shown it."""

    start: int
    end: int
    value: float
    bound: str
    unit: str
    said: str

    @classmethod
    def of(cls, document: Document, number: Number, end: int, value: float, unit: str) -> Figure:
        """The figure that a number and the unit behind it make, up to text[end]."""
        start = number.bound_start
        return cls(start, end, value, number.bound, unit, document.text[start:end])


def followed_by(document: Document, passage: Passage, unit: re.Pattern[str]) -> Iterator[tuple[Number, re.Match[str]]]:
    """Yield the numbers of a passage with the unit that stands right behind each."""
    for number in document.numbers_in(passage):
        found = unit.match(document.text, number.end, passage.end)
        if found:
            yield number, found


class Quantities(Kind):
    """A kind of claim that is a figure with a unit. A subclass says how its figures are read."""

    def figures(self, document: Document, passage: Passage) -> Iterator[Figure]:
        """Yield the kind's figures in a passage, in order."""
        raise NotImplementedError

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield a claim for every figure; its span takes in the nearest word that says what it is of."""
        for number, passage in document.statements:
            words = document.words_in(passage)
            for figure in self.figures(document, passage):
                told = near(document.text, passage, figure.start, figure.end, words)
                wide = told.end - told.start > LONGEST
                start, end = (figure.start, figure.end) if wide else (told.start, told.end)
                data = {
                    "value": figure.value, "bound": figure.bound,
                    "near": told.lemmas, "names": told.names, "around": around(words, figure.start, figure.end),
                    "narrowed": narrowed_by(document.text, passage, figure.start, figure.end, words),
                    "whole": is_whole(document.text, passage, figure.start, figure.end),
                    "who": document.people.subject(number, figure.start),
                    "day": document.published.isoformat() if document.published else None,
                }  # fmt: skip
                subject = told.lemmas[0] if told.lemmas else ""
                yield Claim.at(
                    document, start, end, kind=self.name, subject=subject,
                    property=figure.unit, value=figure.said, data=data,
                )  # fmt: skip

    def label(self, claims: Sequence[Claim]) -> str:
        """What the figure is of."""
        return wording.quantity_label(next((claim.subject for claim in claims if claim.subject), ""), claims[0].value)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield figures of one thing; one that some figure of the other article agrees with is in no conflict."""
        pairs = [
            (a, b, self.agree(a, b))
            for a, b in product(both.ours, both.theirs)
            if self.same_unit(a, b) and (may_be_one(a.data["who"], b.data["who"]) or shared(a, b) > 1)
        ]
        agreed = [(a, b) for a, b, same in pairs if same and self.telling(a, b)]
        settled = {id(claim) for pair in agreed for claim in pair}
        for a, b in agreed:
            yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.value, b.value))
        for a, b, same in pairs:
            if same is False and not settled & {id(a), id(b)} and self.surely_one(a, b):
                yield a, b, self.differing(a, b)

    def agree(self, a: Claim, b: Claim) -> bool | None:
        """Whether two figures can be one number; None where that cannot be told."""
        return agree(a.data["value"], a.data["bound"], b.data["value"], b.data["bound"])

    def same_unit(self, a: Claim, b: Claim) -> bool:
        """Whether two figures can be compared at all."""
        return a.property == b.property

    def telling(self, a: Claim, b: Claim) -> bool:
        """Whether two figures that agree are likely of one thing."""
        exact = a.data["value"] == b.data["value"] and significant(a.data["value"]) >= PRECISE
        return (exact or shared(a, b) > 0) and not contrary(a, b)

    def surely_one(self, a: Claim, b: Claim) -> bool:
        """Whether two figures that disagree are of one thing beyond doubt."""
        closest = any(related(x, y) for x, y in product(a.data["near"][:CLOSE], b.data["near"][:CLOSE]))
        if _slip(a, b) and (shared(a, b) > 1 or closest):
            return True
        low, high = sorted((abs(a.data["value"]), abs(b.data["value"])))
        if high > LIKE * low or not of_one_whole(a, b) or not nested_names(a, b):
            return False
        if a.data["near"] and set(a.data["near"]) == set(b.data["near"]):
            return True  # "Bail was set at …", "Turnout was …"
        needed = ALIKE_OF_ONE if a.data["who"] and b.data["who"] else ALIKE
        return bool(closest and not _each_has_its_own(a, b) and shared(a, b) > 1 and alike(a, b) >= needed)

    def differing(self, a: Claim, b: Claim) -> Verdict:
        """What to say of two figures of one thing that disagree."""
        return Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value))


def of_one_whole(a: Claim, b: Claim) -> bool:
    """Whether two figures stand for all there is, narrowed by the same and not told of two days of the week."""
    days_a, days_b = (_WEEKDAYS & {*claim.data["around"], *claim.data["names"]} for claim in (a, b))
    one_day = not days_a or not days_b or days_a == days_b
    return bool(one_day and a.data["whole"] and b.data["whole"] and a.data["narrowed"] == b.data["narrowed"])


def nested_names(a: Claim, b: Claim) -> bool:
    """Whether one of two figures names nobody and nothing that the other does not."""
    names_a, names_b = set(a.data["names"]), set(b.data["names"])
    return names_a <= names_b or names_b <= names_a


def _each_has_its_own(a: Claim, b: Claim) -> bool:
    """Whether both figures have a word right beside them that the other lacks: led the bank, worked at the bank."""
    ours, theirs = set(a.data["near"][:CLOSE]), set(b.data["near"][:CLOSE])
    ours, theirs = ours - theirs, theirs - ours
    return bool(ours and theirs) and not any(related(x, y) for x, y in product(ours, theirs))


def alike(a: Claim, b: Claim) -> float:
    """The share of telling words that two figures' sentences have in common, 0 to 1."""
    ours, theirs = set(a.data["around"]), set(b.data["around"])
    return len(ours & theirs) / (len(ours | theirs) or 1)


def contrary(a: Claim, b: Claim) -> bool:
    """Whether what is nearest to two figures is opposed: shops opened, shops closed."""
    return any(opposed(x, y) for x, y in product(a.data["near"][:REACH], b.data["near"][:REACH]))


def _slip(a: Claim, b: Claim) -> bool:
    """Whether two figures differ by a slip: one digit of many (5,587.75, 5,687.75), or two changed about (180, 108)."""
    ours, theirs = ("".join(filter(str.isdigit, claim.value)) for claim in (a, b))
    if len(ours) != len(theirs) or len(ours) < MOST_COMMON_DIGITS:
        return False
    wrong = [at for at, (x, y) in enumerate(zip(ours, theirs, strict=True)) if x != y]
    if len(wrong) == 1:
        return min(significant(a.data["value"]), significant(b.data["value"])) > PRECISE
    i, j = wrong if len(wrong) == 2 else (0, 0)
    return i != j and ours[i] == theirs[j] and ours[j] == theirs[i]


def shared(a: Claim, b: Claim) -> int:
    """How many telling words and names two figures have near them in common."""
    words = sum(
        any(related(x, y) and min(rarity(x), rarity(y)) >= TELLING for y in b.data["near"][: 2 * REACH])
        for x in a.data["near"][: 2 * REACH]
    )
    return words + len(set(a.data["names"]) & set(b.data["names"]))
