"""Words told in sorts, of which two exclude one another unless they are listed as going together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product

Told = tuple[str, str]  # a sort and, where the words of the sort differ, which


@dataclass(frozen=True)
class Sorts:
    """`listed` are the words of each sort, `together` the sorts that go with another.

    In the sorts of `each` every word stands for itself, but for those of one line of `same`; two of one sort of
    `at_once` may both be so, and the sort `never` excludes nothing.
    """

    listed: Mapping[str, str]
    each: frozenset[str]
    same: Sequence[frozenset[str]]
    together: Mapping[str, str]
    at_once: frozenset[str] = frozenset()
    never: str = ""
    _of: dict[str, str] = field(init=False)
    _pairs: set[frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        """Turn the lists round, for look-ups."""
        words = {word: sort for sort, listed in self.listed.items() for word in listed.split()}
        pairs = {frozenset((sort, other)) for sort, listed in self.together.items() for other in listed.split()}
        object.__setattr__(self, "_of", words)
        object.__setattr__(self, "_pairs", pairs)

    def told(self, lemmas: Sequence[str]) -> frozenset[Told]:
        """What some words name."""
        joined = (f"{one}-{other}" for one, other in pairwise(lemmas))
        found = [(self._of[word], word) for word in (*lemmas, *joined) if word in self._of]
        return frozenset((sort, word if sort in self.each else "") for sort, word in found)

    def are_one(self, x: Told, y: Told) -> bool:
        """Whether two are one."""
        return x == y or any({x[1], y[1]} <= same for same in self.same)

    def exclude(self, ours: frozenset[Told], theirs: frozenset[Told]) -> bool:
        """Whether each of ours is another than each of theirs, and goes with none of them."""
        pairs = list(product(ours, theirs))
        return bool(pairs) and all(not self.are_one(x, y) and self._apart(x[0], y[0]) for x, y in pairs)

    def _apart(self, one: str, other: str) -> bool:
        if self.never in (one, other):
            return False
        return one not in self.at_once if one == other else frozenset((one, other)) not in self._pairs
