"""What a note tells of origins and of time: who gives what, when, and where they all have it from."""

from __future__ import annotations

import re

import pytest
from sqlalchemy.orm import Session
from tests.conftest import FERRY, Folders, Ingest, address

from secondsource.annotating import Answer, Page, annotate
from secondsource.annotating.notes import Note

FLOOD = {
    "Valley News": """Chief Ana Ruiz told a press conference on Friday that the Orrin Dam burst killed 12 people.

The village of Ostwick lost its school, and Mayor Tarquin Vell wept.
""",
    "Ridge Times": """At a news conference, Ruiz said the burst of the Orrin Dam above Ostwick killed 12 people.

Tarquin Vell, the mayor, called for help.
""",
    "Coast Daily": """The Orrin Dam burst killed 12 people, according to Northern Wire.

Tarquin Vell of Ostwick spoke to nobody.
""",
}
READ = """The Orrin Dam burst above Ostwick killed 12 people.

Tarquin Vell is its mayor, and Ana Ruiz leads the search.
"""


def note_on(answer: Answer, words: str, about: str = "Age of") -> Note:
    (note,) = [note for note in answer.annotations if words in note.exact and note.fact.label.startswith(about)]
    return note


def test_one_press_conference_quoted_by_all_shows_in_the_note(
    folders: Folders, ingest: Ingest, session: Session
) -> None:
    ingest(folders.story("Flood", {outlet: FLOOD[outlet] for outlet in ("Valley News", "Ridge Times")}))
    note = note_on(annotate(session, Page(READ)), "12 people", "People killed")
    assert (note.outlets, note.origins) == (2, 1)
    assert note.text == (
        "Ridge Times and Valley News report the same (2 outlets, 1 origin: a press conference by Ruiz on Friday)."
    )
    assert [item.origin for item in note.evidence] == [
        "a press conference by Ruiz",
        "a press conference by Ruiz on Friday",
    ]


def test_an_outlet_that_credits_another_adds_that_as_an_origin(
    folders: Folders, ingest: Ingest, session: Session
) -> None:
    ingest(folders.story("Flood", FLOOD))
    note = note_on(annotate(session, Page(READ)), "12 people", "People killed")
    assert (note.outlets, note.origins) == (3, 2)
    assert {item.article.outlet.name: item.origin for item in note.evidence}["Coast Daily"] == "Northern Wire"
    assert note.text.endswith("(3 outlets, 2 origins).")


def test_a_page_that_quotes_the_same_press_conference_is_told_so(
    folders: Folders, ingest: Ingest, session: Session
) -> None:
    ingest(folders.story("Flood", FLOOD))
    page = Page(FLOOD["Ridge Times"], address("Ridge Times"))
    evidence = {
        item.article.outlet.name: item
        for item in note_on(annotate(session, page), "12 people", "People killed").evidence
    }
    shared = "Both trace back to a press conference by Ruiz on Friday."
    assert evidence["Valley News"].explanation.endswith(shared)
    assert "trace back" not in evidence["Coast Daily"].explanation


def test_the_origin_that_the_page_shares_is_not_counted(folders: Folders, ingest: Ingest, session: Session) -> None:
    ingest(folders.story("Flood", FLOOD))
    note = note_on(annotate(session, Page(FLOOD["Ridge Times"], address("Ridge Times"))), "12 people", "People killed")
    assert (note.outlets, note.origins) == (2, 1)


def test_a_copy_that_nobody_ingested_is_told_where_its_words_come_from(
    folders: Folders, ingest: Ingest, session: Session
) -> None:
    ingest(folders.story("Ferry", FERRY, origin='"Isle Wire"'))
    page = "PORT ELLERY (Isle Wire) — " + FERRY["Isle Post"].replace("flown to hospital", "taken to a hospital ashore")
    note = note_on(annotate(session, Page(page)), "Tregenza, 52")
    assert all(item.explanation.endswith("Both trace back to Isle Wire.") for item in note.evidence)


def test_an_explanation_says_who_gives_what_and_when(folders: Folders, ingest: Ingest, session: Session) -> None:
    ingest(folders.story("Ferry", FERRY, published="2031-03-04"))
    stored = note_on(annotate(session, Page(FERRY["Coast Daily"], address("Coast Daily"))), "54")
    assert stored.evidence[0].explanation.startswith("Isle Post, the same day, gives 52. ")
    elsewhere = note_on(annotate(session, Page(FERRY["Coast Daily"].replace("spoke", "talked"))), "54")
    assert elsewhere.evidence[0].explanation.startswith("Isle Post, 4 March 2031, gives 52. ")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "There are more than 100 people missing after the landslide.",
            "Now more than 150 people are missing after the landslide.",
        ),
        (
            "Ada Bright married Ivo Brandt in the spring of 2019.",
            "Ada Bright married Ivo Brandt in the autumn of 2018.",
        ),
        ("The merger cost some twelve million euros in fees.", "The merger cost about fifteen million euros in fees."),
    ],
)
def test_each_sentence_of_an_explanation_begins_as_one(
    folders: Folders, ingest: Ingest, session: Session, ours: str, theirs: str
) -> None:
    ingest(folders.story("Story", {"Coast Daily": ours, "Isle Post": theirs}))
    notes = annotate(session, Page(ours, address("Coast Daily"))).annotations
    explained = [item.explanation for note in notes for item in note.evidence]
    assert explained
    assert not [said for said in explained if re.search(r"(?:\A|[.”] )[a-z]", said)]


def test_an_article_without_a_date_is_said_to_have_none(folders: Folders, ingest: Ingest, session: Session) -> None:
    ingest(folders.story("Ferry", FERRY))
    note = note_on(annotate(session, Page(FERRY["Coast Daily"], address("Coast Daily"))), "54")
    assert note.evidence[0].explanation.startswith("Isle Post, no date given, gives 52. ")


def test_outlets_of_as_many_origins_are_not_counted_aloud(folders: Folders, ingest: Ingest, session: Session) -> None:
    ingest(folders.story("Ferry", FERRY))
    note = note_on(annotate(session, Page(FERRY["Coast Daily"], address("Coast Daily"))), "54")
    assert note.text == "Isle Post and Northern Herald say 52."
