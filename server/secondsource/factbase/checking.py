"""Is a base sound: its tables and indexes as they should be, its file whole, its rows consistent with each other."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, Engine, and_, exists, func, inspect, select, text
from sqlalchemy.orm import Session

from secondsource.factbase.migrate import HEAD, current_revision
from secondsource.factbase.models import (
    Arrival,
    Article,
    Base,
    Claim,
    Derivation,
    Fact,
    Relation,
    Revision,
    Ruling,
    Sketch,
    Story,
    Version,
)
from secondsource.factbase.program import program_name
from secondsource.factbase.settling import rows_due
from secondsource.identity import pair_id

NOTES = {  # the triggers that note each text, by what they note
    "version_arrival": "come from now on",
    "text_returned": "are current again from now on",
}
RENAMES = {  # the triggers that give the revision another name, by their tables
    "story_derived": "derivation",
    "story_forgotten": "derivation",
    "story_renamed": "story",
    "decision_taken": "decision",
    "text_arrived": "version",
}
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
        looks = (_integrity, _lacking, _orphans, _stale, _rulings)
        return [complaint for look in looks for complaint in look(connection)]


def is_replica(engine: Engine) -> bool:
    """Whether the base takes no writes, as a standby of PostgreSQL's."""
    if engine.dialect.name == "sqlite":
        return False
    with engine.connect() as connection:
        return bool(connection.scalar(text("SHOW transaction_read_only")) == "on")


def _integrity(connection: Connection) -> Iterator[str]:
    """What the database finds wrong with itself: SQLite with its file and foreign keys, PostgreSQL in its catalogue."""
    if connection.dialect.name != "sqlite":
        for what, query in BROKEN.items():
            for (name,) in connection.execute(text(query)):
                yield f"{what} {name} is not valid: drop it and make it again"
        encoding = connection.scalar(text("SELECT getdatabaseencoding()"))
        if encoding != "UTF8":
            yield f"The database's encoding is {encoding}, not UTF8: not every text can be kept, or found by its title"
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
    for name, which in NOTES.items():
        if name not in triggers:
            yield f"the trigger {name} is missing: versions that {which} are not found by their words"
    for name in RENAMES:
        if name not in triggers:
            yield f"the trigger {name} is missing: readers may be told what is no longer so"
    names = connection.execute(select(func.count()).select_from(Revision)).scalar()
    if names != 1:
        yield f"the table revision has {names} rows in place of one: readers may be told what is no longer so"


def _orphans(connection: Connection) -> Iterator[str]:
    """Rows that no foreign key forbids and that yet make no sense."""
    current = exists().where(Version.article_id == Article.id, Version.current)
    given = exists().where(Article.given_story_id == Story.id)  # moderators moved them all elsewhere
    yield from _counted(connection, Article, ~current, "articles without a current version")
    yield from _counted(connection, Story, and_(~Story.articles.any(), ~given), "stories without articles")


def _stale(connection: Connection) -> Iterator[str]:
    """What is derived and is not, or is no longer, what this program derives: a rebuild mends it."""
    derived = exists().where(Derivation.story_id == Story.id, Derivation.program == program_name())
    old_text = exists().where(Version.id == Claim.version_id, ~Version.current)
    for model, wrong, complaint in (
        (Story, and_(Story.articles.any(), ~derived), "stories that another version of this program derived"),
        (Article, ~exists().where(Sketch.article_id == Article.id), "articles that no new one is compared with"),
        (Version, ~exists().where(Arrival.version_id == Version.id), "versions that are not found by their words"),
        (Fact, ~Fact.claims.any(), "facts without claims"),
        (Claim, old_text, "claims of a version that is not current"),
    ):
        yield from _counted(connection, model, wrong, f"{complaint}: run rebuild")
    a, b = Claim.__table__.alias(), Claim.__table__.alias()
    pairs = select(Relation.pair_id, a.c.content, b.c.content).join(a, a.c.id == Relation.a_id)
    for pair, ours, theirs in connection.execute(pairs.join(b, b.c.id == Relation.b_id)):
        if pair != pair_id(ours, theirs):
            yield f"relation {pair} is not that of its claims: run rebuild"


def _counted(connection: Connection, model: type[Base], wrong: ColumnElement[bool], complaint: str) -> Iterator[str]:
    if number := connection.execute(select(func.count()).select_from(model).where(wrong)).scalar():
        yield f"{number} {complaint}"


def _rulings(connection: Connection) -> Iterator[str]:
    """Whether what is in force is what the decisions say."""
    with Session(connection) as session:
        kept = set(map(tuple, session.execute(select(Ruling.key, Ruling.about, Ruling.decision_id))))
        due = {(row["key"], row["about"], row["decision_id"]) for row in rows_due(session)}
    if wrong := len(kept ^ due):
        yield f"{wrong} rulings are not those of the decisions: run rebuild"
