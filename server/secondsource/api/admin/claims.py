"""Claims and passages: what was read off an article, to be corrected, withdrawn, or marked as page furniture."""

from __future__ import annotations

from collections.abc import Sequence

import marshmallow as ma
from flask import Response
from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session, joinedload

from secondsource.api.admin.etags import State, Stated, answer, stated
from secondsource.api.admin.gate import blueprint, signed
from secondsource.api.facts import ClaimShown, FactName
from secondsource.api.problems import not_found
from secondsource.factbase.current import session
from secondsource.factbase.lookups import chunks
from secondsource.factbase.models import Article, Claim, Passage, Role, Version
from secondsource.moderating.history import last_on, last_on_contents


class ClaimSeen(ClaimShown):
    """What one article says, as it stands in a relation or a fact."""

    content = ma.fields.String(metadata={"description": "To decide on it: the same wherever it is reposted"})
    corrects = ma.fields.String(
        allow_none=True, metadata={"description": "The content of what was read, where a moderator corrected it"}
    )
    kind = ma.fields.String()
    passage_start = ma.fields.Integer(metadata={"description": "Of its sentence; a correction counts from there"})


class ClaimState(ClaimSeen, Stated):
    """A claim that can be decided on."""

    fact = ma.fields.Nested(FactName, allow_none=True)


class PassageState(Stated):
    """A sentence of an article; offsets are into its text."""

    content = ma.fields.String(metadata={"description": "To decide on it: the same wherever the sentence stands"})
    start = ma.fields.Integer()
    end = ma.fields.Integer()
    exact = ma.fields.String()
    furniture = ma.fields.Boolean(metadata={"description": "Whether it is part of the page and not of the article"})


def claim_state(session: Session, content: str) -> State | None:
    """A claim as JSON, with its tag, by its content; of reposts the first."""
    return next(iter(claim_states(session, [content])), None)


def claim_states(session: Session, contents: Sequence[str]) -> list[State]:
    """Claims as JSON, each with its tag, by their contents; of reposts the first."""
    claims: dict[str, Claim] = {}
    for some in chunks(contents):
        for claim in session.scalars(_with_article(Claim.content.in_(some))):
            claims.setdefault(claim.content, claim)
    known = {content for claim in claims.values() for content in (claim.content, claim.corrects) if content}
    decided = last_on_contents(session, sorted(known))
    schema = ClaimState()
    return [
        stated(schema.dump(claim), max(decided.get(claim.content, 0), decided.get(claim.corrects or "", 0)))
        for claim in claims.values()
    ]


def _with_article(wanted: ColumnElement[bool]) -> Select[Claim]:
    article = joinedload(Claim.article)
    query = select(Claim).where(wanted).order_by(Claim.id)
    query = query.options(article.joinedload(Article.outlet), joinedload(Claim.fact))
    return query.execution_options(populate_existing=True)


def passage_states(session: Session, version: Version) -> list[State]:
    """A version's sentences as JSON, each with its tag."""
    query = select(Passage).where(Passage.version_id == version.id).order_by(Passage.number)
    return _passage_states(session, session.scalars(query).all(), version.text)


def passage_state(session: Session, content: str) -> State | None:
    """A sentence as JSON, with its tag, by its content; of the places where it stands the first."""
    query = select(Passage).where(Passage.content == content).order_by(Passage.version_id, Passage.number)
    passage = session.scalars(query.execution_options(populate_existing=True)).first()
    return None if passage is None else _passage_states(session, [passage], passage.version.text)[0]


def _passage_states(session: Session, passages: Sequence[Passage], text: str) -> list[State]:
    decided = last_on(session, [passage.content for passage in passages])
    return [
        stated(
            {
                "content": passage.content,
                "start": passage.start,
                "end": passage.end,
                "exact": text[passage.start : passage.end],
                "furniture": passage.furniture,
            },
            decided.get(passage.content, 0),
        )
        for passage in passages
    ]


@blueprint.get("/claims/<content>")
@signed(Role.REPORTER)
@blueprint.response(200, ClaimState)
@blueprint.alt_response(404, response="NOT_FOUND")
def get_claim(content: str) -> Response:
    """Give one claim by its content."""
    state = claim_state(session(), content)
    if state is None:
        not_found("There is no claim with this content; the article may have changed.")
    return answer(state)


@blueprint.get("/passages/<content>")
@signed(Role.REPORTER)
@blueprint.response(200, PassageState)
@blueprint.alt_response(404, response="NOT_FOUND")
def get_passage(content: str) -> Response:
    """Give one sentence by its content."""
    state = passage_state(session(), content)
    if state is None:
        not_found("There is no sentence with this content; the article may have changed.")
    return answer(state)
