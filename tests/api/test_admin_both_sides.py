"""What changes two things is decided on the states of both: neither is changed behind the other moderator's back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine
from tests.conftest import CHEESE, Folders, Ingest
from tests.moderator import Moderator

from secondsource.api.admin.gate import PACE
from secondsource.api.admin.pace import Pace
from secondsource.factbase.sessions import writing
from secondsource.moderating.moderators import add_moderator

Case = tuple[str, dict[str, Any], str, str]  # a decision of Ann's, what it changes too, and how Bob changes that before


@pytest.fixture(autouse=True)
def _cheese(ferry: object, folders: Folders, ingest: Ingest) -> None:  # noqa: ARG001
    ingest(folders.story("Cheese", CHEESE))


@pytest.fixture
def ann(client: FlaskClient, token: str) -> Moderator:
    client.application.extensions[PACE] = Pace(burst=100_000)
    return Moderator(client, token)


@pytest.fixture
def bob(client: FlaskClient, engine: Engine, ann: Moderator) -> Moderator:  # noqa: ARG001 - Ann is first
    with writing(engine) as session:
        return Moderator(client, add_moderator(session, "Bob"))


def two_facts(ann: Moderator) -> tuple[str, str]:
    """Of one story."""
    story = ann.get("/stories")["items"][0]["id"]
    first, second, *_ = ann.get(f"/facts?story={story}")["items"]
    return first["id"], second["id"]


def merge_facts(ann: Moderator) -> tuple[str, dict[str, Any], str]:
    first, second = two_facts(ann)
    return first, {"with": [second]}, f"/facts/{second}"


def assign_article(ann: Moderator) -> tuple[str, dict[str, Any], str]:
    first, second = ann.get("/stories")["items"]
    return first["articles"][0]["id"], {"story": second["id"]}, f"/stories/{second['id']}"


def merge_stories(ann: Moderator) -> tuple[str, dict[str, Any], str]:
    first, second = ann.get("/stories")["items"]
    return first["id"], {"into": second["id"]}, f"/stories/{second['id']}"


def change(bob: Moderator, path: str) -> None:
    """Decide something on a fact or a story."""
    if path.startswith("/facts"):
        bob.decide(path, "dispute_fact")
    else:
        (article, *_) = bob.get(path)["articles"]
        bob.decide(f"/articles/{article['id']}", "set_origin", origin="A wire")


PLURAL = {"merge_facts": "facts", "assign_article": "articles", "merge_stories": "stories"}


@pytest.mark.parametrize("asked", [merge_facts, assign_article, merge_stories])
def test_what_changes_two_things_wants_the_tags_of_both_and_is_refused_with_the_one_that_changed(
    ann: Moderator, bob: Moderator, asked: Callable[[Moderator], tuple[str, dict[str, Any], str]]
) -> None:
    action = asked.__name__
    target, set_, other = asked(ann)
    path = f"/{PLURAL[action]}/{target}"
    body = {"action": action, "target": target, "reason": "One.", "change": set_}
    tag = ann.get(path)["etag"]
    (other_tag,) = preview_tags(ann, body)
    assert other_tag == ann.get(other)["etag"]
    missing = ann.post("/decisions", 428, tag, **body)
    assert other.rpartition("/")[2] in missing["detail"]

    change(bob, other)
    refused = ann.post("/decisions", 412, f"{tag}, {other_tag}", **body)
    assert refused["current"]["etag"] == tag
    assert [found["etag"] for found in refused["others"]] == [ann.get(other)["etag"]]
    assert other.rpartition("/")[2] in refused["detail"]
    assert [decision["moderator"] for decision in ann.get("/decisions")["items"]] == ["Bob"]

    assert preview_tags(ann, body) == [refused["others"][0]["etag"]]
    ann.post("/decisions", 201, f"{tag}, {refused['others'][0]['etag']}", **body)


def preview_tags(ann: Moderator, body: dict[str, Any]) -> list[str]:
    """Of a decision that is previewed as it is sent, with its reason."""
    return list(ann.post("/decisions/preview", 200, **body)["tags"])


def test_what_changes_one_thing_has_no_other_tags(ann: Moderator) -> None:
    fact, _ = two_facts(ann)
    assert preview_tags(ann, {"action": "hide_fact", "target": fact, "change": {}}) == []


def test_both_sides_may_have_changed_and_both_come_back(ann: Moderator, bob: Moderator) -> None:
    first, second = two_facts(ann)
    body = {"action": "merge_facts", "target": first, "reason": "One.", "change": {"with": [second]}}
    tags = ", ".join((ann.get(f"/facts/{first}")["etag"], *preview_tags(ann, body)))
    for fact in (first, second):
        bob.decide(f"/facts/{fact}", "dispute_fact")
    refused = ann.post("/decisions", 412, tags, **body)
    assert (refused["current"]["id"], [found["id"] for found in refused["others"]]) == (first, [second])
