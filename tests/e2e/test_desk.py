"""The moderators' desk in a real browser: the queue by keyboard, refusals, a server that is gone, curating a fact."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.access import TOO_WIDE, violations
from tests.e2e.driving import Reader
from tests.serving import Server
from tests.waiting import until

STORIES = Path(__file__).parent / "stories"
JUDGED = {"c": "confirmed", "r": "rejected", "l": "left"}
ITEMS = "return [...document.querySelectorAll('.item')].map((item) => item.id)"
CURRENT = "return document.querySelector('.item[aria-current]')?.id"
PROGRESS = "return document.querySelector('#progress .count').textContent"
TOAST = "return document.querySelector('#toast').innerText"
TEXT = "return document.querySelector('main').innerText"
# How long the page takes from a key to the next frame that shows what it did.
TIMED = """
window.took = [];
document.addEventListener("keydown", ({ timeStamp }) => {
  const soon = new MessageChannel();
  soon.port1.onmessage = () => took.push(performance.now() - timeStamp);
  requestAnimationFrame(() => soon.port2.postMessage(0));
}, true);
"""
FASTEST_MS = 100  # what a person takes for at once


@dataclass
class Desk:
    """A server with two small stories, and a browser signed in as its administrator."""

    server: Server
    reader: Reader
    token: str

    def ask(self, path: str) -> Any:
        """What the admin API says."""
        status, _, body = self.server.get("/api/v1/admin" + path, {"Authorization": f"Bearer {self.token}"})
        assert status == 200, body
        return json.loads(body)

    def decide(self, relation: str, action: str) -> None:
        """What somebody else decides meanwhile."""
        tag = self.ask(f"/relations/{relation}")["etag"]
        sent = {"action": action, "target": relation}
        signed = {"Authorization": f"Bearer {self.token}", "If-Match": tag}
        assert self.server.post("/api/v1/admin/decisions", sent, signed)[0] == 201

    def status(self, relation: str) -> str:
        return str(self.ask(f"/relations/{relation}")["status"])

    def go(self, path: str) -> None:
        """Open a page of the desk, and come back when its script is at work."""
        self.reader.go(self.server.address + path)
        self.reader.errors()

    def sign_in(self) -> None:
        """With the keyboard: the field has the focus."""
        self.go("/admin")
        for letter in self.token:
            self.reader.press(letter)
        self.reader.press("Enter")
        until(lambda: self.reader.run("return document.title").startswith("Queue"), "the queue to open")

    def shows(self, words: str, script: str = TEXT) -> None:
        until(lambda: words in (self.reader.run(script) or ""), f"the page to say {words!r}")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Server, str]:
    """A base with two small stories, and its administrator's token."""
    server = Server(tmp_path_factory.mktemp("prepared"))
    server.command("ingest", str(STORIES / "quarry"), str(STORIES / "harlow"))
    return server, server.command("moderator", "add", "Ann").split()[0]


@pytest.fixture
def desk(reader: Reader, prepared: tuple[Server, str], tmp_path: Path) -> Iterator[Desk]:
    """A desk of its own for each test."""
    other, token = prepared
    server = Server(tmp_path / "desk")
    server.take_over(other)
    server.start()
    found = Desk(server, reader, token)
    found.sign_in()
    yield found
    reader.go("about:blank")
    reader.errors()
    server.end()


