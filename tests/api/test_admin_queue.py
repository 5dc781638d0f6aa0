"""What waits for moderators: in which order, how much is left, and what leaves it and comes back."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine, event, update
from tests.conftest import CHEESE, FERRY, Folders, Ingest, address
from tests.moderator import Moderator
from tests.postgresql import ONLY_SQLITE

from secondsource.api.annotations import counting
from secondsource.factbase.models import Claim, Relation
from secondsource.factbase.sessions import reading, writing
from secondsource.moderating.queue import queue as queued
from secondsource.moderating.readership import add, today
from secondsource.moderating.waiting import MUCH_READ, Why

# All three articles give the deckhand's age.
SHIP = FERRY | {
    "Coast Daily": FERRY["Coast Daily"].replace("Ivo Lindqvist, 19, a deckhand", "Deckhand Ivo Lindqvist, 19")
}


@pytest.fixture
def ship(folders: Folders, ingest: Ingest) -> None:
    ingest(folders.story("Ferry", SHIP, published="2031-03-04"))


@pytest.fixture
def ann(client: FlaskClient, token: str) -> Moderator:
    return Moderator(client, token)


def report(client: FlaskClient) -> None:
    """A reader says that the first conflict on a page is wrong."""
    page = {"url": address("Coast Daily"), "text": SHIP["Coast Daily"]}
    notes = client.post("/api/v1/annotations", json=page).json["annotations"]  # type: ignore[index]
    note = next(note for note in notes if note["stance"] == "conflicts")
    sent = {"note": note["id"], "fact": note["fact"]["id"], "words": "They mean another captain."}
    assert client.post("/api/v1/reports", json=sent).status_code == 201


def read_often(engine: Engine, story: str, times: int = MUCH_READ) -> None:
    """Let readers ask for notes on a story."""
    with writing(engine) as session:
        add(session, {(story, today()): times})


def doubt(engine: Engine, pair: str) -> None:
    """Let the program be unsure of a relation."""
    with writing(engine) as session:
        session.execute(update(Relation).where(Relation.pair_id == pair).values(sure=0.5))


def story(ann: Moderator) -> str:
    """The first story's id."""
    return str(ann.get("/stories")["items"][0]["id"])


def moved(texts: dict[str, str]) -> dict[str, str]:
    """The same texts of other outlets, whose addresses differ."""
    return {f"{outlet} Two": text for outlet, text in texts.items()}


def whys(queue: dict[str, Any]) -> list[str]:
    return [item["why"] for item in queue["items"]]


@pytest.mark.usefixtures("ship")
def test_conflicts_come_first_then_reports_then_doubts_then_what_is_read_much(
    client: FlaskClient, engine: Engine, ann: Moderator
) -> None:
    report(client)
    read_often(engine, story(ann))
    (fact, *_) = {conflict["fact"]["id"] for conflict in ann.get("/conflicts")["items"]}
    doubt(engine, next(r["id"] for r in ann.get(f"/facts/{fact}")["relations"] if r["stance"] == "corroborates"))
    queue = ann.get("/queue")
    order = ["conflict", "report", "unsure", "read"]
    assert sorted(whys(queue), key=order.index) == whys(queue)
    assert set(whys(queue)) == set(order), "one of each at least"
    assert queue["counts"] == {why: whys(queue).count(why) for why in order}
    assert (queue["left"], queue["done"], queue["next"]) == (len(queue["items"]), 0, None)
    for item in queue["items"]:
        shown = item["report"] if item["why"] == "report" else item["relation"]
        assert (shown["id"], shown["etag"]) == (item["id"], item["etag"])


@pytest.mark.usefixtures("ship")
def test_a_fact_of_a_story_that_is_read_much_waits_once_and_what_most_articles_have_first(
    engine: Engine, ann: Moderator
) -> None:
    read_often(engine, story(ann), MUCH_READ - 1)
    assert ann.get("/queue?why=read")["items"] == [], "so few read it that it can wait"
    read_often(engine, story(ann), 1)
    read = ann.get("/queue?why=read")
    facts = [item["relation"]["fact"]["id"] for item in read["items"]]
    assert len(set(facts)) == len(facts) == read["left"] > 1
    articles = [len({claim["article"]["id"] for claim in ann.get(f"/facts/{fact}")["claims"]}) for fact in facts]
    assert articles == sorted(articles, reverse=True)
    assert {item["readers"] for item in ann.get("/queue")["items"]} == {MUCH_READ}


