"""Shares of a whole and changes: compared for one thing at one time."""

from datetime import date

import pytest

from secondsource.kinds.percentages import Percentages


@pytest.mark.parametrize(
    "words", ["6 percent", "6 per cent", "6%", "6.5 percent", "about 6 percent", "six percent", "6pc", "6 pct"]
)
def test_a_percentage_is_read_however_it_is_written(find, words):
    assert any(words in claim.exact for claim in find(f"Shares fell {words} on Thursday."))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Shares fell 6 percent on Thursday.", "Shares fell 7 percent on Thursday."),
        ("Turnout was 61 percent.", "Turnout was 63 percent."),
    ],
)
def test_two_shares_of_one_thing_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Profit fell 18 percent in the third quarter.", "Third-quarter profit fell 18%."),
        ("Sol won 52 percent of the vote.", "Sol won 52.3 percent of the vote."),
    ],
)
def test_one_share_of_one_thing_corroborates(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Shares fell 6 percent on Thursday.", "Shares fell 7 percent on Friday."),
        ("Shares fell 6 percent.", "Shares rose 6 percent."),
        ("Shares in Norvik fell 6 percent.", "Shares in Volta fell 7 percent."),
        ("Profit fell 18 percent.", "Sales fell 17 percent."),
        ("Turnout was 61 percent.", "Turnout was 57 percent in 2020."),
        ("Turnout was 61 percent.", "Turnout in the capital was 57 percent."),
        ("Sol won 52 percent of the vote.", "Krall won 47 percent of the vote."),
        ("Some 40 percent of women support it.", "Some 38 percent of men support it."),
        ("Unemployment rose to 5.1 percent.", "Unemployment rose by 4.9 percent."),
        ("Unemployment rose to 5.1 percent in May.", "Unemployment was 4.9 percent in April."),
        ("With 97 percent of votes counted, Sol led.", "With 90 percent of votes counted, Sol led."),
        ("The fire is 40 percent contained.", "The fire was 35 percent contained on Sunday."),
    ],
)
def test_shares_of_two_things_or_times_are_in_no_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Rents fell 4% in the first six months in Elm.", "Rents fell 7% in the year in Elm."),
        ("The fund closed down 1.2 percent on Monday.", "The fund was down 0.8 percent at noon on Monday."),
        ("Bookings rose 12 percent in the first half of the year.", "Bookings rose 9 percent in the second half."),
        ("The dam was half full in the first half of the year.", "Half of the dam is empty."),
    ],
)
def test_shares_of_two_spans_of_time_are_not_compared(stances, ours, theirs):
    assert not stances(ours, theirs)


def test_half_of_a_span_of_time_is_no_share(find):
    assert not find(
        "The second half of the season was dry. The first half of it rained. They led for half of the game."
    )
    assert [claim.value for claim in find("Some 40 nurses, half of the staff, left.")] == ["half"]


def test_what_is_done_so_far_grows(stances):
    ours, theirs = "The blaze is 40 percent contained.", "The blaze is 50 percent contained."
    assert stances(ours, theirs, date(2024, 5, 14), date(2024, 5, 15)) == {"updates"}
    assert stances(ours, theirs) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs", "two"),
    [
        ("A poll by Nordis put the mayor at 51 percent.", "A poll by Kvant put the mayor at 47 percent.", True),
        ("A survey for the Argus found 51 percent for it.", "Some 47 percent are for it.", True),
        ("The Nordis poll found 51 percent for it.", "A poll by Nordis found 47 percent for it.", False),
        ("Turnout in the vote was 51 percent.", "Turnout at the polls was 47 percent.", False),
    ],
)
def test_two_polls_find_two_shares(find, ours, theirs, two):
    assert Percentages().bars(*find(ours), *find(theirs)) is two


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "The Greens won 19.9 percent of the vote.",
            "The top three parties will each get around 20 percent of the vote.",
        ),
        (
            "The Norlin Choir drew 30.4 percent of the applause.",
            "Each of the choirs drew some 30 percent of the applause.",
        ),
    ],
)
def test_a_rounded_share_of_one_and_that_of_others_do_not_corroborate(stances, ours, theirs):
    assert "corroborates" not in stances(ours, theirs)


def test_a_rounded_share_of_one_that_both_name_corroborates(stances):
    theirs = "Support for the Norlin Greens stood at around 20 percent of the vote."
    assert stances("The Norlin Greens won 19.9 percent of the vote.", theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs", "two"),
    [
        ("In Orlo 81 percent of pupils are vaccinated.", "Across Ruvia 88 percent of pupils are vaccinated.", True),
        ("Rents in Elm rose 4 percent.", "Nationwide rents rose 6 percent.", True),
        ("Beds were 70 percent full in Elm.", "Throughout the country beds were 64 percent full.", True),
        ("Turnout was 61 percent.", "Across the region turnout was 64 percent.", True),
        ("Worldwide 12 percent of bees are ill.", "In Tasmania 17 percent of bees are ill.", True),
        ("Across Ruvia 81 percent of pupils are vaccinated.", "In Ruvia 88 percent of pupils are vaccinated.", False),
        ("Nationwide rents rose 4 percent.", "Rents rose 6 percent across the country.", False),
        ("Some 70 percent of beds in Elm were full.", "Some 64 percent of beds in Elm were full.", False),
        ("The final result gives Sol 52.3 percent.", "The final count gives Sol 52.1 percent.", False),
        ("Turnout was 61 percent.", "Turnout was 64 percent.", False),
    ],
)
def test_shares_of_a_country_and_of_a_part_of_it_are_two(find, ours, theirs, two):
    a, b = find(ours)[-1], find(theirs)[-1]
    assert Percentages().bars(a, b) is two
    assert Percentages().bars(b, a) is two


AIRLINE = (
    "The airline published its figures on Tuesday. {} Its chairwoman blamed the price of fuel. The dividend stays."
)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Profit in the quarter fell 18 percent.", "Profit in the quarter was down by 13 percent."),
        ("Profit in the quarter grew by 9 percent.", "Profit in the quarter rose 6 percent."),
    ],
)
def test_two_changes_of_one_direction_are_compared_however_they_are_told(stances, ours, theirs):
    assert stances(AIRLINE.format(ours), AIRLINE.format(theirs)) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Shares in the airline lost 6 percent.", "Shares in the airline regained 4 percent."),
        ("Profit in the quarter was up by 9 percent.", "Profit in the quarter was 7 percent of sales."),
    ],
)
def test_changes_of_two_directions_and_a_share_are_not(stances, ours, theirs):
    assert not stances(AIRLINE.format(ours), AIRLINE.format(theirs))
