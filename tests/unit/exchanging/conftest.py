"""What the tests of export and import share: bases to compare, and a base with something of everything."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select
from tests.conftest import CHEESE, FERRY, Folders

from secondsource.exchanging import Imported, export_lines, import_lines
from secondsource.factbase.migrate import migrate
from secondsource.factbase.models import Action, Base, Fact, Moderator, Relation
from secondsource.factbase.sessions import open_engine, reading, writing
from secondsource.ingesting import ingest_paths
from secondsource.kinds import Stance
from secondsource.moderating.decisions import decide, undo
from secondsource.moderating.moderators import add_moderator, disable_moderator
from secondsource.moderating.reports import keep_report

DERIVED = {"origin", "passage", "claim", "fact", "relation", "term", "ruling", "carrier"}
NOT_EXPORTED = {"token", "answered"}  # whoever moves to another base gets a new token there


def exported(engine: Engine) -> bytes:
    """A base's whole export."""
    with reading(engine) as session:
        return b"".join(export_lines(session))


def imported(engine: Engine, lines: bytes) -> Imported:
    """The lines imported into a base."""
    return import_lines(engine, io.BytesIO(lines), lambda _: None)


def rows(engine: Engine, *tables: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the derived tables, or of those that are named, in an order that does not hang on the base's."""
    with engine.connect() as connection:
        return {
            name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for name, table in Base.metadata.tables.items()
            if name in (tables or DERIVED)
        }


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Callable[[], Engine]]:
    """Makes more bases, all empty."""
    engines: list[Engine] = []

    def make() -> Engine:
        engine = open_engine(f"sqlite:///{tmp_path / f'other{len(engines)}.sqlite3'}")
        engines.append(engine)
        migrate(engine)
        return engine

    yield make
    for engine in engines:
        engine.dispose()


@pytest.fixture(scope="session")
def full_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base's file with two stories, an article in two versions, decisions, undos, moderators and a report."""
    home = tmp_path_factory.mktemp("full")
    engine = open_engine(f"sqlite:///{home / 'facts.sqlite3'}")
    migrate(engine)
    fill(engine, Folders(home))
    engine.dispose()
    return home / "facts.sqlite3"


@pytest.fixture
def full(full_file: Path, tmp_path: Path) -> Iterator[Engine]:
    """That base, for a test alone."""
    shutil.copy(full_file, tmp_path / "full.sqlite3")
    engine = open_engine(f"sqlite:///{tmp_path / 'full.sqlite3'}")
    yield engine
    engine.dispose()


def fill(engine: Engine, folders: Folders) -> None:
    """Ingest, decide, undo, report."""
    for folder in (
        folders.story("Ferry", FERRY, published="2031-03-04T18:00:00-05:00"),
        folders.story("Cheese", CHEESE, published="2031-05-06", origin='"Dairy World"'),
    ):
        ingest_paths(engine, [folder], lambda *_: None)
    newer = FERRY | {"Isle Post": FERRY["Isle Post"].replace("19", "20")}
    ingest_paths(engine, [folders.story("Ferry", newer)], lambda *_: None)
    with writing(engine) as session:
        add_moderator(session, "Ann")
        add_moderator(session, "Bob “B.” Ümlaut")
        disable_moderator(session, "Bob “B.” Ümlaut")
    with writing(engine) as session:
        ann, bob = session.scalars(select(Moderator.id).order_by(Moderator.name))
        pairs = session.scalars(
            select(Relation.pair_id).where(Relation.stance == Stance.CONFLICTS).order_by(Relation.pair_id)
        ).all()
        assert len(set(pairs)) > 1
        fact = session.scalars(select(Fact).order_by(Fact.id)).all()[-1]
        report, label = fact.id, fact.label
        decide(session, ann, Action.REJECT_RELATION, pairs[0], "A misprint,\nsays the paper: “sorry”.")
        decide(session, bob, Action.CONFIRM_RELATION, pairs[-1], "Checked.")
        hidden = decide(session, ann, Action.HIDE_FACT, report, f"{label} is no news.")
        taken_back = undo(session, bob, hidden.id, "It is.")
        undo(session, ann, taken_back.id, "It is not.")
        keep_report(session, "a note", report, "https://coast-daily.example/stories/1?p=2", "Wrong, 😀\nI think.")
