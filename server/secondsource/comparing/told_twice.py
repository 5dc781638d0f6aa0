"""Whether what differs in two sentences is of one event that both tell: for conflicts of words, dates and particulars.

In long articles on one event much is alike that is of two things. What the bounds were chosen by are the conflicts that
a reader judged on 1,585 real events; brief articles were not among them, so that these are left to what else is known.
"""

from __future__ import annotations

from secondsource.comparing.claim import Claim, Comparison
from secondsource.comparing.figure_pairs import LIKELY_ONE, are_brief

# Probability that two sentences tell one thing, below which, and from which, conflicts were right:
SURELY_ONE = 0.9  # dates: 0 of 4 and 4 of 7; denials and contraries: 0 of 9 and 1 of 2
VERY_LIKELY_ONE = 0.8  # shares: 0 of 4 and 1 of 5; results of votes: 0 of 2


def may_be_two(a: Claim, b: Claim, both: Comparison, least: float = LIKELY_ONE) -> bool:
    """Whether two sentences of articles that are not brief tell one thing with less probability than `least`."""
    return not are_brief(both) and both.one_thing(a, b) < least
