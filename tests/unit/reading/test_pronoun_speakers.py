"""Whom "he said" beside quoted words means: who spoke before, or the only one who can; else nobody."""

from __future__ import annotations

import pytest

from secondsource.comparing.speakers import identify
from secondsource.reading import read

MEANT = {
    "whoever is named in what is said": (
        "Mr Ivo Brandt left the harbour office at noon.\n\n"
        "“Captain Max Keane was asleep, and Captain Noel Farr knew it,” he told reporters.",
        "Ivo Brandt",
    ),
    "whoever spoke before, though it was some sentences ago, with nothing but his words between": (
        "“The bank lied to us,” said Tomas Hale. “It lied in spring. It lied in summer. It lied again last week.”\n\n"
        "“Director Paul Renn and Chairman Otto Wirth have to go,” he said.",
        "Tomas Hale",
    ),
    "the only woman of the sentence before": (
        "Mr Max Sol watched from the stand. Ms Ada Bright won the race by four seconds.\n\n"
        "“I never looked back,” she said.",
        "Ada Bright",
    ),
    "the only one nearby of whom it is known that he is somebody": (
        "Union leader Olav Renn denied that a strike was planned. “Nobody has called me,” he told the radio.",
        "Olav Renn",
    ),
}
NOT_PLAIN = {
    "two men of whom the sentence before tells": (
        "Mr Max Sol met Mr Ivo Brandt at the stadium.\n\n“We shall play without fear,” he said.",
        "~he",
    ),
    "a name that nothing tells to be somebody's": (
        "Corvane Street was closed.\n\n“We heard two shots,” he said.",
        "~he",
    ),
    "a woman, where a man is meant": (
        "Ms Ada Bright signed the treaty in Leeds.\n\n“It is a bad treaty,” he said.",
        "~he",
    ),
    "one who spoke so long ago that nobody remembers him": (
        "“The bank lied to us,” said Mr Tomas Hale.\n\n" + "“It lied again.”\n\n" * 20 + "“It has to go,” he said.",
        "~he",
    ),
    "one who spoke before another was named": (
        "“The dam held,” said Mr Tomas Hale. Mr Otto Wirth, the engineer, was in the room with Mr Paul Renn.\n\n"
        "“It held for nine hours,” he said.",
        "~he",
    ),
}


@pytest.mark.parametrize(("text", "who"), [*MEANT.values(), *NOT_PLAIN.values()], ids=[*MEANT, *NOT_PLAIN])
def test_a_pronoun_beside_quoted_words_means_who_can_be_meant(text: str, who: str) -> None:
    document = read(text)
    last = document.quotations[-1].told_by
    assert last is not None
    assert identify(document, last)[0] == who
