"""A text's id does not depend on how its quotation marks and white space are set."""

import pytest

from secondsource.identity import canonical, digest


@pytest.mark.parametrize(
    ("told", "same"),
    [
        ("“We ditched,” the pilot said.", '"We ditched," the pilot said.'),
        ("The mayor’s  ‘calm’\n answer", "The mayor's 'calm' answer"),
        ("\u00a0Der „Kapitän“ sang «leise»\u2028", 'Der "Kapitän" sang "leise"'),
    ],
)
def test_marks_and_space_are_the_same_however_they_are_set(told: str, same: str) -> None:
    assert canonical(told) == canonical(same) == same


def test_other_letters_and_other_marks_are_not() -> None:
    assert canonical("Kapitän, 41") != canonical("Kapitan, 41")
    assert canonical("He sang.") != canonical("He sang!")


def test_an_id_tells_where_one_part_ends() -> None:
    assert digest("ab", "c") != digest("a", "bc")
