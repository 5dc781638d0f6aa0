"""Whose turn it is to ask a host, over all processes that share a base: one at a time, and a pause after each."""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import timedelta

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from secondsource.factbase.models import HostTurn
from secondsource.factbase.moments import now
from secondsource.factbase.sessions import writing

LONGEST_HOST = 255  # characters of a name on the internet
LOCKED = ("is locked", "lock timeout")  # as SQLite and PostgreSQL say it
BUSY_SECONDS = 1.0  # after which a base that did not answer is asked again

log = logging.getLogger(__name__)


class Turns:
    """The turns of a base's processes. One that dies while it has its turn gives it up after `held` seconds."""

    def __init__(self, engine: Engine, held: float) -> None:
        """Kept in a base; `held` is longer than any one request takes."""
        self._engine = engine
        self._held = timedelta(seconds=held)

    def take(self, host: str) -> float:
        """Take the turn for a host: 0 when it is ours, else the seconds after which to try again.

        A base that somebody else writes to for long does not break a fetch off: it is asked again later.
        """
        try:
            return self._take(host)
        except OperationalError as error:
            if not any(words in str(error.orig) for words in LOCKED):
                raise
            log.warning("the fact base did not answer; %s waits for its turn: %s", host, error.orig)
            return BUSY_SECONDS

    def _take(self, host: str) -> float:
        with writing(self._engine) as session:
            turn = session.get(HostTurn, host[:LONGEST_HOST])
            if turn is None:
                turn = HostTurn(host=host[:LONGEST_HOST], free_at=now())
                session.add(turn)
            early = (turn.free_at - now()).total_seconds()
            if early > 0:
                return early
            turn.free_at = now() + self._held
            return 0.0

    def give_back(self, host: str, pause: float) -> None:
        """Let the next one have it after `pause` seconds; when the base is busy, after those that a turn is held."""
        with suppress(OperationalError), writing(self._engine) as session:
            turn = session.get(HostTurn, host[:LONGEST_HOST])
            if turn is not None:
                turn.free_at = now() + timedelta(seconds=pause)
