"""When and where words were said, as far as their sentence states it."""

from datetime import date

import pytest

from secondsource.reading import read
from secondsource.reading.occasions import Occasion, find_occasion

TUESDAY = date(2024, 5, 14)


def occasion(text: str) -> Occasion:
    document = read(text, published=TUESDAY)
    return find_occasion(text, document.passages[0], document.quotations_in(0), TUESDAY)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("“We lost,” Lee said in a 2012 interview.", date(2012, 1, 1), date(2012, 12, 31)),
        ("In a March 2014 speech Lee said: “We lost.”", date(2014, 3, 1), date(2014, 3, 31)),
        ("In 2012 Lee told the court: “We lost.”", date(2012, 1, 1), date(2012, 12, 31)),
        ("“We lost,” Lee told fans on Friday.", date(2024, 5, 10), date(2024, 5, 10)),
        ("Yesterday he was angrier: “We lost.”", date(2024, 5, 13), date(2024, 5, 13)),
    ],
)
def test_the_day_is_that_of_saying(text, first, last):
    assert occasion(text).days == ((first, last),)


@pytest.mark.parametrize(
    "text",
    [
        "“We lost,” said Lee, who was elected in 2015.",
        "“We lost in 2003,” said Lee.",
        "“We lost,” Lee said of the flood of 2015.",
        "“We lost,” said Lee.",
    ],
)
def test_a_day_of_something_else_is_none(text):
    assert occasion(text).days == ()


def test_a_title_is_where_words_were_said():
    assert occasion("“We lost,” Lee said on the podcast “Night Talk”.").titles == {"night", "talk"}
    assert not occasion("“We lost,” said Lee, who wrote “Night Talk” as a boy.").titles


def test_two_stated_occasions_differ_and_an_unstated_one_does_not():
    old, new, none = (
        occasion("“We lost,” Lee said in a 2012 interview."),
        occasion("“We lost,” Lee said on Friday."),
        occasion("“We lost,” Lee said."),
    )
    assert old.surely_differs(new)
    assert new.surely_differs(old)
    assert not old.surely_differs(none)
    assert not none.surely_differs(new)
