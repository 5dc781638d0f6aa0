"""What to look at next: conflicts first, then what readers report, then what the program is unsure of, then what is
read much and nobody has looked at.

Among conflicts, and among what is read much, the stories come first for which readers ask most often; then what most
articles report. A relation that was decided on, "left" included, is done, and so is a report that was closed; undone,
they come back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, literal, or_, select, tuple_, union_all
from sqlalchemy.orm import Session

from secondsource.factbase.models import About, Claim, Fact, Relation, Report, Ruling
from secondsource.factbase.rulings import is_hidden
from secondsource.kinds import Stance
from secondsource.moderating.readership import by_story

Columns = Select[*tuple[Any, ...]]
UNSURE = 0.9  # below it the engine itself says that one in ten or more is wrong
MUCH_READ = (
    10  # requests for a story's notes within a week, from which on it is worth a look though the program is sure
)

_WEIGHT = r"(-?[0-9]{1,20}\.[0-9]{1,20}(?:e-[0-9]{1,3})?)"
PLACE = re.compile(rf"([0-3]):{_WEIGHT}:{_WEIGHT}:([0-9a-z]{{1,32}})")  # rank, weight, then, id


class Why(StrEnum):
    """Why something is in the queue, the most urgent first."""

    CONFLICT = "conflict"
    REPORT = "report"
    UNSURE = "unsure"
    READ = "read"


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
    """A part of what is left to look at, and how much there is: `left` of what was asked for, `counts` of each."""

    items: Sequence[Item]
    next: str | None
    left: int
    done: int
    counts: dict[Why, int]


def queue(
    session: Session, *, why: Why | None = None, story: str | None = None, limit: int = 50, after: str | None = None
) -> Queue:
    """What is left, from a place on, the most urgent first; raises ValueError for a place that cannot be."""
    waiting = union_all(_relations(story), _reports(story)).subquery()
    place = waiting.c.rank, waiting.c.weight, waiting.c.then, waiting.c.id
    counts = dict.fromkeys(Why, 0)
    for rank, count in session.execute(select(waiting.c.rank, func.count()).group_by(waiting.c.rank)):
        counts[list(Why)[rank]] = count
    query = select(*place, waiting.c.readers)
    if why is not None:
        query = query.where(waiting.c.rank == list(Why).index(why))
    if after is not None:
        query = query.where(tuple_(*place) > tuple_(*map(literal, _place(after))))
    rows = session.execute(query.order_by(*place).limit(limit + 1)).all()
    return Queue(
        [Item(list(Why)[rank], id_, readers) for rank, _, _, id_, readers in rows[:limit]],
        ":".join(map(str, rows[limit - 1][:-1])) if len(rows) > limit else None,
        sum(counts.values()) if why is None else counts[why],
        _done(session, story),
        counts,
    )


def _place(after: str) -> tuple[int, float, float, str]:
    found = PLACE.fullmatch(after)
    if found is None:
        raise ValueError(after)
    rank, weight, then, id_ = found.groups()
    return int(rank), float(weight), float(then), id_


def _relations(story: str | None) -> Columns:
    """Pairs of wordings that nobody decided on: those that conflict, those unsure, and for each fact of a story that is
    read much, of which neither waits nor was decided on, the one that is least sure.
    """
    pair = _undecided(story).subquery()
    articles = func.count(Claim.article_id.distinct()).label("articles")
    known = select(Claim.fact_id, articles).group_by(Claim.fact_id).subquery()
    seen = select(Claim.fact_id).join(Relation, Relation.a_id == Claim.id).where(_decided(), Claim.fact_id.is_not(None))
    conflict, unsure = pair.c.stance == Stance.CONFLICTS, pair.c.sure < UNSURE
    read = and_(pair.c.readers >= MUCH_READ, pair.c.fact_id.not_in(seen))
    rank = case((conflict, 0), (unsure, 2), (read, 3), else_=4)
    nth = func.row_number().over(partition_by=pair.c.fact_id, order_by=(rank, pair.c.sure, pair.c.id))
    doubtful, spread = and_(unsure, ~conflict), -1.0 * func.coalesce(known.c.articles, 0)
    ranked = (
        select(
            rank.label("rank"),
            case((doubtful, pair.c.sure), else_=-1.0 * pair.c.readers).label("weight"),
            case((doubtful, -1.0 * pair.c.readers), else_=spread).label("then"),
            pair.c.id,
            pair.c.readers,
            nth.label("nth"),
        )
        .outerjoin(known, known.c.fact_id == pair.c.fact_id)
        .subquery()
    )
    waits = or_(ranked.c.rank < 3, and_(ranked.c.rank == 3, ranked.c.nth == 1))
    return select(ranked.c.rank, ranked.c.weight, ranked.c.then, ranked.c.id, ranked.c.readers).where(waits)


def _undecided(story: str | None) -> Columns:
    """One row for each pair of wordings that nobody decided on, however often they are reposted."""
    there = ~_decided() & ~is_hidden()
    asked = by_story()
    return (
        select(
            Relation.pair_id.label("id"),
            func.min(Relation.stance).label("stance"),  # of several the first by name, which "conflicts" is
            func.min(Relation.sure).label("sure"),
            func.min(Claim.fact_id).label("fact_id"),
            func.max(func.coalesce(asked.c.readers, 0)).label("readers"),
        )
        .join(Claim, Claim.id == Relation.a_id)
        .outerjoin(Fact, Fact.id == Claim.fact_id)
        .outerjoin(asked, asked.c.story_id == Relation.story_id)
        .where(there if story is None else there & (Relation.story_id == story))
        .group_by(Relation.pair_id)
    )


def _reports(story: str | None) -> Columns:
    """Reports that are not closed, the oldest first."""
    asked = by_story()
    query: Columns = (
        select(
            literal(1).label("rank"),
            (1.0 * Report.number).label("weight"),
            literal(0.0).label("then"),
            Report.id,
            func.coalesce(asked.c.readers, 0).label("readers"),
        )
        .outerjoin(Fact, Fact.id == Report.fact_id)
        .outerjoin(asked, asked.c.story_id == Fact.story_id)
        .where(~_closed())
    )
    return query if story is None else query.where(Fact.story_id == story)


def _done(session: Session, story: str | None) -> int:
    """How many relations were decided on, and reports closed."""
    relations = select(func.count(Relation.pair_id.distinct())).where(_decided())
    reports = select(func.count()).select_from(Report).where(_closed())
    if story is not None:
        relations, reports = relations.where(Relation.story_id == story), reports.where(_reported_in(story))
    return session.scalars(relations).one() + session.scalars(reports).one()


def _decided() -> ColumnElement[bool]:
    ruled = select(Ruling.key).where(Ruling.key == Relation.pair_id, Ruling.about == About.RELATION)
    return exists(ruled.correlate(Relation))


def _closed() -> ColumnElement[bool]:
    ruled = select(Ruling.key).where(Ruling.key == Report.id, Ruling.about == About.REPORT)
    return exists(ruled.correlate(Report))


def _reported_in(story: str) -> ColumnElement[bool]:
    return exists(select(Fact.id).where(Fact.id == Report.fact_id, Fact.story_id == story).correlate(Report))
