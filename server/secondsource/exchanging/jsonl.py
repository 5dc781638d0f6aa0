"""Lines of an export to bytes and back. Whatever the bytes are, reading ends in a line or in a sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NoReturn

import marshmallow as ma

from secondsource.exchanging.lines import LINES
from secondsource.ingesting.outcomes import Refusal
from secondsource.ingesting.story_folder import MAX_TEXT_BYTES

MAX_LINE_BYTES = 8 * MAX_TEXT_BYTES  # the longest text, each of its characters escaped, and room for the rest
MOST_WRONG = 3  # of a line that is not right, so many things are told


def written(kind: str, thing: Any) -> bytes:
    """One line of the export, line feed and all."""
    line = {"type": kind} | LINES[kind].dump(thing)
    return json.dumps(line, ensure_ascii=False, allow_nan=False).encode() + b"\n"


def read(line: bytes) -> tuple[str, dict[str, Any]]:
    """A line's kind and its fields' values; raises Refusal with a sentence."""
    if len(line) > MAX_LINE_BYTES:
        raise Refusal(f"longer than {MAX_LINE_BYTES:,} bytes")
    found = _parsed(line)
    kind = found.pop("type", None)
    if not isinstance(kind, str) or kind not in LINES:
        raise Refusal(f"type must be one of {', '.join(LINES)}")
    try:
        return kind, LINES[kind].load(found)
    except ma.ValidationError as error:
        wrong = [f"{field}: {said}" for field, said in _flat(error.messages)]
        raise Refusal(" ".join(wrong[:MOST_WRONG])) from error


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line.decode("utf-8"), parse_constant=_no_json)
        json.dumps(found, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal(f"not UTF-8 (byte {error.start})") from error
    except UnicodeEncodeError as error:
        raise Refusal("holds half of a surrogate pair, which is no character") from error
    except json.JSONDecodeError as error:
        raise Refusal(f"not JSON: {error.msg}, at character {error.pos}") from error
    except (RecursionError, ValueError) as error:
        raise Refusal("JSON that nobody needs: nested too deeply, or a number without end") from error
    if not isinstance(found, dict):
        raise Refusal("not a JSON object")
    if any("\0" in words for words in _strings(found)):
        raise Refusal("holds a NUL character")
    return found


def _no_json(constant: str) -> NoReturn:
    raise ValueError(constant)


def _strings(value: Any) -> Iterator[str]:
    """Every string in a JSON value, the names of its members too, however deep."""
    waiting = [value]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, str):
            yield inner
        elif isinstance(inner, dict):
            waiting += [*inner, *inner.values()]
        elif isinstance(inner, list):
            waiting += inner


def _flat(messages: Any, field: str = "") -> Iterator[tuple[str, str]]:
    """Marshmallow's nested messages, each with the field it is about."""
    if isinstance(messages, dict):
        for name, inner in messages.items():
            yield from _flat(inner, f"{field}.{name}" if field else str(name))
    else:
        yield from ((field, str(said)) for said in messages)
