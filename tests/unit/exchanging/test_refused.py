"""A file that cannot be right is refused with its line's number and a sentence, and nothing of it is kept."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from tests.unit.exchanging.conftest import exported, imported, rows

from secondsource.exchanging.jsonl import MAX_LINE_BYTES
from secondsource.exchanging.lines import MAX_WORDS
from secondsource.factbase.checking import check
from secondsource.factbase.models import Base
from secondsource.ingesting.outcomes import Refusal

Lines = list[dict[str, Any]]
EVERYTHING = tuple(Base.metadata.tables)


def parsed(lines: bytes) -> Lines:
    return [json.loads(line) for line in lines.splitlines()]


def joined(lines: Lines) -> bytes:
    """The lines as a file whose last one counts right."""
    ended = [line if line["type"] != "end" else line | {"lines": at} for at, line in enumerate(lines)]
    return b"".join(json.dumps(line).encode() + b"\n" for line in ended)


def refusal(engine: Engine, lines: bytes) -> str:
    """What is said of a file that is refused, after which the base is as it was."""
    before = rows(engine, *EVERYTHING)
    with pytest.raises(Refusal) as refused:
        imported(engine, lines)
    assert rows(engine, *EVERYTHING) == before
    said, end, nothing = str(refused.value).rpartition(". Nothing was imported.")
    assert (end, nothing) == (". Nothing was imported.", "")
    assert re.match(r"line \d+: [^\n]+\Z", said)
    return said


def at(lines: Lines, kind: str) -> int:
    """The first line of a kind; of the decisions the first on what articles say."""
    return next(n for n, line in enumerate(lines) if line["type"] == kind and line.get("contents") != [])


@pytest.mark.parametrize(
    ("kind", "change", "says"),
    [
        ("header", {"format": 2}, "update this program"),
        ("header", {"name": "other"}, "name: Must be equal to second-source"),
        ("header", {"type": "outlet"}, "id: Missing data for required field"),
        ("outlet", {"name": "Another"}, "id: is not the one made from name"),
        ("outlet", {"id": "x"}, "id: Not an id"),
        ("decision", {"contents": ["0" * 21]}, "contents.0.content: Not an id"),
        ("outlet", {"name": ""}, "name: "),
        ("outlet", {"name": "a\nb"}, "name: It must be one line"),
        ("outlet", {"domains": "a.example"}, "domains: "),
        ("outlet", {"more": 1}, "more: Unknown field"),
        ("story", {"title": "Another"}, "id: is neither made from title nor that of an article"),
        ("story", {"created_at": "2031-03-04T12:00:00"}, "created_at: "),
        ("story", {"created_at": "0001-01-01T00:00:00+23:00"}, "created_at: A year that nobody published in"),
        ("article", {"url": "https://other.example/"}, "id: is not the one made from url"),
        ("article", {"story": "0" * 20}, "story: stands on no line before this one"),
        ("article", {"outlet": "0" * 20}, "outlet: stands on no line before this one"),
        ("article", {"published": "4 March"}, "published: Not a day or a moment"),
        ("article", {"published": "2031-03-04T12:00:00"}, "published: A moment needs its offset"),
        ("article", {"published": 20310304}, "published: Not a day or a moment"),
        ("version", {"text": "Something else."}, "sha256: is not that of the text"),
        ("version", {"text": "a\0b"}, "NUL"),
        ("version", {"text": "\ud83d"}, "half of a surrogate pair"),
        ("version", {"article": "0" * 20}, "id: is not the one made from article and sha256"),
        ("version", {"current": "yes"}, "current: "),
        ("moderator", {"role": "emperor"}, "role: "),
        ("moderator", {"token": "ss_x"}, "token: Unknown field"),
        ("decision", {"action": "believe"}, "action: "),
        ("decision", {"moderator": "Nobody"}, "moderator: stands on no line before this one"),
        ("decision", {"reason": "r" * (MAX_WORDS + 1)}, "reason: "),
        ("decision", {"snapshot": []}, "snapshot: "),
        (
            "decision",
            {"snapshot": {"claims": [{"content": "0" * 20}]}},
            "snapshot: Claim 1 in it is not right: exact, ",
        ),
        ("decision", {"snapshot": {"claims": "x"}}, "snapshot: Its claims must be a list"),
        ("decision", {"snapshot": {"story": "no mapping"}}, "snapshot: Its story must be an object"),
        ("decision", {"change": {"value": "x"}}, "change.value: Unknown field"),
        ("decision", {"action": "settle_fact"}, "change.note: Missing data"),
        ("decision", {"contents": ["x"]}, "contents.0.content: Not an id"),
        ("decision", {"action": "undo", "target": "0" * 32}, "target: the decision that it undoes"),
        ("report", {"words": "Other words."}, "id: is not the one made from note, fact, url and words"),
        ("report", {"type": "note"}, "type must be one of header, outlet, "),
        ("report", {"type": ["report"]}, "type must be one of header, outlet, "),
    ],
)
def test_a_line_that_is_not_right(
    full_lines: bytes, empty: Engine, kind: str, change: dict[str, Any], says: str
) -> None:
    lines = parsed(full_lines)
    number = at(lines, kind)
    lines[number] |= change
    said = refusal(empty, joined(lines))
    assert said.startswith(f"line {number + 1}: ")
    assert says in said


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"[]", "not a JSON object"),
        (b"null", "not a JSON object"),
        (b'{"type": "\xff"}', "not UTF-8"),
        (b'{"type": ' + b"[" * 100_000, "nested too deeply"),
        (b'{"type": "report", "words": 1e999}', "number without end"),
        (b'{"type": "report", "words": NaN}', "number without end"),
        (b'{"type": "report", "words": ' + b"9" * 5_000 + b"}", "number without end"),
        (b'{"type": "report", "words": "' + b"w" * MAX_LINE_BYTES, f"longer than {MAX_LINE_BYTES:,} bytes"),
    ],
)
def test_a_line_that_is_none(full_lines: bytes, empty: Engine, line: bytes, says: str) -> None:
    lines = full_lines.splitlines(keepends=True)
    assert says in refusal(empty, b"".join([*lines[:4], line + b"\n", *lines[4:]]))


def test_a_file_that_was_cut_off_anywhere(full_lines: bytes, empty: Engine) -> None:
    lines = full_lines.splitlines(keepends=True)
    for kept in {*range(0, len(lines), 9), len(lines) - 1}:
        assert "cut off" in refusal(empty, b"".join(lines[:kept]))
    assert "not JSON" in refusal(empty, b"".join(lines)[:-20])


def test_a_file_with_a_gap_or_with_something_after_its_end(full: Engine) -> None:
    lines = exported(full).splitlines(keepends=True)
    number = next(number for number, line in enumerate(lines) if b'"report"' in line)
    assert "lines stand before it, and" in refusal(full, b"".join(lines[:number] + lines[number + 1 :]))
    assert "after the line that says it is the last" in refusal(full, b"".join([*lines, lines[1]]))
    assert "begins with its header" in refusal(full, b"".join(lines[1:]))
    assert "begins with its header" in refusal(full, b"".join([lines[0], *lines]))


def test_an_article_without_a_current_text(full_lines: bytes, empty: Engine) -> None:
    lines = parsed(full_lines)
    article = lines[at(lines, "article")]
    for line in lines:
        if line["type"] == "version" and line["article"] == article["id"]:
            line["current"] = False
    said = refusal(empty, joined(lines))
    assert said == f"line {at(lines, 'article') + 1}: no version of this article is current"


@pytest.mark.parametrize("change", [{"reason": "Because."}, {"target": "0" * 20}, {"contents": []}, {"snapshot": {}}])
def test_a_decision_on_record_that_says_something_else(full: Engine, change: dict[str, Any]) -> None:
    lines = parsed(exported(full))
    lines[at(lines, "decision")] |= change
    assert "is on record here, and says something else" in refusal(full, joined(lines))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_is_changed_a_file_is_refused_or_leaves_a_sound_base(full: Engine, data: st.DataObject) -> None:
    """A line left out, doubled or moved, or any field of it set to anything."""
    lines = parsed(exported(full))
    number = data.draw(st.integers(0, len(lines) - 1))
    how = data.draw(st.sampled_from(["left out", "doubled", "moved", "changed"]))
    line = lines.pop(number)
    if how == "changed":
        lines.insert(number, line | {data.draw(st.sampled_from(sorted(line))): data.draw(json_values)})
    elif how != "left out":
        lines.insert(number, line)
        lines.insert(data.draw(st.integers(0, len(lines))), line)
        if how == "moved":
            lines.pop(number)
    with suppress(Refusal):
        imported(full, joined(lines))
    assert check(full) == []
