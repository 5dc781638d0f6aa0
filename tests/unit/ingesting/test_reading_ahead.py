"""Texts that are read before they are kept, by another process where many come."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine
from tests.unit.ingesting.test_choosing import TEXTS, found
from tests.unit.ingesting.test_together import engines, kept, take
from tests.waiting import until

from secondsource.ingesting import arriving, reading_ahead, texts_read
from secondsource.ingesting.sources import Found

__all__ = ["engines"]


@pytest.fixture(autouse=True)
def _by_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arriving, "TOGETHER", 2)
    monkeypatch.setattr(arriving, "LONGEST_WAIT", float("inf"))
    texts_read.forget()


def test_what_another_process_read_is_what_this_one_reads(
    engines: tuple[Engine, Engine], monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = [*map(found, TEXTS), replace(found("coast"), content="All 161 people were saved.")]
    here = take(engines[0], articles)
    texts_read.forget()
    monkeypatch.setattr(reading_ahead, "ALONE", 0)
    read_here: list[str] = []
    for part in ("read_claims", "split_passages", "names"):
        monkeypatch.setattr(texts_read, part, lambda text, **_: read_here.append(text))
    assert take(engines[1], articles) == here
    assert read_here == []
    assert kept(engines[0]) == kept(engines[1])


def test_one_that_is_killed_is_not_missed_and_leaves_none_behind(
    engines: tuple[Engine, Engine], monkeypatch: pytest.MonkeyPatch
) -> None:
    here = take(engines[0], [*map(found, TEXTS)])
    texts_read.forget()
    monkeypatch.setattr(reading_ahead, "ALONE", 0)
    before = {one.pid for one in multiprocessing.active_children()}

    def killing() -> Iterator[Found]:
        for number, name in enumerate(TEXTS):
            yield found(name)
            if number == 2:
                (other,) = {one.pid for one in multiprocessing.active_children()} - before
                os.kill(other, signal.SIGKILL)

    assert take(engines[1], killing()) == here
    assert kept(engines[0]) == kept(engines[1])
    until(lambda: {one.pid for one in multiprocessing.active_children()} <= before, "the other process to be gone")


def test_a_text_that_is_known_is_not_read_again(engines: tuple[Engine, Engine]) -> None:
    take(engines[0], [found("coast"), found("fish")])
    isle = found("isle")
    assert arriving._unread(engines[0], [found("coast"), isle]) == [(isle.title, isle.content, isle.published)]
