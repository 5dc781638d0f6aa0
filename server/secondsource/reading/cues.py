"""Patterns that are sought only in sentences with a sign without which they cannot match.

Most kinds of claim find nothing in most sentences: to look whether one of a few words is there costs a hundredth of a
search. That a pattern never matches without one of its signs is held by a test, which makes up texts that match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.reading.document import Document
from secondsource.reading.passages import Passage


class Cued:
    """A pattern, and the signs (see `Document.signs`) of which one is in whatever it matches."""

    def __init__(self, signs: str, pattern: str, flags: int = 0) -> None:
        self.signs = frozenset(signs.split())
        self.pattern = re.compile(pattern, flags)

    def finditer(self, document: Document, passage: Passage) -> Iterator[re.Match[str]]:
        """The matches in a statement, in order."""
        if self.signs.isdisjoint(document.signs.get(passage.start, ())):
            return iter(())
        return self.pattern.finditer(document.text, passage.start, passage.end)

    def search(
        self, document: Document, passage: Passage, start: int = 0, end: int | None = None
    ) -> re.Match[str] | None:
        """The first match in a statement, or in what of it lies in text[start:end]."""
        if not document.says(passage, self.signs):
            return None
        stop = passage.end if end is None else min(end, passage.end)
        return self.pattern.search(document.text, max(start, passage.start), stop)
