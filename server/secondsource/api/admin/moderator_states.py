"""Moderators and their tokens, as JSON. Never a token itself, nor its hash: a token is shown once, when it is made."""

from __future__ import annotations

from collections.abc import Sequence

import marshmallow as ma
from sqlalchemy.orm import Session

from secondsource.api.admin.etags import State, Stated, stated
from secondsource.factbase.models import Moderator, Purpose, Role
from secondsource.factbase.moments import now
from secondsource.moderating.history import last_on
from secondsource.moderating.moderators import key_of, named


class TokenShown(ma.Schema):
    """What is known of a token."""

    id = ma.fields.Integer()
    label = ma.fields.String()
    created_at = ma.fields.AwareDateTime()
    expires_at = ma.fields.AwareDateTime(allow_none=True)
    revoked_at = ma.fields.AwareDateTime(allow_none=True)
    last_used_on = ma.fields.Date(allow_none=True, metadata={"description": "A day, in UTC"})


class ModeratorState(Stated):
    """Somebody who may decide."""

    id = ma.fields.Integer()
    name = ma.fields.String()
    role = ma.fields.Enum(Role, by_value=True)
    created_at = ma.fields.AwareDateTime()
    disabled_at = ma.fields.AwareDateTime(allow_none=True)
    tokens = ma.fields.List(ma.fields.Nested(TokenShown))
    sessions = ma.fields.Integer(metadata={"description": "At how many desks they are signed in"})


def moderator_states(session: Session, moderators: Sequence[Moderator]) -> list[State]:
    """Moderators as JSON, each with a tag, which does not change with the days on which tokens are used."""
    decided = last_on(session, [key_of(moderator) for moderator in moderators])
    return [_state(moderator, decided.get(key_of(moderator), 0)) for moderator in moderators]


def moderator_state(session: Session, name: str) -> State | None:
    """A moderator as JSON, with a tag, by the name."""
    moderator = named(session, name)
    return None if moderator is None else moderator_states(session, [moderator])[0]


def _state(moderator: Moderator, decided: int) -> State:
    known = {name: getattr(moderator, name) for name in ("id", "name", "role", "created_at", "disabled_at")}
    tokens = [token for token in moderator.tokens if token.purpose == Purpose.TOKEN]
    told = ModeratorState().dump(known | {"role": Role(moderator.role), "tokens": tokens})
    uses = [token.pop("last_used_on") for token in told["tokens"]]
    state = stated(told, decided)
    shown = [token | {"last_used_on": day} for token, day in zip(told["tokens"], uses, strict=True)]
    return state | {"tokens": shown, "sessions": _open_sessions(moderator)}


def _open_sessions(moderator: Moderator) -> int:
    open_ = [token for token in moderator.tokens if token.purpose == Purpose.SESSION and token.revoked_at is None]
    return sum(token.expires_at is None or token.expires_at > now() for token in open_)
