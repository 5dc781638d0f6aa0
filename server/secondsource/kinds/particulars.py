"""What stories of a sort tell as a matter of course, once each: the crowd at a match, a firm's revenue, the turnout.

Recognised are figures told in the words that news has for such a particular ("a crowd of", "the attendance was"), some
hundred sorts of them (comparing/data/particular_sorts.toml). Two articles corroborate when they give one figure of a sort,
and conflict when they give two, however either is worded: neither may give another figure of that sort and time, nor
may their sentences name different people or firms, or tell of different times. What is somebody's own (goals, a
sentence) must be told of one. Of what another kind knows too it says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import ClassVar

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Stance, Verdict
from secondsource.comparing.dated_act import clause
from secondsource.comparing.figure_pairs import are_of_two, may_be_rounded
from secondsource.comparing.particular_sorts import BY_SIGN, SIGNS, SORTS, Sort
from secondsource.comparing.quantities import Figure, Quantities
from secondsource.kinds.durations import Durations
from secondsource.kinds.money import Money
from secondsource.kinds.percentages import Percentages
from secondsource.reading import Document
from secondsource.reading.numbers import ORDINALS, significant
from secondsource.reading.passages import Passage
from secondsource.reading.people import may_be_one, surely_one
from secondsource.reading.words import split_words

_UNITS: Mapping[str, Quantities] = {"money": Money(), "percent": Percentages(), "duration": Durations()}
_TALLIES = {"once": 1.0, "twice": 2.0, "thrice": 3.0, "brace": 2.0, "hat-trick": 3.0, "hat trick": 3.0}
_NTH = re.compile(
    rf"\b(?:(?P<nth>{'|'.join(list(ORDINALS)[1:])})|(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<tally>{'|'.join(_TALLIES)}))\b",
    re.IGNORECASE,
)
_SCORE = re.compile(r"(?<![\w.,:/–-])(?P<a>\d{1,3})[-–](?P<b>\d{1,3})(?![\w/–-]|[.:]\d)")
_SIGNED = tuple("$€£¥")
_OF_A_UNIT = re.compile(
    r"""\s?(?:%|per\s?cent\b|percent\b|[ap]\.?m\b|(?:euro|pound|dollar|cent|minute|hour|day|week|month|year)s?\b)|[.:]\d""",
    re.IGNORECASE,
)
_APART = (
    frozenset(  # in one of two clauses alone: that figure is of another firm or match, or of one of many, or not so
        """rival rivals competitor competitors sector industry average previous previously former next combined each
    every alone another additional extra initial initially originally could may might would if""".split()
    )
)
NTH = "nth"  # the unit of an ordinal
_PLAIN = frozenset({"count", "score"})  # whose figures have no unit of their own
PART = ": "  # between a sort's name and the unit of its figure
REACH = 90  # code points before and behind a figure that are looked at


class Particulars(Quantities):
    """Figures that stories of their sort tell as a matter of course."""

    name = "particulars"
    examples: ClassVar[tuple[Example, ...]] = (
        Example("A crowd of 4,120 saw Corvane win.", "The attendance was 4,210.", Stance.CONFLICTS),
        Example("Orrin Mills had turnover of 41 million euros.", "Revenue rose 6 per cent to 44 million euros.",
                Stance.CONFLICTS),
        Example("Turnout was 61 per cent.", "Some 61 per cent of voters cast a ballot.", Stance.CORROBORATES),
        Example("Turnout was 61 per cent.", "In 2019 turnout was 67 per cent.", Stance.NOT_COMPARABLE),
        Example("Orrin Mills had turnover of 40 million euros.", "Harn Steel had revenue of 44 million euros.",
                Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def figures(self, document: Document, passage: Passage) -> Iterator[Figure]:
        """Yield the figures of a passage that tell particulars, each in the unit of its sort, in order."""
        signs = SIGNS.intersection(document.signs.get(passage.start, ()))
        names = {name for sign in signs for name in BY_SIGN[sign]}
        sorts = [sort for name, sort in SORTS.items() if name in names] if names else []
        found = []
        for unit in dict.fromkeys(sort.unit for sort in sorts):
            of_unit = [sort for sort in sorts if sort.unit == unit]
            for figure in _read(document, passage, unit):
                fitting = ((sort, told) for sort in of_unit if (told := _told(sort, figure, document.text, passage)))
                if first := next(fitting, None):
                    of = "" if unit in _PLAIN else f"{PART}{figure.unit}"
                    found.append(replace(figure, unit=f"{first[0].name}{of}", told=first[1]))
        yield from sorted(found, key=lambda figure: figure.start)

    def label(self, claims: Sequence[Claim]) -> str:
        """The name of the particular."""
        return label_wording.particular_label(_sort(claims[0]).name)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield the figures of one particular: equal ones, and two that are each their article's only one."""
        for a, b in product(both.ours, both.theirs):
            if a.property != b.property or _of_two(a, b):
                continue
            same = self.agree(a, b)
            if same:
                yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.value, b.value))
            elif same is False and not self.bars(a, b) and self._alone(a, both.ours) and self._alone(b, both.theirs):
                yield a, b, self.differing(a, b)

    def agree(self, a: Claim, b: Claim) -> bool | None:
        """As figures of that unit do; but "some 78" and 81 are two: who rounds gives fewer digits."""
        unit = _sort(a).unit
        if unit == "score":
            return bool(a.data["value"] == b.data["value"])
        same = _UNITS[unit].agree(a, b) if unit in _UNITS else super().agree(a, b)
        about = "about" in (a.data["bound"], b.data["bound"]) and a.data["value"] != b.data["value"]
        return False if same and about and _digits(a) == _digits(b) > 1 else same

    def bars(self, a: Claim, b: Claim) -> bool:
        """What is surely of two, or may be rounded; whether a figure is a part or a change is told by its sort."""
        return _sort(a).unit != "score" and (are_of_two(a, b) or may_be_rounded(a, b))

    def _alone(self, claim: Claim, claims: Iterable[Claim]) -> bool:
        """Whether an article gives no other figure of a particular than this, of one time and, if it is so, owner."""
        beside = (c for c in claims if c.property == claim.property and _times(c) == _times(claim))
        own = _sort(claim).own
        return all(self.agree(claim, c) for c in beside if not own or _may_be_one_owner(claim, c))


