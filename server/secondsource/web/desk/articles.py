"""An article as moderators see it: its versions, what changed between two of them, and what its readers are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from secondsource.annotating import Page, annotate
from secondsource.annotating.notes import Note
from secondsource.api.admin.claims import passage_states
from secondsource.api.admin.etags import State
from secondsource.factbase.models import Article, Version
from secondsource.web.desk.wording import Change, changes


@dataclass(frozen=True, slots=True)
class ArticleSeen:
    """All of an article's page. `before` and `after` are the versions compared; without a change they are None."""

    article: Article
    versions: Sequence[Version]
    before: Version | None
    after: Version | None
    changes: Sequence[Change]
    passages: Sequence[State]


@dataclass(frozen=True, slots=True)
class Run:
    """A run of an article's text, the numbers of the notes that mark it, and of those that end with it."""

    text: str
    stance: str
    notes: Sequence[int]
    ends: Sequence[int]


@dataclass(frozen=True, slots=True)
class ReadersSee:
    """An article's text with its notes, as the extension would get them now."""

    article: Article
    paragraphs: Sequence[Sequence[Run]]
    notes: Sequence[Note]


def find_article(session: Session, article_id: str, before: str = "", after: str = "") -> ArticleSeen | None:
    """An article, comparing the versions with these ids; without them the last two. None for an unknown article."""
    article = _article(session, article_id)
    if article is None:
        return None
    versions = list(article.versions)
    old, new = _chosen(versions, before, after)
    found = changes(old.text, new.text) if old and new else []
    return ArticleSeen(article, versions, old, new, found, passage_states(session, article.current))


def what_readers_see(session: Session, article_id: str) -> ReadersSee | None:
    """An article's current text with its notes; None for an unknown article."""
    article = _article(session, article_id)
    if article is None:
        return None
    text = article.current.text
    notes = annotate(session, Page(text, article.url, article.title)).annotations
    return ReadersSee(article, _runs(text, notes), notes)


def _article(session: Session, article_id: str) -> Article | None:
    shown = [joinedload(part) for part in (Article.outlet, Article.story, Article.current, Article.traced_origin)]
    return session.scalars(select(Article).where(Article.id == article_id).options(*shown)).first()


def _chosen(versions: Sequence[Version], before: str, after: str) -> tuple[Version | None, Version | None]:
    by_id = {version.id: version for version in versions}
    if before in by_id and after in by_id:
        return by_id[before], by_id[after]
    return (versions[-2], versions[-1]) if len(versions) > 1 else (None, None)


def _runs(text: str, notes: Sequence[Note]) -> list[list[Run]]:
    """The text by paragraphs, cut wherever a note begins or ends."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(_cut(text, at, at + len(line), notes))
        at += len(line) + 1
    return paragraphs


def _cut(text: str, start: int, end: int, notes: Sequence[Note]) -> list[Run]:
    inside = [(n, note) for n, note in enumerate(notes, 1) if note.start < end and note.end > start]
    edges = {max(start, min(end, edge)) for _, note in inside for edge in (note.start, note.end)}
    cuts = sorted({start, end} | edges)
    return [_run(text, a, b, inside) for a, b in pairwise(cuts)]


def _run(text: str, start: int, end: int, notes: Sequence[tuple[int, Note]]) -> Run:
    over = [(n, note) for n, note in notes if note.start < end and note.end > start]
    stance = min((note.stance for _, note in over), key=lambda found: found.strength, default=None)
    ends = [n for n, note in over if note.end == end]
    return Run(text[start:end], str(stance or ""), [n for n, _ in over], ends)
