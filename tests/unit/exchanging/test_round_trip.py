from __future__ import annotations

import hashlib
import io
import json
import tracemalloc
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, insert, select
from tests.conftest import CHEESE, FERRY, Folders, Ingest
from tests.postgresql import ONLY_POSTGRESQL
from tests.unit.exchanging.conftest import DERIVED, NOT_EXPORTED, exported, imported, rows

from secondsource.exchanging import export_lines, import_lines
from secondsource.exchanging.jsonl import read, written
from secondsource.exchanging.lines import LINES
from secondsource.factbase.checking import check
from secondsource.factbase.models import Action, Article, Base, Decision, Moderator, Story, Token, Version
from secondsource.factbase.moments import now
from secondsource.factbase.sessions import reading, writing
from secondsource.identity import digest
from secondsource.ingesting.ingest import ingest_paths, rebuild
from secondsource.moderating.actions import ACTIONS
from secondsource.moderating.decisions import undo
from secondsource.moderating.moderators import COMMAND_LINE

Other = Callable[[], Engine]
STORED = set(Base.metadata.tables) - DERIVED - NOT_EXPORTED
# Columns that a line has under another name, or that are not to be found in a line because they follow from the rest.
ELSEWHERE = {
    ("article", "url_key"),
    ("article", "given_story_id"),
    ("article", "published_at"),
    ("article", "published_offset"),
    ("moderator", "id"),
    ("decision", "number"),
    ("decision", "moderator_id"),
    ("decision_content", "decision_id"),
    ("decision_content", "content"),
    ("report", "number"),
}


def test_everything_that_is_stored_is_in_a_line() -> None:
    for table in STORED:
        line = LINES.get(table)
        for column in Base.metadata.tables[table].columns:
            if (table, column.name) not in ELSEWHERE:
                assert line is not None, table
                assert column.name in line.fields, f"{table}.{column.name} would be lost"


def test_a_round_trip_gives_the_same_facts_and_ids_and_the_same_export(full: Engine, other: Other) -> None:
    lines = exported(full)
    taken = {line["action"] for line in map(json.loads, lines.splitlines()) if line["type"] == "decision"}
    assert taken >= {*ACTIONS, Action.UNDO, Action.ADD_MODERATOR, Action.DISABLE_MODERATOR}
    back = other()
    imported(back, lines)
    assert {table: len(found) for table, found in rows(back).items() if found}.keys() == DERIVED
    assert rows(back) == rows(full)
    assert exported(back) == lines
    assert check(back) == []


@ONLY_POSTGRESQL
def test_it_goes_over_the_other_database_and_back(full: Engine, engine: Engine, other: Other) -> None:
    lines = exported(full)
    imported(engine, lines)
    assert check(engine) == []
    assert exported(engine) == lines
    back = other()
    imported(back, exported(engine))
    assert rows(back) == rows(full)


def test_a_rebuild_after_it_changes_nothing(full: Engine, other: Other) -> None:
    back = other()
    imported(back, exported(full))
    before = rows(back)
    rebuild(back, lambda _: None)
    assert rows(back) == before


def test_importing_again_doubles_nothing_and_derives_nothing(full: Engine) -> None:
    lines, before = exported(full), rows(full, *Base.metadata.tables)
    told: list[str] = []
    again = import_lines(full, io.BytesIO(lines), told.append)
    assert sum(again.new.values()) == 0
    assert again.seen["version"] == 6
    assert told == []
    assert rows(full, *Base.metadata.tables) == before


def test_no_token_leaves_the_base_and_none_comes_with_a_moderator(full: Engine, other: Other) -> None:
    lines = exported(full)
    with reading(full) as session:
        for token in session.scalars(select(Token)):
            assert token.sha256.encode() not in lines
    assert b"ss_" not in lines
    back = other()
    imported(back, lines)
    with reading(back) as session:
        assert session.scalars(select(Token)).all() == []
        names = session.scalars(select(Moderator.name).order_by(Moderator.name)).all()
        assert names == ["Ann", "Bob “B.” Ümlaut", COMMAND_LINE]


def test_two_bases_come_together(full: Engine, other: Other, folders: Folders) -> None:
    theirs = other()
    newer = FERRY | {"Isle Post": FERRY["Isle Post"].replace("19", "21"), "Harbour Sheet": FERRY["Coast Daily"]}
    ingest_paths(theirs, [folders.story("Ferry", newer)], lambda *_: None)
    ours = exported(full)
    imported(full, exported(theirs))
    imported(theirs, ours)
    assert check(full) == check(theirs) == []
    for engine in (full, theirs):
        with reading(engine) as session:
            (isle,) = session.scalars(select(Article).where(Article.url.contains("isle-post"))).all()
            assert len(isle.versions) == 3
            assert "21" in isle.current.text, "the text seen last is current in both"
    assert len(rows(full, "version")["version"]) == 8
    for table in DERIVED:
        assert rows(full, table) == rows(theirs, table)


