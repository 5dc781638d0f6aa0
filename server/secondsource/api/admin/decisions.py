"""The moderators' part: what to review, and what was decided. Nothing of it answers without a valid token."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask import Response, g
from flask_smorest import abort
from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload, with_expression

from secondsource.api.facts import ClaimShown, FactName, FactsAsked, FactsListed, with_claims
from secondsource.api.fields import PlainText
from secondsource.api.noun import Noun
from secondsource.api.pages import Listing, Numbered, Paged, newest_first, page_of
from secondsource.api.pairing import bearer_token, refusal
from secondsource.factbase.current import base, session
from secondsource.factbase.models import Action, Article, Claim, Decision, Fact, Relation
from secondsource.factbase.rulings import Status, fact_status, in_force, relation_status
from secondsource.factbase.sessions import writing
from secondsource.kinds import Stance
from secondsource.moderating.decisions import AlreadyUndoneError, NoSuchTargetError, decide, undo
from secondsource.moderating.moderators import authenticate

MAX_REASON = 2_000
ALL = "all"
SIGNED: dict[str, Any] = {"security": [{"token": []}]}

blueprint = Noun(
    "admin", __name__, url_prefix="/admin", description="For moderators, with `Authorization: Bearer TOKEN`"
)


@blueprint.before_request
def require_moderator() -> Response | None:
    """Refuse everything without a valid token, before anything else is looked at."""
    token = bearer_token()
    g.moderator = None if token is None else authenticate(session(), token)
    if g.moderator is not None:
        return None
    return refusal("This needs a moderator's token (Authorization: Bearer TOKEN); see `secondsource moderator --help`.")


class RelationsAsked(Paged):
    """Which relations."""

    status = ma.fields.String(
        load_default=Status.PROPOSED,
        validate=ma.validate.OneOf([Status.PROPOSED, Status.CONFIRMED, Status.REJECTED, ALL]),
        metadata={"description": "proposed: nobody decided yet"},
    )
    story = ma.fields.String(metadata={"description": "Only those of the story with this id"})


class RelationToReview(ma.Schema):
    """Two claims and how they stand; the id is the same wherever the same two wordings are reposted."""

    id = ma.fields.String(attribute="pair_id")
    story = ma.fields.String(attribute="story_id")
    stance = ma.fields.String()
    reason = ma.fields.String(metadata={"description": "Why the program says so"})
    status = ma.fields.String(metadata={"description": "proposed, confirmed or rejected"})
    fact = ma.fields.Nested(FactName, attribute="a.fact", allow_none=True)
    a = ma.fields.Nested(ClaimShown, metadata={"description": "What one outlet says"})
    b = ma.fields.Nested(ClaimShown, metadata={"description": "What the other says"})


class RelationsToReview(Listing):
    """A page of relations."""

    items = ma.fields.List(ma.fields.Nested(RelationToReview))


class DecisionTaken(ma.Schema):
    """What a moderator decides."""

    action = ma.fields.Enum(Action, by_value=True, required=True, validate=ma.validate.NoneOf([Action.UNDO]))
    target = PlainText(64, 1, required=True, metadata={"description": "The relation's or the fact's id"})
    reason = PlainText(MAX_REASON, 1, required=True)


class UndoTaken(ma.Schema):
    """Why a decision is taken back."""

    reason = PlainText(MAX_REASON, 1, required=True)


class DecisionsAsked(Numbered):
    """Which decisions."""

    target = ma.fields.String(metadata={"description": "Only those on the relation, fact or decision with this id"})


class DecisionShown(ma.Schema):
    """A decision on record."""

    id = ma.fields.String()
    action = ma.fields.String()
    target = ma.fields.String()
    reason = ma.fields.String()
    moderator = ma.fields.String(attribute="moderator.name")
    decided_at = ma.fields.AwareDateTime()
    in_force = ma.fields.Boolean(metadata={"description": "Whether readers see its effect"})
    snapshot = ma.fields.Dict(metadata={"description": "What the moderator saw"})


class DecisionsListed(Listing):
    """A page of decisions."""

    items = ma.fields.List(ma.fields.Nested(DecisionShown))


@blueprint.get("/facts")
@blueprint.doc(**SIGNED)
@blueprint.arguments(FactsAsked, location="query")
@blueprint.response(200, FactsListed)
def list_facts(asked: dict[str, Any]) -> dict[str, Any]:
    """List facts, the hidden ones too, in the order of their ids."""
    query = select(Fact).options(*with_claims(), with_expression(Fact.status, fact_status()))
    if "story" in asked:
        query = query.where(Fact.story_id == asked["story"])
    return page_of(session(), query, Fact.id, asked)


@blueprint.get("/conflicts")
@blueprint.doc(**SIGNED)
@blueprint.arguments(RelationsAsked, location="query")
@blueprint.response(200, RelationsToReview)
def list_conflicts(asked: dict[str, Any]) -> dict[str, Any]:
    """List what conflicts, with both outlets' words, in the order of the relations' ids."""
    return page_of(session(), _relations(asked).where(Relation.stance == Stance.CONFLICTS), Relation.pair_id, asked)


@blueprint.get("/relations")
@blueprint.doc(**SIGNED)
@blueprint.arguments(RelationsAsked, location="query")
@blueprint.response(200, RelationsToReview)
def list_relations(asked: dict[str, Any]) -> dict[str, Any]:
    """List relations of every stance, in the order of their ids."""
    return page_of(session(), _relations(asked), Relation.pair_id, asked)


@blueprint.get("/decisions")
@blueprint.doc(**SIGNED)
@blueprint.arguments(DecisionsAsked, location="query")
@blueprint.response(200, DecisionsListed)
def list_decisions(asked: dict[str, Any]) -> dict[str, Any]:
    """List decisions, the newest first."""
    query = select(Decision).options(joinedload(Decision.moderator), with_expression(Decision.in_force, in_force()))
    if "target" in asked:
        query = query.where(Decision.target == asked["target"])
    return newest_first(session(), query, Decision.number, asked)


@blueprint.post("/decisions")
@blueprint.doc(**SIGNED)
@blueprint.arguments(DecisionTaken)
@blueprint.response(201, DecisionShown)
@blueprint.alt_response(404, response="NOT_FOUND")
def post_decision(taken: dict[str, Any]) -> Decision:
    """Confirm or reject a relation, or hide a fact; readers see it on their next request."""
    try:
        with writing(base()) as writes:
            number = decide(writes, g.moderator.id, taken["action"], taken["target"], taken["reason"]).number
    except NoSuchTargetError:
        what = "fact" if taken["action"] is Action.HIDE_FACT else "relation"
        abort(404, message=f"There is no {what} with this id; a rebuild may have replaced it.")
    return _decision(number)


@blueprint.post("/decisions/<decision_id>/undo")
@blueprint.doc(**SIGNED)
@blueprint.arguments(UndoTaken)
@blueprint.response(201, DecisionShown)
@blueprint.alt_response(404, response="NOT_FOUND")
@blueprint.alt_response(409, response="CONFLICT")
def post_undo(taken: dict[str, Any], decision_id: str) -> Decision:
    """Take a decision back. That is a decision too, and can itself be undone."""
    try:
        with writing(base()) as writes:
            number = undo(writes, g.moderator.id, decision_id, taken["reason"]).number
    except NoSuchTargetError:
        abort(404, message="There is no decision with this id.")
    except AlreadyUndoneError:
        abort(409, message="This decision was undone before; its undo can be undone.")
    return _decision(number)


def _relations(asked: dict[str, Any]) -> Select[Any]:
    """One relation for each pair of wordings, however often they are reposted, with all that is shown."""
    first = select(func.min(Relation.id)).group_by(Relation.pair_id)
    query = select(Relation).where(Relation.id.in_(first)).options(with_expression(Relation.status, relation_status()))
    for side in (Relation.a, Relation.b):
        article = joinedload(side).joinedload(Claim.article)
        query = query.options(
            article.joinedload(Article.outlet),
            article.joinedload(Article.traced_origin),
            joinedload(side).joinedload(Claim.fact),
        )
    if "story" in asked:
        query = query.where(Relation.story_id == asked["story"])
    if asked["status"] != ALL:
        query = query.where(relation_status() == asked["status"])
    return query


def _decision(number: int) -> Decision:
    """One decision as it now stands."""
    session().rollback()  # the request's session began before the decision was kept
    shown = with_expression(Decision.in_force, in_force())
    return session().get_one(Decision, number, options=[shown, joinedload(Decision.moderator)])
