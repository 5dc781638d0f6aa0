"""All that is derived of a story: its passages, claims, names, origins, relations and facts.

A pure function of the current versions and of the decisions that are in force, so that throwing the rows away and
deriving again gives the same ids. Read, put right, reconcile.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields, replace
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import delete, insert, or_, select
from sqlalchemy.orm import Session

from secondsource.factbase.correcting import corrections_of, grouping_of, marks_on, origins_of
from secondsource.factbase.lookups import articles_of
from secondsource.factbase.models import (
    Article,
    Base,
    Claim,
    Derivation,
    Fact,
    Origin,
    Passage,
    Relation,
    Term,
    Version,
)
from secondsource.factbase.program import program_name
from secondsource.factbase.terms import names
from secondsource.gathering.keeping import keep as keep_clues
from secondsource.ingesting.carrying import carry
from secondsource.kinds import Claim as ReadClaim
from secondsource.reading import digest
from secondsource.reading.passages import passage_content, split_passages
from secondsource.reconciling import Reconciled, Source, corrected, read_claims, reconcile, trace_origins

CLAIM_FIELDS = tuple(field.name for field in fields(ReadClaim))
MOST_READ = 256  # texts whose claims are kept in memory, some 100 kB each

Rows = list[dict[str, Any]]
Marks = frozenset[tuple[str, bool]]  # passages by content, and whether moderators said that they are furniture
ClaimIds = dict[tuple[str, ReadClaim], str]


def derive(session: Session, story_id: str) -> None:
    """Read a story's current versions, put right what moderators corrected, and reconcile, in place of what was."""
    forget(session, story_id)
    articles = articles_of(session, story_id)
    keep_clues(session, articles)
    passages = {article.current.id: _passage_rows(article.current) for article in articles}
    marks = marks_on(session, {row["content"] for rows in passages.values() for row in rows})
    sources = _sources(session, articles, {version: _of(rows, marks) for version, rows in passages.items()})
    carry(session, story_id, (claim for source in sources for claim in source.claims))
    sources = _put_right(session, sources)
    claims, ids = _claim_rows(sources, {article.id: article.current.id for article in articles})
    reconciled = reconcile(story_id, sources, grouping_of(session, story_id))
    facts = _fact_rows(story_id, reconciled, claims, ids)
    origins = _origin_rows(sources)
    _insert(session, Origin, origins)
    _insert(session, Passage, (_marked(row, marks) for rows in passages.values() for row in rows))
    _insert(session, Term, (row for source in sources for row in _term_rows(source)))
    _insert(session, Fact, facts)
    _insert(session, Claim, claims.values())
    _insert(session, Relation, _relation_rows(story_id, reconciled, ids))
    state = _state(articles, origins, facts, claims.values())
    session.execute(insert(Derivation).values(story_id=story_id, program=program_name(), state=state))
    session.expire_all()


def forget(session: Session, story_id: str) -> None:
    """Throw away what was derived of a story, and of articles that moved into it or out of it."""
    articles = select(Article.id).where(Article.story_id == story_id)
    versions = select(Version.id).where(Version.article_id.in_(articles))
    facts = select(Fact.id).where(Fact.story_id == story_id)
    stale = or_(Claim.article_id.in_(articles), Claim.fact_id.in_(facts))
    claims = select(Claim.id).where(stale)
    related = or_(Relation.story_id == story_id, Relation.a_id.in_(claims), Relation.b_id.in_(claims))
    for statement in (
        delete(Relation).where(related),
        delete(Claim).where(stale),
        delete(Passage).where(Passage.version_id.in_(versions)),
        delete(Term).where(Term.article_id.in_(articles)),
        delete(Origin).where(Origin.article_id.in_(articles)),
        delete(Fact).where(Fact.story_id == story_id),
        delete(Derivation).where(Derivation.story_id == story_id),
    ):
        session.execute(statement.execution_options(synchronize_session=False))


def _sources(session: Session, articles: Sequence[Article], marks: Mapping[str, Marks]) -> list[Source]:
    """The articles as they are read, with the origins that moderators gave them."""
    origins = origins_of(session, [article.id for article in articles])
    return [
        Source(
            article.id,
            article.outlet.name,
            article.current.text,
            _read(article.current.text, article.published_day, marks[article.current.id]),
            origins.get(article.id, article.declared_origin),
            article.published_day,
        )
        for article in articles
    ]


