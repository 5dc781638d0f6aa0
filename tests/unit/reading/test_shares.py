"""Of how many of a group a clause tells something."""

import pytest

from secondsource.reading.clauses import split_clauses
from secondsource.reading.shares import share
from secondsource.reading.words import split_words


def found(text):
    shares = [share(clause) for clause in split_clauses(text, split_words(text))]
    return [(s.how, s.of, s.told, s.denied) for s in shares if s]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Both acrobats fell.", ("all", "acrobat", ("fall",), False)),
        ("All five race horses were sold.", ("all", "horse", ("sell",), False)),
        ("Every bridge had been inspected.", ("all", "bridge", ("inspect",), False)),
        ("None of the paintings was insured.", ("none", "painting", ("insure",), False)),
        ("Neither of the pilots survived.", ("none", "pilot", ("survive",), False)),
        ("One of the two divers is alive.", ("some", "diver", ("alive",), False)),
        ("Three of the bridges had not been inspected.", ("some", "bridge", ("inspect",), True)),
    ],
)
def test_a_share_is_read(text, expected):
    assert found(text) == [expected]


@pytest.mark.parametrize("text", ["One acrobat fell.", "It was all over.", "None came.", "Both.", "all " * 30, ""])
def test_what_is_told_of_no_group_is_left_alone(text):
    assert found(text) == []
