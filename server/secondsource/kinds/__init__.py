"""Kinds of claim, one file each. To add one: write its file, and name it in KINDS."""

from secondsource.kinds.age_gaps import AgeGaps
from secondsource.kinds.ages import Ages
from secondsource.kinds.claim import Claim, Kind, Stance, Verdict
from secondsource.kinds.counts import Counts
from secondsource.kinds.dates import Dates
from secondsource.kinds.quotations import Quotations

KINDS: tuple[Kind, ...] = (Quotations(), Ages(), AgeGaps(), Counts(), Dates())

__all__ = ["KINDS", "Claim", "Kind", "Stance", "Verdict"]
