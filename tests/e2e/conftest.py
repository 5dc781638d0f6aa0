"""One server, one site and each browser once for the whole run; every test opens its own pages in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.e2e.driving import Chromium, Firefox, Reader
from tests.e2e.site import Site
from tests.serving import Server

BROWSERS = {"chromium": Chromium, "firefox": Firefox}


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """The news site."""
    site = Site()
    yield site
    site.close()


@pytest.fixture(scope="session", params=BROWSERS)
def browser(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, site: Site) -> Iterator[Reader]:
    """A browser with the extension; `reader` is what tests ask for."""
    reader = BROWSERS[request.param](tmp_path_factory.mktemp(request.param), site.port)
    yield reader
    reader.close()


@pytest.fixture
def reader(browser: Reader, server: Server) -> Iterator[Reader]:
    """A browser on a blank page, with no setting chosen but our server's address, that has complained of nothing when
    the test is over."""
    browser.go("about:blank")
    browser.begin_afresh(server.address)
    browser.errors()
    yield browser
    assert browser.errors() == []


@pytest.fixture(scope="session")
def out() -> Path:
    """Where pictures go; git does not keep it."""
    folder = Path(__file__).parent / "out"
    folder.mkdir(exist_ok=True)
    return folder
