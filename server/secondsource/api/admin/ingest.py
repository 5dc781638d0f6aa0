"""Articles to take in: asked for here, done in the background as a job."""

from __future__ import annotations

from datetime import date
from typing import Any

import marshmallow as ma
from flask import Response, g, jsonify, url_for

from secondsource.api.admin.gate import blueprint, signed
from secondsource.api.admin.jobs import JobShown, job_shown
from secondsource.api.fields import PlainText
from secondsource.exchanging.fields import one_line
from secondsource.factbase.current import base, session
from secondsource.factbase.models import Role
from secondsource.ingesting.links import MAX_ADDRESS, is_address, without_user
from secondsource.ingesting.story_folder import MAX_LINE, MAX_NAME
from secondsource.ingesting.written_dates import is_possible
from secondsource.jobs import enqueue

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


def _possible_day(value: date) -> None:
    if not is_possible(value):
        raise ma.ValidationError("A year that nobody published in.")


class PastedArticle(ma.Schema):
    """An article's text, which says nothing of itself, or the HTML of its page, which mostly does."""

    text = PlainText(MAX_PASTED, 1, metadata={"description": "The text; then outlet and url are needed"})
    html = PlainText(MAX_PASTED, 1, metadata={"description": "The page, in place of the text"})
    url = Address()
    outlet = Line(MAX_NAME)
    title = Line(MAX_LINE)
    published = ma.fields.Date(validate=_possible_day, metadata={"description": "The day"})

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
        metadata={"description": "Of articles, feeds, sitemaps or WARC files"},
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


def ask(asked: dict[str, Any], by: str) -> str:
    """Ask for what IngestAsked has loaded; the id of the job."""
    pasted = [
        {
            "name": without_user(one.get("url", "")) or f"pasted article {number}",
            "content": one.get("text") or one["html"],
            "html": "html" in one,
            "published": one["published"].isoformat() if "published" in one else None,
        }
        | {name: one[name] for name in ("url", "outlet", "title") if name in one}
        for number, one in enumerate(asked["articles"], 1)
    ]
    sources = list(dict.fromkeys(asked["addresses"]))
    return enqueue(base(), INGEST, {"sources": sources, "pasted": pasted, "story": asked.get("story")}, by)


@blueprint.post("/ingest")
@signed(Role.MODERATOR)
@blueprint.arguments(IngestAsked)
@blueprint.response(202, JobShown)
def post_ingest(asked: dict[str, Any]) -> tuple[Response, int]:
    """Ask for articles to be taken in. What is in the base already, unchanged, is left alone: asking twice is safe."""
    job_id = ask(asked, g.moderator.name)
    session().rollback()  # to see what was asked for just now
    response = jsonify(job_shown(session(), job_id))
    response.headers["Location"] = url_for("admin.get_job", job_id=job_id)
    return response, 202
