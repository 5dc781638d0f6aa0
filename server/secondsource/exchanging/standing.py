"""Facts that moderators settled or disputed, with the decision that readers see the effect of."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Select, func, select

from secondsource.factbase.models import About, Action, Claim, Decision, Fact, Ruling
from secondsource.factbase.rulings import is_hidden


def standing_facts(actions: Collection[Action]) -> Select[Fact, Decision]:
    """A query of the facts that readers may see whose latest standing decision is one of the actions."""
    standing = select(Ruling.key).where(Ruling.about == About.STANDING)  # few, beside all claims there are
    latest = (
        select(Claim.fact_id, func.max(Ruling.number).label("number"))
        .join(Ruling, Ruling.key == Claim.content)
        .where(Ruling.about == About.STANDING, Claim.content.in_(standing))
        .group_by(Claim.fact_id)
        .subquery()
    )
    return (
        select(Fact, Decision)
        .join(latest, latest.c.fact_id == Fact.id)
        .join(Decision, Decision.number == latest.c.number)
        .where(Decision.action.in_(actions), ~is_hidden())
    )
