"""Moderators' decisions over HTTP: taken on a state, seen by readers at once, undone, and on record."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine, select, update
from tests.conftest import CHEESE, FERRY, Folders, Ingest, address
from tests.moderator import Moderator

from secondsource.factbase.models import Answered
from secondsource.factbase.moments import now
from secondsource.factbase.sessions import reading, writing
from secondsource.moderating.moderators import add_moderator


@pytest.fixture
def ann(client: FlaskClient, token: str) -> Moderator:
    return Moderator(client, token)


def conflicting_outlets(client: FlaskClient) -> set[str]:
    page = {"url": address("Coast Daily"), "text": FERRY["Coast Daily"]}
    answer = client.post("/api/v1/annotations", json=page).json
    notes = answer["annotations"]  # type: ignore[index]
    return {i["article"]["outlet"] for n in notes for i in n["evidence"] if i["stance"] == "conflicts"}


@pytest.mark.usefixtures("ferry")
def test_a_conflict_is_listed_with_both_sides_words_and_rejected(client: FlaskClient, ann: Moderator) -> None:
    assert conflicting_outlets(client) == {"Isle Post", "Northern Herald"}
    conflicts = ann.get("/conflicts")["items"]
    (conflict,) = [c for c in conflicts if {c["a"]["article"]["outlet"], c["b"]["article"]["outlet"]} >= {"Isle Post"}]
    assert conflict["status"] == "proposed"
    assert {conflict["a"]["value"], conflict["b"]["value"]} == {"52", "54"}
    assert all(conflict[side]["exact"] in conflict[side]["passage"] for side in "ab")
    made = ann.decide(f"/relations/{conflict['id']}", "reject_relation", reason="A misprint.")
    assert made["now"]["status"] == "rejected"
    assert made["decision"]["in_force"]
    assert made["decision"]["moderator"] == "Ann"
    assert conflicting_outlets(client) == {"Northern Herald"}
    assert conflict["id"] not in [c["id"] for c in ann.get("/conflicts")["items"]]
    assert [c["id"] for c in ann.get("/conflicts?status=rejected")["items"]] == [conflict["id"]]


def test_conflicts_are_listed_by_story(folders: Folders, ingest: Ingest, ann: Moderator) -> None:
    older = CHEESE | {"Valley Times": CHEESE["Valley Times"].replace("Oostveen, 61", "Oostveen, 63")}
    ingest(folders.story("Ferry", FERRY, published="2031-03-04"), folders.story("Cheese", older))
    whole = {conflict["id"] for conflict in ann.get("/conflicts")["items"]}
    stories = {story["title"]: story["id"] for story in ann.get("/stories")["items"]}
    parts = {title: ann.get(f"/conflicts?story={story}")["items"] for title, story in stories.items()}
    assert {title: {conflict["story"] for conflict in part} for title, part in parts.items()} == {
        title: {story} for title, story in stories.items()
    }
    assert {conflict["id"] for part in parts.values() for conflict in part} == whole
    assert sum(map(len, parts.values())) == len(whole)
    assert ann.get("/conflicts?story=nothing")["items"] == []


@pytest.mark.usefixtures("ferry")
def test_a_decision_can_be_undone_once_and_stays_on_record(ann: Moderator) -> None:
    conflict = ann.get("/conflicts")["items"][0]["id"]
    decision = ann.decide(f"/relations/{conflict}", "confirm_relation")["decision"]
    undo = ann.undo(decision)
    assert undo["decision"]["target"] == decision["id"]
    assert undo["now"] == ann.get(f"/relations/{conflict}")
    assert undo["now"]["status"] == "proposed"
    ann.undo(decision, status=409)
    record = ann.get("/decisions")["items"]
    assert [(item["action"], item["in_force"], item["undone"]) for item in record] == [
        ("undo", False, False),
        ("confirm_relation", False, True),
    ]
    again = ann.undo(undo["decision"])
    assert again["now"]["status"] == "confirmed"
    assert [item["undone"] for item in ann.get("/decisions")["items"]] == [False, True, False]


@pytest.mark.usefixtures("ferry")
def test_a_hidden_fact_is_gone_for_readers_and_marked_for_moderators(client: FlaskClient, ann: Moderator) -> None:
    fact = ann.get("/conflicts")["items"][0]["fact"]["id"]
    assert ann.decide(f"/facts/{fact}", "hide_fact", reason="Not news.")["now"]["status"] == "hidden"
    assert conflicting_outlets(client) == set()
    assert client.get(f"/api/v1/facts/{fact}").status_code == 404
    assert fact not in [f["id"] for f in client.get("/api/v1/facts?limit=200").json["items"]]  # type: ignore[index]
    assert {f["id"]: f["status"] for f in ann.get("/facts?limit=200")["items"]}[fact] == "hidden"


@pytest.mark.usefixtures("ferry")
def test_a_confirmed_fact_says_so_and_has_its_history(client: FlaskClient, ann: Moderator) -> None:
    conflict = ann.get("/conflicts")["items"][0]
    other = next(r for r in ann.get("/relations")["items"] if r["fact"]["id"] != conflict["fact"]["id"])
    ann.decide(f"/relations/{other['id']}", "reject_relation")
    made = ann.decide(f"/relations/{conflict['id']}", "confirm_relation")["decision"]
    assert client.get(f"/api/v1/facts/{conflict['fact']['id']}").json["status"] == "confirmed"  # type: ignore[index]
    assert ann.get(f"/decisions?fact={conflict['fact']['id']}")["items"] == [made]
    assert [r["id"] for r in ann.get(f"/facts/{conflict['fact']['id']}")["relations"]].count(conflict["id"]) == 1


@pytest.mark.usefixtures("ferry")
def test_what_was_decided_on_another_state_is_refused_with_the_one_there_is(
    client: FlaskClient, engine: Engine, ann: Moderator
) -> None:
    with writing(engine) as session:
        bob = Moderator(client, add_moderator(session, "Bob"))
    seen = ann.get("/conflicts")["items"][0]
    path = f"/relations/{seen['id']}"
    bob.decide(path, "reject_relation")
    body = {"action": "confirm_relation", "target": seen["id"]}
    problem = ann.post("/decisions", 412, seen["etag"], **body)
    assert problem["current"] == ann.get(path)
    assert problem["current"]["status"] == "rejected"
    assert problem["current"]["decided"] > 0
    ann.post("/decisions", 412, f"W/{problem['current']['etag']}", **body)
    ann.post("/decisions", 201, problem["current"]["etag"], **body)


@pytest.mark.usefixtures("ferry")
def test_a_state_that_comes_back_is_another_one_still(ann: Moderator) -> None:
    path = f"/relations/{ann.get('/conflicts')['items'][0]['id']}"
    seen = ann.get(path)
    ann.undo(ann.decide(path, "reject_relation")["decision"])
    again = ann.get(path)
    assert again["status"] == seen["status"]
    ann.post("/decisions", 412, seen["etag"], action="confirm_relation", target=seen["id"])


@pytest.mark.usefixtures("ferry")
def test_a_decision_on_one_relation_leaves_another_as_it_was_seen(ann: Moderator) -> None:
    first, second = ann.get("/conflicts")["items"][:2]
    ann.decide(f"/relations/{first['id']}", "confirm_relation")
    ann.post("/decisions", 201, second["etag"], action="confirm_relation", target=second["id"])


@pytest.mark.parametrize("tag", [None, "", "*"])
@pytest.mark.usefixtures("ferry")
def test_a_decision_must_say_on_which_state_it_was_taken(ann: Moderator, tag: str | None) -> None:
    conflict = ann.get("/conflicts")["items"][0]["id"]
    ann.post("/decisions", 428, tag, action="confirm_relation", target=conflict)
    ann.post(f"/decisions/{conflict}/undo", 428, tag)
    assert ann.get("/decisions")["items"] == []


@pytest.mark.usefixtures("ferry")
def test_a_tag_is_the_header_of_what_it_names(ann: Moderator) -> None:
    conflict = ann.get("/conflicts")["items"][0]
    article = conflict["a"]["article"]["id"]
    (passage, *_) = ann.get(f"/articles/{article}")["passages"]
    decision = ann.decide(f"/relations/{conflict['id']}", "confirm_relation")["decision"]["id"]
    for path in (
        f"/relations/{conflict['id']}", f"/facts/{conflict['fact']['id']}", f"/claims/{conflict['a']['content']}",
        f"/articles/{article}", f"/stories/{conflict['story']}", f"/passages/{passage['content']}",
        f"/decisions/{decision}", "/moderators/Ann",
    ):  # fmt: skip
        response = ann.ask("GET", path)
        assert response.headers["ETag"] == response.json["etag"], path  # type: ignore[index]
        assert response.data == ann.ask("GET", path).data


@pytest.mark.usefixtures("ferry")
def test_the_same_key_with_the_same_body_has_one_effect_and_one_answer(
    client: FlaskClient, engine: Engine, ann: Moderator
) -> None:
    seen, other = ann.get("/conflicts")["items"][:2]
    body = {"action": "confirm_relation", "target": seen["id"]}
    first = ann.post("/decisions", tag=seen["etag"], key="once", **body)
    assert [ann.post("/decisions", tag=seen["etag"], key="once", **body) for _ in range(20)] == [first] * 20
    assert len(ann.get("/decisions")["items"]) == 1
    body = {"action": "confirm_relation", "target": other["id"]}
    assert "another request" in ann.post("/decisions", 422, other["etag"], "once", **body)["detail"]
    with writing(engine) as session:
        bob = Moderator(client, add_moderator(session, "Bob"))
    bob.post("/decisions", 201, other["etag"], "once", **body)


@pytest.mark.usefixtures("ferry")
def test_a_key_is_forgotten_after_a_day(engine: Engine, ann: Moderator) -> None:
    seen, other = ann.get("/conflicts")["items"][:2]
    ann.post("/decisions", tag=seen["etag"], key="old", action="confirm_relation", target=seen["id"])
    with writing(engine) as session:
        session.execute(update(Answered).values(answered_at=now() - timedelta(days=1, seconds=1)))
    ann.post("/decisions", tag=other["etag"], key="old", action="reject_relation", target=other["id"])
    with reading(engine) as session:
        assert [kept.body["decision"]["target"] for kept in session.scalars(select(Answered))] == [other["id"]]


@pytest.mark.usefixtures("ferry")
def test_a_refusal_does_not_use_its_key_up(ann: Moderator) -> None:
    seen = ann.get("/conflicts")["items"][0]
    body = {"action": "confirm_relation", "target": seen["id"]}
    ann.post("/decisions", 412, '"old"', "again", **body)
    ann.post("/decisions", 201, seen["etag"], "again", **body)


@pytest.mark.parametrize("key", ["", "k" * 201, "a\tb"])
@pytest.mark.usefixtures("ferry")
def test_a_key_that_cannot_be_kept_is_refused(ann: Moderator, key: str) -> None:
    seen = ann.get("/conflicts")["items"][0]
    ann.post("/decisions", 422, seen["etag"], key, action="confirm_relation", target=seen["id"])


def test_a_decision_needs_something_to_decide_on(ann: Moderator) -> None:
    problem = ann.post("/decisions", 404, '"x"', action="hide_fact", target="nothing", reason="Why not.")
    assert "fact" in problem["detail"]
    ann.post("/decisions/nothing/undo", 404, '"x"', reason="Why not.")


@pytest.mark.usefixtures("ferry")
def test_a_judgement_of_one_key_needs_no_words_and_a_change_of_facts_does(ann: Moderator) -> None:
    seen = ann.get("/conflicts")["items"][0]
    ann.decide(f"/relations/{seen['id']}", "confirm_relation", reason="")
    ann.decide(f"/facts/{seen['fact']['id']}", "hide_fact", status=422, reason=" ")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"action": "hide_fact", "target": "x"}, "reason"),
        ({"action": "hide_fact", "target": "x", "reason": ""}, "reason"),
        ({"action": "hide_fact", "target": "x", "reason": " \n\u00a0"}, "reason"),
        ({"action": "add_moderator", "target": "x", "reason": "y"}, "action"),
        ({"action": "hide_fact", "target": "x", "reason": "y", "change": []}, "change"),
        ({"action": "reject_relation", "target": "x", "reason": "\0"}, "reason"),
        ({"action": "undo", "target": "x", "reason": "y"}, "action"),
        ({"action": "believe", "target": "x", "reason": "y"}, "action"),
        ({"action": "hide_fact", "reason": "y"}, "target"),
        ({"action": "hide_fact", "target": "x", "reason": "y", "moderator": "Bob"}, "moderator"),
        ({"action": "hide_fact", "target": "x", "reason": "y", "role": "administrator"}, "role"),
    ],
)
def test_a_decision_that_is_not_right_is_refused_by_field(ann: Moderator, body: dict[str, str], field: str) -> None:
    assert [e["field"] for e in ann.post("/decisions", status=422, **body)["errors"]] == [field]


@pytest.mark.parametrize("after", ["-1", "0", "9" * 19, "9" * 5000, "x", "", "1.5"])
def test_a_place_in_the_decisions_that_cannot_be_is_refused(ann: Moderator, after: str) -> None:
    ann.get(f"/decisions?after={after}", status=422)


@pytest.mark.usefixtures("ferry")
def test_lists_come_in_pages_without_gap_or_double(ann: Moderator) -> None:
    conflict = ann.get("/conflicts")["items"][0]["id"]
    for number in range(5):
        ann.decide(f"/relations/{conflict}", "confirm_relation", reason=f"{number}")
    for path in ("/facts", "/relations?status=all", "/decisions"):
        whole = [item["id"] for item in ann.get(path + ("&" if "?" in path else "?") + "limit=200")["items"]]
        found: list[str] = []
        after = ""
        while True:
            page = ann.get(f"{path}{'&' if '?' in path else '?'}limit=2{after}")
            found += [item["id"] for item in page["items"]]
            if page["next"] is None:
                break
            after = f"&after={page['next']}"
        assert found == whole
        assert len(whole) > 3
