"""An export's lines into a base, empty or filled: whole or not at all, and nothing twice.

What a base has already stays as it is there. Of two texts of an article the one seen later is current. Decisions that
are new to the base come after its own, in the order of the file, and rule as if they had been taken now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from sqlalchemy import Engine, delete, select
from sqlalchemy.orm import Session

from secondsource.exchanging import keeping
from secondsource.exchanging.jsonl import MAX_LINE_BYTES, read
from secondsource.exchanging.lines import FORMAT
from secondsource.factbase.models import Article, Story, Version
from secondsource.factbase.sessions import writing
from secondsource.ingesting import move_articles, rebuild_within
from secondsource.ingesting.derive import derive
from secondsource.ingesting.outcomes import Refusal
from secondsource.ingesting.placing import story_id_of

KEEP = {
    "outlet": keeping.keep_outlet,
    "story": keeping.keep_story,
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
    """Keep what an export holds, and tell each story's title that is derived anew.

    Raises Refusal, with the line's number and a sentence, and then has changed nothing.
    """
    imported = Imported()
    articles: dict[str, int] = {}
    stories: dict[str, int] = {}
    stale: set[str] = set()
    found = False  # an article whose story is found from what all articles share
    with writing(engine) as session:
        for number, kind, fields in _lines(file):
            with _at(number):
                kept = KEEP[kind](session, fields)
            imported.seen[kind] += 1
            imported.new[kind] += kept.new
            stale |= kept.stories
            if kind == "article":
                articles[fields["id"]] = number
            elif kind == "story" and kept.new:
                stories[fields["id"]] = number
            found |= kept.new and not fields.get("named", True)
        _refuse_textless(session, articles)
        _refuse_made_up(session, stories)
        if imported.new["decision"] or found:
            rebuild_within(session, tell)
        else:
            move_articles(session)
            _derive(session, stale, tell)
        _drop_empty_stories(session, stories)
    return imported


def _lines(file: BinaryIO) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Number, kind and fields of the lines between the first and the last, which are checked on the way."""
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


def _refuse_textless(session: Session, articles: dict[str, int]) -> None:
    current = select(Version.id).where(Version.article_id == Article.id, Version.current)
    for found in session.scalars(select(Article.id).where(~current.exists())):
        if found in articles:
            raise Refusal(f"line {articles[found]}: no version of this article is current")


def _refuse_made_up(session: Session, stories: dict[str, int]) -> None:
    for story in session.scalars(select(Story).where(Story.id.in_(stories)).order_by(Story.id)):
        if story.id != story_id_of(story.title) and session.get(Article, story.id) is None:
            raise Refusal(f"line {stories[story.id]}: id: is neither made from title nor that of an article")


def _derive(session: Session, stale: Collection[str], tell: Callable[[str], None]) -> None:
    for story in session.scalars(select(Story).where(Story.id.in_(stale)).order_by(Story.id)).all():
        title = story.title
        derive(session, story.id)
        tell(title)


def _drop_empty_stories(session: Session, new: Collection[str]) -> None:
    """A story that came, and whose articles the base has elsewhere, is no story."""
    given = select(Article.id).where(Article.given_story_id == Story.id)
    empty = delete(Story).where(Story.id.in_(new), ~Story.articles.any(), ~given.exists())
    session.execute(empty.execution_options(synchronize_session=False))


@contextmanager
def _at(number: int) -> Iterator[None]:
    try:
        yield
    except Refusal as refusal:
        raise Refusal(f"line {number}: {refusal}") from refusal
