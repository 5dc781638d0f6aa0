"""What sets two clauses apart: what each has of its own."""

import pytest

from secondsource.comparing.apart import each_has_its_own, of_two_days, of_two_persons, of_two_times
from secondsource.kinds.statements import Statements
from secondsource.reading import read


def clause(text):
    return next(iter(Statements().find(read(text))))


@pytest.mark.parametrize(
    ("ours", "theirs", "apart"),
    [
        (("orchard", "mildew"), ("orchard", "wasp"), True),
        (("orchard", "mildew"), ("orchard",), False),
        (("inquiry",), ("investigation",), False),
        (("orchard", "monday"), ("orchard", "noon"), False),
    ],
)
def test_words_of_their_own_are_telling_and_akin_to_none_of_the_other(ours, theirs, apart):
    assert each_has_its_own(ours, theirs) is apart
    assert each_has_its_own(theirs, ours) is apart


@pytest.mark.parametrize(
    ("ours", "theirs", "times", "days"),
    [
        ("The ferry sailed in March.", "The ferry sailed on Monday.", True, False),
        ("The ferry sailed on 4 March.", "The ferry sailed on 4 May.", True, True),
        ("The ferry sailed on Sunday.", "The ferry sailed on Monday.", True, True),
        ("The ferry sailed on Monday.", "The ferry sailed on Monday in March.", False, False),
        ("The ferry sailed.", "The ferry sailed on Monday.", False, False),
    ],
)
def test_times_that_each_has_to_itself(ours, theirs, times, days):
    for a, b in ((ours, theirs), (theirs, ours)):
        assert of_two_times(clause(a), clause(b)) is times
        assert of_two_days(clause(a), clause(b)) is days


@pytest.mark.parametrize(
    ("ours", "theirs", "two"),
    [
        ("Nina Sorrel tuned the harp.", "Paula Sorrel tuned the harp.", True),
        ("Sorrel's sister Nina tuned the harp.", "Sorrel's sister Paula tuned the harp.", True),
        ("Nina Sorrel tuned the harp.", "Harpist Nina Sorrel tuned it.", False),
        ("Nina Sorrel tuned the harp.", "Nina Sorrel and Paula Sorrel tuned the harp.", False),
        ("Nina Sorrel tuned the harp.", "Judge Sorrel tuned the harp.", False),
        ("Sorrel's sister Nina tuned the harp.", "Sorrel's brother Paul tuned the harp.", False),
    ],
)
def test_two_persons_have_two_first_names(ours, theirs, two):
    assert of_two_persons(clause(ours), clause(theirs)) is two
    assert of_two_persons(clause(theirs), clause(ours)) is two