def _digits(claim: Claim) -> int:
    """How many digits a figure is told with; 5 at their end ("about 250") is half of one."""
    value = claim.data["value"]
    digits = significant(value)
    return digits - (f"{value:.10g}".replace(".", "").rstrip("0").endswith("5") and bool(claim.data["bound"]))


def _sort(claim: Claim) -> Sort:
    return SORTS[claim.property.split(PART)[0]]


def _of_two(a: Claim, b: Claim) -> bool:
    """Whether two figures of a sort may be of two matches, firms or votes, or one of them is not told as so."""
    sort, ours, theirs = _sort(a), _told_with(a), _told_with(b)
    if (ours ^ theirs) & (sort.apart | _APART):
        return True
    if _times(a) != _times(b):
        return True
    return not _are_of_one_owner(a, b) if sort.own else bool(_names(a) and _names(b) and not _names(a) & _names(b))


def _are_of_one_owner(a: Claim, b: Claim) -> bool:
    """Whether the names nearest to two figures are one; where a clause has none, whether both are told of one."""
    ours, theirs = a.data["names"], b.data["names"]
    if ours and theirs:
        return bool(ours[0] == theirs[0]) and may_be_one(a.data["who"], b.data["who"])
    return surely_one(a.data["who"], b.data["who"])


def _may_be_one_owner(a: Claim, b: Claim) -> bool:
    return may_be_one(a.data["who"], b.data["who"]) and (not (_names(a) and _names(b)) or bool(_names(a) & _names(b)))


def _names(claim: Claim) -> set[str]:
    return set(claim.data["names"])


def _times(claim: Claim) -> set[str]:
    """The other times that a figure's sentence names: years alone for a change since one, and for half of a match."""
    sort = _sort(claim)
    return {time for time in claim.data["times"] if time.isdigit() or not (sort.moves or sort.unit == "score")}


def _told_with(claim: Claim) -> set[str]:
    """The words of a figure's clause."""
    return {word.folded for side in clause(claim) for word in split_words(side)}


def _told(sort: Sort, figure: Figure, text: str, passage: Passage) -> tuple[int, int] | None:
    """Where the words that tell a figure of a sort start and end; None where it is none of that."""
    low, high = max(passage.start, figure.start - REACH), min(passage.end, figure.end + REACH)
    ways = (way for way in sort.told if figure.unit == NTH or not way.nth)
    return next(filter(None, (way.tells(text, low, figure.start, figure.end, high) for way in ways)), None)


def _read(document: Document, passage: Passage, unit: str) -> Iterator[Figure]:
    """The figures of a unit in a passage."""
    if unit in _UNITS:
        yield from _UNITS[unit].figures(document, passage)
        return
    text = document.text
    if unit == "score":
        for found in _SCORE.finditer(text, passage.start, passage.end):
            low, high = sorted(map(int, found.groups()))
            yield Figure(found.start(), found.end(), high * 1000.0 + low, "", "", found[0])
        return
    for number in document.numbers_in(passage):
        if not (_OF_A_UNIT.match(text, number.end, passage.end) or text[number.start - 1 : number.start] in _SIGNED):
            yield Figure.of(document, number, number.end, number.value, "")
    for found in _NTH.finditer(text, passage.start, passage.end):
        value = float(found["digits"] or ORDINALS.get(found[0].lower()) or _TALLIES[found[0].lower()])
        yield Figure(found.start(), found.end(), value, "", "" if found["tally"] else NTH, found[0])
