"""Text that comes late, goes, and is drawn anew, as on sites made of scripts."""

from __future__ import annotations

import pytest
from tests.bench.browser import FILLER
from tests.e2e import moving, react
from tests.e2e.driving import Reader
from tests.e2e.gate import Gate
from tests.e2e.moving import press, waited
from tests.e2e.site import Site, page
from tests.e2e.test_states import UNKNOWN
from tests.e2e.texts import INN
from tests.waiting import until

READ_TO_THE_END = """
scrollTo(0, 0);
await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
document.querySelector("#end").scrollIntoView();
"""
CHANGES = 300


def marks_of(reader: Reader, url: str) -> dict[str, list[str]]:
    """The marks on a page, when all are drawn."""
    reader.open(url)
    reader.settle()
    return reader.marks()


def becomes(reader: Reader, url: str, state: str) -> None:
    """Come back when the extension says so of the page."""
    until(lambda: reader.done(url)["state"] == state, f"the state to be {state}")


def in_order(marks: dict[str, list[str]]) -> dict[str, list[str]]:
    return {stance: sorted(words) for stance, words in marks.items()}


@pytest.mark.parametrize("words", [0, 20_000])
def test_late_text_has_its_notes_as_it_comes(words: int, reader: Reader, site: Site) -> None:
    parts = 5  # of three lines, each with something that another outlet reports
    before = "\n".join([INN, *[FILLER * 8] * (words // (8 * len(FILLER.split())))]) if words else ""
    late = "\n".join([INN] * 3)
    whole = in_order(marks_of(reader, site.add(f"/whole-{words}", page(f"{before}\n{late}"))))
    reader.go(site.add(f"/late-{words}", moving.late(late, parts, before)))
    if before:
        reader.wait_for_marks()
    for part in range(1, parts + 1):
        press(reader, "more")
        until(lambda part=part: len(waited(reader)) == part, f"notes on part {part}")
    until(lambda: in_order(reader.marks()) == whole, "the notes of the whole article")


def test_an_endless_page_has_notes_on_every_article_that_comes_in(reader: Reader, site: Site) -> None:
    texts = [INN] * 5
    reader.go(site.add("/endless", moving.endless(texts)))
    until(lambda: waited(reader), "notes on the first article")
    for count in range(2, len(texts) + 1):
        reader.run(READ_TO_THE_END)
        until(lambda count=count: len(waited(reader)) >= count, f"notes on article {count}")


def test_no_note_outlives_the_article_on_a_site_that_is_one_page(reader: Reader, site: Site) -> None:
    stories = {"harlow": INN, "unknown": UNKNOWN}
    for name in stories:
        site.add(f"/app/{name}", moving.single_page(stories))
    marks = marks_of(reader, site.address + "/app/harlow")
    assert marks["conflicts"]
    press(reader, "go-unknown")
    reader.wait_for_no_marks()
    becomes(reader, site.address + "/app/unknown", "unknown")
    reader.wait_for_badge("")
    assert reader.marks() == {}
    reader.run("history.back()")
    until(lambda: reader.marks() == marks, "the notes to come back with the article")
    becomes(reader, site.address + "/app/harlow", "notes")
    reader.wait_for_badge("1")
    reader.run("history.replaceState(null, '', '?seen=1')")
    becomes(reader, site.address + "/app/harlow?seen=1", "notes")
    assert reader.marks() == marks


def test_a_page_back_from_the_browsers_cache_asks_anew(reader: Reader, site: Site) -> None:
    reader.open(site.add("/cached", page(INN)))
    assert reader.marks()
    reader.run_as_page("window.kept = true")  # the page's own window: what the driver keeps beside it may go any time
    reader.go(site.add("/meanwhile", page(UNKNOWN)))
    reader.switch_site(on=False, site=site)
    reader.loading(lambda: reader.run("setTimeout(() => history.back())"))  # or its own page has gone before it says so
    if reader.name == "firefox":  # Playwright switches Chromium's cache off
        assert reader.run_as_page("return window.kept"), "the page was loaded anew"
    reader.wait_for_no_marks()


def test_a_page_without_notes_asks_anew_too(reader: Reader, site: Site, gate: Gate) -> None:
    reader.use_server(gate.address)
    assert reader.open(site.add("/cached-bare", page(UNKNOWN)))["state"] == "unknown"
    reader.run_as_page("window.kept = true")
    reader.go(site.add("/meanwhile-bare", page("Sign in")))
    asked = len(gate.asked("annotations"))
    reader.loading(lambda: reader.run("setTimeout(() => history.back())"))  # or its own page has gone before it says so
    if reader.name == "firefox":
        assert reader.run_as_page("return window.kept"), "the page was loaded anew"
    until(lambda: len(gate.asked("annotations")) > asked, "the page to ask")


def test_notes_go_with_the_address_even_while_the_old_text_still_stands(reader: Reader, site: Site) -> None:
    stories = {"first": INN, "second": UNKNOWN}
    for name in stories:
        site.add(f"/slow/{name}", moving.single_page(stories, slow=True))
    reader.open(site.address + "/slow/first")
    assert reader.marks()
    press(reader, "go-second")
    until(lambda: not reader.marks(), "the notes to go")
    assert "Mirabel, 9" in reader.run("return document.querySelector('#story').textContent")
    press(reader, "show")
    becomes(reader, site.address + "/slow/second", "unknown")
    assert reader.marks() == {}


@pytest.fixture
def react_page(site: Site) -> str:
    """An article that React draws."""
    site.add("/react.js", react.script(), {"Content-Type": "text/javascript"})
    return site.add("/react", moving.re_rendered(INN))


def turn(reader: Reader, which: int) -> None:
    """Have React draw it anew."""
    press(reader, "turn")
    drawn = "return !!document.querySelector(args[0])"
    until(lambda: reader.run(drawn, f".turn{which}"), f"React to draw turn {which}")


def test_notes_stay_while_react_draws_their_text_anew(reader: Reader, react_page: str) -> None:
    reader.open(react_page)
    marks = reader.marks()
    assert marks["conflicts"] == ["Mirabel, 9"]
    for which in range(1, 11):
        turn(reader, which)
        until(lambda: reader.marks() == marks, f"the same notes after turn {which}")
    assert "Mirabel, 11" in reader.point_at("conflicts", "Mirabel, 9")
    press(reader, "close")
    until(lambda: not reader.added(), "the notes to go")
    assert reader.marks() == {}


def test_react_finds_its_page_as_it_left_it(reader: Reader, react_page: str, site: Site) -> None:
    pages = []
    for on in (False, True):
        reader.switch_site(on=on, site=site)
        reader.open(react_page)
        marks = reader.marks()
        for which in range(1, 6):
            turn(reader, which)
            until(lambda marks=marks: reader.marks() == marks, "the same notes, if any")
        reader.settle()
        pages.append(reader.run("return document.querySelector('#react').outerHTML"))
    assert pages[0] == pages[1]
    assert reader.marks()


def blown(reader: Reader) -> int:
    return int(reader.run("return document.documentElement.dataset.blown ?? 0"))


@pytest.mark.parametrize("card", [False, True], ids=["reading", "with a card open"])
def test_a_storm_of_changes_moves_no_note(card: bool, reader: Reader, site: Site) -> None:
    marks = marks_of(reader, site.add("/storm", moving.stormy(INN)))
    said = reader.point_at("conflicts", "Mirabel, 9") if card else None
    press(reader, "blow")
    until(lambda: blown(reader) > CHANGES, "the storm to blow")
    assert reader.card() == said
    assert reader.marks() == marks
