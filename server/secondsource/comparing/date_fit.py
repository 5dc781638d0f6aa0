"""Whether two dates can be one, and how far apart those lie that cannot: what kinds/dates.py compares.

A date is told here by a claim's data: `grain`, the parts that are known (`weekday`, `year`, `month`, `day`), the first
and last of the `days` it can mean, whether it is `rough` ("late August") and whether its year is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

YEARS_APART, MONTHS_APART, DAYS_APART = 2, 2, 6  # the widest near miss
ROUGH = "rough"  # how fine a date is that says no more than about when
_PARTS = ("year", "month", "day")


def fits(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool | None:
    """Whether one date can lie within the other; False only for a near miss, None when that cannot be told."""
    if a["days"] and b["days"] and a["days"][0] <= b["days"][1] and b["days"][0] <= a["days"][1]:
        return True
    if a["rough"] or b["rough"]:
        return None
    parts = [part for part in _PARTS if a[part] is not None and b[part] is not None]
    weekday = "weekday" in (a["grain"], b["grain"])  # of this week, whatever year is told of the other
    if a["month"] == b["month"] is not None and not weekday and not (a["year_told"] and b["year_told"]):
        parts = [part for part in parts if part != "year"]  # "January 13" of no year, where one article looks ahead
    for part in parts:
        if a[part] != b[part]:
            return False if _is_near_miss(a, b, part) else None
    if a["weekday"] is not None and b["weekday"] is not None and "day" not in parts:
        return bool(a["weekday"] == b["weekday"])  # an article of no date: its Tuesday is as good as ours
    return True if {"year", "month"} & set(parts) else None


def _is_near_miss(a: Mapping[str, Any], b: Mapping[str, Any], part: str) -> bool:
    if a["days"] and b["days"] and "weekday" in (a["grain"], b["grain"]):
        first, other = (date.fromisoformat(of["days"][0]) for of in (a, b))
        return bool(a["grain"] != "year" != b["grain"] and abs((first - other).days) <= DAYS_APART)
    if part == "year":
        months = {a["month"], b["month"]}
        return bool(abs(a["year"] - b["year"]) <= YEARS_APART and (None in months or len(months) == 1))
    if part == "month":
        return bool(a["year"] is not None and a["year"] == b["year"] and abs(a["month"] - b["month"]) <= MONTHS_APART)
    return bool(a["month"] is not None and a["month"] == b["month"] and abs(a["day"] - b["day"]) <= DAYS_APART)


def apart(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Whether two dates as fine as each other surely differ, however far they lie apart.

    A weekday differs only from another day of the week: which week is meant is too often not told.
    """
    if not a["days"] or not b["days"] or fineness(a) != fineness(b) or fineness(a) == ROUGH:
        return False
    if "weekday" in (a["grain"], b["grain"]):
        return bool(a["weekday"] != b["weekday"] and how_many(a, b) <= DAYS_APART)
    return bool(a["days"][1] < b["days"][0] or b["days"][1] < a["days"][0])


def how_many(a: Mapping[str, Any], b: Mapping[str, Any]) -> int:
    """Days from the first day of one date to that of the other; both must be known."""
    first, other = (date.fromisoformat(of["days"][0]) for of in (a, b))
    return abs((first - other).days)


def fineness(of: Mapping[str, Any]) -> str:
    """ROUGH for about when, "day" for a day or weekday, else "month" or "year": only equals are as fine."""
    return ROUGH if of["rough"] else "day" if "day" in of["grain"] else of["grain"]
