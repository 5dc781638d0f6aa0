"""How many years lie between two people."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("The couple have a 15-year age gap.", "15"),
        ("The couple's fifteen-year age gap made news.", "15"),
        ("An age gap of 15 years parts the senator and his wife.", "15"),
        ("There is an age difference of nine years between the brothers.", "9"),
        ("The striker is 15 years older than his wife.", "15"),
        ("His wife is 15 years his junior.", "15"),
        ("The banker, six years her senior, moved out.", "6"),
        ("The two robbers are six years apart in age.", "6"),
    ],
)
def test_a_gap_is_read_in_years(find, sentence, years):
    assert [claim.value for claim in find(sentence)] == [years]


@pytest.mark.parametrize(
    "sentence",
    [
        "She bridged a 10-year gap between titles.",
        "The law closes a 5-year gap in coverage.",
        "Life expectancy shows a 7-year gap between rich and poor.",
        "The bridge is 20 years older than the tower.",
        "The company is 20 years older than its rival.",
        "The gender pay gap narrowed for 15 years.",
        "He was jailed for 15 years.",
        "She has 15 years of experience as a judge.",
        "The 15-year difference in sentences was unjust, he said.",
        "The twins' 12-year gap between albums ended.",
    ],
)
def test_years_between_other_things_are_no_age_gap(find, sentence):
    assert not find(sentence)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The couple have a 15-year age gap.", "His wife is 15 years his junior."),
        ("The senator is nine years older than his husband.", "An age gap of nine years parts the couple."),
        ("The couple's six-year age gap drew comment.", "He is six years older than her."),
    ],
)
def test_one_gap_told_in_two_ways_corroborates(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The couple have a 15-year age gap.", "The 14-year age difference worried the couple's parents."),
        ("The singer and the chef have a seven-year age gap.", "The couple's eight-year age gap was noted."),
    ],
)
def test_two_gaps_close_together_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The couple have a 15-year age gap.", "The couple have a 31-year age gap."),
        (
            "The couple have a 15-year age gap.",
            "Their 14-year age gap is small beside the mayor's 17-year age gap with his wife.",
        ),
        ("The couple have a 15-year age gap.", "She bridged a 14-year gap between titles."),
        ("The couple have a 15-year age gap.", "The tower is 14 years older than the bridge."),
    ],
)
def test_gaps_that_may_be_of_others_are_in_no_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)


@pytest.mark.parametrize(
    "ours",
    [
        "The couple, Ann Lee, 40, and Bo Marr, 28, wed in May.",
        "In July 2012, when they tied the knot, Ann Lee was 40 and Bo Marr was 28.",
        "Singer Ann Lee, 40, and her husband Bo Marr, 28, own a vineyard.",
    ],
)
def test_the_ages_of_a_couple_give_their_gap(stances, ours):
    assert stances(ours, "The pair have a 12-year age gap.") == {"corroborates"}
    assert not stances(ours, "The pair have a 13-year age gap.")


@pytest.mark.parametrize(
    "ours",
    [
        "Police held Ann Lee, 40, and Bo Marr, 28.",
        "The couple, Ann Lee, 40, and Bo Marr, 28, have a son, Kit Marr, 5.",
        "The couple, Ann Lee, 40, and Bo Marr, have sold their house.",
    ],
)
def test_the_ages_of_others_give_no_gap(find, ours):
    assert not find(ours)
