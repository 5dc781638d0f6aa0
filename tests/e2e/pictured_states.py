"""Pictures of the popup and the panel in every state, look and language, for screenshots.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from tests.e2e.driving import Popup, Reader
from tests.e2e.driving.reader import settled
from tests.e2e.gate import Gate
from tests.e2e.site import HOST as SITE
from tests.e2e.site import Site, page
from tests.e2e.test_i18n import put_into_a_made_up_language
from tests.e2e.test_lost_server import LOCKED
from tests.e2e.test_panel import STORY, TAB
from tests.e2e.test_states import UNKNOWN
from tests.serving import Server, free_port, with_a_conflict
from tests.waiting import until

OUT = Path(__file__).parent / "out"
DRAWN = "return document.querySelector('main')?.ariaBusy == 'false'"
# As publishers mark what only subscribers read on: https://schema.org/isAccessibleForFree
PAYWALL = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
IN_GERMAN = "german"
STATES = "notes cut asked unknown off unlisted down hung locked wrong forbidden".split()


class States:
    """Goes through them with one browser."""

    def __init__(self, reader: Reader, server: Server, site: Site) -> None:
        self.reader = reader
        self.server = server
        self.site = site

    def take_all(self, view: str) -> None:
        """Every state, light or dark, in German too where it is light. In a wide window they are no wider."""
        if view not in {"light", "dark"}:
            return
        self.reader.look(dark=view == "dark", width=360)
        self.panels(view)
        if view == "light":
            self.reader.choose(language="de")
            self.panels(IN_GERMAN)
            self.reader.begin_afresh(self.server.address)
        self.reader.look(dark=view == "dark")
        self.popups(view)
        if view == "light":
            self.reader.choose(language="de")
            self.popups(IN_GERMAN)
            for name in ("welcome", "options"):
                self.full_page(name, IN_GERMAN)
            self.reader.begin_afresh(self.server.address)

    def panels(self, view: str) -> None:
        """The panel's three views, those of an article that is cut off, and a story that nobody knows."""
        text = (STORY / "evening.txt").read_text(encoding="utf-8")
        for name, head in (("panel", ""), ("panel-cut", PAYWALL)):
            self.reader.open(self.site.add(f"/{name}-{view}", page(text, head=head)))
            with self.drawn_panel() as panel:
                for tab in ("notes", "missing", "picture"):
                    panel.run(TAB, tab)
                    self.take(panel, f"{name}-{tab}", view)
        self.reader.open(self.site.add("/unknown", page(UNKNOWN)))
        with self.drawn_panel() as panel:
            self.take(panel, "panel-unknown", view)
        with self.state("down"), self.drawn_panel() as panel:
            self.take(panel, "panel-down", view)

    def popups(self, view: str) -> None:
        """Each state that the popup puts in words."""
        for name in STATES:
            with self.state(name), self.reader.popup() as popup:
                settled(popup)
                self.take(popup, f"popup-{name}", view)

    @contextmanager
    def state(self, name: str) -> Iterator[None]:
        """The reading tab on a page in that state; all is as before in the end."""
        gate = Gate(self.server)
        language = self.reader.in_extension("return (await chrome.storage.local.get('language')).language ?? ''")
        text = UNKNOWN if name == "unknown" else with_a_conflict().text
        address = self.site.add(f"/state-{name}", page(text, head=PAYWALL if name == "cut" else ""))
        reach: dict[str, Callable[[], None]] = {
            "off": lambda: self.reader.choose(off=[f"{SITE}:{self.site.port}"]),
            "unlisted": lambda: self.reader.choose(check="list"),
            "down": lambda: self.reader.use_server(f"http://127.0.0.1:{free_port()}"),
            "wrong": lambda: self.reader.use_server(self.site.address.replace(SITE, "127.0.0.1")),
            "forbidden": lambda: self.reader.allow_on_pages(False),
        }
        if name in {"asked", "hung", "locked"}:
            self.reader.use_server(gate.address)
        reach.get(name, lambda: None)()
        with self._server_that_is(name, gate):
            if name in {"asked", "hung", "forbidden"}:
                self.reader.go(address)
                self.reader.settle()
                self.reader.settle()
            else:
                self.reader.open(address, lost=name == "down")
            yield
        if name == "forbidden":
            self.reader.allow_on_pages(True)
        gate.close()
        self.reader.begin_afresh(self.server.address)
        self.reader.choose(language=language)

    def _server_that_is(self, name: str, gate: Gate) -> AbstractContextManager[None]:
        if name in {"asked", "hung"}:
            return gate.holding("annotations", *(["health"] if name == "hung" else []))
        return gate.answering("health", 200, {}, LOCKED) if name == "locked" else nullcontext()

    def full_page(self, name: str, view: str) -> None:
        """The first-run page or the options, as much as the window shows."""
        self.reader.go(f"{self.reader.base}extension/{name}/{name}.html")
        until(lambda: self.reader.run(DRAWN), f"{name} to be drawn")
        self.reader.settle()
        self.reader.picture(OUT / f"{self.reader.name}-{name}-{view}.png")

    @contextmanager
    def drawn_panel(self) -> Iterator[Popup]:
        """The panel beside the page that is open."""
        with self.reader.panel() as panel:
            until(lambda: panel.run(DRAWN), "the panel to be drawn")
            yield panel

    def take(self, of: Popup, name: str, view: str) -> None:
        """One picture."""
        of.picture(OUT / f"{self.reader.name}-{name}-{view}.png")


def take_from_right_to_left(reader: Reader, folder: Path, server: Server, site: Site) -> None:
    """The same in a made-up language that is written so, in a narrow window."""
    root = folder / f"{reader.name}-foreign"
    root.mkdir()
    put_into_a_made_up_language(root)
    with reader.other_extension(root):
        reader.look(width=360, height=740)
        reader.begin_afresh(server.address)
        reader.choose(language="de")
        states = States(reader, server, site)
        states.panels("rtl")
        for name in ("welcome", "options"):
            states.full_page(name, "rtl")
        reader.look()  # a popup is no wider than the window lets it
        states.popups("rtl")
