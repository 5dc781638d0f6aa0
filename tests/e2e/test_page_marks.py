"""How notes are drawn on the page: quietly, never one over another, in the reader's colours, and on paper if wanted."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.driving import HOST, Reader
from tests.e2e.gate import Gate
from tests.e2e.site import Site, page
from tests.waiting import until

STORY = Path(__file__).parent / "stories" / "harlow"
TEXT = (STORY / "harbour.txt").read_text(encoding="utf-8")
STANCES = ("conflicts", "rewords", "updates", "corroborates")
ALL_SHOWN = dict.fromkeys(STANCES, True)
LINE = """
const style = getComputedStyle(document.documentElement, "::highlight(second-source-conflicts-light)");
return [style.textDecorationLine, style.textDecorationColor];
"""
# The colour that most of the pixels around a place of a picture have.
GROUND = """
const [picture, x, y] = args;
const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
const drawn = await createImageBitmap(new Blob([bytes]), x - 8, y - 8, 17, 17);
const canvas = new OffscreenCanvas(17, 17).getContext("2d");
canvas.drawImage(drawn, 0, 0);
const { data } = canvas.getImageData(0, 0, 17, 17);
const counts = new Map();
for (let i = 0; i < data.length; i += 4) {
  const colour = data.slice(i, i + 3).join();
  counts.set(colour, (counts.get(colour) ?? 0) + 1);
}
return [...counts].sort(([, a], [, b]) => b - a)[0][0];
"""
LIST = """
const list = root.querySelector(".list");
const { position, display } = getComputedStyle(list);
return { position, display, height: list.offsetHeight, items: list.querySelectorAll("li").length };
"""


@pytest.fixture(scope="module")
def address(site: Site) -> str:
    """A page of a made-up story with a conflict, a reworded quotation and corroborations."""
    return site.add("/harlow-marks", page(TEXT, title="The inn"))


@pytest.fixture
def page_open(reader: Reader, address: str) -> Iterator[Reader]:
    """The reader, with the page open and its notes drawn; what the test chose is forgotten."""
    reader.open(address)
    yield reader
    reader.in_extension("await chrome.storage.local.remove(['show', 'colours', 'print', 'language']);")


def choose(reader: Reader, **chosen: Any) -> None:
    """As the options page keeps it."""
    reader.in_extension("await chrome.storage.local.set(args[0]);", chosen)


def drawn_otherwise(page_open: Reader, lines: list[list[str]]) -> list[str] | None:
    """A conflict's line when it is another one than these; none while one style is gone and the next to come."""
    line: list[str] = page_open.run(LINE)
    return line if line[0] == "underline" and line not in lines else None


def test_what_the_reader_does_not_want_to_see_goes_at_once_and_comes_back(page_open: Reader) -> None:
    before = page_open.marks()
    choose(page_open, show=ALL_SHOWN | {"corroborates": False})
    until(lambda: set(page_open.marks()) == {"conflicts", "rewords"}, "corroborations to go")
    assert page_open.in_notes("return root.querySelectorAll('.list li').length") == 2
    choose(page_open, show=dict.fromkeys(STANCES, False))
    until(lambda: page_open.added() == [], "everything to go")
    assert page_open.run("return document.adoptedStyleSheets.length") == 0
    choose(page_open, show=ALL_SHOWN)
    until(lambda: page_open.marks() == before, "everything to come back")


def test_an_open_page_takes_on_the_colours_and_the_language_that_are_chosen(page_open: Reader) -> None:
    lines = [page_open.run(LINE)]
    for palette in ("strong", "calm"):
        choose(page_open, colours=palette)
        lines.append(until(lambda: drawn_otherwise(page_open, lines), f"the palette {palette}"))
    choose(page_open, colours="standard")
    until(lambda: page_open.run(LINE) == lines[0], "the first palette again")
    choose(page_open, language="de")
    german = "Hinweise zu diesem Artikel"
    until(lambda: german in page_open.in_notes("return root.querySelector('h2').textContent"), "the list in German")
    page_open.point_at("conflicts", "Mirabel, 9")
    assert "Dieser Artikel" in (page_open.card() or "")
    assert page_open.in_notes("return root.querySelector('.card').lang").startswith("de")


