"""The first page that somebody sees: a live example drawn by the real scripts, sent nowhere, and what is sent where."""

from __future__ import annotations

import pytest
from tests.e2e.driving import Reader
from tests.e2e.gate import Gate
from tests.serving import Server
from tests.waiting import until

WELCOME = "extension/welcome/welcome.html"


@pytest.fixture
def welcome(reader: Reader) -> Reader:
    """The page, open in the reading tab with its example drawn."""
    reader.go(reader.base + WELCOME)
    reader.wait_for_marks()
    return reader


def test_the_example_shows_every_stance(welcome: Reader) -> None:
    marks = welcome.marks()
    assert {stance: len(words) for stance, words in marks.items()} == {
        "conflicts": 1,
        "rewords": 1,
        "updates": 1,
        "corroborates": 1,
    }
    assert marks["conflicts"] == ["84 passengers"]


def test_the_example_is_live(welcome: Reader) -> None:
    card = welcome.point_at("conflicts", "84 passengers")
    assert "91 passengers" in card
    welcome.press("Escape")
    welcome.wait_for_no_card()


def test_the_example_is_sent_nowhere(reader: Reader, server: Server) -> None:
    gate = Gate(server)
    reader.use_server(gate.address)
    reader.go(reader.base + WELCOME)
    reader.wait_for_marks()
    reader.point_at("conflicts", "84 passengers")
    reader.settle()
    assert gate.asked("annotations") == []
    gate.close()


def test_it_says_what_is_sent_where_as_it_is_set(welcome: Reader) -> None:
    said = "return document.querySelector('table').innerText"
    where = welcome.in_extension("return (await chrome.storage.local.get('address')).address").removeprefix("http://")
    assert where in welcome.run(said)
    assert "On every page" in welcome.run(said)
    welcome.choose(check="known")
    until(lambda: "Only on pages whose address the server knows" in welcome.run(said), "the page to say it anew")


def test_the_example_speaks_the_readers_language(welcome: Reader) -> None:
    welcome.choose(language="de")
    until(lambda: "Fahrgäste" in str(welcome.marks()), "the example to be German")
    assert "Dieser Artikel" in welcome.point_at("conflicts", "84 Fahrgäste")
