from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from secondsource.factbase.models import Purpose, Role, Token
from secondsource.factbase.moments import now
from secondsource.factbase.sessions import reading, writing
from secondsource.moderating.moderators import (
    BadNameError,
    add_moderator,
    disable_moderator,
    enable_moderator,
    find_moderator,
    issue_token,
    list_moderators,
)
from secondsource.moderating.tokens import SESSION_TIME, csrf_of, sign_in, signed_with


def test_a_token_names_its_moderator(session: Session) -> None:
    token = add_moderator(session, "Ann")
    found = signed_with(session, token, *Purpose)
    assert found is not None
    assert (found.moderator.name, found.moderator.role) == ("Ann", "administrator"), "the first ever"


@pytest.mark.parametrize("wrong", ["", "ss_", "ss_wrong", "\ud800", "é" * 5000])
def test_no_other_token_names_anybody(session: Session, wrong: str) -> None:
    add_moderator(session, "Ann")
    assert signed_with(session, wrong, *Purpose) is None


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
        assert signed_with(session, token, *Purpose) is None
        assert [moderator.disabled_at is not None for moderator in list_moderators(session)] == [True]


def test_who_is_enabled_comes_in_with_a_token_that_is_issued_then(session: Session, token: str) -> None:
    ann = find_moderator(session, "Ann")
    disable_moderator(session, "Ann")
    meanwhile = issue_token(session, ann, "", None)
    enable_moderator(session, "Ann")
    tokens = {"before": token, "meanwhile": meanwhile, "then": issue_token(session, ann, "", None)}
    assert [name for name, secret in tokens.items() if signed_with(session, secret, *Purpose)] == ["then"]


def test_an_expired_token_is_worth_nothing(session: Session) -> None:
    token = add_moderator(session, "Ann")
    kept = session.scalars(select(Token)).one()
    kept.expires_at = now() + timedelta(minutes=1)
    session.flush()
    assert signed_with(session, token, *Purpose) is not None
    kept.expires_at = now() - timedelta(minutes=1)
    session.flush()
    assert signed_with(session, token, *Purpose) is None


def test_a_token_is_exchanged_for_sessions_that_last_half_a_day_at_most(session: Session) -> None:
    token = add_moderator(session, "Ann")
    first, second = sign_in(session, token), sign_in(session, token)
    assert first is not None
    assert second is not None
    assert len({token, first, second, csrf_of(first), csrf_of(second)}) == 5
    in_session, with_token = (signed_with(session, secret, *Purpose) for secret in (first, token))
    assert in_session is not None
    assert with_token is not None
    assert in_session.moderator is with_token.moderator
    assert sign_in(session, first) is None, "a session opens no other one"
    assert sign_in(session, "ss_wrong") is None
    kept = session.scalars(select(Token).where(Token.purpose == "session")).all()
    assert [one.expires_at is not None and one.expires_at <= now() + SESSION_TIME for one in kept] == [True, True]
    kept[0].expires_at = now() - timedelta(seconds=1)
    session.flush()
    sign_in(session, token)
    assert len(session.scalars(select(Token).where(Token.purpose == "session")).all()) == 2, "those over are forgotten"


def test_a_session_ends_with_the_token_that_opened_it_at_the_latest(session: Session) -> None:
    token = add_moderator(session, "Ann")
    kept = session.scalars(select(Token)).one()
    kept.expires_at = now() + timedelta(minutes=5)
    session.flush()
    sign_in(session, token)
    opened = session.scalars(select(Token).where(Token.purpose == "session")).one()
    assert opened.expires_at == kept.expires_at


def test_the_first_ever_is_an_administrator_and_who_follows_a_moderator(session: Session) -> None:
    for name in ("Ann", "Bea"):
        add_moderator(session, name)
    add_moderator(session, "Cy", Role.REPORTER)
    assert [m.role for m in list_moderators(session)] == ["administrator", "moderator", "reporter"]


@pytest.mark.parametrize("name", ["", " ", "a\nb", "a" * 201, "Ann", "a/b", "..", "command line"])
def test_a_name_that_is_taken_or_no_line_is_refused(session: Session, name: str) -> None:
    add_moderator(session, "Ann")
    with pytest.raises(BadNameError):
        add_moderator(session, name)


def test_nobody_can_disable_whom_there_is_not(session: Session) -> None:
    with pytest.raises(BadNameError, match="no moderator Bob"):
        disable_moderator(session, "Bob")
