"""One server, one site and each browser once for the whole run; every test opens its own pages in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.e2e.driving import Chromium, Firefox, Reader
from tests.e2e.serving import SEEDS, Server
from tests.e2e.site import Site

BROWSERS = {"chromium": Chromium, "firefox": Firefox}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real server with the seed stories."""
    server = Server(tmp_path_factory.mktemp("server"))
    server.command("ingest", str(SEEDS))
    server.start()
    yield server
    assert server.stop() == 0


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
    """A browser on a blank page, asking our server, that has complained of nothing when the test is over."""
    browser.go("about:blank")
    browser.use_server(server.address)
    browser.errors()
    yield browser
    assert browser.errors() == []


@pytest.fixture(scope="session")
def out() -> Path:
    """Where pictures go; git does not keep it."""
    folder = Path(__file__).parent / "out"
    folder.mkdir(exist_ok=True)
    return folder
