"""Texts are read before the base is written to, so that nobody waits for that; where many come, by another process,
which reads the next ones while this one writes.
"""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import suppress
from datetime import date
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple, Self

from secondsource.garbage import look_seldom

if TYPE_CHECKING:
    from secondsource.ingesting.texts_read import Read

LONGEST_READ = 50_000  # code points of a text that is read ahead: the longest articles, not a novel
ALONE = 60  # texts read here before another process is started: its start takes about as long

log = logging.getLogger(__name__)


class Unread(NamedTuple):
    """An article as far as reading it depends on it."""

    title: str | None
    text: str
    published: date | None  # the day


class ReadingAhead:
    """Reads articles, a portion at a time, until it is closed."""

    def __init__(self) -> None:
        self._read = 0
        self._other: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._other is not None:
            self._other.shutdown(wait=False, cancel_futures=True)

    @property
    def beside(self) -> bool:
        """Whether another process reads: then a portion is best asked for while the one before it is written."""
        return self._other is not None

    def ask(self, articles: Sequence[Unread]) -> Portion:
        """Have articles read."""
        self._read += len(articles)
        if self._other is None and self._read > ALONE and (os.cpu_count() or 1) > 1:
            self._other = ProcessPoolExecutor(1, get_context("spawn"), _begin)
        return Portion(articles, self._other)


class Portion:
    """Articles that are being read."""

    def __init__(self, articles: Sequence[Unread], other: ProcessPoolExecutor | None) -> None:
        self._articles = articles
        self._found: Future[list[Read]] | None = None
        if other is not None and articles:
            with suppress(RuntimeError):  # somebody ended the other process: they are read here then
                self._found = other.submit(_read_all, articles)

    def wait(self) -> None:
        """Have what was read in memory, see `texts_read`."""
        if not self._articles:
            return
        from secondsource.ingesting.texts_read import remember  # loads all that reads: most often nothing is new

        try:
            found = _read_all(self._articles) if self._found is None else self._found.result()
        except Exception as error:  # whatever it is, it is met again and told where that text is kept
            log.debug("texts could not be read ahead: %s", type(error).__name__)
            return
        for article, read in zip(self._articles, found, strict=True):
            remember(article, read)


def _read_all(articles: Sequence[Unread]) -> list[Read]:
    from secondsource.ingesting.texts_read import read

    return [read(article) for article in articles]


def _begin() -> None:
    """What the other process does first: leave being interrupted to this one, and end when this one does."""
    look_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
