"""What moderators settled, in the formats that others read: schema.org ClaimReview, W3C Web Annotations."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask import Response, json, request
from sqlalchemy import Select, func, select
from sqlalchemy.orm import selectinload

from secondsource.api.noun import Noun
from secondsource.api.pages import Paged
from secondsource.api.problems import not_found
from secondsource.exchanging.claim_review import claim_reviews
from secondsource.exchanging.standing import standing_facts
from secondsource.exchanging.web_annotations import BEFORE_ALL, CONTEXT_ADDRESS, Part, collection, page
from secondsource.factbase.current import session
from secondsource.factbase.models import Action, Article, Claim, Decision, Fact, Story

JSON_LD = "application/ld+json"
A_REVIEW = {
    "@type": "ClaimReview",
    "url": "https://this.example/api/v1/facts/0123456789abcdef0123/claim-review",
    "claimReviewed": "The captain’s age: 54",
    "reviewRating": {"@type": "Rating", "alternateName": "The harbour’s log says 52."},
    "citation": {"@type": "CreativeWork", "url": "https://harbour.example/log/7"},
    "itemReviewed": {"@type": "Claim", "appearance": [{"@type": "NewsArticle", "url": "https://news.example/story"}]},
}
A_PAGE = {
    "type": "AnnotationPage",
    "items": [
        {
            "type": "Annotation",
            "motivation": "assessing",
            "body": [{"type": "TextualBody", "value": "The captain’s age: the harbour’s log says 52."}],
            "target": [
                {
                    "source": "https://news.example/story",
                    "state": {"type": "TimeState", "cached": "https://this.example/api/v1/articles/…"},
                    "selector": [
                        {"type": "TextPositionSelector", "start": 120, "end": 122},
                        {"type": "TextQuoteSelector", "exact": "54", "prefix": "the captain, ", "suffix": ", said"},
                    ],
                }
            ],
        }
    ],
}
ANNOTATIONS = f'{JSON_LD}; profile="{CONTEXT_ADDRESS}"'

blueprint = Noun("settled", __name__, description="What moderators settled, in formats that other programs read")


class ClaimReviews(ma.Schema):
    """JSON-LD: a ClaimReview for each value that outlets report."""

    context = ma.fields.String(data_key="@context")
    graph = ma.fields.List(
        ma.fields.Dict(),
        data_key="@graph",
        metadata={
            "description": "https://schema.org/ClaimReview; the rating is the moderators' note, without a number",
            "example": [A_REVIEW],
        },
    )


class AnnotationCollection(ma.Schema):
    """JSON-LD: an AnnotationCollection with its first page; an AnnotationPage where `after` is given."""

    context = ma.fields.String(data_key="@context")
    id = ma.fields.String()
    type = ma.fields.String()
    label = ma.fields.String(metadata={"description": "The story's title"})
    total = ma.fields.Integer()
    first = ma.fields.Dict(
        metadata={
            "description": "The first page, unless nothing is settled; its `next`, where there is one, is the next",
            "example": A_PAGE,
        }
    )
    partOf = ma.fields.Dict(  # noqa: N815 - W3C's name
        metadata={"description": "Of a page: the collection's address, label and total"}
    )
    items = ma.fields.List(ma.fields.Dict(), metadata={"description": "Of a page: the annotations"})
    startIndex = ma.fields.Integer(  # noqa: N815 - W3C's name
        metadata={"description": "Of a page: how many annotations stand before it"}
    )
    next = ma.fields.String(metadata={"description": "Of a page: the address of the next, where there is one"})


@blueprint.get("/facts/<fact_id>/claim-review")
@blueprint.response(200, ClaimReviews, content_type=JSON_LD)
@blueprint.alt_response(404, response="NOT_FOUND")
def get_claim_review(fact_id: str) -> Response:
    """Give a settled fact as schema.org ClaimReview: one review for each value that outlets report."""
    found = session().execute(_settled().where(Fact.id == fact_id)).unique().first()
    if found is None:
        not_found("There is no settled fact with this id; of one that moderators did not settle there is no review.")
    fact, decision = found
    return _json_ld(claim_reviews(fact, decision, request.host_url), JSON_LD)


@blueprint.get("/stories/<story_id>/annotations")
@blueprint.arguments(Paged, location="query")
@blueprint.response(200, AnnotationCollection, content_type=JSON_LD)
@blueprint.alt_response(404, response="NOT_FOUND")
def get_story_annotations(asked: dict[str, Any], story_id: str) -> Response:
    """Give a story's settled facts as W3C Web Annotations on the articles that report on them.

    Positions are code points of the stored texts, which are the targets' cached states.
    """
    story = session().get(Story, story_id)
    if story is None:
        not_found("There is no story with this id.")
    query = _settled().where(Fact.story_id == story_id)
    after = asked.get("after", BEFORE_ALL)
    rows = session().execute(query.where(Fact.id > after).order_by(Fact.id).limit(asked["limit"] + 1)).unique().all()
    settled = [(fact, decision) for fact, decision in rows[: asked["limit"]]]
    part = Part(settled, after, asked["limit"], _count(query.where(Fact.id <= after)), more=len(rows) > len(settled))
    told = page if "after" in asked else collection
    return _json_ld(told(story, _count(query), part, request.host_url), ANNOTATIONS)


def _count(query: Select[Fact, Decision]) -> int:
    return session().scalars(select(func.count()).select_from(query.with_only_columns(Fact.id).subquery())).one()


def _settled() -> Select[Fact, Decision]:
    """Settled facts with the claims, articles and texts that are told of them."""
    article = selectinload(Fact.claims).joinedload(Claim.article)
    return standing_facts([Action.SETTLE_FACT]).options(
        article.joinedload(Article.outlet), article.joinedload(Article.current)
    )


def _json_ld(document: dict[str, Any], content_type: str) -> Response:
    return Response(json.dumps(document), content_type=content_type)
