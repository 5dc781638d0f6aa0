"""What a decision may set: a schema for each sort of change. Everything is bounded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import marshmallow as ma

MAX_LINE = 300  # characters of a label, a title, a subject: what a heading can show
MAX_NOTE = 2_000
MAX_IDS = 200  # articles or claims named in one decision, more than one story's fact has
MAX_ID = 32


class BadChangeError(ValueError):
    """A change that the action does not know, by its field, with a sentence that says what is wrong."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field, self.sentence = field, sentence


Check = Callable[[Any], Any]


def _one_line(text: str) -> None:
    if not text.strip() or not text.isprintable():
        raise ma.ValidationError("This must be one line of printable characters.")


def _lines(text: str) -> None:
    if not text.strip() or not all(line.isprintable() for line in text.splitlines()):
        raise ma.ValidationError("This must be printable text.")


def line(*, required: bool = False, longest: int = MAX_LINE, description: str = "") -> ma.fields.String:
    """A field of one line."""
    checks: list[Check] = [ma.validate.Length(1, longest), _one_line]
    return ma.fields.String(required=required, validate=checks, metadata={"description": description})


def ids(description: str) -> ma.fields.List[str]:
    """A field of ids, none of them twice."""
    one = ma.fields.String(validate=[ma.validate.Length(1, MAX_ID), _one_line])
    several: list[Check] = [ma.validate.Length(1, MAX_IDS), _no_repeats]
    return ma.fields.List(one, required=True, validate=several, metadata={"description": description})


def _no_repeats(values: list[str]) -> None:
    if len(set(values)) < len(values):
        raise ma.ValidationError("An id is here twice.")


class Nothing(ma.Schema):
    """The action says it all."""


class Corrected(ma.Schema):
    """What is to hold of a claim instead of what was read; what is left out stays. Both ends of a span, or none."""

    subject = line(description="Of whom or what it is")
    value = line(description="What it says")
    start = ma.fields.Integer(strict=True, validate=ma.validate.Range(0), metadata={"description": "In the passage"})
    end = ma.fields.Integer(strict=True, validate=ma.validate.Range(1), metadata={"description": "In the passage"})

    @ma.validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        """Something, and a whole span."""
        if not data:
            raise ma.ValidationError("Give a subject, a value or a span.", "value")
        if ("start" in data) is not ("end" in data) or data.get("start", 0) >= data.get("end", 1):
            raise ma.ValidationError("A span needs a start and, after it, an end.", "start")


Merged = ma.Schema.from_dict({"with": ids("The facts that are one with this one")}, name="Merged")  # no Python name


class Split(ma.Schema):
    """The claims that are a fact of their own."""

    apart = ids("The contents of the claims that are a fact of their own")


class Labelled(ma.Schema):
    """How a fact is called, and how it is best put; what is left out is the program's."""

    label = line(description="A short name for the fact")
    wording = line(longest=MAX_NOTE, description="The fact in a sentence")

    @ma.validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        """Something."""
        if not data:
            raise ma.ValidationError("Give a label or a wording.", "label")


class Disputed(ma.Schema):
    """Why a fact is in dispute."""

    note = ma.fields.String(
        validate=[ma.validate.Length(1, MAX_NOTE), _lines], metadata={"description": "What is in dispute, for readers"}
    )


class Settled(ma.Schema):
    """What settled a conflict."""

    note = ma.fields.String(
        required=True,
        validate=[ma.validate.Length(1, MAX_NOTE), _lines],
        metadata={"description": "What settled it, for readers"},
    )
    source = line(required=True, longest=MAX_NOTE, description="Where that can be read: an address or a title")


class Marked(ma.Schema):
    """Whether a passage is page furniture."""

    furniture = ma.fields.Boolean(required=True, truthy={True}, falsy={False})


class Assigned(ma.Schema):
    """The story that an article belongs to."""

    story = line(required=True, longest=MAX_ID, description="A story's id")


class Originated(ma.Schema):
    """Where an article's outlet has it from."""

    origin = line(required=True, longest=200, description="The outlet or agency; its own outlet if from nobody")


class StoriesMerged(ma.Schema):
    """The story that another one is a part of."""

    into = line(required=True, longest=MAX_ID, description="A story's id")


class StorySplit(ma.Schema):
    """The articles that are a story of their own."""

    articles = ids("The articles that are a story of their own")
    title = line(required=True, description="What that story is called")


def checked(schema: ma.Schema, change: Mapping[str, Any] | None) -> dict[str, Any]:
    """The change as it is kept; raises BadChangeError for the first thing that is wrong with it."""
    try:
        loaded: dict[str, Any] = schema.load(dict(change or {}))
    except ma.ValidationError as error:
        raise _first(error) from error
    return dict(schema.dump(loaded))


def _first(error: ma.ValidationError) -> BadChangeError:
    messages: dict[str, Any] = error.normalized_messages()  # type: ignore[no-untyped-call]
    field = min(messages)
    found: Any = messages[field]
    while isinstance(found, Mapping):
        found = found[min(found)]
    return BadChangeError(str(field), str(found[0] if isinstance(found, list) else found))
