"""Where words are seen: in a box that scrolls, behind a page's own bar, in an article that is one paragraph."""

from __future__ import annotations

import pytest
from tests.e2e.driving import Reader
from tests.e2e.site import Site, page
from tests.e2e.test_page_card import OPEN, order
from tests.e2e.texts import HERS, INN
from tests.waiting import until

LINES = [line for line in INN.split("\n") if line.strip()]
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in LINES)
FAR = "<div style='height:3000px'></div>"
BOXED = f"<div style='height:500px'></div><div id='box' style='height:200px;overflow:auto'>{PARAGRAPHS}{FAR}</div>{FAR}"
BARRED = f"<div id='bar' style='position:sticky;top:0;height:60px;background:#fff'>Our city</div>{PARAGRAPHS}{FAR}"
WINDOW = "return { top: 0, bottom: innerHeight }"
BOX = "const { top, bottom } = document.querySelector('#box').getBoundingClientRect(); return { top, bottom }"
OUT_OF_THE_BOX = """
const box = document.querySelector("#box");
box.scrollTop += args[0] - box.getBoundingClientRect().top + 60;
"""
UNBROKEN = f"<div>{'<br><br>'.join(LINES)}{'<br>A line of nothing.' * 200}</div>"
SMOOTH = "<style>html { scroll-behavior: smooth }</style>"
FAR_PAGES = {
    "one that scrolls smoothly": page(PARAGRAPHS + FAR, head=SMOOTH, raw=True),
    "one without paragraphs": page(UNBROKEN, raw=True),
}


def open_page(reader: Reader, site: Site, name: str, body: str) -> None:
    reader.open(site.add(f"/scroll/{name}", page(body, raw=True)))


def go_to_the_conflict(reader: Reader) -> dict[str, float]:
    """As the panel does; where its words are then."""
    notes = order(reader, {"type": "tell"})["notes"]
    index = next(i for i, note in enumerate(notes) if note["stance"] == "conflicts")
    order(reader, {"type": "goto", "index": index})
    reader.wait_for_card()
    words: dict[str, float] = reader.run(OPEN)[0]
    return words


def scroll_out_of_the_box(reader: Reader) -> None:
    """The words of the conflict, so that they would stand in the window above it."""
    reader.place("conflicts", HERS)
    top = reader.place("conflicts", HERS)[1]  # where it is when both box and window have been scrolled
    reader.run(OUT_OF_THE_BOX, top)
    assert reader.run(BOX)["top"] > 100


def test_a_card_goes_when_a_box_scrolls_its_words_away(reader: Reader, site: Site) -> None:
    open_page(reader, site, "box", BOXED)
    reader.click(*reader.place("conflicts", HERS))
    reader.wait_for_card()
    scroll_out_of_the_box(reader)
    reader.wait_for_no_card()


def test_words_are_scrolled_into_their_box(reader: Reader, site: Site) -> None:
    open_page(reader, site, "box", BOXED)
    scroll_out_of_the_box(reader)
    words, box = go_to_the_conflict(reader), reader.run(BOX)
    assert box["top"] <= words["top"] < words["bottom"] <= box["bottom"]


def test_words_behind_a_bar_of_the_page_come_forward(reader: Reader, site: Site) -> None:
    open_page(reader, site, "bar", BARRED)
    reader.run("scrollBy(0, args[0])", reader.place("conflicts", HERS)[1] - 30)
    assert go_to_the_conflict(reader)["top"] > 60


@pytest.mark.parametrize("kind", FAR_PAGES)
def test_words_far_away_are_reached_on_every_page(reader: Reader, site: Site, kind: str) -> None:
    reader.open(site.add(f"/scroll/{kind.replace(' ', '-')}", FAR_PAGES[kind]))
    reader.run("scrollTo({ top: 99999, behavior: 'instant' })")
    until(lambda: reader.run("return scrollY > 2000"), "the page's end")
    words, window = go_to_the_conflict(reader), reader.run(WINDOW)
    assert window["top"] <= words["top"] < words["bottom"] <= window["bottom"]
