"""`make screenshots`: a picture of every page and state, in both browsers, for people to look at.

They go to tests/e2e/out, which git does not keep; the README's, two of them, to .docs.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.e2e.driving import Chromium, Firefox, Reader
from tests.e2e.pictured_desk import VIEWS, pictures_of_desk
from tests.e2e.pictured_states import OUT, States, take_from_right_to_left
from tests.e2e.site import Site, page
from tests.e2e.test_overlay_access import open_the_report
from tests.e2e.test_pages import read_address
from tests.e2e.test_panel import STORY, TAB
from tests.serving import ROOT, SEEDS, Server, with_a_conflict
from tests.waiting import until

DOCS = ROOT / ".docs"
CONFLICT = ("conflicts", "Leonardo, nine")
DRAWN = "return document.querySelector('main')?.ariaBusy == 'false'"
FADED_IN = "await Promise.all(root.querySelector('[role=dialog]').getAnimations().map(({ finished }) => finished));"


def main() -> None:
    """Take them all."""
    OUT.mkdir(exist_ok=True)
    DOCS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        server, site = Server(Path(folder) / "server"), Site()
        server.command("ingest", str(SEEDS))
        server.command("ingest", str(STORY))
        server.start()
        try:
            for browser in (Chromium, Firefox):
                reader = browser(Path(folder) / browser.name, site.port, scale=2)
                try:
                    Photographer(reader, server, site).take_all()
                    pictures_of_desk(reader, Path(folder) / f"desk-{browser.name}")
                    take_from_right_to_left(reader, Path(folder), server, site)
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
        self.states = States(reader, server, site)
        self.seed = with_a_conflict()
        self.updated = (STORY / "evening.txt").read_text(encoding="utf-8")

    def take_all(self) -> None:
        """Pages of the server and the extension, notes on somebody else's page, the panel, the popup."""
        self.reader.begin_afresh(self.server.address)
        for view, look in VIEWS.items():
            self.reader.look(**look)
            self.server_pages(view)
            self.extension_pages(view)
            self.notes(view)
            self.states.take_all(view)
        self.reader.look()
        if self.reader.name == "chromium":
            self.readme()

    def server_pages(self, view: str) -> None:
        """What the server itself shows."""
        pages = {
            "home": "/",
            "api": "/docs",
            "kind": "/docs/kinds/statements",
            "export": "/docs/export",
            "missing": "/nothing",
        }
        for name, path in pages.items():
            self.reader.go(self.server.address + path)
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

    def extension_pages(self, view: str) -> None:
        """The first-run page and the options."""
        for name in ("welcome", "options"):
            self.reader.go(f"{self.reader.base}extension/{name}/{name}.html")
            until(lambda: self.reader.run(DRAWN), f"{name} to be drawn")
            self.reader.settle()
            self.take(name, view)
            self.reader.run("scrollTo(0, document.body.scrollHeight)")
            self.take(f"{name}-end", view)

    def notes(self, view: str) -> None:
        """Marks, the card of each stance, and its form, on news pages of two stories."""
        theme = "dark" if view == "dark" else ""
        taken: set[str] = set()
        for name, text in (("seed", self.seed.text), ("updated", self.updated)):
            self.reader.open(self.site.add(f"/{name}-{view}", page(text, theme=theme)))
            self.take(f"marks-{name}", view)
            marks = self.reader.marks()
            for stance in marks.keys() - taken:
                self.card(f"card-{stance}", view, stance, marks[stance][0].strip())
            taken |= marks.keys()
        self.reader.click(*self.reader.place("updates"))
        self.reader.wait_for_card()
        open_the_report(self.reader)
        self.reader.in_notes(FADED_IN)
        self.take("card-report", view)

    def readme(self) -> None:
        """A card on the seed article, and the panel beside it."""
        self.reader.look(width=860, height=620)
        self.reader.open(self.site.add("/readme", page(self.seed.text, title="One story, five outlets")))
        self.card("readme", "light", *CONFLICT)
        self.reader.run("scrollBy(0, 190)")  # the words in the upper third: room for the whole card
        self.reader.settle()
        self.reader.picture(DOCS / "card.png")
        with self.states.drawn_panel() as panel:
            panel.run(TAB, "picture")
            panel.picture(DOCS / "panel.png")
        self.reader.look()

    def card(self, name: str, view: str, stance: str, words: str) -> None:
        """The card of marked words, when it has finished fading in."""
        self.reader.point_at(stance, words)
        self.reader.in_notes(FADED_IN)
        self.take(name, view)

    def take(self, name: str, view: str) -> None:
        """One picture."""
        self.reader.picture(OUT / f"{self.reader.name}-{name}-{view}.png")


if __name__ == "__main__":
    main()
