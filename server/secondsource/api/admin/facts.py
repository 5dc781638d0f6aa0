"""Facts as moderators see them: the hidden ones too, with all claims and how these stand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import marshmallow as ma
from flask import Response
from sqlalchemy import Select, select
from sqlalchemy.orm import Session, with_expression

from secondsource.api.admin.claims import ClaimSeen
from secondsource.api.admin.etags import State, Stated, answer, listed, stated
from secondsource.api.admin.gate import blueprint, signed
from secondsource.api.admin.relations import RelationState, relations_of
from secondsource.api.facts import FactName, FactsAsked, with_claims
from secondsource.api.pages import Listing, page_of
from secondsource.api.problems import not_found
from secondsource.factbase.current import session
from secondsource.factbase.models import Fact, Role
from secondsource.factbase.rulings import NO_RULING, fact_rulings, fact_status
from secondsource.moderating.history import last_on_contents


class FactState(FactName, Stated):
    """A fact with all its claims."""

    story = ma.fields.String(attribute="story_id", metadata={"description": "The story's id"})
    kind = ma.fields.String()
    status = ma.fields.String(metadata={"description": "proposed, confirmed, disputed, settled or hidden"})
    wording = ma.fields.String(allow_none=True, metadata={"description": "How moderators put it, if they do"})
    note = ma.fields.String(allow_none=True, metadata={"description": "What settled it, or is in dispute"})
    source = ma.fields.String(allow_none=True, metadata={"description": "Where that can be read"})
    claims = ma.fields.List(ma.fields.Nested(ClaimSeen))


class FactWhole(FactState):
    """A fact with how its claims stand to each other."""

    relations = ma.fields.List(ma.fields.Nested(RelationState))


class FactStates(Listing):
    """A page of facts."""

    items = ma.fields.List(ma.fields.Nested(FactState))


def fact_states(session: Session, facts: Sequence[Fact]) -> list[State]:
    """Facts as JSON, each with its tag."""
    decided = last_on_contents(session, [claim.content for fact in facts for claim in fact.claims])
    rulings = fact_rulings(session, Fact.id.in_([fact.id for fact in facts]))
    schema = FactState()
    states = []
    for fact in facts:
        ruled = rulings.get(fact.id, NO_RULING)
        said = {"wording": ruled.wording, "note": ruled.note, "source": ruled.source}
        last = max((decided.get(claim.content, 0) for claim in fact.claims), default=0)
        states.append(stated(schema.dump(fact) | said, last))
    return states


def fact_state(session: Session, fact_id: str) -> State | None:
    """A fact as JSON, with its tag."""
    facts = session.scalars(shown().where(Fact.id == fact_id)).all()
    return next(iter(fact_states(session, facts)), None)


def fact_whole(session: Session, fact_id: str) -> State | None:
    """A fact as JSON with its relations; the tag is that of the fact alone."""
    state = fact_state(session, fact_id)
    if state is None:
        return None
    return state | {"relations": relations_of(session, {claim["content"] for claim in state["claims"]})}


@cache
def shown() -> Select[Fact]:
    """Facts with all that moderators are shown of them."""
    query = select(Fact).options(*with_claims(), with_expression(Fact.status, fact_status()))
    return query.execution_options(populate_existing=True)


@blueprint.get("/facts")
@signed(Role.REPORTER)
@blueprint.arguments(FactsAsked, location="query")
@blueprint.response(200, FactStates)
def list_facts(asked: dict[str, Any]) -> Response:
    """List facts, the hidden ones too, in the order of their ids."""
    query = shown()
    if "story" in asked:
        query = query.where(Fact.story_id == asked["story"])
    page = page_of(session(), query, Fact.id, asked)
    return listed(fact_states(session(), page["items"]), page["next"])


@blueprint.get("/facts/<fact_id>")
@signed(Role.REPORTER)
@blueprint.response(200, FactWhole)
@blueprint.alt_response(404, response="NOT_FOUND")
def get_fact(fact_id: str) -> Response:
    """Give one fact with its claims and how they stand to each other."""
    state = fact_whole(session(), fact_id)
    if state is None:
        not_found("There is no fact with this id; a decision or a rebuild may have replaced it.")
    return answer(state)
