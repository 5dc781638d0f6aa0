"""Waiting for something to become true, with a deadline and a word for what was waited for."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

POLL_SECONDS = 0.03


def until(check: Callable[[], T], what: str, seconds: float = 10) -> T:
    """The first true value of `check`; fails, naming `what` and the last value, when the time is over."""
    deadline = time.monotonic() + seconds
    while True:
        last = check()
        if last:
            return last
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds} s for {what}; last seen: {last!r}")
        time.sleep(POLL_SECONDS)
