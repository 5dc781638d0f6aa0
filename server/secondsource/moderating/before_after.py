"""What a decision made of what it was about: the same members before it and after it, for the record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from secondsource.factbase.models import Action, Decision
from secondsource.factbase.rulings import OF_FACT, OF_RELATION, Status

STANDING = "standing"  # a claim that was not withdrawn, a decision that was not undone
STATUS: Mapping[Action, str] = {
    **OF_RELATION,
    **OF_FACT,
    Action.HIDE_FACT: Status.HIDDEN,
    Action.WITHDRAW_CLAIM: "withdrawn",
    Action.CLOSE_REPORT: "closed",
    Action.UNDO: "undone",
}
# What was so of everything that such a decision can be taken on, whichever it was.
ALWAYS: Mapping[Action, Mapping[str, Any]] = {
    Action.WITHDRAW_CLAIM: {"status": STANDING},
    Action.UNDO: {"status": STANDING},
    Action.MERGE_FACTS: {"with": []},
    Action.SPLIT_FACT: {"apart": []},
    Action.MERGE_STORIES: {"into": None},
    Action.SPLIT_STORY: {"articles": [], "title": None},
    Action.ADD_MODERATOR: {"name": None, "role": None},
}
# Where a snapshot has what a decision sets: the nouns, and their member.
SEEN = {
    "status": (("relation", "fact", "report"), "status"),
    "origin": (("article",), "origin"),
    "story": (("story",), "id"),
    "furniture": (("passage",), "furniture"),
    "role": (("moderator",), "role"),
    **{member: (("fact",), member) for member in ("label", "wording", "note", "source")},
    **{member: (("claims",), member) for member in ("value", "subject")},
}


def after(decision: Decision) -> dict[str, Any]:
    """The status that what it was about has from then on, if it gives one, and all that it sets."""
    status = STATUS.get(Action(decision.action))
    return ({"status": status} if status else {}) | decision.change


def before(decision: Decision) -> dict[str, Any]:
    """What each of that was when it was taken, None for nothing.

    What a snapshot of an earlier version of this program does not tell is left out. An imported one may hold anything.
    """
    was = {**_seen(decision.snapshot), **ALWAYS.get(Action(decision.action), {})}
    return {name: was[name] for name in after(decision) if name in was}


def _seen(snapshot: Mapping[str, Any]) -> dict[str, Any]:
    """All that a snapshot tells, by what a decision would call it."""
    found = {}
    for name, (nouns, member) in SEEN.items():
        for noun in nouns:
            first = _first(snapshot.get(noun))
            if member in first:
                found[name] = first[member]
    return found | _span(_first(snapshot.get("claims")))


def _first(seen: Any) -> Mapping[str, Any]:
    """What is seen of a noun, or of the first of several."""
    first = seen[0] if isinstance(seen, list) and seen else seen
    return first if isinstance(first, dict) else {}


def _span(claim: Mapping[str, Any]) -> dict[str, int]:
    """Where a claim's words are in its passage, as a correction gives them. An imported claim has them too."""
    if not claim:
        return {}
    start = claim["start"] - claim["passage_start"]
    return {"start": start, "end": start + len(claim["exact"])}
