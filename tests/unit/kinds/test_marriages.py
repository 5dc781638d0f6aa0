"""Who married whom."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "two"),
    [
        ("The sculptor Ana Sol married Max Keane in May.", "Ana Sol and Max Keane"),
        ("Ana Sol and Max Keane wed on a ferry.", "Ana Sol and Max Keane"),
        ("Ana Sol tied the knot with the goalkeeper Max Keane.", "Ana Sol and Max Keane"),
        ("Ana Sol and Max Keane exchanged vows in Leeds.", "Ana Sol and Max Keane"),
        ("The wedding of Ana Sol and Max Keane was small.", "Ana Sol and Max Keane"),
        ("Ana Sol’s marriage to Max Keane ended.", "Ana Sol and Max Keane"),
        ("Ms. Ana Sol spoke of her marriage to Max Keane.", "Ana Sol and Max Keane"),
    ],
)
def test_both_who_marry_are_named(find, sentence, two):
    assert [claim.value for claim in find(sentence)] == [two]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Sol never married Max Keane.",
        "Ana Sol married in May, and Max Keane sang.",
        "Ana Sol married her coach.",
        "Ana Sol married the day Max Keane died.",
        "The marriage of skill and luck pleased Ana Sol.",
        "Ana Sol, who is married, met Max Keane.",
    ],
)
def test_no_marriage_is_made_up(find, sentence):
    assert not find(sentence)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The pilot Ana Sol married Max Keane.", "Max Keane and Ana Sol wed in Orrin."),
        ("Ana Sol married the chess champion Max Keane.", "She recalled the wedding of Ana Sol and Max Keane."),
        ("Ana Sol’s marriage to Max Keane lasted.", "Ana Sol and Max Keane tied the knot."),
    ],
)
def test_a_marriage_of_the_same_two_corroborates(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ana Sol married Max Keane.", "Ana Sol married Tom Reed."),
        ("Ana Sol married Max Keane.", "Ana Sol plans to marry Max Keane."),
        ("Ana Sol married Max Keane.", "Eve Sol married Max Keane."),
    ],
)
def test_other_marriages_are_not_comparable(stances, ours, theirs):
    assert not stances(ours, theirs)
