"""Where towns lie."""

import pytest

from secondsource.reading.cities import far_apart, is_town


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("leeds", True),
        ("cape coast", True),
        ("san luis potosi", True),
        ("new york", True),
        ("orrin park", False),
        ("luxembourg", False),  # a country, too
    ],
)
def test_towns_are_known_by_their_whole_names(name, town):
    assert is_town(name) is town


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        ("leeds", "bristol", True),
        ("leeds", "bradford", False),
        ("hollywood", "los angeles", False),  # one Hollywood is in it, another far away
        ("lyon", "lyon", False),
        ("tampere", "vaasa", True),
    ],
)
def test_two_names_are_far_apart_where_no_two_places_of_theirs_are_near(one, other, far):
    assert far_apart(one, other) is far_apart(other, one) is far
