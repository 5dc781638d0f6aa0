"""Facts merged, split, named, disputed and settled."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from tests.conftest import CHEESE, FERRY, Folders, Ingest
from tests.unit.moderating.conftest import Desk

from secondsource.annotating import Page
from secondsource.factbase.models import Action, Fact, Relation
from secondsource.ingesting.ingest import rebuild
from secondsource.moderating.decisions import BadChangeError, NoSuchTargetError

pytestmark = pytest.mark.usefixtures("ferry", "token")
ELSEWHERE = Page("The Saint Brannoc hit rocks off Port Ellery, Maud Tregenza and Ivo Lindqvist say.")


def two_facts(desk: Desk) -> tuple[str, str]:
    """Of the deckhand's age, which the program takes for two people's."""
    coast, isle = desk.fact(outlet="Coast Daily", value="19"), desk.fact(outlet="Isle Post", value="19")
    assert coast != isle
    return coast, isle


def test_merged_facts_are_one_with_all_their_claims(desk: Desk) -> None:
    coast, isle = two_facts(desk)
    all_ = desk.contents(coast) | desk.contents(isle)
    desk.decide(Action.MERGE_FACTS, coast, with_=[isle])
    merged = desk.fact(outlet="Coast Daily", value="19")
    assert merged in (coast, isle)
    assert desk.contents(merged) == all_


@pytest.mark.parametrize(("theirs", "stance"), [("19", "corroborates"), ("22", "conflicts")])
def test_merged_claims_stand_to_each_other_as_those_of_one_thing_do_and_readers_see_it(
    desk: Desk, engine: Engine, folders: Folders, ingest: Ingest, theirs: str, stance: str
) -> None:
    isle = FERRY["Isle Post"].replace("Lindqvist, 19", f"Lindqvist, {theirs}")
    ingest(folders.story("Ferry", FERRY | {"Isle Post": isle}, published="2031-03-04"))
    facts = desk.fact(outlet="Coast Daily", value="19"), desk.fact(outlet="Isle Post", value=theirs)

    def between() -> list[str]:
        """How the two outlets' claims of his age stand, as kept and as the readers of one see them."""
        pair = {desk.claim("ages", outlet="Coast Daily", value="19").id}
        pair.add(desk.claim("ages", outlet="Isle Post", value=theirs).id)
        kept = desk.ask(
            lambda session: [r.stance for r in session.scalars(select(Relation)) if {r.a_id, r.b_id} == pair]
        )
        seen = [
            str(item.stance)
            for note in desk.read().annotations
            for item in note.evidence
            if item.exact.startswith("Ivo Lindqvist, ") or item.exact.startswith("Deckhand Ivo Lindqvist, ")
            if item.article.outlet.name == "Isle Post"
        ]
        assert kept == seen
        return kept

    assert facts[0] != facts[1]
    assert between() == []
    merge = desk.decide(Action.MERGE_FACTS, facts[0], with_=[facts[1]])
    assert between() == [stance]
    rebuild(engine, lambda _: None)
    assert between() == [stance]
    desk.undo(merge)
    assert between() == []


def test_merged_claims_that_only_people_can_compare_get_no_relation(desk: Desk) -> None:
    places, words = desk.fact("places", value="Port Ellery"), desk.fact("statements", value="hit rocks at Port Ellery")
    before = desk.ask(lambda session: sorted(session.scalars(select(Relation.id))))
    desk.decide(Action.MERGE_FACTS, places, with_=[words])
    assert desk.ask(lambda session: sorted(session.scalars(select(Relation.id)))) == before


def test_undoing_a_merge_brings_back_both_facts_with_their_ids(desk: Desk) -> None:
    before = two_facts(desk)
    desk.undo(desk.decide(Action.MERGE_FACTS, before[0], with_=[before[1]]))
    assert two_facts(desk) == before


