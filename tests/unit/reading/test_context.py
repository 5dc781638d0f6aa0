"""What stands near a figure, and the span that both take."""

import pytest

from secondsource.reading import read
from secondsource.reading.context import near


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
