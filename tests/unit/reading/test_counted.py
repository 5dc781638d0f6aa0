"""What a number counts."""

import pytest

from secondsource.reading import read
from secondsource.reading.counted import find_counted


def counted(sentence):
    document = read(sentence)
    return [(found.unit, found.value) for _, p in document.statements for found in find_counted(document, p)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nine people are now known to have died.", [("killed", 9)]),
        ("The flood, in which nine people lost their lives, is over.", [("killed", 9)]),
        ("The toll of the avalanche rises to nine.", [("killed", 9)]),
        ("Divers pulled nine people alive from the hold.", [("rescued", 9)]),
        ("Nine people are still unaccounted for.", [("missing", 9)]),
        ("The fire killed 14 people in Arta, nine in Belm and four in Corv.",
         [("killed", 14), ("killed", 9), ("killed", 4)]),
        ("Nine of the dead were in Belm.", [("killed", 9)]),
        ("The mill has nine looms.", [("loom", 9)]),
    ],
)  # fmt: skip
def test_casualties_by_their_state_and_things_by_their_noun(sentence, expected):
    assert counted(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine of the injured were in a coma.",
        "She was nine in Belm.",
        "The violin cost 20,000 crowns.",
        "The fine was 3,000 kronor.",
        "The crane lifted 900 pounds.",
        "The winner took 9,000 euros out of a pot of 40,000.",
        "Support for the canal rose from 40 percent to 52.",
    ],
)
def test_what_counts_nobody_says_nothing(sentence):
    assert not counted(sentence)


def test_a_number_alone_counts_what_nobody_says():
    assert counted("The shop sold nine in Belm.") == [("", 9.0)]
