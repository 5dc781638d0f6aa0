from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, func, make_url, select, text, update
from sqlalchemy.orm import Session
from tests.conftest import CHEESE, FERRY, Folders, Ingest, address

from secondsource.factbase.migrate import alembic_config, migrate
from secondsource.factbase.models import Arrival, Article, Passage, Version
from secondsource.factbase.sessions import open_engine, reading, writing
from secondsource.identity import digest
from secondsource.lookup import candidates, catch_up, following, searching
from secondsource.lookup.index import FACTOR, MANIFEST, Index

EDITS = 8
HERALD = digest("article", address("Northern Herald"))


def found(engine: Engine, text: str) -> list[str]:
    """The outlets of the candidates for a text."""
    with reading(engine) as session:
        articles = [candidate.article_id for candidate in candidates(session, text)]
        return [session.get_one(Article, article).outlet.name for article in articles]


@pytest.fixture
def folder(database_url: str) -> Path:
    return following.folder_of(make_url(database_url))


@pytest.fixture
def two_stories(folders: Folders, ingest: Ingest) -> None:
    ingest(folders.story("Ferry", FERRY), folders.story("Cheese", CHEESE))


@pytest.fixture
def again(database_url: str) -> Iterator[Callable[[], Engine]]:
    """The base as another process finds it: nothing of the index in memory."""
    engines: list[Engine] = []

    def opened() -> Engine:
        engines.append(open_engine(database_url))
        return engines[-1]

    yield opened
    for engine in engines:
        engine.dispose()


@pytest.mark.usefixtures("two_stories")
def test_the_articles_that_share_the_rarest_words_come_first(engine: Engine) -> None:
    assert found(engine, FERRY["Isle Post"])[0] == "Isle Post"
    assert set(found(engine, "The Golden Curd went to Oostveen.")[:2]) == set(CHEESE)
    assert found(engine, "Zanzibar") == []
    assert found(engine, "") == []


def test_what_arrives_is_found_at_once_and_what_was_replaced_no_more(
    engine: Engine, folders: Folders, ingest: Ingest
) -> None:
    assert found(engine, "Lindqvist") == []
    ingest(folders.story("Ferry", FERRY))
    assert set(found(engine, "Lindqvist")) == set(FERRY)
    ingest(folders.story("Ferry", {**FERRY, "Isle Post": "The lifeboat stayed at home."}))
    assert set(found(engine, "Lindqvist")) == {"Northern Herald", "Coast Daily"}
    assert found(engine, "Who stayed at home?")[0] == "Isle Post"
    ingest(folders.story("Ferry", FERRY))
    assert set(found(engine, "Lindqvist")) == set(FERRY)


def test_however_often_an_article_is_edited_others_are_found_beside_it_and_its_old_texts_leave(
    engine: Engine, folders: Folders, ingest: Ingest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "CLOSEST", 4)
    for number in range(EDITS):
        ingest(folders.story("Ferry", {**FERRY, "Isle Post": f"The ferry Brannoc ran aground, edit {number}."}))
        assert "Isle Post" in found(engine, f"edit {number}")
    assert set(found(engine, "The ferry Brannoc ran aground.")) == set(FERRY)
    catch_up(engine)
    with reading(engine) as session:
        current = session.scalar(
            select(func.count()).select_from(Passage).where(Passage.furniture.is_(False))  # only of current texts
        )
    state = following.index_of(engine).state
    assert sum(part.passages for part in state.parts) <= (current or 0) * FACTOR / (FACTOR - 1)
    ingest(folders.story("Ferry", {**FERRY, "Isle Post": "The ferry Brannoc ran aground, edit 0."}))
    assert "Isle Post" in found(engine, "edit 0")
    assert "Isle Post" in found(engine, f"edit {EDITS}")


