"""Whose turn it is to ask a host, over all processes that share a base: one at a time, and a pause after each."""

from __future__ import annotations

import logging
import threading
from contextlib import suppress
from datetime import datetime, timedelta

from sqlalchemy import Engine, delete
from sqlalchemy.exc import OperationalError

from secondsource.factbase.models import HostTurn
from secondsource.factbase.moments import now
from secondsource.factbase.sessions import is_locked, writing

LONGEST_HOST = 255  # characters of a name on the internet
BUSY_SECONDS = 1.0  # after which a base that did not answer is asked again

log = logging.getLogger(__name__)


class Turns:
    """The turns of a base's processes and their threads, each of which gives back the turn that it took itself.

    One that dies while it has its turn gives it up after `held` seconds.
    """

    def __init__(self, engine: Engine, held: float) -> None:
        """Kept in a base; `held` is longer than any one request takes."""
        self._engine = engine
        self._held = timedelta(seconds=held)
        self._mine: dict[tuple[str, int], datetime] = {}  # until when, by host and thread

    def take(self, host: str) -> float:
        """Take the turn for a host: 0 when it is ours, else the seconds after which to try again.

        A base that somebody else writes to for long does not break a fetch off: it is asked again later.
        """
        try:
            return self._take(host)
        except OperationalError as error:
            if not is_locked(error):
                raise
            log.warning("the fact base did not answer; %s waits for its turn: %s", host, error.orig)
            return BUSY_SECONDS

    def _take(self, host: str) -> float:
        name = host[:LONGEST_HOST]
        with writing(self._engine) as session:
            at = now()
            session.execute(delete(HostTurn).where(HostTurn.free_at <= at))  # they say nothing any more
            turn = session.get(HostTurn, name)
            if turn is not None:
                return (turn.free_at - at).total_seconds()
            until = at + self._held
            session.add(HostTurn(host=name, free_at=until))
        self._mine[name, threading.get_ident()] = until
        return 0.0

    def give_back(self, host: str, pause: float) -> None:
        """Let the next one have it after `pause` seconds; when the base is busy, after those that a turn is held.

        Given back again it may be for a longer pause. Where it is somebody else's by now, it stays theirs.
        """
        name, mine = host[:LONGEST_HOST], (host[:LONGEST_HOST], threading.get_ident())
        with suppress(OperationalError), writing(self._engine) as session:
            session.execute(delete(HostTurn).where(HostTurn.host == name, HostTurn.free_at == self._mine.get(mine)))
            if session.get(HostTurn, name) is None:
                self._mine[mine] = now() + timedelta(seconds=pause)
                session.add(HostTurn(host=name, free_at=self._mine[mine]))
