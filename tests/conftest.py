"""What tests of several parts need: made-up stories, a base, an application on it, a live server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient
from sqlalchemy import Engine
from sqlalchemy.orm import Session
from tests.compiling import share_what_is_compiled
from tests.forking import Forked
from tests.postgresql import Cluster
from tests.serving import SEEDS, Server, free_port

from secondsource.app import create_app
from secondsource.cli import main
from secondsource.config import Settings
from secondsource.factbase.migrate import migrate
from secondsource.factbase.sessions import open_engine, reading, writing
from secondsource.ingesting.ingest import ingest_paths
from secondsource.ingesting.outcomes import Outcome
from secondsource.moderating.moderators import add_moderator

pytest_plugins = ["tests.running"]

BOTH = ("sqlite", "postgresql")
FERRY = {
    "Northern Herald": """The ferry Saint Brannoc ran aground off Port Ellery on Tuesday morning.

Captain Maud Tregenza, 52, told reporters on the quay: “We saw the rocks far too late to turn away from them.”

Deckhand Ivo Lindqvist, 19, broke his wrist.
""",
    "Coast Daily": """Passengers were taken off the ferry Saint Brannoc after it hit rocks at Port Ellery.

Its captain, Maud Tregenza, 54, spoke to reporters. “We saw the rocks far too late to turn away from them.”

Ivo Lindqvist, 19, a deckhand, was hurt.
""",
    "Isle Post": """Port Ellery’s lifeboat went out to the Saint Brannoc on Tuesday.

Maud Tregenza, 52, the captain, stayed on board. Deckhand Ivo Lindqvist, 19, was flown to hospital.
""",
}
CHEESE = {
    "Dairy World": """Wilhelmina Oostveen of Gouda won the Golden Curd for the third time on Saturday.

Oostveen, 61, beat Pasquale Arrighi of Parma and Fleur Dubosc of Camembert.
""",
    "Valley Times": """The Golden Curd goes to Gouda: judges in Appenzell chose Wilhelmina Oostveen’s cheese.

Oostveen, 61, thanked Pasquale Arrighi and Fleur Dubosc.
""",
}


def address(outlet: str) -> str:
    """The address of an outlet's article on its story."""
    return f"https://www.{outlet.lower().replace(' ', '-')}.example/stories/1"


@dataclass
class Folders:
    """Makes story folders."""

    home: Path

    def story(self, title: str, texts: dict[str, str], **extra: str) -> Path:
        """A story folder with one article an outlet; `extra` is TOML to add to every article."""
        folder = self.home / title.lower().replace(" ", "-")
        folder.mkdir(exist_ok=True)
        lines = [f'title = "{title}"']
        for outlet, text in texts.items():
            file = outlet.lower().replace(" ", "-") + ".txt"
            (folder / file).write_bytes(text.encode())
            lines += [
                "[[articles]]",
                f'file = "{file}"',
                f'outlet = "{outlet}"',
                f'url = "{address(outlet)}"',
            ]
            lines += [f"{key} = {value}" for key, value in extra.items()]
        (folder / "story.toml").write_text("\n".join(lines), "utf-8")
        return folder


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Makes story folders in a place of their own."""
    home = tmp_path / "stories"
    home.mkdir()
    return Folders(home)


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What a host keeps beside a base that is no file goes with the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Applications and engines share what they compile."""
    with pytest.MonkeyPatch.context() as patch:
        share_what_is_compiled(patch)
        yield


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Cluster]:
    """A PostgreSQL for the tests of this process, started when the first of them wants it."""
    cluster = Cluster()
    yield cluster
    cluster.stop()


@pytest.fixture(scope="session")
def empty_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with all tables and nothing in them, to be copied."""
    return migrated(f"sqlite:///{tmp_path_factory.mktemp('empty') / 'facts.sqlite3'}")


@pytest.fixture(scope="session")
def empty_database(postgresql: Cluster) -> str:
    """The same as a database of PostgreSQL."""
    name = postgresql.create()
    migrated(postgresql.url(name))
    return name


@pytest.fixture(scope="session")
def ferry_base(empty_base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy with the ferry story in it, to be copied as well: reading it anew takes longer than most tests."""
    home = tmp_path_factory.mktemp("ferry")
    file = Path(shutil.copy(empty_base, home / "facts.sqlite3"))
    tell_of_the_ferry(f"sqlite:///{file}", home)
    return file


