"""What stays in open pages when the extension goes: nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.e2e.conftest import BROWSERS
from tests.e2e.site import Site, page
from tests.serving import Server, with_a_conflict


@pytest.mark.parametrize("name", BROWSERS)
def test_an_extension_that_is_taken_away_takes_its_notes_along(
    name: str, tmp_path: Path, server: Server, site: Site
) -> None:
    reader = BROWSERS[name](tmp_path / "profile", site.port)
    try:
        reader.use_server(server.address)
        reader.open(site.add("/gone", page(with_a_conflict().text)))
        reader.point_at("conflicts", "Leonardo, nine")
        reader.remove_extension()
        reader.hover(5, 5)
        reader.wait_for_no_marks()
        reader.run("document.querySelector('article').append('More words come, and nobody asks about them any more.')")
        reader.settle()
        assert reader.marks() == {}
        assert reader.added() == []
        assert reader.errors() == []
    finally:
        reader.close()
