"""What a decision made of what it was about: the same members before it and after it, for the record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from secondsource.factbase.models import Action, Decision
from secondsource.factbase.rulings import OF_RELATION, Status

STATUS: Mapping[Action, str] = {
    **OF_RELATION,
    Action.DISPUTE_FACT: Status.DISPUTED,
    Action.SETTLE_FACT: Status.SETTLED,
    Action.HIDE_FACT: Status.HIDDEN,
    Action.WITHDRAW_CLAIM: "withdrawn",
    Action.CLOSE_REPORT: "closed",
    Action.UNDO: "undone",
}
# Where a snapshot has what a decision sets: the noun, and its member.
SEEN = {
    "status": (("relation", "status"), ("fact", "status")),
    "origin": (("article", "origin"),),
    "story": (("story", "title"),),
    "into": (("story", "title"),),
    "furniture": (("passage", "furniture"),),
    "label": (("fact", "label"),),
    "value": (("claims", "value"),),
    "subject": (("claims", "subject"),),
}


def after(decision: Decision) -> dict[str, Any]:
    """The status that what it was about has from then on, if it gives one, and all that it sets."""
    status = STATUS.get(Action(decision.action))
    return ({"status": status} if status else {}) | decision.change


def before(decision: Decision) -> dict[str, Any]:
    """What of that was so when it was taken, as far as it was seen. An imported snapshot may hold anything."""
    found = {}
    for name in after(decision):
        for noun, member in SEEN.get(name, ()):
            seen = decision.snapshot.get(noun)
            first = seen[0] if isinstance(seen, list) and seen else seen
            if isinstance(first, dict) and first.get(member) is not None:
                found[name] = first[member]
    return found
