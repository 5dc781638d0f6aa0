"""What cannot both be so: shares of one group, and acts that settle one matter."""

from datetime import date

import pytest

MONDAY, THURSDAY = date(2024, 5, 13), date(2024, 5, 16)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Both balloonists were killed.", "One of the balloonists is alive."),
        ("Neither of the divers survived.", "One of the two divers is alive."),
        ("All of the bridges had been inspected.", "Two of the bridges had not been inspected."),
        ("None of the paintings was insured.", "Several of the paintings were insured."),
        ("The tribunal granted the brewer's appeal.", "The tribunal dismissed the brewer's appeal."),
        ("The regulator approved the ferry merger.", "The regulator blocked the ferry merger."),
        ("The regulator approved the ferry merger earlier on Monday.", "The regulator blocked the ferry merger."),
        ("Farmers raised milk prices in Harlow.", "Farmers cut milk prices in Harlow."),
    ],
)
def test_what_excludes_the_other_conflicts(stances, ours, theirs):
    assert "conflicts" in stances(ours, theirs)
    assert "conflicts" in stances(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Both balloonists were killed.", "One of the balloonists died at once."),
        ("Both balloonists were killed.", "One of the spectators is alive."),
        ("Both balloonists were believed dead.", "One of the balloonists is alive."),
        ("All of the bridges had been inspected.", "None of the tunnels had been inspected."),
        ("Norvik bought the quarry.", "Taldo sold the quarry."),
        ("The tribunal granted the brewer's appeal.", "Harlow's council dismissed a baker over pies."),
        ("Both balloonists were killed. One of the balloonists is alive.", "One of the balloonists is alive."),
        ("The shop opened in May.", "The shop closed in May."),
        ("The brewer was acquitted of arson in Harlow.", "The brewer was convicted of smuggling in Harlow."),
        ("Dockers rejected a first offer in the strike.", "Dockers accepted an offer in the strike."),
        ("The regulator approved the ferry merger in March.", "The regulator blocked the ferry merger on Monday."),
    ],
)
def test_what_does_not_exclude_the_other_is_in_no_conflict(stances, ours, theirs):
    assert not stances(ours, theirs) & {"conflicts", "updates"}
    assert not stances(theirs, ours) & {"conflicts", "updates"}


def test_what_is_told_of_all_does_not_change_for_some_of_them_later(stances):
    ours, theirs = "Both balloonists were killed.", "One of the balloonists is alive."
    assert "conflicts" in stances(ours, theirs, MONDAY, THURSDAY)
    assert "updates" in stances(theirs, ours, MONDAY, THURSDAY)


def test_a_share_is_shown_with_how_many(relate):
    found = relate("Both balloonists were killed.", "One of the balloonists is alive.")
    assert ("conflicts", "Both balloonists were killed", "One of the balloonists is alive") in found


def test_what_comes_for_the_first_time_had_never_been(stances):
    assert not stances(
        "No woman had ever captained the ferry across the strait of Orrin.",
        "It was the first time a woman had ever captained the ferry across the strait of Orrin.",
    )
