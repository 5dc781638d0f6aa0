"""A person at a browser: opens pages, points, clicks, presses keys, looks. What both browsers share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Protocol

from tests.e2e.driving.tracing import Trace
from tests.e2e.site import HOST as SITE
from tests.e2e.site import Site
from tests.serving import ROOT
from tests.waiting import SECONDS, until

HOST = "div"  # the one element that the extension adds to a page, directly in html
WELCOME = "extension/welcome/welcome.html"
SETTLED_MS = 500  # longer than start.js waits before it looks again (200) and card.js before it closes (400)

# A sandboxed page runs no callbacks (forEach); Firefox's view from outside the page has no iterators (for of).
ALL = """
const all = (set) => {
  const found = [];
  try { found.push(...set) } catch { set.forEach((item) => found.push(item)) }
  return found;
};
const words = (range) => range.toString().replace(/\\s+/g, " ");
const views = (view) => {
  try { if (!view.document) return [] } catch { return [] }
  return [view, ...Array.from({ length: view.frames.length }, (_, i) => view.frames[i]).flatMap(views)];
};
const marked = (stance) => views(window).flatMap((view) => ["light", "dim", "dusk", "dark"]
  .map((tone) => view.CSS.highlights.get(`second-source-${stance}-${tone}`)).filter(Boolean).flatMap(all));
"""
MARKS = (
    ALL
    + """
const found = {};
for (const stance of ["conflicts", "rewords", "updates", "corroborates"])
  if (marked(stance).length) found[stance] = marked(stance).map(words);
return found;
"""
)
POINT = (
    ALL
    + """
const [stance, wanted] = args;
const range = marked(stance).find((range) => words(range).includes(wanted));
if (!range) return null;
range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
const spot = range.cloneRange(); // notes of one stance that lie over each other share a mark
const at = spot.startContainer.data.replace(/\\s/g, " ").indexOf(wanted, spot.startOffset);
if (at > spot.startOffset) spot.setStart(spot.startContainer, at);
const box = spot.getClientRects()[0];
let [x, y] = [box.left + Math.min(box.width / 2, 12), box.top + box.height / 2];
for (let view = range.startContainer.ownerDocument.defaultView; view.frameElement; view = view.parent) {
  const frame = view.frameElement;
  const { left, top } = frame.getBoundingClientRect();
  [x, y] = [x + left + frame.clientLeft, y + top + frame.clientTop];
}
return { x: Math.round(x), y: Math.round(y) };
"""
)
# Told by storage's event when something is so, instead of asking again and again, which keeps browsers busy.
ONCE = """
const { local, session } = chrome.storage;
const once = (check, longest) => new Promise((done) => {
  const end = (found) => {
    session.onChanged.removeListener(look);
    done(found ?? null);
  };
  const look = async () => {
    const found = check(await session.get());
    if (found) end(found);
  };
  session.onChanged.addListener(look);
  setTimeout(end, longest, null);
  look();
});
"""
# The background has heeded another server when it has let go of what it believed of the last one: a mark is put there.
SET = (
    ONCE
    + """
const [wanted, others, longest] = args;
const kept = await local.get();
await session.clear();
if (kept.address != wanted.address || (kept.token && !others)) await session.set({ server: { marked: true } });
if (!others) await local.remove(Object.keys(kept).filter((name) => !(name in wanted)));
await local.set(wanted);
return await once(({ server }) => !server?.marked, longest);
"""
)
ANSWERED = (
    ONCE
    + """
const [url, lost, longest] = args;
const final = (told) => told.url == url && !told.silent && (told.state == "down") == lost;
const ofTabs = (kept) => Object.keys(kept).filter((key) => key.startsWith("tab")).map((key) => kept[key]);
return await once((kept) => ofTabs(kept).find(final), longest);
"""
)
# Dark, still, forced colours, printed, width, height: what a page is told of how it is looked at.
LOOKS = """
const features = ["prefers-color-scheme: dark", "prefers-reduced-motion: reduce", "forced-colors: active"];
return [...features.map((feature) => matchMedia(`(${feature})`).matches), innerWidth, innerHeight];
"""
ON_PAPER = "return matchMedia('print').matches"
CARD = """
const card = root.querySelector("[role=dialog]");
return card?.matches(":popover-open") && card.checkVisibility() ? card.innerText : null;
"""


class Popup(Protocol):
    """The toolbar button's window, open; or the panel."""

    def run(self, script: str, *args: Any) -> Any:
        """What a script's body returns in it."""

    def press(self, key: str) -> None:
        """Press a key in it, named as KeyboardEvent.key names it."""

    def picture(self, path: Path) -> None:
        """A PNG of it."""


