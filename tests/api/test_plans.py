"""No page of one thing goes through all there are of a kind: the plans of its queries, on both databases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine, event, select
from tests.conftest import FERRY, address
from tests.moderator import Moderator

from secondsource.factbase.models import Article, Claim, Fact, Relation, Story
from secondsource.factbase.sessions import reading

Asked = list[tuple[str, Any]]

# What grows with the articles; what moderators did, who they are and the tables of one row are small beside it.
MANY = "article arrival carrier claim clue fact origin outlet passage relation sketch story term version".split()
_SCANNED = re.compile(r"\bSCAN (?:TABLE )?(\w+?)(?:_\d+)?\b|\bSeq Scan on (\w+)")
PAGES = """/ /read/{article} /feed.json /api/v1/stories/{story} /api/v1/articles/{article} /api/v1/facts/{fact}
    /api/v1/facts/{fact}/claim-review /admin/stories/{story} /admin/articles/{article} /admin/facts/{fact}
    /api/v1/admin/queue?story={story} /api/v1/admin/relations/{relation} /api/v1/admin/claims/{claim}
    /api/v1/admin/articles/{article}/versions""".split()
# The newest of all are looked for along an index, until a page of them is found.
NEWEST_FIRST = {
    "/": {"story"},
    "/feed.json": {"story", "version"},
    "/admin/stories/{story}": {"story"},
    "/admin/articles/{article}": {"story"},
}


@pytest.fixture
def ids(client: FlaskClient, token: str, engine: Engine) -> dict[str, str]:
    """One of each kind, in a base with a fact that a moderator settled; who asks is signed in."""
    client.post("/admin/sign-in", data={"token": token})
    with reading(engine) as session:
        relation = session.scalars(select(Relation).where(Relation.stance == "conflicts")).first()
        assert relation is not None
        claim = session.scalars(select(Claim).where(Claim.id == relation.a_id)).one()
        found = {
            "story": session.scalars(select(Story.id)).one(),
            "article": session.scalars(select(Article.id).order_by(Article.id)).first(),
            "fact": session.scalars(select(Fact.id).where(Fact.id == claim.fact_id)).one(),
            "relation": relation.pair_id,
            "claim": claim.content,
        }
    moderator = Moderator(client, token)
    tag = moderator.get(f"/facts/{found['fact']}")["etag"]
    settled = {"note": "The harbour master said so.", "source": "https://harbour.example/"}
    asked = {"action": "settle_fact", "target": found["fact"], "reason": "So.", "change": settled}
    moderator.post("/decisions", tag=tag, **asked)
    return {name: str(value) for name, value in found.items()}


@contextmanager
def noted(engine: Engine) -> Iterator[Asked]:
    """The queries that are asked in the block."""
    asked: Asked = []

    def note(*told: Any) -> None:
        asked.append((told[2], told[3]))

    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


def gone_through(engine: Engine, asked: Asked) -> set[str]:
    """The tables that some queries go through from end to end. PostgreSQL would go through small ones by choice."""
    lite = engine.dialect.name == "sqlite"
    found: set[str] = set()
    with engine.connect() as connection:
        if not lite:
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        for sql, values in asked:
            if sql.lstrip().upper().startswith(("SELECT", "WITH")):
                plan = connection.exec_driver_sql(f"EXPLAIN{' QUERY PLAN' if lite else ''} {sql}", values)
                steps = " ; ".join(str(row[-1]) for row in plan)
                found |= {first or second for first, second in _SCANNED.findall(steps)}
    return found & {*MANY}


@pytest.mark.usefixtures("ferry")
def test_no_page_of_one_thing_goes_through_all_there_are(
    client: FlaskClient, engine: Engine, ids: dict[str, str], token: str
) -> None:
    app_engine = client.application.extensions["secondsource.base"]
    scans = {}
    for page in PAGES:
        with noted(app_engine) as asked:
            answer = client.get(page.format(**ids), headers={"Authorization": f"Bearer {token}"})
        assert (answer.status_code, len(asked) > 0) == (200, True), page
        scans[page] = gone_through(engine, asked) - NEWEST_FIRST.get(page, set())
    assert {page: tables for page, tables in scans.items() if tables} == {}


@pytest.mark.usefixtures("ferry")
@pytest.mark.parametrize("known", [True, False], ids=["by its address", "by its words"])
def test_no_readers_page_goes_through_all_there_are(client: FlaskClient, engine: Engine, known: bool) -> None:
    app_engine = client.application.extensions["secondsource.base"]
    url = address("Coast Daily") if known else "https://copy.example/"
    with noted(app_engine) as asked:
        answer = client.post("/api/v1/annotations", json={"text": FERRY["Coast Daily"], "url": url})
    assert answer.json is not None
    assert answer.json["story"]["matched_by"] == ("url" if known else "text")
    assert len(asked) > 3
    assert gone_through(engine, asked) == set()
