"""What narrows a figure to a place or a part of a whole."""

import pytest

from secondsource.reading import read
from secondsource.reading.scopes import narrowed_by


def narrowing(sentence, figure):
    document = read(sentence)
    ((_, passage),) = document.statements
    start = sentence.index(figure)
    return narrowed_by(sentence, passage, start, start + len(figure), document.words_in(passage))


@pytest.mark.parametrize(
    ("sentence", "figure", "expected"),
    [
        ("Storms killed 12 in the village.", "12", ["village"]),
        ("Storms killed 12 in Arta.", "12", ["arta"]),
        ("The hospital's nurses treated 12 of them.", "12", ["hospital"]),
        ("The co-op's parent cut 90 jobs.", "90", ["parent"]),
        ("A levy raised 40 million after tax.", "40", ["after tax"]),
        ("Two died on Quarry Road.", "Two", ["road"]),
        ("In Arta 12 shops were flooded.", "12", ["arta"]),
        ("In Arta twelve shops were flooded.", "twelve", ["arta"]),
        ("Near Arta 30 cars and 12 vans were stuck.", "12", ["arta"]),
    ],
)
def test_places_and_parts_narrow_a_figure(sentence, figure, expected):
    assert narrowing(sentence, figure) == expected


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("A hospital boiler blew up and killed 12.", "12"),
        ("In March 12 shops were flooded.", "12"),
        ("A home fire appliance recall drew 12 complaints.", "12"),
        ("The dead in the Pine Hollow fire number 12.", "12"),
        ("Their votes in the Norland election fell to 12.", "12"),
        ("The school bus carried 12.", "12"),
        ("The toll in the Ferrol quarry collapse rose to 12.", "12"),
        ("A storm killed 12 on the same coast.", "12"),
    ],
)
def test_what_is_only_named_for_a_place_narrows_nothing(sentence, figure):
    assert narrowing(sentence, figure) == []
