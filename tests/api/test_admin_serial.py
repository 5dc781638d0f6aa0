"""Two moderators who merge, split, settle and undo on the same facts from many threads: there is an order in which one
after the other would have got the very same answers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine
from tests.conftest import Folders
from tests.moderator import Moderator

from secondsource.api.admin.gate import PACE
from secondsource.api.admin.pace import Pace
from secondsource.app import create_app
from secondsource.config import Settings
from secondsource.factbase.checking import check
from secondsource.factbase.sessions import open_engine, writing
from secondsource.ingesting.ingest import ingest_paths
from secondsource.moderating.moderators import add_moderator

HURT = {
    "Coast Daily": "Maud Tregenza, 52, Ivo Lindqvist, 19, and Pia Soler, 33, were hurt.",
    "Isle Post": "Taken to hospital were Maud Tregenza, 54, Ivo Lindqvist, 19, and Pia Soler, 31.",
}
THREADS = 4
EACH = ("merge", "split", "undo", "settle")  # what a thread gets through, however often it is refused before
MOST = THREADS * len(EACH)  # requests of a thread: each refusal means that another got something through meanwhile


@dataclass
class Try:
    """A request, the tags that it named by what they are of, and what came back."""

    path: str
    body: dict[str, Any]
    tags: dict[str, str]
    status: int = 0
    told: dict[str, Any] = field(default_factory=dict)


@dataclass
class Bench:
    """A base with one small story and two moderators, and an application on it."""

    app: Flask
    tokens: list[str]

    @classmethod
    def on(cls, engine: Engine, url: str, folder: Path) -> Bench:
        ingest_paths(engine, [folder], lambda *_: None)
        with writing(engine) as session:
            tokens = [add_moderator(session, name) for name in ("Ann", "Bob")]
        app = create_app(Settings(url))
        app.extensions[PACE] = Pace(burst=100_000)
        return cls(app, tokens)

    def moderator(self, number: int = 0) -> Moderator:
        return Moderator(self.app.test_client(), self.tokens[number % 2])


@pytest.fixture
def story(folders: Folders) -> Path:
    return folders.story("Hurt", HURT, published="2031-03-04")


@pytest.fixture
def bench(engine: Engine, database_url: str, story: Path) -> Iterator[Bench]:
    bench = Bench.on(engine, database_url, story)
    yield bench
    bench.app.extensions["secondsource.base"].dispose()


@pytest.fixture
def alone(tmp_path: Path, empty_base: Path, story: Path) -> Iterator[Bench]:
    """Another base with the same in it, on which nobody is in anybody's way."""
    url = f"sqlite:///{shutil.copy(empty_base, tmp_path / 'alone.sqlite3')}"
    engine = open_engine(url)
    bench = Bench.on(engine, url, story)
    yield bench
    bench.app.extensions["secondsource.base"].dispose()
    engine.dispose()


def ages(moderator: Moderator) -> dict[str, dict[str, Any]]:
    """The facts that are decided on, by id, as they are at one moment."""
    return {fact["id"]: fact for fact in moderator.get("/facts?limit=200")["items"] if fact["kind"] == "ages"}


def planned(moderator: Moderator, wanted: str) -> Try:
    """A request on what is there now. What makes no sense just now is another decision."""
    facts = sorted(ages(moderator).values(), key=lambda fact: (-len(fact["claims"]), fact["id"]))
    first, *others = facts
    contents = sorted({claim["content"] for claim in first["claims"]})
    tags = {first["id"]: first["etag"]}
    body: dict[str, Any] = {"action": "settle_fact", "target": first["id"], "reason": "So."}
    if wanted == "undo":
        (last,) = moderator.get("/decisions?limit=1")["items"]
        if last["about"] != "moderator":
            return Try(f"/decisions/{last['id']}/undo", {"reason": "No."}, {last["id"]: last["etag"]})
    elif wanted == "merge" and others:
        tags[others[-1]["id"]] = others[-1]["etag"]
        return Try("/decisions", body | {"action": "merge_facts", "change": {"with": [others[-1]["id"]]}}, tags)
    elif wanted == "split" and len(contents) > 1:
        return Try("/decisions", body | {"action": "split_fact", "change": {"apart": contents[:1]}}, tags)
    last = facts[-1]  # which a merge may be about as well
    settled = body | {"target": last["id"], "change": {"note": "Asked.", "source": "The register"}}
    return Try("/decisions", settled, {last["id"]: last["etag"]})


