"""What of two wordings of one utterance both articles have, where one of them cuts it short."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from secondsource.comparing.claim import Claim, Span
from secondsource.comparing.spoken import Spoken, place_of, spoken
from secondsource.reading.words import is_content

CUT = 40  # code points from which what is cut off is left out of a note: one with fewer is on all of the quotation


def quoted_parts(a: Claim, b: Claim) -> tuple[Span, Span] | None:
    """The words of two quotations, from the first to the last that both have; None where that is nearly all of both.

    And where they have none as they are, but only forms of one word: "attack", "attacks".
    """
    ours, theirs = spoken(a.exact), spoken(b.exact)
    common = _common([item.word for item in ours], [item.word for item in theirs])
    if common is None:
        return None
    first, last = common
    parts = _part(a, ours, first[0], last[0]), _part(b, theirs, first[1], last[1])
    return None if parts == ((a.start, a.end), (b.start, b.end)) else parts


def _common(ours: Sequence[str], theirs: Sequence[str]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Which word of either is the first, and which the last, that both have in order; None where they have none."""
    for short, long, turned in ((ours, theirs, False), (theirs, ours, True)):
        at = place_of(short, long)
        if at is not None:
            first, last = (0, at), (len(short) - 1, at + len(short) - 1)
            return (first[::-1], last[::-1]) if turned else (first, last)
    equal = [step for step in LCSseq.opcodes(ours, theirs) if step.tag == "equal"]
    same = [step for step in equal if any(map(is_content, ours[step.src_start : step.src_end]))] or equal
    if not same:
        return None
    return (same[0].src_start, same[0].dest_start), (same[-1].src_end - 1, same[-1].dest_end - 1)


def _part(claim: Claim, words: Sequence[Spoken], first: int, last: int) -> Span:
    start, end = words[first].start, words[last].end
    if len(claim.exact) - (end - start) < CUT:
        return claim.start, claim.end
    return claim.start + start, claim.start + end
