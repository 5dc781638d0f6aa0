"""What an extension that goes, or is renewed, leaves in open pages."""

from __future__ import annotations

from tests.e2e.driving import Reader
from tests.e2e.gate import Gate
from tests.e2e.site import Site, page
from tests.e2e.texts import HERS, INN, QUARRY, THEIRS
from tests.serving import ROOT, Server
from tests.waiting import until

MORE = "document.querySelector('article').append('More words come, and nobody asks about them any more.')"
# An element of the page's own that could be taken for one that an extension left behind.
PAGES_OWN = """
const own = document.documentElement.appendChild(document.createElement("div"));
own.hidden = true;
own.attachShadow({ mode: "closed" }).innerHTML = "<section class=list><h2>A list</h2></section>";
"""
# How marks are underlined, and whether what we put into the page can be seen.
SEEN = """
const { textDecorationLine } = getComputedStyle(document.documentElement, "::highlight(second-source-conflicts-light)");
return [textDecorationLine, [...document.querySelectorAll("html > div")].some((element) => element.checkVisibility())];
"""


LINE = """
return getComputedStyle(document.documentElement, "::highlight(second-source-conflicts-light)").textDecorationColor;
"""


def test_notes_go_with_the_extension_and_come_with_the_next(reader: Reader, server: Server, site: Site) -> None:
    address = site.add("/gone", page(INN))
    reader.choose(colours="strong")
    reader.open(address)
    strong = reader.run(LINE)
    reader.choose(colours="standard")
    reader.open(address)
    marks = reader.marks()
    reader.point_at("conflicts", HERS)
    assert reader.run(SEEN) == ["underline", True]
    reader.run_as_page(PAGES_OWN)
    reader.uninstall()
    try:
        reader.hover(5, 5)
        if reader.name == "firefox":  # which ends an extension's scripts before they can take anything away
            until(lambda: reader.run(SEEN) == ["none", False], "nothing to be seen")
        else:
            until(lambda: not reader.marks(), "the notes to go")
            reader.run(MORE)
            reader.settle()
            assert reader.marks() == {}
            assert reader.added() == ["div"]
            assert reader.run(SEEN) == ["underline", False]  # the style stays until the page goes, with nothing to show
    finally:
        reader.install(ROOT)
    reader.use_server(server.address)

    def renewed() -> bool:
        return reader.marks() == marks and reader.added() == ["div", "div"] and reader.card() is None

    until(renewed, "the notes of the new one alone")
    reader.choose(colours="strong")
    until(lambda: reader.run(LINE) == strong, "the new one's style, and none that hides it")


def test_marks_of_an_extension_that_was_switched_off_and_on_are_the_new_ones(reader: Reader, site: Site) -> None:
    reader.open(site.add("/switched", page(INN)))
    marks = reader.marks()
    reader.point_at("conflicts", HERS)
    with reader.switched_off():
        pass
    until(lambda: reader.card() is None and reader.marks() == marks, "the notes of the new one alone")
    reader.hover(5, 5)  # what is left of the old one notices that it is gone
    assert THEIRS in reader.point_at("conflicts", HERS)
    assert reader.marks() == marks
    assert reader.added() == ["div"]


def test_marks_go_when_the_extension_comes_back_without_its_server(reader: Reader, site: Site, gate: Gate) -> None:
    reader.use_server(gate.address)
    frame = "<p>{}</p><iframe src='/switched-frame' width=600 height=400></iframe>"
    site.add("/switched-frame", page(QUARRY))
    reader.open(site.add("/switched-lost", page(frame.format(INN.replace("\n\n", "</p><p>")), raw=True)))
    with gate.shut():
        with reader.switched_off():
            pass
        until(lambda: not reader.marks() and not reader.added(), "the old notes to go")
    reader.wait_for_marks()
    reader.errors()  # browsers log refused connections themselves


def test_marks_go_when_their_reader_comes_back_from_switching_the_extension_off(reader: Reader, site: Site) -> None:
    reader.open(site.add("/switched-off", page(INN)))
    with reader.switched_off():
        # As when the tab comes to the front.
        reader.run_as_page("document.dispatchEvent(new Event('visibilitychange'))")
        until(lambda: reader.run(SEEN)[1] is False or not reader.added(), "nothing to be seen")
    reader.wait_for_marks()
