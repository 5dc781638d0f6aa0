"""What stays in open pages when the extension goes: nothing."""

from __future__ import annotations

from tests.e2e.driving import Reader
from tests.e2e.site import Site, page
from tests.e2e.texts import HERS, INN

MORE = "document.querySelector('article').append('More words come, and nobody asks about them any more.')"


def test_an_extension_that_is_taken_away_takes_its_notes_along(reader: Reader, site: Site) -> None:
    reader.open(site.add("/gone", page(INN)))
    reader.point_at("conflicts", HERS)
    reader.uninstall()
    try:
        reader.hover(5, 5)
        reader.wait_for_no_marks()
        reader.run(MORE)
        reader.settle()
        assert reader.marks() == {}
        assert reader.added() == []
    finally:
        reader.install()
