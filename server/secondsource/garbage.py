"""How often Python looks for garbage that only a search finds.

Reading and comparing leave next to none, and with Python's own thresholds a tenth of the processor time of ingesting,
of rebuilding and of reading long texts went into looking for it; with these a hundredth, in the same memory.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (20_000, 20, 20)  # new objects before they are looked through: a page's notes take a hundred thousand


def look_for_garbage_seldom() -> None:
    """From now on, and never in what is in memory now: word lists and code, which readers would wait for."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


@contextmanager
def garbage_looked_for_seldom() -> Iterator[None]:
    """The same for as long as one piece of work takes, and of all that is in memory."""
    often = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*often)
