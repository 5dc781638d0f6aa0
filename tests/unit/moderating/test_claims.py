"""Claims put right, withdrawn, and left out with their passage."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine
from tests.conftest import CHEESE, FERRY, Folders, Ingest, address
from tests.unit.moderating.conftest import COAST, Desk

from secondsource.annotating import Page
from secondsource.factbase.models import Action
from secondsource.ingesting.ingest import rebuild
from secondsource.moderating.decisions import BadChangeError, NoSuchTargetError
from secondsource.reading.passages import passage_content
from secondsource.web.stories import find_article

pytestmark = pytest.mark.usefixtures("ferry", "token")
ISLE = Page(FERRY["Isle Post"], address("Isle Post"))


def ages(desk: Desk, page: Page) -> dict[str, str]:
    """The stance of each note on an age that a reader sees, by the words it stands on."""
    answer = desk.read(page)
    return {note.exact: str(note.stance) for note in answer.annotations if note.fact.label.startswith("Age")}


def test_a_corrected_value_ends_a_false_conflict_at_once_and_for_the_page_being_read(desk: Desk) -> None:
    assert ages(desk, COAST)["Maud Tregenza, 54"] == "conflicts"
    desk.decide(Action.CORRECT_CLAIM, desk.claim("ages", value="54").content, value="52")
    assert ages(desk, COAST)["Maud Tregenza, 54"] == "corroborates"
    assert "Maud Tregenza, 52" in ages(desk, ISLE)
    assert set(ages(desk, ISLE).values()) == {"corroborates"}


def test_a_corrected_value_can_make_a_conflict(desk: Desk) -> None:
    assert ages(desk, ISLE)["Deckhand Ivo Lindqvist, 19"] == "corroborates"
    content = desk.claim("ages", outlet="Isle Post", value="19").content
    desk.decide(Action.CORRECT_CLAIM, content, value="20")
    assert ages(desk, ISLE)["Deckhand Ivo Lindqvist, 19"] == "conflicts"


def test_a_corrected_subject_brings_two_facts_together(desk: Desk) -> None:
    coast, isle = (
        desk.claim("ages", outlet="Coast Daily", value="19"),
        desk.claim("ages", outlet="Isle Post", value="19"),
    )
    assert coast.fact_id != isle.fact_id
    desk.decide(Action.CORRECT_CLAIM, isle.content, subject="Ivo Lindqvist")
    joined = desk.fact(outlet="Coast Daily", value="19")
    assert isle.content in desk.contents(joined)
    assert ages(desk, COAST)["Ivo Lindqvist, 19"] == "corroborates"


def test_a_corrected_claim_keeps_its_content_and_with_it_what_was_decided_before(desk: Desk) -> None:
    claim = desk.claim("ages", value="54")
    desk.decide(Action.HIDE_FACT, desk.fact())
    desk.decide(Action.CORRECT_CLAIM, claim.content, start=6, end=23)
    put_right = desk.claim("ages", value="54")
    assert (put_right.content, put_right.id) == (claim.content, claim.id)
    assert put_right.exact == claim.passage[6:23] != claim.exact
    assert put_right.corrects == claim.content
    assert desk.hidden() == [put_right.fact_id]


def test_a_span_alone_leaves_the_comparison_to_the_program(desk: Desk) -> None:
    claim = desk.claim("ages", value="54")
    desk.decide(Action.CORRECT_CLAIM, claim.content, start=20, end=23)
    assert {note.exact for note in desk.read().annotations if note.stance == "conflicts"} == {claim.passage[20:23]}


def test_a_withdrawn_claim_is_gone_for_readers_and_comes_back_with_an_undo(desk: Desk) -> None:
    before = desk.derived()
    content = desk.claim("ages", value="54").content
    withdrawn = desk.decide(Action.WITHDRAW_CLAIM, content)
    assert "Maud Tregenza, 54" not in ages(desk, COAST)
    assert "conflicts" not in ages(desk, ISLE).values()
    with pytest.raises(NoSuchTargetError):
        desk.decide(Action.WITHDRAW_CLAIM, content)
    assert desk.orphaned() == []
    desk.undo(withdrawn)
    assert {**desk.derived(), "carrier": []} == {**before, "carrier": []}


def test_of_two_corrections_the_later_holds_and_its_undo_brings_back_the_earlier(desk: Desk) -> None:
    content = desk.claim("ages", value="54").content
    desk.decide(Action.CORRECT_CLAIM, content, value="52")
    later = desk.decide(Action.CORRECT_CLAIM, content, value="53")
    assert desk.claim("ages", content=content).value == "53"
    desk.undo(later)
    assert desk.claim("ages", content=content).value == "52"


def test_a_passage_marked_as_furniture_states_nothing_and_can_be_given_back(desk: Desk, engine: Engine) -> None:
    sentence = "Its captain, Maud Tregenza, 54, spoke to reporters."
    content = passage_content(sentence)
    marked = desk.decide(Action.MARK_FURNITURE, content, furniture=True)
    assert desk.conflicts() == {}
    assert "Maud Tregenza, 54" not in ages(desk, COAST)
    rebuild(engine, lambda _: None)
    assert desk.conflicts() == {}
    desk.decide(Action.MARK_FURNITURE, content, furniture=False)
    assert set(desk.conflicts()) == {"Isle Post", "Northern Herald"}
    desk.undo(marked)
    assert set(desk.conflicts()) == {"Isle Post", "Northern Herald"}


def test_the_reading_page_shows_a_marked_paragraph_as_furniture(desk: Desk) -> None:
    def furniture() -> list[bool]:
        article = desk.claim("places", outlet="Coast Daily").article_id
        shown = desk.ask(lambda session: find_article(session, article))
        assert shown is not None
        return [paragraph.furniture for paragraph in shown[1]]

    assert furniture() == [False, False, False]
    sentence = "Ivo Lindqvist, 19, a deckhand, was hurt."
    desk.decide(Action.MARK_FURNITURE, passage_content(sentence), furniture=True)
    assert furniture() == [False, False, True]


def test_a_correction_holds_wherever_the_same_sentence_is_reposted(
    desk: Desk, folders: Folders, ingest: Ingest
) -> None:
    desk.decide(Action.CORRECT_CLAIM, desk.claim("ages", value="54").content, value="52")
    ingest(folders.story("Ferry", FERRY | {"Gull": FERRY["Coast Daily"]}, published="2031-03-04"))
    assert desk.claim("ages", outlet="Gull", subject="Maud Tregenza").value == "52"


def test_another_story_is_not_derived_again(desk: Desk, folders: Folders, ingest: Ingest) -> None:
    ingest(folders.story("Cheese", CHEESE))
    before = desk.claim("ages", value="61")
    desk.decide(Action.WITHDRAW_CLAIM, desk.claim("ages", value="54").content)
    assert desk.claim("ages", value="61").id == before.id


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({}, "value"),
        ({"value": ""}, "value"),
        ({"value": "a\nb"}, "value"),
        ({"value": "\ud800"}, "value"),
        ({"value": "x" * 301}, "value"),
        ({"value": 5}, "value"),
        ({"start": 3}, "start"),
        ({"start": 5, "end": 5}, "start"),
        ({"start": 0, "end": 10_000}, "end"),
        ({"start": "0", "end": 5}, "start"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_change_that_makes_no_sense_is_refused_by_its_field(
    desk: Desk, change: dict[str, object], field: str
) -> None:
    with pytest.raises(BadChangeError) as refused:
        desk.decide(Action.CORRECT_CLAIM, desk.claim("ages", value="54").content, **change)
    assert refused.value.field == field
    assert desk.in_force() == []
