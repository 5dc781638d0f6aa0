from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Event, Thread
from typing import Any

import pytest
from procrastinate.exceptions import ConnectorException
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import OperationalError
from tests.postgresql import ONLY_POSTGRESQL, ONLY_SQLITE
from tests.waiting import until

from secondsource.factbase.models import Fact, Job
from secondsource.factbase.moments import now
from secondsource.factbase.sessions import reading, writing
from secondsource.ingesting.outcomes import Outcome, Result
from secondsource.jobs import State, enqueue, latest, outcomes, queue, rows, state, work
from secondsource.jobs.handlers import HANDLERS, Tell
from secondsource.jobs.queue import SCHEMA
from secondsource.jobs.working import MOST_ATTEMPTS, ring

Does = Callable[[Engine, Mapping[str, Any], Tell], None]


@pytest.fixture
def handler(monkeypatch: pytest.MonkeyPatch) -> Callable[[Does], None]:
    """Makes something else be done for a job named "ingest"."""
    return lambda does: monkeypatch.setitem(HANDLERS, "ingest", does)


def found(engine: Engine, job_id: str) -> State:
    with reading(engine) as session:
        job = state(session, job_id)
    assert job is not None
    return job


def told(engine: Engine, job_id: str, **asked: Any) -> list[Outcome]:
    with reading(engine) as session:
        return [one.outcome for one in outcomes(session, job_id, **asked)]


@pytest.mark.usefixtures("ferry")
def test_a_job_is_kept_until_somebody_does_it(engine: Engine) -> None:
    with reading(engine) as session:
        facts = set(session.scalars(select(Fact.id)))
    job_id = enqueue(engine, "rebuild", {}, by="Ann")
    asked = found(engine, job_id)
    assert (asked.name, asked.state, asked.asked_by, asked.ended_at) == ("rebuild", "queued", "Ann", None)
    work(engine)
    done = found(engine, job_id)
    assert (done.state, done.error) == ("done", None)
    assert [outcome.name for outcome in told(engine, job_id)] == ["Ferry"]
    assert done.ended_at is not None
    with reading(engine) as session:
        assert set(session.scalars(select(Fact.id))) == facts


def test_jobs_are_done_in_the_order_in_which_they_were_asked_for(
    engine: Engine, handler: Callable[[Does], None]
) -> None:
    order: list[int] = []
    handler(lambda _engine, payload, _tell: order.append(payload["number"]))
    for number in range(5):
        enqueue(engine, "ingest", {"number": number})
    work(engine)
    assert order == list(range(5))


def test_what_a_job_was_to_do_is_forgotten_when_it_has_ended(engine: Engine, handler: Callable[[Does], None]) -> None:
    handler(lambda _engine, _payload, _tell: None)
    job_id = enqueue(engine, "ingest", {"text": "a long article"})
    work(engine)
    with reading(engine) as session:
        assert session.scalar(select(Job.payload).where(Job.id == job_id)) == {}


def test_what_it_refuses_is_what_it_ends_with(engine: Engine) -> None:
    job_id = enqueue(engine, "ingest", {"sources": ["/etc/passwd"]})
    work(engine)
    refused = found(engine, job_id)
    assert refused.state == "failed"
    assert refused.error == "/etc/passwd is no address: workers fetch http and https only"


def test_a_job_that_raises_says_nothing_of_what_it_was_about(
    engine: Engine, handler: Callable[[Does], None], caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_engine: Engine, _payload: Mapping[str, Any], _tell: Tell) -> None:
        raise ValueError("the words of an article")

    handler(fail)
    job_id = enqueue(engine, "ingest", {})
    other = enqueue(engine, "rebuild", {})
    work(engine)
    assert (found(engine, job_id).state, found(engine, job_id).error) == (
        "failed",
        "Something went wrong; the worker's log says what.",
    )
    assert "a job failed" in caplog.text
    assert found(engine, other).state == "done", "the next is done all the same"


def test_a_job_that_broke_off_goes_on_and_what_it_had_told_stays_told(
    engine: Engine, handler: Callable[[Does], None]
) -> None:
    """As when a worker dies: the first article is kept, the second not, and nobody says that it has ended."""
    job_id = enqueue(engine, "ingest", {})
    rows.begin(engine, job_id)
    rows.tell(engine, job_id, Outcome(Result.NEW, "first"), 2)

    def again(_engine: Engine, _payload: Mapping[str, Any], tell: Tell) -> None:
        tell(Outcome(Result.UNCHANGED, "first"), 2)
        tell(Outcome(Result.NEW, "second"), 2)

    handler(again)
    work(engine)
    done = found(engine, job_id)
    assert done.state == "done"
    assert told(engine, job_id) == [Outcome(Result.NEW, "first"), Outcome(Result.NEW, "second")]
    assert (done.done, done.total, done.counts[Result.NEW], done.counts[Result.UNCHANGED]) == (2, 2, 2, 0)


def test_a_job_that_kills_whoever_does_it_is_given_up(engine: Engine, handler: Callable[[Does], None]) -> None:
    job_id = enqueue(engine, "ingest", {})
    for _ in range(MOST_ATTEMPTS):
        rows.begin(engine, job_id)
    begun: list[str] = []
    handler(lambda *_: begun.append("again"))
    work(engine)
    assert begun == []
    assert found(engine, job_id).error == f"It was begun {MOST_ATTEMPTS} times and nothing came of it."


