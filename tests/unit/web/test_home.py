from __future__ import annotations

import html
import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from secondsource.factbase.models import Action, Fact, Relation
from secondsource.factbase.sessions import writing
from secondsource.ingesting.arriving import ingest_pasted
from secondsource.ingesting.sources import Given, Pasted
from secondsource.moderating.decisions import decide
from secondsource.web import stories

pytestmark = pytest.mark.usefixtures("ferry", "token")


def figures(client: FlaskClient) -> tuple[int, int]:
    """How many facts and how many conflicts the first page says that the story has."""
    told = " ".join(re.sub(r"<[^>]+>", "", client.get("/").text).split())
    said = re.search(r"(\d+) facts? · (\d+|no) conflict", told)
    assert said is not None
    return int(said[1]), 0 if said[2] == "no" else int(said[2])


def sought(client: FlaskClient, asked: str) -> TestResponse:
    """What a person's browser gets for a path, which may begin with two slashes."""
    path, _, query = asked.partition("?")
    there = {"PATH_INFO": path, "QUERY_STRING": query}
    return client.get("/", environ_overrides=there, headers={"Accept": "text/html"})


def decided(engine: Engine, action: Action, target: str) -> None:
    with writing(engine) as session:
        decide(session, 1, action, target, "checked")


def conflict(session: Session) -> Relation:
    return session.scalars(select(Relation).where(Relation.stance == "conflicts").order_by(Relation.id)).all()[0]


def test_the_stories_come_page_by_page_the_newest_first(
    client: FlaskClient, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stories, "PAGE", 2)
    texts = {f"Paper {number}": f"A goat of number {number} won the prize of the fair." for number in range(4)}
    for number, (outlet, text) in enumerate(texts.items()):
        told = Pasted(outlet, text, False, Given(outlet, f"https://{number}.example/goat"))
        ingest_pasted(engine, [told], lambda *_: None, f"Fair {number}")
    seen, address = [], "/"
    while address:
        shown = client.get(address)
        seen.append(re.findall(r'<h2 id="story-[^>]*>([^<]*)', shown.text))
        further = re.search(r'rel="next" href="([^"]*)"', shown.text)
        address = html.unescape(further[1]) if further else ""
    assert seen == [["Fair 3", "Fair 2"], ["Fair 1", "Fair 0"], ["Ferry"]]
    assert client.get("/?after=none", headers={"Accept": "text/html"}).status_code == 404


def test_the_first_page_does_not_count_a_rejected_conflict(
    client: FlaskClient, engine: Engine, session: Session
) -> None:
    facts, conflicts = figures(client)
    decided(engine, Action.REJECT_RELATION, conflict(session).pair_id)
    assert figures(client) == (facts, conflicts - 1)


def test_the_first_page_counts_neither_a_hidden_fact_nor_its_conflicts(
    client: FlaskClient, engine: Engine, session: Session
) -> None:
    facts, conflicts = figures(client)
    hidden = conflict(session).a.fact
    assert isinstance(hidden, Fact)
    assert conflicts > 0
    decided(engine, Action.HIDE_FACT, hidden.id)
    assert figures(client) == (facts - 1, 0)


def test_both_claims_of_a_sure_relation_are_of_one_fact(session: Session) -> None:
    relations = session.scalars(select(Relation).where(Relation.sure >= 1)).all()
    assert relations
    assert all(relation.a.fact_id == relation.b.fact_id for relation in relations)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("/docs/", "/docs"),
        ("/docs/kinds/ages/", "/docs/kinds/ages"),
        ("/admin/?why=report&story=x", "/admin?why=report&story=x"),
        ("//docs//", "/docs"),
    ],
)
def test_a_slash_too_many_leads_a_person_to_the_page(client: FlaskClient, asked: str, meant: str) -> None:
    answer = sought(client, asked)
    assert (answer.status_code, answer.headers["Location"]) == (308, meant)


@pytest.mark.parametrize("asked", ["/none/", "//evil.example/", "/\\evil.example/", "/docs/none/of/it/"])
def test_a_slash_too_many_at_what_is_no_page_leads_nowhere(client: FlaskClient, asked: str) -> None:
    answer = sought(client, asked)
    assert (answer.status_code, "Location" in answer.headers) == (404, False)


def test_a_slash_too_many_at_a_programs_address_is_a_problem(client: FlaskClient) -> None:
    assert sought(client, "/api/v1/stories/").mimetype == "application/problem+json"
