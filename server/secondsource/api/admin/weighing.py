"""What the program goes by between two wordings, number by number."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from flask import Response, jsonify
from sqlalchemy import select
from sqlalchemy.orm import Session

from secondsource.annotating.kept import KeptStory, keeper
from secondsource.api.admin.gate import blueprint, signed
from secondsource.api.problems import not_found
from secondsource.factbase.current import session
from secondsource.factbase.models import Claim, Derivation, Relation, Role
from secondsource.kinds import Claim as ReadClaim
from secondsource.reconciling.weighing import Weighing, weigh

NONE: dict[str, Any] = {"judges": None, "decides": False, "sure": None, "threshold": None, "bias": None, "weights": []}


class FeatureShown(ma.Schema):
    """One of the numbers; it adds `value` × `weight` to the sum."""

    name = ma.fields.String()
    value = ma.fields.Float()
    weight = ma.fields.Float()


class FeaturesShown(ma.Schema):
    """What a learned scorer makes of two wordings: the bias and all values × weights, summed, squeezed to 0 to 1."""

    judges = ma.fields.String(
        allow_none=True,
        metadata={
            "description": "What the scorer judges: statements (whether the two sentences tell one thing), figures or "
            "one_moment (whether two that differ are of one thing); null where rules alone compare"
        },
    )
    decides = ma.fields.Boolean(metadata={"description": "Whether the relation stands for it, not for rules alone"})
    sure = ma.fields.Float(allow_none=True)
    threshold = ma.fields.Float(allow_none=True, metadata={"description": "From which it is shown by itself"})
    bias = ma.fields.Float(allow_none=True)
    weights = ma.fields.List(ma.fields.Nested(FeatureShown), metadata={"description": "What changes most first"})


@blueprint.get("/relations/<relation_id>/features")
@signed(Role.REPORTER)
@blueprint.response(200, FeaturesShown)
@blueprint.alt_response(404, response="NOT_FOUND")
def get_features(relation_id: str) -> Response:
    """Work out what the program goes by between two wordings; it is not kept."""
    relation = session().scalars(select(Relation).where(Relation.pair_id == relation_id).order_by(Relation.id)).first()
    if relation is None:
        not_found("There is no relation with this id; a rebuild may have replaced it.")
    found = weighed(session(), relation)
    if found is None:
        return jsonify(NONE)
    return jsonify(FeaturesShown().dump(found) | {"decides": found.decides(relation.sure)})


def weighed(session: Session, relation: Relation) -> Weighing | None:
    """What the program goes by between the claims of a relation; None where rules alone compare them."""
    state = session.scalars(select(Derivation.state).where(Derivation.story_id == relation.story_id)).first()
    story = keeper.get(session, relation.story_id, state)
    a, b = (as_read(story, claim) for claim in (relation.a, relation.b))
    if a is None or b is None:
        return None
    return weigh(story.sources[relation.a.article_id], story.sources[relation.b.article_id], a, b)


def as_read(story: KeptStory, claim: Claim) -> ReadClaim | None:
    """A stored claim as reading made it; an article may say the same twice, and they were compared where they stand."""
    here = (kept for kept in story.claims.get(claim.article_id, ()) if kept.claim.start == claim.start)
    return next((kept.claim for kept in here if kept.content == claim.content), None)
