"""Lists come in pages: ask for the next with the `next` that the last one gave."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from sqlalchemy import Select
from sqlalchemy.orm import InstrumentedAttribute, Session

PAGE = 50
MAX_PAGE = 200
MAX_NUMBER = 2**63 - 1  # what a database's integer holds


class Paged(ma.Schema):
    """Which part of a list."""

    limit = ma.fields.Integer(load_default=PAGE, validate=ma.validate.Range(1, MAX_PAGE))
    after = ma.fields.String(
        validate=ma.validate.Length(1, 64),
        metadata={"description": "The `next` of the page before; none for the first"},
    )


class Numbered(ma.Schema):
    """Which part of a list that has the newest first."""

    limit = ma.fields.Integer(load_default=PAGE, validate=ma.validate.Range(1, MAX_PAGE))
    after = ma.fields.Integer(
        validate=ma.validate.Range(1, MAX_NUMBER),
        metadata={"description": "The `next` of the page before; none for the first"},
    )


class Listing(ma.Schema):
    """A page of a list."""

    next = ma.fields.String(allow_none=True, metadata={"description": "For `after`; null on the last page"})


def page_of(
    session: Session, query: Select[Any], key: InstrumentedAttribute[str], asked: dict[str, Any]
) -> dict[str, Any]:
    """One page of a query's rows in the order of a unique key, and the cursor of the next."""
    if "after" in asked:
        query = query.where(key > asked["after"])
    rows = session.scalars(query.order_by(key).limit(asked["limit"] + 1)).unique().all()
    items = rows[: asked["limit"]]
    more = len(rows) > len(items)
    return {"items": items, "next": getattr(items[-1], key.key) if more else None}


def newest_first(
    session: Session, query: Select[Any], number: InstrumentedAttribute[int], asked: dict[str, Any]
) -> dict[str, Any]:
    """One page of a query's rows from the highest number down, and the cursor of the next."""
    if "after" in asked:
        query = query.where(number < asked["after"])
    rows = session.scalars(query.order_by(number.desc()).limit(asked["limit"] + 1)).all()
    items = rows[: asked["limit"]]
    more = len(rows) > len(items)
    return {"items": items, "next": str(getattr(items[-1], number.key)) if more else None}
