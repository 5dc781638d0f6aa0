"""One article's text, read: the only thing that kinds of claim look at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from secondsource.reading.numbers import Number, find_numbers
from secondsource.reading.passages import Passage, split_passages
from secondsource.reading.people import People
from secondsource.reading.quotations import Quotation, find_quotations
from secondsource.reading.words import Word, split_words

MOST_NUMBERS = 60  # of a passage: one with more is a table, which says nothing that can be read as a sentence


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what reading found in it; passages and quotations are in text order.

    Words and numbers are kept by the start of the passage that they stand in; furniture has none.
    """

    text: str
    published: date | None
    passages: tuple[Passage, ...]
    quotations: tuple[Quotation, ...]
    people: People
    words: Mapping[int, Sequence[Word]]
    numbers: Mapping[int, Sequence[Number]]

    def passage_at(self, at: int) -> int:
        """The number of the passage that text[at] lies in, or of the one before it."""
        return max(0, bisect_right(self.passages, at, key=lambda passage: passage.start) - 1)

    def numbers_in(self, passage: Passage) -> Sequence[Number]:
        """The numbers of a passage, in order."""
        return self.numbers.get(passage.start, ())

    def words_in(self, passage: Passage) -> Sequence[Word]:
        """The words and figures of a passage, in order."""
        return self.words.get(passage.start, ())

    def quotations_in(self, passage: Passage) -> Sequence[Quotation]:
        """The quotations that lie in a passage, in order."""
        low = bisect_left(self.quotations, passage.start, key=lambda quotation: quotation.start)
        return self.quotations[low : bisect_left(self.quotations, passage.end, key=lambda quotation: quotation.start)]

    def words_of(self, passage: Passage) -> str:
        """A passage's own text."""
        return self.text[passage.start : passage.end]

    @property
    def statements(self) -> tuple[tuple[int, Passage], ...]:
        """The passages that are not furniture, with their numbers."""
        return tuple((number, passage) for number, passage in enumerate(self.passages) if not passage.furniture)


def _numbers(text: str, passage: Passage) -> list[Number]:
    found = list(islice(find_numbers(text, passage.start, passage.end), MOST_NUMBERS + 1))
    return found if len(found) <= MOST_NUMBERS else []


def read(text: str, *, published: date | None = None) -> Document:
    """Read a text. Never raises on any text; published is the article's own date (its time zone's day), if known."""
    passages = split_passages(text)
    quotations = find_quotations(text, passages)
    told = [passage for passage in passages if not passage.furniture]
    words = {passage.start: split_words(text, passage.start, passage.end) for passage in told}
    numbers = {passage.start: found for passage in told if (found := _numbers(text, passage))}
    return Document(text, published, passages, quotations, People(text, passages), words, numbers)