def test_what_the_base_has_stays_as_it_is_there(full: Engine, other: Other) -> None:
    lines = exported(full)
    back = other()
    imported(back, lines)
    with writing(back) as session:
        session.scalars(select(Moderator).where(Moderator.name == "Ann")).one().disabled_at = now()
        session.scalars(select(Article).limit(1)).one().title = "As we call it"
    changed = rows(back, "moderator", "article")
    imported(back, lines)
    assert rows(back, "moderator", "article") == changed


def test_a_decision_taken_here_after_an_export_outlives_its_import(full: Engine) -> None:
    lines = exported(full)
    with writing(full) as session:
        last = session.scalars(select(Decision).where(Decision.action == Action.SPLIT_STORY)).one()
        undo(session, last.moderator_id, last.id, "Once more.")
    before = rows(full, "decision", "ruling")
    imported(full, lines)
    assert rows(full, "decision", "ruling") == before


def test_a_move_into_a_story_that_is_nowhere_moves_nothing(full: Engine, other: Other) -> None:
    lines = [json.loads(line) for line in exported(full).splitlines()]
    for line in lines:
        if line["type"] == "decision" and line["action"] == "split_story":
            line |= {"action": "assign_article", "target": line["change"]["articles"][0], "change": {"story": "0" * 20}}
    back = other()
    imported(back, b"".join(json.dumps(line).encode() + b"\n" for line in lines))
    assert check(back) == []
    with reading(back) as session:
        assert set(session.scalars(select(Story.title))) == {"Ferry", "Cheese"}


def test_an_article_that_the_base_has_in_another_story_stays_there(engine: Engine, other: Other, folders: Folders,
                                                                   ingest: Ingest) -> None:  # fmt: skip
    ingest(folders.story("Ferry", FERRY))
    theirs = other()
    ingest_paths(theirs, [folders.story("The ferry", FERRY)], lambda *_: None)
    imported(engine, exported(theirs))
    with reading(engine) as session:
        assert session.scalars(select(Story.title)).all() == ["Ferry"]
    assert check(engine) == []


def test_an_old_text_that_is_current_again_is_so_after_the_round_trip(
    engine: Engine, other: Other, folders: Folders, ingest: Ingest
) -> None:
    for words in ("52", "53", "52"):
        ingest(folders.story("Ferry", {"Isle Post": FERRY["Isle Post"].replace("52", words)}))
    back = other()
    imported(back, exported(engine))
    assert rows(back, "version") == rows(engine, "version")
    with reading(back) as session:
        assert "52" in session.scalars(select(Article)).one().current.text


printable = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)
offsets = st.timedeltas(timedelta(hours=-14), timedelta(hours=14)).map(
    lambda found: timezone(timedelta(minutes=found // timedelta(minutes=1)))
)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
moments = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=offsets)


@given(
    published=st.none() | days | moments,
    title=st.none() | printable,
    origin=st.none() | printable,
    at=moments,
    named=st.booleans(),
)
def test_any_article_comes_back_as_it_was_written(
    published: date | None, title: str | None, origin: str | None, at: datetime, named: bool
) -> None:
    fields = {
        "id": "0" * 20, "story_id": "1" * 20, "named": named, "outlet_id": "2" * 20, "url": "https://a.example/é",
        "title": title, "declared_origin": origin, "published": published, "added_at": at,
    }  # fmt: skip
    kind, back = read(written("article", fields))
    assert (kind, back) == ("article", fields)
    assert str(back["published"]) == str(published)


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_any_text_comes_back_code_point_for_code_point(text: str) -> None:
    fields = {
        "id": "0" * 20, "article_id": "1" * 20, "sha256": "f" * 64, "text": text, "seen_at": now(), "current": True
    }  # fmt: skip
    line = written("version", fields)
    assert line.count(b"\n") == 1, "one line, whatever the text holds"
    assert read(line) == ("version", fields)


def test_neither_way_holds_all_texts_in_memory(
    engine: Engine, other: Other, folders: Folders, ingest: Ingest, tmp_path: Path
) -> None:
    ingest(folders.story("Cheese", CHEESE))
    with writing(engine) as session:
        article = session.scalars(select(Article).limit(1)).one().id
        for number in range(60):
            text = f"{number} boats were grey.\n" + "The boat was grey. " * 20_000
            sha256 = hashlib.sha256(text.encode()).hexdigest()
            identity = digest("version", article, sha256)
            session.execute(
                insert(Version),
                {
                    "id": identity,
                    "article_id": article,
                    "sha256": sha256,
                    "text": text,
                    "seen_at": now(),
                    "current": False,
                },
            )
    back, file = other(), tmp_path / "export.jsonl"
    tracemalloc.start()
    with reading(engine) as session, file.open("wb") as out:
        out.writelines(export_lines(session))
    with file.open("rb") as lines:
        import_lines(back, lines, lambda _: None)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert file.stat().st_size > 20_000_000
    assert most < 12_000_000
    assert rows(back) == rows(engine)
