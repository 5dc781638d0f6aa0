"""Where it took place."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The mill fire began in a lift shaft.", "The fire in the mill broke out in the boiler room."),
        ("The smuggler was arrested at an airport in May.", "In May the smuggler was arrested in a barn."),
        ("The stolen harp was found in a church near Orrin.", "The stolen harp turned up in a bank vault."),
    ],
)
def test_two_places_of_one_act_conflict(stances, ours, theirs):
    assert "conflicts" in stances(ours, theirs)
    assert "conflicts" in stances(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The mill fire began in the kitchen.", "The mill fire broke out on the ground floor."),
        ("The cellist Ana Sol was born in Leeds.", "The cellist Ana Sol was born in Yorkshire."),
        ("The cellist Ana Sol was born in Orrin.", "The flautist Eve Marsh was born in Utopia."),
        ("The cellist Ana Sol was born in Orrin.", "The cellist Ana Sol was born in Utopia, Ohio."),
        ("The chess final was played at Orrin Park.", "The chess final was played in Thule."),
        ("The balloon came down near the village of Orrin.", "The balloon came down close to Thule."),
        ("The stolen harp was found in the Baltic by divers.", "The stolen harp was found near a beach by divers."),
        ("The stolen harp was found in a wood.", "The stolen harp was discovered by a walker on a beach path."),
        ("The funeral of Ana Sol was held in Orrin Abbey.", "Ana Sol was buried in a churchyard in Thule."),
        ("The mill fire began in the kitchen.", "The mill fire started in the shaft of a lift by the kitchen."),
        ("The tornado touched down in Dallas County.", "The tornado touched down near Perry."),
        ("The smuggler was arrested at an airport.", "The smuggler was arrested at an airport hotel."),
        ("The chess final will be held in Orrin.", "The chess final was first to be held in Thule, and then in Orrin."),
        ("The thief was seen in Orrin.", "The thief was seen in Thule."),
        ("The judge was found guilty in a courtroom.", "The judge was found guilty at home."),
    ],
)
def test_places_that_may_hold_one_another_or_are_of_two_acts_do_not(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
