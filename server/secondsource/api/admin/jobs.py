"""Work that was asked for: how far it is, and what became of what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import marshmallow as ma
from flask import Response, jsonify
from sqlalchemy import select
from sqlalchemy.orm import Session

from secondsource.api.admin.gate import blueprint, signed
from secondsource.api.pages import PAGE, Listing, Numbered
from secondsource.api.problems import not_found
from secondsource.factbase.addresses import url_key
from secondsource.factbase.current import session
from secondsource.factbase.lookups import chunks
from secondsource.factbase.models import Article, JobState, Role
from secondsource.ingesting.outcomes import Result
from secondsource.jobs import Told, outcomes, state


class JobAsked(Numbered):
    """Which of a job's outcomes."""

    result = ma.fields.Enum(Result, by_value=True, metadata={"description": "Only those of this result"})


class JobOutcome(ma.Schema):
    """What became of one article, of an address that led to none, or of one story that was rebuilt."""

    number = ma.fields.Integer(metadata={"description": "From 1 on, in the order in which they came"})
    result = ma.fields.Enum(Result, by_value=True)
    name = ma.fields.String(metadata={"description": "Its address, or what a pasted one without address is called"})
    reason = ma.fields.String(
        metadata={"description": "Why it was refused, what has changed, or why it stands in the story found for it"}
    )
    article = ma.fields.String(allow_none=True, metadata={"description": "The id of the article that it is now"})


class JobShown(Listing):
    """How far a job is, and a page of its outcomes: of a very long job only the first are kept, all are counted."""

    id = ma.fields.String()
    name = ma.fields.String(metadata={"description": "What is to be done: ingest or rebuild"})
    state = ma.fields.Enum(JobState, by_value=True)
    done = ma.fields.Integer(metadata={"description": "How many outcomes there are"})
    total = ma.fields.Integer(metadata={"description": "How many there will be, as far as is known"})
    counts = ma.fields.Dict(
        keys=ma.fields.String(), values=ma.fields.Integer(), metadata={"description": "How many there are, by result"}
    )
    outcomes = ma.fields.List(ma.fields.Nested(JobOutcome))
    error = ma.fields.String(allow_none=True, metadata={"description": "Why all of it failed"})
    asked_by = ma.fields.String(allow_none=True)
    asked_at = ma.fields.AwareDateTime()
    ended_at = ma.fields.AwareDateTime(allow_none=True)


def job_shown(
    session: Session, job_id: str, after: int = 0, limit: int = PAGE, result: Result | None = None
) -> dict[str, Any] | None:
    """How far a job is, with the outcomes after a number, as JSON; None when there is none of this id."""
    found = state(session, job_id)
    if found is None:
        return None
    told = outcomes(session, job_id, after, limit + 1, result)
    page = told[:limit]
    articles = _articles(session, page)
    shown: dict[str, Any] = JobShown(exclude=("outcomes", "next")).dump(found)
    rows = [_outcome(one, articles) for one in page]
    return shown | {"outcomes": rows, "next": str(page[-1].number) if len(told) > limit else None}


def _outcome(told: Told, articles: Mapping[str | None, str]) -> dict[str, Any]:
    one = told.outcome
    about = {"result": one.result, "name": one.name, "reason": one.reason}
    return {"number": told.number, **about, "article": articles.get(url_key(one.name))}


def _articles(session: Session, told: Collection[Told]) -> dict[str | None, str]:
    """The ids of the articles at the addresses that outcomes name."""
    named = (one.outcome.name for one in told if one.outcome.result is not Result.REFUSED)
    keys = {key for name in named if (key := url_key(name))}
    query = select(Article.url_key, Article.id).order_by(Article.id)
    return {
        key: article_id
        for chunk in chunks(sorted(keys))
        for key, article_id in session.execute(query.where(Article.url_key.in_(chunk)))
    }


@blueprint.get("/jobs/<job_id>")
@signed(Role.REPORTER)
@blueprint.arguments(JobAsked, location="query")
@blueprint.response(200, JobShown)
@blueprint.alt_response(404, response="NOT_FOUND")
def get_job(asked: dict[str, Any], job_id: str) -> Response:
    """Say how far it is, and what became of what so far: ask again with `after` the last number for what is new."""
    told = job_shown(session(), job_id, **asked)
    if told is None:
        not_found("There is no such job; what ended a month ago is forgotten.")
    return jsonify(told)
