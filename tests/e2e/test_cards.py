"""The card of a note: opened by pointer, click and keyboard; what it says; how it goes away again."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.e2e.driving import Reader
from tests.e2e.site import Site, page
from tests.serving import Server
from tests.waiting import until

STORY = Path(__file__).parent / "stories" / "harlow"
TEXT = (STORY / "harbour.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def address(site: Site) -> str:
    """A page of a made-up story: a child's age conflicts, a quotation is reworded."""
    return site.add("/harlow", page(TEXT, title="The inn"))


@pytest.fixture
def page_open(reader: Reader, address: str) -> Reader:
    """The reader, with the page open and its notes drawn."""
    reader.open(address)
    return reader


def test_resting_the_pointer_on_a_conflict_shows_who_says_what(page_open: Reader) -> None:
    card = page_open.point_at("conflicts", "Mirabel, 9")
    assert "Conflicts" in card
    assert "Mirabel, 11" in card
    assert "Valley Courier" in card
    assert "2 May 2025" in card
    assert "1 outlet, 1 origin" in card


def test_the_differing_words_of_a_quotation_are_marked(page_open: Reader) -> None:
    page_open.point_at("rewords", "the old place")
    marked = page_open.in_notes("return [...root.querySelectorAll('blockquote ins')].map((e) => e.textContent)")
    assert any("simply refused" in words for words in marked)
    assert not any("planned to run an inn" in words for words in marked)


def test_the_card_links_to_the_passage_at_its_source(page_open: Reader) -> None:
    page_open.point_at("conflicts", "Mirabel, 9")
    (link,) = page_open.in_notes("return [...root.querySelectorAll('.from a')].map((e) => e.href)")
    assert link == "https://valley-courier.example/harlow-inn#:~:text=Mirabel%2C%2011"


def test_a_click_pins_the_card_and_escape_closes_it(page_open: Reader) -> None:
    page_open.click(*page_open.place("conflicts", "Mirabel, 9"))
    assert "Mirabel, 11" in page_open.wait_for_card()
    page_open.hover(5, 5)
    page_open.settle()
    assert page_open.card() is not None
    page_open.press("Escape")
    page_open.wait_for_no_card()


def test_the_card_goes_when_the_pointer_leaves(page_open: Reader) -> None:
    page_open.point_at("conflicts", "Mirabel, 9")
    page_open.hover(5, 5)
    page_open.wait_for_no_card()


def test_every_note_is_reached_with_the_keyboard_in_the_order_of_the_text(page_open: Reader, server: Server) -> None:
    labels = page_open.in_notes("return [...root.querySelectorAll('.list button')].map((e) => e.textContent)")
    assert len(labels) == len(server.annotate(TEXT)["annotations"])  # not of marks: one note may hide or part another's
    page_open.in_notes("root.querySelector('.list button').focus()")
    first = page_open.wait_for_card()
    page_open.press("Tab")
    second = until(lambda: (card := page_open.card()) != first and card, "the next note's card")
    assert second != first


def test_enter_moves_into_the_card_and_escape_gives_the_focus_back(page_open: Reader) -> None:
    page_open.in_notes("root.querySelector('.list button').focus()")
    page_open.wait_for_card()
    page_open.press("Enter")
    inside = "return root.querySelector('.card').contains(root.activeElement)"
    until(lambda: page_open.in_notes(inside), "the focus to be in the card")
    page_open.press("Escape")
    page_open.wait_for_no_card()
    assert page_open.in_notes("return root.activeElement === root.querySelector('.list button')")


def test_the_card_fits_a_narrow_window_and_leaves_the_words_free(page_open: Reader) -> None:
    page_open.look(width=360, height=640)
    try:
        page_open.hover(*page_open.place("conflicts", "Mirabel, 9"))
        page_open.wait_for_card()
        x, y = page_open.place("conflicts", "Mirabel, 9")
        box = page_open.in_notes(
            "const { left, right, top, bottom } = root.querySelector('.card').getBoundingClientRect();"
            "return { left, right, top, bottom, width: innerWidth }"
        )
        assert box["left"] >= 0
        assert box["right"] <= box["width"]
        assert not (box["left"] <= x <= box["right"] and box["top"] <= y <= box["bottom"])
    finally:
        page_open.look()
