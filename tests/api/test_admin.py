"""The moderators' part over HTTP."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine
from tests.conftest import FERRY, address

from secondsource.factbase.sessions import writing
from secondsource.moderating.moderators import add_moderator, disable_moderator

ADMIN = "/api/v1/admin"


class Moderator:
    """Requests with a token."""

    def __init__(self, client: FlaskClient, token: str) -> None:
        self.client = client
        self.headers = {"Authorization": f"Bearer {token}"}

    def get(self, path: str, status: int = 200) -> Any:
        response = self.client.get(ADMIN + path, headers=self.headers)
        assert response.status_code == status, response.text
        return response.json

    def post(self, path: str, status: int = 201, **body: Any) -> Any:
        response = self.client.post(ADMIN + path, json=body, headers=self.headers)
        assert response.status_code == status, response.text
        return response.get_json(force=True)


@pytest.fixture
def ann(client: FlaskClient, token: str) -> Moderator:
    return Moderator(client, token)


def conflicting_outlets(client: FlaskClient) -> set[str]:
    page = {"url": address("Coast Daily"), "text": FERRY["Coast Daily"]}
    answer = client.post("/api/v1/annotations", json=page).json
    notes = answer["annotations"]  # type: ignore[index]
    return {i["article"]["outlet"] for n in notes for i in n["evidence"] if i["stance"] == "conflicts"}


def test_every_admin_route_refuses_whoever_has_no_valid_token(client: FlaskClient, engine: Engine) -> None:
    with writing(engine) as session:
        revoked = add_moderator(session, "Bob")
        disable_moderator(session, "Bob")
        good = add_moderator(session, "Ann")
    credentials = [
        None, "", "Bearer", "Bearer ", "Bearer wrong", f"Bearer {revoked}", f"Bearer {good}x",
        f"Bearer {good[:-1]}",
        f"Basic {good}", good, f"Bearer  {good} x", "Bearer é", "Bearer \x00", f"bearer:{good}",
    ]  # fmt: skip
    seen = 0
    answers = set()
    for rule in client.application.url_map.iter_rules():
        if not str(rule).startswith(ADMIN):
            continue
        path = str(rule)
        for argument in rule.arguments:
            path = path.replace(f"<{argument}>", "x")
        for method in sorted(rule.methods or ()):
            for credential in credentials:
                environ = {} if credential is None else {"HTTP_AUTHORIZATION": credential}
                response = client.open(
                    path, method=method, data=b"{", content_type="application/json", environ_overrides=environ
                )
                assert response.status_code == 401, (method, path, credential)
                assert response.headers["WWW-Authenticate"].startswith("Bearer")
                answers |= {response.data} if method != "HEAD" else set()
                seen += 1
    assert seen > 50
    assert len(answers) == 1, "a refusal must not tell a wrong token from a revoked one"


@pytest.mark.usefixtures("ferry")
def test_a_conflict_is_listed_with_both_sides_words_and_rejected(client: FlaskClient, ann: Moderator) -> None:
    assert conflicting_outlets(client) == {"Isle Post", "Northern Herald"}
    conflicts = ann.get("/conflicts")["items"]
    (conflict,) = [c for c in conflicts if {c["a"]["article"]["outlet"], c["b"]["article"]["outlet"]} >= {"Isle Post"}]
    assert conflict["status"] == "proposed"
    assert {conflict["a"]["value"], conflict["b"]["value"]} == {"52", "54"}
    assert all(conflict[side]["exact"] in conflict[side]["passage"] for side in "ab")
    decision = ann.post("/decisions", action="reject_relation", target=conflict["id"], reason="A misprint.")
    assert decision["in_force"]
    assert decision["moderator"] == "Ann"
    assert conflicting_outlets(client) == {"Northern Herald"}
    assert conflict["id"] not in [c["id"] for c in ann.get("/conflicts")["items"]]
    assert [c["id"] for c in ann.get("/conflicts?status=rejected")["items"]] == [conflict["id"]]


@pytest.mark.usefixtures("ferry")
def test_a_decision_can_be_undone_once_and_stays_on_record(ann: Moderator) -> None:
    conflict = ann.get("/conflicts")["items"][0]["id"]
    decision = ann.post("/decisions", action="confirm_relation", target=conflict, reason="Checked.")
    undo = ann.post(f"/decisions/{decision['id']}/undo", reason="Too early.")
    assert undo["target"] == decision["id"]
    ann.post(f"/decisions/{decision['id']}/undo", status=409, reason="Again.")
    record = ann.get("/decisions")["items"]
    assert [(item["action"], item["in_force"]) for item in record] == [
        ("undo", False),
        ("confirm_relation", False),
    ]


@pytest.mark.usefixtures("ferry")
def test_a_hidden_fact_is_gone_for_readers_and_marked_for_moderators(client: FlaskClient, ann: Moderator) -> None:
    fact = ann.get("/conflicts")["items"][0]["fact"]["id"]
    ann.post("/decisions", action="hide_fact", target=fact, reason="Not news.")
    assert conflicting_outlets(client) == set()
    assert client.get(f"/api/v1/facts/{fact}").status_code == 404
    assert fact not in [f["id"] for f in client.get("/api/v1/facts?limit=200").json["items"]]  # type: ignore[index]
    assert {f["id"]: f["status"] for f in ann.get("/facts?limit=200")["items"]}[fact] == "hidden"


@pytest.mark.usefixtures("ferry")
def test_a_confirmed_fact_says_so(client: FlaskClient, ann: Moderator) -> None:
    conflict = ann.get("/conflicts")["items"][0]
    ann.post("/decisions", action="confirm_relation", target=conflict["id"], reason="Checked.")
    assert client.get(f"/api/v1/facts/{conflict['fact']['id']}").json["status"] == "confirmed"  # type: ignore[index]


def test_a_decision_needs_something_to_decide_on(ann: Moderator) -> None:
    problem = ann.post("/decisions", status=404, action="hide_fact", target="nothing", reason="Why not.")
    assert "fact" in problem["detail"]
    ann.post("/decisions/nothing/undo", status=404, reason="Why not.")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"action": "reject_relation", "target": "x"}, "reason"),
        ({"action": "reject_relation", "target": "x", "reason": ""}, "reason"),
        ({"action": "reject_relation", "target": "x", "reason": " \n\u00a0"}, "reason"),
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
        ann.post("/decisions", action="confirm_relation", target=conflict, reason=f"{number}")
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
