"""Servers that are down, hang, are busy, come back, or are not what they should be: told apart, shown, found again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.e2e.conftest import TOKEN
from tests.e2e.driving import Reader
from tests.e2e.driving.reader import settled
from tests.e2e.gate import Gate
from tests.e2e.site import Site, page
from tests.e2e.test_page_card import press_button, write
from tests.e2e.texts import HERS, INN
from tests.forking import Forked
from tests.serving import Server
from tests.waiting import until

HALF_A_MINUTE = 0.5  # between two rings of the browser's alarm, which finds a lost server after the background has died
ALARM = "return await chrome.alarms.get('server')"
TRIES = 2
SLOW = 2.4  # seconds that a slow line adds: more than a server is given at first, half of what one looked for is given
LOCKED = '{"name": "second-source", "api": 1, "version": "1", "status": "ok", "wants_token": true}'
ASK_HEALTH = """
return (await chrome.runtime.sendMessage({ type: "health", address: args[0], token: "" })).state;
"""
SILENT = """
const kept = Object.values(await chrome.storage.session.get());
return kept.some(({ url, state, silent }) => url == args[0] && state == "down" && silent);
"""
WRITE_STATES = """
window.states = [];
chrome.storage.session.onChanged.addListener((changes) => {
  for (const { newValue } of Object.values(changes)) if (newValue?.counts) window.states.push(newValue.state);
});
"""


@pytest.fixture
def article(site: Site) -> str:
    """A page whose story the server knows."""
    return site.add("/lost", page(INN))


@pytest.fixture
def own(tmp_path: Path, server: Server) -> Iterator[Server]:
    """A server of the test's own, with the same stories."""
    own = Server(tmp_path / "own", Forked)
    own.take_over(server)
    own.start()
    yield own
    own.end()


def test_a_busy_server_is_asked_again_when_it_says(reader: Reader, article: str, gate: Gate) -> None:
    reader.use_server(gate.address)
    for _ in range(2):
        gate.answer_instead("annotations", 503, {"Retry-After": "1"})
    assert reader.open(article)["state"] == "notes"
    assert len(gate.asked("annotations")) == 3
    reader.errors()  # browsers log the 503 themselves


def test_a_server_that_stays_busy_is_left_alone(reader: Reader, article: str, gate: Gate) -> None:
    reader.use_server(gate.address)
    with gate.answering("annotations", 429, {"Retry-After": "1"}, '{"detail": "Too many readers at once."}'):
        assert reader.open(article)["state"] == "refused"
    assert len(gate.asked("annotations")) == 4
    reader.popup_says("Too many readers at once.")
    reader.errors()


def test_a_server_of_another_version_is_told_apart_and_its_successor_found(
    reader: Reader, article: str, gate: Gate
) -> None:
    reader.use_server(gate.address)
    with gate.answering("health", 200, {}, '{"name": "second-source", "api": 2, "version": "9", "status": "ok"}'):
        assert reader.open(article)["state"] == "wrong"
        reader.popup_says("Another version of the server")
        assert gate.asked("annotations") == []
    reader.wait_for_marks()


def test_a_server_that_hangs_is_noticed_before_it_answers(reader: Reader, article: str, gate: Gate) -> None:
    with gate.holding("health"):
        assert reader.in_extension(ASK_HEALTH, gate.address) == "down"
        reader.use_server(gate.address)
        assert reader.open(article, lost=True)["state"] == "down"
        reader.wait_for_badge("!")
    reader.wait_for_marks()


def test_a_server_that_hangs_once_it_is_trusted_is_noticed_while_its_answer_is_waited_for(
    reader: Reader, article: str, gate: Gate, site: Site
) -> None:
    reader.use_server(gate.address)
    reader.open(article)
    for number in range(TRIES):
        trusted = len(gate.passed)
        address = site.add(f"/hanging-{number}", page(INN))
        with gate.holding("annotations", "health"):
            reader.go(address)
            until(lambda address=address: reader.in_extension(SILENT, address), "the silence to be noticed")  # type: ignore[misc]
            assert [asked.path for asked in gate.passed[trusted:][:2]] == ["/api/v1/annotations", "/api/v1/health"]
            reader.wait_for_badge("!")
        reader.wait_for_marks()
        until(lambda: reader.badge() not in {"!", ""}, "the badge to count conflicts")
    assert len(gate.asked("annotations")) == 1 + TRIES, "no page was asked about twice"


def test_a_page_whose_server_takes_long_is_said_to_be_asked_about(reader: Reader, article: str, gate: Gate) -> None:
    reader.use_server(gate.address)
    with gate.holding("annotations"):
        reader.go(article)
        reader.popup_says("Asking the server", "answers at")
        with reader.panel() as panel:
            settled(panel, "Asking the server")
        assert reader.badge() == ""
    reader.wait_for_marks()
    reader.popup_says("notes on this article")
    with gate.holding("annotations"):
        reader.run("document.querySelector('article').append(args[0])", "And the inn has opened again.")
        until(lambda: len(gate.asked("annotations")) > 1, "the page to ask about its new text")
        reader.popup_says("notes on this article")
        assert reader.badge() != ""


