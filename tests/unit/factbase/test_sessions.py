from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import IntegrityError, OperationalError
from tests.postgresql import ONLY_SQLITE
from tests.waiting import until

from secondsource.factbase import sessions
from secondsource.factbase.models import Story
from secondsource.factbase.moments import now
from secondsource.factbase.sessions import open_engine, reading, writing


@ONLY_SQLITE
def test_sqlite_is_set_up_for_durability(engine: Engine) -> None:
    with engine.connect() as connection:
        pragma = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        }
    assert pragma == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "busy_timeout": 5000}


def test_foreign_keys_are_enforced(engine: Engine) -> None:
    with pytest.raises(IntegrityError), writing(engine) as session:
        session.execute(text("INSERT INTO fact VALUES ('f', 'no such story', 'ages', 'label')"))


def test_a_block_that_raises_leaves_nothing_behind(engine: Engine) -> None:
    with pytest.raises(RuntimeError), writing(engine) as session:  # noqa: PT012
        session.add(Story(id="s", title="S", created_at=now()))
        session.flush()
        raise RuntimeError
    with reading(engine) as session:
        assert session.scalars(select(Story)).all() == []


def test_a_reader_sees_one_state_from_first_to_last_query(engine: Engine) -> None:
    with reading(engine) as session:
        assert session.scalars(select(Story.id)).all() == []
        with writing(engine) as writer:
            writer.add(Story(id="s", title="S", created_at=now()))
        assert session.scalars(select(Story.id)).all() == []


@pytest.mark.parametrize("session_of", [reading, writing])
def test_ctrl_c_is_heard_though_the_driver_complains_that_it_broke_in(session_of, engine: Engine) -> None:
    with pytest.raises(KeyboardInterrupt), session_of(engine):  # noqa: PT012
        try:
            try:
                raise KeyboardInterrupt
            finally:
                raise OSError("connection in transaction status ACTIVE")
        except OSError as complaint:
            raise RuntimeError("as SQLAlchemy tells it") from complaint


@pytest.mark.parametrize("session_of", [reading, writing])
def test_an_error_that_is_not_ctrl_c_stays_what_it_is(session_of, engine: Engine) -> None:
    with pytest.raises(RuntimeError, match="full disk"), session_of(engine):
        raise RuntimeError("full disk")


def test_a_patient_writer_waits_for_another_and_says_so_once(
    engine: Engine, database_url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sessions, "BUSY_MILLISECONDS", 1)
    monkeypatch.setattr(sessions, "PATIENT_TRIES", 1_000_000)
    patient = open_engine(database_url, patient=True)

    def write() -> None:
        with writing(patient) as session:
            session.add(Story(id="s", title="S", created_at=now()))

    with ThreadPoolExecutor(1) as beside:
        with writing(engine):
            waiting = beside.submit(write)
            until(lambda: "somebody else writes" in caplog.text, "it to say that it waits")
        waiting.result()
    with reading(engine) as session:
        assert session.scalars(select(Story.id)).all() == ["s"]
    assert caplog.text.count("somebody else writes") == 1
    patient.dispose()


@pytest.mark.parametrize("patient", [True, False])
def test_nobody_waits_for_ever(
    engine: Engine, database_url: str, patient: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "BUSY_MILLISECONDS", 1)
    waiting = open_engine(database_url, patient)
    with writing(engine), pytest.raises(OperationalError, match="lock"), writing(waiting):
        pass
    with writing(waiting) as session:
        session.add(Story(id="s", title="S", created_at=now()))
    waiting.dispose()