def test_conflicts_come_fact_by_fact_those_first_that_are_read_most(
    engine: Engine, folders: Folders, ingest: Ingest, ann: Moderator
) -> None:
    other = {outlet: text.replace("Maud Tregenza", "Nan Opie") for outlet, text in SHIP.items()}
    ingest(folders.story("Ferry", SHIP, published="2031-03-04"), folders.story("Opie", moved(other)))
    ids = [one["id"] for one in ann.get("/stories")["items"]]
    assert len(ids) == 2
    facts = [item["relation"]["fact"]["id"] for item in ann.get("/queue?why=conflict")["items"]]
    assert len(facts) > len(set(facts)) > 1, "several of one fact, and several facts"
    assert [fact for fact, _ in groupby(facts)] == list(dict.fromkeys(facts))
    for most, times in zip(ids, (MUCH_READ, 2 * MUCH_READ), strict=True):
        read_often(engine, most, times)
        order = [item["relation"]["story"] for item in ann.get("/queue?why=conflict")["items"]]
        assert set(order) == set(ids)
        assert order == sorted(order, key=lambda one: one != most)


def test_what_stands_in_two_stories_waits_and_is_counted_once(
    engine: Engine, folders: Folders, ingest: Ingest, ann: Moderator
) -> None:
    ingest(folders.story("Ferry", SHIP, published="2031-03-04"), folders.story("Ferry again", moved(SHIP)))
    for one in ann.get("/stories")["items"]:
        read_often(engine, one["id"])
    queue = ann.get("/queue")
    assert queue["counts"] == {why: whys(queue).count(why) for why in queue["counts"]}
    assert queue["counts"]["read"] > 0


@pytest.mark.usefixtures("ship")
def test_what_is_of_no_fact_does_not_wait(engine: Engine, ann: Moderator) -> None:
    doubt(engine, ann.get("/queue?why=conflict")["items"][0]["id"])
    read_often(engine, story(ann))
    assert ann.get("/queue")["left"] > 0
    with writing(engine) as session:
        session.execute(update(Claim).values(fact_id=None))
    queue = ann.get("/queue")
    assert (queue["items"], set(queue["counts"].values())) == ([], {0})


@ONLY_SQLITE
@pytest.mark.usefixtures("ship")
def test_no_page_goes_through_all_relations(engine: Engine) -> None:
    asked: list[tuple[str, Any]] = []

    def note(*told: Any) -> None:
        asked.append((told[2], told[3]))

    event.listen(engine, "before_cursor_execute", note)
    with reading(engine) as session:
        for why in Why:
            queued(session, why=why)
        plans = [session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values) for sql, values in asked[:]]
        steps = [str(row[-1]) for plan in plans for row in plan]
    assert any(step.startswith("SEARCH relation") for step in steps)
    assert [step for step in steps if step.startswith(("SCAN relation", "SCAN claim"))] == []


def test_what_readers_ask_for_is_counted_story_by_story(
    client: FlaskClient, ann: Moderator, folders: Folders, ingest: Ingest
) -> None:
    ingest(folders.story("Ferry", SHIP, published="2031-03-04"), folders.story("Cheese", CHEESE))
    copy = {"text": SHIP["Coast Daily"], "url": "https://copy.example/"}
    for sent in ({"text": SHIP["Coast Daily"], "url": address("Coast Daily")}, copy, {"text": "Nothing known."}):
        assert client.post("/api/v1/annotations", json=sent).status_code == 200
    counting(client.application).hand_over()
    (ferry,) = {item["relation"]["story"] for item in ann.get("/queue?why=conflict")["items"]}
    assert {item["readers"] for item in ann.get(f"/queue?story={ferry}")["items"]} == {2}


