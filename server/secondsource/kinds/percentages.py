"""Shares and changes in per cent; shares in words ("a third of the wells"), which agree with what they may stand for.

A share in words is rough: it is in conflict with nothing. What is done so far ("40 percent contained") grows from day
to day. What two polls found, or a poll and whatever is none, is compared with nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from secondsource.comparing import growth
from secondsource.comparing.claim import Claim, Example, Stance
from secondsource.comparing.figure_pairs import LIKELY_ONE
from secondsource.comparing.figures import Figure, followed_by
from secondsource.comparing.one_thing import weekdays
from secondsource.comparing.quantities import Quantities
from secondsource.comparing.told_twice import VERY_LIKELY_ONE
from secondsource.reading import Document
from secondsource.reading.cues import Cued
from secondsource.reading.numbers import NUMERALS, bound_before, minus_before
from secondsource.reading.passages import Passage

_PERCENT = re.compile(r"\s?%|[\s-](?P<points>percentage[\s-]points?)\b|[\s-]per\s?cent\b|\s?pct?\b", re.IGNORECASE)

_SHARES = {
    "a third": 100 / 3, "one third": 100 / 3, "one-third": 100 / 3, "two thirds": 200 / 3, "two-thirds": 200 / 3,
    "a quarter": 25.0, "one quarter": 25.0, "one-quarter": 25.0, "three quarters": 75.0, "three-quarters": 75.0,
    "half": 50.0, "a fifth": 20.0, "one fifth": 20.0, "one-fifth": 20.0,
}  # fmt: skip
_POLL = re.compile(
    r"\b(?:poll|polled|polling|pollsters?|surveys?|surveyed|respondents?|questionnaires?"
    r"|(?:readers|viewers|people)\s(?:were\s)?(?:answered|asked|questioned))\b",
    re.IGNORECASE,
)
_POLLSTER = re.compile(  # "a survey by the Opinor institute", "the Opinor poll"
    r"\b(?:poll|survey)\s(?:by|from|for)\s(?:the\s)?([A-Z]\w{1,20})|\b([A-Z]\w{1,20})(?:['’]s)?\s(?:poll|survey)\b"
)
_FRACTION = Cued(
    "third thirds quarter quarters half fifth",
    rf"""(?<!first\s)(?<!second\s)(?<!other\s)(?<!last\s)(?<!latter\s)(?<!opening\s)
    \b(?P<share>{"|".join(sorted(_SHARES, key=len, reverse=True)).replace(" ", chr(92) + "s")})\sof\s(?=[a-z])
    (?!an?\b|this\b|last\b|the\s(?:year|season|decade|century|month|match|game)\b)""",
    re.IGNORECASE | re.VERBOSE,
)


_WIDE = re.compile(
    r"""\b(?i:nation(?:wide|ally)|country-?wide|state-?wide|world-?wide|globally)\b
      |\b(?:[Aa]cross|[Tt]hroughout)\s(?:the\s(?:country|nation|world|state|province|region)|(?P<place>[A-Z]\w{2,20}))\b""",
    re.VERBOSE,
)


class Percentages(Quantities):
    """Per cent, and percentage points, which are not the same."""

    name = "percentages"
    signs = NUMERALS | _FRACTION.signs
    least_one = LIKELY_ONE
    least_one_of_long = VERY_LIKELY_ONE
    examples = (
        Example(
            "Unemployment fell to 4.8 per cent in March.",
            "In March unemployment was down to 4.8%.",
            Stance.CORROBORATES,
        ),
        Example(
            "Almost 40 percent of the reef is bleached.",
            "Some 39 percent of the reef is bleached.",
            Stance.CORROBORATES,
        ),
        Example("A third of the vineyard burned.", "Some 33 percent of the vineyard burned.", Stance.CORROBORATES),
        Example("Turnout was 61 percent.", "Turnout was 67 percent.", Stance.CONFLICTS),
        Example(
            "The blaze is 40 percent contained.",
            "The blaze is 50 percent contained.",
            Stance.UPDATES,
            date(2031, 3, 4),
            date(2031, 3, 5),
        ),
        Example(
            "Rents rose 3 percent in the city.",
            "Rents rose 3 percentage points in the city.",
            Stance.NOT_COMPARABLE,
        ),
        Example("Sales of bread rose 9 percent.", "Sales of cars fell 12 percent.", Stance.NOT_COMPARABLE),
        Example(
            "In the north, 9 percent of wells are dry.",
            "Across the country, 4 percent of wells are dry.",
            Stance.NOT_COMPARABLE,
        ),
    )
    shares = True

    def figures(self, document: Document, passage: Passage) -> Iterator[Figure]:
        """Yield the percentages of a passage."""
        for number, unit in followed_by(document, passage, _PERCENT):
            name = "percentage points" if unit["points"] else "per cent"
            figure = Figure.of(document, number, unit.end(), number.value, name)
            start = minus_before(document.text, passage.start, figure.start)
            said = document.text[start : figure.end]
            yield figure if start == figure.start else replace(figure, start=start, value=-figure.value, said=said)
        for found in _FRACTION.finditer(document, passage):
            share = _SHARES[found["share"].lower()]
            bound, bound_start = bound_before(document.text, passage.start, found.start())
            yield Figure(bound_start, found.end("share"), share, bound or "about", "per cent", found["share"])

    def comparable(self, a: Claim, b: Claim) -> bool:
        """As all figures; what is done so far, only on days that both or neither of them names."""
        done = growth.is_progress(a) or growth.is_progress(b)
        return super().comparable(a, b) and not (done and weekdays(a) != weekdays(b))

    def telling(self, a: Claim, b: Claim) -> bool:
        """As all figures; of two that are equal only when rounded, both sentences name whose they are, or neither."""
        ours, theirs = set(a.data["names"]), set(b.data["names"])
        one = a.data["value"] == b.data["value"] or bool(ours & theirs) or not (ours or theirs)
        return one and super().telling(a, b)

    def bars(self, a: Claim, b: Claim) -> bool:
        """As all figures; what is done so far, on other days; what two polls found; and shares of two scopes."""
        done = growth.is_progress(a) or growth.is_progress(b)
        other_day = done and weekdays(a) != weekdays(b)
        return super().bars(a, b) or other_day or _are_two_polls(a, b) or _are_of_two_scopes(a, b)

    def agree(self, a: Claim, b: Claim) -> bool | None:
        """As numbers do; a share in words agrees, or nothing can be told."""
        same = super().agree(a, b)
        return same or (None if any(claim.value.lower() in _SHARES for claim in (a, b)) else same)


def _are_two_polls(a: Claim, b: Claim) -> bool:
    """Whether one of two shares is a poll's, and the other is none's, or that of another pollster."""
    polls = [bool(_POLL.search(claim.passage)) for claim in (a, b)]
    ours, theirs = ({"".join(names) for names in _POLLSTER.findall(claim.passage)} for claim in (a, b))
    return any(polls) and (not all(polls) or ours != theirs)


def _are_of_two_scopes(a: Claim, b: Claim) -> bool:
    """Whether one of two shares alone is a whole country's, and the other's sentence does not name that country."""
    wide = [_WIDE.search(claim.passage) for claim in (a, b)]
    alone = wide[0] or wide[1]
    if not alone or all(wide):
        return False
    other = (b if wide[0] else a).passage
    return not alone["place"] or alone["place"] not in other
