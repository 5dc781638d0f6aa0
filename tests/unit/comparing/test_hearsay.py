"""What is held or expected, and what comes for the first time."""

import pytest

from secondsource.comparing.hearsay import is_first, is_held
from secondsource.kinds.statements import Statements
from secondsource.reading import read


def clauses(text):
    return list(Statements().find(read(text)))


@pytest.mark.parametrize(
    "text",
    [
        "The school stays open despite claims that the dam is leaking.",
        "The minister was calling the strike political.",
        "The report is expected to raise pressure on the coach to resign.",
        "Rumours that the singer had quit were everywhere.",
    ],
)
def test_what_somebody_holds_or_expects_is_not_told_as_so(text):
    assert any(map(is_held, clauses(text)))


@pytest.mark.parametrize("text", ["The dam is leaking.", "The strike was political.", "The coach resigned on Monday."])
def test_what_is_so_is_held_by_nobody(text):
    assert not any(map(is_held, clauses(text)))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It was the first time a woman captained the ferry.", True),
        ("The mill closed for the first time since the war.", True),
        ("The first ferry left at noon.", False),
    ],
)
def test_what_had_not_been_before(text, first):
    assert any(map(is_first, clauses(text))) is first
