"""No route of the admin API changes what another has changed meanwhile: a table over the route map, as of who may."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from tests.api.test_admin_gate import ROUTES
from tests.moderator import Moderator

JSON = "application/json"
# Routes that change something on the state of nothing, and why. A new one must be here or in CHANGES.
STATELESS = {
    ("POST", "/decisions/preview"): "keeps nothing",
    ("POST", "/ingest"): "what is in the base stays as it is",
    ("POST", "/moderators"): "what it makes was not there; a name that is taken is refused",
    ("DELETE", "/me/sessions"): "ends all, whatever there is",
}

# Those that take no idempotency key, and why.
UNKEYED = {
    ("POST", "/decisions/preview"): "keeps nothing",
    ("POST", "/ingest"): "an article is taken in once, however often it is asked for",
    ("DELETE", "/me/sessions"): "ends all, and who asked again is not signed in",
}


def conflict(ann: Moderator) -> str:
    """A relation's id."""
    return str(ann.get("/conflicts")["items"][0]["id"])


def decision(ann: Moderator) -> str:
    """The id of a decision that can be undone."""
    return str(ann.decide(f"/relations/{conflict(ann)}", "confirm_relation")["decision"]["id"])


def judge(ann: Moderator) -> tuple[str, str, dict[str, Any]]:
    """What to decide on, where, and what is sent."""
    pair = conflict(ann)
    return f"/relations/{pair}", "/decisions", {"action": "reject_relation", "target": pair}


def take_back(ann: Moderator) -> tuple[str, str, dict[str, Any]]:
    """The same of an undo."""
    path = f"/decisions/{decision(ann)}"
    return path, f"{path}/undo", {"reason": "Too early."}


def account(route: str, **sent: Any) -> Callable[[Moderator], tuple[str, str, dict[str, Any]]]:
    """The same of what is done to Bob."""

    def of(ann: Moderator) -> tuple[str, str, dict[str, Any]]:
        first = ann.get("/moderators/Bob/tokens")["items"][0]["id"]
        return "/moderators/Bob", f"/moderators/Bob{route.format(first)}", sent

    return of


CHANGES = {
    ("POST", "/decisions"): judge,
    ("POST", "/decisions/<decision_id>/undo"): take_back,
    ("POST", "/moderators/<name>/disable"): account("/disable", reason="Left."),
    ("POST", "/moderators/<name>/enable"): account("/enable", reason="Back."),
    ("POST", "/moderators/<name>/role"): account("/role", role="administrator", reason="Asked to."),
    ("POST", "/moderators/<name>/tokens"): account("/tokens"),
    ("DELETE", "/moderators/<name>/tokens/<token_id>"): account("/tokens/{}"),
}


@pytest.fixture
def ann(client: FlaskClient, token: str) -> Moderator:
    """An administrator, who has added Bob."""
    ann = Moderator(client, token)
    ann.post("/moderators", name="Bob")
    return ann


def change(ann: Moderator, path: str) -> None:
    """Let what is at a path be another than it was."""
    if path.startswith("/moderators"):
        ann.post(f"{path}/tokens", 201, ann.get(path)["etag"])
    elif path.startswith("/relations"):
        ann.decide(path, "leave_relation")
    else:
        ann.undo({"id": path.rpartition("/")[2]})


def taking(client: FlaskClient, header: str) -> set[tuple[str, str]]:
    """The routes that change something of which the OpenAPI document says that they take a header."""
    document: Any = client.get("/api/v1/openapi.json").get_json()
    return {
        (method.upper(), path.replace("{", "<").replace("}", ">").removeprefix("/api/v1/admin"))
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
        if method in {"post", "put", "patch", "delete"}
        and any(sent.get("name") == header for sent in operation.get("parameters", ()))
    }


def test_every_route_that_changes_something_is_in_one_of_the_tables(client: FlaskClient) -> None:
    changing = {route for route in ROUTES if route[0] != "GET"}
    assert changing == {*CHANGES, *STATELESS}
    wanting = taking(client, "If-Match")
    assert wanting == set(CHANGES), "and the OpenAPI document says the same"


@pytest.mark.usefixtures("ferry")
@pytest.mark.parametrize("route", CHANGES, ids=" ".join)
def test_every_change_that_is_sent_again_under_its_key_is_answered_as_the_first_time_and_done_once(
    ann: Moderator, route: tuple[str, str]
) -> None:
    seen, path, sent = CHANGES[route](ann)
    headers = {"If-Match": ann.get(seen)["etag"], "Idempotency-Key": "once"}
    first = ann.ask(route[0], path, json=sent, headers=headers)
    audit = ann.get("/audit")
    again = ann.ask(route[0], path, json=sent, headers=headers)
    assert (again.status_code, again.headers.get("ETag")) == (first.status_code, first.headers.get("ETag"))
    secret = {"token": None} if "token" in first.json else {}  # type: ignore[operator]
    assert again.json == first.json | secret  # type: ignore[operator]
    other = ann.ask(route[0], path, json=None, data=f" {json.dumps(sent)}", content_type=JSON, headers=headers)
    assert (other.status_code, other.mimetype) == (422, "application/problem+json")
    assert "another request" in other.text
    assert ann.get("/audit") == audit


def test_every_route_that_changes_something_takes_a_key_or_says_why_not(client: FlaskClient) -> None:
    keyed = taking(client, "Idempotency-Key")
    assert keyed == {route for route in ROUTES if route[0] != "GET"} - set(UNKEYED)


@pytest.mark.usefixtures("ferry")
@pytest.mark.parametrize("route", CHANGES, ids=" ".join)
def test_every_change_on_an_older_state_is_refused_with_the_present_one_and_does_nothing(
    ann: Moderator, route: tuple[str, str]
) -> None:
    seen, path, sent = CHANGES[route](ann)
    old = ann.get(seen)["etag"]
    change(ann, seen)
    now, audit = ann.get(seen), ann.get("/audit")
    assert now["etag"] != old
    for tag, status in ((None, 428), ("*", 428), (old, 412), (f"W/{now['etag']}", 412)):
        headers = {} if tag is None else {"If-Match": tag}
        answer = ann.ask(route[0], path, json=sent, headers=headers)
        told: Any = answer.get_json(force=True)
        assert (answer.status_code, answer.mimetype) == (status, "application/problem+json"), (tag, told)
        assert told.get("current") == (now if status == 412 else None)
    assert (ann.get(seen), ann.get("/audit")) == (now, audit)
    if not path.endswith("/undo"):  # undone, it cannot be undone again, whatever is seen
        assert ann.ask(route[0], path, json=sent, headers={"If-Match": now["etag"]}).status_code in {200, 201}
