"""Is a base sound: its tables and indexes as they should be, its file whole, its rows consistent with each other."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Engine, Select, func, inspect, select, text
from sqlalchemy.orm import Session

from secondsource.factbase.migrate import HEAD, current_revision
from secondsource.factbase.models import Article, Base, Claim, Fact, Relation, Ruling, Story, Version
from secondsource.factbase.settling import rows_due
from secondsource.reconciling import pair_id

GUARDS = ("decision_no_update", "decision_no_delete", "decision_content_no_update", "decision_content_no_delete",
          "version_no_update")  # fmt: skip
TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgenabled IN ('O', 'A') AND NOT tgisinternal",
}
# What PostgreSQL says of itself: an index whose making broke off, a constraint that old rows were never held to.
BROKEN = {
    "index": "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid",
    "constraint": "SELECT conname FROM pg_constraint WHERE NOT convalidated",
}


def check(engine: Engine) -> list[str]:
    """What is wrong, one line each; nothing when the base is sound."""
    with engine.connect() as connection:
        revision = current_revision(connection)
        if revision != HEAD:
            state = "empty" if revision is None else f"at migration {revision}"
            return [f"The base is {state}, not at {HEAD}: any other command brings it up to date."]
        found = (_integrity(connection), _lacking(connection), _orphans(connection), _rulings(connection))
        return [complaint for complaints in found for complaint in complaints]


def _integrity(connection: Connection) -> Iterator[str]:
    """What the database finds wrong with itself: SQLite with its file and foreign keys, PostgreSQL in its catalogue."""
    if connection.dialect.name != "sqlite":
        for what, query in BROKEN.items():
            for (name,) in connection.execute(text(query)):
                yield f"{what} {name} is not valid: drop it and make it again"
        return
    for (line,) in connection.execute(text("PRAGMA integrity_check")):
        if line != "ok":
            yield f"integrity: {line}"
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"{table} row {row} points to a missing {parent}"


def _lacking(connection: Connection) -> Iterator[str]:
    """What makes the base fast and what keeps decisions as they were taken, where somebody took it away."""
    there = inspect(connection)
    for table in Base.metadata.sorted_tables:
        known = {index["name"] for index in there.get_indexes(table.name)}
        for name in sorted(str(index.name) for index in table.indexes if index.name not in known):
            yield f"{table.name} lacks its index {name}: readers wait for every row to be looked at"
    triggers = set(connection.execute(text(TRIGGERS[connection.dialect.name])).scalars())
    for name in GUARDS:
        if name not in triggers:
            yield f"the trigger {name} is missing: nothing keeps what must never change from being changed"


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
