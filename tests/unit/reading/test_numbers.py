"""Numbers as news writes them, with the words that bound them."""

import pytest

from secondsource.reading.numbers import find_numbers


def values(text: str) -> list[float]:
    return [number.value for number in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("34 people", 34),
        ("12,300 voters", 12_300),
        ("1,234,567 votes", 1_234_567),
        ("3.5 points", 3.5),
        ("seven boats", 7),
        ("thirty-one people", 31),
        ("thirty one people", 31),
        ("Twelve soldiers", 12),
        ("two hundred houses", 200),
        ("two hundred and six houses", 206),
        ("three thousand five hundred workers", 3_500),
        ("a hundred boats", 100),
        ("a dozen witnesses", 12),
        ("two dozen witnesses", 24),
        ("3 million homes", 3e6),
        ("2.4 million homes", 2.4e6),
        ("two and a half million homes", 2.5e6),
        ("1.2bn shares", 1.2e9),
        ("40k fans", 40_000),
        ("5-million barrels", 5e6),
    ],
)
def test_a_number_is_read_in_digits_words_and_magnitudes(text, value):
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text", ["a people", "and so", "someone", "often", "tonight", "seventyfold", "B12", "A4 paper"]
)
def test_words_that_only_look_like_numbers_are_none(text):
    assert not values(text)


def test_a_comma_between_two_numbers_does_not_join_them():
    assert values("ages 12, 14 and 16") == [12, 14, 16]


def test_a_full_stop_ends_a_number():
    assert values("The toll was 34. Nobody knew.") == [34]


@pytest.mark.parametrize(
    ("phrase", "bound"),
    [
        ("at least 34", "least"),
        ("more than 34", "least"),
        ("over 34", "least"),
        ("no fewer than 34", "least"),
        ("up to 34", "most"),
        ("as many as 34", "most"),
        ("fewer than 34", "most"),
        ("less than 34", "most"),
        ("nearly 34", "most"),
        ("almost 34", "most"),
        ("about 34", "about"),
        ("around 34", "about"),
        ("some 34", "about"),
        ("roughly 34", "about"),
        ("an estimated 34", "about"),
        ("34", ""),
        ("the 34", ""),
        ("another 34", ""),
    ],
)
def test_a_bound_is_the_words_before_a_number(phrase, bound):
    assert next(find_numbers(f"There were {phrase} people")).bound == bound


def test_a_bound_starts_where_its_words_do():
    text = "There were at least 34 people"
    number = next(find_numbers(text))
    assert text[number.bound_start : number.end] == "at least 34"


def test_a_bound_does_not_reach_over_another_word():
    assert [n.bound for n in find_numbers("more than half of 34 people")][-1] == ""


def test_offsets_are_into_the_whole_text():
    text = "Nobody knew. Then 34 people came."
    number = next(find_numbers(text, 13))
    assert text[number.start : number.end] == "34"
