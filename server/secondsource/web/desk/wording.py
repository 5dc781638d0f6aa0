"""Words as the desk shows them: a sentence with what carries the claim marked, and two versions of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from operator import itemgetter

from rapidfuzz.distance import LCSseq

from secondsource.comparing.fidelity import difference
from secondsource.factbase.models import Claim

MOST_PARAGRAPHS = 4_000  # of a version; comparing takes the square of them in bits: 2 MB
MOST_COMPARED = 20_000  # code points of a paragraph; a longer one is shown as replaced, for word by word costs too long
LEAST_ALIKE = 0.25  # of a wording, below which marking what differs marks it all and says nothing
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
    inside = [Piece(claim.exact, "claim")] if other is None else _marked(claim.exact, other)
    pieces = [Piece(claim.passage[:start]), *inside, Piece(claim.passage[end:])]
    return [piece for piece in pieces if piece.text]


def _marked(ours: str, other: str) -> list[Piece]:
    """Our words, those marked that the other's lack; none where next to nothing is alike and all would be marked."""
    steps = [(op, text) for op, text in difference(ours, other) if op != "theirs"]
    alike = sum(len(text) for op, text in steps if op == "same" and text.strip())
    if alike < LEAST_ALIKE * len(ours):
        return [Piece(ours, "claim")]
    marked = [("claim" if op == "same" and text.strip() else "differs", text) for op, text in steps]
    return [Piece("".join(text for _, text in run), mark) for mark, run in groupby(marked, key=itemgetter(0))]


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
    if max(len(before), len(after)) > MOST_PARAGRAPHS:
        yield from (_rewritten(paragraph, "") for paragraph in before)
        yield from (_rewritten("", paragraph) for paragraph in after)
        return
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
