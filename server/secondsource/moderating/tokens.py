"""Tokens and sessions. Both are secrets shown once, of which the base keeps a hash.

A program signs with a token. The desk exchanges one for a session: a row of the same table that lasts half a day.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, joinedload

from secondsource.factbase.models import Moderator, Purpose, Token
from secondsource.factbase.moments import now

TOKEN_BYTES = 32  # 256 bits: a plain hash of it cannot be searched, so that it needs no slow one
PREFIXES = {Purpose.TOKEN: "ss_", Purpose.SESSION: "ssd_"}  # so that people and secret scanners know them
SESSION_TIME = timedelta(hours=12)  # a working day: nobody signs in twice, and a forgotten browser is out by night


def issue(
    moderator: Moderator,
    label: str = "",
    expires_at: datetime | None = None,
    purpose: Purpose = Purpose.TOKEN,
) -> tuple[str, Token]:
    """A new secret of a moderator, and the row to keep of it."""
    secret = PREFIXES[purpose] + secrets.token_urlsafe(TOKEN_BYTES)
    token = Token(sha256=_hash(secret), purpose=purpose, label=label, created_at=now(), expires_at=expires_at)
    moderator.tokens.append(token)
    return secret, token


def revoke_all(moderator: Moderator) -> None:
    """Make all of a moderator's tokens and sessions worthless."""
    for token in moderator.tokens:
        token.revoked_at = token.revoked_at or now()


def end_sessions(moderator: Moderator) -> None:
    """Sign a moderator out everywhere."""
    for token in moderator.tokens:
        if token.purpose == Purpose.SESSION:
            token.revoked_at = token.revoked_at or now()


def signed_with(session: Session, secret: str, *purposes: Purpose) -> Token | None:
    """The valid token or session, for one of the purposes, that a secret is; None whatever is wrong with it."""
    hashed = _hash(secret)
    found = session.scalars(select(Token).where(Token.sha256 == hashed).options(joinedload(Token.moderator))).first()
    if found is None or not hmac.compare_digest(found.sha256, hashed):
        return None
    return found if found.purpose in purposes and is_good(found) else None


def is_good(token: Token | None) -> bool:
    """Whether a token is neither revoked nor past its time, and its moderator not disabled."""
    if token is None or token.revoked_at is not None or token.moderator.disabled_at is not None:
        return False
    return token.expires_at is None or token.expires_at > now()


def sign_in(session: Session, secret: str) -> str | None:
    """Exchange a valid token for a new session; None for any other secret. Sessions that ran out are forgotten."""
    token = signed_with(session, secret, Purpose.TOKEN)
    if token is None:
        return None
    until = now() + SESSION_TIME
    if token.expires_at is not None:
        until = min(until, token.expires_at)
    opened, _ = issue(token.moderator, "", until, Purpose.SESSION)
    session.flush()
    session.execute(delete(Token).where(Token.purpose == Purpose.SESSION, Token.expires_at <= now()))
    return opened


def sign_out(session: Session, secret: str) -> None:
    """End a session; one that has ended stays so."""
    found = signed_with(session, secret, Purpose.SESSION)
    if found is not None:
        found.revoked_at = now()
        session.flush()


def sign_out_everywhere(session: Session, moderator: Moderator) -> None:
    """End all of a moderator's sessions; tokens stay good."""
    end_sessions(session.get_one(Moderator, moderator.id))
    session.flush()


def csrf_of(secret: str) -> str:
    """What a session's own pages hold and no other page can know. It tells nothing of the session's secret."""
    return hmac.new(secret.encode("utf-8", "surrogatepass"), b"csrf", hashlib.sha256).hexdigest()


def used_today(token: Token) -> bool:
    """Whether it is on record already that a token was used this day, in UTC."""
    return token.last_used_on == _today()


def note_use(token: Token) -> None:
    """Put on record that a token was used this day; at what time is nobody's business."""
    token.last_used_on = _today()


def _today() -> date:
    return now().astimezone(UTC).date()


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
