from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, select
from sqlalchemy.orm import Session
from tests.conftest import FERRY, Folders, Ingest
from tests.unit.moderating.conftest import COAST, Desk

from secondsource.annotating import Page, annotate
from secondsource.factbase.checking import check
from secondsource.factbase.models import Action, Decision, Ruling
from secondsource.factbase.sessions import reading, writing
from secondsource.factbase.settling import settle_all, standing
from secondsource.ingesting.ingest import rebuild
from secondsource.moderating.decisions import AlreadyUndoneError, NoSuchTargetError

pytestmark = pytest.mark.usefixtures("ferry", "token")


def test_a_rejected_relation_is_gone_from_the_next_answer_and_the_others_stay(desk: Desk) -> None:
    assert set(desk.conflicts()) == {"Isle Post", "Northern Herald"}
    desk.decide(Action.REJECT_RELATION, desk.conflicts()["Isle Post"])
    assert set(desk.conflicts()) == {"Northern Herald"}


def test_a_confirmed_relation_marks_its_note(desk: Desk) -> None:
    assert desk.status() == {"proposed"}
    desk.decide(Action.CONFIRM_RELATION, desk.conflicts()["Isle Post"])
    assert desk.status() == {"confirmed"}


def test_the_latest_decision_wins(desk: Desk) -> None:
    pair = desk.conflicts()["Isle Post"]
    desk.decide(Action.REJECT_RELATION, pair)
    desk.decide(Action.CONFIRM_RELATION, pair)
    assert desk.conflicts()["Isle Post"] == pair
    desk.decide(Action.REJECT_RELATION, pair)
    assert "Isle Post" not in desk.conflicts()


def test_a_hidden_fact_is_gone_from_notes_and_from_what_is_missing(desk: Desk, session: Session) -> None:
    elsewhere = Page("The Saint Brannoc hit rocks off Port Ellery, Maud Tregenza and Ivo Lindqvist say.")
    fact = desk.fact()

    def told() -> tuple[bool, bool]:
        session.rollback()  # look at the base as it is now
        noted = {note.fact.id for note in annotate(session, COAST).annotations}
        missing = {missing.fact.id for missing in annotate(session, elsewhere).missing}
        return fact in noted, fact in missing

    assert told() == (True, True)
    desk.decide(Action.HIDE_FACT, fact)
    assert told() == (False, False)


def test_it_is_on_record_how_a_relation_or_fact_stood_before_each_decision(desk: Desk) -> None:
    pair, fact = desk.conflicts()["Isle Post"], desk.fact()
    taken = [desk.decide(Action.REJECT_RELATION, pair), desk.decide(Action.CONFIRM_RELATION, pair)]
    taken += [desk.decide(Action.DISPUTE_FACT, fact), desk.decide(Action.HIDE_FACT, fact)]
    by_id = desk.ask(lambda session: {one.id: one.snapshot for one in session.scalars(select(Decision))})
    seen = [by_id[one].get("relation", by_id[one].get("fact"))["status"] for one in taken]
    assert seen == ["proposed", "rejected", "confirmed", "disputed"]


def test_undo_brings_back_what_was_before_and_can_itself_be_undone(desk: Desk) -> None:
    pair = desk.conflicts()["Isle Post"]
    desk.decide(Action.CONFIRM_RELATION, pair)
    rejected = desk.decide(Action.REJECT_RELATION, pair)
    undone = desk.undo(rejected)
    assert desk.status() == {"confirmed"}
    desk.undo(undone)
    assert "Isle Post" not in desk.conflicts()


def test_a_decision_is_undone_once(desk: Desk) -> None:
    decision = desk.decide(Action.HIDE_FACT, desk.fact())
    desk.undo(decision)
    assert desk.hidden() == []
    with pytest.raises(AlreadyUndoneError):
        desk.undo(decision)


def test_what_is_not_in_the_base_cannot_be_decided_on(desk: Desk) -> None:
    for action in (Action.CONFIRM_RELATION, Action.REJECT_RELATION, Action.HIDE_FACT):
        with pytest.raises(NoSuchTargetError):
            desk.decide(action, "no such thing")
    with pytest.raises(NoSuchTargetError):
        desk.undo("no such thing")


def test_a_decision_survives_rebuild(desk: Desk, engine: Engine) -> None:
    desk.decide(Action.REJECT_RELATION, desk.conflicts()["Isle Post"])
    rebuild(engine, lambda _: None)
    assert set(desk.conflicts()) == {"Northern Herald"}


