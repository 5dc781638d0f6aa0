"""The background dies, readers leave early, rights are taken, lists are kept to: nothing is lost, noisy or told."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.conftest import FERRY
from tests.e2e.driving import Reader
from tests.e2e.gate import Gate
from tests.e2e.site import Site, page
from tests.e2e.test_states import UNKNOWN
from tests.e2e.texts import INN
from tests.serving import Server, with_a_conflict
from tests.waiting import until


@pytest.fixture
def article(site: Site) -> str:
    """A page whose story the server knows."""
    return site.add("/robust", page(INN))


def test_notes_come_though_the_background_dies_while_the_server_answers(
    reader: Reader, article: str, gate: Gate
) -> None:
    reader.use_server(gate.address)
    with gate.holding("annotations"):
        reader.go(article)
        until(lambda: gate.asked("annotations"), "the page's question")
        reader.end_background()
    reader.wait_for_marks()


def test_what_was_found_outlives_the_background(reader: Reader, article: str) -> None:
    reader.open(article)
    reader.end_background()
    reader.popup_says("on this article")
    reader.end_background()
    reader.flip_the_popup_switch()
    reader.wait_for_no_marks()
    reader.flip_the_popup_switch()
    reader.wait_for_marks()


def test_a_question_ends_when_its_reader_goes_elsewhere(reader: Reader, article: str, gate: Gate, site: Site) -> None:
    reader.use_server(gate.address)
    with gate.holding("annotations"):
        reader.go(article)
        until(lambda: gate.asked("annotations"), "the page's question")
        reader.go(site.add("/elsewhere", page("Sign in")))
        until(lambda: gate.left("annotations"), "the question to be ended")
    reader.wait_for_badge("")


def test_a_site_switched_off_while_the_server_answers_gets_no_notes(
    reader: Reader, article: str, gate: Gate, site: Site
) -> None:
    reader.use_server(gate.address)
    with gate.holding("annotations"):
        reader.go(article)
        until(lambda: gate.asked("annotations"), "the page's question")
        reader.switch_site(on=False, site=site)
        until(lambda: gate.left("annotations"), "the question to be ended")
    reader.settle()
    assert reader.marks() == {}
    reader.popup_says("Off on this site")
    reader.switch_site(on=True, site=site)
    reader.wait_for_marks()


def test_a_page_that_never_stands_still_asks_seldom(reader: Reader, gate: Gate, site: Site) -> None:
    storm = """<script>
    let count = 0;
    const timer = setInterval(() => {
      document.querySelector("main p").append(` And word number ${++count}.`);
      if (count == 60) clearInterval(timer);
    }, 50);
    </script>"""
    reader.use_server(gate.address)
    began = time.monotonic()
    reader.go(site.add("/restless", page(with_a_conflict().text, head=storm)))
    asked = lambda: [b"number 60" in request.body for request in gate.asked("annotations")]  # noqa: E731
    until(lambda: any(asked()), "the last text to be asked about")
    assert len(asked()) <= 9 + (time.monotonic() - began), (
        "of sixty texts, which take the longer the busier the machine"
    )
    reader.wait_for_marks()


def test_without_the_right_to_read_pages_nothing_is_sent(reader: Reader, article: str, gate: Gate) -> None:
    reader.use_server(gate.address)
    reader.open(article)
    reader.allow_on_pages(False)
    try:
        before = len(gate.asked("annotations"))
        reader.go(article)
        reader.settle()
        assert reader.marks() == {}
        assert reader.added() == []
        reader.popup_says("Not allowed on pages yet")
        assert len(gate.asked("annotations")) == before
    finally:
        reader.allow_on_pages(True)
    assert reader.open(article)["state"] == "notes"


@pytest.fixture
def known_article(site: Site, server: Server, tmp_path: Path) -> str:
    """A page whose address the server knows."""
    address = site.add("/ferries/brannoc", page(FERRY["Coast Daily"]))
    site.add("/ferries/brannoc/", page(FERRY["Coast Daily"]))
    lines = ['title = "Ferry"']
    for outlet, text in FERRY.items():
        file = outlet.replace(" ", "-") + ".txt"
        (tmp_path / file).write_text(text, "utf-8")
        url = address if outlet == "Coast Daily" else f"https://{outlet.replace(' ', '-')}.example/ferry"
        lines += ["[[articles]]", f'file = "{file}"', f'outlet = "{outlet}"', f'url = "{url}"']
    (tmp_path / "story.toml").write_text("\n".join(lines), "utf-8")
    server.command("ingest", str(tmp_path))
    return address


def test_only_pages_with_known_addresses_are_sent(
    reader: Reader, known_article: str, gate: Gate, site: Site, article: str
) -> None:
    reader.use_server(gate.address)
    reader.choose(check="known")
    try:
        for secret in (article, site.add("/diary/of-the-reader", page(UNKNOWN))):
            assert reader.open(secret + "?from=1")["state"] == "unlisted"
        reader.popup_says("Not checked")
        assert {request.path for request in gate.passed} == {"/api/v1/health", "/api/v1/addresses"}
        assert len(gate.asked("addresses")) == 1
        assert not any(b"diary" in request.body or b"library" in request.body for request in gate.passed)
        assert reader.open(known_article + "/?utm_source=mail")["state"] == "notes"
        assert len(gate.asked("annotations")) == 1
        assert len(gate.asked("addresses")) == 1, "the list is kept"
    finally:
        reader.choose(check="every")


def test_only_sites_on_the_readers_list_are_sent(reader: Reader, article: str, gate: Gate) -> None:
    reader.use_server(gate.address)
    reader.choose(check="list", only=["elsewhere.example"])
    try:
        assert reader.open(article)["state"] == "unlisted"
        assert {request.path for request in gate.passed} <= {"/api/v1/health"}
        reader.choose(only=["elsewhere.example", article.split("/")[2]])
        reader.wait_for_marks()
    finally:
        reader.choose(check="every", only=[])
