"""Texts that a pattern matches, made by walking it: every alternative in its turn, repetitions few and many.

What a pattern only looks at (what stands before or after it, where words end) is written down where it can be, and
what does not match after all is left out.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

LETTERS = [chr(code) for code in range(256)]  # Latin-1: figures in other scripts are not read
MORE = 2  # as often again as it must be at the least is a part repeated at the most
ROUNDS = 3  # of as many texts as the longest list of alternatives has
LEAST = 300  # texts of every pattern
CATEGORIES = {
    op.CATEGORY_DIGIT: str.isdecimal,
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_WORD: lambda letter: letter.isalnum() or letter == "_",
}
CATEGORIES |= {
    opposite: lambda letter, holds=CATEGORIES[category]: not holds(letter)
    for category, opposite in (
        (op.CATEGORY_DIGIT, op.CATEGORY_NOT_DIGIT),
        (op.CATEGORY_SPACE, op.CATEGORY_NOT_SPACE),
        (op.CATEGORY_WORD, op.CATEGORY_NOT_WORD),
    )
}


def matching(pattern: re.Pattern[str]) -> Iterator[str]:
    """Texts in which the pattern is found, the same ones every time; each alternative is tried a few times."""
    walk = Walk(pattern)
    for _ in range(max(LEAST, ROUNDS * walk.longest)):
        text = walk.text()
        if pattern.search(text):
            yield text


class Walk:
    """Writes what a pattern takes."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._parsed = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
        self._ignores_case = bool(pattern.flags & re.IGNORECASE)
        self._random = random.Random(pattern.pattern)  # noqa: S311 - a choice, no secret
        self._taken: Counter[tuple[int, int]] = Counter()
        self._sets: dict[int, list[str]] = {}
        self._groups: dict[int, str] = {}

    @cached_property
    def longest(self) -> int:
        """How many alternatives the longest list of them has, those inside of others counted with them."""
        return _alternatives(self._parsed)

    def text(self) -> str:
        """One text; the pattern need not match it, for what it looks at may be against it."""
        self._groups = {}
        return self._sequence(self._parsed, self._ignores_case)

    def _sequence(self, items: Any, ignores: bool) -> str:
        return "".join(self._one(kind, value, ignores) for kind, value in items)

    def _one(self, kind: Any, value: Any, ignores: bool) -> str:
        if kind is op.LITERAL:
            return self._cased(chr(value), ignores)
        if kind in (op.IN, op.ANY, op.NOT_LITERAL):
            return self._cased(self._random.choice(self._members(kind, value)), ignores)
        if kind is op.BRANCH:
            return self._sequence(self._next(value[1]), ignores)
        if kind is op.SUBPATTERN:
            group, added, taken, inside = value
            ignores = (ignores or bool(added & re.IGNORECASE)) and not taken & re.IGNORECASE
            said = self._sequence(inside, ignores)
            if group is not None:
                self._groups[group] = said
            return said
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            least, most, inside = value
            times = self._random.randint(least, min(most, least + MORE))
            return "".join(self._sequence(inside, ignores) for _ in range(times))
        if kind is op.ATOMIC_GROUP:
            return self._sequence(value, ignores)
        if kind is op.ASSERT:  # at either end of a pattern it is what stands around; within, what comes may be it
            return self._sequence(value[1], ignores) if self._random.random() < 0.5 else ""
        if kind is op.GROUPREF:
            return self._groups.get(value, "")
        if kind is op.GROUPREF_EXISTS:
            group, there, missing = value
            return self._sequence((there if group in self._groups else missing) or (), ignores)
        assert kind in (op.AT, op.ASSERT_NOT, op.FAILURE), f"{kind} is not known here"
        return ""

    def _next(self, branches: list[Any]) -> Any:
        """The alternative that was taken least often, the later ones as well as the first."""
        at = min(range(len(branches)), key=lambda at: (self._taken[id(branches), at], self._random.random()))
        self._taken[id(branches), at] += 1
        return branches[at]

    def _cased(self, letter: str, ignores: bool) -> str:
        return letter.upper() if ignores and len(letter.upper()) == 1 and self._random.random() < 0.25 else letter

    def _members(self, kind: Any, value: Any) -> list[str]:
        """The letters that a set holds."""
        if kind is op.ANY:
            return [letter for letter in LETTERS if letter != "\n"]
        if kind is op.NOT_LITERAL:
            return [letter for letter in LETTERS if ord(letter) != value]
        if id(value) not in self._sets:
            negated = value[0][0] is op.NEGATE
            held = [letter for letter in LETTERS if any(_holds(part, letter) for part in value) != negated]
            self._sets[id(value)] = held
        return self._sets[id(value)]


def _holds(part: tuple[Any, Any], letter: str) -> bool:
    kind, value = part
    if kind is op.LITERAL:
        return ord(letter) == value
    if kind is op.RANGE:
        return bool(value[0] <= ord(letter) <= value[1])
    if kind is op.CATEGORY:
        return bool(CATEGORIES[value](letter))
    return False


def _alternatives(items: Any) -> int:
    """The most that stand in one place, each counted with those inside of it."""
    return max((_of_one(kind, value) for kind, value in items), default=1)


def _of_one(kind: Any, value: Any) -> int:
    if kind is op.BRANCH:
        return sum(_alternatives(branch) for branch in value[1])
    inside = {op.SUBPATTERN: 3, op.MAX_REPEAT: 2, op.MIN_REPEAT: 2, op.POSSESSIVE_REPEAT: 2, op.ASSERT: 1}
    return _alternatives(value[inside[kind]]) if kind in inside else 1
