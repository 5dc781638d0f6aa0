from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session
from tests.conftest import FERRY, Folders, Ingest, address

from secondsource.annotating import Answer, Page, annotate
from secondsource.annotating.notes import MAX_SPANS, Note
from secondsource.factbase.models import Article
from secondsource.factbase.sessions import reading
from secondsource.kinds import Stance

PAGE = """A ferry, the Saint Brannoc, struck rocks at Port Ellery on Tuesday.

Maud Tregenza, 54, its captain, was the last to leave. Ivo Lindqvist is in hospital.
"""


def note_on(answer: Answer, words: str) -> Note:
    (note,) = [note for note in answer.annotations if words in note.exact and note.fact.label.startswith("Age")]
    return note


@pytest.mark.usefixtures("ferry")
def test_a_page_that_nobody_ingested_gets_notes(session: Session) -> None:
    note = note_on(annotate(session, Page(PAGE)), "54")
    assert note.stance is Stance.CONFLICTS
    assert note.fact.status == "proposed"
    assert [(item.stance, item.article.outlet.name) for item in note.evidence] == [
        (Stance.CONFLICTS, "Isle Post"),
        (Stance.CONFLICTS, "Northern Herald"),
        (Stance.CORROBORATES, "Coast Daily"),
    ]
    assert (note.outlets, note.origins) == (3, 3)
    assert "Isle Post" in note.text
    assert "Coast Daily" not in note.text


@pytest.mark.usefixtures("ferry")
def test_offsets_are_slices_of_the_page_and_of_the_stored_texts(session: Session) -> None:
    page = "😀 é\r\n" + PAGE
    answer = annotate(session, Page(page))
    assert answer.annotations
    for note in answer.annotations:
        assert page[note.start : note.end] == note.exact
        assert (page[: note.start] + note.exact + page[note.end :]) == page
        assert page[: note.start].endswith(note.prefix)
        assert page[note.end :].startswith(note.suffix)
        assert len(note.prefix) <= 32 >= len(note.suffix)
        for item in note.evidence:
            stored = session.get_one(Article, item.article.id).current.text
            assert stored[item.start : item.end] == item.exact


@pytest.mark.usefixtures("ferry")
@pytest.mark.parametrize("url", [address("Coast Daily"), "https://mirror.example/", None])
def test_evidence_never_comes_from_the_pages_own_article(session: Session, url: str | None) -> None:
    answer = annotate(session, Page(FERRY["Coast Daily"], url))
    outlets = {item.article.outlet.name for note in answer.annotations for item in note.evidence}
    missing = {item.article.outlet.name for missing in answer.missing for item in missing.evidence}
    assert outlets == {"Isle Post", "Northern Herald"}
    assert "Coast Daily" not in missing


@pytest.mark.usefixtures("ferry")
def test_an_edited_page_at_a_known_address_is_annotated_as_it_reads(session: Session) -> None:
    edited = FERRY["Coast Daily"].replace("54", "52")
    note = note_on(annotate(session, Page(edited, address("Coast Daily"))), "52")
    assert note.stance is Stance.CORROBORATES


@pytest.mark.usefixtures("ferry")
def test_the_same_page_gets_the_same_ids(session: Session) -> None:
    first, second = (annotate(session, Page(PAGE)) for _ in range(2))
    assert [note.id for note in first.annotations] == [note.id for note in second.annotations]
    moved = annotate(session, Page("\n\n\n" + PAGE))
    assert [note.id for note in moved.annotations] == [note.id for note in first.annotations]


@pytest.mark.usefixtures("ferry")
def test_a_typed_note_keeps_its_id_whatever_else_the_page_says(session: Session) -> None:
    """Not so for statements, which are as sure as the page's other sentences make them."""
    alone, longer = (annotate(session, Page(text)) for text in (PAGE, "One more line.\n\n" + PAGE))
    assert note_on(alone, "54").id == note_on(longer, "54").id


@pytest.mark.usefixtures("ferry")
def test_notes_have_ids_of_their_own_even_where_a_page_repeats_itself(session: Session) -> None:
    ids = [note.id for note in annotate(session, Page(PAGE + "\n" + PAGE)).annotations]
    assert len(ids) == len(set(ids)) > len(annotate(session, Page(PAGE)).annotations)


@pytest.mark.usefixtures("ferry")
def test_an_unknown_story_gets_nothing(session: Session) -> None:
    assert annotate(session, Page("A cake needs eggs.", "https://cakes.example/")) == Answer()


def test_reposts_are_one_origin(folders: Folders, ingest: Ingest, session: Session) -> None:
    ingest(folders.story("Ferry", FERRY, origin='"Isle Wire"'))
    note = note_on(annotate(session, Page(PAGE)), "54")
    assert (note.outlets, note.origins) == (3, 1)


@pytest.mark.usefixtures("ferry")
def test_what_two_origins_report_and_the_page_does_not_is_missing(session: Session) -> None:
    (missing, *_) = [m for m in annotate(session, Page(PAGE)).missing if "Lindqvist" in m.fact.label]
    assert {item.value for item in missing.evidence} == {"19"}
    outlets = [item.article.outlet.name for item in missing.evidence]
    assert outlets == sorted(set(outlets))
    assert len(outlets) >= 2
    assert {item.stance for item in missing.evidence} == {None}
    whole = annotate(session, Page(FERRY["Isle Post"], address("Isle Post")))
    assert not [m for m in whole.missing if "Lindqvist" in m.fact.label]


def test_what_one_origin_alone_reports_is_not_missing(folders: Folders, ingest: Ingest, session: Session) -> None:
    ingest(folders.story("Ferry", FERRY, origin='"Isle Wire"'))
    assert annotate(session, Page(PAGE)).missing == ()


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://a.example/1?utm_source=x#top", "https://a.example/1?utm_source=x#top"),
        (None, "ni:///sha-256;n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg"),
        ("not an address", "ni:///sha-256;n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg"),
    ],
)
def test_a_page_without_an_address_is_named_by_its_text(url: str | None, source: str) -> None:
    assert Page("test", url).source == source


def test_the_number_of_queries_does_not_grow_with_the_number_of_articles(
    folders: Folders, ingest: Ingest, engine: Engine
) -> None:
    def queries() -> int:
        seen: list[str] = []

        def count(*arguments: Any) -> None:
            seen.append(arguments[2])

        event.listen(engine, "before_cursor_execute", count)
        with reading(engine) as session:
            assert annotate(session, Page(PAGE)).annotations
        event.remove(engine, "before_cursor_execute", count)
        return len(seen)

    ingest(folders.story("Ferry", FERRY))
    few = queries()
    more = {f"Daily {n}": FERRY["Isle Post"].replace("lifeboat", f"lifeboat {n}") for n in range(12)}
    ingest(folders.story("Ferry", FERRY | more))
    assert queries() == few


def test_an_article_that_says_a_thing_over_and_over_is_quoted_a_few_times(
    folders: Folders, ingest: Ingest, session: Session
) -> None:
    endless = "Captain Maud Tregenza, 52, of Port Ellery left.\n" * 100
    ingest(folders.story("Ferry", FERRY | {"Isle Post": endless}))
    note = note_on(annotate(session, Page(PAGE)), "54")
    outlets = [item.article.outlet.name for item in note.evidence]
    assert outlets.count("Isle Post") == MAX_SPANS
    assert note.outlets == 3
