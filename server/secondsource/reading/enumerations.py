"""Names and things in a row: "Mia, 10, Tom, 8, and Sara, 5"; "watches, a fur coat and two rings"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.reading.cues import Cued
from secondsource.reading.document import Document
from secondsource.reading.numbers import value_of
from secondsource.reading.passages import Passage
from secondsource.reading.words import is_content, split_words

Span = tuple[int, int]

SHORTEST, LONGEST = 3, 30  # items of a list
COMMAS = frozenset(",;")  # one is in every list (see `Document.signs`)
_NAME = r"[^\W\d_a-z](?:\.|[\w’'-]*)(?:\s[^\W\d_a-z](?:\.|[\w’'-]*)){0,3}"
_AGE = r"(?:,\s(?P<age>\d{1,3}|[a-z]+(?:-[a-z]+)?)(?=[,.;)]|\sand\b|\s*$)|\s\(\d{1,3}\))?"
_ITEM = re.compile(rf"(?P<name>{_NAME}){_AGE}")
_SEPARATOR = re.compile(r"[,;]\s(?P<and>and\s|&\s)?|\s(?P<and2>and|&)\s")
_WORD = r"[a-z0-9$€£][\w’'.-]{0,30}"
_THING = rf"(?:{_WORD}\s){{0,3}}[a-z][\w’'-]{{0,30}}"
_THINGS = Cued("and", rf"(?<![\w’'.-]){_THING}(?:,\s{_THING}){{1,12}},?\sand\s{_THING}")
_COMMA = re.compile(r",?\sand\s|,\s")
_DETERMINERS = frozenset("a an the his her its their our my some".split())
_OF_A_CLAUSE = re.compile(
    r"""\b(?:that|who|which|what|he|she|it|they|we|i|you|was|were|is|are|be|been|had|has|have|will|would|said|says
      |when|after|because|to|not)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def names_at(text: str, at: int, end: int) -> tuple[list[Span], int, bool]:
    """The names in a row that starts at text[at], where it ends, and whether "and" leads to the last."""
    names: list[Span] = []
    stop, closed = at, False
    while len(names) < LONGEST and not closed and (item := _ITEM.match(text, at, end)):
        age = item["age"] if item["age"] is None or value_of(item["age"]) else ""
        names.append(item.span("name"))
        stop = at = item.end() if age != "" else item.end("name")
        joint = _SEPARATOR.match(text, at, end)
        if joint is None:
            break
        at = joint.end()
        if joint["and"] or joint["and2"]:
            last = _ITEM.match(text, at, end)
            if last:
                names.append(last.span("name"))
                stop, closed = last.end(), True
            break
    return names, stop, closed


def find_names_listed(text: str, start: int, end: int) -> Iterator[list[Span]]:
    """Yield every row of three or more names in text[start:end]."""
    at = start
    while found := _ITEM.search(text, at, end):
        names, stop, _ = names_at(text, found.start(), end)
        if len(names) >= SHORTEST:
            yield names
        at = max(stop, found.end())


def find_things_listed(document: Document, passage: Passage) -> Iterator[list[Span]]:
    """Yield every row of three or more things of a statement that "and" closes, none of them a clause.

    The first begins after its verb ("stolen were a violin, …"; see `_object`), and the last ends before its own.
    """
    text = document.text
    for found in _THINGS.finditer(document, passage) if document.says(passage, COMMAS) else ():
        commas = [at for comma in _COMMA.finditer(text, *found.span()) for at in comma.span()]
        verbs = [verb.end() + 1 for verb in _OF_A_CLAUSE.finditer(text, found.start(), commas[0])]
        verb = _OF_A_CLAUSE.search(text, commas[-1], found.end())
        cuts = [max([found.start(), *verbs]), *commas, verb.start() - 1 if verb else found.end()]
        things = list(zip(cuts[::2], cuts[1::2], strict=True))
        plain = all(low < high and not _OF_A_CLAUSE.search(text, low, high) for low, high in things)
        if plain and len(things) >= SHORTEST:
            yield [_object(text, *things[0]), *things[1:]]


def _object(text: str, start: int, end: int) -> Span:
    """The first item of a list without the verb or preposition before it: "emeralds" of "the gang took emeralds"."""
    words = split_words(text, start, end)
    opening = [n for n, word in enumerate(words) if not is_content(word.folded) or value_of(word.folded)]
    if not opening or opening[-1] == len(words) - 1:
        return words[-1].start, end
    determined = words[opening[-1]].folded in _DETERMINERS or value_of(words[opening[-1]].folded)
    return words[opening[-1] + (not determined)].start, end
