from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, make_url, select, text, update
from tests.conftest import CHEESE, FERRY, Folders, Ingest, Program, address

from secondsource.factbase.models import Arrival, Version
from secondsource.factbase.sessions import reading, writing
from secondsource.identity import digest
from secondsource.lookup import catch_up, check, following
from secondsource.lookup.index import Index

HERALD = digest("article", address("Northern Herald"))


@pytest.fixture
def folder(database_url: str) -> Path:
    return following.folder_of(make_url(database_url))


@pytest.fixture
def followed(engine: Engine, folders: Folders, ingest: Ingest) -> None:
    """Two stories, and an index that has them."""
    ingest(folders.story("Ferry", FERRY), folders.story("Cheese", CHEESE))
    catch_up(engine)


def worded(engine: Engine, words: str) -> None:
    """The Northern Herald's article has another text."""
    with writing(engine) as session:
        session.execute(update(Version).values(current=False).where(Version.article_id == HERALD))
        session.execute(
            text("INSERT INTO version VALUES ('v', :article, 'v', :text, '2031-03-05', true)"),
            {"article": HERALD, "text": words},
        )


def add(folder: Path, passages: Collection[tuple[int, set[int]]] = (), gone: Collection[int] = ()) -> None:
    """Put something into the index that is not so."""
    index = Index(folder)
    with index.writing():
        index.add(passages, index.state.number, index.state.version, gone)


def number_of(engine: Engine, article_id: str) -> int:
    with reading(engine) as session:
        query = select(func.max(Arrival.number)).join(Version).where(Version.article_id == article_id)
        return session.scalar(query) or 0


@pytest.mark.usefixtures("followed")
def test_an_index_that_follows_its_base_is_sound(engine: Engine) -> None:
    assert check(engine) == []


@pytest.mark.usefixtures("followed")
@pytest.mark.parametrize("words", ["The Brannoc is afloat again.", "Gouda was weighed twice.", "— … —"])
def test_so_is_one_that_has_not_come_to_a_new_text_and_then_has(engine: Engine, words: str) -> None:
    worded(engine, words)
    assert check(engine) == []
    catch_up(engine)
    assert check(engine) == []


@pytest.mark.usefixtures("followed")
def test_so_is_one_whose_texts_came_back(engine: Engine) -> None:
    with writing(engine) as session:
        for current in (False, True):
            session.execute(update(Version).values(current=current).where(Version.article_id == HERALD))
    assert check(engine) == []
    catch_up(engine)
    assert check(engine) == []


def test_so_is_none_and_it_is_not_made(engine: Engine, folders: Folders, ingest: Ingest, folder: Path) -> None:
    ingest(folders.story("Ferry", FERRY))
    assert check(engine) == []
    assert not folder.exists()


@pytest.mark.usefixtures("followed")
def test_a_version_that_it_lacks_is_a_complaint(engine: Engine, folder: Path) -> None:
    add(folder, gone=[number_of(engine, HERALD)])
    assert check(engine) == [
        f"1 versions are not found by their words: delete the folder {folder} and restart the server: it is made anew",
    ]


@pytest.mark.usefixtures("followed")
@pytest.mark.parametrize("number", [0, 999])
def test_passages_of_no_version_are_a_complaint(engine: Engine, folder: Path, number: int) -> None:
    add(folder, [(number, {1, 2})])
    (complaint,) = check(engine)
    assert complaint.startswith("1 versions that were replaced are still found by their words")


@pytest.mark.usefixtures("followed")
def test_a_version_that_nothing_noted_as_replaced_is_a_complaint(engine: Engine) -> None:
    with writing(engine) as session:
        session.execute(update(Version).values(current=False).where(Version.article_id == HERALD))
    (complaint,) = check(engine)
    assert complaint.startswith("1 versions that were replaced are still found by their words")


@pytest.mark.usefixtures("followed")
@pytest.mark.parametrize("damaged", ["*.segment", "manifest.json"])
def test_one_that_cannot_be_used_is_sound_for_it_is_made_anew(engine: Engine, folder: Path, damaged: str) -> None:
    for file in folder.glob(damaged):
        file.unlink()
        file.write_bytes(b"")
    assert check(engine) == []


@pytest.mark.usefixtures("followed")
def test_the_command_looks_at_the_index_too(engine: Engine, program: Program, folder: Path) -> None:
    program.run("check")
    add(folder, gone=[number_of(engine, HERALD)])
    result = program.run("check", check=False)
    assert result.returncode == 1
    assert "not found by their words" in result.stderr