def test_a_job_that_gets_on_each_time_is_not_given_up(engine: Engine, handler: Callable[[Does], None]) -> None:
    job_id = enqueue(engine, "ingest", {})
    for number in range(MOST_ATTEMPTS * 2):
        rows.begin(engine, job_id)
        rows.tell(engine, job_id, Outcome(Result.NEW, f"article {number}"), 99)
    handler(lambda *_: None)
    work(engine)
    assert found(engine, job_id).state == "done"


def test_of_a_very_long_job_all_is_counted_and_the_first_outcomes_are_told_page_by_page(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "MOST_TOLD", 5)
    job_id = rows.add(engine, "ingest", {}, None)
    rows.begin(engine, job_id)
    for number in [*range(8), *range(8)]:
        outcome = Outcome(Result.REFUSED if number % 2 else Result.NEW, f"article {number}", "because")
        rows.tell(engine, job_id, outcome, 8)
    job = found(engine, job_id)
    assert (job.done, job.total) == (8, 8)
    assert job.counts == {Result.NEW: 4, Result.CHANGED: 0, Result.UNCHANGED: 0, Result.REFUSED: 4}
    names = [outcome.name for outcome in told(engine, job_id)]
    assert names == [f"article {number}" for number in range(5)]
    assert [outcome.name for outcome in told(engine, job_id, after=1, most=2)] == names[1:3]
    assert [outcome.name for outcome in told(engine, job_id, result=Result.REFUSED)] == names[1::2]


def test_the_latest_jobs_come_first(engine: Engine) -> None:
    asked = [rows.add(engine, "rebuild", {}, None) for _ in range(3)]
    with reading(engine) as session:
        assert [job.id for job in latest(session)] == asked[::-1]


def test_what_has_ended_is_not_done_again(engine: Engine, handler: Callable[[Does], None]) -> None:
    done: list[str] = []
    handler(lambda *_: done.append("once"))
    enqueue(engine, "ingest", {})
    work(engine)
    work(engine)
    assert done == ["once"]


def test_a_job_for_which_the_base_was_too_busy_is_done_later(engine: Engine, handler: Callable[[Does], None]) -> None:
    tried: list[str] = []

    def busy_once(_engine: Engine, _payload: Mapping[str, Any], _tell: Tell) -> None:
        tried.append("tried")
        if len(tried) == 1:
            raise OperationalError("UPDATE", {}, Exception("locked"))

    handler(busy_once)
    job_id = enqueue(engine, "ingest", {})
    work(engine)
    assert found(engine, job_id).state == "running"
    until(lambda: work(engine) or found(engine, job_id).state == "done", "the job to be done")
    assert len(tried) == 2


def test_old_jobs_go(engine: Engine) -> None:
    old = enqueue(engine, "rebuild", {})
    work(engine)
    with writing(engine) as session:
        job = session.scalars(select(Job)).one()
        job.ended_at = now() - rows.KEPT * 2
    enqueue(engine, "rebuild", {})
    with reading(engine) as session:
        assert state(session, old) is None


def test_nobody_asks_for_what_nobody_can(engine: Engine) -> None:
    with pytest.raises(ValueError, match="nobody can dance"):
        enqueue(engine, "dance", {})
    with reading(engine) as session:
        assert state(session, "none") is None


@ONLY_SQLITE
def test_a_thread_does_what_is_asked_for_while_it_runs(engine: Engine) -> None:
    stop = Event()
    thread = Thread(target=work, args=(engine, stop))
    thread.start()
    try:
        job_id = enqueue(engine, "rebuild", {})
        until(lambda: found(engine, job_id).state == "done", "the job to be done")
    finally:
        stop.set()
        ring(engine, "")
        thread.join()


@ONLY_POSTGRESQL
def test_a_job_is_kept_though_the_queue_fails(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    """Whoever asked is not told that it failed, for it did not: workers look for what the queue has not."""
    enqueue(engine, "rebuild", {})
    rename = f"ALTER TABLE {SCHEMA}.%s RENAME TO %s"
    with writing(engine) as session:
        session.execute(text(rename % ("procrastinate_jobs", "gone")))
    job_id = enqueue(engine, "rebuild", {})
    assert "the queue did not answer" in caplog.text
    with writing(engine) as session:
        session.execute(text(rename % ("gone", "procrastinate_jobs")))
    work(engine)
    assert found(engine, job_id).state == "done"


@ONLY_POSTGRESQL
@pytest.mark.parametrize("forever", [True, False])
def test_a_worker_outlives_a_base_that_is_gone_for_a_while(
    engine: Engine, forever: bool, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    begun: list[bool] = []

    async def gone_at_first(_: Engine, __: bool) -> None:
        begun.append(True)
        if len(begun) < 3:
            raise ConnectorException

    monkeypatch.setattr(queue, "_work", gone_at_first)
    monkeypatch.setattr(queue, "AGAIN_SECONDS", 0)
    if forever:
        work(engine, Event())
        assert (len(begun), caplog.text.count("did not answer")) == (3, 2)
    else:
        with pytest.raises(ConnectorException):
            work(engine)
        assert len(begun) == 1


@ONLY_POSTGRESQL
def test_a_job_that_the_queue_lost_is_put_into_it_again(engine: Engine) -> None:
    """As when a server dies between the two: the table has the job, the queue has not."""
    job_id = rows.add(engine, "rebuild", {}, None)
    work(engine)
    assert found(engine, job_id).state == "done"