def test_a_split_makes_two_facts_and_the_program_does_not_join_them_again(desk: Desk, engine: Engine) -> None:
    fact = desk.fact()
    apart = desk.claim("ages", value="54").content
    rest = desk.contents(fact) - {apart}
    desk.decide(Action.SPLIT_FACT, fact, apart=[apart])
    for _ in range(2):
        assert desk.contents(desk.fact(value="54")) == {apart}
        assert desk.contents(desk.fact(value="52")) == rest
        rebuild(engine, lambda _: None)


def test_what_was_taken_apart_is_no_conflict_for_readers_nor_for_moderators(desk: Desk) -> None:
    apart = [desk.claim("ages", value="54").content]
    assert "conflicts" not in desk.preview(Action.SPLIT_FACT, desk.fact(), apart=apart).after.relations
    split = desk.decide(Action.SPLIT_FACT, desk.fact(), apart=apart)
    query = select(Relation.id).where(Relation.stance == "conflicts")
    assert desk.ask(lambda session: session.scalars(query).all()) == []
    assert "conflicts" not in {note.stance for note in desk.read().annotations}
    assert "conflicts" not in {note.stance for note in desk.read(Page(FERRY["Coast Daily"])).annotations}
    desk.undo(split)
    assert set(desk.conflicts()) == {"Isle Post", "Northern Herald"}


def test_a_later_article_joins_the_side_of_a_split_that_it_is_closer_to(
    desk: Desk, folders: Folders, ingest: Ingest
) -> None:
    desk.decide(Action.SPLIT_FACT, desk.fact(), apart=[desk.claim("ages", value="54").content])
    ingest(folders.story("Ferry", FERRY | {"Gull": FERRY["Isle Post"]}, published="2031-03-04"))
    assert desk.claim("ages", outlet="Gull", value="52").fact_id == desk.fact(outlet="Isle Post", value="52")
    assert desk.fact(value="54") != desk.fact(outlet="Isle Post", value="52")


def test_a_merge_after_a_split_overrules_it_and_the_other_way_round(desk: Desk) -> None:
    fact, apart = desk.fact(), desk.claim("ages", value="54").content
    all_ = desk.contents(fact)
    desk.decide(Action.SPLIT_FACT, fact, apart=[apart])
    merge = desk.decide(Action.MERGE_FACTS, desk.fact(value="54"), with_=[desk.fact(value="52")])
    assert desk.contents(desk.fact()) == all_
    desk.decide(Action.SPLIT_FACT, desk.fact(), apart=[apart])
    assert desk.contents(desk.fact(value="54")) == {apart}
    desk.undo(merge)
    assert desk.contents(desk.fact(value="54")) == {apart}


def test_facts_of_two_kinds_can_be_one(desk: Desk) -> None:
    place, words = desk.fact("places", value="Port Ellery"), desk.fact("statements", value="hit rocks at Port Ellery")
    all_ = desk.contents(place) | desk.contents(words)
    desk.decide(Action.MERGE_FACTS, place, with_=[words])
    assert desk.contents(desk.fact("places", value="Port Ellery")) == all_


def test_the_preview_of_a_merge_is_what_it_does_and_changes_nothing(desk: Desk) -> None:
    coast, isle = two_facts(desk)
    before = desk.derived()
    shown = desk.preview(Action.MERGE_FACTS, coast, with_=[isle])
    assert desk.derived() == before
    assert desk.in_force() == []
    assert {fact["id"] for fact in shown.before.facts} == {coast, isle}
    (after,) = shown.after.facts
    desk.decide(Action.MERGE_FACTS, coast, with_=[isle])
    merged = desk.fact(outlet="Coast Daily", value="19")
    assert after["id"] == merged
    assert {claim["content"] for claim in after["claims"]} == desk.contents(merged)


def test_a_preview_counts_what_readers_will_see(desk: Desk) -> None:
    shown = desk.preview(Action.REJECT_RELATION, desk.conflicts()["Isle Post"])
    assert shown.before.relations["conflicts"] - shown.after.relations["conflicts"] == 1
    shown = desk.preview(Action.CORRECT_CLAIM, desk.claim("ages", value="54").content, value="52")
    assert "conflicts" not in shown.after.relations
    assert set(desk.conflicts()) == {"Isle Post", "Northern Herald"}


