"""Numbers that grow: tolls, arrests, sums raised. Two of them from two days are one story told on, and no conflict.

Not a kind of claim: what counts and quantities ask when two figures of one thing disagree.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from secondsource.comparing import wording
from secondsource.comparing.claim import Claim, Stance, Verdict

# What keeps coming in after an event. Casualties are told by the state that the figure's unit names.
_TOLLS = frozenset("killed injured missing arrested rescued evacuated hospitalised critical ill".split())
_GATHERING = frozenset(
    "raise donate collect gather pledge sign register arrest detain charge evacuate rescue recover confirm".split()
)
_SPREADING = frozenset("burn scorch char consume blacken spread torch".split())  # what a fire goes on doing, in acres
_DONE = frozenset("contain complete".split())
BESIDE_SHARE = 2  # nearest words among which stands what a share of it is done
_FIXED = frozenset({"measures", "durations"})
BESIDE = 40  # code points on either side of a figure in which "so far" is said of it
_CLAUSE_END = re.compile(r"[;:]|,\s(?!\d{3}\b)|\s[—–-]\s|—|\s(?:where|which|who|while|because|when|but)\s")
_SO_FAR = re.compile(
    r"""\b(?:so\sfar|to\sdate|up\sfrom|as\sof\s|at\slast\scount|and\scounting|still\srising
      |(?:has|have|had)\s(?:now\s|already\s)?(?:reached|raised|passed|climbed|risen|grown|topped)
      |(?:rises?|rose|risen|climb(?:s|ed)?|grown?|grew|jump(?:s|ed)?|mount(?:s|ed)?)\s(?:further\s)?(?:to|past|above)
      |now\s(?:stands?|stood|at)|stood\sat|stands\sat)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def differing(a: Claim, b: Claim) -> Verdict:
    """What to say of two figures of one thing that disagree: a conflict, or a number that went on growing.

    Reads `data["value"]`, `data["near"]` and `data["day"]` (the article's, an ISO date or None). Symmetric but
    for the order in which a conflict's reason names the two.
    """
    days = a.data["day"], b.data["day"]
    if not grows(a, b) or (None not in days and days[0] == days[1]):
        return Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value))
    if None in days:
        neither = days == (None, None)
        said = wording.neither_dated if neither else wording.counted_undated
        return Verdict(Stance.UPDATES, said(*_by_value(a, b)))
    earlier, later = sorted((a, b), key=lambda claim: str(claim.data["day"]))
    first, last = (date.fromisoformat(claim.data["day"]) for claim in (earlier, later))
    rising = earlier.data["value"] < later.data["value"]
    return Verdict(Stance.UPDATES, wording.grew(earlier.value, first, later.value, last, rising=rising))


def grows(a: Claim, b: Claim) -> bool:
    """Whether two figures of one thing are of a sort that changes from day to day.

    A toll does. Anything else must be said to, when both articles' days are known: by what it measures ("raised",
    "signed", "burned") in both, or by "so far", "has reached" or the like beside the figure in one. How strong an
    earthquake was, how high a wall is or how long a trial took does not grow.
    """
    if (is_toll(a) and is_toll(b)) or (is_progress(a) and is_progress(b)):
        return True
    if a.data["day"] is None or b.data["day"] is None:
        return False
    if all(_SPREADING.intersection(claim.data["near"]) and claim.property == "area" for claim in (a, b)):
        return True
    if a.kind in _FIXED:
        return False
    return any(map(_so_far, (a, b))) or all(_GATHERING.intersection(claim.data["near"]) for claim in (a, b))


def _so_far(claim: Claim) -> bool:
    """Whether "so far" or the like stands beside a figure, with no end of a clause between."""
    start = max(0, claim.start - claim.passage_start)
    end = start + len(claim.exact)
    before = _CLAUSE_END.split(claim.passage[max(0, start - BESIDE) : start])[-1]
    after = _CLAUSE_END.split(claim.passage[end : end + BESIDE])[0]
    return bool(_SO_FAR.search(before + claim.passage[start:end] + after))


def has_grown(a: Claim, b: Claim) -> bool:
    """Whether two figures are of what grows, and the article of the later day has the higher one."""
    if None in (a.data["day"], b.data["day"]) or a.data["day"] == b.data["day"] or not grows(a, b):
        return False
    return _is_higher_later(a, b)


def may_have_changed(a: Claim, b: Claim) -> bool:
    """Whether two tolls can be one at two times: later the higher one, but for the missing, who are found.

    Those of a past year ("in 2009") have long been counted.
    """
    past = {time for time in a.data["times"] if time.isdigit()} & set(b.data["times"])
    if past or not (is_toll(a) and is_toll(b)) or a.data["day"] == b.data["day"] is not None:
        return False
    if a.data["day"] is None or b.data["day"] is None or a.property.endswith("missing"):
        return True
    return _is_higher_later(a, b)


def _is_higher_later(a: Claim, b: Claim) -> bool:
    earlier, later = sorted((a, b), key=lambda claim: str(claim.data["day"]))
    return bool(later.data["value"] > earlier.data["value"])


def is_progress(claim: Claim) -> bool:
    """Whether a share is what has been done so far: "40 percent contained", "half complete"."""
    return claim.kind == "percentages" and not _DONE.isdisjoint(claim.data["near"][:BESIDE_SHARE])


def is_toll(claim: Claim) -> bool:
    """Whether a figure counts casualties, or people arrested or rescued."""
    return _is_toll(claim.property)


@lru_cache(maxsize=2_000)
def _is_toll(unit: str) -> bool:
    return unit.split()[-1:] != [] and unit.split()[-1] in _TOLLS


def _by_value(a: Claim, b: Claim) -> tuple[str, str]:
    low, high = sorted((a, b), key=lambda claim: (claim.data["value"], claim.value))
    return low.value, high.value
