"""What two sentences share, word by word, and what that comes to: in clauses, in acts, in names."""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.comparing.matching import Match
from secondsource.comparing.sentences import Sentence


def units(found: Sequence[Match], a: Sentence, b: Sentence) -> int:
    """How many things two sentences share: a name of several words ("Ruth Bader Ginsburg") is one."""
    if not (a.together or b.together):
        return len(found)
    in_ours, in_theirs = frozenset().union(*a.together), frozenset().union(*b.together)
    counted: list[tuple[str, str]] = []  # of those that a name of several words has
    others = 0
    for _, ours, theirs, _ in found:
        if ours not in in_ours and theirs not in in_theirs:
            others += 1
        elif not any(_one_name(a, ours, x) or _one_name(b, theirs, y) for x, y in counted):
            counted.append((ours, theirs))
    return others + len(counted)


def most_in_one_clause(found: Sequence[Match], a: Sentence, b: Sentence) -> int:
    """How many of the shared words stand in one clause of either: a long sentence tells many things."""
    if len(a.clauses) == len(b.clauses) == 1:
        return len(found)
    together: dict[tuple[int, int], int] = {}
    for _, x, y, _ in found:
        there = [j for j, theirs in enumerate(b.clauses) if y in theirs]
        for i, ours in enumerate(a.clauses):
            if x in ours:
                for j in there:
                    together[i, j] = together.get((i, j), 0) + 1
    return max(together.values(), default=0)


def tell_other_acts(found: Sequence[Match], a: Sentence, b: Sentence) -> bool:
    """Whether both tell an act, and none that both tell."""
    return bool(a.done and b.done) and not share_an_act(found, a, b)


def share_an_act(found: Sequence[Match], a: Sentence, b: Sentence) -> bool:
    """Whether both tell of one act done: among the shared words is what was done in either."""
    return any(x in a.done and y in b.done for _, x, y, _ in found)


def _one_name(sentence: Sentence, word: str, other: str) -> bool:
    return any(word in names and other in names for names in sentence.together)
