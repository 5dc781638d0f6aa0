"""Answers that were given, by all that they depend on: many readers open one page while nothing in the base changes.

Whatever a reader is told follows from the page, from what was derived of the story it is found to tell, what that is
called, and from the decisions that are in force. Every decision, and every undo of one, is a row with a number and an
id of its own; what carries decided words from one story to another changes with a version that arrives or with a new
program.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Any, Generic, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Pool, ScalarSelect, bindparam, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from secondsource.annotating.finding import Found
from secondsource.factbase.models import Arrival, Decision, Derivation, Story

MOST_ANSWERS = 64  # of a base, some 200 kB each ...
MOST_CHARACTERS = 1_000_000  # ... and their pages' texts together: a long page's answer takes some 80 bytes a character

T = TypeVar("T")


def _last(order: InstrumentedAttribute[int], column: InstrumentedAttribute[Any]) -> ScalarSelect[Any]:
    return select(column).order_by(order.desc()).limit(1).scalar_subquery()


_AS_IT_STANDS = (
    select(
        *(Story.title, Derivation.state, Derivation.program),
        *(_last(Decision.number, Decision.number), _last(Decision.number, Decision.id)),
        *(_last(Arrival.number, Arrival.number), _last(Arrival.number, Arrival.version_id)),
    )
    .join(Derivation, Derivation.story_id == Story.id)
    .where(Story.id == bindparam("story"))
)


class Asked(NamedTuple):
    """What an answer depends on: the page as it was sent and found, and the state of all that is said of its story."""

    text: str
    source: str
    found: Found
    stands: tuple[Any, ...]


class Answers(Generic[T]):
    """The answers that were asked for last, by base."""

    def __init__(self) -> None:
        self._kept: WeakKeyDictionary[Pool, OrderedDict[Asked, T]] = WeakKeyDictionary()
        self._lock = Lock()

    def get(self, session: Session, asked: Asked) -> T | None:
        """The answer to what was asked before."""
        with self._lock:
            kept = self._of(session)
            if asked in kept:
                kept.move_to_end(asked)
            return kept.get(asked)

    def keep(self, session: Session, asked: Asked, answer: T) -> None:
        """Keep an answer, in place of the one that was not asked for longest."""
        with self._lock:
            kept = self._of(session)
            kept[asked] = answer
            while len(kept) > MOST_ANSWERS or sum(len(one.text) for one in kept) > MOST_CHARACTERS:
                kept.popitem(last=False)

    def _of(self, session: Session) -> OrderedDict[Asked, T]:
        return self._kept.setdefault(session.connection().engine.pool, OrderedDict())


def asked_now(session: Session, text: str, source: str, found: Found) -> Asked | None:
    """What the answer to a page depends on now; None where that is not known, as an older program derived the story."""
    stands = session.execute(_AS_IT_STANDS, {"story": found.story_id}).first()
    return None if stands is None or stands.state is None else Asked(text, source, found, tuple(stands))
