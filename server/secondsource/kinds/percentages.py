"""Shares and changes in per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.kinds.claim import Example, Stance
from secondsource.kinds.quantities import Figure, Quantities, followed_by
from secondsource.reading import Document
from secondsource.reading.passages import Passage

_PERCENT = re.compile(r"\s?%|[\s-](?P<points>percentage[\s-]points?)\b|[\s-]per\s?cent\b", re.IGNORECASE)


class Percentages(Quantities):
    """Per cent, and percentage points, which are not the same."""

    name = "percentages"
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
        Example("Turnout was 61 percent.", "Turnout was 67 percent.", Stance.CONFLICTS),
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
            yield Figure.of(document, number, unit.end(), number.value, name)
