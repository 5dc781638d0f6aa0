"""An export's lines into a base, empty or filled: nothing twice.

The file is checked whole before anything is kept. Then it is kept in portions, each a transaction that leaves a sound
base, so that others can write in between, and an import that was broken off goes on when it is begun again.

What a base has already stays as it is there. Of two texts of an article the one seen later is current. Decisions that
are new to the base come after its own, in the order of the file, and rule as if they had been taken now.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from secondsource.exchanging import keeping
from secondsource.exchanging.checking import Checked, Fields
from secondsource.exchanging.jsonl import MAX_LINE_BYTES, read
from secondsource.exchanging.keeping import Kept
from secondsource.exchanging.lines import FORMAT
from secondsource.factbase.models import Story
from secondsource.factbase.sessions import reading, writing
from secondsource.ingesting.derive import derive
from secondsource.ingesting.ingest import find_stories
from secondsource.ingesting.outcomes import Refusal
from secondsource.ingesting.placing import place

TOGETHER = 20  # things in one transaction: their stories are derived in it, a second or so
TOGETHER_CHARACTERS = 1_000_000  # of their texts, which are in memory then

Thing = tuple[str, tuple[Fields, ...]]  # a kind, and the lines that are kept together
KEEP: dict[str, Callable[..., Kept]] = {
    "outlet": keeping.keep_outlet,
    "article": keeping.keep_article,
    "version": keeping.keep_version,
    "moderator": keeping.keep_moderator,
    "decision": keeping.keep_decision,
    "report": keeping.keep_report,
}


@dataclass(slots=True)
class Imported:
    """How many lines there were of each kind, and how many of them brought something new."""

    seen: Counter[str] = field(default_factory=Counter)
    new: Counter[str] = field(default_factory=Counter)


def import_lines(engine: Engine, file: BinaryIO, tell: Callable[[str], None]) -> Imported:
    """Keep what an export holds, and tell each story's title that is derived anew for an article.

    Raises Refusal with the line's number and what was kept: nothing, unless the file was changed meanwhile.
    """
    with _again_and_again(file) as lines:
        try:
            checked = _checked(engine, lines)
        except Refusal as refusal:
            raise Refusal(f"{refusal}. Nothing was imported.") from refusal
        imported = Imported(checked.seen)
        try:
            _keep_all(engine, lines, imported, tell)
        except Refusal as refusal:
            kept = f"{imported.new.total():,} new lines before that are kept; import the whole file again to go on."
            raise Refusal(f"{refusal}. The file was changed while it was read. {kept}") from refusal
    if checked.found:
        with writing(engine) as session:
            find_stories(session)
    return imported


@contextmanager
def _again_and_again(file: BinaryIO) -> Iterator[BinaryIO]:
    """A file that can be read from its beginning as often as needed: standard input is kept on the disk for that."""
    if file.seekable():
        yield file
        return
    with TemporaryFile() as copy:
        shutil.copyfileobj(file, copy)
        yield copy


def _checked(engine: Engine, file: BinaryIO) -> Checked:
    with reading(engine) as session:
        checked = Checked(session)
        for number, kind, fields in _lines(file):
            with _at(number):
                checked.check(number, kind, fields)
        checked.check_whole()
    return checked


def _lines(file: BinaryIO) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Number, kind and fields of the lines between the first and the last, which are checked on the way."""
    file.seek(0)
    number, kind = 0, ""
    while line := file.readline(MAX_LINE_BYTES + 1):
        number += 1
        with _at(number):
            if kind == "end":
                raise Refusal("stands after the line that says it is the last")
            kind, fields = read(line)
            if (number == 1) != (kind == "header"):
                raise Refusal("a file begins with its header, and has one")
            if kind == "header":
                _refuse_newer(fields["format"])
            elif kind == "end":
                _refuse_gaps(fields["lines"], number - 1)
        if kind not in {"header", "end"}:
            yield number, kind, fields
    if kind != "end":
        raise Refusal(f"line {number + 1}: missing; the file was cut off, for its last line is of type end")


def _refuse_newer(form: int) -> None:
    if form != FORMAT:
        raise Refusal(f"format {form} is not known here, {FORMAT} is: update this program")


def _refuse_gaps(said: int, counted: int) -> None:
    if said != counted:
        raise Refusal(f"says that {said:,} lines stand before it, and {counted:,} do")


def _articles(lines: Iterable[tuple[int, str, Fields]]) -> Iterator[Thing]:
    """The outlets, and every article with its story and its current text: no base holds one without the others."""
    stories: dict[str, Fields] = {}
    waiting: dict[str, Fields] = {}
    for _, kind, fields in lines:
        if kind == "outlet":
            yield kind, (fields,)
        elif kind == "story":
            stories[fields["id"]] = fields
        elif kind == "article":
            waiting[fields["id"]] = fields
        elif kind == "version" and fields["current"] and fields["article_id"] in waiting:
            article = waiting.pop(fields["article_id"])
            yield "article", (stories[article["story_id"]], article, fields)


def _others(lines: Iterable[tuple[int, str, Fields]]) -> Iterator[Thing]:
    """All the rest, in the order of the file; versions that are known by now are passed over."""
    return ((kind, (fields,)) for _, kind, fields in lines if kind not in {"outlet", "story", "article"})


def _portions(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    portion: list[Thing] = []
    characters = 0
    for kind, lines in things:
        portion.append((kind, lines))
        characters += sum(len(fields.get("text", "")) for fields in lines)
        if len(portion) >= TOGETHER or characters >= TOGETHER_CHARACTERS:
            yield portion
            portion, characters = [], 0
    if portion:
        yield portion


def _keep_all(engine: Engine, lines: BinaryIO, imported: Imported, tell: Callable[[str], None]) -> None:
    for things in (_articles(_lines(lines)), _others(_lines(lines))):
        for portion in _portions(things):
            with writing(engine) as session:
                kept = Counter(_keep(session, portion, tell))
            imported.new.update(kept)  # when it is in the base


def _keep(session: Session, portion: Iterable[Thing], tell: Callable[[str], None]) -> Iterator[str]:
    """Keep some things, put in force and derive what they change; gives the kind of each line that was new."""
    articles: list[str] = []
    decisions: list[str] = []
    stale: set[str] = set()
    for kind, lines in portion:
        kept = KEEP[kind](session, *lines)
        stale |= kept.stories
        yield from kept.new
        if "article" in kept.new:
            articles.append(lines[1]["id"])
        elif "decision" in kept.new:
            decisions.append(lines[0]["id"])
    if articles:
        stale |= place(session, articles)
    for story_id in sorted(stale):
        derive(session, story_id)
        tell(session.get_one(Story, story_id).title)
    if decisions:
        keeping.enforce(session, decisions)


@contextmanager
def _at(number: int) -> Iterator[None]:
    try:
        yield
    except Refusal as refusal:
        raise Refusal(f"line {number}: {refusal}") from refusal
