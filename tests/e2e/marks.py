"""Which words the overlay marks for an answer: each place for the strongest stance there; notes of one stance that lie
over each other have one mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any

STRENGTH = ("conflicts", "rewords", "updates", "corroborates")
Note = dict[str, Any]


def expected_marks(text: str, notes: list[Note]) -> Counter[tuple[str, str]]:
    """Stance and words of each mark, white space folded."""
    marks: Counter[tuple[str, str]] = Counter()
    for crowd in _crowds(notes):
        strongest: dict[int, str] = {}
        for note in sorted(crowd, key=lambda note: -STRENGTH.index(note["stance"])):
            strongest |= dict.fromkeys(range(*_span(note)), note["stance"])
        for stance, run in groupby(sorted(strongest), key=strongest.__getitem__):
            marks[stance, " ".join("".join(text[at] for at in run).split())] += 1
    return Counter({mark: count for mark, count in marks.items() if mark[1]})


def _crowds(notes: list[Note]) -> Iterator[list[Note]]:
    """The notes that lie over each other, one by one or by others between them."""
    crowd: list[Note] = []
    for note in sorted(notes, key=_span):
        if crowd and _span(note)[0] >= max(_span(other)[1] for other in crowd):
            yield crowd
            crowd = []
        crowd.append(note)
    if crowd:
        yield crowd


def _span(note: Note) -> tuple[int, int]:
    position = next(s for s in note["target"]["selector"] if s["type"] == "TextPositionSelector")
    return position["start"], position["end"]
