"""Whose turn it is to ask a host, over all processes that share a base: one at a time, and a pause after each."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Engine

from secondsource.factbase.models import HostTurn
from secondsource.factbase.moments import now
from secondsource.factbase.sessions import writing

LONGEST_HOST = 255  # characters of a name on the internet


class Turns:
    """The turns of a base's processes. One that dies while it has its turn gives it up after `held` seconds."""

    def __init__(self, engine: Engine, held: float) -> None:
        """Kept in a base; `held` is longer than any one request takes."""
        self._engine = engine
        self._held = timedelta(seconds=held)

    def take(self, host: str) -> float:
        """Take the turn for a host: 0 when it is ours, else the seconds after which to try again."""
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
        """Let the next one have it after `pause` seconds."""
        with writing(self._engine) as session:
            turn = session.get(HostTurn, host[:LONGEST_HOST])
            if turn is not None:
                turn.free_at = now() + timedelta(seconds=pause)
