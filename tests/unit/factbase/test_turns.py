"""Whose turn it is to ask a host: on both databases, as those who ask share nothing else."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler

import pytest
from sqlalchemy import Engine, delete, select
from sqlalchemy.exc import DBAPIError
from tests.web import Web, a_web

from secondsource.factbase import sessions
from secondsource.factbase.models import HostTurn
from secondsource.factbase.sessions import reading, writing
from secondsource.factbase.turns import Turns


@pytest.fixture
def web() -> Iterator[Web]:
    with a_web() as web:
        yield web


def test_two_who_share_a_base_ask_a_host_one_after_the_other_with_a_pause(web: Web, engine: Engine) -> None:
    spans: list[tuple[float, float]] = []

    def slowly(handler: BaseHTTPRequestHandler) -> None:
        begun = time.monotonic()
        time.sleep(0.1)  # a host that takes its time: whoever does not wait asks meanwhile
        spans.append((begun, time.monotonic()))
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\nhere")

    web.pages = {"/": slowly}
    fetchers = [web.fetcher(pause=0.2, turns=Turns(engine, held=60)) for _ in range(2)]
    with ThreadPoolExecutor() as at_once:
        assert [page.body for page in at_once.map(lambda one: one.fetch(web.url("/")), fetchers)] == [b"here"] * 2
    first, second = sorted(spans)
    assert second[0] - first[1] >= 0.19


def test_the_turn_of_one_who_died_comes_back(engine: Engine) -> None:
    assert Turns(engine, held=60).take("herald.example") == 0
    assert Turns(engine, held=60).take("herald.example") > 0
    assert Turns(engine, held=60).take("other.example") == 0
    assert Turns(engine, held=0).take("third.example") == 0, "this one dies at once"
    assert Turns(engine, held=60).take("third.example") == 0


def test_a_turn_that_ran_out_is_not_given_back_a_second_time(engine: Engine) -> None:
    slow, next_one, third = Turns(engine, held=0), Turns(engine, held=60), Turns(engine, held=60)
    assert [slow.take("herald.example"), next_one.take("herald.example")] == [0, 0]
    slow.give_back("herald.example", 0)
    assert third.take("herald.example") > 0, "it is the next one's"
    next_one.give_back("herald.example", 0)
    assert third.take("herald.example") == 0
    third.give_back("herald.example", 0)
    assert third.take("other.example") == 0
    with reading(engine) as session:
        assert [turn.host for turn in session.scalars(select(HostTurn))] == ["other.example"]


def test_a_pause_is_lengthened_unless_somebody_has_the_turn_by_now(engine: Engine) -> None:
    ours, theirs = Turns(engine, held=60), Turns(engine, held=60)
    assert ours.take("herald.example") == 0
    ours.give_back("herald.example", 0.0)
    ours.give_back("herald.example", 60.0)
    assert theirs.take("herald.example") > 0
    assert ours.take("other.example") == 0
    ours.give_back("other.example", 0.0)
    assert theirs.take("other.example") == 0
    ours.give_back("other.example", 0.0)
    assert ours.take("other.example") > 0


def test_a_thread_gives_back_no_turn_that_another_one_took(engine: Engine) -> None:
    turns = Turns(engine, held=60)
    with ThreadPoolExecutor(1) as slow:
        assert slow.submit(turns.take, "herald.example").result() == 0
        with writing(engine) as session:  # it ran out
            session.execute(delete(HostTurn))
        assert turns.take("herald.example") == 0
        slow.submit(turns.give_back, "herald.example", 0).result()
    assert turns.take("herald.example") > 1, "it is the next one's"
    turns.give_back("herald.example", 0)
    assert turns.take("herald.example") == 0


def test_a_fetch_outlasts_a_base_that_others_write_to(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "BUSY_MILLISECONDS", 10)
    turns = Turns(engine, held=60)
    with writing(engine):
        assert turns.take("herald.example") > 0
        turns.give_back("herald.example", 0)
    assert turns.take("herald.example") == 0
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE host_turn")
    with pytest.raises(DBAPIError):
        turns.take("herald.example")
