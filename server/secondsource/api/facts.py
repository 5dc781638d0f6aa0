"""Facts: what the outlets of a story say about one subject and property."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload, with_expression

from secondsource.api.articles import ArticleLink
from secondsource.api.noun import Noun
from secondsource.api.pages import Listing, Paged, page_of
from secondsource.api.problems import not_found
from secondsource.factbase.current import session
from secondsource.factbase.models import Article, Claim, Fact
from secondsource.factbase.rulings import fact_status, is_hidden

blueprint = Noun("facts", __name__, url_prefix="/facts", description="The facts of a story")


class ClaimShown(ma.Schema):
    """What one article says; offsets are into its text."""

    id = ma.fields.String()
    article = ma.fields.Nested(ArticleLink)
    subject = ma.fields.String()
    property = ma.fields.String()
    value = ma.fields.String()
    exact = ma.fields.String()
    start = ma.fields.Integer()
    end = ma.fields.Integer()
    passage = ma.fields.String()


class FactName(ma.Schema):
    """A fact's id and name."""

    id = ma.fields.String()
    label = ma.fields.String()


class FactShown(FactName):
    """A fact with all its claims."""

    story = ma.fields.String(attribute="story_id", metadata={"description": "The story's id"})
    kind = ma.fields.String()
    status = ma.fields.String(
        metadata={"description": "proposed by the program; confirmed, disputed, settled or hidden by a moderator"}
    )
    claims = ma.fields.List(ma.fields.Nested(ClaimShown))


class FactsAsked(Paged):
    """Which facts."""

    story = ma.fields.String(metadata={"description": "Only those of the story with this id"})


class FactsListed(Listing):
    """A page of facts."""

    items = ma.fields.List(ma.fields.Nested(FactShown))


def with_claims() -> Any:
    """Load facts with their claims and those claims' articles, in three queries for any number."""
    article = selectinload(Fact.claims).joinedload(Claim.article)
    return article.joinedload(Article.outlet), article.joinedload(Article.traced_origin)


@blueprint.get("")
@blueprint.arguments(FactsAsked, location="query")
@blueprint.response(200, FactsListed)
def list_facts(asked: dict[str, Any]) -> dict[str, Any]:
    """List facts in the order of their ids, without those that moderators hid."""
    query = _shown()
    if "story" in asked:
        query = query.where(Fact.story_id == asked["story"])
    return page_of(session(), query, Fact.id, asked)


@blueprint.get("/<fact_id>")
@blueprint.response(200, FactShown)
@blueprint.alt_response(404, response="NOT_FOUND")
def get_fact(fact_id: str) -> Fact:
    """Give one fact, unless moderators hid it."""
    fact = session().scalars(_shown().where(Fact.id == fact_id)).first()
    if fact is None:
        not_found("There is no fact with this id.")
    return fact


def _shown() -> Select[Fact]:
    """Facts that readers may see, with all that is shown of them."""
    return select(Fact).where(~is_hidden()).options(*with_claims(), with_expression(Fact.status, fact_status()))
