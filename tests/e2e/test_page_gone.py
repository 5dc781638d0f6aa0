"""What an extension that goes, or is renewed, leaves in open pages."""

from __future__ import annotations

from tests.e2e.driving import Reader
from tests.e2e.site import Site, page
from tests.e2e.texts import HERS, INN
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
