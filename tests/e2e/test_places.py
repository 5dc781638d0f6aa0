"""Where an article may stand: in a shadow root, a frame, on any ground, from right to left, on a very long page."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest
from tests.e2e.driving import HOST, Reader
from tests.e2e.site import Site, page
from tests.serving import Server, with_a_conflict
from tests.waiting import until

STORY = Path(__file__).parent / "stories" / "harlow"
TEXT = (STORY / "harbour.txt").read_text(encoding="utf-8")
LINES = [line for line in TEXT.split("\n") if line.strip()]
PARAGRAPHS = "".join(f"<p>{escape(line, quote=False)}</p>" for line in LINES)
WIDTH = 360
UNDERLINED = """
const words = document.querySelector("news-story").shadowRoot.querySelector("p");
return getComputedStyle(words, "::highlight(second-source-conflicts-light)").textDecorationLine;
"""


@pytest.fixture(scope="module")
def plain(browser: Reader, server: Server, site: Site) -> dict[str, list[str]]:
    """The marks on an ordinary page of the article."""
    browser.leave()
    browser.begin_afresh(server.address)
    browser.open(site.add("/plain", page(TEXT)))
    browser.settle()
    return in_order(browser.marks())


def in_order(marks: dict[str, list[str]]) -> dict[str, list[str]]:
    return {stance: sorted(words) for stance, words in marks.items()}


# ---- shadow roots

SHADOW = """
<news-story></news-story>
<script>
customElements.define("news-story", class extends HTMLElement {{
  connectedCallback() {{
    this.attachShadow({{ mode: "{mode}" }}).innerHTML =
      "<style>p {{ color: #234 }}</style><main><h1>The inn</h1>{body}</main>";
  }}
}});
</script>
"""


def shadow(mode: str) -> str:
    return page(SHADOW.format(mode=mode, body=PARAGRAPHS.replace('"', "&quot;")), raw=True)


def test_an_article_in_an_open_shadow_root_has_its_notes(
    reader: Reader, site: Site, plain: dict[str, list[str]]
) -> None:
    reader.open(site.add("/shadow", shadow("open")))
    until(lambda: in_order(reader.marks()) == plain, "the same notes as on an ordinary page")
    assert "Mirabel, 11" in reader.point_at("conflicts", "Mirabel, 9")
    reader.click(*reader.place("conflicts", "Mirabel, 9"))
    reader.hover(5, 5)
    reader.settle()
    assert reader.card()


def test_switching_off_leaves_a_shadow_root_as_it_was(reader: Reader, site: Site) -> None:
    url = site.add("/shadow", shadow("open"))
    inside = "return document.querySelector('news-story').shadowRoot"
    reader.switch_site(on=False, site=site)
    reader.open(url)
    before = reader.run(f"{inside}.innerHTML")
    reader.switch_site(on=True, site=site)
    reader.open(url)
    assert reader.marks()
    assert reader.run(f"{inside}.innerHTML") == before
    assert reader.run(UNDERLINED) == "underline"
    reader.flip_the_popup_switch()
    reader.wait_for_no_marks()
    assert reader.run(f"{inside}.innerHTML") == before
    assert reader.run(f"{inside}.adoptedStyleSheets.length") == 0


def test_a_closed_shadow_root_is_not_read(reader: Reader, site: Site) -> None:
    reader.go(site.add("/shut", shadow("closed")))
    reader.popup_says("No article here")
    reader.settle()
    assert reader.marks() == {}
    assert reader.added() == []


# ---- frames


def test_an_article_in_a_frame_of_the_same_site_has_its_notes(
    reader: Reader, site: Site, plain: dict[str, list[str]]
) -> None:
    site.add("/inner", page(TEXT))
    frame = '<iframe src="/inner" style="width: 100%; height: 900px; border: 3px solid #888"></iframe>'
    reader.go(site.add("/outer", page(frame, raw=True)))
    until(lambda: in_order(reader.marks()) == plain, "the same notes as on an ordinary page")
    assert "Mirabel, 11" in reader.point_at("conflicts", "Mirabel, 9")
    reader.press("Escape")
    reader.wait_for_no_card()
    reader.flip_the_popup_switch()
    reader.wait_for_no_marks()
    inner = "const { contentDocument: inner } = document.querySelector('iframe');"
    assert reader.run(f"{inner} return inner.adoptedStyleSheets.length") == 0
    assert reader.run(f"{inner} return inner.querySelectorAll(`:root > ${{args[0]}}`).length", HOST) == 0


def test_a_frame_of_another_site_is_not_read(reader: Reader, site: Site) -> None:
    site.add("/inner", page(TEXT))
    frame = '<iframe sandbox src="/inner" style="width: 100%; height: 900px"></iframe>'  # of no origin at all
    reader.go(site.add("/sandboxed", page(f"<p>{'A notice. ' * 20}</p>{frame}", raw=True)))
    assert reader.done(site.address + "/sandboxed")["state"] == "unknown"
    reader.settle()
    assert reader.marks() == {}


# ---- a document of text alone


def test_notes_on_a_plain_text(reader: Reader, site: Site) -> None:
    site.add("/favicon.ico", "", {"Content-Type": "image/x-icon"})
    reader.open(site.add("/plain.txt", TEXT, {"Content-Type": "text/plain; charset=utf-8"}))
    assert "Mirabel, 11" in reader.point_at("conflicts", "Mirabel, 9")


# ---- how the page looks

CONTRAST = """
const [stance] = args;
const one = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
const canvas = one.getContext("2d", { willReadFrequently: true });
const light = (colour, under) => {
  for (const layer of [under ?? "#fff", colour]) { canvas.fillStyle = layer; canvas.fillRect(0, 0, 1, 1); }
  const { data } = canvas.getImageData(0, 0, 1, 1);
  const [r, g, b] = [data[0], data[1], data[2]].map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
for (const tone of ["light", "dim", "dusk", "dark"]) {
  const name = `second-source-${stance}-${tone}`;
  const ranges = CSS.highlights.get(name);
  if (!ranges) continue;
  let element;
  ranges.forEach(({ startContainer }) => (element = startContainer.parentElement));
  const line = getComputedStyle(element, `::highlight(${name})`).textDecorationColor;
  const [a, b] = [light(line, args[1]), light(args[1])].sort((a, b) => b - a);
  return { tone, line, contrast: (a + 0.05) / (b + 0.05) };
}
return null;
"""
GROUNDS = {"white": "#ffffff", "paper": "#f4ecd8", "grey": "#9a9a9a", "slate": "#3b4252", "black": "#000000"}


def test_marks_can_be_told_from_the_ground_they_stand_on(reader: Reader, site: Site) -> None:
    for ground, colour in GROUNDS.items():
        ink = "#000" if ground in {"white", "paper", "grey"} else "#eee"
        style = f"<style>body, body * {{ background: {colour}; color: {ink} }}</style>"
        reader.open(site.add(f"/on-{ground}", page(TEXT, head=style)))
        for stance in reader.marks():
            found = reader.run(CONTRAST, stance, colour)
            assert found["contrast"] >= 3, (ground, stance, found)


def box(reader: Reader) -> dict[str, float]:
    """Where the card stands in the window."""
    found: dict[str, float] = reader.in_notes(
        "const { left, right, top, bottom } = root.querySelector('[role=dialog]').getBoundingClientRect();"
        "return { left, right, top, bottom }"
    )
    return found


@pytest.mark.parametrize("width", [1100, WIDTH])
def test_a_page_from_right_to_left(width: int, reader: Reader, site: Site, plain: dict[str, list[str]]) -> None:
    html = page(TEXT, head="<style>article { text-align: start }</style>")
    reader.look(width=width, height=700)
    try:
        reader.open(site.add("/rtl", html.replace('<html lang="en">', '<html lang="ar" dir="rtl">')))
        until(lambda: in_order(reader.marks()) == plain, "the same notes as from left to right")
        assert "Mirabel, 11" in reader.point_at("conflicts", "Mirabel, 9")
        x, y = reader.place("conflicts", "Mirabel, 9")
        card = box(reader)
        assert card["left"] >= 0
        assert card["right"] <= width
        assert not (card["left"] <= x <= card["right"] and card["top"] <= y <= card["bottom"])
    finally:
        reader.look()


# ---- what the text is made of

STRANGE = {
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈🙂",
    "combining": "e\u0301 n\u0303 Z\u0351\u036b\u0343",
    "beyond the first plane": "𝔘𝔫𝔦 𐐷 𠜎",
    "both ways": "שלום \u202eabc\u202c مرحبا",
    "of no width": "so\u00adft zero\u200bwidth \u2060 \ufeff",
    "lone surrogates": "\\ud83d x \\udc00",
}


def test_marked_words_are_the_same_behind_any_characters(
    reader: Reader, site: Site, plain: dict[str, list[str]]
) -> None:
    body = "".join(f"<p><span class='odd'></span> {escape(line, quote=False)}</p>" for line in LINES)
    fill = (
        '<script>for (const odd of document.querySelectorAll(".odd"))'
        f' odd.textContent = "{" ".join(STRANGE.values())}";</script>'
    )
    reader.open(site.add("/strange", page(f"<h1>The inn</h1>{body}{fill}", raw=True)))
    reader.settle()
    marks = in_order(reader.marks())
    assert marks["conflicts"] == plain["conflicts"]
    assert marks["rewords"] == plain["rewords"]


# ---- how long it is

WORDS = 20_000


def long_text() -> str:
    """The seed article, and so many words of nothing in particular behind it."""
    text = with_a_conflict().text
    filler = "Nothing that another outlet has reported stands in this sentence, which is number {} of very many. "
    count = (WORDS - len(text.split())) // len(filler.split())
    lines = ["".join(filler.format(at + part) for part in range(5)) for at in range(0, count, 5)]
    return text + "\n\n" + "\n\n".join(lines)


def test_a_page_of_twenty_thousand_words_is_annotated(reader: Reader, site: Site) -> None:
    text = long_text()
    assert len(text.split()) >= WORDS * 0.99
    reader.open(site.add("/long", page(text)))
    assert "Leonardo, 8" in reader.point_at("conflicts", "Leonardo, nine")
