"""Dates as pages, sitemaps and feeds write them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from email.utils import parsedate_to_datetime

EARLIEST = 1600  # the year of no newspaper yet: an earlier one is a mistake, or no date at all
DAY = len("2031-03-04")


def read_date(written: str | None) -> date | None:
    """A day or a moment as ISO 8601 or RFC 2822 have it; None for anything else."""
    written = (written or "").strip()
    with suppress(ValueError):
        if len(written) == DAY:
            return _possible(date.fromisoformat(written))
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        with suppress(ValueError, TypeError, IndexError, OverflowError):
            return _possible(read(written))
    return None


def is_possible(when: date) -> bool:
    """Whether something can have been published then; at either end of what a `date` holds, a day more falls off it."""
    return EARLIEST < when.year < date.max.year


def _possible(when: date) -> date | None:
    return when if is_possible(when) else None