def corrected(engine: Engine, words: str, number: int, article: str = HERALD) -> None:
    """Another version of an article is its current one."""
    with writing(engine) as session:
        session.execute(update(Version).values(current=False).where(Version.article_id == article))
        session.execute(
            text("INSERT INTO version VALUES (:id, :article, :id, :text, '2031-03-05', true)"),
            {"id": f"v{number}", "article": article, "text": words},
        )


def back_and_forth(engine: Engine) -> None:
    """The earlier of an article's two versions comes back, then the later."""
    with writing(engine) as session:
        versions = session.scalars(select(Version).where(Version.article_id == HERALD).order_by(Version.current)).all()
        assert [version.current for version in versions] == [False, True]
        for current in (versions[0].id, versions[1].id):
            session.execute(update(Version).values(current=False).where(Version.article_id == HERALD))
            session.execute(update(Version).values(current=True).where(Version.id == current))


@pytest.mark.usefixtures("two_stories")
def test_however_often_a_text_comes_back_unseen_it_leaves_no_copies_that_hide_other_articles(
    engine: Engine, folder: Path, again: Callable[[], Engine], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "CLOSEST", 4)
    words = "Saint Brannoc, Port Ellery."
    corrected(engine, words, 0)
    catch_up(engine)
    for number in range(1, EDITS):
        back_and_forth(engine)
        corrected(engine, f"Gouda, edit {number}.", number, digest("article", address("Dairy World")))
        catch_up(engine)
    assert set(found(engine, words)) == set(FERRY)
    passages = sum(part.passages for part in following.index_of(engine).state.parts)
    _gone(folder)
    assert set(found(again(), words)) == set(FERRY)
    current = sum(part.passages for part in following.Index(folder).look_again().parts)
    assert passages <= current * FACTOR / (FACTOR - 1)


@pytest.mark.usefixtures("two_stories")
def test_when_the_newest_text_goes_and_comes_back_the_index_is_not_made_anew(engine: Engine) -> None:
    catch_up(engine)
    corrected(engine, "Saint Brannoc, Port Ellery.", 0)
    catch_up(engine)
    index = following.index_of(engine)
    largest, number = index.state.parts[0], index.state.number
    back_and_forth(engine)
    catch_up(engine)
    assert index.state.parts[0] == largest
    assert index.state.number == number + 2
    assert index.state.version == "v0"


