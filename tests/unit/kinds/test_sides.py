"""On which side: two sides of one thing conflict, two things' sides do not."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("She broke her left ankle in the fall.", "The fall broke her right ankle."),
        ("The fire began in the east wing of the abbey.", "Flames were first seen in the abbey's west wing."),
        ("The ferry was holed on its port side by the reef.", "The reef tore open the starboard side."),
        ("Surgeons removed his left kidney by mistake.", "His right kidney was removed, surgeons said."),
        ("Trumpets greeted the train on the northern platform.", "On the southern platform, trumpets were played."),
    ],
)
def test_two_sides_of_one_thing_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}
    assert stances(theirs, ours) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The boat was moored at the north pier.", "The choir sang on the south pier."),
        ("She broke her left ankle in the fall.", "She broke her left ankle and her right ankle in the fall."),
        ("Ann Lee broke her left wrist in the race.", "Bo Marr broke his right wrist in the race."),
        ("He won on the left wing of his party.", "He won the right to appeal."),
        ("The right-wing party won the vote in Norlin.", "The left-wing party won the vote in Norlin."),
        ("The fire may have begun in the east wing.", "The fire began in the west wing."),
        ("It rained on the east coast of Norlin.", "Sheep graze near the west coast of Utopia."),
        ("The upper deck of the bus was empty.", "The left deck of the bus was empty."),
        ("Ana Sol has injured her left knee.", "Ana Sol, who had surgery on her right knee in 2019, is injured."),
        ("The raider entered through the north entrance.", "The raider ran to the south entrance and found it locked."),
        ("She broke her left ankle in the fall.", "The fall in 2019 broke her right ankle."),
    ],
)
def test_two_things_and_both_sides_do_not_conflict(stances, ours, theirs):
    assert not stances(ours, theirs) & {"conflicts"}
    assert not stances(theirs, ours) & {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The fire began in the east wing of the abbey.", "Flames were first seen in the abbey's east wing."),
        ("He tore his left hamstring in training.", "Training cost him a torn left hamstring."),
    ],
)
def test_equal_sides_of_one_thing_corroborate(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


def test_a_side_in_politics_tells_of_no_place(find):
    assert not find("The right-wing opposition and the left-wing mayor left.")


@pytest.mark.parametrize(
    "text", ["Settlers came to the West Bank.", "Snow fell on the East Coast.", "STORM HITS SOUTH SHORE"]
)
def test_what_is_called_by_a_side_tells_of_none(find, text):
    assert find(text) == []
