"""When there is nothing to show: the page stays as it is, and the popup says why, in words."""

from __future__ import annotations

import pytest
from tests.e2e.driving import Reader
from tests.e2e.gate import Gate
from tests.e2e.site import Site, page
from tests.e2e.texts import INN
from tests.serving import Server, free_port
from tests.waiting import until

UNKNOWN = "\n\n".join(
    [
        "The library at Tarn Hollow opens its new reading room in the autumn, the council said on Tuesday.",
        "Builders finished the roof last week. Shelves for some forty thousand books arrive in the summer.",
        "“People have waited long enough,” said the librarian, Perpetua Oldfield.",
    ]
)


@pytest.fixture
def article(site: Site) -> str:
    """A page whose story the server knows."""
    return site.add("/known", page(INN))


def assert_untouched(reader: Reader, badge: str = "") -> None:
    assert reader.marks() == {}
    assert reader.added() == []
    reader.wait_for_badge(badge)
    assert reader.run("return document.adoptedStyleSheets.length") == 0


def test_the_server_is_down(reader: Reader, article: str, server: Server) -> None:
    reader.use_server(f"http://127.0.0.1:{free_port()}")
    assert reader.open(article, lost=True)["state"] == "down"
    assert_untouched(reader, badge="!")
    until(lambda: reader.badge_title() == "Second Source: The server is down", "the badge to say it in words")
    reader.popup_says("The server is down")
    reader.use_server(server.address)
    reader.wait_for_marks()
    reader.errors()  # browsers log the refused connection themselves


def test_another_program_answers_at_the_servers_address(
    reader: Reader, article: str, site: Site, server: Server
) -> None:
    reader.use_server(f"http://127.0.0.1:{site.port}")
    site.asked.clear()
    assert reader.open(article)["state"] == "wrong"
    assert_untouched(reader, badge="!")
    reader.popup_says("Not a Second Source server")
    assert not any("annotations" in path for path in site.asked), "page text went to a stranger"
    reader.use_server(server.address)
    reader.wait_for_marks()
    reader.errors()  # browsers log the 404 themselves


def test_the_server_does_not_know_the_story(reader: Reader, site: Site) -> None:
    assert reader.open(site.add("/unknown", page(UNKNOWN)) + "?utm_source=mail")["state"] == "unknown"
    reader.run("history.replaceState(null, '', location.pathname)")  # as sites do that count who comes from where
    assert_untouched(reader)
    reader.popup_says("Unknown story")
    reader.run("history.replaceState(null, '', '/elsewhere')")  # no change of the page but its address
    reader.popup_says("Unknown story")
    assert reader.answered(site.address + "/elsewhere"), "it was asked about by its new address"


def test_a_page_without_an_article(reader: Reader, site: Site) -> None:
    reader.go(site.add("/empty", page("Sign in")))
    reader.popup_says("No article here")
    reader.settle()
    assert_untouched(reader)


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><text>{}</text></svg>'
FEED = "<rss version='2.0'><channel><item><description>{}</description></item></channel></rss>"


def test_a_document_that_is_no_page_is_left_alone(reader: Reader, site: Site, gate: Gate) -> None:
    site.add("/favicon.ico", "", {"Content-Type": "image/png"})  # which a page that cannot name its own is asked for
    reader.use_server(gate.address)
    styled = "<?xml-stylesheet href='/style.css'?>" + FEED  # Chromium makes a page of one that has no style
    for number, (kind, around) in enumerate([("image/svg+xml", DRAWING), ("text/xml", FEED), ("text/xml", styled)]):
        reader.go(site.add(f"/no-page-{number}", around.replace("{}", INN), {"Content-Type": kind}))
        reader.settle()
        assert reader.marks() == {}
        reader.popup_says("No article here")
    assert gate.asked("annotations") == []


def test_the_options_page_says_who_answers_before_it_keeps_an_address(
    reader: Reader, server: Server, article: str
) -> None:
    reader.use_server("http://127.0.0.1:1")
    reader.save_option(f"127.0.0.1:{server.port}")
    said = until(lambda: (words := reader.option_outcome()).endswith("Saved.") and words, "the address to be saved")
    assert f"answers at 127.0.0.1:{server.port}" in said
    assert reader.open(article)["state"] == "notes"
