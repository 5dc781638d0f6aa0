"""Clauses that tell not what is so, but what somebody holds, wants or expects; and what comes for the first time."""

from __future__ import annotations

import re

from secondsource.comparing.claim import Claim

_HELD = re.compile(
    r"""\b(?:claims?|allegations?|accusations?|accus(?:es?|ed|ing)|reports?|rumou?rs?|speculation|suggestions?
      |call(?:s|ed|ing)\s(?:it|him|her|them|the\s\w+|for|on)|expected\sto|pressure|demands?|urg(?:es?|ed|ing)|fears?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_FIRST = re.compile(r"\b(?:for\sthe\s|the\s)?first\s(?:time|of\sits\skind)\b", re.IGNORECASE)


def is_held(told: Claim) -> bool:
    """Whether a clause gives what somebody claims, calls for or expects: "despite claims that the dam is unsafe"."""
    return _HELD.search(told.exact) is not None


def is_first(told: Claim) -> bool:
    """Whether a clause tells what had not been before, so that who says "never before" agrees."""
    return _FIRST.search(told.exact) is not None
