"""The feed of changes, as feed readers fetch it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine, select, update
from tests.api.test_settled import NOTE, SOURCE, take, take_back
from tests.conftest import CHEESE, FERRY, Folders, Ingest

from secondsource.exchanging import feed as feeding
from secondsource.factbase.models import Action, Fact, Story, Version
from secondsource.factbase.sessions import reading, writing

BAD_MARKS = ["", "x", "2031-03-04", "2031-03-04T12:00:00 story 0", "2031-03-04T99:00:00+00:00 story 0",
             "2031-03-04T12:00:00+00:00 story", "9" * 5000,
             "2031-03-04T12:00:00+00:00 story 0 0", "٢٠٣١-03-04T12:00:00+00:00 story 0"]  # fmt: skip


def fetch(client: FlaskClient, query: str = "") -> Any:
    response = client.get(f"/feed.json{query}")
    assert response.status_code == 200
    assert response.mimetype == "application/feed+json"
    return response.get_json(force=True)


def tags(document: Any) -> list[str]:
    return [item["tags"][0] for item in document["items"]]


@pytest.fixture
def fact(engine: Engine, ferry: object) -> str:  # noqa: ARG001
    """A fact with claims of several outlets."""
    with reading(engine) as session:
        facts = session.scalars(select(Fact).order_by(Fact.id)).all()
        return next(fact.id for fact in facts if len({claim.value for claim in fact.claims}) > 1)


@pytest.mark.usefixtures("ferry")
def test_it_is_a_json_feed(client: FlaskClient) -> None:
    document = fetch(client)
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    assert document["feed_url"] == "http://localhost/feed.json"
    assert document["title"] == "Second Source"
    (item,) = document["items"]
    assert item["title"] == "Ferry"
    assert item["content_text"] == "A new story, as told by Coast Daily, Isle Post and Northern Herald."
    assert client.get("/").text.count(f'id="{urlsplit(item["url"]).fragment}"') == 1, "the address leads to it"
    assert "next_url" not in document


def test_an_empty_base_has_an_empty_feed(client: FlaskClient) -> None:
    assert fetch(client)["items"] == []


@pytest.mark.usefixtures("token")
def test_settled_and_disputed_facts_are_told_while_they_are(client: FlaskClient, engine: Engine, fact: str) -> None:
    disputed = take(engine, Action.DISPUTE_FACT, fact)
    assert tags(fetch(client)) == ["disputed", "story"]
    settled = take(engine, Action.SETTLE_FACT, fact, note=NOTE, source=SOURCE)
    item = fetch(client)["items"][0]
    assert item["tags"] == ["settled"]
    assert f"{NOTE} (Source: {SOURCE})" in item["content_text"]
    assert client.get(urlsplit(item["url"]).path).status_code == 200
    assert "For the record" not in str(item), "a reason is the moderators' own"
    hidden = take(engine, Action.HIDE_FACT, fact)
    assert tags(fetch(client)) == ["story"]
    take_back(engine, hidden)
    take_back(engine, settled)
    assert tags(fetch(client)) == ["disputed", "story"]
    take_back(engine, disputed)
    assert tags(fetch(client)) == ["story"]


@pytest.mark.usefixtures("ferry")
def test_an_article_whose_text_changed_is_told(client: FlaskClient, folders: Folders, ingest: Ingest) -> None:
    ingest(folders.story("Ferry", FERRY | {"Isle Post": FERRY["Isle Post"] + "A line more."}))
    item = fetch(client)["items"][0]
    assert item["tags"] == ["changed article"]
    assert item["title"] == "Isle Post changed an article"
    assert item["external_url"] == "https://www.isle-post.example/stories/1"


@pytest.mark.usefixtures("token")
def test_it_goes_on_in_pages_without_gap_or_double_while_new_things_come(
    client: FlaskClient, engine: Engine, folders: Folders, ingest: Ingest, fact: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeding, "PAGE", 2)
    for number in range(3):
        ingest(folders.story("Cheese", CHEESE | {"Valley Times": CHEESE["Valley Times"] + f"Line {number}."}))
    take(engine, Action.DISPUTE_FACT, fact)
    first = fetch(client)
    found = [item["id"] for item in first["items"]]
    ingest(folders.story("Ferry", FERRY | {"Isle Post": FERRY["Isle Post"] + "A line more."}))
    document = first
    while "next_url" in document:
        document = fetch(client, "?" + urlsplit(document["next_url"]).query)
        found += [item["id"] for item in document["items"]]
    assert [identity.partition("-")[0] for identity in found] == ["fact", "version", "version", "story", "story"]
    assert len(set(found)) == 5


def test_what_came_at_the_very_same_moment_is_told_once_each(
    client: FlaskClient, engine: Engine, folders: Folders, ingest: Ingest, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = datetime(2031, 3, 4, 12, tzinfo=UTC)
    for title, texts in (("Cheese", CHEESE), ("Ferry", FERRY)):
        ingest(folders.story(title, texts))
        ingest(folders.story(title, {outlet: text + "A line more." for outlet, text in texts.items()}))
    with writing(engine) as session:
        session.execute(update(Story).values(created_at=moment))
        session.execute(update(Version).where(Version.current).values(seen_at=moment))
        session.execute(update(Version).where(~Version.current).values(seen_at=moment - timedelta(days=1)))
    whole = [item["id"] for item in fetch(client)["items"]]
    assert len(set(whole)) == len(CHEESE) + len(FERRY) + 2
    for size in (1, 2, 3):
        monkeypatch.setattr(feeding, "PAGE", size)
        document = fetch(client)
        found = [item["id"] for item in document["items"]]
        while "next_url" in document:
            document = fetch(client, "?" + urlsplit(document["next_url"]).query)
            found += [item["id"] for item in document["items"]]
        assert found == whole


@pytest.mark.usefixtures("ferry")
def test_an_unchanged_feed_is_not_sent_again(client: FlaskClient, folders: Folders, ingest: Ingest) -> None:
    known = client.get("/feed.json").headers["ETag"]
    again = client.get("/feed.json", headers={"If-None-Match": known})
    assert (again.status_code, again.data) == (304, b"")
    ingest(folders.story("Cheese", CHEESE))
    assert client.get("/feed.json", headers={"If-None-Match": known}).status_code == 200


@pytest.mark.parametrize("mark", BAD_MARKS)
def test_a_mark_that_no_page_gave_is_refused(client: FlaskClient, mark: str) -> None:
    response = client.get("/feed.json", query_string={"before": mark})
    assert (response.status_code, response.content_type) == (422, "application/problem+json")


def test_pages_name_the_feed(client: FlaskClient) -> None:
    assert '<link rel="alternate" href="/feed.json" type="application/feed+json"' in client.get("/docs").text
