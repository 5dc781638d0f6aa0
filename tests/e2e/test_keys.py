"""The keys: what both browsers give us of those we ask for, and what they do. Only Firefox lets a test press them."""

from __future__ import annotations

import pytest
from tests.e2e.driving import Firefox, Reader
from tests.e2e.site import Site, page
from tests.e2e.texts import INN
from tests.waiting import until

PRESS = """
const keys = [...document.querySelectorAll("keyset[id^=ext-keyset] key")];
keys.find((key) => key.getAttribute("key") == args[0]).doCommand();
"""
PANEL = "return SidebarController.isOpen && SidebarController.currentID.includes('second-source')"


def shortcuts(reader: Reader) -> dict[str, str]:
    found: dict[str, str] = reader.in_extension(
        "return Object.fromEntries((await chrome.commands.getAll()).map(({ name, shortcut }) => [name, shortcut]))"
    )
    return found


def test_the_browser_gives_every_command_its_key(reader: Reader) -> None:
    found = shortcuts(reader)
    assert {found[name] for name in ("next", "previous", "panel")} == {"Alt+Shift+J", "Alt+Shift+K", "Alt+Shift+S"}


@pytest.fixture
def firefox(browser: Reader, reader: Reader, site: Site) -> Firefox:
    """Firefox on an article with notes and a box to write in."""
    if not isinstance(browser, Firefox):
        pytest.skip("Chromium takes no key for an extension from a test")
    box = "<input id='box' aria-label='Box'>"
    text = "".join(f"<p>{line}</p>" for line in INN.split("\n") if line.strip())
    reader.open(site.add("/keys", page(text + box, raw=True)))
    return browser


def press_key(firefox: Firefox, command: str) -> None:
    letter = shortcuts(firefox)[command][-1]
    firefox.in_window(PRESS, letter)


def test_next_and_previous_go_through_the_notes(firefox: Firefox) -> None:
    press_key(firefox, "next")
    first = firefox.wait_for_card()
    press_key(firefox, "next")
    second = until(lambda: (card := firefox.card()) != first and card, "the next card")
    press_key(firefox, "previous")
    until(lambda: firefox.card() == first, f"the first card again after {second!r}")


def test_no_key_acts_while_the_reader_writes(firefox: Firefox) -> None:
    firefox.run("document.querySelector('#box').focus()")
    press_key(firefox, "next")
    firefox.settle()
    assert firefox.card() is None
    firefox.run("document.querySelector('#box').blur()")
    press_key(firefox, "next")
    assert firefox.wait_for_card()


def test_the_panels_key_opens_and_closes_it(firefox: Firefox) -> None:
    press_key(firefox, "panel")
    until(lambda: firefox.in_window(PANEL), "the panel to open")
    press_key(firefox, "panel")
    until(lambda: not firefox.in_window(PANEL), "the panel to close")
