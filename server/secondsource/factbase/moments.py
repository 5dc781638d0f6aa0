"""Points in time: always with a time zone, always UTC in the base."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

from sqlalchemy import DateTime, Dialect
from sqlalchemy.types import TypeDecorator

MINUTE = timedelta(minutes=1)


class UtcDateTime(TypeDecorator[datetime]):
    """A `datetime` with a time zone; naive ones raise ValueError: nobody can say which moment they mean."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give the database the moment in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give back the moment in UTC; SQLite drops the zone on the way."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def split_published(published: date | None) -> tuple[datetime | None, int | None]:
    """A publication date as stored: the moment in UTC, and the minutes east of UTC it was stated in.

    The minutes are None when only the day is known: for a date, and for a time without an offset.
    """
    if published is None:
        return None, None
    if isinstance(published, datetime):
        offset = published.utcoffset()
        if offset is not None:
            return published.astimezone(UTC), offset // MINUTE
        published = published.date()
    return datetime.combine(published, time(), UTC), None


def join_published(moment: datetime | None, offset_minutes: int | None) -> date | None:
    """Undo `split_published`: a `date` when only the day is known, else a `datetime` in its own zone."""
    if moment is None:
        return None
    if offset_minutes is None:
        return moment.date()
    return moment.astimezone(timezone(offset_minutes * MINUTE))


def day_of(published: date | None) -> date | None:
    """The day of a publication date, in its own time zone."""
    return published.date() if isinstance(published, datetime) else published
