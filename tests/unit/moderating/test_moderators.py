from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from secondsource.factbase.models import Token
from secondsource.factbase.moments import now
from secondsource.factbase.sessions import reading, writing
from secondsource.moderating.moderators import (
    BadNameError,
    add_moderator,
    authenticate,
    disable_moderator,
    list_moderators,
)


def test_a_token_names_its_moderator(session: Session) -> None:
    token = add_moderator(session, "Ann")
    found = authenticate(session, token)
    assert found is not None
    assert (found.name, found.role) == ("Ann", "moderator")


@pytest.mark.parametrize("wrong", ["", "ss_", "ss_wrong", "\ud800", "é" * 5000])
def test_no_other_token_names_anybody(session: Session, wrong: str) -> None:
    add_moderator(session, "Ann")
    assert authenticate(session, wrong) is None


def test_the_base_does_not_hold_the_token(engine: Engine, token: str) -> None:
    with engine.connect() as connection:
        for table in ("moderator", "token"):
            rows = connection.execute(text(f"SELECT * FROM {table}")).all()  # noqa: S608
            assert rows
            assert token not in repr(rows)


def test_a_disabled_moderators_token_is_revoked(engine: Engine, token: str) -> None:
    with writing(engine) as session:
        disable_moderator(session, "Ann")
        disable_moderator(session, "Ann")
    with reading(engine) as session:
        assert authenticate(session, token) is None
        assert [moderator.disabled_at is not None for moderator in list_moderators(session)] == [True]


def test_an_expired_token_is_worth_nothing(session: Session) -> None:
    token = add_moderator(session, "Ann")
    kept = session.scalars(select(Token)).one()
    kept.expires_at = now() + timedelta(minutes=1)
    session.flush()
    assert authenticate(session, token) is not None
    kept.expires_at = now() - timedelta(minutes=1)
    session.flush()
    assert authenticate(session, token) is None


@pytest.mark.parametrize("name", ["", " ", "a\nb", "a" * 201, "Ann"])
def test_a_name_that_is_taken_or_no_line_is_refused(session: Session, name: str) -> None:
    add_moderator(session, "Ann")
    with pytest.raises(BadNameError):
        add_moderator(session, name)


def test_nobody_can_disable_whom_there_is_not(session: Session) -> None:
    with pytest.raises(BadNameError, match="no moderator Bob"):
        disable_moderator(session, "Bob")
