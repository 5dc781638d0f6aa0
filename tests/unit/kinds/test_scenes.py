"""Where it took place."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The mill fire began in a lift shaft.", "The fire in the mill broke out in the boiler room."),
        ("The smuggler was arrested at an airport in May.", "In May the smuggler was arrested in a barn."),
        ("The stolen harp was found in a church near Orrin.", "The stolen harp turned up in a bank vault."),
        ("The choir festival will be held in Tampere in June.", "The choir festival takes place in Vaasa in June."),
        ("The smuggler was arrested in Lyon in May.", "In May the smuggler was arrested in Toulouse."),
        (
            "The balloon with two doctors on board came down near Lyon after a storm.",
            "After a storm the balloon came down close to Toulouse with two doctors on board.",
        ),
    ],
)
def test_two_places_of_one_act_conflict(stances, ours, theirs):
    assert "conflicts" in stances(ours, theirs)
    assert "conflicts" in stances(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The mill fire began in the kitchen.", "The mill fire broke out on the ground floor."),
        ("The cellist Ana Sol was born in Leeds.", "The cellist Ana Sol was born in Bradford."),  # 13 kilometres away
        ("The cellist Ana Sol was born in Hollywood.", "The cellist Ana Sol was born in Los Angeles."),
        ("The cellist Ana Sol was born in Manhattan.", "The cellist Ana Sol was born in New York."),
        ("The cellist Ana Sol was born in Leeds.", "The cellist Ana Sol was born in New Leeds Bay."),
        ("The cellist Ana Sol was born in Toulouse.", "The cellist Ana Sol was born in Occitanie."),
        ("A march took place in Lyon on Sunday.", "A march took place in Toulouse on Sunday."),
        ("A man was arrested in Lyon over the stolen harp.", "A man was arrested in Toulouse over the stolen harp."),
        ("The thief Bo Hay was arrested in Lyon on Friday.", "The thief Max Kral was arrested in Toulouse on Friday."),
        ("The choir festival will be held in Tampere.", "The choir festival, once of Tampere, takes place in Vaasa."),
        ("The choir festival will be held in Tampere in June.", "The chess congress will be held in Vaasa in June."),
        ("The choir festival was held in Tampere in 2019.", "The choir festival was held in Vaasa in 2021."),
        ("The smuggler was arrested in Lyon on Friday.", "His brother was arrested in Toulouse on Friday."),
        (
            "Bo Hay was arrested in Lyon on Friday over a theft.",
            "Bo Hay was arrested in Toulouse in 2014 over a theft.",
        ),
        ("The stolen gold was found in Lyon.", "Some of the stolen gold was found in Toulouse."),
        ("The inquiry will be held in Birmingham.", "The inquiry's first hearing was held in London."),
        ("The tour of the choir began in Leeds on Friday.", "The tour of the choir was held in Bristol on Friday."),
        (
            "The thief was arrested in Lyon on Friday. Another was held in Toulouse.",
            "The thief was arrested in Toulouse on Friday.",
        ),
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
