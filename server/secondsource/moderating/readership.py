"""How often readers ask for notes on a story, so that moderators look first at what is read most.

Of who asks, from where and with which text nothing is kept, here or in the base: a number a story and day. A process
counts in memory and hands its sums to the base now and then, in a thread, so that no reader waits for a writer; the
sums of several processes add up. One that is killed forgets what it counted since: nobody is told wrong by that.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, date, timedelta
from threading import Lock, Thread
from typing import Any

from sqlalchemy import Engine, Subquery, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from secondsource.factbase.models import Readership
from secondsource.factbase.moments import now
from secondsource.factbase.sessions import writing

SECONDS = 30.0  # between two writes: short beside the minutes a moderator takes, and 120 small writes an hour at most
KEPT = timedelta(days=7)  # what readers read now; last month's story is nobody's next task
MOST = 10_000  # stories counted between two writes, 1 MB; what is asked beyond waits for the next

UPSERTS: Mapping[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}

Counts = Mapping[tuple[str, date], int]

log = logging.getLogger(__name__)


class Counting:
    """What one process has counted and not yet handed over."""

    def __init__(self, engine: Engine, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin at nothing."""
        self._engine, self._clock = engine, clock
        self._counts: Counter[tuple[str, date]] = Counter()
        self._due = clock() + SECONDS
        self._lock, self._handing = Lock(), Lock()
        self._thread: Thread | None = None

    def note(self, story_id: str) -> None:
        """Count a request for notes on a story."""
        asked = story_id, today()
        with self._lock:
            if asked in self._counts or len(self._counts) < MOST:
                self._counts[asked] += 1

    def hand_over_when_due(self) -> Thread | None:
        """Begin to hand the sums over, if it is time; gives the thread that does it, while this one goes on.

        As long as one waits for a base that does not answer, no other begins.
        """
        with self._lock:
            if not self._counts or self._clock() < self._due or self._waits():
                return None
            self._due = self._clock() + SECONDS
            self._thread = Thread(target=self.hand_over, daemon=True)
            self._thread.start()
            return self._thread

    def _waits(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def hand_over(self) -> None:
        """Add the sums to those of the base; where it does not answer they are kept for the next time."""
        with self._handing:
            with self._lock:
                counts, self._counts = self._counts, Counter()
            if not counts:
                return
            try:
                with writing(self._engine) as session:
                    add(session, counts)
            except SQLAlchemyError:
                log.info("the fact base did not answer; how often stories were read is told later")
                with self._lock:
                    self._counts.update(counts)


def add(session: Session, counts: Counts) -> None:
    """Add to what the base has, and forget what is older than `KEPT`."""
    session.execute(delete(Readership).where(Readership.day <= today() - KEPT))
    insert = UPSERTS[session.get_bind().dialect.name](Readership)
    added = {"times": Readership.times + insert.excluded.times}
    session.execute(
        insert.on_conflict_do_update(index_elements=["story_id", "day"], set_=added),
        [{"story_id": story, "day": day, "times": times} for (story, day), times in counts.items()],
    )


def by_story() -> Subquery:
    """For queries: of each story that was asked for of late the `story_id`, and `readers`, how often."""
    query = select(Readership.story_id, func.sum(Readership.times).label("readers"))
    return query.where(Readership.day > today() - KEPT).group_by(Readership.story_id).subquery()


def today() -> date:
    """The day, in UTC."""
    return now().astimezone(UTC).date()
