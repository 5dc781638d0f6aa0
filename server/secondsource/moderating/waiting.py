"""Which relations, facts and reports wait for a moderator, for each reason, and which of them are done."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from secondsource.factbase.models import About, Claim, Fact, Relation, Report, Ruling
from secondsource.kinds import Stance
from secondsource.moderating.readership import by_story

Columns = Select[*tuple[Any, ...]]
UNSURE = 0.9  # below it the engine itself says that one in ten or more is wrong
MUCH_READ = 10  # requests for a story's notes within a week: worth a look though the program is sure


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


def count(session: Session, reason: Why, story: str | None) -> int:
    """How much waits for a reason."""
    if reason is Why.REPORT:
        query = select(func.count()).select_from(_reports(story).subquery())
    elif reason is Why.READ:
        query = select(func.count(_facts_read(story).subquery().c.pair_id.distinct()))
    else:
        query = select(func.count(Relation.pair_id.distinct())).where(*_wanted(reason, story))
    return session.scalars(query).one()


def waiting(reason: Why, story: str | None) -> Columns:
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


def done(session: Session, reason: Why, story: str | None) -> int:
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
