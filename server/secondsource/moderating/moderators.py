"""Who may decide: moderators and their roles. What is done to them is a decision like any other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, selectinload

from secondsource.factbase.models import Action, Moderator, Purpose, Role
from secondsource.factbase.moments import now
from secondsource.identity import digest
from secondsource.moderating.recording import record
from secondsource.moderating.tokens import end_sessions, issue, revoke_all

MAX_NAME = 200
COMMAND_LINE = "command line"  # who decides there: whoever runs the program. It has no token and gets none


class BadNameError(ValueError):
    """A name that cannot be used, with a sentence that says why."""


class NoSuchTokenError(LookupError):
    """The moderator has no such token."""


class LastAdministratorError(ValueError):
    """Without this one nobody could add moderators at the desk any more."""


def add_moderator(session: Session, name: str, role: Role | None = None, by: Moderator | None = None) -> str:
    """Add a moderator, and give the token that nobody will see again; raises BadNameError.

    Without a role the first ever is an administrator, all others moderators. Without `by` it is the command line.
    """
    if not any(map(str.isalnum, name)) or len(name) > MAX_NAME or not name.isprintable() or "/" in name:
        raise BadNameError(f"A name is one line of 1 to {MAX_NAME} printable characters, letters among them, no slash.")
    if name == COMMAND_LINE or named(session, name) is not None:
        raise BadNameError(f"There is a moderator {name} already.")
    role = role or (Role.MODERATOR if list_moderators(session) else Role.ADMINISTRATOR)
    moderator = Moderator(name=name, role=role, created_at=now())
    token, _ = issue(moderator)
    session.add(moderator)
    session.flush()
    tell(session, by, Action.ADD_MODERATOR, moderator, {"name": name, "role": str(role)})
    return token


def list_moderators(session: Session) -> Sequence[Moderator]:
    """All moderators by name, with their tokens' times."""
    return session.scalars(all_moderators().order_by(Moderator.name)).all()


def all_moderators() -> Select[Moderator]:
    """All moderators, with their tokens' times; nobody who only used the command line."""
    return select(Moderator).where(Moderator.name != COMMAND_LINE).options(selectinload(Moderator.tokens))


def find_moderator(session: Session, name: str) -> Moderator:
    """The moderator of that name; raises BadNameError for an unknown one."""
    moderator = named(session, name)
    if moderator is None:
        raise BadNameError(f"There is no moderator {name}.")
    return moderator


def named(session: Session, name: str) -> Moderator | None:
    """The moderator of that name."""
    return session.scalars(select(Moderator).where(Moderator.name == name, Moderator.name != COMMAND_LINE)).first()


def disable_moderator(session: Session, name: str, by: Moderator | None = None, reason: str = "") -> None:
    """Revoke a moderator's tokens and end the sessions; what they decided stays.

    Raises BadNameError for an unknown one and, at the desk, LastAdministratorError.
    """
    moderator = find_moderator(session, name)
    if moderator.disabled_at is not None:
        return
    if by is not None and _is_last_administrator(session, moderator):
        raise LastAdministratorError(f"{name} is the only administrator; make another one first.")
    moderator.disabled_at = now()
    revoke_all(moderator)
    session.flush()
    tell(session, by, Action.DISABLE_MODERATOR, moderator, {"name": name}, reason)


def enable_moderator(session: Session, name: str, by: Moderator | None = None, reason: str = "") -> None:
    """Let a disabled moderator in again, with a token that is to be issued: the old ones stay revoked.

    Raises BadNameError for an unknown one.
    """
    moderator = find_moderator(session, name)
    if moderator.disabled_at is None:
        return
    moderator.disabled_at = None
    revoke_all(moderator)  # one may have been issued meanwhile
    session.flush()
    tell(session, by, Action.ENABLE_MODERATOR, moderator, {"name": name}, reason)


def set_role(session: Session, name: str, role: Role, by: Moderator | None = None, reason: str = "") -> None:
    """Let a moderator do more or less from now on; their tokens and sessions stay, for what they may is the role's.

    Raises BadNameError for an unknown one, and LastAdministratorError.
    """
    moderator = find_moderator(session, name)
    if moderator.role == role:
        return
    if role != Role.ADMINISTRATOR and moderator.disabled_at is None and _is_last_administrator(session, moderator):
        raise LastAdministratorError(f"{name} is the only administrator; make another one first.")
    before, moderator.role = moderator.role, role
    session.flush()
    tell(session, by, Action.SET_ROLE, moderator, {"name": name, "role": str(role)}, reason, before)


def issue_token(
    session: Session, moderator: Moderator, label: str, expires_at: datetime | None, by: Moderator | None = None
) -> str:
    """Give a moderator another token, which nobody will see again."""
    secret, token = issue(moderator, label, expires_at)
    session.flush()
    until = None if expires_at is None else expires_at.isoformat()
    tell(session, by, Action.ISSUE_TOKEN, moderator, {"token": token.id, "label": label, "expires_at": until})
    return secret


def revoke_token(session: Session, moderator: Moderator, token_id: int, by: Moderator | None = None) -> None:
    """Make a token worthless, and end its owner's sessions: any may have been opened with it.

    Raises NoSuchTokenError. One that was revoked before stays so.
    """
    token = next((t for t in moderator.tokens if t.id == token_id and t.purpose == Purpose.TOKEN), None)
    if token is None:
        raise NoSuchTokenError(token_id)
    if token.revoked_at is not None:
        return
    token.revoked_at = now()
    end_sessions(moderator)
    session.flush()
    tell(session, by, Action.REVOKE_TOKEN, moderator, {"token": token.id, "label": token.label})


def key_of(moderator: Moderator) -> str:
    """What decisions about a moderator have as their target: the same for the same name in every base."""
    return digest("moderator", moderator.name)


def tell(
    session: Session,
    by: Moderator | None,
    action: Action,
    about: Moderator,
    change: Mapping[str, Any],
    reason: str = "",
    role_before: str | None = None,
) -> None:
    """Put on record what was done to a moderator or a token. Never a token, nor its hash."""
    seen = {"moderator": {"name": about.name, "role": role_before or about.role}}
    record(session, (by or _command_line(session)).id, action, key_of(about), reason, change, seen)


def _is_last_administrator(session: Session, moderator: Moderator) -> bool:
    others = select(Moderator.id).where(
        Moderator.role == Role.ADMINISTRATOR, Moderator.disabled_at.is_(None), Moderator.id != moderator.id
    )
    return moderator.role == Role.ADMINISTRATOR and session.scalars(others).first() is None


def _command_line(session: Session) -> Moderator:
    """Who stands on record for what is done on the command line."""
    found = session.scalars(select(Moderator).where(Moderator.name == COMMAND_LINE)).first()
    if found is None:
        found = Moderator(name=COMMAND_LINE, role=Role.ADMINISTRATOR, created_at=now(), disabled_at=now())
        session.add(found)
        session.flush()
    return found
