"""Moderators who decide at once, from many threads: nothing is lost, nothing stands still, every refusal is right."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from threading import Barrier
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine
from tests.moderator import Moderator

from secondsource.api.admin.gate import PACE
from secondsource.api.admin.pace import Pace
from secondsource.factbase.checking import check
from secondsource.factbase.sessions import writing
from secondsource.moderating.moderators import add_moderator

THREADS = 6
EACH = 4  # decisions that a thread gets through, however often it is refused before


@dataclass(frozen=True)
class Try:
    """One POST: the tag that was sent, and what came back."""

    sent: str
    status: int
    body: Any


@pytest.fixture
def app(client: FlaskClient) -> Flask:
    client.application.extensions[PACE] = Pace(burst=100_000)
    return client.application


@pytest.fixture
def tokens(engine: Engine) -> list[str]:
    """Two moderators' tokens."""
    with writing(engine) as session:
        return [add_moderator(session, name) for name in ("Ann", "Bob")]


def together(work: Any) -> list[Any]:
    """What each thread's work gave, all begun at one moment."""
    begin = Barrier(THREADS)

    def run(number: int) -> Any:
        begin.wait(30)
        return work(number)

    with ThreadPoolExecutor(THREADS) as threads:
        return list(threads.map(run, range(THREADS)))


def keep_deciding(moderator: Moderator, target: str, actions: list[str], tag: str) -> list[Try]:
    """Take decisions one after the other, each on what is then known to be the state; give all tries."""
    tries: list[Try] = []
    for action in actions:
        status = 0
        while status != 201:
            body = {"action": action, "target": target}
            answer = moderator.ask("POST", "/decisions", json=body, headers={"If-Match": tag})
            status = answer.status_code
            tries.append(Try(tag, status, answer.get_json(force=True)))
            assert status in {201, 412}, tries[-1]
            tag = tries[-1].body["now" if status == 201 else "current"]["etag"]
    return tries


@pytest.mark.usefixtures("ferry")
def test_no_decision_is_lost_and_each_was_taken_on_the_state_before_it(
    app: Flask, engine: Engine, tokens: list[str]
) -> None:
    ann = Moderator(app.test_client(), tokens[0])
    targets = [relation["id"] for relation in ann.get("/relations")["items"][:2]]
    first = {target: ann.get(f"/relations/{target}")["etag"] for target in targets}
    actions = ["confirm_relation", "reject_relation", "leave_relation", "confirm_relation"][:EACH]

    def work(number: int) -> list[Try]:
        target = targets[number % 2]
        moderator = Moderator(app.test_client(), tokens[number // 2 % 2])
        return keep_deciding(moderator, target, actions, first[target])

    tries = together(work)
    for which, target in enumerate(targets):
        of_target = [one for part in tries[which::2] for one in part]
        kept = sorted((t for t in of_target if t.status == 201), key=lambda t: t.body["decision"]["number"])
        assert len(kept) == EACH * THREADS / 2
        assert kept[0].sent == first[target]
        assert all(later.sent == earlier.body["now"]["etag"] for earlier, later in pairwise(kept))
        states = {first[target], *(one.body["now"]["etag"] for one in kept)}
        assert len(states) == len(kept) + 1, "no two states have one tag"
        for refused in (t for t in of_target if t.status == 412):
            assert refused.body["current"]["etag"] in states - {refused.sent}
        assert ann.get(f"/relations/{target}") == kept[-1].body["now"]
        on_record = [decision["id"] for decision in ann.get(f"/decisions?target={target}&limit=200")["items"]]
        assert on_record == [one.body["decision"]["id"] for one in reversed(kept)]
    assert any(t.status == 412 for part in tries for t in part), "they did meet"
    assert check(engine) == []


@pytest.mark.usefixtures("ferry")
def test_one_request_sent_many_times_at_once_has_one_effect(app: Flask, tokens: list[str]) -> None:
    ann = Moderator(app.test_client(), tokens[0])
    seen = ann.get("/conflicts")["items"][0]
    body = {"action": "confirm_relation", "target": seen["id"]}

    def work(_number: int) -> Any:
        return Moderator(app.test_client(), tokens[0]).post("/decisions", 201, seen["etag"], "one", **body)

    answers = together(work)
    assert answers == [answers[0]] * THREADS
    assert len(ann.get("/decisions")["items"]) == 1


@pytest.mark.usefixtures("ferry")
def test_of_many_undos_at_once_one_is_taken(app: Flask, tokens: list[str]) -> None:
    ann = Moderator(app.test_client(), tokens[0])
    made = ann.decide(f"/relations/{ann.get('/conflicts')['items'][0]['id']}", "confirm_relation")["decision"]

    def work(number: int) -> int:
        moderator = Moderator(app.test_client(), tokens[number % 2])
        path = f"/decisions/{made['id']}/undo"
        return moderator.ask("POST", path, headers={"If-Match": made["etag"]}).status_code

    assert sorted(together(work)) == [201] + [412] * (THREADS - 1)
