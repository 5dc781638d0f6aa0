"""Everything that a moderator can decide: of each, what it is about and what it sets.

To add one: give it a name in `Action`, say in `settling.ABOUT` what it rules, and enter it here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import marshmallow as ma
from sqlalchemy.orm import Session

from secondsource.factbase.models import Action, Story
from secondsource.ingesting.placing import story_id_of
from secondsource.moderating import changes, targets
from secondsource.moderating.changes import BadChangeError
from secondsource.moderating.targets import NoSuchTargetError, Seen


class Needs(StrEnum):
    """What a decision's target is the id of."""

    RELATION = "relation"
    CLAIM = "claim"  # by its content
    FACT = "fact"
    PASSAGE = "passage"  # by its content
    ARTICLE = "article"
    STORY = "story"
    REPORT = "report"


LOOKS: Mapping[Needs, Callable[[Session, str], Seen]] = {
    Needs.RELATION: targets.relation,
    Needs.CLAIM: targets.claim,
    Needs.FACT: targets.fact,
    Needs.PASSAGE: targets.passage,
    Needs.ARTICLE: targets.article,
    Needs.STORY: targets.story,
    Needs.REPORT: targets.report,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One action. `fits` looks whether a change goes with what it is about, and gives all that is seen then.

    `other` is the member of the change that names what it changes beside its target, and what that is the id of.
    """

    needs: Needs
    change: ma.Schema
    fits: Callable[[Session, Seen, dict[str, Any]], Seen] = lambda _session, seen, _change: seen
    reason_needed: bool = True
    other: tuple[str, Needs] | None = None

    def checked(self, change: Mapping[str, Any] | None) -> dict[str, Any]:
        """The change as it is kept; raises BadChangeError."""
        return changes.checked(self.change, change)

    def others(self, change: Mapping[str, Any] | None) -> list[tuple[Needs, str]]:
        """What it changes beside its target, each by its id; raises BadChangeError."""
        checked = self.checked(change)
        if self.other is None:
            return []
        member, needs = self.other
        named = checked[member]
        return [(needs, one) for one in (named if isinstance(named, list) else [named])]

    def look(self, session: Session, target: str, change: dict[str, Any]) -> Seen:
        """What the decision would be taken on; raises NoSuchTargetError, BadChangeError."""
        return self.fits(session, LOOKS[self.needs](session, target), change)


def _span_fits(_session: Session, seen: Seen, change: dict[str, Any]) -> Seen:
    length = len(seen.claims[0].passage)
    if change.get("end", 0) > length:
        raise BadChangeError("end", f"The passage has {length} characters.")
    return seen


def _merged(session: Session, seen: Seen, change: dict[str, Any]) -> Seen:
    claims, others = list(seen.claims), []
    for fact_id in change["with"]:
        try:
            other = targets.fact(session, fact_id)
        except NoSuchTargetError as error:
            raise BadChangeError("with", f"There is no fact {fact_id}.") from error
        if other.stories != seen.stories or fact_id == seen.snapshot["fact"]["id"]:
            raise BadChangeError("with", f"{fact_id} is no other fact of the same story.")
        claims += other.claims
        others.append(other.snapshot["fact"])
    return Seen(seen.snapshot | {"with": others}, claims, seen.stories)


def _split(_session: Session, seen: Seen, change: dict[str, Any]) -> Seen:
    apart, all_ = set(change["apart"]), {claim.content for claim in seen.claims}
    if not apart < all_:
        raise BadChangeError("apart", "Name some of the fact's claims by their contents, not all of them.")
    return seen


def _other_story(field: str) -> Callable[[Session, Seen, dict[str, Any]], Seen]:
    def fits(session: Session, seen: Seen, change: dict[str, Any]) -> Seen:
        other = session.get(Story, change[field])
        if other is None or other.id in seen.stories:
            raise BadChangeError(field, "There is no other story with this id.")
        named = {"id": other.id, "title": other.title}
        return Seen(seen.snapshot | {"into": named}, seen.claims, seen.stories | {other.id})

    return fits


def _story_split(session: Session, seen: Seen, change: dict[str, Any]) -> Seen:
    here = {article["id"] for article in seen.snapshot["articles"]}
    if not set(change["articles"]) < here:
        raise BadChangeError("articles", "Name some of the story's articles, not all of them.")
    if session.get(Story, story_id_of(change["title"])) is not None:
        raise BadChangeError("title", "There is a story of this title; assign the articles to it.")
    return Seen(seen.snapshot, seen.claims, seen.stories | {story_id_of(change["title"])})


ACTIONS: Mapping[Action, Rule] = {
    Action.CONFIRM_RELATION: Rule(Needs.RELATION, changes.Nothing(), reason_needed=False),
    Action.REJECT_RELATION: Rule(Needs.RELATION, changes.Nothing(), reason_needed=False),
    Action.LEAVE_RELATION: Rule(Needs.RELATION, changes.Nothing(), reason_needed=False),
    Action.CORRECT_CLAIM: Rule(Needs.CLAIM, changes.Corrected(), _span_fits),
    Action.WITHDRAW_CLAIM: Rule(Needs.CLAIM, changes.Nothing()),
    Action.MERGE_FACTS: Rule(Needs.FACT, changes.Merged(), _merged, other=("with", Needs.FACT)),
    Action.SPLIT_FACT: Rule(Needs.FACT, changes.Split(), _split),
    Action.LABEL_FACT: Rule(Needs.FACT, changes.Labelled()),
    Action.DISPUTE_FACT: Rule(Needs.FACT, changes.Disputed()),
    Action.SETTLE_FACT: Rule(Needs.FACT, changes.Settled()),
    Action.HIDE_FACT: Rule(Needs.FACT, changes.Nothing()),
    Action.MARK_FURNITURE: Rule(Needs.PASSAGE, changes.Marked()),
    Action.ASSIGN_ARTICLE: Rule(Needs.ARTICLE, changes.Assigned(), _other_story("story"), other=("story", Needs.STORY)),
    Action.SET_ORIGIN: Rule(Needs.ARTICLE, changes.Originated()),
    Action.MERGE_STORIES: Rule(Needs.STORY, changes.StoriesMerged(), _other_story("into"), other=("into", Needs.STORY)),
    Action.SPLIT_STORY: Rule(Needs.STORY, changes.StorySplit(), _story_split),
    Action.CLOSE_REPORT: Rule(Needs.REPORT, changes.Nothing(), reason_needed=False),
}
ACCOUNT_ACTIONS = frozenset(
    {
        Action.ADD_MODERATOR,
        Action.DISABLE_MODERATOR,
        Action.ENABLE_MODERATOR,
        Action.SET_ROLE,
        Action.ISSUE_TOKEN,
        Action.REVOKE_TOKEN,
    }
)  # on record like all others, and taken back by another one, not by an undo