@pytest.fixture(scope="session")
def ferry_database(postgresql: Cluster, empty_database: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The same as a database of PostgreSQL."""
    name = postgresql.create(empty_database)
    tell_of_the_ferry(postgresql.url(name), tmp_path_factory.mktemp("ferry"))
    return name


def tell_of_the_ferry(url: str, home: Path) -> None:
    """Ingest the ferry story."""
    engine = open_engine(url)
    ingest_paths(engine, [ferry_folder(Folders(home))], lambda *_: None)
    engine.dispose()


def ferry_folder(folders: Folders) -> Path:
    """The ferry story, written down."""
    return folders.story("Ferry", FERRY, published="2031-03-04")


def migrated(url: str) -> Path:
    """Make a base's tables; its file, if it is one."""
    engine = open_engine(url)
    migrate(engine)
    engine.dispose()
    return Path(engine.url.database or "")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what needs a base on both databases; on that alone which a test's mark names."""
    marked = (mark.args[0] for mark in metafunc.definition.iter_markers("parametrize"))
    if "database_url" in metafunc.fixturenames and "database_url" not in marked:
        metafunc.parametrize("database_url", BOTH, indirect=True)


@pytest.fixture
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A base: without tables, as an SQLite file is that is not there yet, unless the test asks for `engine` too; with
    the ferry story if it asks for `ferry`."""
    asked = request.fixturenames
    holds = "ferry" if "ferry" in asked else "empty" if "engine" in asked else None
    if request.param == "sqlite":
        file = tmp_path / "facts.sqlite3"
        if holds:
            shutil.copy(request.getfixturevalue(f"{holds}_base"), file)
        yield f"sqlite:///{file}"
        return
    cluster = request.getfixturevalue("postgresql")
    name = cluster.create(request.getfixturevalue(f"{holds}_database")) if holds else cluster.create()
    yield cluster.url(name)
    cluster.drop(name)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A base with all tables and nothing in them."""
    engine = open_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session for reading the base."""
    with reading(engine) as session:
        yield session


Ingest = Callable[..., list[Outcome]]


@pytest.fixture
def ingest(engine: Engine) -> Ingest:
    """Ingests folders into the base and gives the outcomes."""

    def ingest(*paths: Path) -> list[Outcome]:
        outcomes: list[Outcome] = []
        ingest_paths(engine, paths, lambda outcome, _: outcomes.append(outcome))
        return outcomes

    return ingest


@pytest.fixture
def ferry(folders: Folders, database_url: str) -> Path:  # noqa: ARG001
    """The ferry story's folder, which is in the base."""
    return ferry_folder(folders)


@pytest.fixture
def client(database_url: str, engine: Engine) -> Iterator[FlaskClient]:  # noqa: ARG001
    """Requests to an application on the base."""
    app = create_app(Settings(database_url))
    with app.test_client() as client:
        yield client
    app.extensions["secondsource.base"].dispose()


@pytest.fixture
def token(engine: Engine) -> str:
    """A moderator's token."""
    with writing(engine) as session:
        return add_moderator(session, "Ann")


@dataclass
class Program:
    """The command line on a base of its own."""

    environment: dict[str, str]

    def run(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """One command, to its end, in this process: a Python of its own takes a second to start."""
        changed = {name: self.environment.get(name) for name in {*os.environ, *self.environment}}
        done = CliRunner().invoke(main, arguments, env=changed, catch_exceptions=False, prog_name="secondsource")
        result = subprocess.CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr)
        if check:
            result.check_returncode()
        return result

    def process(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The same in a process of its own, as a person or a script starts it."""
        command = [sys.executable, "-m", "secondsource", *arguments]
        return subprocess.run(
            command, env=self.environment, check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL
        )


@pytest.fixture
def program(database_url: str) -> Program:
    """The command line on an empty base."""
    return Program({**os.environ, "SECONDSOURCE_DATABASE_URL": database_url})


@pytest.fixture
def port() -> int:
    """A port that nobody listens on."""
    return free_port()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A real server with the seed stories, over real HTTP."""
    server = Server(tmp_path_factory.mktemp("server"), Forked)
    server.command("ingest", str(SEEDS))
    server.start()
    yield server
    assert server.stop() == 0