def send(moderator: Moderator, one: Try) -> None:
    """Ask, and keep what came back: there are no other answers than these."""
    answer = moderator.ask("POST", one.path, json=one.body, headers={"If-Match": ", ".join(one.tags.values())})
    one.status, one.told = answer.status_code, answer.get_json(force=True)
    assert one.status in {201, 404, 412}, one


def worked(bench: Bench) -> list[Try]:
    """What all threads sent and got."""
    begin = Barrier(THREADS)

    def work(number: int) -> list[Try]:
        moderator = bench.moderator(number)
        turn = number % 2 * EACH.index("settle")  # half begin by merging what the others begin by settling
        wants = [*EACH[turn:], *EACH[:turn]]
        tries = [planned(moderator, wants[0])]
        begin.wait(30)  # all have seen one state, and all but one are refused
        send(moderator, tries[0])
        for at, wanted in enumerate(wants):
            while sum(one.status == 201 for one in tries) == at:
                assert len(tries) < MOST, f"refused though nobody was in the way: {tries[-1]}"
                tries.append(planned(moderator, wanted))
                send(moderator, tries[-1])
        return tries

    with ThreadPoolExecutor(THREADS) as threads:
        return [one for part in threads.map(work, range(THREADS)) for one in part]


def test_every_answer_is_that_of_moderators_who_took_turns(bench: Bench, alone: Bench, engine: Engine) -> None:
    tries = worked(bench)
    kept = sorted((one for one in tries if one.status == 201), key=lambda one: one.told["decision"]["number"])
    ann = alone.moderator()
    moments = [ages(ann)]
    same: dict[str, str] = {}  # the decision's id here, by its id there
    for one in kept:
        if not one.path.endswith("/undo"):
            assert one.tags == {key: moments[-1][key]["etag"] for key in one.tags}, "taken on the state before it"
        again = Try(one.path, one.body, one.tags)
        if one.path.endswith("/undo"):
            (undone,) = one.tags
            again = Try(
                f"/decisions/{same[undone]}/undo", one.body, {"": ann.get(f"/decisions/{same[undone]}")["etag"]}
            )
        send(ann, again)
        assert again.status == 201, again
        assert again.told["now"] == one.told["now"]
        same[one.told["decision"]["id"]] = again.told["decision"]["id"]
        moments.append(ages(ann))
    assert ages(bench.moderator()) == moments[-1], "and nothing else came of it"
    decided = [one["id"] for one in bench.moderator().get("/decisions?limit=200")["items"]]
    assert [one for one in decided if one in same] == [one.told["decision"]["id"] for one in reversed(kept)]
    assert len(same) == len(kept) == THREADS * len(EACH)
    assert {one.body.get("action", "undo") for one in kept} == {"merge_facts", "split_fact", "settle_fact", "undo"}
    refused = [one for one in tries if one.status != 201]
    for one in refused:
        check_refusal(one, moments)
    assert len(refused) >= THREADS - 1, "they did meet"
    assert check(engine) == []


def check_refusal(one: Try, moments: list[dict[str, dict[str, Any]]]) -> None:
    """At some moment all was as the refusal says, and not as the request said."""
    if one.path.endswith("/undo"):
        assert one.status == 412
        assert one.told["current"]["etag"] not in one.tags.values()
    elif one.status == 404:
        assert any(not one.tags.keys() <= now.keys() for now in moments)
    else:
        told = {state["id"]: state["etag"] for state in (one.told["current"], *one.told.get("others", ()))}
        assert any(told.items() <= {key: fact["etag"] for key, fact in now.items()}.items() for now in moments)
        assert any(one.tags[key] != tag for key, tag in told.items())