def test_the_queue_is_cleared_with_the_keyboard_alone_and_each_key_is_seen_at_once(desk: Desk) -> None:
    reader = desk.reader
    reader.run(TIMED)
    items = reader.run(ITEMS)
    of = len(items)
    assert reader.run(PROGRESS) == f"{of} of {of} left"
    assert reader.run(CURRENT) == items[0]
    reader.press("j")
    reader.press("k")
    assert reader.run(CURRENT) == items[0]
    reader.press("c")
    assert reader.run(CURRENT) == items[1]
    assert reader.run(PROGRESS) == f"{of - 1} of {of} left"
    assert "Confirmed" in reader.run(TOAST)
    reader.press("u")
    assert reader.run(ITEMS) == items
    assert reader.run(CURRENT) == items[0]
    until(lambda: desk.status(items[0]) == "proposed", "the undo to be kept")
    keys = [*"crl", *"c" * (of - 3)]
    for key in keys:
        reader.press(key)
    desk.shows("All judged")
    assert reader.run(PROGRESS) == f"0 of {of} left"
    until(lambda: desk.ask("/queue")["left"] == 0, "every judgement to be kept")
    assert [desk.status(item) for item in items] == [JUDGED[key] for key in keys]
    took = reader.run("return took")
    assert len(took) == of + 4
    assert sorted(took)[len(took) // 2] < FASTEST_MS, took
    desk.go("/admin")
    desk.shows("All judged")
    reader.press("u")  # of a page before this one
    desk.shows(f"1 of {of} left")


def test_what_another_moderator_decided_first_comes_back_with_a_word_and_can_be_overruled(desk: Desk) -> None:
    reader = desk.reader
    first, second, *_ = reader.run(ITEMS)
    desk.decide(first, "reject_relation")
    reader.press("c")
    assert reader.run(CURRENT) == second
    desk.shows("Somebody else was here first: it is rejected now.")
    assert reader.run(CURRENT) == first
    assert desk.status(first) == "rejected"
    reader.press("c")
    until(lambda: desk.status(first) == "confirmed", "the judgement to be kept")
    assert "first" not in reader.run("return document.querySelector('.note')?.textContent ?? ''")
    reader.errors()  # browsers log the refused request themselves


def test_judgements_wait_for_a_server_that_is_gone_and_each_is_kept_once(desk: Desk) -> None:
    reader = desk.reader
    first, second, third, *_ = reader.run(ITEMS)
    desk.server.end()
    reader.press("c")
    reader.press("r")
    gone = "return document.getElementById('gone').innerText"
    desk.shows("2 judgements wait here to be sent.", gone)
    assert reader.run(CURRENT) == third
    desk.server.start()
    reader.run("document.querySelector('#gone button').click()")
    until(lambda: reader.run("return document.getElementById('gone').hidden"), "the banner to go")
    until(lambda: [desk.status(first), desk.status(second)] == ["confirmed", "rejected"], "both to be kept")
    kept = desk.ask("/decisions")["items"]
    assert [decision["target"] for decision in kept] == [second, first]
    reader.errors()


def test_a_fact_is_split_after_a_look_at_what_it_does_settled_and_both_taken_back(desk: Desk) -> None:
    reader = desk.reader
    fact = desk.ask("/queue?why=conflict")["items"][0]["relation"]["fact"]["id"]
    desk.go(f"/admin/facts/{fact}")
    claims = reader.run("return document.querySelectorAll('.claims .pick input').length")
    assert claims > 1
    reader.run("document.querySelector('.claims .pick input').click()")
    reader.run(
        "const form = document.getElementById('split'); form.elements.reason.value = 'Two things.';"
        "form.requestSubmit();"
    )
    desk.shows("What this does", "return document.querySelector('dialog[open]')?.innerText")
    desk.shows("conflicts 1 → 0", "return document.querySelector('dialog[open]')?.innerText")
    assert desk.ask("/decisions")["items"] == []
    reader.run("document.querySelector('#preview [value=yes]').click()")
    until(lambda: desk.ask("/decisions")["items"], "the split to be kept")
    split = desk.ask("/decisions")["items"][0]
    assert (split["action"], split["reason"]) == ("split_fact", "Two things.")
    desk.go(f"/admin/facts/{fact}")
    desk.shows("split fact")
    reader.press("u")
    until(lambda: desk.ask("/queue")["counts"]["conflict"] == 2, "the split to be taken back")
    desk.go(f"/admin/facts/{fact}")
    reader.run(
        "const form = document.querySelector('[value=settle_fact]').form;"
        "form.elements['change.note'].value = 'Counted.'; form.elements.reason.value = 'Asked them.';"
        "form.elements['change.source'].value = 'https://register.example/1';"
        "form.requestSubmit();"
    )
    until(lambda: desk.ask(f"/facts/{fact}")["status"] == "settled", "the fact to be settled")
    desk.shows("settle fact")
    reader.run("[...document.querySelectorAll('.history form')][0].requestSubmit()")
    until(lambda: desk.ask(f"/facts/{fact}")["status"] != "settled", "the settling to be taken back")
    reader.errors()


def test_every_page_is_for_everybody_light_or_dark_wide_or_narrow(desk: Desk) -> None:
    reader = desk.reader
    relation = desk.ask("/queue")["items"][0]["relation"]
    article = relation["a"]["article"]["id"]
    paths = ["/admin", f"/admin/facts/{relation['fact']['id']}", f"/admin/stories/{relation['story']}"]
    paths += [f"/admin/articles/{article}", f"/admin/articles/{article}/readers"]
    paths += [f"/admin/{name}" for name in ("stories", "reports", "audit", "moderators", "settings")]
    try:
        for dark, width in ((False, 1100), (True, 360)):
            reader.look(dark=dark, width=width)
            for path in paths:
                desk.go(path)
                assert violations(reader.run) == [], path
                assert reader.run(TOO_WIDE) == 0, path
        reader.press("?")
        desk.shows("Next", "return document.querySelector('dialog[open]')?.innerText")
        assert violations(reader.run) == []
    finally:
        reader.look()
