"""What the page about the export's format shows, read off the very classes that write and read its lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import marshmallow as ma

from secondsource.exchanging.fields import Moment, Published, Words
from secondsource.exchanging.lines import LINES, Line

TYPES: dict[type[ma.fields.Field[Any]], str] = {
    Words: "string",
    Moment: "moment with its offset from UTC",
    Published: "day or moment",
    ma.fields.String: "string",
    ma.fields.Integer: "whole number",
    ma.fields.Boolean: "true or false",
    ma.fields.List: "list of strings",
    ma.fields.Dict: "object",
    ma.fields.Pluck: "string",
}


@dataclass(frozen=True, slots=True)
class FieldShown:
    """One member of a line."""

    name: str
    type: str
    about: str


@dataclass(frozen=True, slots=True)
class LineShown:
    """One kind of line."""

    kind: str
    about: str
    fields: tuple[FieldShown, ...]


def list_lines() -> list[LineShown]:
    """Every kind of line in the order of the file."""
    return [LineShown(kind, _docstring(line), tuple(map(_field, line.fields.values()))) for kind, line in LINES.items()]


def _docstring(line: Line) -> str:
    return (line.__doc__ or "").strip()


def _field(field: ma.fields.Field[Any]) -> FieldShown:
    words, about = TYPES[type(field)], field.metadata.get("description", "")
    for check in field.validators:
        if isinstance(check, ma.validate.OneOf):
            about = " ".join([about, "One of", ", ".join(map(str, check.choices))]).strip()
        elif isinstance(check, ma.validate.Length) and check.max is not None:
            words += f", at most {check.max:,} characters"
    if isinstance(field, ma.fields.Pluck) and field.many:
        words = "list of strings"
    return FieldShown(field.data_key or str(field.name), words + (" or null" if field.allow_none else ""), about)
