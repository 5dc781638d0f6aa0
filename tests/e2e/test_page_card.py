"""What can be done with a card: kept, copied, reported, gone through; and where it stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from tests.e2e.driving import Reader
from tests.e2e.site import Site, page
from tests.serving import Server, seeds
from tests.waiting import until

STORY = Path(__file__).parent / "stories" / "harlow"
TEXT = (STORY / "harbour.txt").read_text(encoding="utf-8")
CONFLICT = ("conflicts", "Mirabel, 9")
BUTTON = """
const button = [...root.querySelectorAll(".card button")].find((e) => [e.textContent, e.ariaLabel].includes(args[0]));
await Promise.all(root.querySelector(".card").getAnimations().map(({ finished }) => finished)); // where it will stay
button.scrollIntoView({ block: "nearest" });
const { x, y, width, height } = button.getBoundingClientRect();
return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
"""
SAID = "return [...root.querySelectorAll('blockquote')].map((e) => e.textContent)"
SIDES = "const sides = ({ left, right, top, bottom }) => ({ left, right, top, bottom });"
BOX = SIDES + "return sides(root.querySelector('.card').getBoundingClientRect());"
OPEN = (
    SIDES
    + """
const boxes = [];
CSS.highlights.get("second-source-open").forEach((range) => boxes.push(...Array.from(range.getClientRects(), sides)));
return boxes;
"""
)


@pytest.fixture(scope="module")
def address(site: Site) -> str:
    """A page of a made-up story, long enough to scroll, with a field to write in."""
    body = "".join(f"<p>{line}</p>" for line in TEXT.split("\n") if line.strip())
    after = "<div style='height:3000px'></div><input id='field'>"
    return site.add("/harlow-card", page(body + after, title="The inn", raw=True))


@pytest.fixture
def page_open(reader: Reader, address: str) -> Reader:
    """The reader, with the page open and its notes drawn."""
    reader.open(address)
    return reader


def press_button(reader: Reader, name: str) -> None:
    """Click a button of the card, by its words or its name."""
    found = reader.in_notes(BUTTON, name)
    reader.click(found["x"], found["y"])


def order(reader: Reader, given: object) -> Any:
    """Send an order to the page, as the background does."""
    return reader.in_extension(
        "const tab = (await chrome.tabs.query({})).find(({ url }) => url.split('#')[0] == args[0]);"
        "return await chrome.runtime.sendMessage({ type: 'order', tabId: tab.id, order: args[1] });",
        reader.run("return location.href.split('#')[0]"),
        given,
    )


def write(reader: Reader, words: str) -> None:
    for letter in words:
        reader.press(letter)


def test_values_are_set_against_each_other_with_who_gives_them(page_open: Reader) -> None:
    page_open.point_at(*CONFLICT)
    heads = page_open.in_notes("return [...root.querySelectorAll('.card h3')].map((e) => e.innerText.split('\\n'))")
    assert heads == [["9", "This article"], ["11", "Valley Courier"]]


def test_a_card_keeps_the_readers_place_while_the_page_changes(page_open: Reader) -> None:
    page_open.look(height=420)
    try:
        page_open.click(*page_open.place(*CONFLICT))
        page_open.wait_for_card()
        place = "const body = root.querySelector('.body');"
        down = page_open.in_notes(f"{place} body.scrollTop = 60; return body.scrollTop")
        assert down > 30
        page_open.run("document.querySelector('article').append(document.createElement('hr'))")
        page_open.settle()
        assert page_open.in_notes(f"{place} return body.scrollTop") == down
    finally:
        page_open.look()


def test_a_quotations_change_is_shown_word_for_word(page_open: Reader) -> None:
    page_open.point_at("rewords", "the old place")
    changed = page_open.in_notes(
        "return [...root.querySelectorAll('blockquote :is(ins, del)')].map((e) => [e.localName, e.textContent])"
    )
    assert changed == [["del", "would not"], ["ins", "simply refused to"]]


def test_what_a_page_cut_off_a_quotation_is_shown(reader: Reader, site: Site) -> None:
    cut = TEXT.replace(", but the old place would not let us leave,” Odessa", ",” Odessa")
    assert cut != TEXT
    reader.open(site.add("/harlow-cut", page("".join(f"<p>{line}</p>" for line in cut.splitlines()), raw=True)))
    reader.point_at("corroborates", "We never planned")
    assert any("let us leave" in words for words in reader.in_notes(SAID))


def test_a_pinned_card_stays_while_the_reader_goes_on(page_open: Reader) -> None:
    page_open.point_at(*CONFLICT)
    press_button(page_open, "Keep open")
    page_open.click(900, 300)
    page_open.run("scrollTo(0, 2500)")
    page_open.settle()
    card, box = page_open.card(), page_open.in_notes(BOX)
    assert card
    assert "Mirabel, 11" in card
    assert 0 <= box["left"] < box["right"] <= 1100
    assert 0 <= box["top"] < box["bottom"] <= 800
    page_open.press("Escape")
    page_open.wait_for_no_card()


def test_a_card_that_is_not_pinned_goes_with_its_words(page_open: Reader) -> None:
    page_open.click(*page_open.place(*CONFLICT))
    page_open.wait_for_card()
    page_open.run("scrollTo(0, 2500)")
    page_open.wait_for_no_card()


def test_the_citation_is_in_the_clipboard(page_open: Reader) -> None:
    page_open.click(*page_open.place(*CONFLICT))
    page_open.wait_for_card()
    press_button(page_open, "Copy citation")
    until(lambda: "Copied." in (page_open.card() or ""), "the card to say so")
    page_open.run("scrollTo(0, 9999); document.querySelector('#field').outerHTML = '<textarea id=field></textarea>';"
                  "document.querySelector('#field').focus()")  # fmt: skip
    page_open.press("Control+v")
    pasted = until(lambda: page_open.run("return document.querySelector('#field').value"), "the citation to be pasted")
    here, *others = pasted.split("\n")
    assert here == f"“Mirabel, 9”, {page_open.run('return document.title')}, {page_open.run('return location.href')}"
    assert others == ["Conflicts: “Mirabel, 11”, Valley Courier, 2 May 2025, https://valley-courier.example/harlow-inn"]


def test_what_a_reader_reports_reaches_the_moderators_and_no_script_of_the_page(
    page_open: Reader, server: Server
) -> None:
    token = server.command("moderator", "add", f"Ann {uuid4()}").split()[-1]
    page_open.run("document.addEventListener('keydown', ({ key }) => (document.body.dataset.heard = key))")
    page_open.click(*page_open.place(*CONFLICT))
    page_open.wait_for_card()
    press_button(page_open, "Something wrong?")
    write(page_open, "she is ten")
    press_button(page_open, "Send")
    until(lambda: "Sent to the moderators" in (page_open.card() or ""), "the report to be sent")
    assert page_open.run("return document.body.dataset.heard ?? ''") == ""
    reports = json.loads(server.get("/api/v1/admin/reports", {"Authorization": f"Bearer {token}"})[2])["items"]
    assert ("she is ten", page_open.run("return location.href")) in [(one["words"], one["url"]) for one in reports]


def test_escape_closes_the_card_after_a_report_was_sent(page_open: Reader) -> None:
    page_open.click(*page_open.place(*CONFLICT))
    page_open.wait_for_card()
    press_button(page_open, "Something wrong?")
    write(page_open, "no")
    press_button(page_open, "Send")
    until(lambda: "Sent to the moderators" in (page_open.card() or ""), "the report to be sent")
    focused = "return root.activeElement?.textContent"
    until(lambda: page_open.in_notes(focused) == "Close", "the focus to be on what closes")
    page_open.press("Escape")
    until(lambda: page_open.in_notes(focused) == "Something wrong?", "the form to go")
    page_open.press("Escape")
    page_open.wait_for_no_card()


def test_escape_closes_the_card_whose_form_has_not_the_focus(page_open: Reader) -> None:
    page_open.click(*page_open.place(*CONFLICT))
    page_open.wait_for_card()
    press_button(page_open, "Something wrong?")
    page_open.in_notes("root.querySelector('.icon.close').focus()")
    page_open.press("Escape")
    page_open.wait_for_no_card()


def test_a_report_begun_takes_no_focus_when_the_pointer_passes(page_open: Reader) -> None:
    page_open.click(*page_open.place(*CONFLICT))
    page_open.wait_for_card()
    press_button(page_open, "Something wrong?")
    write(page_open, "he")
    press_button(page_open, "Close")
    page_open.wait_for_no_card()
    page_open.run("document.querySelector('#field').focus({ preventScroll: true })")
    page_open.hover(*page_open.place(*CONFLICT))
    page_open.wait_for_card()
    until(lambda: page_open.in_notes("return root.querySelector('textarea')?.value") == "he", "the draft")
    write(page_open, "llo")
    assert page_open.run("return document.querySelector('#field').value") == "llo"
    assert page_open.in_notes("return root.querySelector('textarea').value") == "he"


def test_words_being_written_survive_notes_that_are_drawn_anew(page_open: Reader) -> None:
    page_open.click(*page_open.place(*CONFLICT))
    page_open.wait_for_card()
    press_button(page_open, "Something wrong?")
    write(page_open, "wait")
    listed = "return [...root.querySelectorAll('.list p')].map((e) => e.textContent.split('”')[0].slice(1))"
    assert "Odessa, 38" in page_open.in_notes(listed)
    page_open.run("document.querySelector('article p:nth-last-of-type(1)').remove()")
    until(lambda: (now := page_open.in_notes(listed)) and "Odessa, 38" not in now, "other notes")
    assert page_open.in_notes("return root.querySelector('textarea').value") == "wait"
    write(page_open, "!")
    assert page_open.in_notes("return root.querySelector('textarea').value") == "wait!"
    page_open.press("Escape")
    until(lambda: not page_open.in_notes("return root.querySelector('form')"), "the form to go")
    assert page_open.card()


def test_the_order_next_goes_through_the_notes_and_escape_gives_the_focus_back(page_open: Reader) -> None:
    page_open.run("document.querySelector('a').focus()")
    told = order(page_open, {"type": "tell"})
    assert told["state"] == "notes"
    for index in range(3):
        order(page_open, "next")
        position = f"{index + 1} of {len(told['notes'])}"
        until(lambda position=position: position in (page_open.card() or ""), f"note {position}")  # type: ignore[misc]
        assert told["notes"][index]["fact"]["label"] in (page_open.card() or "")
    page_open.press("Escape")
    page_open.wait_for_no_card()
    assert page_open.run("return document.activeElement.localName") == "a"


def test_a_reader_who_writes_is_left_alone(page_open: Reader) -> None:
    page_open.run("document.querySelector('#field').focus()")
    order(page_open, "next")
    page_open.settle()
    assert page_open.card() is None


def _frame(act: str) -> str:
    """A script that puts a frame at the end of the page, with an argument a sandboxed one, and acts on it."""
    return (
        "const frame = document.createElement('iframe');"
        "if (args[0]) frame.sandbox = '';"
        "frame.srcdoc = '<p>Write here</p>';"
        "await new Promise((done) => { frame.onload = done; document.querySelector('#field').after(frame) });"
    ) + act


FRAMES = {
    "a field": "frame.contentDocument.body.innerHTML = '<input>'; frame.contentDocument.querySelector('input').focus()",
    "an editor": "frame.contentDocument.designMode = 'on'; frame.contentWindow.focus()",
    "unreadable": "frame.focus()",
}


@pytest.mark.parametrize("kind", FRAMES)
def test_a_reader_who_writes_in_a_frame_is_left_alone(page_open: Reader, kind: str) -> None:
    page_open.run(_frame(FRAMES[kind]), kind == "unreadable")
    assert page_open.run("return document.activeElement.localName") == "iframe"
    order(page_open, "next")
    page_open.settle()
    assert page_open.card() is None


def test_a_frame_that_is_only_read_keeps_no_key_back(page_open: Reader) -> None:
    page_open.run(_frame("frame.contentWindow.focus()"), False)
    assert page_open.run("return document.activeElement.localName") == "iframe"
    order(page_open, "next")
    page_open.wait_for_card()


def test_the_panel_can_open_any_note(page_open: Reader) -> None:
    notes = order(page_open, {"type": "tell"})["notes"]
    index = next(i for i, note in enumerate(notes) if note["stance"] == "conflicts")
    page_open.run("scrollTo(0, 9999)")
    order(page_open, {"type": "goto", "index": index})
    assert "Mirabel, 11" in page_open.wait_for_card()
    assert 0 < page_open.run(OPEN)[0]["top"] < 800


@pytest.mark.parametrize("size", [(1100, 800), (360, 640)], ids=["wide", "narrow"])
def test_no_card_lies_on_its_words_or_outside_the_window(reader: Reader, site: Site, size: tuple[int, int]) -> None:
    reader.look(width=size[0], height=size[1])
    try:
        width, height = reader.run("return [innerWidth, innerHeight]")
        reader.open(site.add("/all-cards", page(seeds()[0].text)))
        for number in range(len(order(reader, {"type": "tell"})["notes"])):
            order(reader, "next")
            until(lambda number=number: f"{number + 1} of " in (reader.card() or ""), "the next card")  # type: ignore[misc]
            box, words = reader.in_notes(BOX), reader.run(OPEN)
            assert box["left"] >= 0
            assert box["right"] <= width
            assert box["top"] >= 0
            assert box["bottom"] <= height
            assert not any(_meet(box, line) for line in words), (box, words, reader.card())
    finally:
        reader.look()


def _meet(a: dict[str, float], b: dict[str, float]) -> bool:
    return a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]
