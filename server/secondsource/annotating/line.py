"""The line of pages that are to be worked out: few at a time, and who finds it full is asked to come again.

Each of them keeps one of a server's threads, so that a line without an end would leave none for known answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

AT_ONCE = 2  # pages worked out at a time: more would slow each other, and those whose answers are known
IN_LINE = 32  # pages that are worked out or wait: at 160 ms each (`make bench`) the last of them waits five seconds
LONG_TEXT = 100_000  # code points: far longer than an article, and seconds of work ...
LONG_AT_ONCE = 1  # ... for so many in line; the other place stays free for articles


class BusyError(Exception):
    """There is no room in the line; the message says what to do."""


places = BoundedSemaphore(AT_ONCE)  # where pages are worked out: who stands in line waits for one
_line, _long_ones = BoundedSemaphore(IN_LINE), BoundedSemaphore(LONG_AT_ONCE)


@contextmanager
def in_line(text: str) -> Iterator[None]:
    """Stand in line with a page's text; raises BusyError where there is no room for it."""
    with _room(_line, "Many new pages are being read; try again in a moment."):
        if len(text) <= LONG_TEXT:
            yield
            return
        message = "Other very long pages are being read; try again in a moment, or send the article alone."
        with _room(_long_ones, message):
            yield


@contextmanager
def _room(room: BoundedSemaphore, message: str) -> Iterator[None]:
    if not room.acquire(blocking=False):
        raise BusyError(message)
    try:
        yield
    finally:
        room.release()