def test_readers_see_the_label_and_wording_that_a_moderator_chose(desk: Desk, session: Session) -> None:
    fact = desk.fact()
    named = desk.decide(Action.LABEL_FACT, fact, label="The captain's age", wording="The captain is 52.")
    shown = {note.fact.label: note.fact for note in desk.read().annotations}["The captain's age"]
    assert shown.wording == "The captain is 52."
    assert "The captain's age" in {missing.fact.label for missing in desk.read(ELSEWHERE).missing}
    kept = session.get_one(Fact, fact)
    assert (kept.label, kept.read_label) == ("The captain's age", "Age of Maud Tregenza")
    assert "The captain's age" in session.scalars(select(Fact.label)).all()
    desk.undo(named)
    assert "The captain's age" not in {note.fact.label for note in desk.read().annotations}


def test_a_wording_alone_leaves_the_label(desk: Desk, session: Session) -> None:
    desk.decide(Action.LABEL_FACT, desk.fact(), wording="The captain is 52.")
    assert session.get_one(Fact, desk.fact()).label == "Age of Maud Tregenza"


def test_a_note_says_that_its_fact_is_disputed_then_settled_and_by_what(desk: Desk) -> None:
    fact = desk.fact()
    desk.decide(Action.CONFIRM_RELATION, desk.conflicts()["Isle Post"])
    desk.decide(Action.DISPUTE_FACT, fact, note="Two registers differ.")
    assert desk.status() == {"disputed"}
    settled = desk.decide(Action.SETTLE_FACT, fact, note="She is 52.", source="https://register.example/1")
    shown = next(note.fact for note in desk.read().annotations if note.stance == "conflicts")
    assert (shown.status, shown.note, shown.source) == ("settled", "She is 52.", "https://register.example/1")
    desk.undo(settled)
    shown = next(note.fact for note in desk.read().annotations if note.stance == "conflicts")
    assert (shown.status, shown.note, shown.source) == ("disputed", "Two registers differ.", None)


def test_a_label_goes_with_the_claims_into_a_merged_fact(desk: Desk, session: Session) -> None:
    coast, isle = two_facts(desk)
    desk.decide(Action.LABEL_FACT, isle, label="The deckhand's age")
    desk.decide(Action.MERGE_FACTS, coast, with_=[isle])
    assert session.get_one(Fact, desk.fact(outlet="Coast Daily", value="19")).label == "The deckhand's age"


def test_left_alone_is_on_record_and_changes_nothing_for_readers(desk: Desk) -> None:
    before = desk.conflicts()
    desk.decide(Action.LEAVE_RELATION, before["Isle Post"])
    assert desk.conflicts() == before
    assert desk.status() == {"proposed"}
    assert len(desk.in_force()) == 1


def test_what_cannot_be_merged_or_split_is_refused_by_its_field(desk: Desk, folders: Folders, ingest: Ingest) -> None:
    ingest(folders.story("Cheese", CHEESE))
    fact, other = desk.fact(), desk.fact(value="61")
    for change in ({"with": [other]}, {"with": [fact]}, {"with": ["none"]}, {"with": []}, {"with": "x"}, {}):
        with pytest.raises(BadChangeError) as refused:
            desk.decide(Action.MERGE_FACTS, fact, **change)
        assert refused.value.field == "with"
    for apart in ([], ["none"], sorted(desk.contents(fact))):
        with pytest.raises(BadChangeError) as refused:
            desk.decide(Action.SPLIT_FACT, fact, apart=apart)
        assert refused.value.field == "apart"
    with pytest.raises(NoSuchTargetError):
        desk.decide(Action.MERGE_FACTS, "none", with_=[fact])
    with pytest.raises(BadChangeError):
        desk.decide(Action.ISSUE_TOKEN, fact)
