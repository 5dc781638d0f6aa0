"""Which of two things a sentence says came first: "he rang before he fled", "after the match, it rained", "only when
it was over did she speak".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondsource.reading.numbers import words_value
from secondsource.reading.words import Word, is_content, lemma, rarity

TELLING = 2.4  # rarity from which a word tells which thing is meant: "car" is 2.5
MOST = 14  # words on either side of what puts them in order that are looked at: a clause has fewer
_NOT = frozenset("not never no nobody cannot until".split())
_ENDS = frozenset("but while although though whereas since because unless who which whose until".split())
_RELATIVE = frozenset("who which whose".split())  # "after Ann Lee, who won, left": what is told of her stands behind
_SAID = frozenset("that said says".split())
_OVER = frozenset("over finished ended ending already".split())  # "when the match was over"
_INVERTED = frozenset("did do does was were had has have is are".split())
_LOOKED = frozenset("named look looks looked looking one year called modelled styled another".split())
# Before whom, not when; and what is a time by itself.
_BODIES = frozenset(
    """judge judges court courts magistrate magistrates jury tribunal parliament committee crowd panel fan fans camera
    cameras audience congress senate council commission spectators lawmakers mps inquiry""".split()
)
_ACCOUNTS = frozenset("tax taxes interest costs expenses fees charges tips inflation depreciation".split())
_TIMES = frozenset(
    """midnight noon midday dawn dusk sunrise sunset dark nightfall daybreak am pm minute minutes hour hours day days
    week weeks month months year years second seconds moment moments decade decades christmas easter weekend long all
    time now today tomorrow yesterday""".split()
)


@dataclass(frozen=True, slots=True)
class Order:
    """What text[start:end] says came first, and what after it: lemmas, in order."""

    start: int
    end: int
    first: tuple[str, ...]
    then: tuple[str, ...]


def orders(text: str, words: Sequence[Word]) -> Iterator[Order]:
    """The orders that a sentence's words tell."""
    for n, word in enumerate(words):
        if word.folded in ("before", "after"):
            found = _around(text, words, n)
            if found:
                told, timed = found
                yield from _order(told, timed, told_first=word.folded == "before")
        elif word.folded == "when" and n:
            timed = _behind(text, words, n)
            if words[n - 1].folded == "only" or not _OVER.isdisjoint(word.folded for word in timed):
                yield from _order(_ahead(text, words, n), timed, told_first=False)


def _around(text: str, words: Sequence[Word], n: int) -> tuple[list[Word], list[Word]] | None:
    """What is told and what gives its time by words[n], "before" or "after", in either order."""
    if n and words[n - 1].folded in _LOOKED:
        return None
    timed = _behind(text, words, n)
    at = n + 1 + len(timed)
    if not timed or _is_no_event(timed) or (at < len(words) and words[at].folded in _RELATIVE):
        return None
    if not _opens(text, words, n):
        return _ahead(text, words, n), timed
    turned = next((m for m, word in enumerate(timed) if m > 1 and word.folded in _INVERTED), 0)
    if n and words[n - 1].folded == "only" and turned:
        last = next((m for m in range(len(timed) - 1, 1, -1) if timed[m].folded in _INVERTED), turned)
        return timed[last:], timed[:last]
    return _run(text, words, at), timed


def _is_no_event(timed: Sequence[Word]) -> bool:
    """Whether words are of somebody before whom one stands, or a time by themselves."""
    content = [word.folded for word in timed if is_content(word.folded)]
    return (
        not content or _is_time(content[0]) or content[0] in _ACCOUNTS or any(word in _BODIES for word in content[:2])
    )


def _is_time(word: str) -> bool:
    return word in _TIMES or word[0].isdigit() or (word.isalpha() and words_value(word) is not None)


def _opens(text: str, words: Sequence[Word], n: int) -> bool:
    """Whether words[n] opens the sentence or a clause of it, so that what it times stands behind."""
    low = n
    while low and text[words[low - 1].end : words[low].start] == " " and not words[low - 1].folded.isdigit():
        low -= 1
    before = [word.folded for word in words[low:n] if is_content(word.folded) or word.folded in ("when", "what", "who")]
    return all(_is_time(word) or word in ("shortly", "soon", "only", "just", "immediately") for word in before) and (
        low == 0 or bool(before) is False
    )


def _ahead(text: str, words: Sequence[Word], n: int) -> list[Word]:
    """The words of the clause before words[n]."""
    low = n
    while low and n - low < MOST and words[low - 1].folded not in _ENDS | _SAID:
        if any(mark in text[words[low - 1].end : words[low].start] for mark in ';:—“”"'):
            break
        low -= 1
    return list(words[low:n])


def _behind(text: str, words: Sequence[Word], n: int) -> list[Word]:
    return _run(text, words, n + 1)


def _run(text: str, words: Sequence[Word], at: int) -> list[Word]:
    """The words from words[at] to the end of the clause."""
    high = at
    while high < len(words) and high - at < MOST and words[high].folded not in _ENDS:
        if high > at and text[words[high - 1].end : words[high].start] not in (" ", "-", " “", "” ", "’ "):
            break
        high += 1
    return list(words[at:high])


def _order(told: Sequence[Word], timed: Sequence[Word], *, told_first: bool) -> Iterator[Order]:
    """The order of two runs of words, if each tells what it is and nothing is denied of the first."""
    if any(word.folded in _NOT or word.folded.endswith("n't") for word in told):
        return
    of_told, of_timed = _telling(told), _telling(timed)
    if of_told and of_timed:
        start, end = min(told[0].start, timed[0].start), max(told[-1].end, timed[-1].end)
        both = (of_told, of_timed) if told_first else (of_timed, of_told)
        yield Order(start, end, *both)


def _telling(words: Sequence[Word]) -> tuple[str, ...]:
    bases = [lemma(word.folded) for word in words if word.folded.isalpha() and is_content(word.folded)]
    return tuple(dict.fromkeys(base for base in bases if rarity(base) >= TELLING and not _is_time(base)))
