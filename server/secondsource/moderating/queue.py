"""What to look at next: conflicts first, then what readers report, then what the program is unsure of, then what is
read much and nobody has looked at.

Among conflicts, and among what is read much, the stories come first for which readers ask most often. A story's
conflicts come fact by fact, so that what is one question is judged at a stretch; of what is read much that comes first
which most articles report. A relation that was decided on, "left" included, is done, and so is a report that was
closed; undone, they come back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Subquery, func, literal, select, tuple_
from sqlalchemy.orm import Session

from secondsource.factbase.models import Claim
from secondsource.moderating.waiting import Columns, Why, count, done, waiting

_WEIGHT = r"(-?[0-9]{1,20}(?:\.[0-9]{1,20})?(?:e-[0-9]{1,3})?)"
PLACE = re.compile(rf"([0-3]):{_WEIGHT}:{_WEIGHT}:([0-9a-z]{{0,64}}):([0-9a-z]{{1,32}})")  # rank, and what orders
LONGEST_PLACE = 200  # code points, some more than that can have

Place = tuple[int, float, float, str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """Something to look at: `id` is a report's for Why.REPORT, else a relation's pair id.

    `readers` is how often notes on its story were asked for of late.
    """

    why: Why
    id: str
    readers: int


@dataclass(frozen=True, slots=True)
class Queue:
    """A part of what is left to look at, and how much there is: `left` and `done` of what was asked for, `counts` of
    each.
    """

    items: Sequence[Item]
    next: str | None
    left: int
    done: int
    counts: dict[Why, int]


def queue(
    session: Session, *, why: Why | None = None, story: str | None = None, limit: int = 50, after: str | None = None
) -> Queue:
    """What is left, from a place on, the most urgent first; raises ValueError for a place that cannot be.

    Takes time by how much waits and was decided, not by how much the base holds.
    """
    place = None if after is None else _place(after)
    found: list[tuple[Why, Any]] = []
    for reason in Why:
        if (why is None or reason is why) and (place is None or reason.rank >= place[0]) and len(found) <= limit:
            rows = session.execute(_page(reason, story, place, limit + 1 - len(found)))
            found += [(reason, row) for row in rows]
    counts = {reason: count(session, reason, story) for reason in Why}
    shown = found[:limit]
    return Queue(
        [Item(reason, row.id, row.readers) for reason, row in shown],
        _mark(*shown[-1]) if len(found) > limit else None,
        sum(counts.values()) if why is None else counts[why],
        sum(done(session, reason, story) for reason in ([why] if why else Why)),
        counts,
    )


def _place(after: str) -> Place:
    found = PLACE.fullmatch(after)
    if found is None:
        raise ValueError(after)
    rank, weight, then, together, id_ = found.groups()
    return int(rank), float(weight), float(then), together, id_


def _mark(reason: Why, row: Any) -> str:
    return f"{reason.rank}:{float(row.weight)}:{float(row.then)}:{row.together}:{row.id}"


def _page(reason: Why, story: str | None, place: Place | None, most: int) -> Columns:
    """What waits for a reason, from a place on, in its order."""
    part = waiting(reason, story).subquery()
    weight, then, together = _order(reason, part)
    order = weight.label("weight"), then.label("then"), together.label("together"), part.c.id
    query = select(*order, part.c.readers)
    if place is not None and place[0] == reason.rank:
        query = query.where(tuple_(weight, then, together, part.c.id) > tuple_(*map(literal, place[1:])))
    return query.order_by(*order).limit(most)  # by their names: SQLite would work them out twice


def _order(reason: Why, part: Subquery) -> tuple[ColumnElement[float], ColumnElement[float], ColumnElement[str]]:
    """By what something comes first, by what then, and what comes together of the rest; the least first."""
    readers, nothing = -1.0 * part.c.readers, literal("")
    if reason is Why.REPORT:
        return part.c.weight, literal(0.0), nothing
    if reason is Why.UNSURE:
        return part.c.weight, readers, nothing
    if reason is Why.CONFLICT:
        return readers, literal(0.0), part.c.story_id.concat(part.c.fact_id)
    articles = select(func.count(Claim.article_id.distinct())).where(Claim.fact_id == part.c.fact_id)
    return readers, -1.0 * articles.scalar_subquery(), nothing
