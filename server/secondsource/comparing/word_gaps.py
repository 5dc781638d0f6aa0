"""What stands between the words that two wordings of one utterance have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

LONG_BEFORE = 4  # words that stand before what was kept of a sentence; fewer, as in "we believe we won", change it

_Run = tuple[int, int, int, int]  # a[start:end], b[start:end]


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of the one, ours[a], that stand for words of the other, theirs[b]; either may be none."""

    a: slice
    b: slice


def gaps_between(a: Sequence[str], b: Sequence[str]) -> Iterator[Gap]:
    """What stands between the words that are the same."""
    a0 = b0 = 0
    for a1, a2, b1, b2 in [*_same(a, b), (len(a), len(a), len(b), len(b))]:
        if a1 > a0 or b1 > b0:
            yield Gap(slice(a0, a1), slice(b0, b1))
        a0, b0 = a2, b2


def _same(a: Sequence[str], b: Sequence[str]) -> list[_Run]:
    """The words that are the same, (start and end in a, in b), in a row where they may be so.

    "I … I won" is the "I won" of the other with words before it, not its "I", other words, and its "won".
    """
    same = [(s.src_start, s.src_end, s.dest_start, s.dest_end) for s in LCSseq.opcodes(a, b) if s.tag == "equal"]
    if len(same) > 1:
        same[:2] = _moved_on(a, b, *same[:2])
    if len(same) > 1:
        back = _moved_on(a[::-1], b[::-1], *[_from_end(run, a, b) for run in same[:-3:-1]])
        same[-2:] = [_from_end(run, a, b) for run in back[::-1]]
    return same


def _moved_on(a: Sequence[str], b: Sequence[str], first: _Run, second: _Run) -> list[_Run]:
    """Two runs of the same words, the first put to the second where its words stand right before that one, too."""
    a1, a2, b1, b2 = first
    long, (a3, a4, b3, b4) = a2 - a1, second
    least = max(long, LONG_BEFORE)
    if a2 == a3 and b3 - b2 >= least and b[b3 - long : b3] == b[b1:b2]:
        return [(a1, a4, b3 - long, b4)]
    if b2 == b3 and a3 - a2 >= least and a[a3 - long : a3] == a[a1:a2]:
        return [(a3 - long, a4, b1, b4)]
    return [first, second]


def _from_end(run: _Run, a: Sequence[str], b: Sequence[str]) -> _Run:
    a1, a2, b1, b2 = run
    return len(a) - a2, len(a) - a1, len(b) - b2, len(b) - b1


def is_cut_off(gap: Gap, a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether a gap is what only one of two wordings has at its beginning or end, and no change."""
    edge = gap.a.start == gap.b.start == 0 or (gap.a.stop, gap.b.stop) == (len(a), len(b))
    return edge and not (a[gap.a] and b[gap.b])
