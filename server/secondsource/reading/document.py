"""One article's text, read: the only thing that kinds of claim look at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby, islice
from operator import attrgetter
from typing import Any, TypeVar, cast

from secondsource.reading.names import MOST_NAMES
from secondsource.reading.numbers import NUMERALS, Number, find_in_lower_case
from secondsource.reading.passages import Passage, marked, split_passages
from secondsource.reading.people import People
from secondsource.reading.quotations import Quotation, find_quotations
from secondsource.reading.words import Word, lowered, split_words

MOST_WORDS, MOST_NUMBERS = 250, 60  # of a passage: one with more, or with more than MOST_NAMES, is no sentence
_SIGN = re.compile(r"[a-z]+|[0-9$€£¥₹₩₽,;:]")
_NONE: frozenset[str] = frozenset()
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what reading found in it; passages and quotations are in text order.

    Words, numbers and sentences are kept by the start of the passage that they stand in; furniture has none.
    `statements` are the passages that kinds read, with their numbers: neither furniture nor tables and other endless
    lists. `signs` are the runs of a to z in each of these in lower case, its digits, signs of currency, colons and what
    parts a list; `starts` is where each passage starts; `done` is what `once` keeps.
    """

    text: str
    published: date | None
    passages: tuple[Passage, ...]
    statements: tuple[tuple[int, Passage], ...]
    quotations: tuple[Quotation, ...]
    people: People
    words: Mapping[int, Sequence[Word]]
    numbers: Mapping[int, Sequence[Number]]
    signs: Mapping[int, Set[str]]
    sentences: Mapping[int, str]
    starts: Sequence[int]
    done: dict[Callable[[Document], Any], Any] = field(default_factory=dict, repr=False, compare=False)

    def says(self, passage: Passage, any_of: Set[str]) -> bool:
        """Whether a passage has one of some signs: the cheap look that saves a search (see `cues.py`)."""
        return not self.signs.get(passage.start, _NONE).isdisjoint(any_of)

    def saying(self, any_of: Set[str]) -> Sequence[tuple[int, Passage]]:
        """Those of the statements that have one of some signs."""
        by_sign = self.once(_by_sign)
        having = {at for sign in by_sign.keys() & any_of for at in by_sign[sign]}
        return [self.statements[at] for at in sorted(having)]

    def once(self, work: Callable[[Document], T]) -> T:
        """What some work on this document gives, which several kinds ask for: it is done once.

        It must not hold the document, which would then outlive its reading.
        """
        if work not in self.done:
            self.done[work] = work(self)
        return cast("T", self.done[work])

    def passage_at(self, at: int) -> int:
        """The number of the passage that text[at] lies in, or of the one before it."""
        return max(0, bisect_right(self.starts, at) - 1)

    def numbers_in(self, passage: Passage) -> Sequence[Number]:
        """The numbers of a passage, in order."""
        return self.numbers.get(passage.start, ())

    def words_in(self, passage: Passage) -> Sequence[Word]:
        """The words and figures of a passage, in order."""
        return self.words.get(passage.start, ())

    def quotations_in(self, number: int) -> Sequence[Quotation]:
        """The quotations of passage `number`, in order."""
        return self.once(_quotations).get(number, ())

    def words_of(self, passage: Passage) -> str:
        """A passage's own text."""
        return self.sentences.get(passage.start) or self.text[passage.start : passage.end]


def _quotations(document: Document) -> Mapping[int, Sequence[Quotation]]:
    """A document's quotations by the number of their passage."""
    return {number: tuple(quoted) for number, quoted in groupby(document.quotations, key=attrgetter("passage"))}


def _by_sign(document: Document) -> Mapping[str, Sequence[int]]:
    """Which of a document's statements have a sign, by the sign."""
    having: dict[str, list[int]] = defaultdict(list)
    for at, (_, passage) in enumerate(document.statements):
        for sign in document.signs[passage.start]:
            having[sign].append(at)
    return having


def signs_of(text: str) -> frozenset[str]:
    """The signs of a text (see `Document`)."""
    return frozenset(_SIGN.findall(text.lower()))


def read(text: str, *, published: date | None = None, furniture: Mapping[str, bool] | None = None) -> Document:
    """Read a text. Never raises on any text; published is the article's own date (its time zone's day), if known.

    `furniture` says of passages, by their content, whether they are page dressing whatever they look like.
    """
    passages = marked(text, split_passages(text), furniture or {})
    quotations = find_quotations(text, passages)
    people = People(text, passages)
    told = [(at, passage) for at, passage in enumerate(passages) if not passage.furniture]
    words = {passage.start: split_words(text, passage.start, passage.end) for _, passage in told}
    sentences = {passage.start: text[passage.start : passage.end] for _, passage in told}
    signs = {start: signs_of(said) for start, said in sentences.items()}
    folded = lowered(text)
    numbers = {
        passage.start: list(islice(find_in_lower_case(folded, passage.start, passage.end), MOST_NUMBERS + 1))
        if not signs[passage.start].isdisjoint(NUMERALS)
        else ()
        for _, passage in told
    }
    statements = tuple(
        (at, passage)
        for at, passage in told
        if len(words[passage.start]) <= MOST_WORDS
        and len(numbers[passage.start]) <= MOST_NUMBERS
        and len(people.between(passage.start, passage.end)) <= MOST_NAMES
    )
    starts = [passage.start for passage in passages]
    return Document(
        text, published, passages, statements, quotations, people, words, numbers, signs, sentences, starts
    )  # fmt: skip
