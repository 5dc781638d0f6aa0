"""What readers report, and what moderators see of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine, func, select
from tests.conftest import FERRY, address
from tests.moderator import Moderator

from secondsource.factbase.models import Report
from secondsource.factbase.sessions import reading, writing
from secondsource.ingesting.ingest import rebuild
from secondsource.moderating import reports

pytestmark = pytest.mark.usefixtures("ferry")


@pytest.fixture
def note(client: FlaskClient) -> dict[str, Any]:
    """A note that a reader sees."""
    page = {"text": FERRY["Coast Daily"], "url": address("Coast Daily")}
    notes: list[dict[str, Any]] = client.post("/api/v1/annotations", json=page).json["annotations"]
    return next(note for note in notes if note["stance"] == "conflicts")


def report(client: FlaskClient, about: dict[str, Any], **more: str) -> Any:
    sent = {"note": about["id"], "fact": about["fact"]["id"], "url": address("Coast Daily"), "words": "Two captains."}
    return client.post("/api/v1/reports", json=sent | more)


def listed(client: FlaskClient, token: str, query: str = "") -> Any:
    response = client.get(f"/api/v1/admin/reports{query}", headers={"Authorization": f"Bearer {token}"})
    assert response.status_code == 200, response.text
    return response.json


def test_moderators_see_what_readers_report(client: FlaskClient, note: dict[str, Any], token: str) -> None:
    response = report(client, note)
    assert response.status_code == 201
    (found,) = listed(client, token)["items"]
    assert {name: found[name] for name in response.json} == response.json
    assert not found["closed"]
    assert found["note"] == note["id"]
    assert found["fact"] == {"id": note["fact"]["id"], "label": note["fact"]["label"]}
    assert (found["url"], found["words"]) == (address("Coast Daily"), "Two captains.")


def test_only_moderators_see_it(client: FlaskClient) -> None:
    assert client.get("/api/v1/admin/reports").status_code == 401


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://ann:secret@a.example/b?c=1&email=ann@a.example&utm_source=mail#me", "https://a.example/b"),
        (address("Coast Daily") + "?email=ann@a.example", address("Coast Daily")),
        ("https://a.example:8443/b", "https://a.example:8443/b"),
        ("file:///home/ann/page.html", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_nothing_of_the_address_is_kept_that_names_the_reader(
    client: FlaskClient, note: dict[str, Any], url: str, kept: str
) -> None:
    assert report(client, note, url=url).json["url"] == kept


def test_nothing_of_the_request_is_kept(client: FlaskClient, note: dict[str, Any], engine: Engine) -> None:
    assert report(client, note).status_code == 201
    columns = {column.name for column in Report.__table__.columns}
    assert columns == {"number", "id", "note", "fact_id", "fact_label", "url", "words", "reported_at"}
    with reading(engine) as session:
        assert session.scalars(select(func.count()).select_from(Report)).one() == 1


def test_the_same_said_a_hundred_times_is_kept_once(client: FlaskClient, note: dict[str, Any], token: str) -> None:
    answers = [report(client, note) for _ in range(100)]
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json["id"] for answer in answers}) == 1
    assert len(listed(client, token)["items"]) == 1


def test_the_same_said_after_it_was_closed_is_another_report(
    client: FlaskClient, note: dict[str, Any], token: str
) -> None:
    ann = Moderator(client, token)
    first = report(client, note).json
    closed = ann.decide(f"/reports/{first['id']}", "close_report", reason="")
    second = report(client, note).json
    assert second["id"] != first["id"]
    assert report(client, note).json["id"] == second["id"], "until it is closed it is kept once"
    assert [found["id"] for found in listed(client, token, "?closed=false")["items"]] == [second["id"]]
    assert [item["id"] for item in ann.get("/queue?why=report")["items"]] == [second["id"]]
    ann.decide(f"/reports/{second['id']}", "close_report", reason="")
    third = report(client, note).json
    assert third["id"] not in {first["id"], second["id"]}
    ann.decide(f"/reports/{third['id']}", "close_report", reason="")
    ann.undo(closed["decision"])
    assert report(client, note).json["id"] == first["id"], "while one is open, no other is opened"


def test_the_same_said_after_it_was_closed_and_had_to_go_is_another_report(
    client: FlaskClient, note: dict[str, Any], token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reports, "MOST", 1)
    ann = Moderator(client, token)
    first = report(client, note).json
    ann.decide(f"/reports/{first['id']}", "close_report", reason="")
    report(client, note, words="Something else.")
    assert first["id"] not in {found["id"] for found in listed(client, token)["items"]}
    second = report(client, note).json
    assert [item["id"] for item in ann.get("/queue?why=report")["items"]] == [second["id"]]


def test_a_flood_is_refused_and_ends_with_its_minute(
    client: FlaskClient, note: dict[str, Any], engine: Engine, token: str
) -> None:
    answers = [report(client, note, words=f"{number}") for number in range(reports.A_MINUTE + 5)]
    assert [answer.status_code for answer in answers] == [201] * reports.A_MINUTE + [429] * 5
    assert "minute" in answers[-1].json["detail"]
    assert answers[-1].headers["Retry-After"] == "60"
    with writing(engine) as session:
        for kept in session.scalars(select(Report)):
            kept.reported_at -= timedelta(minutes=1)
    assert report(client, note, words="after it").status_code == 201
    assert listed(client, token)["items"][0]["words"] == "after it"


def test_the_oldest_goes_when_there_are_too_many(
    client: FlaskClient, note: dict[str, Any], token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reports, "MOST", 3)
    for number in range(5):
        assert report(client, note, words=str(number)).status_code == 201
    assert [found["words"] for found in listed(client, token)["items"]] == ["4", "3", "2"]


def test_the_list_comes_in_pages(client: FlaskClient, note: dict[str, Any], token: str) -> None:
    for number in range(5):
        report(client, note, words=str(number))
    first = listed(client, token, "?limit=3")
    rest = listed(client, token, f"?limit=3&after={first['next']}")
    assert [found["words"] for found in first["items"] + rest["items"]] == ["4", "3", "2", "1", "0"]
    assert rest["next"] is None
    assert listed(client, token, "?note=another")["items"] == []


def test_a_rebuild_keeps_reports(client: FlaskClient, note: dict[str, Any], token: str, engine: Engine) -> None:
    report(client, note)
    rebuild(engine, lambda _: None)
    assert len(listed(client, token)["items"]) == 1


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"fact": "nothing"}, 404),
        ({"fact": ""}, 422),
        ({"fact": "f" * 21}, 422),
        ({"note": "n" * 21}, 422),
        ({"words": "w" * 1001}, 422),
        ({"words": "a\0"}, 422),
        ({"url": "u" * 8001}, 422),
        ({"name": "Ann"}, 422),
    ],
)
def test_what_is_not_right_is_refused(
    client: FlaskClient, note: dict[str, Any], more: dict[str, str], status: int
) -> None:
    response = report(client, note, **more)
    assert response.status_code == status
    assert response.content_type == "application/problem+json"


def test_the_longest_words_are_taken(client: FlaskClient, note: dict[str, Any]) -> None:
    assert report(client, note, words="😀" * 1000).status_code == 201
