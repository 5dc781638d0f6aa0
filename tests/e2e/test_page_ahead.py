"""A page that Chrome makes ready beforehand (prerenders) is asked about when somebody sees it, and not before. Firefox
makes none ready."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.e2e.driving.unwatched import Unwatched
from tests.e2e.gate import Gate
from tests.e2e.site import Site, page
from tests.e2e.texts import INN
from tests.waiting import until

AHEAD = """<script type="speculationrules">
{"prerender": [{"source": "list", "urls": ["/ahead"], "eagerness": "immediate"}]}
</script>"""
IN_FRONT = """
const [{{ id: tabId }}] = await chrome.tabs.query({{ active: true }});
const [{{ result }}] = await chrome.scripting.executeScript({{ target: {{ tabId }}, world: "MAIN", func: () => {} }});
return result;
"""
STATE = IN_FRONT.format(
    "[location.pathname, performance.getEntriesByType('navigation')[0].activationStart, CSS.highlights.size]"
)
CHANGE = IN_FRONT.format("{ document.title = 'Sign in (1)'; history.replaceState(null, '', '?1'); }")
GO = IN_FRONT.format("{ location.href = '/ahead'; }")
TITLE = "return (await chrome.tabs.query({ active: true }))[0].title"


@pytest.fixture
def chromium(tmp_path: Path) -> Iterator[Unwatched]:
    """The browser."""
    chromium = Unwatched(tmp_path / "profile")
    yield chromium
    chromium.close()


def test_a_page_made_ready_beforehand_has_its_notes_when_it_is_shown(
    chromium: Unwatched, gate: Gate, site: Site
) -> None:
    site.add("/ahead", page(INN, head="<script>document.prerendering && fetch('/is-ready')</script>"))
    before = site.add("/before", page("Sign in", head=AHEAD))
    chromium.in_extension(f"await chrome.storage.local.set({{ address: '{gate.address}', welcomed: true }})")
    chromium.in_extension(f"await chrome.tabs.create({{ url: '{before}' }})")
    until(lambda: "/is-ready" in site.asked, "the page to be made ready")
    assert chromium.in_extension(STATE) == ["/before", 0, 0]
    assert gate.asked("annotations") == [], "a page was asked about that nobody saw"
    chromium.in_extension(CHANGE)  # the tab shows another title and address, but not yet this page
    until(lambda: chromium.in_extension(TITLE) == "Sign in (1)", "the browser to know")
    assert gate.asked("annotations") == [], "a page was asked about that nobody saw"
    chromium.in_extension(GO)
    path, activated, _ = until(lambda: (found := chromium.in_extension(STATE))[2] and found, "the notes")
    assert path == "/ahead"
    assert activated > 0, "the page was loaded anew"
