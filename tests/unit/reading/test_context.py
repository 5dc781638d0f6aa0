"""What stands near a figure, and the span that both take."""

import pytest

from secondsource.reading import read
from secondsource.reading.context import is_real, near


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
    ("sentence", "figure", "real"),
    [
        ("The strike of 900 dockers could end.", "900", False),
        ("Some 900 dockers joined a strike that could last.", "900", True),
        ("The reef has 40 species and may lose them.", "40", True),
        ("The reef could hold 40 species and more.", "40", False),
        ("If 40 ships come, the port will close.", "40", False),
        ("The bridge carries 40 trains, which might be halved.", "40", True),
        ("Up to 40 men and women could lose their jobs.", "40", False),
        ("A record 40 mm of rain fell.", "40", True),
        ("The bank forecast profits and cut 40 jobs.", "40", True),
    ],
)
def test_a_figure_is_real_whatever_may_come_of_it(sentence, figure, real):
    (_, passage), *_ = read(sentence).statements
    at = sentence.index(figure)
    assert is_real(sentence, passage, at, at + len(figure)) is real
