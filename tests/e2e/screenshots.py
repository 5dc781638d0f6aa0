"""`make screenshots`: a picture of every page and state, in both browsers, for people to look at.

They go to tests/e2e/out, which git does not keep; the README's, one of them, to .docs.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.e2e.driving import Chromium, Firefox, Reader
from tests.e2e.site import Site, page
from tests.e2e.test_pages import read_address
from tests.e2e.test_states import UNKNOWN
from tests.serving import ROOT, SEEDS, Server, free_port, with_a_conflict

OUT = Path(__file__).parent / "out"
README_PICTURE = ROOT / ".docs" / "card.png"
CONFLICT = ("conflicts", "Leonardo, nine")
VIEWS = {"light": {}, "dark": {"dark": True}, "narrow": {"width": 360, "height": 700}}


def main() -> None:
    """Take them all."""
    OUT.mkdir(exist_ok=True)
    README_PICTURE.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        server, site = Server(Path(folder) / "server"), Site()
        server.command("ingest", str(SEEDS))
        server.start()
        try:
            for browser in (Chromium, Firefox):
                reader = browser(Path(folder) / browser.name, site.port)
                try:
                    Photographer(reader, server, site).take_all()
                finally:
                    reader.close()
        finally:
            server.stop()
            site.close()


class Photographer:
    """Goes through the states with one browser."""

    def __init__(self, reader: Reader, server: Server, site: Site) -> None:
        self.reader = reader
        self.server = server
        self.site = site
        self.seed = with_a_conflict()
        self.article = site.add("/picture", page(self.seed.text, title="One story, five outlets"))
        self.dark_article = site.add(
            "/picture-dark", page(self.seed.text, title="One story, five outlets", theme="dark")
        )

    def take_all(self) -> None:
        """Pages of the server, then notes on somebody else's page, then the popup's states."""
        self.reader.use_server(self.server.address)
        for view, look in VIEWS.items():
            self.reader.look(**look)
            self.server_pages(view)
            self.notes(view)
        self.reader.look()
        self.popups()

    def server_pages(self, view: str) -> None:
        """What the server itself shows, and the options page."""
        address = self.server.address
        pages = {"home": "/", "api": "/docs", "kind": "/docs/kinds/statements", "missing": "/nothing", "options": ""}
        for name, path in pages.items():
            self.reader.go(address + path if path else self.reader.base + "extension/options/options.html")
            self.take(name, view)
        self.reader.go(read_address(self.server, self.seed.outlet))
        self.reader.wait_for_marks()
        self.take("read", view)
        self.card("read-card", view, *CONFLICT)
        if view == "light":
            self.empty(view)

    def empty(self, view: str) -> None:
        """The first page before anything was ingested."""
        with tempfile.TemporaryDirectory() as folder:
            empty = Server(Path(folder))
            empty.start()
            self.reader.go(empty.address)
            empty.stop()
        self.take("empty", view)

    def notes(self, view: str) -> None:
        """Marks and cards of three stances on a news page."""
        self.reader.open(self.dark_article if view == "dark" else self.article)
        for stance in self.reader.marks():
            words = CONFLICT[1] if stance == "conflicts" else self.reader.marks()[stance][0]
            self.card(f"card-{stance}", view, stance, words)
        if view == "light" and self.reader.name == "chromium":
            self.reader.look(width=860, height=620)
            self.card("readme", view, *CONFLICT)
            self.reader.run("scrollBy(0, 190)")  # the words in the upper third: room for the whole card
            self.reader.settle()
            self.take("readme", view)
            README_PICTURE.write_bytes((OUT / f"chromium-readme-{view}.png").read_bytes())
            self.reader.look()

    def popups(self) -> None:
        """Each state that the popup puts in words."""
        states: dict[str, Callable[[], object]] = {
            "notes": lambda: self.reader.open(self.article),
            "unknown": lambda: self.reader.open(self.site.add("/unknown", page(UNKNOWN))),
            "off": lambda: (self.reader.open(self.article), self.reader.flip_the_popup_switch()),
            "on": self.reader.flip_the_popup_switch,
            "down": lambda: self.reader.use_server(f"http://127.0.0.1:{free_port()}"),
            "wrong": lambda: self.reader.use_server(f"http://127.0.0.1:{self.site.port}"),
        }
        for name, reach in states.items():
            reach()
            self.reader.popup_text(OUT / f"{self.reader.name}-popup-{name}.png")

    def card(self, name: str, view: str, stance: str, words: str) -> None:
        """The card of marked words, when it has finished fading in."""
        self.reader.point_at(stance, words)
        self.reader.in_notes(
            "await Promise.all(root.querySelector('.card').getAnimations().map(({ finished }) => finished))"
        )
        self.take(name, view)

    def take(self, name: str, view: str) -> None:
        """One picture."""
        self.reader.picture(OUT / f"{self.reader.name}-{name}-{view}.png")


if __name__ == "__main__":
    main()
