"""The desk's form for articles: it needs no script, and says what is wrong where it is wrong."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine
from tests.conftest import FERRY, address

from secondsource.factbase.models import Role
from secondsource.factbase.sessions import writing
from secondsource.jobs import work
from secondsource.moderating.moderators import add_moderator
from secondsource.moderating.tokens import csrf_of

COAST = {
    "text": FERRY["Coast Daily"],
    "outlet": "Coast Daily",
    "url": address("Coast Daily"),
    "title": "<b>On the rocks</b>",
    "published": "2031-03-04",
}


@pytest.fixture
def desk(client: FlaskClient, token: str) -> FlaskClient:
    """A moderator's browser, signed in."""
    client.post("/admin/sign-in", data={"token": token})
    return client


def send(desk: FlaskClient, at: str = "http://localhost", **fields: str) -> object:
    """Fill in the form and send it."""
    csrf = re.search(r'name="csrf" value="([^"]+)"', desk.get("/admin/add", base_url=at).text)
    assert csrf is not None
    return desk.post("/admin/add", base_url=at, data={"csrf": csrf[1]} | fields)


def test_a_server_on_a_port_takes_its_own_form_and_no_other(client: FlaskClient, token: str) -> None:
    at = "http://127.0.0.1:8765"
    client.post("/admin/sign-in", base_url=at, data={"token": token})
    assert send(client, at, **COAST).status_code == 303
    for made_up in ("", "é", csrf_of("")):
        assert client.post("/admin/add", base_url=at, data=COAST | {"csrf": made_up}).status_code == 403


def test_a_pasted_article_is_added_and_the_page_says_what_became_of_it(desk: FlaskClient, engine: Engine) -> None:
    answer = send(desk, **COAST)
    assert answer.status_code == 303
    page = answer.headers["Location"]
    assert "0 of" in desk.get(page).text
    work(engine)
    told = desk.get(page).text
    assert "Done: 1 outcome" in told
    assert re.search(r'<a class="outlet" href="/admin/articles/[0-9a-f]+">' + re.escape(COAST["url"]), told)
    assert "&lt;b&gt;On the rocks&lt;/b&gt;" in desk.get("/admin/stories").text
    assert "<b>On the rocks" not in desk.get("/admin/stories").text


def test_a_refusal_is_told_in_the_list(desk: FlaskClient, engine: Engine) -> None:
    answer = send(desk, addresses="http://127.0.0.1/\n\n  http://127.0.0.1/two  ")
    work(engine)
    told = desk.get(answer.headers["Location"]).text
    assert told.count('class="badge refused"') == 2


@pytest.mark.parametrize(
    ("fields", "name", "says"),
    [
        ({}, "addresses", "Give at least one address or article."),
        ({"addresses": "ferry.html"}, "addresses", "It must be an address that begins with http:// or https://."),
        ({"text": "On the rocks."}, "outlet", "A text does not say it: give it."),
        (COAST | {"published": "soon"}, "published", "Not a valid date."),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_what_was_typed_stays(
    desk: FlaskClient, fields: dict[str, str], name: str, says: str
) -> None:
    answer = send(desk, **fields)
    assert answer.status_code == 422
    assert f'id="wrong-{name}">{says}' in answer.text
    assert f'aria-describedby="wrong-{name}"' in answer.text
    for value in fields.values():
        assert value.splitlines()[0].replace("<", "&lt;").replace(">", "&gt;") in answer.text


def test_nothing_is_taken_from_a_page_of_another_session(desk: FlaskClient, engine: Engine) -> None:
    answer = desk.post("/admin/add", data={"csrf": "guessed", "addresses": "http://127.0.0.1/"})
    assert answer.status_code == 403
    assert "http://127.0.0.1/" in answer.text
    work(engine)
    assert "Add articles" in desk.get("/admin/stories").text
    assert desk.post("/admin/add", data={}, headers={"Origin": "https://evil.example"}).status_code == 403


def test_what_was_filled_in_outlives_the_session_that_it_was_filled_in_with(
    desk: FlaskClient, engine: Engine, token: str
) -> None:
    filled = COAST | {"csrf": csrf_of("the session before")}
    desk.post("/admin/sign-out", data={"everywhere": "yes"})
    ended = desk.post("/admin/add", data=filled)
    assert (ended.status_code, "Location" in ended.headers) == (403, False), "a redirection would lose it"
    assert "Your session has ended" in ended.text
    desk.post("/admin/sign-in", data={"token": token})  # in another tab, as that page says
    again = desk.post("/admin/add", data=filled)  # the browser sends it again when it is loaded again
    assert COAST["text"].splitlines()[-1] in again.text
    work(engine)
    assert COAST["url"] not in desk.get("/admin/stories").text


def test_a_reporter_is_not_offered_what_a_reporter_may_not_do(client: FlaskClient, engine: Engine) -> None:
    with writing(engine) as session:
        add_moderator(session, "Ann")
        reporter = add_moderator(session, "Rex", Role.REPORTER)
    client.post("/admin/sign-in", data={"token": reporter})
    assert "Add articles" not in client.get("/admin/stories").text
    assert client.get("/admin/add").status_code == 403
    assert client.post("/admin/add", data={"addresses": "http://127.0.0.1/"}).status_code == 403


def test_work_that_nobody_asked_for_is_not_there(desk: FlaskClient) -> None:
    assert desk.get("/admin/add/0123456789abcdef0123456789abcdef").status_code == 404
