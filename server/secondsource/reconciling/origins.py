"""Who an article's words really come from: five reposts of one agency story are one origin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from secondsource.kinds import KINDS
from secondsource.reconciling.relations import Source

RUN_WORDS = 8  # articles of two outlets on one story share a run of eight words in about a quarter of pairs ...
COPIED_SHARE = 0.4  # ... so one run proves nothing: a copy has this share of its runs in the other (a guess)


def trace_origins(sources: Sequence[Source]) -> dict[str, str]:
    """Name each article's origin by its id: the one it declares, else that of the article it copies, else its outlet.

    Of two copies the one published first (then the one with the smaller id) names the origin.
    """
    origin = {source.id: source.origin or source.outlet for source in sources}
    runs = {source.id: _runs(source.text) for source in sources}
    in_order = sorted(sources, key=lambda source: (source.origin is None, str(source.published or "9"), source.id))
    for earlier, later in combinations(in_order, 2):
        if later.origin is None and _is_copy(runs[later.id], runs[earlier.id]):
            origin[later.id] = origin[earlier.id]
    return origin


def count_origins(kind: str, origins: Iterable[str]) -> int:
    """How many independent sources stand behind articles of these origins that make a claim of that kind."""
    if any(known.name == kind and known.one_origin for known in KINDS):
        return 1
    return len(set(origins))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[at : at + RUN_WORDS]) for at in range(len(words) - RUN_WORDS + 1)}


def _is_copy(runs: set[tuple[str, ...]], of: set[tuple[str, ...]]) -> bool:
    return bool(runs) and len(runs & of) >= COPIED_SHARE * min(len(runs), len(of))
