"""The fields of the export's lines: each bounded, each told on the page about the format."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

import marshmallow as ma

from secondsource.identity import DIGEST_CHARACTERS

_ID = re.compile(rf"[0-9a-f]{{{DIGEST_CHARACTERS}}}\Z")


class Words(ma.fields.String):
    """A string of `least` to `most` characters; `lines` says whether it may have more than one."""

    def __init__(self, most: int, least: int = 1, lines: bool = False, **kwargs: Any) -> None:
        """Take the field's bounds, and what every field takes."""
        super().__init__(required=True, validate=[ma.validate.Length(least, most)], **kwargs)
        if not lines:
            self.validators.append(one_line)


DAY_LENGTH = len("2031-03-04")  # a moment is longer


class Moment(ma.fields.AwareDateTime):
    """A moment with its offset from UTC."""

    def __init__(self, **kwargs: Any) -> None:
        """Take what every field takes."""
        super().__init__(format="iso", required=True, validate=_in_reach, **kwargs)


class Published(ma.fields.Field[date]):
    """A day ("2031-03-04"), or a moment with its offset ("2031-03-04T08:30:00+01:00"); null when neither is known."""

    def _serialize(self, value: date | None, *_: Any, **__: Any) -> str | None:
        return None if value is None else value.isoformat()

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> date:
        try:
            found = date.fromisoformat(value) if len(value) == DAY_LENGTH else datetime.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise ma.ValidationError("Not a day or a moment in ISO 8601.") from error
        if isinstance(found, datetime) and found.utcoffset() is None:
            raise ma.ValidationError("A moment needs its offset from UTC.")
        _in_reach(found)
        return found


def _in_reach(moment: date) -> None:
    """At either end of what a `date` can hold, turning to UTC falls off it."""
    if not date.min.year < moment.year < date.max.year:
        raise ma.ValidationError("A year that nobody published in.")


def one_line(value: str) -> None:
    """Refuse what is no line of printable characters."""
    if not value.isprintable():
        raise ma.ValidationError("It must be one line of printable characters.")


def identity(what: str, **kwargs: Any) -> ma.fields.String:
    """A field for an id that is made from content."""
    return ma.fields.String(
        required=True, validate=ma.validate.Regexp(_ID, error="Not an id."), **described(what), **kwargs
    )


def described(what: str) -> Any:
    """The keyword with which a field is described."""
    return {"metadata": {"description": what}}
