"""The youngest and the oldest of several people."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "ends"),
    [
        ("The climbers were aged between 19 and 61.", {"youngest 19", "oldest 61"}),
        ("The jurors ranged in age from 24 to 70.", {"youngest 24", "oldest 70"}),
        ("The pupils, aged six to 11, sang.", {"youngest 6", "oldest 11"}),
        ("The youngest of the sailors was just 17, the oldest 64.", {"youngest 17", "oldest 64"}),
        ("The oldest runner was 88 and wore red.", {"oldest 88"}),
    ],
)
def test_ends_are_read(find, sentence, ends):
    assert {claim.value for claim in find(sentence)} == ends


@pytest.mark.parametrize(
    "sentence",
    [
        "She is the oldest of four children.",
        "It is the oldest bridge of 12 in the city.",
        "The youngest has 3.5 acres.",
        "The second youngest was 9.",
        "The wine was aged between two and three times in oak.",
        "Josie and Mina, aged 19 and 23, sang.",
        "Prices ranged from 70 to 24 dollars.",
    ],
)
def test_what_is_no_end_of_ages_is_not_read(find, sentence):
    assert not find(sentence)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The climbers were aged between 19 and 61.", "The youngest climber was 19, the oldest 63."),
        ("The hostages are aged from nine to 70.", "The hostages ranged in age from eight to 70."),
        ("The oldest passenger was 81.", "The oldest passenger aboard was 84."),
    ],
)
def test_two_ages_of_one_end_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}
    assert stances(theirs, ours) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The singers were aged between 12 and 17.", "The judges were aged between 40 and 68."),
        ("The oldest passenger was 81.", "Among the crew, the oldest was 54."),
        ("The oldest passenger was 81. The oldest sailor was 54.", "The oldest passenger was 84."),
    ],
)
def test_ends_of_two_groups_do_not_conflict(stances, ours, theirs):
    assert not stances(ours, theirs)
    assert not stances(theirs, ours)
