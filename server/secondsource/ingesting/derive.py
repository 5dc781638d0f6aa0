"""All that is derived of a story: its passages, claims, names, origins, relations and facts.

A pure function of the current versions and of the decisions that are in force, so that throwing the rows away and
deriving again gives the same ids. Read, put right, reconcile.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Delete, bindparam, delete, or_, select
from sqlalchemy.orm import Session

from secondsource.factbase.correcting import corrections_of, groupings_of, marks_on, origins_of
from secondsource.factbase.lookups import articles_of
from secondsource.factbase.models import (
    Article,
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
from secondsource.factbase.rows import add_rows
from secondsource.gathering.keeping import keep as keep_clues
from secondsource.identity import digest
from secondsource.ingesting.carrying import carry
from secondsource.ingesting.texts_read import Marks, Words, source_of, words_of
from secondsource.kinds import Claim as ReadClaim
from secondsource.reconciling import (
    Correction,
    Grouping,
    Reconciled,
    Source,
    corrected,
    reconcile,
    trace_origins,
)

CLAIM_FIELDS = tuple(field.name for field in fields(ReadClaim))
_VALUES = attrgetter(*CLAIM_FIELDS)
PORTION = 50  # stories in memory at a time

Rows = list[dict[str, Any]]
ClaimIds = dict[tuple[str, ReadClaim], str]


class Derived(NamedTuple):
    """The rows of one story but for its texts'."""

    story_id: str
    origins: Rows
    facts: Rows
    claims: Rows
    relations: Rows


def derive(session: Session, story_id: str) -> None:
    """Read a story's current versions, put right what moderators corrected, and reconcile, in place of what was."""
    derive_all(session, (story_id,))


def derive_all(session: Session, story_ids: Iterable[str]) -> None:
    """The same for several stories, in as many queries as for one: PORTION at a time, all in memory."""
    wanted = sorted(set(story_ids))
    for at in range(0, len(wanted), PORTION):
        _derive(session, wanted[at : at + PORTION])
    session.expire_all()


def _derive(session: Session, story_ids: Sequence[str]) -> None:
    forget(session, story_ids)
    articles = articles_of(session, *story_ids)
    keep_clues(session, articles)
    words = {article.id: words_of(article.current.text) for article in articles}
    passages = {article.current.id: _passage_rows(article.current.id, words[article.id]) for article in articles}
    marks = marks_on(session, {row["content"] for rows in passages.values() for row in rows})
    sources = _sources(session, articles, {version: _of(rows, marks) for version, rows in passages.items()})
    told = {story_id: [sources[one.id] for one in articles if one.story_id == story_id] for story_id in story_ids}
    read = {story_id: [claim for source in told[story_id] for claim in source.claims] for story_id in story_ids}
    carry(session, read)
    corrections = corrections_of(session, {claim.content for claims in read.values() for claim in claims})
    groupings = groupings_of(session, story_ids)
    versions = {article.id: article.current.id for article in articles}
    derived = [
        _reconciled(story_id, [_put_right(one, corrections) for one in told[story_id]], versions, groupings[story_id])
        for story_id in story_ids
    ]
    add_rows(session, Origin, (row for one in derived for row in one.origins))
    add_rows(session, Passage, (_marked(row, marks) for rows in passages.values() for row in rows))
    add_rows(session, Term, (row for article_id, said in words.items() for row in _term_rows(article_id, said)))
    add_rows(session, Fact, (row for one in derived for row in one.facts))
    add_rows(session, Claim, (row for one in derived for row in one.claims))
    add_rows(session, Relation, (row for one in derived for row in one.relations))
    add_rows(session, Derivation, (_derivation(one, articles) for one in derived))


def forget(session: Session, story_ids: Sequence[str]) -> None:
    """Throw away what was derived of some stories, and of articles that moved into them or out of them."""
    for statement in _FORGET:
        session.execute(statement, {"stories": story_ids}, execution_options={"synchronize_session": False})


def _forgetting() -> tuple[Delete, ...]:
    stories: BindParameter[Sequence[str]] = bindparam("stories", expanding=True)
    articles = select(Article.id).where(Article.story_id.in_(stories))
    versions = select(Version.id).where(Version.article_id.in_(articles))
    facts = select(Fact.id).where(Fact.story_id.in_(stories))
    stale = or_(Claim.article_id.in_(articles), Claim.fact_id.in_(facts))
    claims = select(Claim.id).where(stale)
    related = or_(Relation.story_id.in_(stories), Relation.a_id.in_(claims), Relation.b_id.in_(claims))
    return (
        delete(Relation).where(related),
        delete(Claim).where(stale),
        delete(Passage).where(Passage.version_id.in_(versions)),
        delete(Term).where(Term.article_id.in_(articles)),
        delete(Origin).where(Origin.article_id.in_(articles)),
        delete(Fact).where(Fact.story_id.in_(stories)),
        delete(Derivation).where(Derivation.story_id.in_(stories)),
    )


