from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

from secondsource.factbase.models import Story
from secondsource.factbase.moments import join_published, now, split_published

EAST = timezone(timedelta(hours=5, minutes=45))


@pytest.mark.parametrize(
    "published",
    [None, date(2031, 3, 4), datetime(2031, 3, 4, 0, 30, tzinfo=EAST), datetime(2031, 3, 4, 18, tzinfo=UTC)],
)
def test_a_publication_date_comes_back_as_exactly_as_it_was_stated(published: date | None) -> None:
    back = join_published(*split_published(published))
    assert back == published
    assert str(back) == str(published)


def test_a_time_without_an_offset_keeps_its_day_only() -> None:
    assert join_published(*split_published(datetime(2031, 3, 4, 23, 59))) == date(2031, 3, 4)


def test_a_naive_moment_is_refused(session: Session) -> None:
    session.add(Story(id="a", title="A", created_at=datetime(2031, 3, 4)))
    with pytest.raises(StatementError, match="time zone"):
        session.flush()


def test_moments_come_back_in_utc(session: Session) -> None:
    moment = datetime(2031, 3, 4, 6, tzinfo=EAST)
    session.add(Story(id="a", title="A", created_at=moment))
    session.flush()
    session.expire_all()
    kept = session.scalars(select(Story)).one().created_at
    assert kept == moment
    assert kept.utcoffset() == timedelta(0) == now().utcoffset()
