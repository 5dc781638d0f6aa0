"""What an extension that goes, or is renewed, leaves in open pages."""

from __future__ import annotations

from tests.e2e.driving import Reader
from tests.e2e.site import Site, page
from tests.e2e.texts import HERS, INN
from tests.serving import ROOT, Server
from tests.waiting import until

MORE = "document.querySelector('article').append('More words come, and nobody asks about them any more.')"


def test_notes_go_with_the_extension_and_come_with_the_next(reader: Reader, server: Server, site: Site) -> None:
    reader.open(site.add("/gone", page(INN)))
    marks = reader.marks()
    reader.point_at("conflicts", HERS)
    reader.uninstall()
    try:
        reader.hover(5, 5)
        if reader.name == "chromium":  # Firefox ends an extension's scripts before they can take anything away
            reader.wait_for_no_marks()
            reader.run(MORE)
            reader.settle()
            assert reader.marks() == {}
            assert reader.added() == []
    finally:
        reader.install(ROOT)
    reader.use_server(server.address)
    until(lambda: reader.marks() == marks and reader.card() is None, "the notes of the new one alone", seconds=20)
    assert len(reader.added()) == 1