def test_what_is_chosen_while_a_page_waits_for_its_notes_holds(
    page_open: Reader, gate: Gate, address: str, site: Site
) -> None:
    standard = page_open.run(LINE)
    page_open.use_server(gate.address)
    with gate.holding("annotations"):
        page_open.go(site.add("/harlow-waits", page(TEXT)))
        until(lambda: any(b"/harlow-waits" in asked.body for asked in gate.asked("annotations")), "the question")
        choose(page_open, colours="strong", show={**ALL_SHOWN, "corroborates": False})
    page_open.wait_for_marks()
    found, shown = page_open.run(LINE), page_open.marks()
    page_open.open(address)
    assert found == page_open.run(LINE) != standard
    assert shown == page_open.marks()


def test_what_is_pointed_at_is_tinted_before_its_card_opens(page_open: Reader) -> None:
    x, y = page_open.place("corroborates", "Odessa, 38")
    page_open.hover(x, y)
    over = "return CSS.highlights.has('second-source-over')"
    until(lambda: page_open.run(over), "the tint")
    page_open.hover(5, 5)
    until(lambda: not page_open.run(over), "the tint to go")


def test_conflicts_and_what_a_card_is_open_for_stand_on_a_ground_of_their_own(
    page_open: Reader, tmp_path: Path
) -> None:
    paper = ground(page_open, *page_open.place("corroborates", "Odessa, 38"), tmp_path)
    place = page_open.place("conflicts", "Mirabel, 9")
    marked = ground(page_open, *place, tmp_path)
    page_open.point_at("conflicts", "Mirabel, 9")
    until(lambda: ground(page_open, *place, tmp_path) not in {paper, marked}, "the words to be tinted")
    assert marked != paper


def ground(reader: Reader, x: int, y: int, folder: Path) -> str:
    """The colour behind the words at a place of the window, as drawn."""
    reader.picture(folder / "page.png")
    picture = base64.b64encode((folder / "page.png").read_bytes()).decode()
    found: str = reader.in_extension(GROUND, picture, x, y)
    return found


def test_notes_stay_off_paper(page_open: Reader) -> None:
    with page_open.on_paper():
        assert page_open.run(LINE)[0] == "none"
        assert page_open.in_notes(LIST)["display"] == "none"
        assert page_open.run(f"return document.querySelector('html > {HOST}').offsetHeight") == 0


def test_notes_are_printed_as_footnotes_when_they_are_wanted(page_open: Reader) -> None:
    choose(page_open, print=True)
    with page_open.on_paper():
        until(lambda: page_open.run(LINE)[0] == "underline", "marks for paper")
        until(lambda: page_open.in_notes(LIST)["position"] == "static", "the list for paper")
        printed = page_open.in_notes(LIST)
        assert printed["height"] > 100
        footnotes = page_open.in_notes("return root.querySelector('.list').innerText")
        assert "Valley Courier says 11" in footnotes
        assert "Mirabel, 9" in footnotes
    assert page_open.in_notes(LIST)["position"] == "fixed"


def test_the_list_has_a_heading_for_every_note_and_names_its_languages(page_open: Reader) -> None:
    heads = page_open.in_notes("return [...root.querySelectorAll('.list :is(h2, h3)')].map((e) => e.localName)")
    assert heads == ["h2"] + ["h3"] * (len(heads) - 1)
    assert len(heads) > 5
    labels = page_open.in_notes("return [...root.querySelectorAll('.list h3')].map((e) => e.textContent)")
    assert "Conflicts: Age of Mirabel" in labels
    assert page_open.in_notes("return [...root.querySelectorAll('.list p[lang]')].every((e) => e.lang === 'en')")
    assert page_open.added() == [HOST]
