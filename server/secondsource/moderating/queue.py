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
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, exists, func, literal, or_, select, tuple_
from sqlalchemy.orm import Session, aliased

from secondsource.factbase.models import About, Claim, Fact, Relation, Report, Ruling
from secondsource.kinds import Stance
from secondsource.moderating.readership import by_story

Columns = Select[*tuple[Any, ...]]
UNSURE = 0.9  # below it the engine itself says that one in ten or more is wrong
MUCH_READ = 10  # requests for a story's notes within a week: worth a look though the program is sure

_WEIGHT = r"(-?[0-9]{1,20}(?:\.[0-9]{1,20})?(?:e-[0-9]{1,3})?)"
PLACE = re.compile(rf"([0-3]):{_WEIGHT}:{_WEIGHT}:([0-9a-z]{{0,64}}):([0-9a-z]{{1,32}})")  # rank, and what orders
LONGEST_PLACE = 200  # code points, some more than that can have

Place = tuple[int, float, float, str, str]


_CONFLICT = Relation.stance == Stance.CONFLICTS
_UNSURE = Relation.sure < UNSURE


class Why(StrEnum):
    """Why something is in the queue, the most urgent first."""

    CONFLICT = "conflict"
    REPORT = "report"
    UNSURE = "unsure"
    READ = "read"

    @property
    def rank(self) -> int:
        """Its place among the reasons, from 0."""
        return list(Why).index(self)


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
    counts = {reason: _count(session, reason, story) for reason in Why}
    shown = found[:limit]
    return Queue(
        [Item(reason, row.id, row.readers) for reason, row in shown],
        _mark(*shown[-1]) if len(found) > limit else None,
        sum(counts.values()) if why is None else counts[why],
        sum(_done(session, reason, story) for reason in ([why] if why else Why)),
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
    part = _waiting(reason, story).subquery()
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


def _count(session: Session, reason: Why, story: str | None) -> int:
    if reason is Why.REPORT:
        query = select(func.count()).select_from(_reports(story).subquery())
    elif reason is Why.READ:
        query = select(func.count(_facts_read(story).subquery().c.pair_id.distinct()))
    else:
        query = select(func.count(Relation.pair_id.distinct())).where(*_wanted(reason, story))
    return session.scalars(query).one()


def _waiting(reason: Why, story: str | None) -> Columns:
    """What waits for a reason: each with its id, fact and how often readers asked for its story; some with a weight."""
    if reason is Why.REPORT:
        return _reports(story)
    return _read(story) if reason is Why.READ else _pairs(reason, story)


def _wanted(reason: Why, story: str | None) -> list[ColumnElement[bool]]:
    """Which relations wait because they conflict, or because the program is unsure of them."""
    shown = select(Claim.id).where(Claim.id == Relation.a_id, *_shown()).correlate(Relation)
    waits = [*_of(story), exists(shown), ~_decided()]
    if reason is Why.CONFLICT:
        return [*waits, _CONFLICT]
    other = aliased(Relation)
    said = select(other.id).where(other.pair_id == Relation.pair_id, other.stance == Stance.CONFLICTS)
    return [*waits, _UNSURE, ~exists(said.correlate(Relation))]


def _pairs(reason: Why, story: str | None) -> Columns:
    """One row for each pair of wordings, however often they are reposted.

    What is grouped by is no bare column, whose index SQLite would go through from end to end to save the sorting.
    """
    asked = by_story()
    return (
        select(
            func.min(Relation.pair_id).label("id"),
            func.min(Relation.sure).label("weight"),
            func.min(Relation.story_id).label("story_id"),
            func.min(func.coalesce(Claim.fact_id, "")).label("fact_id"),
            func.max(func.coalesce(asked.c.readers, 0)).label("readers"),
        )
        .join(Claim, Claim.id == Relation.a_id)
        .outerjoin(asked, asked.c.story_id == Relation.story_id)
        .where(*_wanted(reason, story))
        .group_by(Relation.pair_id.concat(""))
    )


def _facts_read(story: str | None) -> Columns:
    """The facts of what is read much of which no relation waits for another reason or was decided on, with one each."""
    asked = by_story()
    return (
        select(
            Claim.fact_id,
            func.min(Relation.pair_id).label("pair_id"),
            func.max(asked.c.readers).label("readers"),
        )
        .join(Relation, Relation.a_id == Claim.id)
        .join(asked, and_(asked.c.story_id == Relation.story_id, asked.c.readers >= MUCH_READ))
        .where(*_of(story), *_shown())
        .group_by(Claim.fact_id)
        .having(func.max(case((or_(_CONFLICT, _UNSURE, _decided()), 1), else_=0)) == 0)
    )


def _read(story: str | None) -> Columns:
    """One row for each pair that stands for a fact that is read much, though it stand for several stories' facts."""
    fact = _facts_read(story).subquery()
    columns = fact.c.pair_id.label("id"), func.min(fact.c.fact_id).label("fact_id")
    return select(*columns, func.max(fact.c.readers).label("readers")).group_by(fact.c.pair_id)


def _of(story: str | None) -> list[ColumnElement[bool]]:
    return [] if story is None else [Relation.story_id == story]


def _shown() -> list[ColumnElement[bool]]:
    """Which claims are of a fact, and of none on whose claims it is ruled that readers do not see them."""
    of = aliased(Claim)
    hidden = select(of.fact_id).join(Ruling, Ruling.key == of.content)
    hidden = hidden.where(Ruling.about == About.FACT, of.fact_id.is_not(None))
    return [Claim.fact_id.is_not(None), Claim.fact_id.not_in(hidden)]


def _reports(story: str | None) -> Columns:
    """Reports that are not closed, the oldest first."""
    asked = by_story()
    query: Columns = (
        select(
            Report.id,
            (1.0 * Report.number).label("weight"),
            Report.fact_id,
            func.coalesce(asked.c.readers, 0).label("readers"),
        )
        .outerjoin(Fact, Fact.id == Report.fact_id)
        .outerjoin(asked, asked.c.story_id == Fact.story_id)
        .where(~_closed())
    )
    return query if story is None else query.where(Fact.story_id == story)


def _done(session: Session, reason: Why, story: str | None) -> int:
    """How many relations were decided on, or reports closed, that a reason let wait or would have."""
    if reason is Why.REPORT:
        report = Report.id == Ruling.key
        if story is not None:
            report = and_(report, Report.fact_id == Fact.id, Fact.story_id == story)
        there = and_(Ruling.about == About.REPORT, exists().where(report))
    else:
        there = and_(Ruling.about == About.RELATION, *_let_wait(reason, story))
    return session.scalars(select(func.count()).select_from(Ruling).where(there)).one()


def _let_wait(reason: Why, story: str | None) -> list[ColumnElement[bool]]:
    """Which of the relations with a ruling's key are as those are that wait for a reason."""

    def some(*wanted: ColumnElement[bool]) -> ColumnElement[bool]:
        return exists().where(Relation.pair_id == Ruling.key, *_of(story), *wanted)

    if reason is Why.CONFLICT:
        return [some(_CONFLICT)]
    return [some(_UNSURE) if reason is Why.UNSURE else and_(some(), ~some(_UNSURE)), ~some(_CONFLICT)]


def _decided() -> ColumnElement[bool]:
    ruled = select(Ruling.key).where(Ruling.key == Relation.pair_id, Ruling.about == About.RELATION)
    return exists(ruled.correlate(Relation))


def _closed() -> ColumnElement[bool]:
    ruled = select(Ruling.key).where(Ruling.key == Report.id, Ruling.about == About.REPORT)
    return exists(ruled.correlate(Report))
