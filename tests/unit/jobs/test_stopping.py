"""PostgreSQL's workers end when they are asked to."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path
from threading import Event

import pytest
from procrastinate import App
from procrastinate.exceptions import ConnectorException
from sqlalchemy import Engine
from tests.forking import Forked
from tests.postgresql import ONLY_POSTGRESQL
from tests.waiting import until

from secondsource.factbase.sessions import reading
from secondsource.jobs import enqueue, queue, state, work

pytestmark = ONLY_POSTGRESQL
SIGNALS = [signal.SIGINT, signal.SIGTERM]


@pytest.mark.parametrize("wanted", SIGNALS)
def test_a_worker_does_what_there_is_and_stops_when_it_is_asked_to(
    engine: Engine, database_url: str, tmp_path: Path, wanted: signal.Signals
) -> None:
    worker = Forked(["worker"], os.environ | {"SECONDSOURCE_DATABASE_URL": database_url}, tmp_path / "log")
    job_id = enqueue(engine, "rebuild", {})

    def is_done() -> bool:
        with reading(engine) as session:
            job = state(session, job_id)
        return job is not None and job.state == "done"

    until(is_done, "the job to be done")
    worker.send_signal(wanted)
    assert worker.wait() == 0
    assert "Traceback" not in (tmp_path / "log").read_text("utf-8")


@pytest.mark.parametrize("wanted", SIGNALS)
def test_a_worker_that_is_asked_to_stop_does_though_the_base_is_gone_by_then(
    engine: Engine, wanted: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def cannot_say_farewell(_: App, **__: object) -> None:
        signal.raise_signal(wanted)
        try:
            await asyncio.Event().wait()
        finally:
            raise ConnectorException

    monkeypatch.setattr(App, "run_worker_async", cannot_say_farewell)
    monkeypatch.setattr(queue, "_take_over", cannot_say_it_either)
    work(engine, Event())


async def cannot_say_it_either(_: App) -> None:
    raise ConnectorException
