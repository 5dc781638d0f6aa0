"""Who may decide: moderators and their tokens. A token is shown once; the base keeps its hash."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from secondsource.factbase.models import Moderator, Role, Token
from secondsource.factbase.moments import now

TOKEN_BYTES = 32  # 256 bits: a plain hash of it cannot be searched, so that it needs no slow one
TOKEN_PREFIX = "ss_"  # noqa: S105 - so that people and secret scanners know it when they see it
MAX_NAME = 200


class BadNameError(ValueError):
    """A name that cannot be used, with a sentence that says why."""


def add_moderator(session: Session, name: str) -> str:
    """Add a moderator, and give the token that nobody will see again; raises BadNameError."""
    if not name.strip() or len(name) > MAX_NAME or not name.isprintable():
        raise BadNameError(f"A name is one line of 1 to {MAX_NAME} printable characters.")
    if session.scalar(select(Moderator.id).where(Moderator.name == name)) is not None:
        raise BadNameError(f"There is a moderator {name} already.")
    token = TOKEN_PREFIX + secrets.token_urlsafe(TOKEN_BYTES)
    moderator = Moderator(name=name, role=Role.MODERATOR, created_at=now())
    moderator.tokens.append(Token(sha256=_hash(token), created_at=now()))
    session.add(moderator)
    session.flush()
    return token


def list_moderators(session: Session) -> Sequence[Moderator]:
    """All moderators by name, with their tokens' times."""
    return session.scalars(select(Moderator).options(selectinload(Moderator.tokens)).order_by(Moderator.name)).all()


def disable_moderator(session: Session, name: str) -> None:
    """Revoke a moderator's tokens; what they decided stays. Raises BadNameError for an unknown one."""
    moderator = session.scalars(select(Moderator).where(Moderator.name == name)).first()
    if moderator is None:
        raise BadNameError(f"There is no moderator {name}.")
    moderator.disabled_at = moderator.disabled_at or now()
    for token in moderator.tokens:
        token.revoked_at = token.revoked_at or now()
    session.flush()


def authenticate(session: Session, token: str) -> Moderator | None:
    """The moderator whose valid token this is; None for any other, whatever is wrong with it."""
    hashed = _hash(token)
    found = session.scalars(select(Token).where(Token.sha256 == hashed).options(joinedload(Token.moderator))).first()
    if found is None or not hmac.compare_digest(found.sha256, hashed):
        return None
    expired = found.expires_at is not None and found.expires_at <= now()
    if expired or found.revoked_at is not None or found.moderator.disabled_at is not None:
        return None
    return found.moderator


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
