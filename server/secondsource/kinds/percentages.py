"""Shares and changes in per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.kinds.quantities import Figure, Quantities
from secondsource.reading import Document
from secondsource.reading.numbers import bound_before, words_value
from secondsource.reading.passages import Passage

_PERCENT = re.compile(
    r"(?<![\w.,])(?P<value>\d+(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)(?:\s?%|[\s-](?P<point>percentage[\s-]points?)|[\s-]per\s?cent\b|[\s-]percent\b)",
    re.IGNORECASE,
)


class Percentages(Quantities):
    """Per cent, and percentage points, which are not the same."""

    name = "percentages"

    def figures(self, document: Document, passage: Passage) -> Iterator[Figure]:
        """Yield the percentages of a passage."""
        for found in _PERCENT.finditer(document.text, passage.start, passage.end):
            written = found["value"]
            value = float(written) if written[0].isdigit() else words_value(written)
            if value:
                bound, start = bound_before(document.text, passage.start, found.start())
                unit = "percentage points" if found["point"] else "per cent"
                yield Figure(start, found.end(), value, bound, unit, found[0])
