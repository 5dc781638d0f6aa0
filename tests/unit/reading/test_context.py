"""What stands near a figure, and the span that both take."""

import pytest

from secondsource.reading import read
from secondsource.reading.context import near, phrase_beside


@pytest.mark.parametrize(
    ("sentence", "figure", "span"),
    [
        ("The choir sang for nine hours.", "nine hours", "sang for nine hours"),
        ("After nine hours, rescuers gave up.", "nine hours", "nine hours"),
        ("In living memory, nearly 1,600 drowned.", "nearly 1,600", "nearly 1,600 drowned"),
        ("The dam (built 12 years ago) broke.", "12 years ago", "built 12 years ago"),
        ("The dam broke (12 years ago).", "12 years ago", "12 years ago"),
        ("It weighed 1,600, the zoo said.", "1,600", "weighed 1,600"),
    ],
)
def test_a_span_takes_in_the_nearest_word_but_crosses_no_comma_or_bracket(sentence, figure, span):
    document = read(sentence)
    (_, passage), *_ = document.statements
    at = sentence.index(figure)
    found = near(sentence, passage, at, at + len(figure), document.words_in(passage))
    assert sentence[found.start : found.end] == span


@pytest.mark.parametrize(
    ("sentence", "date", "phrase"),
    [
        ("The king opened the new dam on Monday.", "Monday", "king opened the new dam"),
        ("On Monday, the king opened the dam.", "Monday", ""),
        ("On Monday the king opened the dam.", "Monday", "king opened the dam"),
        ("The choir, founded in 1912, is to close.", "1912", "founded"),
    ],
)
def test_the_phrase_beside_a_date_stays_in_its_clause(sentence, date, phrase):
    document = read(sentence)
    (_, passage), *_ = document.statements
    at = sentence.index(date)
    assert phrase_beside(sentence, passage, at, at + len(date), document.words_in(passage)) == phrase
