"""Dates told from the article's own day, or from a date before them in the sentence."""

from datetime import date

import pytest

from secondsource.reading.relative_times import find_relative
from secondsource.reading.times import find_dates

WEDNESDAY = date(2024, 5, 15)


def days(text, published=WEDNESDAY):
    (when,) = find_relative(text, 0, len(text), published, list(find_dates(text)))
    return when.days(published)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The dam broke yesterday.", date(2024, 5, 14)),
        ("The dam broke the day before yesterday.", date(2024, 5, 13)),
        ("The dam broke last night.", date(2024, 5, 14)),
        ("The choir sings at 6pm today.", date(2024, 5, 15)),
        ("The dam broke earlier today.", date(2024, 5, 15)),
        ("The vote is tomorrow morning.", date(2024, 5, 16)),
        ("The dam broke two weeks ago.", date(2024, 5, 1)),
        ("Zhao was held on March 3 and freed two days later.", date(2024, 3, 5)),
        ("The ferry sank on Tuesday night and was found the next morning.", date(2024, 5, 15)),
        ("The singer died on 1 June 2019, a day earlier than reported.", date(2019, 5, 31)),
    ],
)
def test_a_day_is_counted_from_the_articles_day_or_the_one_named_last(text, day):
    assert days(text) == (day, day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The club was sold last year.", date(2023, 1, 1), date(2023, 12, 31)),
        ("The club was sold last month.", date(2024, 4, 1), date(2024, 4, 30)),
        ("The club was sold last week.", date(2024, 5, 6), date(2024, 5, 12)),
        ("The club was sold eight months ago.", date(2023, 9, 1), date(2023, 9, 30)),
        ("The club was sold a decade ago.", date(2014, 1, 1), date(2014, 12, 31)),
        ("They met in 2011 and wed the following year.", date(2012, 1, 1), date(2012, 12, 31)),
        ("They met in June 2011 and wed six months later.", date(2011, 12, 1), date(2011, 12, 31)),
    ],
)
def test_a_month_or_year_is_all_its_days(text, first, last):
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "The shop opened a year later.",
        "They met in 2011 and wed six months later.",
        "They met in 2011 and wed two days later.",
        "Police came minutes later.",
        "Last year's harvest failed.",
        "The next year, he was asked to lead the choir.",
        "The mill was idle for the last month.",
        "The lava cooled a million years ago.",
        "The lava cooled 900 decades ago.",
    ],
)
def test_what_is_counted_from_nothing_known_is_no_date(text):
    assert not list(find_relative(text, 0, len(text), WEDNESDAY, list(find_dates(text))))


def test_without_the_articles_day_yesterday_is_unknown():
    assert not list(find_relative("The dam broke yesterday.", 0, 24, None, []))
