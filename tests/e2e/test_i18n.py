"""Every word in the reader's language, from right to left where it is written so: shown with a made-up language."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.e2e.access import TOO_WIDE
from tests.e2e.driving import Reader
from tests.e2e.driving.reader import settled
from tests.e2e.site import HOST as SITE
from tests.e2e.site import Site, page
from tests.e2e.test_panel import STORY
from tests.serving import ROOT, Server
from tests.waiting import until

HEBREW = str.maketrans({letter: chr(0x5D0 + i % 22) for i, letter in enumerate("abcdefghijklmnopqrstuvwxyz")})
LATIN = re.compile(r"[A-Za-z]{2,}")
KEYS = {"Alt", "Shift", "Ctrl", "Esc", "Command", "MacCtrl"}
DRAWN = "return document.querySelector('main')?.ariaBusy == 'false'"

# What of the server's words does not begin at the panel's right side, line by line.
ASTRAY = """
const astray = (element) => {
  const words = document.createRange();
  words.selectNodeContents(element);
  const { right } = element.closest("h3, p").getBoundingClientRect();
  return [...words.getClientRects()].some((line) => Math.abs(line.right - right) > 5);
};
return [...document.querySelectorAll("#list :is(h3 button, p[dir=auto])")].filter(astray).map((e) => e.textContent);
"""


def backwards(message: str) -> str:
    """A message in letters that run from right to left; its placeholders stay."""
    parts = re.split(r"(\{\w+\})", message)
    return "".join(part if part.startswith("{") else part.lower().translate(HEBREW) for part in parts)


def put_into_a_made_up_language(root: Path) -> None:
    """The extension, in a folder, with a made-up language in German's place."""
    shutil.copy(ROOT / "manifest.json", root)
    for folder in ("_locales", "extension"):
        shutil.copytree(ROOT / folder, root / folder)
    english = (root / "extension/locales/en.js").read_text(encoding="utf-8")
    words = json.loads(english.removeprefix("export default ").rstrip().rstrip(";"))
    made_up = {key: backwards(text) for key, text in words.items()}
    made_up |= {"language_tag": "he", "direction": "rtl"}
    (root / "extension/locales/de.js").write_text(f"export default {json.dumps(made_up)};", encoding="utf-8")


@pytest.fixture(scope="module")
def foreign(browser: Reader, server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A narrow browser whose extension speaks it."""
    root = tmp_path_factory.mktemp("foreign")
    put_into_a_made_up_language(root)
    with browser.other_extension(root):
        browser.look(width=360, height=740)
        browser.begin_afresh(server.address)
        browser.choose(language="de")
        yield browser
    browser.look()


def assert_foreign(text: str, *, but: set[str]) -> None:
    left = set(LATIN.findall(text)) - but - KEYS
    assert not left, f"not put into the reader's language: {left}"


@pytest.mark.parametrize("path", ["options/options.html", "welcome/welcome.html"])
def test_full_pages_run_from_right_to_left_with_no_word_left(foreign: Reader, path: str) -> None:
    foreign.go(foreign.base + "extension/" + path)
    until(lambda: foreign.run(DRAWN), "the page to be drawn")
    assert foreign.run("return [document.documentElement.dir, document.documentElement.lang]") == ["rtl", "he"]
    assert foreign.run(TOO_WIDE) == 0
    assert_foreign(foreign.run("return document.body.innerText"), but={"English"})


def test_the_example_and_its_card_too(foreign: Reader) -> None:
    foreign.go(foreign.base + "extension/welcome/welcome.html")
    foreign.wait_for_marks()
    assert_foreign(foreign.point_at("conflicts"), but=set("The Delta Courier Mar".split()))
    assert foreign.in_notes("return root.querySelector('.card').dir") == "rtl"


def test_popup_and_panel_too(foreign: Reader, site: Site) -> None:
    text = (STORY / "evening.txt").read_text(encoding="utf-8")
    foreign.open(site.add("/foreign", page(text)))
    with foreign.popup() as popup:
        settled(popup)
        popup.run("document.querySelector('#missing ul').remove(); document.querySelector('#story').remove();")
        assert_foreign(settled(popup), but={"Second", "Source", *LATIN.findall(SITE)})
    with foreign.panel() as panel:
        until(lambda: panel.run("return document.querySelectorAll('#list li').length"), "the notes to be listed")
        assert panel.run(ASTRAY) == []
        for view in ("notes", "missing", "picture"):
            panel.run("document.querySelector(`#tab-${args[0]}`).click()", view)
            assert panel.run(TOO_WIDE) == 0
        panel.run(
            "document.querySelectorAll('#story, [lang=en], blockquote, a, time, bdi, .line strong, .line span, thead,"
            " td .unseen').forEach((e) => e.remove())"
        )
        assert_foreign(panel.run("return document.body.textContent"), but={"Second", "Source"})
