"""Pictures of every page and state of the moderators' desk, for screenshots.py; `python -m` takes these alone."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

from tests.e2e.desk import STORIES, Desk, desk_server, edit_silently
from tests.e2e.driving import Chromium, Firefox, Reader
from tests.e2e.site import Site
from tests.e2e.test_desk_curating import SEARCH
from tests.serving import Server
from tests.waiting import until

OUT = Path(__file__).parent / "out"
VIEWS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"dark": True},
    "narrow": {"width": 360, "height": 700},
    "wide": {"width": 1800, "height": 1000},
}
MOST = ("light", "dark", "narrow")  # a wide window shows nothing else of the smaller states
DIALOG = "return Boolean(document.querySelector('dialog[open]'))"
NOTE = "return Boolean(document.querySelector('main .note'))"
SHOW_NOTE = "document.querySelector('main .note')?.scrollIntoView({ block: 'center' })"
UNFOLD_ALL = "for (const fold of document.querySelectorAll('main details')) fold.open = true"
HEIGHT = "return document.documentElement.scrollHeight"
TALLEST = 5000  # pixels of a picture that people still look at
SUBMIT = "document.querySelector('main form.fields').requestSubmit()"
PASTED = {"text": "A boat came in.", "outlet": "", "url": "no address", "published": ""}
WEIGHED = "return Boolean(document.querySelector('[data-features] table'))"
UNFOLD_WEIGHTS = """
const fold = document.querySelector("[data-features]");
fold.open = true;
fold.scrollIntoView();
"""
UNFOLD = """
const form = [...document.querySelectorAll("form.send")].find(({ dataset }) => dataset.path.endsWith(args[0]));
for (let fold = form.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
form.scrollIntoView({ block: "center" });
"""
FILL_PLAIN = """
const form = document.querySelector("main form.fields");
form.querySelector("details").open = true;
for (const [name, value] of Object.entries(args[0])) form.elements[name].value = value;
form.requestSubmit();
"""


def main() -> None:
    """The desk's alone, in both browsers."""
    OUT.mkdir(exist_ok=True)
    site = Site()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for browser in (Chromium, Firefox):
            reader = browser(Path(folder) / browser.name, site.port, scale=1)
            try:
                pictures_of_desk(reader, Path(folder) / f"desk-{browser.name}")
            finally:
                reader.close()
    site.close()


def pictures_of_desk(reader: Reader, folder: Path) -> None:
    """All of the desk's, with a server of its own."""
    pictures_of_nothing(reader, folder / "empty")
    server, token = desk_server(folder / "server")
    edit_silently(server, folder / "quarry")
    server.start()
    desk = Desk(server, reader, token)
    try:
        PicturesOfDesk(desk, folder).take_all()
    finally:
        server.end()
        reader.look()


def pictures_of_nothing(reader: Reader, folder: Path) -> None:
    """The pages of a base that nothing was put into yet."""
    server = Server(folder)
    desk = Desk(server, reader, server.command("moderator", "add", "Ann").split()[0])
    server.start()
    try:
        desk.sign_in()
        pictures = PicturesOfDesk(desk, folder)
        for name, path in (("queue", "/admin"), ("stories", "/admin/stories"), ("reports", "/admin/reports")):
            desk.go(path)
            pictures.take(f"nothing-{name}")
    finally:
        server.end()
        reader.look()


class PicturesOfDesk:
    """Goes through the desk with one browser; what one state needs the ones before it have brought about."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self.desk, self.reader, self.folder = desk, desk.reader, folder

    def take_all(self) -> None:
        """In the order in which somebody at work might see them."""
        self.door()
        self.read_and_reported()
        self.pages()
        self.judging()
        self.curating()
        self.people()
        self.adding()
        self.orphaned()
        self.judged_all()
        self.signed_out_everywhere()
        self.gone()
        self.broken()

    def take(self, name: str, views: tuple[str, ...] = MOST, *, whole: bool = False) -> None:
        """The page as it stands, in several looks; as much as a window shows, unless all of it is wanted."""
        for view in views:
            self.reader.look(**VIEWS[view])
            if whole:
                height = max(VIEWS[view].get("height", 800), min(TALLEST, self.reader.run(HEIGHT)))
                self.reader.look(**VIEWS[view] | {"height": height})
            self.reader.run(SHOW_NOTE)
            self.reader.settle()
            self.reader.picture(OUT / f"{self.reader.name}-desk-{name}-{view}.png")
        self.reader.look()

    def waiting_for(self, what: str, act: Callable[[], object], name: str) -> None:
        """The state that an action brings about, told by a script."""
        act()
        until(lambda: self.reader.run(what), f"the state {name}")
        self.take(name)

    def door(self) -> None:
        """Signing in, and a token that is none."""
        self.desk.go("/admin/sign-in")
        self.take("door", tuple(VIEWS))
        self.reader.run("document.activeElement.value = 'ss_nothing'")
        self.reader.loading(lambda: self.reader.press("Enter"))
        self.take("door-refused")

    def read_and_reported(self) -> None:
        """Readers read a story and report a note of it, before the desk is opened."""
        text = (STORIES / "quarry" / "courier.txt").read_text(encoding="utf-8")
        for _ in range(12):
            self.desk.server.annotate(text)
        fact = self.desk.ask("/queue")["items"][0]["relation"]["fact"]["id"]
        for words in ("They let twenty go since.", ""):
            self.desk.server.post("/api/v1/reports", {"note": "n", "fact": fact, "words": words})
        self.desk.server.stop()  # hands over what it counted
        self.desk.server.start()
        self.desk.sign_in()

    def pages(self) -> None:
        """Every page as it is at first; some that show nothing."""
        for name, path in self.desk.pages().items():
            self.desk.go(path)
            self.take(name, tuple(VIEWS))
            self.reader.run(UNFOLD_ALL)
            if name == "fact":
                until(lambda: self.reader.run(WEIGHED), "what the program went by")
            self.take(f"{name}-unfolded", whole=True)
        for name, path in {
            "missing": "/admin/facts/none",
            "queue-filtered": "/admin?why=read",
            "stories-found": "/admin/stories?title=quarry",
            "stories-none": "/admin/stories?title=none",
            "audit-filtered": "/admin/audit?action=add_moderator",
            "audit-nothing": "/admin/audit?who=Ann&action=hide_fact",
        }.items():
            self.desk.go(path)
            self.take(name)

    def judging(self) -> None:
        """A judgement, the keys, and one that somebody else has made meanwhile."""
        self.desk.go("/admin")
        self.reader.press("l")
        self.take("judged")
        self.reader.press("u")
        self.reader.press("?")
        self.take("keys")
        self.desk.go("/admin")
        self.desk.decide(self.reader.run("return document.querySelector('.item[aria-current]').id"), "reject_relation")
        self.waiting_for(NOTE, lambda: self.reader.press("c"), "conflict-412")
        self.reader.errors()

    def curating(self) -> None:
        """Merging and splitting facts, a story split, an article moved; a fact that is settled."""
        pages = self.desk.pages()
        fact, story = (pages[name].rpartition("/")[2] for name in ("fact", "story"))
        others = [one["id"] for one in self.desk.ask(f"/facts?story={story}")["items"] if one["id"] != fact]
        self.desk.go(f"/admin/facts/{fact}")
        self.waiting_for(WEIGHED, lambda: self.reader.run(UNFOLD_WEIGHTS), "fact-weighed")
        self.reader.run(SEARCH, "")
        merge = {"change.with[]": others[0], "reason": "One thing."}
        self.waiting_for(DIALOG, lambda: self.desk.fill("merge_facts", merge), "preview-merge")
        self.desk.go(f"/admin/facts/{fact}")
        self.reader.run("document.querySelector('.claims .pick input').click()")
        self.waiting_for(DIALOG, lambda: self.desk.fill("split_fact", {"reason": "Two things."}), "preview-split")
        self.stale_merge(fact, merge)
        settled = {"change.note": "The register counts 15.", "change.source": "https://register.example/1"}
        self.desk.go(f"/admin/facts/{fact}")
        self.reader.loading(lambda: self.desk.fill("settle_fact", settled | {"reason": "They were asked."}))
        self.take("fact-settled")
        self.desk.go(f"/admin/stories/{story}")
        article = pages["article"].rpartition("/")[2]
        split = {"change.articles[]": article, "change.title": "Another event", "reason": "Two events."}
        self.waiting_for(DIALOG, lambda: self.desk.fill("split_story", split), "preview-story-split")
        elsewhere = next(one["id"] for one in self.desk.ask("/stories")["items"] if one["id"] != story)
        to = {"beside": f"/stories/{elsewhere}", "change": {"story": elsewhere}}
        self.desk.decide(article, "assign_article", "article", reason="Misplaced.", **to)
        self.desk.go(f"/admin/articles/{article}")
        self.take("article-moved")
        self.desk.go("/admin/audit")
        self.take("audit-busy")
        self.reader.run(UNFOLD_ALL)
        self.take("audit-busy-unfolded", whole=True)
        self.reader.loading(lambda: self.desk.fill("/undo", {"reason": "It was in the right place."}))
        self.unfold("/undo")
        self.take("audit-undone")
        self.desk.go(f"/admin/audit?fact={fact}")
        self.take("audit-of-a-fact")

    def stale_merge(self, fact: str, merge: dict[str, str]) -> None:
        """A merge of which somebody else has changed a part while its preview was open."""
        self.desk.go(f"/admin/facts/{fact}")
        self.desk.fill("merge_facts", merge)
        until(lambda: self.reader.run(DIALOG), "the preview")
        self.desk.decide(
            merge["change.with[]"], "dispute_fact", "fact", reason="Which?", change={"note": "Two counts."}
        )
        yes = "document.querySelector('#preview [value=yes]').click()"
        self.waiting_for(NOTE, lambda: self.reader.run(yes), "merge-412")
        self.reader.errors()

    def people(self) -> None:
        """A token that is shown once, people with tokens, and the desk as a reporter sees it."""
        self.desk.go("/admin/moderators")
        added = {"name": "Bea", "role": "reporter"}
        self.waiting_for(DIALOG, lambda: self.desk.fill("/moderators", added), "token")
        self.desk.go("/admin/moderators")
        self.take("moderators-busy")
        self.reader.run(UNFOLD_ALL)
        self.take("moderators-busy-unfolded", whole=True)
        self.desk.go("/admin/moderators")
        self.unfold("/Bea/disable")
        self.take("moderators-disabling")
        self.reader.loading(lambda: self.desk.fill("/Bea/disable", {"reason": "On leave."}))
        self.unfold("/Bea/enable")
        self.take("moderators-enabling")
        self.reader.loading(lambda: self.desk.fill("/Bea/enable", {"reason": "Back."}))
        fewer = {"role": "reporter", "reason": "Too much to do."}
        self.waiting_for(NOTE, lambda: self.desk.fill("/Ann/role", fewer), "moderators-refused")
        self.reader.errors()
        token = self.desk.server.command("moderator", "token", "Bea").split()[0]
        self.desk.sign_out()
        self.desk.sign_in(token)
        self.take("reporter-queue")
        self.desk.go(self.desk.pages()["fact"])
        self.take("reporter-fact")
        self.desk.go("/admin/moderators")
        self.take("reporter-refused")
        self.desk.sign_out()
        self.desk.sign_in()

    def adding(self) -> None:
        """The form, what is wrong with it, and what became of what was given."""
        self.desk.go("/admin/add")
        self.reader.loading(lambda: self.reader.run(FILL_PLAIN, PASTED))
        self.take("add-refused")
        pasted = PASTED | {"outlet": "Harbour Sheet", "url": "https://harbour-sheet.example/1"}
        addresses = {"addresses": "http://127.0.0.1/private"}
        self.desk.go("/admin/add")
        self.reader.loading(lambda: self.reader.run(FILL_PLAIN, pasted | addresses))
        job = self.reader.run("return location.pathname").rpartition("/")[2]
        until(lambda: self.desk.ask(f"/jobs/{job}")["state"] == "done", "the job to be done")
        self.desk.go(f"/admin/add/{job}")
        self.take("adding-done")

    def orphaned(self) -> None:
        """A decision on words that are gone from the article."""
        story = self.desk.pages()["story"].rpartition("/")[2]
        fact = self.desk.ask(f"/facts?story={story}")["items"][0]
        self.desk.decide(fact["id"], "hide_fact", "fact", reason="No news.", change={})
        copy = self.folder / "quarry"
        for file in copy.glob("*.txt"):
            file.write_text("Nothing of it was said.\n\nThe page was withdrawn.\n", encoding="utf-8")
        self.desk.server.command("ingest", str(copy))
        self.desk.go("/admin/audit?orphaned=yes")
        self.take("audit-orphaned")

    def judged_all(self) -> None:
        """A queue with nothing left in it."""
        while self.desk.ask("/queue")["left"]:
            self.desk.go("/admin")
            left = self.desk.ask("/queue")["left"]
            self.reader.press("c")
            until(lambda left=left: self.desk.ask("/queue")["left"] < left, "the judgement to be kept")
        self.desk.go("/admin")
        self.take("queue-empty")
        for name, path in (("reports-none", "/admin/reports"), ("reports-closed", "/admin/reports?closed=yes")):
            self.desk.go(path)
            self.take(name)

    def signed_out_everywhere(self) -> None:
        """What a page that is still open says when its session was ended from elsewhere."""
        undo_the_last(self.desk)
        self.desk.go("/admin")
        sign_out_everywhere(self.desk)
        self.waiting_for(NOTE, lambda: self.reader.press("c"), "signed-out")
        self.reader.errors()
        self.desk.go("/admin")
        self.take("signed-out-door")
        self.desk.sign_in()

    def gone(self) -> None:
        """A server that does not answer."""
        self.desk.go("/admin")
        self.desk.server.end()
        there = "return !document.getElementById('gone').hidden"
        self.waiting_for(there, lambda: self.reader.press("c"), "gone")
        self.reader.errors()
        self.desk.server.start()
        self.reader.run("document.querySelector('#gone button').click()")
        until(lambda: not self.reader.run(there), "the judgement to be sent")

    def broken(self) -> None:
        """A fact base that does not answer: a table of it is gone."""
        with closing(sqlite3.connect(self.desk.server.base)) as base:
            base.execute("ALTER TABLE report RENAME TO mislaid")
        self.desk.go("/admin")
        self.take("broken")
        self.reader.errors()

    def unfold(self, form: str) -> None:
        """A form, shown and left alone."""
        self.reader.run(UNFOLD, form)


def undo_the_last(desk: Desk) -> None:
    """So that something waits again."""
    last = desk.ask("/decisions?action=close_report&limit=1")["items"][0]
    signed = {"Authorization": f"Bearer {desk.token}", "If-Match": last["etag"]}
    status, *_ = desk.server.post(f"/api/v1/admin/decisions/{last['id']}/undo", {"reason": "Too early."}, signed)
    assert status == 201


def sign_out_everywhere(desk: Desk) -> None:
    """As the same moderator does in another browser."""
    elsewhere = build_opener(HTTPCookieProcessor(CookieJar()))
    for path, form in (("sign-in", {"token": desk.token}), ("sign-out", {"everywhere": "yes"})):
        elsewhere.open(Request(f"{desk.server.address}/admin/{path}", urlencode(form).encode())).close()


if __name__ == "__main__":
    main()
