"""The panel beside the article: all notes with a filter, what the article lacks, the story in a picture; all live."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.driving import Popup, Reader
from tests.e2e.driving.reader import settled
from tests.e2e.gate import Gate
from tests.e2e.site import Site, page
from tests.e2e.test_states import UNKNOWN
from tests.serving import Server, free_port
from tests.waiting import until

STORY = Path(__file__).parent / "stories" / "quarry"
TEXT = (STORY / "evening.txt").read_text(encoding="utf-8")
MORE = "Rescuers came with 9 dogs."  # what the article lacks until it is added

HEADLINE = "return document.querySelector('main').ariaBusy == 'false' && document.querySelector('#headline').innerText"
NOTES = """
return [...document.querySelectorAll("#list li")].filter((li) => !li.hidden).map((li) => ({
  stance: li.className, label: li.querySelector("h3").innerText, said: li.querySelector("p").innerText,
}));
"""
SHOWN = "return document.querySelector('#shown').innerText"
FILTER = "document.querySelector(`#filter [value=${args[0]}]`).click()"
GO = "[...document.querySelectorAll('#list h3 button')].find((b) => b.innerText == args[0]).click()"
READING = "return document.querySelector('#list [aria-current=true] h3')?.innerText"
TAB = "document.querySelector(`#tab-${args[0]}`).click()"
MISSING = """
return [...document.querySelectorAll("#missing li")].map((li) => ({
  label: li.querySelector("h3").textContent,
  from: [...li.querySelectorAll("a")].map((a) => [a.textContent, a.href.split("#")[0]]),
}));
"""
GRID = """
const kind = (td) => td.querySelector(".square").className.split(" ")[1];
const cells = (row) => [...row.cells].slice(1).map((td) => [kind(td), td.textContent]);
return {
  outlets: [...document.querySelectorAll("thead th")].slice(1).map((th) => th.textContent),
  rows: [...document.querySelectorAll("tbody tr")].map((row) => [row.cells[0].firstChild.textContent, cells(row)]),
};
"""
LINE = "return [...document.querySelectorAll('.line li')].map((li) => [...li.children].map((e) => e.textContent))"


@pytest.fixture
def article(reader: Reader, server: Server, site: Site) -> dict[str, Any]:
    """The article, open; what the server says about it."""
    address = site.add("/quarry", page(TEXT))
    reader.open(address)
    answer = server.annotate(reader.run("return document.querySelector('article').innerText"), address)
    answer["annotations"].sort(key=_place)
    return answer


def _place(note: dict[str, Any]) -> tuple[int, int]:
    """The order of the article; of notes that begin together the longer is first."""
    position = next(one for one in note["target"]["selector"] if one["type"] == "TextPositionSelector")
    return position["start"], -position["end"]


@pytest.fixture
def panel(reader: Reader, article: dict[str, Any]) -> Iterator[Popup]:
    """The panel beside it, drawn."""
    with reader.panel() as panel:
        until(lambda: len(panel.run(NOTES)) == len(article["annotations"]), "the panel to list the notes")
        yield panel


def test_all_notes_are_listed_in_the_order_of_the_article(panel: Popup, article: dict[str, Any]) -> None:
    expected = [
        {"stance": note["stance"], "label": note["fact"]["label"], "said": note["body"][0]["value"]}
        for note in article["annotations"]
    ]
    assert panel.run(NOTES) == expected
    assert panel.run(HEADLINE) == f"{len(expected)} notes on this article"


JUDGED = "return [...document.querySelectorAll('#list .judged')].map((p) => [p.innerText, p.querySelector('a')?.href])"
SAID = [
    ({"status": "settled", "note": "The coroner counted 17.", "source": "https://coroner.example/17"},
     ["Settled: The coroner counted 17. Source", "https://coroner.example/17"]),
    ({"status": "settled", "note": "<b>No</b>.", "source": "javascript:alert(1)"},
     ["Settled: <b>No</b>. javascript:alert(1)", None]),
    ({"status": "disputed", "note": "12 or 17."}, ["Disputed, says a moderator. 12 or 17.", None]),
    ({"status": "confirmed"}, ["Reviewed by a moderator", None]),
    ({"status": "proposed"}, ["Found by the program, not reviewed", None]),
]  # fmt: skip


def test_what_moderators_said_of_a_fact_stands_by_its_note(
    reader: Reader, server: Server, article: dict[str, Any]
) -> None:
    for note, (fact, _) in zip(article["annotations"], SAID, strict=False):
        note["fact"] |= fact
    gate = Gate(server)
    gate.answer_instead("annotations", 200, {"Content-Type": "application/json"}, json.dumps(article))
    reader.use_server(gate.address)
    with reader.panel() as panel:
        expected = [words for _, words in SAID]
        until(lambda: panel.run(JUDGED)[: len(SAID)] == expected, "the panel to say who judged")
        panel.run("document.querySelector('#list h3 button').click()")
        reader.wait_for_card()
        status = "const p = root.querySelector('.status'); return [p.innerText, p.querySelector('a')?.href]"
        assert reader.in_notes(status) == expected[0]
    gate.close()


def test_stances_are_filtered_out_and_back(panel: Popup, article: dict[str, Any]) -> None:
    total = len(article["annotations"])
    others = [note for note in article["annotations"] if note["stance"] != "corroborates"]
    panel.run(FILTER, "corroborates")
    assert [note["stance"] for note in panel.run(NOTES)] == [note["stance"] for note in others]
    assert panel.run(SHOWN) == f"{len(others)} of {total} notes"
    for stance in {note["stance"] for note in others}:
        panel.run(FILTER, stance)
    assert panel.run(NOTES) == []
    assert "No note is of the kinds chosen" in panel.run(SHOWN)
    panel.run(FILTER, "updates")
    assert [note["stance"] for note in panel.run(NOTES)] == ["updates"]


def test_a_note_in_the_panel_opens_its_card_in_the_article(reader: Reader, panel: Popup) -> None:
    panel.run(GO, "People killed")
    assert "killed 15 people" in reader.wait_for_card()


def test_a_card_in_the_article_is_marked_in_the_panel(reader: Reader, panel: Popup) -> None:
    reader.point_at("rewords", "nobody saw this coming")
    until(lambda: "nobody really saw" in (panel.run(READING) or ""), "the note to be marked")
    reader.point_at("updates", "killed 12 people")
    until(lambda: panel.run(READING) == "People killed", "the other note to be marked")


def test_the_mark_stays_when_the_list_is_drawn_anew(reader: Reader, panel: Popup) -> None:
    reader.point_at("updates", "killed 12 people")
    until(lambda: panel.run(READING) == "People killed", "the note to be marked")
    panel.run("document.querySelector('#list li').dataset.before = 'yes'")
    reader.choose(colours="strong")
    until(lambda: not panel.run("return document.querySelector('#list [data-before]')"), "the list to be drawn anew")
    assert panel.run(READING) == "People killed"


def test_what_the_article_lacks_is_listed_with_the_way_to_it(panel: Popup, article: dict[str, Any]) -> None:
    assert article["missing"]
    assert panel.run(MISSING) == [
        {
            "label": lacks["fact"]["label"],
            "from": [[told["article"]["outlet"], told["article"]["url"]] for told in lacks["evidence"]],
        }
        for lacks in article["missing"]
    ]


def test_the_picture_is_a_table_of_facts_by_outlets(panel: Popup, article: dict[str, Any]) -> None:
    grid = panel.run(GRID)
    assert set(grid["outlets"]) == {"The Evening Ledger", "Upland Courier", "Morning Star-Press"}
    ledger, courier, star = map(grid["outlets"].index, ("The Evening Ledger", "Upland Courier", "Morning Star-Press"))
    rows = dict(grid["rows"])
    facts = {said["fact"]["id"]: said["fact"]["label"] for said in article["annotations"] + article["missing"]}
    assert list(facts.values()) == [label for label, _ in grid["rows"]]
    assert rows["People killed"][ledger] == ["corroborates", "Also reported: 12"]
    assert rows["People killed"][courier] == ["updates", "Updated: 15"]
    assert rows["People killed"][star] == ["updates", "Updated: 17"]
    assert rows["People"][star] == ["conflicts", "Conflicts: 160 people"]
    dogs = rows["Dogs: came with 9 dogs"]
    assert [dogs[outlet][0] for outlet in (ledger, courier, star)] == ["silent", "reports", "reports"]


def test_a_figure_that_changed_has_a_time_line(panel: Popup) -> None:
    assert panel.run(LINE) == [
        ["3 Mar 2031", "12", "The Evening Ledger"],
        ["4 Mar 2031", "15", "Upland Courier"],
        ["6 Mar 2031", "17", "Morning Star-Press"],
        ["This article", "killed 12 people"],
    ]


def test_a_row_of_the_picture_leads_to_the_article(reader: Reader, panel: Popup) -> None:
    panel.run(TAB, "picture")
    panel.run("[...document.querySelectorAll('tbody .jump')].find((b) => b.innerText == 'People killed').click()")
    assert "killed 15 people" in reader.wait_for_card()


def test_views_are_tabs_for_the_keyboard(panel: Popup) -> None:
    panel.run("document.querySelector('#tab-notes').focus()")
    press = (
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: args[0], bubbles: true }));"
        "return [document.activeElement.id,"
        " [...document.querySelectorAll('[role=tabpanel]')].filter((e) => !e.hidden).map((e) => e.id)]"
    )
    assert panel.run(press, "ArrowRight") == ["tab-missing", ["missing"]]
    assert panel.run(press, "End") == ["tab-picture", ["picture"]]
    assert panel.run(press, "ArrowRight") == ["tab-notes", ["notes"]]
    assert panel.run(press, "ArrowLeft") == ["tab-picture", ["picture"]]


def test_the_panel_follows_the_article_as_it_grows(reader: Reader, panel: Popup, article: dict[str, Any]) -> None:
    reader.run(
        "const more = document.createElement('p'); more.textContent = args[0];"
        "document.querySelector('article').append(more)",
        MORE,
    )
    until(lambda: len(panel.run(NOTES)) > len(article["annotations"]), "the new note to be listed")
    until(lambda: panel.run(MISSING) == [], "what was missing to be missing no more")


def test_the_panel_outlives_the_background(reader: Reader, panel: Popup, article: dict[str, Any]) -> None:
    reader.end_background()
    panel.run(GO, "People killed")
    assert "killed 15 people" in reader.wait_for_card()
    reader.run("document.querySelector('article p:last-of-type').remove()")
    until(lambda: len(panel.run(NOTES)) < len(article["annotations"]), "the notes that went to go from the list")


def test_the_panel_follows_the_tab_to_other_pages(reader: Reader, panel: Popup, site: Site) -> None:
    reader.open(site.add("/unknown", page(UNKNOWN)))
    until(lambda: panel.run(HEADLINE) == "Unknown story", "the panel to say so")
    until(lambda: panel.run("return document.querySelector('#views').hidden"), "the notes to go from it")


def test_the_panel_says_when_the_server_is_down(reader: Reader, site: Site) -> None:
    reader.use_server(f"http://127.0.0.1:{free_port()}")
    reader.open(site.add("/quarry", page(TEXT)), lost=True)
    with reader.panel() as panel:
        until(lambda: panel.run(HEADLINE) == "The server is down", "the panel to say so")
    reader.errors()  # browsers log the refused connection themselves


def test_the_panel_changes_its_language_at_once(reader: Reader, panel: Popup) -> None:
    reader.choose(language="de")
    until(lambda: "Hinweise zu diesem Artikel" in (panel.run(HEADLINE) or ""), "the panel to speak German")
    assert panel.run("return document.querySelector('#tab-picture').innerText") == "Überblick"


PAYWALL = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
HEADS = "return [...document.querySelectorAll('[role=tab]')].map((e) => e.innerText.trim())"


def test_of_an_article_that_is_cut_off_nobody_says_what_it_lacks(reader: Reader, site: Site) -> None:
    reader.open(site.add("/cut-off", page(TEXT, head=PAYWALL)))
    with reader.popup() as popup:
        said = settled(popup, "The page shows only part of the article.", "1 reported elsewhere")
        assert "not in this article" not in said
    with reader.panel() as panel:
        until(lambda: panel.run(NOTES), "the panel to list the notes")
        assert panel.run(HEADS)[1].startswith("Elsewhere")
        panel.run(TAB, "missing")
        assert "the rest may report it too" in panel.run("return document.querySelector('#missing').innerText")
        panel.run(TAB, "picture")
        smalls = panel.run("return [...document.querySelectorAll('tbody small')].map((e) => e.innerText)")
        assert set(smalls) == {"Elsewhere"}
