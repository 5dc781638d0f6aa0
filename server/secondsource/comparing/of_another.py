"""Sentences whose figures are not those of what came about: what was forecast or polled, or another of the sort."""

from __future__ import annotations

import re
from functools import lru_cache

from secondsource.comparing.claim import Claim, Comparison

CARRIED = 2  # sentences before a figure's, of which one may say that a poll gives it
_POLL = r"(?:exit|opinion|pre-election|final|latest)\spolls?"
_POLLED = re.compile(rf"\b{_POLL}\b", re.IGNORECASE)
_ANOTHER = re.compile(
    rf"""\b(?:(?:had\sbeen|was|were)\s(?:forecast|feared|predicted)|predecessors?
      |since\s(?:then|the\s(?:\w+\s){{1,3}}(?:began|started|broke\sout))
      |{_POLL}
      |polls?,?\s(?:which\s|that\s)?(?:predict|suggest|project|forecast)(?:s|ed|ing)?
      |project(?:ed|ions?)\s(?:at|to|that|for)|predict(?:s|ed|ions?)?
      |record\s(?:\w+\s)?(?:is|was|stands|stood))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_COMMITTEE = re.compile(r"\b(?:(?:sub)?committee|panel|caucus|commission)\b", re.IGNORECASE)


@lru_cache(maxsize=2_000)
def is_of_a_committee(sentence: str) -> bool:
    """Whether a sentence tells of a committee: how it voted is not how all did."""
    return _COMMITTEE.search(sentence) is not None


@lru_cache(maxsize=2_000)
def tells_of_another(sentence: str) -> bool:
    """Whether a sentence says that it tells of what was foretold, of a time since, or of another of the sort."""
    return _ANOTHER.search(sentence) is not None


def one_is_polled(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether just one of two figures is a poll's, which its sentence or one of the few before it names.

    "The exit poll is out. Channel 2 has the Greens at 28 seats."
    """
    before = both.overlap.before(a.passage_start, b.passage_start, CARRIED)
    ours, theirs = (any(map(_names_a_poll, (*told, claim.passage))) for told, claim in zip(before, (a, b), strict=True))
    return ours is not theirs


@lru_cache(maxsize=4_000)
def _names_a_poll(sentence: str) -> bool:
    return _POLLED.search(sentence) is not None
