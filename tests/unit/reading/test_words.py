"""Words that can tell of one thing."""

import pytest

from secondsource.reading.words import related


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("marry", "wedding"),
        ("fatal", "fatality"),
        ("statistical", "statistics"),
        ("mexican", "mexico"),
        ("quake", "earthquake"),
    ],
)
def test_words_of_one_root_or_sense_are_akin(a: str, b: str) -> None:
    assert related(a, b)
    assert related(b, a)


@pytest.mark.parametrize(
    ("a", "b"), [("fatal", "fate"), ("statistical", "state"), ("mexican", "mexicano"), ("bell", "violin")]
)
def test_words_that_only_look_alike_are_not(a: str, b: str) -> None:
    assert not related(a, b)
