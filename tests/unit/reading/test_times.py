"""Days, months and years as news writes them, brought to spans of days."""

from datetime import date

import pytest

from secondsource.reading.times import find_dates

TUESDAY = date(2024, 5, 14)


def days(text: str, published: date | None = TUESDAY) -> tuple[date, date] | None:
    (when,) = find_dates(text)
    return when.days(published)


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("on March 3, 2021", date(2021, 3, 3)),
        ("on 3 March 2021", date(2021, 3, 3)),
        ("on the 3rd of March 2021", date(2021, 3, 3)),
        ("on Mar. 3, 2021", date(2021, 3, 3)),
        ("on Wednesday, March 3, 2021", date(2021, 3, 3)),
        ("on Sept. 9, 2021", date(2021, 9, 9)),
        ("on March 3", date(2024, 3, 3)),
        ("on Tuesday", TUESDAY),
        ("on Monday", date(2024, 5, 13)),
        ("on Wednesday", date(2024, 5, 8)),
        ("on the last Friday of April", date(2024, 4, 26)),
        ("on the first Monday in May 2023", date(2023, 5, 1)),
        ("on the second Tuesday of May", TUESDAY),
    ],
)
def test_a_day_is_read_as_that_day(phrase, day):
    assert days(f"The dam broke {phrase}") == (day, day)


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("in 2011", date(2011, 1, 1), date(2011, 12, 31)),
        ("in June 2015", date(2015, 6, 1), date(2015, 6, 30)),
        ("in February 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("in December 2023", date(2023, 12, 1), date(2023, 12, 31)),
        ("in Feb. 2023", date(2023, 2, 1), date(2023, 2, 28)),
    ],
)
def test_a_month_or_year_is_all_its_days(phrase, first, last):
    assert days(f"They wed {phrase}") == (first, last)


@pytest.mark.parametrize("text", ["In March the choir sang.", "In March, Ann Lee sang."])
def test_a_month_may_open_a_sentence(text):
    assert days(text) == (date(2024, 3, 1), date(2024, 3, 31))


@pytest.mark.parametrize("phrase", ["on Tuesday", "on March 3", "on the last Friday of April"])
def test_a_day_without_its_year_is_unknown_where_the_article_has_no_date(phrase):
    assert days(f"The dam broke {phrase}", published=None) is None


@pytest.mark.parametrize(
    "text",
    [
        "The company hired 2,000 people.",
        "About 2000 people marched.",
        "The fine was $1999.",
        "The fine was £2,010.",
        "The 1990s were hard.",
        "Turnout rose 2010 percent.",
        "Flight 19456 was late.",
        "Model X-2011-B failed.",
        "The senator may resign.",
        "The troops march 14 miles.",
        "Mayor Marsh and Sunita Mondal spoke.",
        "He may, 12 lawyers said, resign.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert not list(find_dates(text))


@pytest.mark.parametrize("text", ["on February 30, 2021", "on March 99", "on 0 May 2020"])
def test_an_impossible_day_is_no_day(text):
    assert all(when.days(TUESDAY) is None or when.grain != "day" for when in find_dates(text))


@pytest.mark.parametrize("text", ["paid on the 25th of September", "the 7th of May is a Sunday", "by the 1st of June"])
def test_a_day_of_a_month_is_one_date(text):
    assert [when.grain for when in find_dates(text) if when.grain != "weekday"] == ["day"]


def test_dates_come_in_text_order():
    text = "They met in 2010, wed on 3 May 2013 and split on Friday."
    assert [text[when.start : when.end].strip() for when in find_dates(text)] == ["2010", "3 May 2013", "Friday"]


@pytest.mark.parametrize(
    "phrase",
    ["March 3, 2021", "3 March 2021", "Wednesday, March 3, 2021", "June 2015", "2011", "Tuesday"],
)
def test_a_span_holds_the_whole_date_and_no_more(phrase):
    text = f"The dam broke on {phrase}, officials said."
    (when,) = find_dates(text)
    assert text[when.start : when.end] == phrase


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("The dam broke before dawn on Tuesday.", "before dawn on Tuesday"),
        ("The dam broke in the early hours of Tuesday.", "in the early hours of Tuesday"),
        ("The dam broke late on 3 May.", "late on 3 May"),
        ("The dam broke on Tuesday night.", "Tuesday night"),
    ],
)
def test_the_part_of_the_day_belongs_to_the_date(text, span):
    (when,) = find_dates(text)
    assert text[when.start : when.end] == span


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Schools will reopen on Monday.", date(2024, 5, 20)),
        ("Schools are shut until Monday.", date(2024, 5, 20)),
        ("The trial is due to start on January 9.", date(2025, 1, 9)),
        ("Rain fell on December 9.", date(2023, 12, 9)),
    ],
)
def test_a_day_without_its_year_is_the_nearest_or_the_next_where_the_sentence_looks_ahead(text, day):
    assert days(text) == (day, day)


@pytest.mark.parametrize(
    ("text", "first"),
    [("The bank failed in November.", date(2023, 11, 1)), ("The bank failed in March.", date(2024, 3, 1))],
)
def test_a_month_without_its_year_is_the_nearest(text, first):
    assert days(text)[0] == first


@pytest.mark.parametrize("text", ["They may march in Augusta.", "A fan of April Stone.", "Theresa May in June Lake"])
def test_a_name_is_no_month(text):
    assert not [when for when in find_dates(text) if text[when.start : when.end] in ("April", "May", "August")]


@pytest.mark.parametrize(
    "text", ["He died in 1749, says the plate.", "The crypt was shut in 1884.", "Open since 1712 as an inn."]
)
def test_a_year_of_long_ago_is_a_year_where_words_say_so(text):
    (when,) = find_dates(text)
    assert when.grain == "year"
    assert str(when.year) in text


@pytest.mark.parametrize(
    "text", ["The well is 1749 metres deep.", "It sank in 1749 metres of water.", "It cost 1,749 crowns."]
)
def test_a_figure_of_four_digits_is_no_year_of_long_ago(text):
    assert not list(find_dates(text))
