"""Sentences whose figures are not those of what came about: what was forecast or polled, or another of the sort."""

from __future__ import annotations

import re
from functools import lru_cache

_ANOTHER = re.compile(
    r"""\b(?:(?:had\sbeen|was|were)\s(?:forecast|feared|predicted)|predecessors?
      |since\s(?:then|the\s(?:\w+\s){1,3}(?:began|started|broke\sout))
      |(?:exit|opinion|pre-election|final|latest)\spolls?
      |polls?,?\s(?:which\s|that\s)?(?:predict|suggest|project|forecast)(?:s|ed|ing)?
      |project(?:ed|ions?)\s(?:at|to|that|for)|predict(?:s|ed|ions?)?
      |record\s(?:\w+\s)?(?:is|was|stands|stood))\b""",
    re.IGNORECASE | re.VERBOSE,
)


@lru_cache(maxsize=2_000)
def tells_of_another(sentence: str) -> bool:
    """Whether a sentence says that it tells of what was foretold, of a time since, or of another of the sort."""
    return _ANOTHER.search(sentence) is not None
