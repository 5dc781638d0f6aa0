"""How fast one token may ask: a burst, then so many a second (the generic cell rate algorithm).

Own code, for it is one number a token; the library for it (limits) brings three more and takes 0.36 s to import.
Each process counts for itself: with several, a token may ask so many times as often.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

A_SECOND = 20.0  # a moderator who holds a key down judges 30 times a second for a moment; a program lists 4,000 rows
BURST = 200
MOST = 10_000  # tokens remembered; beyond, those that may ask at once anyway are forgotten


@dataclass(slots=True)
class Pace:
    """At most `burst` requests at once and `a_second` after that, each token for itself."""

    a_second: float = A_SECOND
    burst: int = BURST
    clock: Callable[[], float] = time.monotonic
    _due: dict[int, float] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def wait(self, token: int) -> float:
        """Seconds that a token has to wait before it may ask; 0.0 when it may, and then this counts as asked."""
        with self._lock:
            at = self.clock()
            due = max(self._due.get(token, at), at)
            early = due - at - (self.burst - 1) / self.a_second
            if early > 1e-9:  # as far as sums of fractions are exact
                return early
            self._due[token] = due + 1 / self.a_second
            if len(self._due) > MOST:
                self._due = {token: due for token, due in self._due.items() if due > at}
            return 0.0
