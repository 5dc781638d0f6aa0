"""Stories as moderators see them: to be merged and split."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import marshmallow as ma
from flask import Response
from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session, selectinload

from secondsource.api.admin.articles import ArticleState, ArticleStates, article_states
from secondsource.api.admin.etags import State, Stated, answer, listed, stated
from secondsource.api.admin.gate import blueprint, signed
from secondsource.api.fields import PlainText
from secondsource.api.pages import Listing, Paged, page_of
from secondsource.api.problems import not_found
from secondsource.factbase.current import session
from secondsource.factbase.folding import holds
from secondsource.factbase.models import Article, Role, Story
from secondsource.moderating.history import last_on

MAX_TITLE = 200  # code points to look for
TITLED = "Only those whose title holds these words, whatever their case and accents"


class StoriesAsked(Paged):
    """Which stories."""

    title = PlainText(MAX_TITLE, 1, metadata={"description": TITLED})


class StoryState(Stated):
    """A story with its articles."""

    id = ma.fields.String()
    title = ma.fields.String()
    articles = ma.fields.List(ma.fields.Nested(ArticleState))


class StoryStates(Listing):
    """A page of stories."""

    items = ma.fields.List(ma.fields.Nested(StoryState))


def story_states(session: Session, stories: Sequence[Story]) -> list[State]:
    """Stories as JSON, each with its tag, which changes with any of its articles."""
    decided = last_on(session, [story.id for story in stories])
    return [
        stated(
            {"id": story.id, "title": story.title, "articles": article_states(session, story.articles)},
            decided.get(story.id, 0),
        )
        for story in stories
    ]


def story_state(session: Session, story_id: str) -> State | None:
    """A story as JSON, with its tag."""
    stories = session.scalars(shown().where(Story.id == story_id)).all()
    return next(iter(story_states(session, stories)), None)


def shown() -> Select[Story]:
    """Stories with their articles; one that was merged into another has none, and is not shown."""
    articles = selectinload(Story.articles)
    query = select(Story).options(articles.joinedload(Article.outlet), articles.joinedload(Article.traced_origin))
    return query.where(Story.articles.any()).execution_options(populate_existing=True)


def titled(words: str) -> ColumnElement[bool]:
    """Whose title holds some words, whatever their case and accents; every one for no words."""
    return holds(Story.title, words)


@blueprint.get("/stories")
@signed(Role.REPORTER)
@blueprint.arguments(StoriesAsked, location="query")
@blueprint.response(200, StoryStates)
def list_stories(asked: dict[str, Any]) -> Response:
    """List stories in the order of their ids."""
    page = page_of(session(), shown().where(titled(asked.get("title", ""))), Story.id, asked)
    return listed(story_states(session(), page["items"]), page["next"])


@blueprint.get("/stories/<story_id>")
@signed(Role.REPORTER)
@blueprint.response(200, StoryState)
@blueprint.alt_response(404, response="NOT_FOUND")
def get_story(story_id: str) -> Response:
    """Give one story with its articles."""
    return answer(_found(story_id))


@blueprint.get("/stories/<story_id>/articles")
@signed(Role.REPORTER)
@blueprint.response(200, ArticleStates)
@blueprint.alt_response(404, response="NOT_FOUND")
def list_story_articles(story_id: str) -> Response:
    """List a story's articles, all of them, in the order of their ids."""
    return listed(_found(story_id)["articles"], None)


def _found(story_id: str) -> State:
    state = story_state(session(), story_id)
    if state is None:
        not_found("There is no story with this id; a decision may have merged it into another.")
    return state
