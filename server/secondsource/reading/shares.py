"""Of how many of a group a clause tells something: "both drivers died", "none of the paintings was insured",
"one of the two drivers is alive".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.reading.clauses import Clause
from secondsource.reading.numbers import words_value
from secondsource.reading.words import Word, is_content, lemma

NOUN_WORDS = 3  # words that name the group: "passenger train drivers"
_ALL = frozenset("both all every each".split())
_NONE = frozenset("neither none".split())
_BETWEEN = frozenset("of the its his her their these those them".split())
_THE_GROUP = frozenset("the its his her their".split())  # what stands behind "of"
_SOME = frozenset("one some several many most half".split())
_VERBS = frozenset("is are was were has have had been be did do does will would can could".split())
_NOT = frozenset("not never no".split())


@dataclass(frozen=True, slots=True)
class Share:
    """`how` many of a group, "all", "none" or "some"; of what, as a lemma; the lemmas of what is told of them.

    It is said from text[start] on.
    """

    start: int
    how: str
    of: str
    told: tuple[str, ...]
    denied: bool


def share(clause: Clause) -> Share | None:
    """Of how many of a group a clause tells something, if of any."""
    said = {word.folded for word in clause}
    if "of" not in said and _ALL.isdisjoint(said):
        return None
    for at, word in enumerate(clause):
        how = _how(clause, at)
        if how:
            start = next((n for n in range(at + 1, len(clause)) if not _is_between(clause[n])), len(clause))
            named = _named(clause[start : start + NOUN_WORDS])
            rest = clause[start + len(named) :]
            told = tuple(lemma(w.folded) for w in rest if is_content(w.folded))
            if named and told and rest[0].start > word.start:
                denied = any(w.folded in _NOT or w.folded.endswith("n't") for w in rest)
                return Share(word.start, how, lemma(named[-1].folded), told, denied)
    return None


def _how(clause: Clause, at: int) -> str | None:
    word = clause[at].folded
    if word in _ALL:
        return "all"
    part = len(clause) > at + 2 and clause[at + 1].folded == "of" and clause[at + 2].folded in _THE_GROUP
    if word in _NONE and part:
        return "none"
    return "some" if part and (word in _SOME or word.isdigit() or words_value(word) is not None) else None


def _is_between(word: Word) -> bool:
    return word.folded in _BETWEEN or word.folded.isdigit() or words_value(word.folded) is not None


def _named(words: Sequence[Word]) -> list[Word]:
    """The words that name the group: up to its verb."""
    stop = next((n for n, w in enumerate(words) if w.folded in _VERBS or not is_content(w.folded)), None)
    return list(words[: 1 if stop is None else stop])
