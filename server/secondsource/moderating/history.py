"""The last decision on something: by its number it is seen whether anybody decided since somebody looked."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from secondsource.factbase.lookups import chunks
from secondsource.factbase.models import Action, Decision, DecisionContent


def last_on(session: Session, targets: Sequence[str]) -> dict[str, int]:
    """By target, the number of the last decision on it; their undos, and the undos of those, count as well."""
    found: dict[str, int] = {}
    for some in chunks(targets):
        chain = select(Decision.target.label("root"), Decision.id, Decision.number).where(Decision.target.in_(some))
        known = chain.cte("known", recursive=True)
        undos = select(known.c.root, Decision.id, Decision.number).where(
            Decision.target == known.c.id, Decision.action == Action.UNDO
        )
        known = known.union_all(undos)
        query = select(known.c.root, func.max(known.c.number)).group_by(known.c.root)
        found |= dict(session.execute(query).all())
    return found


def last_on_contents(session: Session, contents: Sequence[str]) -> dict[str, int]:
    """By a claim's content, the number of the last decision that was taken on it or undone."""
    found: dict[str, int] = {}
    for some in chunks(contents):
        query = select(DecisionContent.content, func.max(Decision.number)).join(
            Decision, Decision.id == DecisionContent.decision_id
        )
        query = query.where(DecisionContent.content.in_(some)).group_by(DecisionContent.content)
        found |= dict(session.execute(query).all())
    return found
