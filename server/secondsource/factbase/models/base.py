"""What all tables share: their base, and the types of columns that occur in many."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, MetaData, String
from sqlalchemy.orm import DeclarativeBase

from secondsource.factbase.moments import UtcDateTime
from secondsource.identity import DIGEST_CHARACTERS

Id = String(DIGEST_CHARACTERS)
Name = String(200)
Enumerated = String(40)  # stored as words, so that a new one needs no migration and a row can be read by eye
SHA256 = String(64)


class Base(DeclarativeBase):
    """What all tables share: constraint names that a later migration can refer to, and moments in UTC."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UtcDateTime, dict[str, Any]: JSON, list[str]: JSON}  # noqa: RUF012
