"""What the tests of export and import share: bases to compare, and a base with something of everything."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from tests.conftest import CHEESE, FERRY, Folders

from secondsource.exchanging import Imported, export_lines, import_lines
from secondsource.factbase.migrate import migrate
from secondsource.factbase.models import Action, Base, Claim, Fact, Passage, Relation, Story
from secondsource.factbase.sessions import open_engine, reading, writing
from secondsource.ingesting.ingest import ingest_paths
from secondsource.kinds import Stance
from secondsource.moderating.decisions import decide, undo
from secondsource.moderating.moderators import add_moderator, disable_moderator, find_moderator
from secondsource.moderating.reports import keep_report

SETTLED = {"note": "The harbour’s log says 52.", "source": "https://log.example/p/7"}
DERIVED = {
    "origin",
    "passage",
    "claim",
    "fact",
    "relation",
    "term",
    "ruling",
    "carrier",
    "sketch",
    "clue",
    "derivation",
}
# Whoever moves to another base gets a new token there; the others are this server's passing dealings with somebody.
NOT_EXPORTED = {"token", "answered", "fetched", "arrival", "host_turn", "job", "job_outcome", "readership", "revision"}


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


@pytest.fixture(scope="session")
def full_lines(full_file: Path) -> bytes:
    """That base's export."""
    engine = open_engine(f"sqlite:///{full_file}")
    lines = exported(engine)
    engine.dispose()
    return lines


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An empty base, for tests that leave it so."""
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('empty') / 'facts.sqlite3'}")
    migrate(engine)
    yield engine
    engine.dispose()


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
        ann, bob = (find_moderator(session, name).id for name in ("Ann", "Bob “B.” Ümlaut"))
        decide_everything(session, ann, bob)
        disable_moderator(session, "Bob “B.” Ümlaut")


def decide_everything(session: Session, ann: int, bob: int) -> None:
    """A decision of every action that has a target, some undone, one of them undone again; and a report."""
    pairs = sorted(set(session.scalars(select(Relation.pair_id).where(Relation.stance == Stance.CONFLICTS))))
    ferry, cheese = session.scalars(select(Story).order_by(Story.title.desc()))
    of_ferry = session.scalars(select(Fact).where(Fact.story_id == ferry.id).order_by(Fact.id))
    facts = [fact for fact in of_ferry if len(fact.claims) > 1]
    settled, disputed, hidden, labelled, split, into, merged = (
        (fact.id, fact.claims[0].content) for fact in facts[-1:] + facts[:6]
    )
    claims = sorted(set(session.scalars(select(Claim.content).where(Claim.kind == "quotations"))))
    passage = session.scalars(select(Passage.content).where(~Passage.furniture).order_by(Passage.content)).all()[0]
    article = ferry.articles[0].id
    decide(session, ann, Action.REJECT_RELATION, pairs[0], "A misprint,\nsays the paper: “sorry”.")
    decide(session, bob, Action.CONFIRM_RELATION, pairs[1], "Checked.")
    decide(session, bob, Action.LEAVE_RELATION, pairs[2], "")
    decide(session, ann, Action.SETTLE_FACT, settled[0], "Seen.", SETTLED)
    decide(session, ann, Action.DISPUTE_FACT, disputed[0], "Doubtful.", {"note": "Two papers, two figures."})
    decide(session, ann, Action.LABEL_FACT, labelled[0], "Clearer.", {"label": "What happened", "wording": "It did."})
    taken_back = undo(session, bob, decide(session, ann, Action.HIDE_FACT, hidden[0], "No news.").id, "It is.")
    undo(session, ann, taken_back.id, "It is not.")
    said = "a note", settled[0], "https://coast-daily.example/stories/1?p=2", "Wrong, 😀\nI think."
    decide(session, ann, Action.CLOSE_REPORT, keep_report(session, *said).id, "")
    assert keep_report(session, *said).number == 2, "said again after it was closed"
    decide(session, ann, Action.CORRECT_CLAIM, claims[0], "Misread.", {"value": "as corrected", "start": 0, "end": 5})
    undo(session, ann, decide(session, ann, Action.WITHDRAW_CLAIM, claims[-1], "No claim.").id, "It is one.")
    decide(session, ann, Action.SPLIT_FACT, split[0], "Two things.", {"apart": [split[1]]})
    decide(session, bob, Action.MERGE_FACTS, into[0], "One thing.", {"with": [merged[0]]})
    decide(session, bob, Action.MARK_FURNITURE, passage, "An advertisement.", {"furniture": True})
    decide(session, ann, Action.SET_ORIGIN, article, "It says so below.", {"origin": "North Wire"})
    undo(
        session, ann, decide(session, ann, Action.ASSIGN_ARTICLE, article, "Misplaced.", {"story": cheese.id}).id, "No."
    )
    undo(session, ann, decide(session, ann, Action.MERGE_STORIES, cheese.id, "One.", {"into": ferry.id}).id, "Two.")
    decide(session, bob, Action.SPLIT_STORY, ferry.id, "Two events.", {"articles": [article], "title": "The captain"})
