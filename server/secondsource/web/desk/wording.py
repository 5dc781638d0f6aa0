"""Words as the desk shows them: a sentence with what carries the claim marked, and two versions of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

from rapidfuzz.distance import LCSseq

from secondsource.factbase.models import Claim
from secondsource.kinds.fidelity import difference

MOST_COMPARED = 20_000  # code points of a paragraph; a longer one is shown as replaced, for word by word costs too long
AROUND = 1  # paragraphs that stayed, shown on either side of a change so that it can be placed


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words; `mark` is "" or says why they are marked: claim, differs, removed, added."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One paragraph of a comparison: `kind` is same, removed, added, changed, or skipped: `count` that stayed."""

    kind: str
    pieces: Sequence[Piece] = ()
    count: int = 1


def sentence(claim: Claim, other: str | None = None) -> list[Piece]:
    """A claim's sentence; the words that carry it are marked, and those that another's wording lacks as differing."""
    start = claim.start - claim.passage_start
    end = start + claim.end - claim.start
    steps = difference(claim.exact, other) if other is not None else []
    inside = [(op, text) for op, text in steps or [("same", claim.exact)] if op != "theirs"]
    marked = [Piece(text, "differs" if op == "ours" and text.strip() else "claim") for op, text in inside]
    pieces = [Piece(claim.passage[:start]), *marked, Piece(claim.passage[end:])]
    return [piece for piece in pieces if piece.text]


def changes(before: str, after: str) -> list[Change]:
    """What became of an article's text, paragraph by paragraph; what stayed is counted but for a change's edges."""
    found = list(_compared(_paragraphs(before), _paragraphs(after)))
    return [change for same, run in groupby(found, _stayed) for change in (_folded(list(run)) if same else run)]


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _stayed(change: Change) -> bool:
    return change.kind == "same"


def _folded(run: Sequence[Change]) -> list[Change]:
    """A run of paragraphs that stayed, without its middle."""
    hidden = len(run) - 2 * AROUND
    if hidden <= 1:
        return list(run)
    return [*run[:AROUND], Change("skipped", count=hidden), *run[-AROUND:]]


def _compared(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    for same, steps in groupby(LCSseq.opcodes(before, after), lambda step: step.tag == "equal"):
        old: list[str] = []
        new: list[str] = []
        for step in steps:
            old += before[step.src_start : step.src_end]
            new += after[step.dest_start : step.dest_end]
        for a, b in zip_longest(old, new, fillvalue=""):
            yield Change("same", [Piece(b)]) if same else _rewritten(a, b)


def _rewritten(old: str, new: str) -> Change:
    if not new:
        return Change("removed", [Piece(old, "removed")])
    if not old:
        return Change("added", [Piece(new, "added")])
    if max(len(old), len(new)) > MOST_COMPARED:
        return Change("changed", [Piece(old, "removed"), Piece(" "), Piece(new, "added")])
    marks = {"same": "", "ours": "removed", "theirs": "added"}
    return Change("changed", [Piece(text, marks[op]) for op, text in difference(old, new)])
