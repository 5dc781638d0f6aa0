"""Who it is, by name."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The synod elected Ana Sol as bishop on Monday.", "Max Keane was elected bishop by the synod on Monday."),
        ("Divers identified the dead swimmer as Ana Sol.", "The dead swimmer was named by divers as Eve Marsh."),
        ("The new ferry is to be called Kestrel.", "The new ferry will be named Osprey."),
    ],
)
def test_two_names_for_one_place_conflict(stances, ours, theirs):
    assert "conflicts" in stances(ours, theirs)
    assert "conflicts" in stances(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ana Sol won the women’s regatta.", "Max Keane won the men’s regatta."),
        ("Ana Sol won the third race.", "Eve Marsh won the fourth race."),
        ("Norvik won the regatta off Orrin.", "Ana Sol, who sails for Norvik, won the regatta off Orrin."),
        ("Ana Sol won the race in Orrin on Sunday.", "Eve Marsh won the race in Orrin on Sunday."),
        ("Ana Sol won the regatta off Orrin.", "Max Keane won the regatta off Orrin."),
        ("Galopin won the steeplechase at Orrin.", "Jockey Max Keane won the steeplechase at Orrin."),
        ("Team Norvik won the regatta off Orrin.", "Ana Sol won the regatta off Orrin."),
        ("The film The Quiet Pond won the prize at Orrin.", "The prize at Orrin went to Ana Sol."),
        ("Storm Ada hit the islands on Monday.", "Storm Bruno hit the islands on Monday."),
        ("Ana Sol was elected leader of the guild.", "Eve Marsh was elected leader of the guild in the senate."),
        ("Ana Sol was named chair of the board.", "Eve Marsh was named chair of the audit board."),
        ("The new ferry is to be called Kestrel.", "The new ferry’s saloon will be called Osprey."),
        ("One of the victims was named as Ana Sol.", "The victim was named as Eve Marsh."),
        ("The synod elected Ana Sol as bishop.", "The synod named Max Keane as deputy bishop."),
        ("The synod elected Ana Sol as bishop.", "Dr Sol was elected bishop by the synod."),
        ("The new ferry is to be called Kestrel.", "The old ferry was called Osprey."),
        ("The wife of Ana Sol won the regatta.", "The regatta was won by Eve Marsh."),
    ],
)
def test_two_places_and_one_name_do_not(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
