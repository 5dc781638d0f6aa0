"""One article's text, read: the only thing that kinds of claim look at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from secondsource.reading.numbers import Number, find_numbers
from secondsource.reading.passages import Passage, split_passages
from secondsource.reading.people import People
from secondsource.reading.quotations import Quotation, find_quotations

MOST_NUMBERS = 60  # of a passage: one with more is a table, which says nothing that can be read as a sentence


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what reading found in it; passages and quotations are in text order."""

    text: str
    published: date | None
    passages: tuple[Passage, ...]
    quotations: tuple[Quotation, ...]
    people: People
    numbers: tuple[Number, ...]

    def passage_at(self, at: int) -> int:
        """The number of the passage that text[at] lies in, or of the one before it."""
        return max(0, bisect_right(self.passages, at, key=lambda passage: passage.start) - 1)

    def numbers_in(self, passage: Passage) -> Sequence[Number]:
        """The numbers of a passage, in order."""
        low = bisect_left(self.numbers, passage.start, key=lambda number: number.start)
        return self.numbers[low : bisect_left(self.numbers, passage.end, key=lambda number: number.start)]

    def quotations_in(self, number: int) -> Sequence[Quotation]:
        """The quotations of passage `number`, in order."""
        low = bisect_left(self.quotations, number, key=lambda quoted: quoted.passage)
        return self.quotations[low : bisect_right(self.quotations, number, key=lambda quoted: quoted.passage)]

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
    numbers = tuple(number for passage in passages if not passage.furniture for number in _numbers(text, passage))
    return Document(text, published, passages, quotations, People(text, passages), numbers)
