"""Relations to review: two outlets' words side by side, and how the program says they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import marshmallow as ma
from flask import Response
from sqlalchemy import ColumnElement, Select, and_, func, select, true
from sqlalchemy.orm import Session, joinedload, with_expression

from secondsource.api.admin.claims import ClaimSeen
from secondsource.api.admin.etags import State, Stated, answer, listed, stated
from secondsource.api.admin.gate import blueprint, signed
from secondsource.api.facts import FactName
from secondsource.api.pages import Listing, Paged, page_of
from secondsource.api.problems import not_found
from secondsource.factbase.current import session
from secondsource.factbase.models import Article, Claim, Relation, Role
from secondsource.factbase.rulings import Status, relation_status
from secondsource.kinds import Stance
from secondsource.moderating.history import last_on

ALL = "all"
TRUE = true()


class RelationsAsked(Paged):
    """Which relations."""

    status = ma.fields.String(
        load_default=Status.PROPOSED,
        validate=ma.validate.OneOf([Status.PROPOSED, Status.CONFIRMED, Status.REJECTED, Status.LEFT, ALL]),
        metadata={"description": "proposed: nobody decided yet"},
    )
    story = ma.fields.String(metadata={"description": "Only those of the story with this id"})


class RelationState(Stated):
    """Two claims and how they stand; the id is the same wherever the same two wordings are reposted."""

    id = ma.fields.String(attribute="pair_id")
    story = ma.fields.String(attribute="story_id")
    stance = ma.fields.String()
    reason = ma.fields.String(metadata={"description": "Why the program says so"})
    sure = ma.fields.Float(metadata={"description": "How sure the program is, 0 to 1"})
    status = ma.fields.String(metadata={"description": "proposed, confirmed, rejected or left"})
    fact = ma.fields.Nested(FactName, attribute="a.fact", allow_none=True)
    a = ma.fields.Nested(ClaimSeen, metadata={"description": "What one outlet says"})
    b = ma.fields.Nested(ClaimSeen, metadata={"description": "What the other says"})


class RelationStates(Listing):
    """A page of relations."""

    items = ma.fields.List(ma.fields.Nested(RelationState))


def relation_states(session: Session, relations: Sequence[Relation]) -> list[State]:
    """Relations as JSON, each with its tag."""
    decided = last_on(session, [relation.pair_id for relation in relations])
    schema = RelationState()
    return [stated(schema.dump(relation), decided.get(relation.pair_id, 0)) for relation in relations]


def relation_state(session: Session, pair_id: str) -> State | None:
    """One relation as JSON, with its tag."""
    return next(iter(relation_states(session, session.scalars(shown(Relation.pair_id == pair_id)).all())), None)


def shown(wanted: ColumnElement[bool] = TRUE) -> Select[Any]:
    """One of the wanted relations a pair of wordings, however often they are reposted, with all that is shown."""
    first = select(func.min(Relation.id)).where(wanted).group_by(Relation.pair_id)
    return _with_sides().where(Relation.id.in_(first))


@cache  # put together once: that costs more than asking it
def _with_sides() -> Select[Any]:
    query = select(Relation).options(with_expression(Relation.status, relation_status()))
    query = query.execution_options(populate_existing=True)  # in a session that decides, what was read before is stale
    for side in (Relation.a, Relation.b):
        article = joinedload(side).joinedload(Claim.article)
        query = query.options(
            article.joinedload(Article.outlet),
            article.joinedload(Article.traced_origin),
            joinedload(side).joinedload(Claim.fact),
        )
    return query


def relations_of(session: Session, contents: Iterable[str]) -> list[State]:
    """The relations between claims of these contents, whatever was decided on them, in the order of their ids."""
    wanted = list(contents)
    claims = select(Claim.id).where(Claim.content.in_(wanted))
    query = shown(Relation.a_id.in_(claims) & Relation.b_id.in_(claims)).order_by(Relation.pair_id)
    return relation_states(session, session.scalars(query).all())


def _page(asked: dict[str, Any], wanted: ColumnElement[bool] = TRUE) -> Response:
    if "story" in asked:
        wanted = and_(wanted, Relation.story_id == asked["story"])
    query = shown(wanted)
    if asked["status"] != ALL:
        query = query.where(relation_status() == asked["status"])
    page = page_of(session(), query, Relation.pair_id, asked)
    return listed(relation_states(session(), page["items"]), page["next"])


@blueprint.get("/conflicts")
@signed(Role.REPORTER)
@blueprint.arguments(RelationsAsked, location="query")
@blueprint.response(200, RelationStates)
def list_conflicts(asked: dict[str, Any]) -> Response:
    """List what conflicts, with both outlets' words, in the order of the relations' ids."""
    return _page(asked, Relation.stance == Stance.CONFLICTS)


@blueprint.get("/relations")
@signed(Role.REPORTER)
@blueprint.arguments(RelationsAsked, location="query")
@blueprint.response(200, RelationStates)
def list_relations(asked: dict[str, Any]) -> Response:
    """List relations of every stance, in the order of their ids."""
    return _page(asked)


@blueprint.get("/relations/<relation_id>")
@signed(Role.REPORTER)
@blueprint.response(200, RelationState)
@blueprint.alt_response(404, response="NOT_FOUND")
def get_relation(relation_id: str) -> Response:
    """Give one relation."""
    state = relation_state(session(), relation_id)
    if state is None:
        not_found("There is no relation with this id; a rebuild may have replaced it.")
    return answer(state)