class Reader(ABC):
    """One browser with the extension, a tab to read in, and one on an extension page to ask the browser."""

    name: str
    base: str

    @abstractmethod
    def go(self, url: str) -> None:
        """Open a page in the reading tab and come back when it is loaded."""

    @abstractmethod
    def leave(self) -> None:
        """Go from the page, whatever it is, to a blank one."""

    @abstractmethod
    def loading(self, act: Callable[[], object]) -> None:
        """Do something that makes the page load again or another come, and come back when that is loaded."""

    @abstractmethod
    def run(self, script: str, *args: Any) -> Any:
        """What a script's body returns in the reading tab; `args` are its arguments; it may await."""

    @abstractmethod
    def run_as_page(self, script: str, *args: Any) -> Any:
        """The same with the page's own rights only: on a page of the extension `chrome` is the browser."""

    @abstractmethod
    def in_notes(self, script: str, *args: Any) -> Any:
        """The same, with `root` for the shadow root of the extension's element; None without element."""

    @abstractmethod
    def in_extension(self, script: str, *args: Any) -> Any:
        """What a script's body returns in a page of the extension, where `chrome` is the browser."""

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
    def panel(self) -> AbstractContextManager[Popup]:
        """The panel, in a narrow tab behind the reading tab, which it follows as it does in the browser's side."""

    @abstractmethod
    def side_panel(self) -> AbstractContextManager[Popup]:
        """The panel in the browser's own side, as soon as it is open there; it is closed in the end."""

    @abstractmethod
    def errors(self) -> list[str]:
        """What pages and the extension complained of since it was last asked."""

    @abstractmethod
    def picture(self, path: Path) -> None:
        """A PNG of what the reading tab shows."""

    @abstractmethod
    def look(
        self, *, dark: bool = False, width: int = 1100, height: int = 800, forced: bool = False, still: bool = False
    ) -> None:
        """The colours the reader prefers, or forces upon pages, whether things may move, and the size of the page."""

    @abstractmethod
    def traced(self, *acts: Callable[[], object]) -> list[Trace]:
        """What the content scripts cost while each of some things is done, by one run of the browser's own tracing."""

    @abstractmethod
    def end_background(self) -> None:
        """End the extension's background as the browser does when it needs memory; the next event wakes it."""

    @abstractmethod
    def allow_on_pages(self, allowed: bool) -> None:
        """Give or take the right to read pages, as the browser's own settings do."""

    @abstractmethod
    def on_paper(self) -> AbstractContextManager[None]:
        """The page styled as it would be printed."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""

    @abstractmethod
    def uninstall(self) -> None:
        """Take the extension away, with all that it kept."""

    @abstractmethod
    def install(self, root: Path = ROOT) -> None:
        """Put one into the browser, as a reader does who has pages open."""

    @abstractmethod
    def switched_off(self) -> AbstractContextManager[None]:
        """The extension switched off meanwhile, as the browser's own page of extensions does it."""

    @contextmanager
    def other_extension(self, root: Path) -> Iterator[None]:
        """One from another folder in the place of ours."""
        self._exchange(root)
        try:
            yield
        finally:
            self._exchange(ROOT)

    def _exchange(self, root: Path) -> None:
        self.leave()  # a tab on a page of the extension would go with it
        self.uninstall()
        self.install(root)

    def see_the_welcome_off(self) -> None:
        """Close the page that the extension opens when it is installed."""
        until(
            lambda: self.in_extension(
                "const tabs = (await chrome.tabs.query({})).filter(({ url }) => url?.startsWith(args[0]));"
                "await chrome.tabs.remove(tabs.map(({ id }) => id));"
                "return tabs.length;",
                self.base + WELCOME,
            ),
            "the first-run page to open",
        )

    # ---- what a test says

    def begin_afresh(self, address: str) -> None:
        """Every setting as after the first run, but the server at this address."""
        self._set_server(address, others=False)

    def use_server(self, address: str) -> None:
        """Set the extension's server, as its options page keeps it."""
        self._set_server(address, others=True)

    def _set_server(self, address: str, *, others: bool) -> None:
        """With other settings as they are, or as after the first run; back when the background has heeded it."""
        wanted = {"address": address} if others else {"address": address, "welcomed": True}
        heeded = self.in_extension(SET, wanted, others, SECONDS * 1000)
        assert heeded, f"waited {SECONDS} s for the background to heed the server's address"

    def choose(self, **chosen: Any) -> None:
        """Set settings, as the options page keeps them."""
        self.in_extension("await chrome.storage.local.set(args[0]);", chosen)

    def open(self, url: str, *, lost: bool = False) -> dict[str, Any]:
        """Open a page, wait until the extension is done with it; state, counts and all that the popup knows.

        A server that is slow for once counts as down and is found again, which is waited for; `lost`: it stays down.
        """
        self.in_extension(
            "for (const key of Object.keys(await chrome.storage.session.get()))"
            " if (key.startsWith('tab')) await chrome.storage.session.remove(key);"
        )
        self.go(url)
        return self.done(url, lost=lost)

    def done(self, url: str, *, lost: bool = False) -> dict[str, Any]:
        """Wait until the extension has an answer for the page at this address and has drawn it."""
        summary: dict[str, Any] | None = self.in_extension(ANSWERED, url, lost, SECONDS * 1000)
        assert summary, f"waited {SECONDS} s for the extension to answer {url}; last seen: {self.answered(url)}"
        if any(summary["counts"].values()):
            until(self.marks, "the notes to be drawn")
        return summary

    def answered(self, url: str) -> dict[str, Any] | None:
        """What the extension knows of the page at this address, or None while it has no answer."""
        kept = self.in_extension("return await chrome.storage.session.get()")
        found = (kept[key] for key in kept if key.startswith("tab") and kept[key]["url"] == url)
        return next((summary for summary in found if not summary.get("silent")), None)

    def marks(self) -> dict[str, list[str]]:
        """The marked words by stance, white space folded."""
        found: dict[str, list[str]] = self.run(MARKS)
        return found

    def place(self, stance: str, words: str = "") -> tuple[int, int]:
        """Where marked words stand in the window, scrolled to its middle."""
        found = self.run(POINT, stance, words)
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

    def badge_title(self) -> str:
        """What it says in words."""
        found: str = self.in_extension(
            "const tab = (await chrome.tabs.query({})).find(({ url }) => url.split('#')[0] == args[0]);"
            "return chrome.action.getTitle({ tabId: tab.id });",
            self.run("return location.href").split("#")[0],
        )
        return found

    def point_at(self, stance: str, words: str = "") -> str:
        """Rest the pointer on marked words; the text of the card that opens for them."""
        if self.card():  # it may lie over the words
            self.press("Escape")
            self.wait_for_no_card()
        self.hover(*self.place(stance, words))
        return until(lambda: self._card_with(words), f"the card of {words!r} to open")

    def _card_with(self, words: str) -> str | None:
        card = self.card()
        return card if card and words in " ".join(card.split()) else None

    def popup_says(self, *words: str) -> str:
        """Open the popup and come back when all the words are in it; what it says."""
        with self.popup() as popup:
            return settled(popup, *words)

    def wait_for_badge(self, expected: str) -> None:
        """Come back when the toolbar button says so: it is set after the answer is kept."""
        until(lambda: self.badge() == expected, f"the badge to show {expected!r}")

    def flip_the_popup_switch(self) -> None:
        """Open the popup and press the switch for the site of the reading tab."""
        with self.popup() as popup:
            settled(popup)
            was = popup.run("return document.querySelector('#site input').checked")
            popup.run("document.querySelector('#site input').click()")
            words = "off" if was else "notes on this article"
            until(
                lambda: words in popup.run("return document.body.innerText.toLowerCase()"),
                "the switch to work",
            )

    def switch_site(self, *, on: bool, site: Site) -> None:
        """What that switch keeps, without the popup."""
        self.in_extension("await chrome.storage.local.set({ off: args[0] });", [] if on else [f"{SITE}:{site.port}"])

    def save_option(self, address: str) -> None:
        """Type a server's address into the options page and save."""
        self.in_extension(
            "document.querySelector('#address').value = args[0];document.querySelector('#server').requestSubmit();",
            address,
        )

    def option_outcome(self) -> str:
        """What the options page says of the address."""
        found: str = self.in_extension("return document.querySelector('#outcome').textContent")
        return found

    def wait_for_marks(self) -> None:
        """Come back when notes are drawn."""
        until(self.marks, "notes to be drawn")

    def wait_for_no_marks(self) -> None:
        """Come back when no note is drawn and nothing of ours is in the page."""
        until(lambda: not self.marks() and not self.added(), "the notes to go")

    def settle(self) -> None:
        """Let everything happen that the page has already begun: its timers, its frames."""
        self.run(
            f"await new Promise((done) => setTimeout(done, {SETTLED_MS}));"
            "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));"
        )

    def html(self) -> str:
        """The page as the browser holds it, without the extension's own element."""
        found: str = self.run(
            "const copy = document.documentElement.cloneNode(true);"
            "copy.querySelectorAll(`:scope > ${args[0]}`).forEach((element) => element.remove());"
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


def settled(popup: Popup, *words: str) -> str:
    """The popup's text, once it knows and all these words are in it."""
    asks = "return document.querySelector('main')?.ariaBusy == 'false' ? document.body.innerText.trim() : ''"
    said = ""

    def says() -> bool:
        nonlocal said
        said = popup.run(asks)
        return bool(said) and all(word in said for word in words)

    until(says, f"the popup to say {words or 'something'}")
    return said