_FORGET = _forgetting()  # made once: they are asked for with every few articles


def _reconciled(story_id: str, sources: list[Source], versions: Mapping[str, str], grouping: Grouping) -> Derived:
    """The rows of one story; `versions` are the articles' current ones."""
    claims, ids = _claim_rows(sources, versions)
    reconciled = reconcile(story_id, sources, grouping)
    facts = _fact_rows(story_id, reconciled, claims, ids)
    relations = _relation_rows(story_id, reconciled, ids)
    return Derived(story_id, _origin_rows(sources), facts, list(claims.values()), relations)


def _sources(session: Session, articles: Sequence[Article], marks: Mapping[str, Marks]) -> dict[str, Source]:
    """The articles as they are read, by id, with the origins that moderators gave them."""
    origins = origins_of(session, [article.id for article in articles])
    return {
        article.id: source_of(article, marks[article.current.id], origins.get(article.id, article.declared_origin))
        for article in articles
    }


def _put_right(source: Source, corrections: Mapping[str, Correction]) -> Source:
    stale = any(claim.content in corrections for claim in source.claims)
    return replace(source, claims=corrected(source.claims, corrections)) if stale else source


def _of(rows: Rows, marks: Mapping[str, bool]) -> Marks:
    contents = {row["content"] for row in rows}
    return frozenset((content, furniture) for content, furniture in marks.items() if content in contents)


def _marked(row: dict[str, Any], marks: Mapping[str, bool]) -> dict[str, Any]:
    return row | {"furniture": marks.get(row["content"], row["furniture"])}


def _passage_rows(version_id: str, words: Words) -> Rows:
    return [
        {
            "version_id": version_id,
            "number": number,
            "start": passage.start,
            "end": passage.end,
            "paragraph": passage.paragraph,
            "furniture": passage.furniture,
            "content": content,
        }
        for number, (passage, content) in enumerate(words.passages)
    ]


def _term_rows(article_id: str, words: Words) -> Rows:
    return [{"term": term, "article_id": article_id} for term in words.names]


def _origin_rows(sources: Sequence[Source]) -> Rows:
    return [{"article_id": article, "name": name} for article, name in trace_origins(sources).items()]


def _claim_rows(sources: Sequence[Source], versions: Mapping[str, str]) -> tuple[dict[str, dict[str, Any]], ClaimIds]:
    """The rows by id, and each claim's row id. What an article says twice in the same words is two rows."""
    rows: dict[str, dict[str, Any]] = {}
    ids: ClaimIds = {}
    for source in sources:
        occurrences: Counter[str] = Counter()
        for claim in dict.fromkeys(source.claims):
            content = claim.content
            identity = digest("claim row", source.id, content, str(occurrences[content]))
            occurrences[content] += 1
            ids[source.id, claim] = identity
            rows[identity] = dict(zip(CLAIM_FIELDS, _VALUES(claim), strict=True)) | {
                "id": identity,
                "article_id": source.id,
                "version_id": versions[source.id],
                "fact_id": None,
                "content": content,
            }
    return rows, ids


def _fact_rows(story_id: str, reconciled: Reconciled, claims: dict[str, dict[str, Any]], ids: ClaimIds) -> Rows:
    """The facts' rows; the claims' rows are told which fact they belong to. Facts of one id are one fact."""
    rows: dict[str, dict[str, Any]] = {}
    for fact in reconciled.facts:
        rows[fact.id] = {"id": fact.id, "story_id": story_id, "kind": fact.kind, "label": fact.label}
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


def _derivation(derived: Derived, articles: Iterable[Article]) -> dict[str, Any]:
    """By which program a story was derived, and what the rows come to: another state when anything is another."""
    told = [
        (one.id, one.current.id, one.outlet.name, one.url, one.published, one.declared_origin)
        for one in articles
        if one.story_id == derived.story_id
    ]
    state = digest("state", repr(told), repr(derived.origins), repr(derived.facts), *map(repr, derived.claims))
    return {"story_id": derived.story_id, "program": program_name(), "state": state}
