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
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from secondsource.ingesting.texts_read import Claims, Text

LONGEST_READ = 50_000  # code points of a text that is read ahead: the longest articles, not a novel
ALONE = 60  # texts read here before another process is started: its start takes about as long

log = logging.getLogger(__name__)


class ReadingAhead:
    """Reads texts, a portion at a time, until it is closed."""

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

    def ask(self, texts: Sequence[Text]) -> Portion:
        """Have texts read."""
        self._read += len(texts)
        if self._other is None and self._read > ALONE and (os.cpu_count() or 1) > 1:
            self._other = ProcessPoolExecutor(1, get_context("spawn"), _begin)
        return Portion(texts, self._other)


class Portion:
    """Texts that are being read."""

    def __init__(self, texts: Sequence[Text], other: ProcessPoolExecutor | None) -> None:
        self._texts = texts
        self._found: Future[list[Claims]] | None = None
        if other is not None and texts:
            with suppress(RuntimeError):  # somebody ended the other process: they are read here then
                self._found = other.submit(_read_all, texts)

    def wait(self) -> None:
        """Keep what was read in memory, see `texts_read`."""
        if not self._texts:
            return
        from secondsource.ingesting.texts_read import keep  # loads all that reads: most often nothing is new

        try:
            found = _read_all(self._texts) if self._found is None else self._found.result()
        except Exception as error:  # whatever it is, it is met again and told where that text is kept
            log.debug("texts could not be read ahead: %s", type(error).__name__)
            return
        for text, claims in zip(self._texts, found, strict=True):
            keep(text, claims)


def _read_all(texts: Sequence[Text]) -> list[Claims]:
    from secondsource.ingesting.texts_read import claims_of

    return [claims_of(text) for text in texts]


def _begin() -> None:
    """What the other process does first: leave being interrupted to this one, and end when this one does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
