"""How often Python looks for cycles among objects. What reads or writes articles makes many that stay, and few cycles:
at Python's own pace looking for them takes an eighth of the time of a process that writes articles.
"""

from __future__ import annotations

import gc

SELDOM = (20_000, 20, 20)  # new objects before they are looked through: a page's notes take a hundred thousand


def look_seldom() -> None:
    """Let this process make many objects before they are looked through."""
    gc.set_threshold(*SELDOM)


def keep_all() -> None:
    """Never look through what is in memory now, as word lists and code."""
    gc.collect()
    gc.freeze()
