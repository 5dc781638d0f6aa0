"""Who met whom."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "two"),
    [
        ("Ana Sol met Max Keane in Orrin.", "Ana Sol and Max Keane"),
        ("The chancellor, Ana Sol, met President Max Keane.", "Ana Sol and Max Keane"),
        ("Ana Sol and Max Keane met on the ferry.", "Ana Sol and Max Keane"),
        ("Ana Sol held talks with the coach, Max Keane, on Monday.", "Ana Sol and Max Keane"),
        ("Ana Sol flew to Orrin on Monday to meet Max Keane.", "Ana Sol and Max Keane"),
        ("Ana Sol flew in. She met with Max Keane.", "Ana Sol and Max Keane"),
        ("A meeting between Ana Sol and Max Keane lasted an hour.", "Ana Sol and Max Keane"),
        ("Ana Sol’s meeting with Max Keane lasted an hour.", "Ana Sol and Max Keane"),
    ],
)
def test_both_who_meet_are_named(find, sentence, two):
    assert [claim.value for claim in find(sentence)] == [two]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Sol did not meet Max Keane.",
        "Ana Sol refused a meeting with Max Keane.",
        "Ana Sol met nobody, and Max Keane left.",
        "Ana Sol met reporters in Max Keane's office.",
        "Ana Sol, who met the deadline, thanked Max Keane.",
        "If Ana Sol met Max Keane, nobody saw it.",
        "The council met in Elm Street.",
    ],
)
def test_no_meeting_is_made_up(find, sentence):
    assert not find(sentence)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The envoy Ana Sol met Max Keane in Orrin.", "Max Keane met Ana Sol for an hour."),
        ("Coach Ana Sol met striker Max Keane.", "The talks between Keane and Sol lasted. Max Keane met Ana Sol."),
        ("Ana Sol is to meet Max Keane on Monday.", "Max Keane will meet Ana Sol."),
    ],
)
def test_a_meeting_of_the_same_two_corroborates(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ana Sol met Max Keane.", "Ana Sol met Eve Marsh."),
        ("Ana Sol met Max Keane.", "Ana Sol will meet Max Keane."),
        ("Ana Sol met Max Keane.", "Ana Sol did not meet Max Keane."),
        ("Ana Sol met Max Keane in Orrin.", "Eve Sol met Max Keane in Leeds."),
    ],
)
def test_other_meetings_are_not_comparable(stances, ours, theirs):
    assert not stances(ours, theirs)
