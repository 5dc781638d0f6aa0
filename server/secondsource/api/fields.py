"""Fields that the nouns share."""

from __future__ import annotations

from datetime import date
from typing import Any

import marshmallow as ma


class PlainText(ma.fields.String):
    """Text as given, code point for code point; refuses what no database and no other program could keep."""

    def __init__(self, max_length: int, min_length: int = 0, **kwargs: Any) -> None:
        metadata = {"minLength": min_length, "maxLength": max_length} | kwargs.pop("metadata", {})
        super().__init__(metadata=metadata, **kwargs)
        self.min_length, self.max_length = min_length, max_length
        self.validators = [self._check]

    def _check(self, value: str) -> None:
        if len(value) > self.max_length:
            raise ma.ValidationError(f"It has {len(value):,} characters and may have {self.max_length:,}; shorten it.")
        if len(value.strip()) < self.min_length:
            raise ma.ValidationError("It must not be empty.")
        if "\0" in value:
            raise ma.ValidationError(f"It holds a NUL character, at {value.index(chr(0))}; take it out.")
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise ma.ValidationError(
                f"It holds half of a surrogate pair, at {error.start}, which is no character; take it out."
            ) from error


class Published(ma.fields.Field[date]):
    """A day ("2031-03-04") or a moment ("2031-03-04T08:30:00+01:00"), as exactly as it is known."""

    def _serialize(self, value: date | None, *_: Any, **__: Any) -> str | None:
        return None if value is None else value.isoformat()
