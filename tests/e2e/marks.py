"""Which words the overlay marks for an answer: each place for the strongest note there, of equals the shorter."""

from __future__ import annotations

from collections import Counter
from typing import Any

STRENGTH = ("conflicts", "rewords", "updates", "corroborates")
Note = dict[str, Any]
Run = tuple[int, int]


def expected_marks(text: str, notes: list[Note]) -> Counter[tuple[str, str]]:
    """Stance and words of each mark, white space folded."""
    placed = sorted(notes, key=lambda note: (_span(note)[0], -_span(note)[1]))
    strongest = sorted(placed, key=lambda note: (STRENGTH.index(note["stance"]), _span(note)[1] - _span(note)[0]))
    taken: list[Run] = []
    marks: Counter[tuple[str, str]] = Counter()
    for note in strongest:
        free = _without(_span(note), taken)
        taken += free
        marks.update((note["stance"], " ".join(text[start:end].split())) for start, end in free)
    return Counter({mark: count for mark, count in marks.items() if mark[1]})


def _span(note: Note) -> Run:
    position = next(s for s in note["target"]["selector"] if s["type"] == "TextPositionSelector")
    return position["start"], position["end"]


def _without(run: Run, taken: list[Run]) -> list[Run]:
    free = [run]
    for start, end in taken:
        free = [
            part for a, b in free for part in ((a, min(b, start)), (max(a, end), b)) if part[0] < part[1]
        ]  # fmt: skip
    return free