@lru_cache(maxsize=MOST_READ)
def _read(text: str, published: date | None, marks: Marks) -> tuple[ReadClaim, ...]:
    """A text's claims; one that was read a moment ago, before the decision that derives it again, is not read again."""
    return read_claims(text, published=published, furniture=dict(marks))


def _put_right(session: Session, sources: Sequence[Source]) -> list[Source]:
    corrections = corrections_of(session, {claim.content for source in sources for claim in source.claims})
    return [replace(source, claims=corrected(source.claims, corrections)) for source in sources]


def _of(rows: Rows, marks: Mapping[str, bool]) -> Marks:
    contents = {row["content"] for row in rows}
    return frozenset((content, furniture) for content, furniture in marks.items() if content in contents)


def _marked(row: dict[str, Any], marks: Mapping[str, bool]) -> dict[str, Any]:
    return row | {"furniture": marks.get(row["content"], row["furniture"])}


def _passage_rows(version: Version) -> Rows:
    passages = split_passages(version.text)
    return [
        asdict(passage)
        | {
            "version_id": version.id,
            "number": number,
            "content": passage_content(version.text[passage.start : passage.end]),
        }
        for number, passage in enumerate(passages)
    ]


def _term_rows(source: Source) -> Rows:
    return [{"term": term, "article_id": source.id} for term in names(source.text)]


def _origin_rows(sources: Sequence[Source]) -> Rows:
    return [{"article_id": article, "name": name} for article, name in trace_origins(sources).items()]


def _claim_rows(sources: Sequence[Source], versions: dict[str, str]) -> tuple[dict[str, dict[str, Any]], ClaimIds]:
    """The rows by id, and each claim's row id. What an article says twice in the same words is two rows."""
    rows: dict[str, dict[str, Any]] = {}
    ids: ClaimIds = {}
    for source in sources:
        occurrences: Counter[str] = Counter()
        for claim in dict.fromkeys(source.claims):
            identity = digest("claim row", source.id, claim.content, str(occurrences[claim.content]))
            occurrences[claim.content] += 1
            ids[source.id, claim] = identity
            rows[identity] = {name: getattr(claim, name) for name in CLAIM_FIELDS} | {
                "id": identity,
                "article_id": source.id,
                "version_id": versions[source.id],
                "fact_id": None,
                "content": claim.content,
            }
    return rows, ids


def _fact_rows(story_id: str, reconciled: Reconciled, claims: dict[str, dict[str, Any]], ids: ClaimIds) -> Rows:
    """The facts' rows; the claims' rows are told which fact they belong to. Facts of one id are one fact."""
    rows: dict[str, dict[str, Any]] = {}
    for fact in reconciled.facts:
        rows[fact.id] = {"id": fact.id, "story_id": story_id, "kind": fact.kind, "read_label": fact.label}
        for member in fact.members:
            claims[ids[member]]["fact_id"] = fact.id
    return list(rows.values())


def _relation_rows(story_id: str, reconciled: Reconciled, ids: ClaimIds) -> Rows:
    """The relations' rows; of several between the same two claims the strongest."""
    rows: dict[str, dict[str, Any]] = {}
    for relation in sorted(reconciled.relations, key=lambda relation: relation.stance.strength):
        a, b = ids[relation.a_source, relation.a], ids[relation.b_source, relation.b]
        identity = digest("relation row", *sorted((a, b)))
        rows.setdefault(
            identity,
            {
                "id": identity,
                "pair_id": relation.id,
                "story_id": story_id,
                "a_id": a,
                "b_id": b,
                "stance": str(relation.stance),
                "reason": relation.reason,
                "sure": relation.sure,
            },
        )
    return list(rows.values())


def _state(articles: Sequence[Article], origins: Rows, facts: Rows, claims: Iterable[Mapping[str, Any]]) -> str:
    """What the articles, facts and claims of a story come to: another one when anything of them is another."""
    told = [(one.id, one.current.id, one.outlet.name, one.url, one.published, one.declared_origin) for one in articles]
    return digest("state", repr(told), repr(origins), repr(facts), *map(repr, claims))


def _insert(session: Session, table: type[Base], rows: Iterable[dict[str, Any]]) -> None:
    rows = list(rows)
    if rows:
        session.execute(insert(table), rows)
