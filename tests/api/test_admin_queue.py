"""What waits for moderators: in which order, how much is left, and what leaves it and comes back."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine, update
from tests.conftest import CHEESE, FERRY, Folders, Ingest, address
from tests.moderator import Moderator

from secondsource.factbase.models import Relation
from secondsource.factbase.sessions import writing

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


def doubt(engine: Engine, pair: str) -> None:
    """Let the program be unsure of a relation."""
    with writing(engine) as session:
        session.execute(update(Relation).where(Relation.pair_id == pair).values(sure=0.5))


def whys(queue: dict[str, Any]) -> list[str]:
    return [item["why"] for item in queue["items"]]


@pytest.mark.usefixtures("ship")
def test_conflicts_come_first_then_reports_then_doubts_then_what_most_articles_have(
    client: FlaskClient, engine: Engine, ann: Moderator
) -> None:
    report(client)
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
def test_a_fact_that_most_articles_have_waits_once(ann: Moderator) -> None:
    read = ann.get("/queue?why=read")
    facts = [item["relation"]["fact"]["id"] for item in read["items"]]
    assert facts
    assert len(set(facts)) == len(facts)
    for fact in facts:
        assert len({claim["article"]["id"] for claim in ann.get(f"/facts/{fact}")["claims"]}) >= 3
    assert read["left"] == len(facts)


@pytest.mark.parametrize("action", ["confirm_relation", "reject_relation", "leave_relation"])
@pytest.mark.usefixtures("ship")
def test_what_was_decided_leaves_the_queue_and_comes_back_when_it_is_undone(ann: Moderator, action: str) -> None:
    before = ann.get("/queue")
    item = before["items"][0]
    made = ann.post("/decisions", tag=item["etag"], action=action, target=item["id"])
    after = ann.get("/queue")
    assert item["id"] not in [item["id"] for item in after["items"]]
    assert (after["left"], after["done"]) == (before["left"] - 1, 1)
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
    stories = [story["id"] for story in ann.get("/stories")["items"]]
    parts = [ann.get(f"/queue?limit=200&story={story}") for story in stories]
    assert sorted(item["id"] for part in parts for item in part["items"]) == sorted(item["id"] for item in found)
    assert sum(part["left"] for part in parts) == whole["left"]
    assert ann.get("/queue?story=nothing")["left"] == 0


@pytest.mark.parametrize("after", ["x", "0:1", "9:1.0:a", f"0:{'9' * 40}.0:a", "0:nan:a", "0:1.0:'", "1:1e5:a"])
def test_a_place_that_cannot_be_is_refused_by_name(ann: Moderator, after: str) -> None:
    problem = ann.get(f"/queue?after={after}", status=422)
    assert [error["field"] for error in problem["errors"]] == ["after"]
