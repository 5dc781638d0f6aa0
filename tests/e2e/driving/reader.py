"""A person at a browser: opens pages, points, clicks, presses keys, looks. What both browsers share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from tests.e2e.waiting import until

HOST = "second-source"  # the one element that the extension adds to a page

MARKS = """
const found = {};
CSS.highlights.forEach((ranges, name) => {
  const stance = name.match(/conflicts|rewords|updates|corroborates/)?.[0];
  if (stance) ranges.forEach((range) => (found[stance] ??= []).push(range.toString().replace(/\\s+/g, " ")));
});
return found;
"""
POINT = """
const [stance, words, nth] = args;
let left = nth;
let place = null;
CSS.highlights.forEach((ranges, name) => ranges.forEach((range) => {
  if (place || !name.includes(stance) || !range.toString().replace(/\\s+/g, " ").includes(words) || left-- > 0) return;
  const element = range.startContainer.parentElement;
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const box = range.getClientRects()[0];
  place = { x: Math.round(box.left + Math.min(box.width / 2, 12)), y: Math.round(box.top + box.height / 2) };
}));
return place;
"""
CARD = """
const card = root.querySelector("[role=dialog]");
return card?.matches(":popover-open") && card.checkVisibility() ? card.innerText : null;
"""


class Popup(Protocol):
    """The toolbar button's window, open."""

    def run(self, script: str, *args: Any) -> Any:
        """What a script's body returns in it."""

    def picture(self, path: Path) -> None:
        """A PNG of it."""


class Reader(ABC):
    """One browser with the extension in it, one tab to read in, and one on an extension page to ask the browser."""

    name: str
    base: str

    @abstractmethod
    def go(self, url: str) -> None:
        """Open a page in the reading tab and come back when it is loaded."""

    @abstractmethod
    def run(self, script: str, *args: Any) -> Any:
        """What a script's body returns in the reading tab; `args` are its arguments; it may await."""

    @abstractmethod
    def in_notes(self, script: str, *args: Any) -> Any:
        """The same, with `root` for the shadow root of the extension's element; None when there is no element."""

    @abstractmethod
    def in_extension(self, script: str, *args: Any) -> Any:
        """What a script's body returns in a page of the extension, where `chrome` is the browser's interface."""

    @abstractmethod
    def hover(self, x: int, y: int) -> None:
        """Move the pointer there, as a hand does."""

    @abstractmethod
    def click(self, x: int, y: int) -> None:
        """Press and let go of the pointer there."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Press a key, named as KeyboardEvent.key names it."""

    @abstractmethod
    def popup(self) -> AbstractContextManager[Popup]:
        """Open the toolbar button's window on the reading tab, as a click on the button does."""

    @abstractmethod
    def errors(self) -> list[str]:
        """What pages and the extension complained of since it was last asked."""

    @abstractmethod
    def picture(self, path: Path) -> None:
        """A PNG of what the reading tab shows."""

    @abstractmethod
    def look(self, *, dark: bool = False, width: int = 1100, height: int = 800) -> None:
        """The colours the reader prefers, and the size of the page."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""

    # ---- what a test says

    def use_server(self, address: str) -> None:
        """Set the extension's server, as its options page keeps it."""
        self.in_extension(
            "await chrome.storage.local.set({ address: args[0] }); await chrome.storage.session.clear();",
            address,
        )

    def open(self, url: str) -> dict[str, Any]:
        """Open a page and wait until the extension is done with it: state, counts and all that the popup knows."""
        self.in_extension(
            "for (const key of Object.keys(await chrome.storage.session.get()))"
            " if (key.startsWith('tab')) await chrome.storage.session.remove(key);"
        )
        self.go(url)
        return self.done(url)

    def done(self, url: str) -> dict[str, Any]:
        """Wait until the extension has an answer for the page at this address and has drawn it."""
        summary: dict[str, Any] = until(
            lambda: self._summary(url), f"the extension to answer {url}", seconds=15
        )
        if any(summary["counts"].values()):
            until(self.marks, "the notes to be drawn")
        return summary

    def _summary(self, url: str) -> dict[str, Any] | None:
        kept = self.in_extension("return await chrome.storage.session.get()")
        return next((kept[key] for key in kept if key.startswith("tab") and kept[key]["url"] == url), None)

    def marks(self) -> dict[str, list[str]]:
        """The marked words by stance, white space folded."""
        found: dict[str, list[str]] = self.run(MARKS)
        return found

    def place(self, stance: str, words: str = "", nth: int = 0) -> tuple[int, int]:
        """Where marked words stand in the window, scrolled to its middle."""
        found = self.run(POINT, stance, words, nth)
        assert found, f"no words marked as {stance} contain {words!r}: {self.marks()}"
        return found["x"], found["y"]

    def card(self) -> str | None:
        """The open card's text, or None."""
        found: str | None = self.in_notes(CARD)
        return found

    def wait_for_card(self) -> str:
        """The open card's text, as soon as it is open."""
        return until(self.card, "the card to open")

    def wait_for_no_card(self) -> None:
        """Come back when no card is open."""
        until(lambda: self.card() is None, "the card to close")

    def badge(self) -> str:
        """What the toolbar button says about the reading tab."""
        found: str = self.in_extension(
            "const tab = (await chrome.tabs.query({})).find(({ url }) => url.split('#')[0] == args[0]);"
            "return chrome.action.getBadgeText({ tabId: tab.id });",
            self.run("return location.href").split("#")[0],
        )
        return found

    def point_at(self, stance: str, words: str = "", nth: int = 0) -> str:
        """Rest the pointer on marked words; the text of the card that opens for them."""
        self.hover(*self.place(stance, words, nth))
        return until(lambda: self._card_with(words), f"the card of {words!r} to open")

    def _card_with(self, words: str) -> str | None:
        card = self.card()
        return card if card and words in " ".join(card.split()) else None

    def popup_text(self, picture: Path | None = None) -> str:
        """What the popup says once it knows."""
        with self.popup() as popup:
            said = until(lambda: _settled(popup), "the popup to say something")
            if picture:
                popup.picture(picture)
            return said

    def html(self) -> str:
        """The page as the browser holds it, without the extension's own element."""
        found: str = self.run(
            "const copy = document.documentElement.cloneNode(true);"
            "copy.querySelectorAll(args[0]).forEach((element) => element.remove());"
            "return copy.outerHTML;",
            HOST,
        )
        return found

    def added(self) -> list[str]:
        """The names of the elements that are directly in html besides head and body."""
        found: list[str] = self.run(
            "return [...document.documentElement.children].map((e) => e.localName)"
            ".filter((name) => !['head', 'body'].includes(name));"
        )
        return found


def _settled(popup: Popup) -> str | None:
    """The popup's text, or None while it still asks."""
    text: str = popup.run(
        "return document.querySelector('#headline').textContent == 'Looking…' ? '' : document.body.innerText"
    )
    return text.strip() or None
