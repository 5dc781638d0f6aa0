"""Who did it to whom: the same act the other way round."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The Kestrel rammed the Petrel off Orrin in fog.", "In fog off Orrin the Petrel ran into the Kestrel."),
        ("Ana Sol punched Max Keane in the bar on Friday.", "Ana Sol was punched in the bar on Friday by Max Keane."),
        (
            "Norvik Foods has bought Halden Dairy for nine million.",
            "Halden Dairy took over Norvik Foods for nine million.",
        ),
        (
            "Deputies say Ivo Brandt fired first, at his neighbour Ana Sol, after a quarrel about a gate.",
            "It was Sol who fired the first shot, at Brandt, after a quarrel about a gate.",
        ),
        (
            "The rider Max Keane touched the rear wheel of Bo Marr in the sprint for Orrin.",
            "The jury blamed Bo Marr, who had swerved into Max Keane in the sprint for Orrin.",
        ),
        ("Mayor Ana Sol sued Max Keane over the pier.", "Over the pier Max Keane sued Mayor Ana Sol."),
    ],
)
def test_an_act_the_other_way_round_conflicts(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}
    assert stances(theirs, ours) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ana Sol punched Max Keane in the bar.", "Max Keane was punched in the bar by Ana Sol."),
        ("Ana Sol punched Max Keane in the bar.", "Max Keane sued Ana Sol over the bar."),
        ("Ana Sol punched Max Keane in the bar.", "Max Keane punched Eve Marsh in the bar."),
        (
            "Ana Sol punched Max Keane in the bar.",
            "Ana Sol punched Max Keane, and then Max Keane punched Ana Sol in the bar.",
        ),
        ("Ana Sol punched Max Keane in the bar.", "Nobody says that Max Keane never punched Ana Sol in the bar."),
        (
            "Ana Sol punched Max Keane in the bar.",
            "In Leeds the boxer Max Keane had once attacked Ana Sol with a chair.",
        ),
        ("Rovers sacked Ana Sol.", "Sol, it is said, fired at Rovers."),
    ],
)
def test_other_acts_and_other_people_do_not(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
    assert "conflicts" not in stances(theirs, ours)
