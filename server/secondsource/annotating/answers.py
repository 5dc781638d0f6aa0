"""Answers that were given, by all that they depend on: many readers open one page while nothing in the base changes.

Whatever a reader is told follows from the page and from what the base holds, of which `Revision` is a name.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Generic, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Pool, select
from sqlalchemy.orm import Session

from secondsource.factbase.models import Revision

MOST_ANSWERS = 64  # of a base, some 200 kB each where they tell of a story ...
MOST_CHARACTERS = 1_000_000  # ... and their pages' texts together: a long page's answer takes some 80 bytes a character
TURNS = 1_024  # far more than pages are in line, so that few wait for what they did not ask

T = TypeVar("T")

_REVISION = select(Revision.name)


class Asked(NamedTuple):
    """What an answer depends on: the page as it was sent, and the base as it was."""

    text: str
    url: str | None
    revision: str | None


class Answers(Generic[T]):
    """The answers that were asked for last, by base."""

    def __init__(self) -> None:
        self._kept: WeakKeyDictionary[Pool, OrderedDict[Asked, T]] = WeakKeyDictionary()
        self._lock = Lock()
        self._turns = [Lock() for _ in range(TURNS)]

    def turn(self, text: str) -> Lock:
        """What to hold while a page is worked out: whoever asks for it meanwhile waits, and finds its answer kept."""
        return self._turns[hash(text) % TURNS]

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
            while len(kept) > MOST_ANSWERS or sum([len(one.text) for one in kept]) > MOST_CHARACTERS:
                kept.popitem(last=False)

    def _of(self, session: Session) -> OrderedDict[Asked, T]:
        return self._kept.setdefault(session.connection().engine.pool, OrderedDict())


def asked_now(session: Session, text: str, url: str | None) -> Asked:
    """What the answer to a page depends on now."""
    return Asked(text, url, session.connection().execute(_REVISION).scalar())
