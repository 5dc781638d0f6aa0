"""How long something took, takes or is to last: "nine years in prison", "a 12-hour search"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.kinds.claim import Claim
from secondsource.kinds.one_thing import contrary, shared
from secondsource.kinds.quantities import Figure, Quantities, followed_by
from secondsource.reading import Document
from secondsource.reading.context import PHRASE
from secondsource.reading.passages import Passage

_UNITS = {
    "second": ("clock", 1.0), "minute": ("clock", 60.0), "hour": ("clock", 3600.0),
    "day": ("days", 1.0), "week": ("days", 7.0),
    "month": ("months", 1.0), "year": ("months", 12.0), "decade": ("months", 120.0),
}  # fmt: skip
_DURATION = re.compile(
    rf"""(?:\sand\sa\shalf)?[\s-](?P<unit>{"|".join(_UNITS)})s?\b
    (?![\s-](?:old|olds|age|gap|younger|older|junior|senior|anniversary|ago|earlier|before|later|difference|more|between)\b
    |['’]s?\b|\sof\sage)""",
    re.VERBOSE | re.IGNORECASE,
)
_ORDER = re.compile(r"\b(?:every|each|last|past|next|first|per|another|more)\s(?:the\s)?$", re.IGNORECASE)


class Durations(Quantities):
    """Spans of time, in seconds, days or months as written."""

    name = "durations"

    def figures(self, document: Document, passage: Passage) -> Iterator[Figure]:
        """Yield the durations of a passage; "a day" and "one year" say too little."""
        for number, found in followed_by(document, passage, _DURATION):
            before = document.text[max(passage.start, number.start - PHRASE) : number.start]
            if number.value > 1 and not _ORDER.search(before):
                unit, factor = _UNITS[found["unit"].lower()]
                yield Figure.of(document, number, found.end(), number.value * factor, unit)

    def agree(self, a: Claim, b: Claim) -> bool | None:
        """Only as written: "up to five years" says nothing of 57 months."""
        if a.data["value"] == b.data["value"]:
            return True
        return None if a.data["bound"] or b.data["bound"] else False

    def telling(self, a: Claim, b: Claim) -> bool:
        """Equal spans of time are everywhere: what they are of must be told in both."""
        return shared(a, b) > 0 and not contrary(a, b)
