"""How the desk shows words: a claim in its sentence, and what became of a text."""

from __future__ import annotations

import pytest

from secondsource.factbase.models import Claim
from secondsource.web.desk.wording import MOST_COMPARED, MOST_PARAGRAPHS, Change, Piece, changes, sentence

PASSAGE = "The captain, Maud Tregenza, 54, stayed on board."


def claim(exact: str) -> Claim:
    at = PASSAGE.index(exact)
    return Claim(passage=PASSAGE, passage_start=100, start=100 + at, end=100 + at + len(exact), exact=exact)


def told(change: Change) -> list[tuple[str, str]]:
    return [(piece.mark, piece.text) for piece in change.pieces]


def test_the_words_that_carry_a_claim_are_marked_in_their_sentence() -> None:
    assert sentence(claim("Tregenza, 54")) == [
        Piece("The captain, Maud "),
        Piece("Tregenza, 54", "claim"),
        Piece(", stayed on board."),
    ]


def test_words_that_the_other_wording_lacks_are_marked_as_differing() -> None:
    differing = [piece.text for piece in sentence(claim("Tregenza, 54"), "Tregenza, 52") if piece.mark == "differs"]
    assert differing == ["54"]


@pytest.mark.parametrize("other", [None, "Tregenza, 54", "Tregenza, 52", "nothing alike"])
def test_the_pieces_are_the_sentence_again(other: str | None) -> None:
    assert "".join(piece.text for piece in sentence(claim("Tregenza, 54"), other)) == PASSAGE


def test_a_silent_edit_is_shown_word_by_word() -> None:
    (change,) = changes("He is 41 and tall.", "He is 42 and tall.")
    assert change.kind == "changed"
    assert [told for told in told(change) if told[0]] == [("removed", "41"), ("added", "42")]


def test_paragraphs_that_came_and_went_are_shown_whole() -> None:
    found = changes("One.\n\nTwo.\n\nThree.", "One.\n\nThree.\n\nFour.")
    assert [(change.kind, *told(change)) for change in found] == [
        ("same", ("", "One.")),
        ("removed", ("removed", "Two.")),
        ("same", ("", "Three.")),
        ("added", ("added", "Four.")),
    ]


def test_what_stayed_is_counted_but_for_the_edges_of_a_change() -> None:
    before = [f"Paragraph {number}." for number in range(12)]
    found = changes("\n".join(before), "\n".join([*before, "New."]))
    told = [(change.kind, change.count) for change in found]
    assert told == [("same", 1), ("skipped", 10), ("same", 1), ("added", 1)]


def test_a_text_against_itself_shows_no_change() -> None:
    assert {change.kind for change in changes(PASSAGE, PASSAGE)} == {"same"}


def test_a_paragraph_too_long_to_compare_is_replaced_whole() -> None:
    long = "word " * MOST_COMPARED
    (change,) = changes(long, long + "end")
    assert [mark for mark, _ in told(change)] == ["removed", "", "added"]


def test_versions_of_very_many_lines_are_not_compared() -> None:
    lines = "\n".join(map(str, range(MOST_PARAGRAPHS + 1)))
    kinds = [change.kind for change in changes(lines, lines + "\nx")]
    assert kinds == ["removed"] * (MOST_PARAGRAPHS + 1) + ["added"] * (MOST_PARAGRAPHS + 2)
