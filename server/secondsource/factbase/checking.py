"""Is a base sound: its tables up to date, its file whole, its rows consistent with each other."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, Select, func, select, text
from sqlalchemy.orm import Session

from secondsource.factbase.migrate import HEAD, current_revision
from secondsource.factbase.models import Article, Claim, Fact, Relation, Ruling, Story, Version
from secondsource.factbase.settling import rows_due
from secondsource.reconciling import pair_id


def check(engine: Engine) -> list[str]:
    """What is wrong, one line each; nothing when the base is sound."""
    with engine.connect() as connection:
        revision = current_revision(connection)
        if revision != HEAD:
            state = "empty" if revision is None else f"at migration {revision}"
            return [f"The base is {state}, not at {HEAD}: any other command brings it up to date."]
        return [*_integrity(connection), *_orphans(connection), *_rulings(connection)]


def _integrity(connection: Connection) -> Iterator[str]:
    """What SQLite finds wrong with its file and its foreign keys; PostgreSQL keeps both itself."""
    if connection.dialect.name != "sqlite":
        return
    for (line,) in connection.execute(text("PRAGMA integrity_check")):
        if line != "ok":
            yield f"integrity: {line}"
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"{table} row {row} points to a missing {parent}"


def _orphans(connection: Connection) -> Iterator[str]:
    """Rows that no foreign key forbids and that yet make no sense."""
    texts = select(func.count()).select_from(Article).where(~_current_version().exists())
    given = select(Article.id).where(Article.given_story_id == Story.id)  # moderators moved them all elsewhere
    empty = select(func.count()).select_from(Story).where(~Story.articles.any(), ~given.exists())
    bare = select(func.count()).select_from(Fact).where(~Fact.claims.any())
    stale = select(func.count()).select_from(Claim).join(Version, Version.id == Claim.version_id)
    for query, complaint in (
        (texts, "articles without a current version"),
        (empty, "stories without articles"),
        (bare, "facts without claims: run rebuild"),
        (stale.where(~Version.current), "claims of a version that is not current: run rebuild"),
    ):
        if number := connection.execute(query).scalar():
            yield f"{number} {complaint}"
    a, b = Claim.__table__.alias(), Claim.__table__.alias()
    pairs = select(Relation.pair_id, a.c.content, b.c.content).join(a, a.c.id == Relation.a_id)
    for pair, ours, theirs in connection.execute(pairs.join(b, b.c.id == Relation.b_id)):
        if pair != pair_id(ours, theirs):
            yield f"relation {pair} is not that of its claims: run rebuild"


def _rulings(connection: Connection) -> Iterator[str]:
    """Whether what is in force is what the decisions say."""
    with Session(connection) as session:
        kept = set(map(tuple, session.execute(select(Ruling.key, Ruling.about, Ruling.decision_id))))
        due = {(row["key"], row["about"], row["decision_id"]) for row in rows_due(session)}
    if wrong := len(kept ^ due):
        yield f"{wrong} rulings are not those of the decisions: run rebuild"


def _current_version() -> Select[str]:
    return select(Version.id).where(Version.article_id == Article.id, Version.current).correlate(Article)
