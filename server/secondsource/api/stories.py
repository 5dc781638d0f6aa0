"""Stories: the articles about one event."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from secondsource.api.articles import ArticleListed
from secondsource.api.noun import Noun
from secondsource.api.pages import Listing, Paged, page_of
from secondsource.api.problems import not_found
from secondsource.factbase.current import session
from secondsource.factbase.models import Article, Story

blueprint = Noun("stories", __name__, url_prefix="/stories", description="The stories of the base")


class StoryShown(ma.Schema):
    """A story with its articles."""

    id = ma.fields.String()
    title = ma.fields.String()
    articles = ma.fields.List(ma.fields.Nested(ArticleListed))


class StoriesListed(Listing):
    """A page of stories."""

    items = ma.fields.List(ma.fields.Nested(StoryShown))


def _with_articles() -> Any:
    articles = selectinload(Story.articles)
    return articles.joinedload(Article.outlet), articles.joinedload(Article.traced_origin)


@blueprint.get("")
@blueprint.arguments(Paged, location="query")
@blueprint.response(200, StoriesListed)
def list_stories(asked: dict[str, Any]) -> dict[str, Any]:
    """List stories in the order of their ids."""
    return page_of(session(), select(Story).where(Story.articles.any()).options(*_with_articles()), Story.id, asked)


@blueprint.get("/<story_id>")
@blueprint.response(200, StoryShown)
@blueprint.alt_response(404, response="NOT_FOUND")
def get_story(story_id: str) -> Story:
    """Give one story."""
    story = session().get(Story, story_id, options=_with_articles())
    if story is None or not story.articles:
        not_found("There is no story with this id.")
    return story
