"""What a figure says something went up or down by, or was won by; and what is a part."""

from __future__ import annotations

import pytest

from secondsource.reading import read
from secondsource.reading.parts import difference, is_part


def where(sentence: str, figure: str):
    document = read(sentence)
    start = sentence.index(figure)
    return document.text, document.passages[0], start, start + len(figure)


@pytest.mark.parametrize(
    ("sentence", "figure", "expected"),
    [
        ("Sales of bread rose 9 percent.", "9 percent", "up"),
        ("Sales of bread grew by 9 percent.", "9 percent", "up"),
        ("The bakers got a rise of about 9 percent.", "9 percent", "up"),
        ("The bakers sold 9 percent more bread.", "9 percent", "up"),
        ("Rents were 9 percent lower than in May.", "9 percent", "down"),
        ("Rents fell sharply by 9 percent.", "9 percent", "down"),
        ("The mayor of Harn won by 212 votes.", "212 votes", "margin"),
        ("Una Foss held on to her seat by just 212 votes.", "212 votes", "margin"),
        ("Una Foss led her rival by 212 votes.", "212 votes", "lead"),
        ("Turnout was 61 percent.", "61 percent", ""),
        ("The museum has 61 boats.", "61 boats", ""),
    ],
)
def test_by_how_much_something_changed_or_was_won(sentence: str, figure: str, expected: str) -> None:
    assert difference(*where(sentence, figure)) == expected


@pytest.mark.parametrize(
    ("sentence", "figure", "part"),
    [
        ("Two of the 14 climbers were hurt.", "Two", True),
        ("Another 14 climbers were hurt.", "14", True),
        ("No 14 climbers were hurt.", "14", True),
        ("The 14 climbers were hurt.", "14", False),
    ],
)
def test_a_part_what_comes_on_top_and_what_is_denied_are_no_wholes(sentence: str, figure: str, part: bool) -> None:
    assert is_part(*where(sentence, figure)) is part
