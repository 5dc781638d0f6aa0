from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine
from tests.conftest import FERRY, address
from tests.made_up_pages import news_article, page
from tests.moderator import ADMIN, Moderator

from secondsource.api.admin.ingest import MOST_ADDRESSES, MOST_PASTED
from secondsource.ingesting.outcomes import Outcome, Result
from secondsource.jobs import rows, work

COAST = {
    "text": FERRY["Coast Daily"],
    "outlet": "Coast Daily",
    "url": address("Coast Daily"),
    "published": "2031-03-04",
}
HERALD = COAST | {"text": FERRY["Northern Herald"], "outlet": "Northern Herald", "url": address("Northern Herald")}


@pytest.fixture
def moderator(client: FlaskClient, token: str) -> Moderator:
    return Moderator(client, token)


@pytest.fixture
def desk(client: FlaskClient, token: str) -> FlaskClient:
    """A moderator's browser, signed in."""
    client.post("/admin/sign-in", data={"token": token})
    return client


def results(told: dict[str, Any]) -> list[str]:
    return [outcome["result"] for outcome in told["outcomes"]]


def test_what_is_asked_for_is_done_in_the_background_and_told(engine: Engine, moderator: Moderator) -> None:
    response = moderator.ask("POST", "/ingest", json={"articles": [COAST, HERALD]})
    assert response.status_code == 202
    asked = response.json
    assert asked is not None
    assert (asked["state"], asked["outcomes"], asked["asked_by"], asked["ended_at"]) == ("queued", [], "Ann", None)
    assert response.headers["Location"] == f"{ADMIN}/jobs/{asked['id']}"
    work(engine)
    told = moderator.get(f"/jobs/{asked['id']}")
    assert (told["state"], told["done"], told["total"], told["error"]) == ("done", 2, 2, None)
    assert results(told) == ["new", "new"]
    first, second = told["outcomes"]
    assert (first["name"], first["reason"]) == (COAST["url"], "")
    assert second["reason"].startswith("shares ")
    articles = [moderator.get(f"/articles/{outcome['article']}") for outcome in (first, second)]
    assert [article["outlet"] for article in articles] == ["Coast Daily", "Northern Herald"]
    assert articles[0]["text"] == COAST["text"]
    assert len(moderator.get("/stories")["items"]) == 1


def test_asking_again_changes_nothing_and_a_changed_text_says_what_changed(
    engine: Engine, moderator: Moderator
) -> None:
    changed = COAST | {"text": COAST["text"].replace("54", "52")}
    told = []
    for article in (COAST, COAST, changed):
        asked = moderator.post("/ingest", 202, articles=[article], story="Ferry")
        work(engine)
        told += moderator.get(f"/jobs/{asked['id']}")["outcomes"]
    assert [(outcome["result"], outcome["reason"]) for outcome in told] == [
        ("new", ""),
        ("unchanged", ""),
        ("changed", "1 sentence"),
    ]
    assert [story["title"] for story in moderator.get("/stories")["items"]] == ["Ferry"]


def test_a_page_says_itself_whose_it_is(engine: Engine, moderator: Moderator) -> None:
    html = page(ld=news_article()).decode()
    asked = moderator.post("/ingest", 202, articles=[{"html": html, "url": "https://www.herald.example/ferry"}])
    work(engine)
    (outcome,) = moderator.get(f"/jobs/{asked['id']}")["outcomes"]
    assert moderator.get(f"/articles/{outcome['article']}")["outlet"] == "Northern Herald"


def test_nobodys_name_and_password_are_told(engine: Engine, moderator: Moderator) -> None:
    secret = COAST["url"].replace("https://", "https://ann:secret@")
    asked = moderator.post("/ingest", 202, articles=[COAST | {"url": secret}], addresses=["https://ann:secret@[::1]/"])
    work(engine)
    told = moderator.get(f"/jobs/{asked['id']}")
    assert [outcome["name"] for outcome in told["outcomes"]] == [COAST["url"], "https://[::1]/"]
    assert moderator.get(f"/articles/{told['outcomes'][0]['article']}")["url"] == COAST["url"]
    assert "secret" not in str(told)