def test_a_server_at_the_end_of_a_slow_line_is_found_all_the_same(
    reader: Reader, article: str, gate: Gate, site: Site
) -> None:
    reader.use_server(gate.address)
    with gate.delaying("health", SLOW):
        reader.go(article)
        reader.wait_for_marks()
        reader.popup_says("notes on this article", "answers at")
        reader.in_extension("await chrome.storage.session.remove('server')")  # it has to prove itself anew
        reader.in_extension(WRITE_STATES)
        assert reader.open(site.add("/slow-line", page(INN)))["state"] == "notes"
        assert reader.in_extension("return [...new Set(window.states)]") == ["asked", "notes"]
    reader.errors()


PORTAL = "<!doctype html><title>Sign in</title><p>Accept our terms to go on.</p>"


def test_a_portal_that_answers_for_the_server_is_none(reader: Reader, article: str, gate: Gate) -> None:
    reader.use_server(gate.address)
    with gate.answering("annotations", 200, {"Content-Type": "text/html"}, PORTAL):
        reader.go(article)
        reader.popup_says("Asking the server", "answers at")  # for its health is asked, too, and the server's own
        assert reader.marks() == {}
    reader.wait_for_marks()
    reader.click(*reader.place("conflicts", HERS))
    reader.wait_for_card()
    press_button(reader, "Something wrong?")
    write(reader, "the wrong child")
    with gate.answering("reports", 200, {"Content-Type": "text/html"}, PORTAL):
        press_button(reader, "Send")
        until(lambda: "was not sent" in (reader.card() or ""), "the report to be said not to be sent")
    press_button(reader, "Send")
    until(lambda: "Sent to the moderators" in (reader.card() or ""), "the report to be said to be sent")


def test_a_proxy_whose_server_restarts_is_a_server_that_is_down(reader: Reader, gate: Gate, site: Site) -> None:
    reader.use_server(gate.address)
    for status in (502, 503, 504):
        with gate.answering("health", status, {"Content-Type": "text/html"}, "<h1>Try again later</h1>"):
            assert reader.open(site.add(f"/behind-{status}", page(INN)), lost=True)["state"] == "down"
        reader.wait_for_marks()
        reader.in_extension("await chrome.storage.session.remove('server')")  # it has to prove itself anew
    reader.errors()  # browsers log such answers themselves


def test_a_server_killed_and_started_again_is_found_again(
    reader: Reader, article: str, site: Site, own: Server
) -> None:
    reader.use_server(own.address)
    reader.open(article)
    own.end()
    assert reader.marks(), "what was read stays"
    assert reader.open(site.add("/second", page(INN)), lost=True)["state"] == "down"
    reader.wait_for_badge("!")
    assert reader.marks() == {}
    own.start()
    reader.wait_for_marks()
    until(lambda: reader.badge() not in {"!", ""}, "the badge to count conflicts")
    reader.errors()  # browsers log refused connections themselves


def test_a_server_that_lets_us_in_again_is_found_though_another_tab_never_stops_loading(
    reader: Reader, article: str, gate: Gate, site: Site
) -> None:
    reader.use_server(gate.address)
    loading = site.add("/stuck", page(INN, head="<script src='/never.js'></script>"))
    with site.holding("/never.js"):
        tab = reader.in_extension("return (await chrome.tabs.create({ url: args[0], active: false })).id", loading)
        until(lambda: "/never.js" in site.asked, "the other tab to be stuck")
        with gate.answering("health", 200, {}, LOCKED):
            assert reader.open(article)["state"] == "locked"
            assert gate.asked("annotations") == []
        reader.wait_for_marks()
        reader.choose(show=dict.fromkeys(("conflicts", "rewords", "updates", "corroborates"), False))
        reader.wait_for_no_marks()
        assert reader.in_extension("return (await chrome.tabs.get(args[0])).status", tab) == "loading"
        reader.in_extension("await chrome.tabs.remove(args[0])", tab)
    reader.errors()  # what the other tab's page says of its script


def test_a_lost_server_is_found_though_the_background_died(reader: Reader, article: str, gate: Gate) -> None:
    reader.use_server(gate.address)
    with gate.shut():
        assert reader.open(article, lost=True)["state"] == "down"
        until(lambda: reader.in_extension(ALARM), "the alarm to be set")  # after the page was told
        reader.end_background()
    assert reader.in_extension(ALARM)["periodInMinutes"] == HALF_A_MINUTE
    reader.in_extension("await chrome.alarms.create('server', { when: Date.now() })")  # as if it had passed
    reader.wait_for_marks()
    reader.errors()


def test_opening_the_popup_finds_a_lost_server(reader: Reader, article: str, gate: Gate) -> None:
    reader.use_server(gate.address)
    with gate.shut():
        assert reader.open(article, lost=True)["state"] == "down"
        reader.end_background()  # so that only the popup can find it
    reader.popup_says()
    reader.wait_for_marks()
    reader.errors()


def test_a_wrong_token_is_told_apart_and_the_right_one_brings_notes_at_once(
    reader: Reader, article: str, guarded: Server
) -> None:
    gate = Gate(guarded)
    reader.use_server(gate.address)
    assert reader.open(article)["state"] == "locked"
    reader.popup_says("token")
    reader.wait_for_badge("!")
    reader.choose(token="not-" + TOKEN)
    reader.settle()
    assert reader.open(article)["state"] == "locked"
    assert gate.asked("annotations") == [], "page text went to a server that had not let us in"
    reader.choose(token=TOKEN)
    reader.wait_for_marks()
    assert gate.asked("annotations")[0].headers["Authorization"] == f"Bearer {TOKEN}"
    gate.close()
    reader.errors()  # browsers log the 401 themselves
