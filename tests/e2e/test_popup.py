"""The popup: what it counts, the way to the panel, the site's switch, and what a reader can do about each state."""

from __future__ import annotations

from typing import Any

import pytest
from tests.e2e.driving import Reader
from tests.e2e.driving.reader import settled
from tests.e2e.site import HOST as SITE
from tests.e2e.site import Site, page
from tests.e2e.texts import INN, QUARRY
from tests.serving import Server
from tests.waiting import until

COUNTS = (
    "return Object.fromEntries([...document.querySelectorAll('#counts div')]"
    ".map((e) => [e.querySelector('dt').textContent, Number(e.querySelector('dd').textContent)]))"
)
NAMES = {
    "conflicts": "Conflicts",
    "rewords": "Worded differently",
    "updates": "Updated",
    "corroborates": "Also reported",
}


@pytest.fixture
def summary(reader: Reader, site: Site) -> dict[str, Any]:
    """An article with notes, open in the reading tab; what the extension kept of it."""
    return reader.open(site.add("/popup", page(QUARRY)))


def test_it_counts_the_notes_by_stance(reader: Reader, summary: dict[str, Any]) -> None:
    with reader.popup() as popup:
        text = settled(popup)
        assert popup.run(COUNTS) == {NAMES[stance]: count for stance, count in summary["counts"].items()}
    assert f"{sum(summary['counts'].values())} notes on this article" in text
    assert f"{len(summary['missing'])} reported elsewhere" in text


@pytest.mark.usefixtures("summary")
def test_its_button_opens_the_panel_in_the_browsers_side(reader: Reader) -> None:
    with reader.popup() as popup:
        settled(popup)
        popup.run("document.querySelector('#panel').click()")
    with reader.side_panel() as panel:
        listed = until(
            lambda: panel.run("return [...document.querySelectorAll('#list h3')].map((e) => e.textContent)"),
            "the panel to list the notes",
        )
        panel.run("document.querySelector('#list h3 button').click()")
        assert listed[0] in reader.wait_for_card()


@pytest.mark.usefixtures("summary")
def test_it_says_which_server_answers(reader: Reader, server: Server) -> None:
    reader.popup_says(f"answers at 127.0.0.1:{server.port}")


def test_it_offers_to_ask_for_the_right_to_read_pages(reader: Reader, site: Site) -> None:
    reader.go(site.add("/unread", page(INN)))
    buttons = "[...document.querySelectorAll('.actions button')]"
    shown = f"return {buttons}.filter((e) => e.checkVisibility()).map(({{ id }}) => id)"
    reader.allow_on_pages(False)
    try:
        with reader.popup() as popup:
            settled(popup, "Not allowed on pages yet")
            assert popup.run(shown) == ["grant"]
    finally:
        reader.allow_on_pages(True)
    with reader.popup() as popup:
        settled(popup)
        assert "grant" not in popup.run(shown)


def test_a_site_that_is_not_on_the_list_is_put_on_it(reader: Reader, site: Site) -> None:
    address = site.add("/listed", page(INN))
    reader.choose(check="list")
    assert reader.open(address)["state"] == "unlisted"
    with reader.popup() as popup:
        settled(popup, "Nothing of it was sent")
        popup.run("document.querySelector('#add').click()")
        until(lambda: "notes on this article" in popup.run("return document.body.innerText"), "notes to come")
    assert reader.in_extension("return (await chrome.storage.local.get('only')).only") == [f"{SITE}:{site.port}"]
    reader.wait_for_marks()


@pytest.mark.usefixtures("summary")
def test_it_speaks_the_readers_language(reader: Reader) -> None:
    reader.choose(language="de")
    reader.popup_says("Hinweise zu diesem Artikel")