@pytest.mark.parametrize("action", ["confirm_relation", "reject_relation", "leave_relation"])
@pytest.mark.usefixtures("ship")
def test_what_was_decided_leaves_the_queue_and_comes_back_when_it_is_undone(ann: Moderator, action: str) -> None:
    before = ann.get("/queue")
    item = before["items"][0]
    made = ann.post("/decisions", tag=item["etag"], action=action, target=item["id"])
    after = ann.get("/queue")
    assert item["id"] not in [item["id"] for item in after["items"]]
    assert (after["left"], after["done"]) == (before["left"] - 1, 1)
    of_reason = {why: ann.get(f"/queue?why={why}")["done"] for why in before["counts"]}
    assert of_reason == dict.fromkeys(before["counts"], 0) | {item["why"]: 1}
    ann.post(f"/decisions/{made['decision']['id']}/undo", tag=made["decision"]["etag"])
    back = ann.get("/queue")
    assert [item["id"] for item in back["items"]] == [item["id"] for item in before["items"]]
    assert (back["left"], back["done"]) == (before["left"], 0)


@pytest.mark.usefixtures("ship")
def test_a_report_that_was_closed_is_done(client: FlaskClient, ann: Moderator) -> None:
    report(client)
    (item,) = ann.get("/queue?why=report")["items"]
    made = ann.post("/decisions", tag=item["etag"], action="close_report", target=item["id"])
    assert made["now"]["closed"]
    assert ann.get("/queue?why=report")["items"] == []
    assert ann.get("/queue")["done"] == 1
    assert [report["id"] for report in ann.get("/reports?closed=true")["items"]] == [item["id"]]
    assert ann.get("/reports?closed=false")["items"] == []


@pytest.mark.usefixtures("ship")
def test_what_is_hidden_does_not_wait(ann: Moderator) -> None:
    fact = ann.get("/queue")["items"][0]["relation"]["fact"]["id"]
    ann.decide(f"/facts/{fact}", "hide_fact")
    assert fact not in [item["relation"]["fact"]["id"] for item in ann.get("/queue")["items"]]


def test_each_story_has_its_own_queue_and_pages_have_no_gap_or_double(
    client: FlaskClient, folders: Folders, ingest: Ingest, ann: Moderator
) -> None:
    ingest(folders.story("Ferry", SHIP, published="2031-03-04"), folders.story("Cheese", CHEESE))
    report(client)
    whole = ann.get("/queue?limit=200")
    found, after = [], ""
    while after is not None:
        page = ann.get(f"/queue?limit=2{after}")
        found += page["items"]
        after = None if page["next"] is None else f"&after={page['next']}"
    assert found == whole["items"]
    assert len(found) > 2
    stories = [one["id"] for one in ann.get("/stories")["items"]]
    parts = [ann.get(f"/queue?limit=200&story={one}") for one in stories]
    assert sorted(item["id"] for part in parts for item in part["items"]) == sorted(item["id"] for item in found)
    assert sum(part["left"] for part in parts) == whole["left"]
    assert ann.get("/queue?story=nothing")["left"] == 0


@pytest.mark.usefixtures("ship")
def test_the_next_page_has_no_gap_when_what_stood_before_it_was_judged_meanwhile(ann: Moderator) -> None:
    whole = [item["id"] for item in ann.get("/queue")["items"]]
    page = ann.get("/queue?limit=1")
    ann.decide(f"/relations/{whole[0]}", "leave_relation")
    rest = ann.get(f"/queue?after={page['next']}")["items"]
    assert [item["id"] for item in rest] == whole[1:] != []


@pytest.mark.parametrize(
    "after",
    ["x", "0:1.0:1.0:a", f"0:{'9' * 40}.0:1.0::a", "0:nan:1.0::a", "0:1.0:1.0::'", "1:1e5:0.0::a", "4:1.0:1.0::a"],
)
def test_a_place_that_cannot_be_is_refused_by_name(ann: Moderator, after: str) -> None:
    problem = ann.get(f"/queue?after={after}", status=422)
    assert [error["field"] for error in problem["errors"]] == ["after"]
