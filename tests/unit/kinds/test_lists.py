"""The length of a list of names against a stated number."""

import pytest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Police named the suspects: Ann Lee, Max Sol, Bo Teo and Kit Marr.",
            ["Ann Lee", "Max Sol", "Bo Teo", "Kit Marr"],
        ),
        ("They live with their children, Mia, 10, Tom, eight, and Sara, 5.", ["Mia", "Tom", "Sara"]),
        (
            "The firm has hired three engineers this year — Ann Lee, Max Sol and Bo Teo.",
            ["Ann Lee", "Max Sol", "Bo Teo"],
        ),
        ("The winners are Ann Lee (41), Max Sol (30) and Bo Teo (27).", ["Ann Lee", "Max Sol", "Bo Teo"]),
    ],
)
def test_a_list_is_its_names(find, text, names):
    assert names in [claim.data["listed"] for claim in find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "He has children, including Mia, Tom and Sara.",
        "Some of the suspects, Ann Lee, Max Sol and Kit Marr, fled.",
        "The buses run in Leeds, York and Hull.",
        "Her children Mia and Tom sang.",
    ],
)
def test_a_part_of_a_list_and_what_lists_no_people_is_none(find, text):
    assert not [claim for claim in find(text) if claim.data["listed"]]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Police named the suspects: Ann Lee, Max Sol, Bo Teo and Kit Marr.", "Police named four suspects."),
        ("They live with their children, Mia, 10, Tom, 8, and Sara, 5.", "They live with their three children."),
        ("The finalists are Ann Lee, Max Sol and Bo Teo.", "Only three finalists sang."),
    ],
)
def test_a_list_as_long_as_the_number_corroborates(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("They live with their children, Mia, 10, Tom, 8, and Sara, 5.", "They live with their four children."),
        ("The pair adore their sons, Max, Bo and Kit.", "Police spoke to their five sons."),
    ],
)
def test_a_couples_children_listed_and_counted_differently_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The judges, Ann Lee, Max Sol and Kit Marr, met.", "Four judges met."),
        ("They live with their children, Mia, Tom and Sara.", "He is a father of four children."),
        ("They live with their children, Mia, Tom and Sara.", "They live with at least four children."),
        ("Police named the suspects: Ann Lee, Max Sol and Kit Marr.", "Police named three victims."),
        ("They live with their children, Mia, Tom and Sara.", "Their three dogs slept."),
    ],
)
def test_lists_that_need_not_be_whole_say_nothing(stances, ours, theirs):
    assert not stances(ours, theirs)
