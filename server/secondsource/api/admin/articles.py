"""Articles as moderators see them: every version's text, and the sentences of the current one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import marshmallow as ma
from flask import Response
from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from secondsource.api.admin.claims import PassageState, passage_states
from secondsource.api.admin.etags import State, Stated, answer, listed, stated
from secondsource.api.admin.gate import blueprint, signed
from secondsource.api.articles import ArticleListed, ArticlesAsked, VersionShown
from secondsource.api.pages import Listing, page_of
from secondsource.api.problems import not_found
from secondsource.factbase.current import session
from secondsource.factbase.models import Article, Role, Version
from secondsource.moderating.history import last_on


class ArticleState(ArticleListed, Stated):
    """An article: where it stands and where it has its words from."""


class ArticleWhole(ArticleState):
    """An article with its current text and the list of its versions."""

    text = ma.fields.String(attribute="current.text")
    versions = ma.fields.List(ma.fields.Nested(VersionShown))
    passages = ma.fields.List(ma.fields.Nested(PassageState), metadata={"description": "Of the current text"})


class ArticleStates(Listing):
    """A page of articles."""

    items = ma.fields.List(ma.fields.Nested(ArticleState))


class VersionWhole(VersionShown):
    """One text of an article."""

    text = ma.fields.String()


class VersionsListed(ma.Schema):
    """An article's texts, the oldest first."""

    items = ma.fields.List(ma.fields.Nested(VersionShown))


def article_states(session: Session, articles: Sequence[Article]) -> list[State]:
    """Articles as JSON, each with its tag."""
    decided = last_on(session, [article.id for article in articles])
    schema = ArticleState()
    return [stated(schema.dump(article), decided.get(article.id, 0)) for article in articles]


def article_state(session: Session, article_id: str) -> State | None:
    """An article as JSON, with its tag."""
    articles = session.scalars(shown().where(Article.id == article_id)).all()
    return next(iter(article_states(session, articles)), None)


def article_whole(session: Session, article_id: str) -> State | None:
    """An article as JSON with its text, versions and sentences; the tag is that of the article alone."""
    state = article_state(session, article_id)
    if state is None:
        return None
    article = session.get_one(Article, article_id)
    schema = VersionShown(many=True)
    return state | {
        "text": article.current.text,
        "versions": schema.dump(article.versions),
        "passages": passage_states(session, article.current),
    }


def shown() -> Select[Article]:
    """Articles with all that moderators are shown of them in lists."""
    query = select(Article).options(joinedload(Article.outlet), joinedload(Article.traced_origin))
    return query.execution_options(populate_existing=True)


@blueprint.get("/articles")
@signed(Role.REPORTER)
@blueprint.arguments(ArticlesAsked, location="query")
@blueprint.response(200, ArticleStates)
def list_articles(asked: dict[str, Any]) -> Response:
    """List articles in the order of their ids."""
    query = shown()
    if "story" in asked:
        query = query.where(Article.story_id == asked["story"])
    if "outlet" in asked:
        query = query.where(Article.outlet.has(name=asked["outlet"]))
    page = page_of(session(), query, Article.id, asked)
    return listed(article_states(session(), page["items"]), page["next"])


@blueprint.get("/articles/<article_id>")
@signed(Role.REPORTER)
@blueprint.response(200, ArticleWhole)
@blueprint.alt_response(404, response="NOT_FOUND")
def get_article(article_id: str) -> Response:
    """Give one article with its text, versions and sentences."""
    state = article_whole(session(), article_id)
    if state is None:
        not_found("There is no article with this id.")
    return answer(state)


@blueprint.get("/articles/<article_id>/versions")
@signed(Role.REPORTER)
@blueprint.response(200, VersionsListed)
@blueprint.alt_response(404, response="NOT_FOUND")
def list_versions(article_id: str) -> dict[str, Any]:
    """List an article's versions, the oldest first."""
    article = session().get(Article, article_id)
    if article is None:
        not_found("There is no article with this id.")
    return {"items": article.versions}


@blueprint.get("/articles/<article_id>/versions/<version_id>")
@signed(Role.REPORTER)
@blueprint.response(200, VersionWhole)
@blueprint.alt_response(404, response="NOT_FOUND")
def get_version(article_id: str, version_id: str) -> Version:
    """Give one version with its text."""
    query = select(Version).where(Version.id == version_id, Version.article_id == article_id)
    version = session().scalars(query).first()
    if version is None:
        not_found("This article has no version with this id.")
    return version
