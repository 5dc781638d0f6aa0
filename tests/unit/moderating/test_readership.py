"""How often stories are read: counted without anybody waiting, added up, forgotten; never by whom."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine, select, text

from secondsource.factbase.models import Readership
from secondsource.factbase.sessions import reading, writing
from secondsource.moderating import readership
from secondsource.moderating.readership import KEPT, SECONDS, Counting, add, by_story, today


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def kept(engine: Engine) -> dict[str, int]:
    """What the base has, by story."""
    asked = by_story()
    with reading(engine) as session:
        return dict(session.execute(select(asked.c.story_id, asked.c.readers)).all())


def test_nothing_is_kept_of_who_asked() -> None:
    assert {column.name for column in Readership.__table__.columns} == {"story_id", "day", "times"}


def test_the_sums_of_several_processes_add_up(engine: Engine) -> None:
    for times in (2, 3):
        counting = Counting(engine)
        for _ in range(times):
            counting.note("a")
        counting.note("b")
        counting.hand_over()
        counting.hand_over()
    assert kept(engine) == {"a": 5, "b": 2}


def test_sums_are_handed_over_in_their_time_by_a_thread_of_their_own(engine: Engine) -> None:
    clock = Clock()
    counting = Counting(engine, clock)
    counting.note("a")
    assert counting.hand_over_when_due() is None
    clock.at = SECONDS
    thread = counting.hand_over_when_due()
    assert thread is not None
    counting.note("a")
    assert counting.hand_over_when_due() is None, "it was handed over a moment ago"
    thread.join()
    assert kept(engine)["a"] >= 1
    counting.hand_over()
    assert kept(engine) == {"a": 2}
    clock.at = 2 * SECONDS
    assert counting.hand_over_when_due() is None, "nothing was asked since"


def test_no_more_threads_wait_for_a_base_that_does_not_answer_than_one(engine: Engine) -> None:
    clock = Clock()
    counting = Counting(engine, clock)
    with writing(engine):
        counting.note("a")
        clock.at = SECONDS
        waiting = counting.hand_over_when_due()
        assert waiting is not None
        counting.note("a")
        clock.at = 3 * SECONDS
        assert counting.hand_over_when_due() is None
    waiting.join()
    counting.hand_over()
    assert kept(engine) == {"a": 2}


def test_what_could_not_be_kept_is_kept_the_next_time(engine: Engine) -> None:
    counting = Counting(engine)
    counting.note("a")
    with writing(engine) as session:
        session.execute(text("ALTER TABLE readership RENAME TO away"))
    counting.hand_over()
    counting.note("a")
    with writing(engine) as session:
        session.execute(text("ALTER TABLE away RENAME TO readership"))
    counting.hand_over()
    assert kept(engine) == {"a": 2}


def test_a_week_is_kept(engine: Engine) -> None:
    with writing(engine) as session:
        add(session, {("a", today() - KEPT): 7, ("a", today() - KEPT + timedelta(days=1)): 2, ("b", today()): 1})
    assert kept(engine) == {"a": 2, "b": 1}
    with writing(engine) as session:
        add(session, {("b", today()): 1})
        assert session.scalars(select(Readership.story_id).order_by(Readership.times)).all() == ["a", "b"]


def test_what_is_remembered_is_bounded(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readership, "MOST", 2)
    counting = Counting(engine)
    for story in "abca":
        counting.note(story)
    counting.hand_over()
    assert kept(engine) == {"a": 2, "b": 1}
