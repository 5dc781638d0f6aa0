"""Moderators and tokens over HTTP: who may add and disable, what is shown once, and what is put on record."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Connection, Engine, event, text
from tests.moderator import Moderator

from secondsource.factbase.models import Role
from secondsource.factbase.sessions import WRITES, writing
from secondsource.moderating.moderators import add_moderator, set_role


@pytest.fixture
def ann(client: FlaskClient, token: str) -> Moderator:
    """The first moderator, and therefore an administrator."""
    return Moderator(client, token)


@pytest.fixture
def bob(client: FlaskClient, engine: Engine, ann: Moderator) -> Moderator:  # noqa: ARG001 - Ann is first
    with writing(engine) as session:
        return Moderator(client, add_moderator(session, "Bob", Role.MODERATOR))


def tag(moderator: Moderator, name: str) -> str:
    return str(moderator.get(f"/moderators/{name}")["etag"])


def test_an_administrator_adds_whoever_then_signs_with_a_token_shown_once(client: FlaskClient, ann: Moderator) -> None:
    made = ann.post("/moderators", key="k", name="Cy", role="reporter")
    assert made["moderator"]["role"] == "reporter"
    assert Moderator(client, made["token"]).get("/me")["name"] == "Cy"
    again = ann.post("/moderators", key="k", name="Cy", role="reporter")
    assert again == made | {"token": None}, "sent again it is not made again, and the token not told again"
    ann.post("/moderators", 409, name="Cy")
    assert [m["name"] for m in ann.get("/moderators")["items"]] == ["Ann", "Cy"]
    assert made["token"] not in json.dumps(ann.get("/moderators"))


def test_moderators_come_in_pages_by_name(ann: Moderator) -> None:
    for name in ("Cy", "Bob"):
        ann.post("/moderators", name=name)
    first = ann.get("/moderators?limit=2")
    last = ann.get(f"/moderators?limit=2&after={first['next']}")
    assert [m["name"] for m in first["items"] + last["items"]] == ["Ann", "Bob", "Cy"]
    assert last["next"] is None
    assert ann.get("/moderators?after=Zoe")["items"] == []


def test_tokens_are_made_with_a_label_and_an_end_and_revoked(client: FlaskClient, ann: Moderator) -> None:
    made = ann.post("/moderators/Ann/tokens", tag=tag(ann, "Ann"), label="laptop", expires_in_days=30)
    laptop = Moderator(client, made["token"])
    assert laptop.get("/me")["expires_at"] is not None
    shown = ann.get("/moderators/Ann/tokens")["items"]
    assert [(token["label"], token["expires_at"] is None) for token in shown] == [("", True), ("laptop", False)]
    path = f"/moderators/Ann/tokens/{shown[1]['id']}"
    assert ann.ask("DELETE", path, headers={"If-Match": tag(ann, "Ann")}).status_code == 200
    laptop.get("/me", 401)
    assert ann.ask("DELETE", path, headers={"If-Match": tag(ann, "Ann")}).status_code == 200, "it stays revoked"
    gone = ann.ask("DELETE", "/moderators/Ann/tokens/999", headers={"If-Match": tag(ann, "Ann")})
    assert gone.status_code == 404


def test_everybody_minds_their_own_tokens_and_nobody_elses(ann: Moderator, bob: Moderator) -> None:
    bob.post("/moderators/Bob/tokens", tag=tag(bob, "Bob"), label="mine")
    for path in ("/moderators/Ann", "/moderators/Ann/tokens", "/moderators/Nobody"):
        bob.get(path, 403)
    bob.post("/moderators/Ann/tokens", 403, tag(ann, "Ann"))
    (token,) = ann.get("/moderators/Ann/tokens")["items"]
    refused = bob.ask("DELETE", f"/moderators/Ann/tokens/{token['id']}", headers={"If-Match": "x"})
    assert refused.status_code == 403
    assert len(ann.get("/moderators/Bob/tokens")["items"]) == 2
    ann.get("/moderators/Nobody", 404)


@pytest.mark.usefixtures("ferry")
def test_who_is_disabled_is_out_and_what_they_decided_stays(ann: Moderator, bob: Moderator) -> None:
    bob.decide(f"/relations/{bob.get('/conflicts')['items'][0]['id']}", "confirm_relation")
    old = tag(ann, "Bob")
    bob.post("/moderators/Bob/tokens", tag=old)
    ann.post("/moderators/Bob/disable", 412, old, reason="Left.")
    ann.post("/moderators/Bob/disable", 200, tag(ann, "Bob"), reason="Left.")
    bob.get("/me", 401)
    assert [d["moderator"] for d in ann.get("/decisions")["items"]] == ["Bob"]


def test_the_last_administrator_stays(ann: Moderator) -> None:
    assert "another one first" in ann.post("/moderators/Ann/disable", 409, tag(ann, "Ann"), reason="Left.")["detail"]
    ann.post("/moderators", name="Dee", role="administrator")
    ann.post("/moderators/Ann/disable", 200, tag(ann, "Ann"), reason="Left.")


def test_a_role_is_changed_from_the_next_request_on(ann: Moderator, bob: Moderator) -> None:
    bob.get("/moderators", 403)
    seen = tag(ann, "Bob")
    ann.post("/moderators/Bob/role", 428, role="administrator", reason="Asked to.")
    assert ann.post("/moderators/Bob/role", 200, seen, role="administrator", reason="Busy.")["role"] == "administrator"
    ann.post("/moderators/Bob/role", 412, seen, role="reporter", reason="Asked to.")
    assert {m["name"] for m in bob.get("/moderators")["items"]} == {"Ann", "Bob"}
    bob.post("/moderators/Ann/role", 200, tag(bob, "Ann"), role="reporter", reason="Asked to.")
    ann.get("/audit", 403)
    (last, first) = bob.get("/audit?action=set_role")["items"]
    told = [(one["moderator"], one["change"], one["snapshot"]["moderator"]["role"]) for one in (first, last)]
    assert told == [
        ("Ann", {"name": "Bob", "role": "administrator"}, "moderator"),
        ("Bob", {"name": "Ann", "role": "reporter"}, "administrator"),
    ]
    assert [one["reason"] for one in (first, last)] == ["Busy.", "Asked to."]
    bob.undo(first, status=409)


def test_the_last_administrator_keeps_the_role_whoever_asks(ann: Moderator, bob: Moderator) -> None:
    for role in ("moderator", "reporter"):
        assert (
            "another one first"
            in ann.post("/moderators/Ann/role", 409, tag(ann, "Ann"), role=role, reason="Asked to.")["detail"]
        )
    ann.post("/moderators/Ann/role", 200, tag(ann, "Ann"), role="administrator", reason="Asked to.")
    bob.post("/moderators/Bob/role", 403, tag(ann, "Bob"), role="administrator", reason="Asked to.")
    ann.post("/moderators", name="Dee", role="administrator")
    ann.post("/moderators/Dee/disable", 200, tag(ann, "Dee"), reason="Left.")
    ann.post("/moderators/Ann/role", 409, tag(ann, "Ann"), role="reporter", reason="Asked to.")
    assert ann.get("/audit?action=set_role")["items"] == []


def test_whoever_lost_the_role_while_the_request_waited_to_write_changes_nothing(
    client: FlaskClient, engine: Engine, ann: Moderator, bob: Moderator
) -> None:
    at_the_lock = Event()

    def announce(connection: Connection) -> None:
        if connection.get_execution_options().get(WRITES):
            at_the_lock.set()

    event.listen(client.application.extensions["secondsource.base"], "engine_connect", announce)
    ann.post("/moderators/Bob/role", 200, tag(ann, "Bob"), role="administrator", reason="Asked to.")
    at_the_lock.clear()
    other = Moderator(client.application.test_client(), "")
    other.headers = bob.headers
    with ThreadPoolExecutor(1) as threads, writing(engine) as session:
        sent = threads.submit(other.ask, "POST", "/moderators", json={"name": "Eve"})
        assert at_the_lock.wait(30), "the request is past the gate"
        set_role(session, "Bob", Role.MODERATOR)
    assert sent.result().status_code == 403
    assert {m["name"] for m in ann.get("/moderators")["items"]} == {"Ann", "Bob"}


def test_all_of_it_is_on_record_and_never_a_token(engine: Engine, ann: Moderator) -> None:
    secrets = [ann.post("/moderators", name="Cy")["token"]]
    secrets += [ann.post("/moderators/Cy/tokens", tag=tag(ann, "Cy"), label="desk", key="t")["token"]]
    (_, token) = ann.get("/moderators/Cy/tokens")["items"]
    ann.ask("DELETE", f"/moderators/Cy/tokens/{token['id']}", headers={"If-Match": tag(ann, "Cy")})
    ann.post("/moderators/Cy/disable", 200, tag(ann, "Cy"), reason="Left.")
    record = ann.get("/audit")["items"]
    assert [(entry["action"], entry["moderator"], entry["change"].get("name")) for entry in record] == [
        ("disable_moderator", "Ann", "Cy"),
        ("revoke_token", "Ann", None),
        ("issue_token", "Ann", None),
        ("add_moderator", "Ann", "Cy"),
        ("add_moderator", "command line", "Ann"),
    ]
    assert {entry["snapshot"]["moderator"]["name"] for entry in record[:4]} == {"Cy"}
    assert [e["action"] for e in ann.get("/audit?action=issue_token")["items"]] == ["issue_token"]
    assert [e["action"] for e in ann.get(f"/audit?since={record[0]['decided_at'].replace('+', '%2B')}")["items"]] == [
        "disable_moderator"
    ]
    assert ann.get("/decisions")["items"] == [], "that list is about stories"
    with engine.connect() as connection:
        for table in ("decision", "answered", "moderator", "token"):
            rows = repr(connection.execute(text(f"SELECT * FROM {table}")).all())  # noqa: S608
            assert not any(secret in rows for secret in secrets)
            assert table in {"token", "moderator"} or "sha256" not in rows


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "Eve", "role": "king"}, "role"),
        ({"name": "Eve", "id": 1}, "id"),
        ({"name": "Eve", "disabled_at": None}, "disabled_at"),
        ({"role": "reporter"}, "name"),
    ],
)
def test_a_moderator_that_is_not_right_is_refused_by_field(ann: Moderator, body: dict[str, str], field: str) -> None:
    assert [e["field"] for e in ann.post("/moderators", 422, **body)["errors"]] == [field]


@pytest.mark.parametrize("name", ["a/b", "..", "a\nb", "command line"])
def test_a_name_that_would_mislead_is_refused(ann: Moderator, name: str) -> None:
    ann.post("/moderators", 409, name=name)


def test_a_token_that_ends_makes_none_that_outlives_it(client: FlaskClient, ann: Moderator) -> None:
    made = ann.post("/moderators/Ann/tokens", tag=tag(ann, "Ann"), label="a day", expires_in_days=1)
    short = Moderator(client, made["token"])
    for days in (None, 400):
        more = {} if days is None else {"expires_in_days": days}
        short.post("/moderators/Ann/tokens", tag=tag(ann, "Ann"), label="more", **more)
    first, *shown = ann.get("/moderators/Ann/tokens")["items"]
    assert first["expires_at"] is None
    assert len(shown) == 3
    assert {token["expires_at"] for token in shown} == {shown[0]["expires_at"]} != {None}


@pytest.mark.parametrize("days", [0, -1, 10**6, "x", True])
def test_a_token_lasts_a_number_of_days(ann: Moderator, days: object) -> None:
    ann.post("/moderators/Ann/tokens", 422, tag(ann, "Ann"), expires_in_days=days)


def test_what_was_done_to_moderators_is_not_undone_like_a_judgement(ann: Moderator) -> None:
    (added,) = ann.get("/audit")["items"]
    problem = ann.undo(added, status=409)
    assert "undone" in problem["detail"]
