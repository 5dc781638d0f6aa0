"""Which claims moderators said are one fact, and which are not: the merges and splits, carried out in their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Ruled:
    """One merge or split: each set of contents is one fact, and no two of the sets are. A merge has one set."""

    parts: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """What the merges and splits come to: contents of one number are one fact; `apart` are numbers that are not."""

    of: Mapping[str, int] = field(default_factory=dict)
    apart: Set[frozenset[int]] = frozenset()

    def may_join(self, ours: Set[int], theirs: Set[int]) -> bool:
        """Whether two groups of claims with such numbers may be one fact."""
        return not self.apart or not any(frozenset((a, b)) in self.apart for a in ours for b in theirs)


def carry_out(rulings: Iterable[Ruled]) -> Grouping:
    """The merges and splits one after the other, each on what those before it left."""
    of: dict[str, int] = {}
    apart: set[frozenset[int]] = set()
    fresh = 0
    for ruling in rulings:
        numbers = []
        for part in ruling.parts:
            fresh += 1
            numbers.append(fresh)
            _gather(of, apart, part, fresh, whole=len(ruling.parts) == 1)
        apart |= {frozenset((a, b)) for a in numbers for b in numbers if a != b}
    return Grouping(of, apart)


def _gather(of: dict[str, int], apart: set[frozenset[int]], part: Set[str], number: int, *, whole: bool) -> None:
    """Give a part one number. What was with it stays with it in a merge, and goes on without it in a split."""
    before = {of[content] for content in part if content in of}
    taken = set(part) | ({content for content, old in of.items() if old in before} if whole else set())
    for pair in [pair for pair in apart if pair & before]:
        others = pair - before
        if whole:
            apart.discard(pair)
        if others:
            apart.add(others | {number})
    of.update(dict.fromkeys(taken, number))
