"""One server, one site and each browser once for the whole run; every test opens its own pages in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.e2e.desk import Desk
from tests.e2e.driving import Chromium, Firefox, Reader
from tests.e2e.gate import Gate
from tests.e2e.site import Site
from tests.forking import Forked
from tests.serving import SEEDS, Server

STORIES = sorted((Path(__file__).parent / "stories").iterdir())
TOKEN = "correct-horse-battery-staple"
BROWSERS = {"chromium": Chromium, "firefox": Firefox}


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """The news site."""
    site = Site()
    yield site
    site.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A real server with the seed stories and the made-up ones, all read at once."""
    server = Server(tmp_path_factory.mktemp("server"), Forked)
    server.command("ingest", str(SEEDS), *map(str, STORIES))
    server.start()
    yield server
    assert server.stop() == 0


@pytest.fixture(scope="session")
def guarded(tmp_path_factory: pytest.TempPathFactory, server: Server) -> Iterator[Server]:
    """One with the same stories that answers only readers who have its token."""
    home = tmp_path_factory.mktemp("guarded")
    (home / "token").write_text(TOKEN, encoding="utf-8")
    guarded = Server(home, Forked)
    guarded.take_over(server)
    guarded.start("--reader-token-file", str(home / "token"))
    yield guarded
    assert guarded.stop() == 0


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
    browser.leave()
    browser.begin_afresh(server.address)
    browser.errors()
    yield browser
    assert browser.errors() == []


@pytest.fixture(scope="session")
def signed_in(browser: Reader, server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A server of its own for moderators, with the same stories, and the browser signed in to its desk."""
    own = Server(tmp_path_factory.mktemp("desk"), Forked)
    own.take_over(server)
    token = own.command("moderator", "add", "Ann").split()[0]
    own.start()
    desk = Desk(own, browser, token)
    desk.sign_in()
    desk.keep(tmp_path_factory.mktemp("kept") / "desk")
    yield desk
    assert own.stop() == 0


@pytest.fixture
def desk(browser: Reader, signed_in: Desk) -> Iterator[Desk]:
    """The desk's queue, with nothing decided yet.

    The extension asks for no notes on pages that are not on its list: a moderator's are not what it is tested on.
    """
    browser.leave()
    browser.choose(check="list")
    browser.errors()
    signed_in.begin()
    yield signed_in
    browser.run("sessionStorage.clear()")  # which the tab keeps
    browser.leave()
    assert browser.errors() == []


@pytest.fixture
def gate(server: Server) -> Iterator[Gate]:
    """A door before the server."""
    gate = Gate(server)
    yield gate
    gate.close()


@pytest.fixture(scope="session")
def out() -> Path:
    """Where pictures go; git does not keep it."""
    folder = Path(__file__).parent / "out"
    folder.mkdir(exist_ok=True)
    return folder
