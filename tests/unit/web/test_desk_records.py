"""What the desk tells of decisions and of people: why, what takes back what, and what disabling does."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from tests.moderator import Moderator
from tests.unit.web.conftest import told

from secondsource.api.admin.gate import PACE
from secondsource.api.admin.pace import Pace
from secondsource.web.desk import decided

pytestmark = pytest.mark.usefixtures("ferry")


def undone(ann: Moderator) -> tuple[int, int, str]:
    """A judgement and its undo, by their numbers, and the fact that they are about."""
    pair = ann.get("/conflicts")["items"][0]
    judged = ann.decide(f"/relations/{pair['id']}", "reject_relation")["decision"]
    took_back = ann.undo(judged, reason="The wrong pair.")["decision"]
    assert ann.get(f"/decisions/{judged['id']}")["undone_by"] == took_back["id"]
    assert took_back["undone_by"] is None
    return judged["number"], took_back["number"], pair["fact"]["id"]


def row(page: str, number: int) -> str:
    """A decision's row in a list."""
    found = re.search(rf'<li id="n{number}".*?</li>\s*(?=<li id="n|</ol>)', page, re.DOTALL)
    assert found is not None
    return found[0]


def test_an_undo_says_why_and_links_what_it_undoes_which_links_back(desk: FlaskClient, ann: Moderator) -> None:
    judged, undo, fact = undone(ann)
    for path in ("/admin/audit", f"/admin/facts/{fact}"):
        page = desk.get(path).text
        assert f'<a href="#n{judged}">number {judged}</a>, reject relation' in row(page, undo)
        assert "The wrong pair." in row(page, undo)
        assert f'undone by <a href="#n{undo}">number {undo}</a>' in row(page, judged)


def test_a_decision_that_a_later_one_replaced_stays_on_record_and_says_so(desk: FlaskClient, ann: Moderator) -> None:
    path = f"/relations/{ann.get('/conflicts')['items'][0]['id']}"
    first, second = (ann.decide(path, action)["decision"] for action in ("reject_relation", "confirm_relation"))
    page = desk.get("/admin/audit").text
    assert "superseded" in row(page, first["number"])
    assert "rejected → confirmed" in row(page, second["number"])
    assert "superseded" not in row(page, second["number"])


def test_what_is_on_another_page_of_the_audit_is_linked_there(desk: FlaskClient, ann: Moderator) -> None:
    judged, undo, _ = undone(ann)
    link = f"/admin/audit?after={judged + 1}#n{judged}"
    assert f'<a href="{link}">number {judged}</a>' in row(desk.get("/admin/audit?action=undo").text, undo)
    assert row(desk.get(link.partition("#")[0]).text, judged)


def test_a_field_for_the_reason_stands_with_every_undo_which_the_script_shows(
    desk: FlaskClient, ann: Moderator
) -> None:
    undone(ann)
    page = desk.get("/admin/audit").text
    forms = re.findall(r'<form class="send inline" data-path="/api/v1/admin/decisions/\w+/undo".*?</form>', page, re.S)
    assert len(forms) == 1, "the judgement is undone, and only its undo can be"
    assert re.search(r'<input name="reason"[^>]* maxlength="2000"', forms[0])
    assert re.findall(r'<details class="[^"]*\bundo"([^>]*)>', page) == [" hidden"]


def test_disabling_says_what_it_does_and_is_taken_back(desk: FlaskClient, ann: Moderator) -> None:
    ann.post("/moderators", name="Bea")
    page = told(desk, "/admin/moderators")
    assert "At once Bea is signed out everywhere and all their tokens are revoked" in page
    assert "At once Ann" not in page, "nobody disables themselves here"
    tag = ann.get("/moderators/Bea")["etag"]
    ann.post("/moderators/Bea/disable", 422, tag)
    ann.post("/moderators/Bea/disable", 422, tag, reason="  ")
    ann.post("/moderators/Bea/disable", 200, tag, reason="On leave.")
    assert "Bea may sign in again as moderator" in told(desk, "/admin/moderators")
    ann.post("/moderators/Bea/enable", 200, ann.get("/moderators/Bea")["etag"], reason="Back.")
    assert "At once Bea" in told(desk, "/admin/moderators")
    audit = told(desk, "/admin/audit")
    assert "On leave." in audit
    assert "Ann enable moderator Bea" in audit


def test_who_is_enabled_again_needs_a_new_token(client: FlaskClient, ann: Moderator) -> None:
    old = ann.post("/moderators", name="Bea")["token"]
    for act in ("disable", "enable", "enable"):
        ann.post(f"/moderators/Bea/{act}", 200, ann.get("/moderators/Bea")["etag"], reason="So.")
    Moderator(client, old).get("/me", 401)
    new = ann.post("/moderators/Bea/tokens", tag=ann.get("/moderators/Bea")["etag"])["token"]
    assert Moderator(client, new).get("/me")["role"] == "moderator"
    enabled = [one for one in ann.get("/audit")["items"] if one["action"] == "enable_moderator"]
    assert [one["reason"] for one in enabled] == ["So."], "enabled already, nothing happens"


def test_what_the_program_went_by_is_told_of_every_pair(desk: FlaskClient, ann: Moderator) -> None:
    for pair in ann.get("/relations?status=all")["items"]:
        told = ann.get(f"/relations/{pair['id']}/features")
        if told["judges"] is None:
            assert told["weights"] == []
        elif told["decides"]:
            assert told["sure"] == pytest.approx(pair["sure"])
            assert told["weights"]
    fact = desk.get(f"/admin/facts/{pair['fact']['id']}").text
    assert f'data-features="/api/v1/admin/relations/{pair["id"]}/features"' in fact
    assert "no relation with this id" in ann.get("/relations/none/features", 404)["detail"]


def test_of_a_long_history_the_fact_shows_the_last_and_the_audit_all(
    desk: FlaskClient, ann: Moderator, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged, undo, fact = undone(ann)
    assert "The latest" not in told(desk, f"/admin/facts/{fact}")
    monkeypatch.setattr(decided, "MOST", 1)
    page = desk.get(f"/admin/facts/{fact}").text
    assert row(page, undo)
    assert f'id="n{judged}"' not in page
    assert f'The latest 1 of 2. <a href="/admin/audit?fact={fact}">All of them</a>' in page
    audit = desk.get(f"/admin/audit?fact={fact}").text
    assert re.findall(r'<li id="n(\d+)"', audit) == [str(undo), str(judged)], "and not that Ann was added"
    assert f'Of <a href="/admin/facts/{fact}">' in audit


def test_a_session_that_asks_too_often_is_told_to_wait(desk: FlaskClient) -> None:
    desk.application.extensions[PACE] = Pace(a_second=0.01, burst=2)
    assert [desk.get("/admin/stories").status_code for _ in range(2)] == [200, 200]
    answer = desk.get("/admin/stories")
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 100
    assert "Too many requests" in answer.text
    assert desk.post("/admin/sign-out", data={"everywhere": ""}).status_code == 303, "the way out is always open"
