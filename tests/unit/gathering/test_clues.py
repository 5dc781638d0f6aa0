from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.gathering.clues import MOST_TERMS, clues_of

DAY = date(2031, 3, 5)


def test_rare_names_weigh_most_and_common_words_nothing() -> None:
    terms = clues_of(None, "The minister said that a barge of the Oostveen yard had sunk near the old town.", DAY).terms
    assert max(terms, key=terms.__getitem__) == "oostveen"
    assert terms["barge"] > terms["sink"]
    assert not {"the", "say", "that", "old"} & terms.keys()


def test_numbers_of_two_digits_count_and_years_do_not() -> None:
    terms = clues_of(None, "It moved 160 of 7 families in 2031, for $2.4m.", DAY).terms
    assert "160" in terms
    assert not {"7", "2031"} & terms.keys()


def test_the_title_counts_as_text() -> None:
    assert "oostveen" in clues_of("Oostveen wins", "She thanked her cows.", DAY).terms


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The bridge fell on Monday.", date(2031, 3, 3)),
        ("The bridge fell yesterday.", date(2031, 3, 4)),
        ("The bridge that fell on 3 February will be rebuilt.", date(2031, 2, 3)),
    ],
)
def test_an_article_tells_of_its_own_day_and_of_days_past(text: str, day: date) -> None:
    assert clues_of(None, text, DAY).days == {DAY, day}


@pytest.mark.parametrize("text", ["They will meet on Friday.", "The castle fell on 4 May 1453.", "It opens on 1 June."])
def test_days_to_come_and_history_are_no_days_that_it_tells_of(text: str) -> None:
    assert clues_of(None, text, DAY).days == {DAY}


def test_without_a_date_weekdays_say_nothing() -> None:
    assert clues_of(None, "It fell on Monday, not on 3 March 2031.", None).days == {date(2031, 3, 3)}


@given(st.text(max_size=400), st.none() | st.text(max_size=40), st.none() | st.dates())
def test_any_text_has_bounded_clues_of_length_one(text: str, title: str | None, published: date | None) -> None:
    clues = clues_of(title, text, published)
    assert len(clues.terms) <= MOST_TERMS
    assert not clues.terms or sum(heavy**2 for heavy in clues.terms.values()) == pytest.approx(1)