def test_what_cannot_be_had_is_refused_with_the_reason_and_the_rest_goes_on(
    engine: Engine, moderator: Moderator
) -> None:
    addresses = ["http://127.0.0.1/", "http://169.254.169.254/latest/meta-data/"]
    asked = moderator.post("/ingest", 202, addresses=addresses, articles=[{"html": "<p>nothing</p>"}, COAST])
    work(engine)
    told = moderator.get(f"/jobs/{asked['id']}")
    assert results(told) == ["refused", "new", "refused", "refused"]
    assert [outcome["name"] for outcome in told["outcomes"]] == ["pasted article 1", COAST["url"], *addresses]
    assert all(outcome["reason"] for outcome in told["outcomes"] if outcome["result"] == "refused")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "addresses"),
        ({"addresses": []}, "addresses"),
        ({"addresses": ["file:///etc/passwd"]}, "addresses.0"),
        ({"addresses": ["/etc/passwd"]}, "addresses.0"),
        ({"addresses": ["https://a.example/\nb"]}, "addresses.0"),
        ({"addresses": ["https://a.example/"] * (MOST_ADDRESSES + 1)}, "addresses"),
        ({"addresses": ["https://a.example/"], "story": ""}, "story"),
        ({"articles": [COAST] * (MOST_PASTED + 1)}, "articles"),
        ({"articles": [{"text": "x"}]}, "articles.0.outlet"),
        ({"articles": [COAST | {"html": "<p>x"}]}, "articles.0.text"),
        ({"articles": [COAST | {"published": "soon"}]}, "articles.0.published"),
        ({"articles": [COAST | {"published": "0001-01-01"}]}, "articles.0.published"),
        ({"articles": [COAST | {"file": "/etc/passwd"}]}, "articles.0.file"),
        ({"paths": ["/etc"]}, "paths"),
    ],
)
def test_what_makes_no_sense_is_refused_at_once(moderator: Moderator, body: dict[str, Any], field: str) -> None:
    told = moderator.post("/ingest", 422, **body)
    assert field in {error["field"] for error in told["errors"]}, told


def test_a_long_jobs_outcomes_come_page_by_page(engine: Engine, moderator: Moderator, desk: FlaskClient) -> None:
    job = rows.add(engine, "ingest", {}, "Ann")
    rows.begin(engine, job)
    for number in range(60):
        result = Result.REFUSED if number % 20 == 0 else Result.UNCHANGED
        rows.tell(engine, job, Outcome(result, f"https://a.example/{number}"), 70)
    first = moderator.get(f"/jobs/{job}")
    assert (first["done"], first["total"], first["counts"]["refused"], first["next"]) == (60, 70, 3, "50")
    rest = moderator.get(f"/jobs/{job}?after={first['next']}")
    assert rest["next"] is None
    assert [one["number"] for one in first["outcomes"] + rest["outcomes"]] == list(range(1, 61))
    refused = moderator.get(f"/jobs/{job}?result=refused&limit=2")
    assert ([one["number"] for one in refused["outcomes"]], refused["next"]) == ([1, 21], "21")
    page = desk.get(f"/admin/add/{job}").text
    assert f'href="/admin/add/{job}?after=50"' in page
    assert "https://a.example/49<" in page
    assert "https://a.example/50<" not in page
    assert "https://a.example/50<" in desk.get(f"/admin/add/{job}?after=50").text
    assert desk.get(f"/admin/add/{job}?after=x").status_code == 404


def test_there_is_nothing_to_say_of_work_that_nobody_asked_for(moderator: Moderator) -> None:
    moderator.get("/jobs/0123456789abcdef0123456789abcdef", 404)
