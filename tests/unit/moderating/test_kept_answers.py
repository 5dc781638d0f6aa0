"""An answer is given again as long as nothing has changed, and never afterwards, whoever changes it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Engine, event, insert, select
from tests.conftest import CHEESE, FERRY, Folders, address
from tests.postgresql import ONLY_POSTGRESQL
from tests.unit.moderating.conftest import COAST, Desk
from tests.waiting import until

from secondsource.annotating import Answer, Page, answers, comparing
from secondsource.annotating.line import AT_ONCE, places
from secondsource.factbase.models import Action, Article, Derivation, Revision, Story, Version
from secondsource.factbase.moments import now
from secondsource.factbase.sessions import open_engine, reading, writing
from secondsource.ingesting.ingest import ingest_paths
from secondsource.lookup import catch_up, following

READERS = 4
SOON = 60  # seconds: far more than an answer that waits for nobody takes

pytestmark = pytest.mark.usefixtures("ferry", "token")


@pytest.fixture
def elsewhere(database_url: str) -> Iterator[Desk]:
    """A desk of another process, as far as a base can tell."""
    engine = open_engine(database_url)
    yield Desk(engine)
    engine.dispose()


def test_an_answer_is_given_again_until_somebody_decides(desk: Desk, elsewhere: Desk) -> None:
    before = desk.read()
    assert desk.read() is before
    fact = desk.fact()
    hidden = elsewhere.decide(Action.HIDE_FACT, fact)
    assert fact not in {note.fact.id for note in desk.read().annotations}
    elsewhere.undo(hidden)
    assert desk.read() is not before
    assert desk.read() == before
    elsewhere.decide(Action.LABEL_FACT, fact, label="How old the captain is")
    assert "How old the captain is" in {note.fact.label for note in desk.read().annotations}


def test_many_who_open_a_page_at_once_have_its_answer_worked_out_once(desk: Desk) -> None:
    together = Barrier(READERS)

    def read(_: int) -> Answer:
        together.wait()
        return desk.read()

    with ThreadPoolExecutor(READERS) as pool:
        first, *others = pool.map(read, range(READERS))
    assert all(other is first for other in others)


def test_known_answers_do_not_wait_for_new_pages_nor_do_those_hold_connections(desk: Desk) -> None:
    catch_up(desk.engine)
    known = desk.read()
    new = [Page(f"{COAST.text}\n\nRead {number} times.") for number in range(READERS)]
    with ThreadPoolExecutor(READERS + 1) as pool, ExitStack() as held:
        for _ in range(AT_ONCE):
            held.enter_context(places)
        taken: list[object] = []
        event.listen(desk.engine, "checkout", lambda *_: taken.append(1))
        waiting = [pool.submit(desk.read, page) for page in new]
        until(lambda: len(taken) >= 2 * READERS, "all to look whether their answers are known by now")
        until(lambda: not desk.engine.pool.checkedout(), "who waits to give its connection back")
        assert pool.submit(desk.read).result(timeout=SOON) is known
        assert not any(one.done() for one in waiting)
        held.close()
        assert all(one.result().story for one in waiting)


def test_an_answer_is_another_when_an_article_changes(desk: Desk, elsewhere: Desk, ferry: Path) -> None:
    before = desk.read()
    (file,) = (file for file in ferry.glob("*.txt") if file.read_text() == FERRY["Isle Post"])
    file.write_text(FERRY["Isle Post"].replace("Tregenza, 52", "Tregenza, 51"))
    ingest_paths(elsewhere.engine, [ferry], lambda _outcome, _total: None)
    values = {item.value for note in desk.read().annotations for item in note.evidence}
    assert "51" in values - {item.value for note in before.annotations for item in note.evidence}


def test_an_answer_is_another_when_an_earlier_text_of_its_article_comes(desk: Desk, elsewhere: Desk) -> None:
    catch_up(desk.engine)
    page = Page("The ferry Brannoc ran aground off Skerry Point. Nobody was hurt, the harbour master said.")
    desk.read(page)
    before = desk.read(page)
    assert desk.read(page) is before
    with writing(elsewhere.engine) as session:  # as an import does
        article = session.scalars(select(Article).where(Article.url == address("Isle Post"))).one()
        sha256 = hashlib.sha256(page.text.encode()).hexdigest()
        row = {"id": "earlier", "article_id": article.id, "sha256": sha256, "text": page.text, "seen_at": now()}
        session.execute(insert(Version), row | {"current": False})
    story = desk.read(page).story
    assert story
    assert story.matched_by == "text"
    assert desk.read(page) is not before


def test_a_page_of_no_story_is_looked_up_once(desk: Desk, elsewhere: Desk, folders: Folders) -> None:
    catch_up(desk.engine)
    page = Page("\n".join(CHEESE.values()))
    before = desk.read(page)
    assert before.story is None
    assert desk.read(page) is before
    ingest_paths(elsewhere.engine, [folders.story("Cheese", CHEESE)], lambda _outcome, _total: None)
    assert desk.read(page).story


def test_a_page_under_another_address_has_an_answer_of_its_own(desk: Desk) -> None:
    one, other = desk.read(COAST), desk.read(Page(FERRY["Coast Daily"], address("Isle Post")))
    assert {note.source for note in one.annotations}.isdisjoint(note.source for note in other.annotations)


def test_an_answer_is_another_when_its_story_is_called_otherwise(desk: Desk, elsewhere: Desk) -> None:
    assert desk.read().story
    with writing(elsewhere.engine) as session:  # as a rebuild does
        session.scalars(select(Story)).one().title = "The night of the Brannoc"
    story = desk.read().story
    assert story
    assert story.title == "The night of the Brannoc"


def test_a_page_of_no_story_has_notes_as_soon_as_its_story_comes(
    desk: Desk, elsewhere: Desk, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "IN_A_REQUEST", 1)  # the index takes in one article a request
    page = Page(CHEESE["Valley Times"] + "\n\nMore tomorrow.")
    for _ in FERRY:
        desk.read(page)
    assert desk.read(page).story is None
    ingest_paths(elsewhere.engine, [folders.story("Cheese", CHEESE)], lambda _outcome, _total: None)
    stories = [desk.read(page).story for _ in CHEESE]
    assert stories[-1]


@ONLY_POSTGRESQL
def test_two_stories_are_derived_at_once(engine: Engine) -> None:
    at_once = engine.execution_options(isolation_level="READ COMMITTED")
    with writing(engine) as session:
        session.add_all([Story(id=name, title=name, created_at=now()) for name in ("one", "other")])
    names = [_revision(engine)]
    with at_once.begin() as connection:
        connection.execute(insert(Derivation).values(story_id="one", program="p"))
        with at_once.begin() as elsewhere:
            elsewhere.exec_driver_sql("SET LOCAL lock_timeout = 1000")
            elsewhere.execute(insert(Derivation).values(story_id="other", program="p"))
        names.append(_revision(engine))
    assert len({*names, _revision(engine)}) == 3


def _revision(engine: Engine) -> str:
    with reading(engine) as session:
        return session.scalars(select(Revision.name)).one()


def test_what_is_found_by_a_part_of_the_index_is_not_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def completed(*asked: Any) -> comparing.Compared:
        catch_up(desk.engine)  # as another reader's question may, meanwhile
        return comparing.compare(*asked)

    monkeypatch.setattr(following, "IN_A_REQUEST", 1)
    monkeypatch.setattr(import_module("secondsource.annotating.annotate"), "compare", completed)
    page = Page(COAST.text + "\n\nMore tomorrow.")
    first, second = desk.read(page), desk.read(page)
    assert first.story
    assert second is not first
    assert desk.read(page) is second


def test_of_long_pages_few_answers_are_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    catch_up(desk.engine)
    monkeypatch.setattr(answers, "MOST_CHARACTERS", len(COAST.text) + 10)
    monkeypatch.setattr(comparing, "LONGEST_KEPT", 0)
    compared = comparing._compared.cache_info().currsize
    before = desk.read()
    assert desk.read() is before
    desk.read(Page(COAST.text + "\n\nSo it was."))
    assert desk.read() == before
    assert desk.read() is not before
    assert comparing._compared.cache_info().currsize == compared
