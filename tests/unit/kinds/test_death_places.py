"""Where somebody died: compared for one named person."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The pianist Ana Sol died on Sunday at her home.", "Ana Sol, who has died in hospital at 91, was shy."),
        ("Cyclist Max Keane was pronounced dead at the scene.", "Max Keane died later in a hospital in Leeds."),
        ("Colonel Ivo Brandt died in custody on 3 May.", "Ivo Brandt passed away at the family home, his lawyer said."),
        ("Farmer Jan Osei died instantly.", "Jan Osei died two days later at Orrin General Hospital."),
    ],
)
def test_two_places_of_one_death_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}
    assert stances(theirs, ours) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ana Sol died at her home.", "Max Keane died in hospital."),
        ("Ana Sol's husband died at home.", "Ana Sol died in hospital."),
        ("Three climbers died at the scene.", "Two climbers died in hospital."),
        ("Ana Sol could have died in hospital.", "Ana Sol died at home."),
        ("Ana Sol died. Her brother works in a hospital.", "Ana Sol died at home."),
        ("Ana Sol died at home.", "Ana Sol was treated in hospital in May."),
    ],
)
def test_two_deaths_and_what_is_no_place_of_one_do_not_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
    assert "conflicts" not in stances(theirs, ours)


def test_one_place_corroborates(stances):
    assert stances("Ana Sol died at her home.", "Ana Sol, who died at home, was 91.") == {"corroborates"}


@pytest.mark.parametrize("long", ["forty years", "half a century", "two decades"])
def test_how_long_somebody_was_in_prison_is_not_where_he_died(find, long):
    assert not find(f"Ana Sol died on Sunday after {long} in prison.")
