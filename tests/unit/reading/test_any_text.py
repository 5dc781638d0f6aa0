"""Whatever the text, reading gives spans that lie in it, in order, and never raises."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.reading import read
from secondsource.reading.numbers import find_numbers
from secondsource.reading.times import find_dates

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
MARKS = st.text("\"“”‘’'«»„ .!?,…\n\r\t()[]-—–aA1", max_size=200)
SCRAPS = (
    """“|”|"|'|’s|\n|. |? | he asked| said|Ann Lee|Dr. |A. B. |, 41,| 41-year-old| in 2011| on Tuesday| 3 May| 1,200"""
    """| at least| two and a half million| twenty-|the |…|É|😀|\u2028|\u0000| his wife | first child|Mr."""
    """|U.S.|Related: | 10th anniversary| Jr."""
).split("|")
PIECES = st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join)
TEXTS = st.one_of(ANY, MARKS, PIECES)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_passages_are_slices_in_order_without_white_space_around_them(text: str) -> None:
    passages = read(text).passages
    assert all(text[p.start : p.end] == text[p.start : p.end].strip() != "" for p in passages)
    assert all(a.end <= b.start for a, b in pairwise(passages))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_passages_hold_every_letter_and_digit(text: str) -> None:
    kept = "".join(text[p.start : p.end] for p in read(text).passages)
    assert list(filter(str.isalnum, kept)) == list(filter(str.isalnum, text))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_quotation_lies_inside_its_passage(text: str) -> None:
    document = read(text)
    for quotation in document.quotations:
        passage = document.passages[quotation.passage]
        assert passage.start <= quotation.start < quotation.end <= passage.end


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_names_lie_in_the_text_in_order(text: str) -> None:
    mentions = read(text).people.mentions
    assert all(0 <= mention.start < mention.end <= len(text) for mention in mentions)
    assert all(a.start < b.start for a, b in pairwise(mentions))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_numbers_lie_in_the_text_in_order_behind_their_bounds(text: str) -> None:
    numbers = list(find_numbers(text))
    assert all(0 <= number.bound_start <= number.start < number.end <= len(text) for number in numbers)
    assert all(a.end <= b.start for a, b in pairwise(numbers))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_dates_lie_in_the_text_in_order(text: str) -> None:
    dates = list(find_dates(text))
    assert all(0 <= when.start < when.end <= len(text) for when in dates)
    assert all(a.end <= b.start for a, b in pairwise(dates))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    first, second = read(text), read(text)
    assert (first.passages, first.quotations, first.numbers) == (second.passages, second.quotations, second.numbers)
