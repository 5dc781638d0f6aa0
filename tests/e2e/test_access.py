"""The extension's own pages for everybody: axe finds nothing, light or dark, and nothing is wider than 360 px."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.e2e.access import COLOURS, RULES, TOO_WIDE, violations
from tests.e2e.driving import Reader
from tests.e2e.driving.reader import settled
from tests.e2e.site import Site, page
from tests.e2e.test_states import UNKNOWN
from tests.e2e.texts import QUARRY
from tests.serving import free_port
from tests.waiting import until

DRAWN = "return document.querySelector('main')?.ariaBusy == 'false'"


# What the Tab key must reach: of a group of radio buttons the chosen one, of tabs the chosen one.
CONTROLS = """
const chosen = ({ name }) => [...document.getElementsByName(name)].some(({ checked }) => checked);
const reached = (e) => e.type != "radio" || e.checked || !chosen(e);
return [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
  .filter((e) => e.tabIndex >= 0 && e.checkVisibility() && reached(e)).length;
"""
# The page itself notes each element that takes the focus, and those that do not show it: a key pressed in the browser's
# window reaches the page when it likes, so that looking after each key would miss some. A tab behind the reading tab
# is told of no focus and shows none in Firefox: there the one that has it is noted when we look.
WATCH = """
const outlined = (one) => {
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  return outlineStyle != "none" && parseFloat(outlineWidth) >= 1;
};
window.reached = new Set();
window.unseen = [];
window.note = (e) => {
  if (!e || e == document.body || e == document.documentElement) return;
  reached.add(e);
  if (document.hasFocus() && !outlined(e) && !outlined(e.closest("li") ?? e)) unseen.push(e.outerHTML);
};
window.watched ??= addEventListener("focusin", ({ target }) => window.note(target)) ?? true;
"""
NOTED = "note(document.activeElement); return [reached.size, unseen]"


either = pytest.mark.parametrize("narrow", [False, True], ids=["light", "dark"], indirect=True)


@pytest.fixture(params=[False], ids=["light"])
def narrow(reader: Reader, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """A browser as narrow as a telephone, light or dark."""
    reader.look(dark=request.param, width=360, height=740)
    yield reader
    reader.look()


@pytest.fixture
def rules(narrow: Reader, request: pytest.FixtureRequest) -> list[str]:  # noqa: ARG001
    """What a page has to keep to in this look."""
    return COLOURS if request.node.callspec.params["narrow"] else RULES


def assert_for_everybody(run: Callable[..., object], rules: list[str] = RULES) -> None:
    assert violations(run, rules) == []
    assert run(TOO_WIDE) == 0


@either
@pytest.mark.parametrize("path", ["options/options.html", "welcome/welcome.html"])
def test_full_pages(narrow: Reader, rules: list[str], path: str) -> None:
    narrow.choose(check="list", only=["a.example"], off=["b.example"], token="secret")
    narrow.go(narrow.base + "extension/" + path)
    until(lambda: narrow.run(DRAWN), "the page to be drawn")
    assert_for_everybody(narrow.run_as_page, rules)
    narrow.choose(language="de")
    until(lambda: narrow.run("return document.documentElement.lang") == "de", "the page to speak German")
    narrow.settle()
    assert_for_everybody(narrow.run_as_page, rules)


@either
def test_the_panel_with_notes(narrow: Reader, rules: list[str], site: Site) -> None:
    narrow.open(site.add("/quarry", page(QUARRY)))
    with narrow.panel() as panel:
        until(lambda: panel.run("return document.querySelectorAll('#list li').length"), "the notes to be listed")
        for view in ("notes", "missing", "picture"):
            panel.run("document.querySelector(`#tab-${args[0]}`).click()", view)
            assert_for_everybody(panel.run, rules)


def test_panel_and_popup_without_notes(narrow: Reader, site: Site) -> None:
    narrow.open(site.add("/unknown", page(UNKNOWN)))
    with narrow.panel() as panel:
        until(lambda: "Unknown story" in panel.run("return document.body.innerText"), "the panel to say so")
        assert_for_everybody(panel.run)
    with narrow.popup() as popup:
        settled(popup, "Unknown story")
        assert violations(popup.run) == []


@either
def test_the_popup_with_notes(narrow: Reader, rules: list[str], site: Site) -> None:
    narrow.open(site.add("/popup", page(QUARRY)))
    with narrow.popup() as popup:
        settled(popup, "notes on this article")
        popup.run("document.querySelector('#missing').open = true")
        assert violations(popup.run, rules) == []


def test_panel_and_popup_when_the_server_is_down(narrow: Reader, site: Site) -> None:
    narrow.use_server(f"http://127.0.0.1:{free_port()}")
    narrow.open(site.add("/popup", page(QUARRY)), lost=True)
    with narrow.panel() as panel:
        until(lambda: "The server is down" in panel.run("return document.body.innerText"), "the panel to say so")
        assert_for_everybody(panel.run)
    with narrow.popup() as popup:
        settled(popup, "The server is down")
        assert violations(popup.run) == []
    narrow.errors()  # browsers log the refused connection themselves


def walk(run: Callable[..., Any], press: Callable[[str], None]) -> int:
    """Go through a page with the Tab key: it reaches every control, and each shows that it has the focus; how many."""
    wanted: int = run(CONTROLS)
    run(WATCH)

    def all_are_reached() -> bool:
        press("Tab")  # on its way round the focus may leave the page
        reached, unseen = run(NOTED)
        assert unseen == []
        return bool(reached == wanted)

    until(all_are_reached, f"the Tab key to reach all {wanted} controls")
    return wanted


@pytest.mark.parametrize(("path", "least"), [("options/options.html", 16), ("welcome/welcome.html", 1)])
def test_the_keyboard_reaches_every_control_of_a_full_page(reader: Reader, path: str, least: int) -> None:
    reader.choose(check="list", only=["a.example"], off=["b.example"], token="secret")
    reader.go(reader.base + "extension/" + path)
    until(lambda: reader.run(DRAWN), "the page to be drawn")
    assert walk(reader.run_as_page, reader.press) >= least


def test_the_keyboard_reaches_every_control_of_the_popup_and_the_panel(reader: Reader, site: Site) -> None:
    reader.open(site.add("/popup", page(QUARRY)))
    with reader.popup() as popup:
        settled(popup)
        popup.run("document.querySelector('#missing').open = true")
        assert walk(popup.run, popup.press) == 6
    with reader.panel() as panel:
        listed = until(lambda: panel.run("return document.querySelectorAll('#list li').length"), "the notes")
        for view, least in (("notes", listed + 3), ("missing", 3), ("picture", 3)):
            panel.run("document.querySelector(`#tab-${args[0]}`).click()", view)
            assert walk(panel.run, panel.press) >= least
