"""The overlay for everybody: axe finds nothing in any state of the card and the list."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.e2e.axe import faults_of_notes
from tests.e2e.driving import Reader
from tests.e2e.site import Site, page
from tests.waiting import until

STORY = Path(__file__).parent / "stories" / "harlow"
TEXT = (STORY / "harbour.txt").read_text(encoding="utf-8")
FORM = "return !!root.querySelector('form textarea')"
SPOKEN = "return root.querySelector('[role=dialog]').lang"
REPORT = "root.querySelectorAll('[role=dialog] .body button')[1].focus()"  # after the button that copies


@pytest.fixture(params=["light", "dark", "narrow"])
def notes(reader: Reader, site: Site, request: pytest.FixtureRequest):
    """A page with notes, in each look."""
    reader.look(dark=request.param == "dark", width=360 if request.param == "narrow" else 1100)
    reader.open(site.add(f"/access-{request.param}", page(TEXT, theme=request.param)))
    yield reader
    reader.look()


def open_the_report(reader: Reader) -> None:
    """Press "something wrong?" on the open card."""
    reader.in_notes(REPORT)
    reader.press("Enter")
    until(lambda: reader.in_notes(FORM), "the form to open")


def test_axe_sees_into_the_closed_root(reader: Reader, site: Site) -> None:
    reader.open(site.add("/access-broken", page(TEXT)))
    reader.point_at("conflicts", "Mirabel, 9")
    reader.in_notes("root.querySelector('.body').append(document.createElement('img'));")
    reader.in_notes("root.querySelector('.body p').style.color = '#ddd';")
    found = faults_of_notes(reader)
    assert any(fault.startswith("image-alt ") for fault in found), found
    assert any(fault.startswith("color-contrast ") for fault in found), found
    assert reader.in_notes("return root.host.shadowRoot") is None


def test_the_list_the_card_of_each_stance_its_report_form_and_german(notes: Reader) -> None:
    assert faults_of_notes(notes) == [], "the list alone"
    for stance, words in notes.marks().items():
        notes.point_at(stance, words[0].strip())
        assert faults_of_notes(notes) == [], stance
    notes.press("Escape")
    notes.wait_for_no_card()
    notes.click(*notes.place("conflicts", "Mirabel, 9"))
    notes.wait_for_card()
    open_the_report(notes)
    assert faults_of_notes(notes) == [], "the report form"
    notes.press("Escape")
    until(lambda: not notes.in_notes(FORM), "the form to go")
    notes.choose(language="de")
    until(lambda: notes.in_notes(SPOKEN) == "de", "the card to speak German")
    assert faults_of_notes(notes) == [], "in German"


SYSTEM = """
const probe = root.querySelector("[role=dialog]").appendChild(document.createElement("p"));
probe.style.cssText = "forced-color-adjust: none; background: Highlight";
const wanted = getComputedStyle(probe).backgroundColor;
probe.remove();
return { wanted, found: getComputedStyle(root.querySelector("blockquote :is(ins, mark)")).backgroundColor };
"""
MOVES = "return getComputedStyle(root.querySelector('[role=dialog]')).animationName"


def test_where_colours_are_forced_only_loud_marks_are_drawn_and_changes_stand_out(reader: Reader, site: Site) -> None:
    address = site.add("/access-forced", page(TEXT))
    reader.open(address)
    plain = reader.marks()
    assert plain.pop("corroborates")
    reader.look(forced=True)
    try:
        reader.open(address)
        assert reader.run("return matchMedia('(forced-colors: active)').matches")
        assert reader.marks() == plain
        reader.point_at("rewords", "the old place")
        colours = reader.in_notes(SYSTEM)
        assert colours["found"] == colours["wanted"]
        # The contrast of the system's own colours is the system's.
        assert [fault for fault in faults_of_notes(reader) if not fault.startswith("color-contrast ")] == []
    finally:
        reader.look()


def test_nothing_moves_for_a_reader_who_wants_it_still(reader: Reader, site: Site) -> None:
    reader.open(site.add("/access-still", page(TEXT)))
    reader.point_at("conflicts", "Mirabel, 9")
    assert reader.in_notes(MOVES) == "rise"
    reader.look(still=True)
    try:
        assert reader.in_notes(MOVES) == "none"
        reader.go(reader.base + "extension/options/options.html")
        assert reader.run("return matchMedia('(prefers-reduced-motion: reduce)').matches")
    finally:
        reader.look()
