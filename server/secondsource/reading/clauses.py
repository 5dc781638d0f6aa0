"""A sentence cut into its clauses, as far as punctuation and conjunctions show them, without a parser."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from secondsource.reading.words import Word, is_content

_BREAK = re.compile(r"[,;:()\[\]“”\"]|\s[—–-]{1,2}\s|—|[!?…]\s")
_OPENERS = frozenset(
    """and but or while who whom whose which that when where after before because as although though if since until
    unless so than saying said adding""".split()
)
_PREPOSITIONS = frozenset("in on at for from to with by of over into about against during under through".split())
_DENYING = frozenset("no not never nobody none".split())
FEWEST_WORDS = 2  # words that carry meaning: what has fewer is no clause of its own and joins the one before
LONGEST = 56  # code points: a longer clause is cut before a preposition, since a note marks the words that carry it

Clause = Sequence[Word]


def split_clauses(text: str, words: Sequence[Word]) -> list[Clause]:
    """A passage's words in clauses, in order; every word is in one, and none is empty."""
    return [piece for clause in _joined(_pieces(text, words)) for piece in _cut(clause)]


def _pieces(text: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    piece: list[Word] = []
    for word in words:
        gap = text[piece[-1].end : word.start] if piece else ""
        if piece and (word.folded in _OPENERS or (gap != " " and _BREAK.search(gap))):
            yield piece
            piece = []
        piece.append(word)
    if piece:
        yield piece


def _joined(pieces: Iterator[list[Word]]) -> list[list[Word]]:
    """The pieces, with each that says too little by itself put to the one before (the first, to the one after)."""
    clauses: list[list[Word]] = []
    for piece in pieces:
        if clauses and not (_says_something(piece) and _says_something(clauses[-1])):
            clauses[-1].extend(piece)
        else:
            clauses.append(piece)
    return clauses


def _cut(clause: list[Word]) -> Iterator[list[Word]]:
    """A long clause in two or more, each cut before the preposition that is nearest to its middle."""
    low, high = clause[0].start, clause[-1].end
    cuts = []
    if high - low > LONGEST:
        first, last = _enough(clause), len(clause) - _enough(clause[::-1])
        cuts = [n for n in range(first, last + 1) if clause[n].folded in _PREPOSITIONS]
    if not cuts:
        yield clause
        return
    middle = (low + high) / 2
    at = min(cuts, key=lambda n: (abs(clause[n].start - middle), n))
    yield from _cut(clause[:at])
    yield from _cut(clause[at:])


def _says_something(words: Sequence[Word]) -> bool:
    """Whether words are more than a name: enough that carry meaning, one of them no capital."""
    return _enough(words) <= len(words)


def _enough(words: Sequence[Word]) -> int:
    """How many of some words, from the first, say something; more than there are where all say too little."""
    content, plain = 0, False
    for n, word in enumerate(words, 1):
        if is_content(word.folded) or word.folded in _DENYING:  # "that nobody laughed" says something
            content, plain = content + 1, plain or not word.text[0].isupper()
            if plain and content >= FEWEST_WORDS:
                return n
    return len(words) + 1
