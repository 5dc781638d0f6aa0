"""The background dies, servers come and go, readers leave early, rights are taken: nothing is lost or noisy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.conftest import FERRY
from tests.e2e.driving import Reader
from tests.e2e.gate import Gate
from tests.e2e.site import Site, page
from tests.e2e.test_states import UNKNOWN
from tests.serving import Server, with_a_conflict
from tests.waiting import until

BACK_SECONDS = 45  # the browser's alarm, which finds a lost server after the background has died, rings every 30
TOKEN = "correct-horse-battery-staple"
NOTICED_MS = 1000
ASK_HEALTH = """
const began = performance.now();
const { state } = await chrome.runtime.sendMessage({ type: "health", address: args[0], token: "" });
return { state, took: performance.now() - began };
"""


@pytest.fixture
def article(site: Site) -> str:
    """A page whose story the server knows."""
    return site.add("/robust", page(with_a_conflict().text))


@pytest.fixture
def gate(server: Server) -> Iterator[Gate]:
    """A door before the server."""
    gate = Gate(server)
    yield gate
    gate.close()


@pytest.fixture
def own(tmp_path: Path, server: Server) -> Iterator[Callable[..., Server]]:
    """Starts a server of the test's own, with the same stories."""
    servers = []

    def start(*options: str) -> Server:
        mine = Server(tmp_path / "own")
        mine.take_over(server)
        mine.start(*options)
        servers.append(mine)
        return mine

    yield start
    for mine in servers:
        mine.end()


def badge(reader: Reader, expected: str) -> None:
    until(lambda: reader.badge() == expected, f"the badge to show {expected!r}")


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
    assert "on this article" in reader.popup_text()
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
        until(lambda: gate.left == 1, "the question to be ended")
    assert reader.badge() == ""


def test_a_site_switched_off_while_the_server_answers_gets_no_notes(
    reader: Reader, article: str, gate: Gate, site: Site
) -> None:
    reader.use_server(gate.address)
    with gate.holding("annotations"):
        reader.go(article)
        until(lambda: gate.asked("annotations"), "the page's question")
        reader.switch_site(on=False, site=site)
        until(lambda: gate.left == 1, "the question to be ended")
    reader.settle()
    assert reader.marks() == {}
    assert "Off on this site" in reader.popup_text()
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
    reader.go(site.add("/restless", page(with_a_conflict().text, head=storm)))
    asked = lambda: [b"number 60" in request.body for request in gate.asked("annotations")]  # noqa: E731
    until(lambda: any(asked()), "the last text to be asked about", seconds=30)
    assert len(asked()) <= 12, "of sixty texts"
    reader.wait_for_marks()


def test_a_busy_server_is_asked_again_when_it_says(reader: Reader, article: str, gate: Gate) -> None:
    reader.use_server(gate.address)
    for _ in range(2):
        gate.answer_instead("annotations", 503, {"Retry-After": "1"})
    assert reader.open(article)["state"] == "notes"
    assert len(gate.asked("annotations")) == 3
    reader.errors()  # browsers log the 503 themselves


def test_a_server_that_stays_busy_is_left_alone(reader: Reader, article: str, gate: Gate) -> None:
    reader.use_server(gate.address)
    for _ in range(9):
        gate.answer_instead("annotations", 429, {"Retry-After": "1"}, '{"detail": "Too many readers at once."}')
    assert reader.open(article)["state"] == "refused"
    assert len(gate.asked("annotations")) == 4
    assert "Too many readers at once." in reader.popup_text()
    reader.errors()


def test_a_server_of_another_version_is_told_apart(reader: Reader, article: str, gate: Gate) -> None:
    reader.use_server(gate.address)
    for _ in range(9):
        gate.answer_instead("health", 200, {}, '{"name": "second-source", "api": 2, "version": "9", "status": "ok"}')
    assert reader.open(article)["state"] == "wrong"
    assert "Another version of the server" in reader.popup_text()
    assert gate.asked("annotations") == []


def test_a_server_that_hangs_is_noticed_within_a_second(reader: Reader, article: str, gate: Gate) -> None:
    with gate.holding("health"):
        found = reader.in_extension(ASK_HEALTH, gate.address)
        assert found["state"] == "down"
        assert found["took"] < NOTICED_MS
        reader.use_server(gate.address)
        assert reader.open(article)["state"] == "down"
        badge(reader, "!")
    until(reader.marks, "the notes to come", seconds=BACK_SECONDS)


def test_a_server_killed_and_started_again_is_found_again(
    reader: Reader, article: str, site: Site, own: Callable[..., Server]
) -> None:
    server = own()
    reader.use_server(server.address)
    reader.open(article)
    server.end()
    assert reader.marks(), "what was read stays"
    assert reader.open(site.add("/second", page(with_a_conflict().text)))["state"] == "down"
    badge(reader, "!")
    assert reader.marks() == {}
    server.start()
    until(reader.marks, "the notes to come", seconds=BACK_SECONDS)
    until(lambda: reader.badge() not in {"!", ""}, "the badge to count conflicts")
    reader.errors()  # browsers log refused connections themselves


def test_a_lost_server_is_found_though_the_background_died(
    reader: Reader, article: str, own: Callable[..., Server]
) -> None:
    server = own()
    server.end()
    reader.use_server(server.address)
    assert reader.open(article)["state"] == "down"
    reader.end_background()
    server.start()
    until(reader.marks, "the notes to come", seconds=BACK_SECONDS)
    reader.errors()


def test_opening_the_popup_finds_a_lost_server(reader: Reader, article: str, own: Callable[..., Server]) -> None:
    server = own()
    server.end()
    reader.use_server(server.address)
    assert reader.open(article)["state"] == "down"
    server.start()
    reader.popup_text()
    reader.wait_for_marks()
    reader.errors()


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
        assert "Not allowed on pages yet" in reader.popup_text()
        assert len(gate.asked("annotations")) == before
    finally:
        reader.allow_on_pages(True)
    assert reader.open(article)["state"] == "notes"


def test_a_wrong_token_is_told_apart_and_the_right_one_brings_notes_at_once(
    reader: Reader, article: str, own: Callable[..., Server], tmp_path: Path
) -> None:
    (tmp_path / "token").write_text(TOKEN, "utf-8")
    server = own("--reader-token-file", str(tmp_path / "token"))
    gate = Gate(server)
    try:
        reader.use_server(gate.address)
        assert reader.open(article)["state"] == "locked"
        assert "token" in reader.popup_text()
        badge(reader, "!")
        reader.choose(token="not-" + TOKEN)
        reader.settle()
        assert reader.open(article)["state"] == "locked"
        assert gate.asked("annotations") == [], "page text went to a server that had not let us in"
        reader.choose(token=TOKEN)
        reader.wait_for_marks()
        assert gate.asked("annotations")[0].headers["Authorization"] == f"Bearer {TOKEN}"
    finally:
        reader.choose(token="")
        reader.use_server(server.address)
        gate.close()
    reader.errors()  # browsers log the 401 themselves


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
        assert "Not checked" in reader.popup_text()
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
