"""Periods with a start and an end, in months."""

import pytest

from secondsource.reading.periods import find_periods


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("He ruled from 2001 to 2010.", 108, 120),
        ("He ruled (2001-2010).", 108, 120),
        ("It sold well from July to September.", 3, 3),
        ("It sold well from November to February.", 4, 4),
        ("It was shut from June 2019 to May 2021.", 24, 24),
        ("Profit fell in the three months to September 30.", 3, 3),
        ("Profit fell in the quarter ended June 30, 2024.", 3, 3),
        ("Profit fell in the year to the end of March.", 12, 12),
    ],
)
def test_a_period_is_as_long_as_the_calendar_says(text, least, most):
    (period,) = find_periods(text, 0, len(text))
    assert (period.least, period.most) == (least, most)


@pytest.mark.parametrize(
    "text",
    [
        "It rained in May and June.",
        "He ruled from 2010 to 2001.",
        "The price rose from 2,001 to 2,010.",
        "Call 2001-2010.",
        "From May 3 to June 5 it rained.",
        "He may march to August Street.",
    ],
)
def test_what_has_no_start_and_end_is_no_period(text):
    assert not list(find_periods(text, 0, len(text)))
