"""Kinds of claim, one file each. To add one: write its file, and name it in KINDS."""

from secondsource.kinds.ages import Ages
from secondsource.kinds.claim import Claim, Kind, Stance, Verdict
from secondsource.kinds.quotations import Quotations

KINDS: tuple[Kind, ...] = (Quotations(), Ages())

__all__ = ["KINDS", "Claim", "Kind", "Stance", "Verdict"]
