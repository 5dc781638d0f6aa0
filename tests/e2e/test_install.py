"""Pages that were open before the extension came, was allowed on them, or was renewed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.e2e.driving import Reader
from tests.e2e.site import Site, page
from tests.e2e.texts import HERS, INN, THEIRS
from tests.serving import Server


@pytest.fixture
def article(site: Site) -> str:
    """A page whose story the server knows."""
    return site.add("/open-before", page(INN))


@pytest.fixture
def bare(reader: Reader) -> Iterator[Reader]:
    """A browser without the extension."""
    reader.uninstall()
    yield reader
    reader.errors()  # of a server at the address that is set when nothing was chosen


def test_a_page_that_was_open_before_the_extension_has_its_notes(bare: Reader, server: Server, article: str) -> None:
    bare.go(article)
    bare.install()
    bare.use_server(server.address)
    bare.done(article)
    assert THEIRS in bare.point_at("conflicts", HERS)
    bare.popup_says("notes on this article")


def test_a_page_that_was_open_before_the_right_to_read_it_has_its_notes_when_it_is_given(
    reader: Reader, article: str
) -> None:
    reader.allow_on_pages(False)
    try:
        reader.go(article)
        reader.popup_says("Not allowed on pages yet")
    finally:
        reader.allow_on_pages(True)
    reader.wait_for_marks()