@pytest.mark.usefixtures("two_stories")
def test_a_text_that_comes_back_is_found_once_however_little_is_taken_in_at_a_time(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = found(engine, FERRY["Northern Herald"])
    monkeypatch.setattr(following, "IN_A_REQUEST", 1)
    for _ in range(EDITS):
        with writing(engine) as session:
            for current in (False, True):
                session.execute(update(Version).values(current=current).where(Version.article_id == HERALD))
    for _ in range(EDITS + 1):
        assert found(engine, FERRY["Northern Herald"]) == expected
    with reading(engine) as session:
        assert following.is_up_to_date(session)


@pytest.mark.usefixtures("two_stories")
def test_the_index_is_kept_and_not_made_again(engine: Engine, again: Callable[[], Engine], folder: Path) -> None:
    expected = found(engine, FERRY["Coast Daily"])
    files = {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}
    assert found(again(), FERRY["Coast Daily"]) == expected
    assert {file.name: file.stat().st_mtime_ns for file in folder.iterdir()} == files


def _gone(folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()


def _no_segments(folder: Path) -> None:
    for file in folder.glob("*.segment"):
        file.unlink()


def _flipped(folder: Path) -> None:
    for file in folder.glob("*.segment"):
        whole = bytearray(file.read_bytes())
        whole[len(whole) // 2] ^= 1
        file.unlink()
        file.write_bytes(whole)


def _cut(folder: Path) -> None:
    for file in folder.glob("*.segment"):
        whole = file.read_bytes()
        file.unlink()
        file.write_bytes(whole[:-4])


def _no_json(folder: Path) -> None:
    (folder / MANIFEST).write_bytes(b"\xff{")


def _another_layout(folder: Path) -> None:
    kept = json.loads((folder / MANIFEST).read_text())
    (folder / MANIFEST).write_text(json.dumps(kept | {"layout": 0}))


def _edited(folder: Path) -> None:
    kept = json.loads((folder / MANIFEST).read_text())
    kept["state"]["parts"] = []
    (folder / MANIFEST).write_text(json.dumps(kept))


@pytest.mark.usefixtures("two_stories")
@pytest.mark.parametrize("damage", [_gone, _no_segments, _flipped, _cut, _no_json, _another_layout, _edited])
def test_an_index_that_cannot_be_used_is_made_anew(
    engine: Engine, again: Callable[[], Engine], folder: Path, damage: Callable[[Path], None]
) -> None:
    expected = found(engine, FERRY["Coast Daily"])
    damage(folder)
    assert found(again(), FERRY["Coast Daily"]) == expected
    assert len(list(folder.glob("*.segment"))) == 1, "what is not used stays"


def test_an_index_of_another_base_at_the_same_address_is_made_anew(
    database_url: str, folders: Folders, tmp_path: Path, folder: Path
) -> None:
    from secondsource.ingesting.ingest import ingest_paths

    for title, texts in (("Ferry", FERRY), ("Cheese", CHEESE)):
        engine = open_engine(database_url)
        migrate(engine)
        ingest_paths(engine, [folders.story(title, texts)], lambda _outcome, _total: None)
        assert set(found(engine, " ".join(texts.values()))) == set(texts)
        if engine.dialect.name == "postgresql":
            with engine.begin() as connection:
                connection.execute(text("DROP SCHEMA public CASCADE"))
                connection.execute(text("CREATE SCHEMA public"))
        engine.dispose()
        for file in tmp_path.glob("facts.sqlite3*"):
            if file.is_file():
                file.unlink()
        assert folder.is_dir()


@pytest.mark.usefixtures("two_stories")
def test_what_a_transaction_may_still_throw_away_is_not_taken_in(engine: Engine, again: Callable[[], Engine]) -> None:
    class ThrownAwayError(Exception):
        pass

    def write(session: Session, number: int) -> None:
        session.execute(
            text("INSERT INTO version VALUES (:id, :article, :id, 'Zanzibar again', '2031-03-04', false)"),
            {"id": f"v{number}", "article": HERALD},
        )

    def fail() -> None:
        with writing(engine) as session:
            write(session, 1)
            assert candidates(session, FERRY["Northern Herald"])[0].article_id == HERALD
            raise ThrownAwayError

    with pytest.raises(ThrownAwayError):
        fail()
    with reading(engine) as session:
        last = session.scalars(select(Arrival.number).order_by(Arrival.number.desc())).first()
    index = following.index_of(engine)
    assert index.state.number == last
    with writing(engine) as session:
        write(session, 2)
    found(again(), "Zanzibar")
    assert index.look_again().version == "v2"


@pytest.mark.usefixtures("two_stories")
def test_a_request_takes_in_a_bounded_part_and_the_next_ones_the_rest(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "IN_A_REQUEST", 2)
    everything = " ".join((*FERRY.values(), *CHEESE.values()))
    assert [len(found(engine, everything)) for _ in range(4)] == [2, 4, 5, 5]


@pytest.mark.usefixtures("two_stories")
def test_catching_up_leaves_few_segments_that_find_the_same(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "IN_A_REQUEST", 1)
    monkeypatch.setattr(following, "MERGED_AT_ONCE", 0)
    index = following.index_of(engine)
    for _ in range(5):
        expected = found(engine, FERRY["Coast Daily"])
    assert len(index.state.parts) == 5
    catch_up(engine)
    sizes = [part.passages for part in index.state.parts]
    assert all(one > FACTOR * other for one, other in pairwise(sizes))
    assert found(engine, FERRY["Coast Daily"]) == expected


def test_requests_alone_keep_segments_few(engine: Engine, folders: Folders, ingest: Ingest) -> None:
    for number in range(20):
        ingest(folders.story(f"Story {number}", {f"Outlet {number}": f"Nobody expected the {number}th ferry.\n"}))
        assert f"Outlet {number}" in found(engine, f"What of the {number}th?")
    assert len(following.index_of(engine).state.parts) <= 3


@pytest.mark.usefixtures("two_stories")
def test_files_that_a_killed_writer_left_are_removed_by_the_next(engine: Engine, folder: Path) -> None:
    found(engine, "ferry")
    (folder / "half.segment").write_bytes(b"2ndSrc")
    (folder / "half.new").write_bytes(b"{")
    catch_up(engine)
    with following.index_of(engine).writing() as alone:
        assert alone
        following.index_of(engine).start_anew()
    assert {file.name for file in folder.iterdir()} <= {MANIFEST, "lock"}


READER = """
import sys
from secondsource.factbase.sessions import open_engine, reading
from secondsource.lookup import candidates, following
following.WAIT_SECONDS = 30  # on a busy machine one would go on without what the other is taking in
engine = open_engine(sys.argv[1])
for line in sys.stdin:
    with reading(engine) as session:
        print(*(candidate.article_id for candidate in candidates(session, line)), flush=True)
"""


def ask(reader: subprocess.Popen[str], words: Iterable[str]) -> None:
    assert reader.stdin
    reader.stdin.write(f"What is {' and '.join(words)}?\n")
    reader.stdin.flush()


def answer(reader: subprocess.Popen[str]) -> list[str]:
    assert reader.stdout
    return reader.stdout.readline().split()


def test_processes_that_read_while_another_writes_and_merges_see_every_article(
    database_url: str, engine: Engine, folders: Folders, ingest: Ingest
) -> None:
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", READER, database_url], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    try:
        articles: dict[str, str] = {}
        for number in range(12):
            outlet, word = f"Outlet {number}", f"zz{'abcdefghijkl'[number] * 3}"
            articles[word] = digest("article", address(outlet))
            ingest(folders.story(f"Story {number}", {outlet: f"Nobody had heard of {word} before.\n"}))
            for reader in readers:
                ask(reader, articles)
            if number % 3 == 2:
                catch_up(engine)
            for reader in readers:
                assert sorted(answer(reader)) == sorted(articles.values())
    finally:
        for reader in readers:
            reader.communicate(timeout=60)
    assert [reader.returncode for reader in readers] == [0, 0]


def test_an_index_that_nobody_may_write_is_read_as_it_is(
    engine: Engine, folders: Folders, ingest: Ingest, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(folders.story("Ferry", FERRY))
    assert "Isle Post" in found(engine, "lifeboat")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Index, "add", full)
    ingest(folders.story("Cheese", CHEESE))
    assert found(engine, "Gouda") == []
    assert "Isle Post" in found(engine, "lifeboat")


def test_versions_that_were_there_before_are_numbered_in_the_order_in_which_they_came(database_url: str) -> None:
    engine = open_engine(database_url)
    config = alembic_config()
    with writing(engine) as session:
        config.attributes["connection"] = session.connection()
        command.upgrade(config, "0004")
        for statement in (
            "INSERT INTO story (id, title, created_at) VALUES ('s', 'S', '2031-03-04')",
            "INSERT INTO outlet (id, name, domains) VALUES ('o', 'O', '[]')",
            "INSERT INTO article (id, story_id, outlet_id, url, url_key, added_at)"
            " VALUES ('a', 's', 'o', 'u', 'k', '2031-03-04')",
            "INSERT INTO version VALUES ('v1', 'a', 'x', 'Later words', '2031-03-05', true)",
            "INSERT INTO version VALUES ('v2', 'a', 'y', 'Earlier words', '2031-03-04', false)",
        ):
            session.execute(text(statement))
    migrate(engine)
    with reading(engine) as session:
        assert session.scalars(select(Arrival.version_id).order_by(Arrival.number)).all() == ["v2", "v1"]
    engine.dispose()
