"""Decisions on record. What follows from them for articles is told elsewhere: accounts and tokens need none of it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from secondsource.factbase.models import Action, Decision, DecisionContent
from secondsource.factbase.moments import now


def record(
    session: Session,
    moderator_id: int,
    action: Action,
    target: str,
    reason: str,
    change: Mapping[str, Any],
    snapshot: Mapping[str, Any],
    contents: Iterable[str] = (),
) -> Decision:
    """Keep a decision. By itself that is no more than a line on record, which is all that accounts and tokens need."""
    decision = Decision(
        id=uuid.uuid4().hex,
        action=action,
        target=target,
        change=dict(change),
        reason=reason,
        moderator_id=moderator_id,
        decided_at=now(),
        snapshot=dict(snapshot),
        contents=[DecisionContent(content=content) for content in contents],
    )
    session.add(decision)
    session.flush()
    return decision
