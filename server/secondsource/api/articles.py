"""Articles: where, when and by whom."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from secondsource.api.fields import Published
from secondsource.api.noun import Noun
from secondsource.api.pages import Listing, Paged, page_of
from secondsource.api.problems import not_found
from secondsource.factbase.current import session
from secondsource.factbase.models import Article

blueprint = Noun("articles", __name__, url_prefix="/articles", description="The articles of the base")


class ArticleLink(ma.Schema):
    """An article as notes point to it."""

    id = ma.fields.String()
    outlet = ma.fields.String(attribute="outlet.name")
    url = ma.fields.String()
    published = Published(metadata={"description": "A day, or a moment when it is known; null when neither is"})


class ArticleListed(ArticleLink):
    """An article in a list."""

    title = ma.fields.String(allow_none=True)
    origin = ma.fields.String(metadata={"description": "Where the outlet got it; the outlet itself if from nobody"})
    story = ma.fields.String(attribute="story_id", metadata={"description": "The story's id"})


class VersionShown(ma.Schema):
    """One text of an article; the newest that was seen is current."""

    id = ma.fields.String()
    sha256 = ma.fields.String()
    seen_at = ma.fields.AwareDateTime()
    current = ma.fields.Boolean()


class ArticleShown(ArticleListed):
    """An article with its current text and the list of its versions."""

    text = ma.fields.String(attribute="current.text")
    versions = ma.fields.List(ma.fields.Nested(VersionShown))


class ArticlesAsked(Paged):
    """Which articles."""

    story = ma.fields.String(metadata={"description": "Only those of the story with this id"})
    outlet = ma.fields.String(metadata={"description": "Only those of the outlet with this name"})


class ArticlesListed(Listing):
    """A page of articles."""

    items = ma.fields.List(ma.fields.Nested(ArticleListed))


@blueprint.get("")
@blueprint.arguments(ArticlesAsked, location="query")
@blueprint.response(200, ArticlesListed)
def list_articles(asked: dict[str, Any]) -> dict[str, Any]:
    """List articles in the order of their ids."""
    query = select(Article).options(joinedload(Article.outlet), joinedload(Article.traced_origin))
    if "story" in asked:
        query = query.where(Article.story_id == asked["story"])
    if "outlet" in asked:
        query = query.where(Article.outlet.has(name=asked["outlet"]))
    return page_of(session(), query, Article.id, asked)


@blueprint.get("/<article_id>")
@blueprint.response(200, ArticleShown)
@blueprint.alt_response(404, response="NOT_FOUND")
def get_article(article_id: str) -> Article:
    """Give one article with its text and versions."""
    article = session().get(Article, article_id)
    if article is None:
        not_found("There is no article with this id.")
    return article
