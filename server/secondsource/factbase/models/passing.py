"""What is kept for a while only: answers to be given again, and what hosts said of their pages."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from secondsource.factbase.models.base import SHA256, Base, Id, Name


class Answered(Base):
    """The answer that a moderator's POST with an idempotency key got, kept for a day to be given again."""

    __tablename__ = "answered"

    moderator_id: Mapped[int] = mapped_column(ForeignKey("moderator.id"), primary_key=True)
    key: Mapped[str] = mapped_column(Name, primary_key=True)
    sha256: Mapped[str] = mapped_column(SHA256)  # of the request: method, path and body
    status: Mapped[int]
    body: Mapped[dict[str, Any]]
    answered_at: Mapped[datetime] = mapped_column(index=True)


class Fetched(Base):
    """What the host of an address last said of the state of what is there: asked for again, only changes are sent."""

    __tablename__ = "fetched"

    id: Mapped[str] = mapped_column(Id, primary_key=True)  # made from the address
    url: Mapped[str] = mapped_column(Text)
    etag: Mapped[str | None] = mapped_column(Text)
    last_modified: Mapped[str | None] = mapped_column(Text)
    fetched_at: Mapped[datetime]
