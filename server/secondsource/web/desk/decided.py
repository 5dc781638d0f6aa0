"""Decisions as the desk lists them: what each was about, whether it still counts, and what undoing it needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from secondsource.api.admin.decision_states import decision_states, shown
from secondsource.api.admin.records import on_fact
from secondsource.factbase.lookups import chunks, known
from secondsource.factbase.models import Action, Article, Decision, Fact, Story
from secondsource.moderating.actions import ACCOUNT_ACTIONS, ACTIONS
from secondsource.moderating.before_after import after, before

MOST = 50  # on a fact's page; the audit has all
# What a snapshot may hold that says what the decision was about, the most telling first, and which words say it.
NOUNS = {
    "fact": "label",
    "report": "words",
    "passage": "words",
    "relation": "reason",
    "article": "outlet",
    "undone": "action",
    "moderator": "name",
}
# What of it has a page, and where what is there is kept.
PAGES = {
    "fact": ("desk.fact", Fact.id),
    "article": ("desk.article", Article.id),
    "story": ("desk.story", Story.id),
}


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision with its tag; `about` is what it was about, in words, and `page` where to see it, or "" if nowhere.

    `change` is what it sets, in words, after what that was before: "52 → 54".
    `undoes` and `undone_by` are the numbers of other decisions, or None.
    """

    decision: Decision
    etag: str
    undoes: int | None
    undone_by: int | None
    about: str
    page: str
    change: Mapping[str, str]

    @property
    def can_be_undone(self) -> bool:
        """Whether it stands and is one that an undo takes back."""
        return self.undone_by is None and self.decision.action not in ACCOUNT_ACTIONS

    @property
    def superseded(self) -> bool:
        """Whether it stands, and a later one on the same counts instead."""
        return self.decision.action in ACTIONS and self.undone_by is None and not self.decision.in_force


def decided(session: Session, found: Sequence[Decision]) -> list[Decided]:
    """Decisions, loaded as `shown` loads them, with what is to be told of each."""
    states = decision_states(session, found)
    there = _there(session, [decision.snapshot for decision in found])
    undone = [decision.target for decision in found if decision.action == Action.UNDO]
    numbers = numbers_of(session, [*undone, *(state["undone_by"] for state in states if state["undone"])])
    return [
        Decided(
            decision,
            state["etag"],
            numbers.get(decision.target),
            numbers.get(state["undone_by"]),
            subject_of(decision.snapshot),
            page_of(decision.snapshot, there),
            in_words(decision),
        )
        for decision, state in zip(found, states, strict=True)
    ]


def numbers_of(session: Session, ids: Sequence[str]) -> dict[str, int]:
    """The numbers of decisions by their ids; targets that are no decisions' have none."""
    found: dict[str, int] = {}
    for some in chunks(sorted(set(ids))):
        found |= dict(session.execute(select(Decision.id, Decision.number).where(Decision.id.in_(some))).all())
    return found


def decided_on(session: Session, fact_id: str) -> tuple[Sequence[Decided], int]:
    """What was decided last on a fact, its claims and their relations, the newest first; and how much ever was."""
    query = shown().where(on_fact(fact_id)).order_by(Decision.number.desc())
    count = session.scalars(select(func.count()).select_from(Decision).where(on_fact(fact_id))).one()
    return decided(session, session.scalars(query.limit(MOST)).all()), count


def subject_of(seen: Mapping[str, Any]) -> str:
    """What a snapshot is of, in words; may be ""."""
    for noun, words in NOUNS.items():
        if noun in seen:
            return str(seen[noun].get(words, ""))
    claims = seen.get("claims")
    return str(claims[0]["exact"] if claims else seen.get("story", {}).get("title", ""))


def page_of(seen: Mapping[str, Any], there: Mapping[str, set[str]]) -> str:
    """The address of what a snapshot is of, or of its story; "" when neither is there any more."""
    noun = next((noun for noun in NOUNS if noun in seen), "story")
    for sort in (noun, "story"):
        id_ = str(seen.get(sort, {}).get("id"))
        if id_ in there.get(sort, ()):
            named: dict[str, Any] = {f"{sort}_id": id_}
            return url_for(PAGES[sort][0], **named)
    return ""


def _there(session: Session, snapshots: Sequence[Mapping[str, Any]]) -> dict[str, set[str]]:
    """Which of the facts, articles and stories in snapshots are in the base still: rebuilds and decisions take some."""
    named = {sort: {str(seen[sort]["id"]) for seen in snapshots if "id" in seen.get(sort, {})} for sort in PAGES}
    return {sort: known(session, column, named[sort]) for sort, (_, column) in PAGES.items()}


def in_words(decision: Decision) -> dict[str, str]:
    """What a decision made of what; what it names by ids is called as it was when the decision was taken."""
    names, was = dict(_named(decision.snapshot)), before(decision)
    said = {field: _said(value, names) for field, value in after(decision).items()}
    told = {field: _said(value, names) for field, value in was.items() if value not in (None, [])}
    return {field: f"{told[field]} → {words}" if field in told else words for field, words in said.items()}


def _said(value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, list):
        return ", ".join(_said(one, names) for one in value)
    return ("yes" if value else "no") if isinstance(value, bool) else names.get(str(value), str(value))


def _named(seen: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The ids in a snapshot with what they are called. An imported one may hold anything."""
    for value in seen.values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict) and "content" in one:
                yield str(one["content"]), f"{one.get('outlet', '')} “{one.get('exact', '')}”"
            elif isinstance(one, dict) and "id" in one:
                yield str(one["id"]), str(one.get("title") or one.get("label") or one.get("outlet") or one["id"])
