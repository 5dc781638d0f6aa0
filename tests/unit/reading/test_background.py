"""Sentences that tell of an occasion long past, in articles about another."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.reading import read
from secondsource.reading.background import background

TODAY = date(2031, 3, 12)
OPENING = "A ferry ran aground off Morven on Monday. Nobody was hurt. Divers went down. The hull held. It rained."


def past(*sentences: str, published: date | None = TODAY) -> list[set[str]]:
    """The past times of some sentences, which come after the article's opening."""
    text = f"{OPENING}\n\n" + "\n\n".join(sentences)
    document = read(text, published=published)
    told = document.once(background)
    return [set(told.of(passage.start)) for _, passage in document.statements[5:]]


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("On Dec. 18, a tram left the rails in Corvane, killing three people.", {"2030-12"}),
        ("The blast was the worst since the September fire at a mill.", {"2030-09"}),
        ("A mine collapsed there in 1933, killing 29 men.", {"1933"}),
        ("Two banks failed in November 2029.", {"2029-11"}),
        ("Two people were hurt on Tuesday, March 4.", set()),  # of these days
        ("The company made a loss in 2031.", set()),  # this year
        ("The march may start in the square.", set()),  # no months
        ("The match is on 18 May.", set()),  # to come
    ],
)
def test_what_is_long_past_is_told_by_its_month_or_year(sentence: str, times: set[str]) -> None:
    assert past(sentence) == [times]


def test_a_sentence_goes_on_with_the_time_of_its_paragraph_unless_it_tells_of_now() -> None:
    assert past("A tram left the rails in 2019. Eleven people died. Now the line has been shut.") == [
        {"2019"},
        {"2019"},
        set(),
    ]
    assert past("A tram left the rails in 2019.", "Eleven people died.") == [{"2019"}, set()]


def test_what_an_article_opens_with_is_what_it_is_about() -> None:
    text = "A banker was jailed over thefts in June 2029. He took it all.\n\nOn 4 June 2029 he moved 11 sums abroad."
    document = read(text, published=TODAY)
    told = document.once(background)
    assert told.lead == {"2029-06"}
    assert all(not told.of(passage.start) for _, passage in document.statements)


def test_without_the_articles_day_nothing_is_long_past() -> None:
    assert past("A mine collapsed there in 1933.", published=None) == [set()]
