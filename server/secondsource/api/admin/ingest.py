"""Articles to take in: asked for, done in the background, and what became of each."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask import Response, g, jsonify, url_for
from sqlalchemy import select
from sqlalchemy.orm import Session

from secondsource.api.admin.gate import blueprint, signed
from secondsource.api.fields import PlainText
from secondsource.api.problems import not_found
from secondsource.exchanging.fields import one_line
from secondsource.factbase.addresses import url_key
from secondsource.factbase.current import base, session
from secondsource.factbase.lookups import chunks
from secondsource.factbase.models import Article, JobState, Role
from secondsource.ingesting import Result
from secondsource.ingesting.links import MAX_ADDRESS, is_address
from secondsource.ingesting.story_folder import MAX_LINE, MAX_NAME
from secondsource.jobs import State, enqueue, state

INGEST = "ingest"
MOST_ADDRESSES = 50  # each may be a feed or a sitemap; more is for the command line
MOST_PASTED = 20
MAX_PASTED = 500_000  # characters; the body as a whole is bounded too


class Line(PlainText):
    """One line of printable characters."""

    def __init__(self, most: int, **kwargs: Any) -> None:
        """Take the most characters that it may have."""
        super().__init__(most, 1, **kwargs)
        self.validators.append(one_line)


class Address(Line):
    """The address of a page on the web."""

    def __init__(self, **kwargs: Any) -> None:
        """Take what every field takes."""
        super().__init__(MAX_ADDRESS, **kwargs)
        self.validators.append(_address)


def _address(value: str) -> None:
    if not is_address(value):
        raise ma.ValidationError("It must be an address that begins with http:// or https://.")


class PastedArticle(ma.Schema):
    """An article's text, which says nothing of itself, or the HTML of its page, which mostly does."""

    text = PlainText(MAX_PASTED, 1, metadata={"description": "The text; then outlet and url are needed"})
    html = PlainText(MAX_PASTED, 1, metadata={"description": "The page, in place of the text"})
    url = Address()
    outlet = Line(MAX_NAME)
    title = Line(MAX_LINE)
    published = ma.fields.Date(metadata={"description": "The day"})

    @ma.validates_schema
    def one_of_both(self, data: dict[str, Any], **_: Any) -> None:
        """Either the text or the page; whose a text is a person must say."""
        if ("text" in data) == ("html" in data):
            raise ma.ValidationError("Give either text or html.", "text")
        for name in ("outlet", "url"):
            if "text" in data and name not in data:
                raise ma.ValidationError("A text does not say it: give it.", name)


class IngestAsked(ma.Schema):
    """What to take in."""

    addresses = ma.fields.List(
        Address(),
        load_default=list,
        validate=ma.validate.Length(max=MOST_ADDRESSES),
        metadata={"description": "Of articles, feeds or sitemaps"},
    )
    articles = ma.fields.List(
        ma.fields.Nested(PastedArticle), load_default=list, validate=ma.validate.Length(max=MOST_PASTED)
    )
    story = Line(
        MAX_LINE, metadata={"description": "The title of the story for all of it; without, a story is found for each"}
    )

    @ma.validates_schema
    def something(self, data: dict[str, Any], **_: Any) -> None:
        """At least one article or address."""
        if not data.get("addresses") and not data.get("articles"):
            raise ma.ValidationError("Give at least one address or article.", "addresses")


class IngestOutcome(ma.Schema):
    """What became of one article, or of an address that led to none."""

    result = ma.fields.Enum(Result, by_value=True)
    name = ma.fields.String(metadata={"description": "Its address, or what a pasted one without address is called"})
    reason = ma.fields.String(
        metadata={"description": "Why it was refused, what has changed, or why it stands in the story found for it"}
    )
    article = ma.fields.String(allow_none=True, metadata={"description": "The id of the article that it is now"})


class IngestState(ma.Schema):
    """How far it is."""

    id = ma.fields.String()
    state = ma.fields.Enum(JobState, by_value=True)
    done = ma.fields.Integer(metadata={"description": "How many outcomes there are"})
    total = ma.fields.Integer(metadata={"description": "How many there will be, as far as is known"})
    outcomes = ma.fields.List(ma.fields.Nested(IngestOutcome))
    error = ma.fields.String(allow_none=True, metadata={"description": "Why all of it failed"})
    asked_by = ma.fields.String(allow_none=True)
    asked_at = ma.fields.AwareDateTime()
    ended_at = ma.fields.AwareDateTime(allow_none=True)


def ask(asked: dict[str, Any], by: str) -> str:
    """Ask for what IngestAsked has loaded; the id of the job."""
    pasted = [
        {
            "name": one.get("url") or f"pasted article {number}",
            "content": one.get("text") or one["html"],
            "html": "html" in one,
            "published": one["published"].isoformat() if "published" in one else None,
        }
        | {name: one[name] for name in ("url", "outlet", "title") if name in one}
        for number, one in enumerate(asked["articles"], 1)
    ]
    sources = list(dict.fromkeys(asked["addresses"]))
    return enqueue(base(), INGEST, {"sources": sources, "pasted": pasted, "story": asked.get("story")}, by)


def progress(session: Session, job_id: str) -> dict[str, Any] | None:
    """How far an ingest is, as JSON; None when there is none of this id."""
    found = state(session, job_id)
    if found is None or found.name != INGEST:
        return None
    articles = _articles(session, found)
    told = {name: getattr(found, name) for name in ("id", "state", "done", "total", "error")}
    outcomes = [
        {"result": one.result, "name": one.name, "reason": one.reason, "article": articles.get(url_key(one.name))}
        for one in found.outcomes
    ]
    moments = {
        name: moment and moment.isoformat()
        for name, moment in (("asked_at", found.asked_at), ("ended_at", found.ended_at))
    }
    return told | {"outcomes": outcomes, "asked_by": found.asked_by} | moments


def _articles(session: Session, found: State) -> dict[str | None, str]:
    """The ids of the articles at the addresses that outcomes name."""
    keys = {key for one in found.outcomes if one.result != Result.REFUSED and (key := url_key(one.name))}
    query = select(Article.url_key, Article.id).order_by(Article.id)
    return {
        key: article_id
        for chunk in chunks(sorted(keys))
        for key, article_id in session.execute(query.where(Article.url_key.in_(chunk)))
    }


@blueprint.post("/ingest")
@signed(Role.MODERATOR)
@blueprint.arguments(IngestAsked)
@blueprint.response(202, IngestState)
def post_ingest(asked: dict[str, Any]) -> tuple[Response, int]:
    """Ask for articles to be taken in. What is in the base already, unchanged, is left alone: asking twice is safe."""
    job_id = ask(asked, g.moderator.name)
    session().rollback()  # to see what was asked for just now
    response = jsonify(progress(session(), job_id))
    response.headers["Location"] = url_for("admin.get_ingest", job_id=job_id)
    return response, 202


@blueprint.get("/ingest/<job_id>")
@signed(Role.REPORTER)
@blueprint.response(200, IngestState)
@blueprint.alt_response(404, response="NOT_FOUND")
def get_ingest(job_id: str) -> Response:
    """Say how far it is, and what became of each article so far."""
    told = progress(session(), job_id)
    if told is None:
        not_found("There is no such work; what ended a month ago is forgotten.")
    return jsonify(told)
