"""Numbers as news writes them, with the words that bound them."""

import pytest

from secondsource.comparing.one_number import agree
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


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 40 and 50 people", 40, 50),
        ("30 to 40 metres", 30, 40),
        ("30-40 metres", 30, 40),
        ("three or four boats", 3, 4),
        ("3 to 5 million homes", 3e6, 5e6),
        ("two to three thousand fans", 2_000, 3_000),
        ("about 12 to 15 witnesses", 12, 15),
    ],
)
def test_a_range_is_its_upper_end_which_knows_the_lower(text, low, high):
    *_, last = find_numbers(f"There were {text}.")
    assert (last.low, last.value, last.bound) == (low, high, "range")
    assert f"There were {text}."[last.bound_start :].startswith(text.split()[0])


@pytest.mark.parametrize(
    "text",
    [
        "Rates rose from 40 to 50 points.",
        "The index was up 3 to 17 points.",
        "The team won 2 to 4 times.",
        "The score was 4-2.",
        "It has 40 cows and 50 sheep.",
        "Ages 12, 14 and 16.",
        "They sold 4 to 900 shops.",
    ],
)
def test_two_numbers_that_are_no_range(text):
    assert all(number.low is None for number in find_numbers(text))


@pytest.mark.parametrize("text", ["Dozens of people fled.", "Hundreds of homes burned.", "Thousands marched."])
def test_open_amounts_are_no_numbers(text):
    assert not values(text)


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ((100, "least"), (146, ""), None),
        ((12, "least"), (21, ""), None),
        ((30, "least"), (39, ""), True),
        ((100, "least"), (240, ""), False),
        ((100, "least"), (70, ""), False),
        ((187, ""), (187.5, ""), True),
        ((188, ""), (187.5, ""), True),
        ((186, ""), (187.5, ""), False),
        ((187e9, ""), (187.5e9, ""), True),
        ((18e9, ""), (18.9e9, ""), False),
        ((99.6, ""), (100.5, ""), False),
        ((0.123, ""), (0.125, ""), False),
        ((999.6, ""), (1000.5, ""), False),
        ((12_300, ""), (12_390, ""), False),
    ],
)
def test_more_than_allows_for_more_and_a_rounding_may_leave_the_rest_off(ours, theirs, same):
    assert agree(*ours, *theirs) is agree(*theirs, *ours) is same


def test_half_a_dozen_is_six():
    assert values("half a dozen boats") == [6]


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ((50, "range", 40), (45, "", None), True),
        ((50, "range", 40), (60, "range", 48), True),
        ((50, "range", 40), (51, "", None), None),
        ((50, "range", 40), (90, "", None), False),
        ((50, "range", 40), (45, "least", None), True),
        ((-5, "", None), (-5, "", None), True),
        ((-5, "", None), (5, "", None), None),
        ((-5, "", None), (-9, "", None), False),
    ],
)
def test_ranges_agree_where_they_overlap_and_a_sign_is_looked_at(ours, theirs, same):
    for (a, a_bound, a_low), (b, b_bound, b_low) in ((ours, theirs), (theirs, ours)):
        assert agree(a, a_bound, b, b_bound, a_low, b_low) is same


@pytest.mark.parametrize("digits", ["9" * 17, "9" * 400, "9" * 400 + " million", "9,999,999,999,999,999"])
def test_what_no_arithmetic_holds_is_no_number(digits):
    assert values(f"The form bore the number {digits} and two stamps.") == [2]
