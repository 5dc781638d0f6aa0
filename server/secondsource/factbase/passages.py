"""The id of a sentence's words, the same wherever they stand."""

from __future__ import annotations

from secondsource.reading import digest
from secondsource.reading.identity import canonical


def passage_content(words: str) -> str:
    """An id for a passage by its words alone."""
    return digest("passage", canonical(words))
