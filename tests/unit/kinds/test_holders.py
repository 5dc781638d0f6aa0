"""Who it is, by name."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ana Sol won the regatta off Orrin.", "The regatta off Orrin was won by Eve Marsh."),
        ("The gold medal for archery went to Ana Sol.", "Eve Marsh took the gold medal for archery."),
        ("The synod elected Ana Sol as bishop on Monday.", "Max Keane was elected bishop by the synod on Monday."),
        ("Divers identified the dead swimmer as Ana Sol.", "The dead swimmer was named by divers as Eve Marsh."),
        ("The new ferry is to be called Kestrel.", "The new ferry will be named Osprey."),
        ("Hurricane Ada reached the coast on Monday.", "On Monday the hurricane, called Bruno, reached the coast."),
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
        ("One of the victims was named as Ana Sol.", "The victim was named as Eve Marsh."),
        ("The synod elected Ana Sol as bishop.", "The synod named Max Keane as deputy bishop."),
        ("The synod elected Ana Sol as bishop.", "Dr Sol was elected bishop by the synod."),
        ("The new ferry is to be called Kestrel.", "The old ferry was called Osprey."),
        ("The wife of Ana Sol won the regatta.", "The regatta was won by Eve Marsh."),
    ],
)
def test_two_places_and_one_name_do_not(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