def test_a_decision_survives_reingest_of_a_text_that_changed_elsewhere(desk: Desk, ferry: Path, ingest: Ingest) -> None:
    desk.decide(Action.REJECT_RELATION, desk.conflicts()["Isle Post"])
    file = ferry / "isle-post.txt"
    file.write_bytes(b"Updated at noon.\n\n" + file.read_bytes())
    ingest(ferry)
    assert set(desk.conflicts()) == {"Northern Herald"}


def test_a_hidden_fact_stays_hidden_when_more_articles_report_it(desk: Desk, folders: Folders, ingest: Ingest) -> None:
    desk.decide(Action.HIDE_FACT, desk.fact())
    ingest(folders.story("Ferry", FERRY | {"Gull": "Captain Maud Tregenza, 52, went ashore."}, published="2031-03-04"))
    assert desk.hidden() == [desk.fact()]


def test_a_decision_keeps_what_the_moderator_saw(desk: Desk, session: Session) -> None:
    desk.decide(Action.REJECT_RELATION, desk.conflicts()["Isle Post"])
    decision = session.scalars(select(Decision).where(Decision.action == Action.REJECT_RELATION)).one()
    assert decision.moderator.name == "Ann"
    assert decision.reason == "checked"
    assert decision.decided_at.tzinfo is not None
    assert decision.snapshot["story"]["title"] == "Ferry"
    assert decision.snapshot["relation"]["stance"] == "conflicts"
    claims = {claim["outlet"]: claim for claim in decision.snapshot["claims"]}
    assert set(claims) == {"Coast Daily", "Isle Post"}
    assert claims["Isle Post"]["passage"] in FERRY["Isle Post"]
    assert "54" in claims["Coast Daily"]["exact"]


def test_many_moderators_at_once_lose_no_decision(desk: Desk, session: Session) -> None:
    pair = desk.conflicts()["Isle Post"]
    actions = [Action.CONFIRM_RELATION, Action.REJECT_RELATION] * 10
    with ThreadPoolExecutor(4) as moderators:
        ids = list(moderators.map(lambda action: desk.decide(action, pair), actions))
    taken = select(Decision).where(Decision.action.in_(actions)).order_by(Decision.number)
    kept = session.scalars(taken).all()
    assert sorted(decision.id for decision in kept) == sorted(ids)
    assert session.scalars(select(Ruling.decision_id)).all() == [kept[-1].id]


def test_rulings_are_a_function_of_the_decisions_alone(desk: Desk, engine: Engine) -> None:
    pair, fact = desk.conflicts()["Isle Post"], desk.fact()
    desk.decide(Action.CONFIRM_RELATION, pair)
    desk.undo(desk.undo(desk.decide(Action.REJECT_RELATION, pair)))
    desk.undo(desk.decide(Action.HIDE_FACT, fact))
    desk.decide(Action.HIDE_FACT, fact)

    def rulings() -> list[tuple[str, str, str, str]]:
        with reading(engine) as session:
            rows = session.scalars(select(Ruling)).all()
            return sorted((row.key, row.about, row.action, row.decision_id) for row in rows)

    before = rulings()
    assert {action for _, _, action, _ in before} == {"reject_relation", "hide_fact"}
    with writing(engine) as session:
        settle_all(session)
    assert rulings() == before


def test_rulings_that_are_not_the_decisions_are_told_and_a_rebuild_mends_them(desk: Desk, engine: Engine) -> None:
    desk.decide(Action.HIDE_FACT, desk.fact())
    assert check(engine) == []
    with writing(engine) as session:
        session.execute(delete(Ruling))
    assert any("rulings are not those of the decisions" in line for line in check(engine))
    rebuild(engine, lambda _: None)
    assert check(engine) == []
    assert desk.hidden() == [desk.fact()]


def test_an_undo_of_an_undo_makes_the_first_decision_stand_again() -> None:
    def decision(number: int, action: Action, target: str) -> Decision:
        return Decision(number=number, id=str(number), action=action, target=target)

    first = decision(1, Action.HIDE_FACT, "f")
    second = decision(2, Action.UNDO, "1")
    third = decision(3, Action.UNDO, "2")
    assert standing([first]) == [first]
    assert standing([second, first]) == [second]
    assert standing([third, first, second]) == [first, third]
