"""Who did it to whom: the same act the other way round."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The Kestrel rammed the Petrel off Orrin in fog.", "In fog off Orrin the Petrel ran into the Kestrel."),
        ("Ana Sol shot Max Keane in the bar on Friday.", "Ana Sol was shot in the bar on Friday by Max Keane."),
        (
            "Deputies say Ivo Brandt fired first, at his neighbour Ana Sol, after a quarrel about a gate.",
            "It was Sol who fired the first shot, at Brandt, after a quarrel about a gate.",
        ),
        (
            "The rider Max Keane touched the rear wheel of Bo Marr in the sprint for Orrin.",
            "The jury blamed Bo Marr, who had swerved into Max Keane in the sprint for Orrin.",
        ),
    ],
)
def test_an_act_the_other_way_round_conflicts(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}
    assert stances(theirs, ours) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ana Sol shot Max Keane in the bar.", "Max Keane was shot in the bar by Ana Sol."),
        ("Ana Sol shot Max Keane in the bar.", "Max Keane sued Ana Sol over the bar."),
        ("Ana Sol shot Max Keane in the bar.", "Max Keane shot Eve Marsh in the bar."),
        (
            "Ana Sol shot Max Keane in the bar.",
            "Ana Sol shot Max Keane, and then Max Keane shot Ana Sol in the bar.",
        ),
        ("Ana Sol shot Max Keane in the bar.", "Nobody says that Max Keane never shot Ana Sol in the bar."),
        (
            "Ana Sol shot Max Keane in the bar.",
            "In Leeds the boxer Max Keane had once attacked Ana Sol with a chair.",
        ),
        ("The tram clipped the Kestrel Line's gate.", "The Kestrel Line ran into the tram's gate."),
        ("Mayor Ana Sol accused Max Keane of a lie over the pier.", "Max Keane accused Mayor Ana Sol over the pier."),
        ("Ana Sol rang Max Keane about the will on Friday.", "On Friday Max Keane rang Ana Sol about the will."),
        ("Ana Sol overtook Max Keane in the tunnel.", "In the tunnel Max Keane overtook Ana Sol."),
        ("The Kestrel rammed the Petrel off Orrin.", "The Petrel rammed the Kestrel's boat off Orrin."),
        ("Rovers sacked Ana Sol.", "Sol, it is said, fired at Rovers."),
    ],
)
def test_other_acts_and_other_people_do_not(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
    assert "conflicts" not in stances(theirs, ours)
