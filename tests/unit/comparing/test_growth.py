"""A number that grows is told on from day to day; any other that differs is in conflict."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.comparing.growth import differing
from secondsource.kinds import Claim, Verdict
from secondsource.kinds.counts import Counts
from secondsource.kinds.measures import Measures
from secondsource.kinds.money import Money
from secondsource.reading import read

MONDAY, WEDNESDAY = date(2024, 3, 4), date(2024, 3, 6)


def verdict(ours: str, theirs: str, our_day: date | None, their_day: date | None) -> Verdict:
    def figure(text: str, day: date | None) -> Claim:
        kind = Money() if "$" in text else Measures() if "acres" in text or "metres" in text else Counts()
        return next(iter(kind.find(read(text, published=day))))

    return differing(figure(ours, our_day), figure(theirs, their_day))


GROWING = [
    ("The ferry sinking killed 12 people.", "The ferry sinking killed 19 people."),
    ("Police arrested 40 protesters.", "Police have arrested 65 protesters."),
    ("The appeal raised $12,000.", "The appeal raised $19,500."),
    ("So far 300 homes were searched.", "The flood teams searched 450 homes."),
    ("The fire has burned 3,000 acres.", "The fire has burned 8,000 acres."),
]


@pytest.mark.parametrize(("ours", "theirs"), GROWING)
def test_a_number_that_grows_from_day_to_day_is_an_update_whichever_article_is_read(ours, theirs):
    there, back = verdict(ours, theirs, MONDAY, WEDNESDAY), verdict(theirs, ours, WEDNESDAY, MONDAY)
    assert there == back
    assert there.stance == "updates"
    assert "on 4 March" in there.reason
    assert "two days later: a number that grows" in there.reason


@pytest.mark.parametrize(("ours", "theirs"), GROWING)
def test_on_one_day_it_is_a_conflict(ours, theirs):
    assert verdict(ours, theirs, MONDAY, MONDAY).stance == "conflicts"


def test_a_toll_without_a_date_is_an_update_that_says_so():
    told = verdict("The blast killed 12 people.", "The blast killed 19 people.", None, MONDAY)
    assert told.stance == "updates"
    assert "no date" in told.reason


def test_the_reason_says_how_many_articles_have_no_date():
    told = verdict("The blast killed 12 people.", "The blast killed 19 people.", None, None)
    assert "neither article has a date" in told.reason


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The stadium has 40,000 seats.", "The stadium has 45,000 seats."),
        ("The thieves took 14 paintings.", "The thieves took 16 paintings."),
        ("The studio spent $40 million.", "The studio spent $45 million."),
        ("The bridge is 40 metres long so far.", "The bridge is 50 metres long."),
        ("So far nobody was seen; the stadium has 40,000 seats.", "The stadium has 45,000 seats."),
        ("The firm has 900 shops in a country where no rival has so far opened.", "The firm has 950 shops."),
    ],
)
def test_what_does_not_grow_conflicts_on_whatever_days(ours, theirs):
    assert verdict(ours, theirs, MONDAY, WEDNESDAY).stance == "conflicts"


def test_a_toll_that_falls_is_a_number_that_changes():
    told = verdict("The quake killed 90 people.", "The quake killed 84 people.", MONDAY, WEDNESDAY)
    assert told.stance == "updates"
    assert "a number that changes" in told.reason
