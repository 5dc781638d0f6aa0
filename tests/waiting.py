"""Waiting for something to become true, with a deadline and a word for what was waited for."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

POLL_SECONDS = 0.03
SECONDS = 90  # far longer than anything takes, however busy the machine: only what fails waits so long


def until(check: Callable[[], T], what: str, seconds: float = SECONDS) -> T:
    """The first true value of `check`; fails, naming `what` and the last value, when the time is over."""
    deadline = time.monotonic() + seconds
    while True:
        last = check()
        if last:
            return last
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds} s for {what}; last seen: {last!r}")
        time.sleep(POLL_SECONDS)
