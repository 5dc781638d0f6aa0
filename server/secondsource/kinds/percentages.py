"""Shares and changes in per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.kinds.quantities import Figure, Quantities, followed_by
from secondsource.reading import Document
from secondsource.reading.passages import Passage

_PERCENT = re.compile(r"\s?%|[\s-](?P<points>percentage[\s-]points?)\b|[\s-]per\s?cent\b", re.IGNORECASE)


class Percentages(Quantities):
    """Per cent, and percentage points, which are not the same."""

    name = "percentages"
    shares = True

    def figures(self, document: Document, passage: Passage) -> Iterator[Figure]:
        """Yield the percentages of a passage."""
        for number, unit in followed_by(document, passage, _PERCENT):
            name = "percentage points" if unit["points"] else "per cent"
            yield Figure.of(document, number, unit.end(), number.value, name)
