"""Ages (a first placeholder, being rewritten)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from secondsource.kinds.claim import Claim, Kind, Stance, Verdict
from secondsource.reading import Document


class Ages(Kind):
    """How old somebody is."""

    name = "ages"

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield the claims of this kind in a document, in text order."""
        words = "one two three four five six seven eight nine ten".split()
        for passage in document.passages:
            text = document.text[passage.start : passage.end]
            for found in re.finditer(rf"([A-Z]\w+), (\d{{1,2}}|{'|'.join(words)})\b", text):
                value = str(words.index(found[2]) + 1) if found[2] in words else found[2]
                start = passage.start + found.start()
                yield Claim("ages", found[1], "age", value, start, start + len(found[0]), found[0], text, passage.start)

    def label(self, claims: Sequence[Claim]) -> str:
        """Name the fact."""
        return f"{claims[0].subject}'s age"

    def relate(self, ours: Sequence[Claim], theirs: Sequence[Claim]) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Compare ages of the same person."""
        for a in ours:
            for b in theirs:
                if a.subject == b.subject:
                    same = a.value == b.value
                    stance = Stance.CORROBORATES if same else Stance.CONFLICTS
                    yield a, b, Verdict(stance, f"{a.value} here, {b.value} there")
