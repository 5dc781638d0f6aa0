"""What stories of a sort tell as a matter of course, once each: the crowd at a match, a firm's revenue, the turnout.

Recognised are figures told in the words that news has for such a particular ("a crowd of", "the attendance was"), some
hundred sorts of them (comparing/data/particular_sorts.toml); so are days (of taking office, of a verdict) and names
(the judge, the runner-up). Two articles corroborate when they give one figure or day of a sort in sentences that may
tell one thing; a name in common is what everybody calls somebody. They conflict when they give two, however either is
worded: neither may give another of that sort and time, nor may their sentences name different people or firms, or tell
of different times. What is somebody's own (goals, a sentence) must be told of one. Of what another kind knows too it
says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import ClassVar

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import LONG, Claim, Comparison, Example, Stance, Verdict
from secondsource.comparing.figure_pairs import MAY_BE_ONE
from secondsource.comparing.figures import Figure
from secondsource.comparing.of_another import one_is_polled
from secondsource.comparing.particular_pairs import (
    PART,
    are_set_apart,
    are_two,
    may_be_one_owner,
    sort_of,
    times,
)
from secondsource.comparing.particular_sorts import BY_SIGN, ORDER, SIGNS, SORTS, Sort
from secondsource.comparing.particular_units import NTH, PLAIN, Unit, bars, told_precisely
from secondsource.comparing.quantities import Quantities
from secondsource.kinds.durations import Durations
from secondsource.kinds.money import Money
from secondsource.kinds.percentages import Percentages
from secondsource.reading import Document
from secondsource.reading.names import name_tokens
from secondsource.reading.passages import Passage

_UNITS: Mapping[str, Unit] = {"money": Money(), "percent": Percentages(), "duration": Durations(), **PLAIN}
_NUMBERED = frozenset({"money", "percent", "duration", "score"})  # units of which a passage without a number has none
_FROM = re.compile(r"\bfrom\s(?:(?!to\b)[a-z’'-]+\s){0,4}$")  # what a figure was before it changed
_WHOLE = re.compile(r"\w\s(?:out\s)?of\s(?:the|its|their|all)\s$")  # what it is a part of: "118 of the 349 seats"
# Probability that two long sentences tell one thing, below which whom they name in one office holds it in two things:
# two judges of two trials have .06 and .07, two of one trial .09.
LEAST_ONE_OF_NAMES = 0.08
REACH = 90  # code points before and behind a figure that are looked at


class Particulars(Quantities):
    """Figures that stories of their sort tell as a matter of course."""

    name = "particulars"
    signs = SIGNS
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
        sorts = [SORTS[name] for name in sorted(names, key=ORDER.__getitem__)]
        found = []
        for unit in dict.fromkeys(sort.unit for sort in sorts):
            if unit in _NUMBERED and not document.numbers_in(passage):
                continue
            of_unit = [sort for sort in sorts if sort.unit == unit]
            for figure in _UNITS[unit].figures(document, passage):
                fitting = ((sort, told) for sort in of_unit if (told := _told(sort, figure, document.text, passage)))
                if first := next(fitting, None):
                    of = "" if unit in PLAIN else f"{PART}{figure.unit}"
                    found.append(replace(figure, unit=f"{first[0].name}{of}", told=first[1]))
        yield from sorted(found, key=lambda figure: figure.start)

    def label(self, claims: Sequence[Claim]) -> str:
        """The name of the particular."""
        return label_wording.particular_label(sort_of(claims[0]).name)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield the figures of one particular: equal ones, and two that are each their article's only one."""
        pairs = [(a, b) for a, b in product(both.ours, both.theirs) if a.property == b.property and not are_two(a, b)]
        if not pairs:
            return
        sides = both.overlap.ours, both.overlap.theirs
        words = [frozenset(word for s in side for word in (*s.words, *s.names)) for side in sides]
        for a, b in pairs:
            same = self.agree(a, b)
            if same and sort_of(a).unit != "name" and both.one_thing(a, b) >= MAY_BE_ONE:
                yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.value, b.value))
            if same is not False or are_set_apart(a, b, *words):
                continue
            alone = self._alone(a, both.ours) and self._alone(b, both.theirs)
            if alone and not (self.bars(a, b) or one_is_polled(a, b, both) or _may_be_two_places(a, b, both)):
                yield a, b, self.differing(a, b)

    def agree(self, a: Claim, b: Claim) -> bool | None:
        """As figures of that unit do; but what is told as precisely is not rounded."""
        same = _UNITS[sort_of(a).unit].agree(a, b)
        about = "about" in (a.data["bound"], b.data["bound"]) and a.data["value"] != b.data["value"]
        return False if same and about and a.data["low"] is None and told_precisely(a, b) else same

    def bars(self, a: Claim, b: Claim) -> bool:
        """Whether two figures are surely of two things, or may be rounded."""
        return bars(a, b, sort_of(a).unit)

    def _alone(self, claim: Claim, claims: Iterable[Claim]) -> bool:
        """Whether an article gives no other figure of a particular than this, of one time and, if it is so, owner."""
        own = sort_of(claim).own
        beside = (c for c in claims if c.property == claim.property and times(c) == times(claim))
        return all(self.agree(claim, c) for c in beside if not own or may_be_one_owner(claim, c))


def _may_be_two_places(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether the other article names one of two that fill a place, too, or long sentences hardly tell one thing."""
    if sort_of(a).unit != "name":
        return False
    long = both.overlap.shortest(a.passage_start, b.passage_start) >= LONG
    if long and both.one_thing(a, b) < LEAST_ONE_OF_NAMES:
        return True
    ours, theirs = ({name for s in side for name in s.names} for side in (both.overlap.ours, both.overlap.theirs))
    return not theirs.isdisjoint(name_tokens(a.value)) or not ours.isdisjoint(name_tokens(b.value))


def _told(sort: Sort, figure: Figure, text: str, passage: Passage) -> tuple[int, int] | None:
    """Where the words that tell a figure of a sort start and end; None where it is none of that."""
    low, high = max(passage.start, figure.start - REACH), min(passage.end, figure.end + REACH)
    ways = (way for way in sort.told if figure.unit == NTH or not way.nth)
    told = next(filter(None, (way.tells(text, low, figure.start, figure.end, high) for way in ways)), None)
    if told and (_FROM.search(text, low, figure.start) or _WHOLE.search(text, low, figure.start)):
        return None
    return told
