"""A story as annotating needs it: its articles, their claims with facts, and what moderators ruled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from secondsource.annotating.kept import KeptFact, KeptStory, keeper
from secondsource.factbase.correcting import grouping_of
from secondsource.factbase.lookups import chunks
from secondsource.factbase.models import About, Action, Derivation, Fact, Ruling, Story
from secondsource.factbase.rulings import NO_RULING, ON_FACTS, FactRuling, Status, abouts_in_force, fact_rulings
from secondsource.reconciling import Grouping

_STORY = (
    select(Story.title, Derivation.state)
    .outerjoin(Derivation, Derivation.story_id == Story.id)
    .where(Story.id == bindparam("id"))
)


@dataclass(frozen=True, slots=True)
class LoadedStory:
    """A story with what was derived of it, and what moderators ruled on its facts."""

    id: str
    title: str
    kept: KeptStory
    rulings: Mapping[str, FactRuling]
    grouping: Grouping
    in_force: frozenset[str]  # what anything in the base is ruled about: of all else nothing need be looked up

    @property
    def hidden_facts(self) -> frozenset[str]:
        """The facts that readers are not to see, by id."""
        return frozenset(fact_id for fact_id, ruled in self.rulings.items() if ruled.status is Status.HIDDEN)

    def label(self, fact: KeptFact) -> str:
        """What a fact is called: as moderators chose, else by the program."""
        chosen = self.rulings.get(fact.id, NO_RULING).label
        return fact.read_label if chosen is None else chosen

    def taken_apart(self) -> Callable[[str, KeptFact], bool]:
        """Says of a claim of some content and of a fact whether moderators took them apart: they are of two things."""
        numbers: dict[str, set[int]] = defaultdict(set)
        fact_of: dict[str, str] = {}
        for kept in (kept for claims in self.kept.claims.values() for kept in claims):
            if kept.fact:
                fact_of[kept.content] = kept.fact.id
                number = self.grouping.of.get(kept.content)
                numbers[kept.fact.id] |= set() if number is None else {number}
        return lambda content, fact: not self.grouping.may_join(numbers[fact_of.get(content, "")], numbers[fact.id])


def load_story(session: Session, story_id: str, revision: str | None) -> LoadedStory:
    """Everything about a story that its notes are made of; most often what was derived of it is in memory.

    `revision` is the base's (see `Revision`).
    """
    in_force = abouts_in_force(session, revision)
    title, state = session.connection().execute(_STORY, {"id": story_id}).one()
    kept = keeper.get(session, story_id, state)
    ruled = fact_rulings(session, Fact.story_id == story_id) if in_force & ON_FACTS else {}
    grouping = grouping_of(session, story_id) if About.GROUP in in_force else Grouping()
    return LoadedStory(story_id, title, kept, ruled, grouping, in_force)


def rulings(session: Session, pair_ids: Iterable[str]) -> dict[str, Action]:
    """What moderators ruled on relations that is in force, by pair id."""
    query = select(Ruling.key, Ruling.action).where(Ruling.about == About.RELATION)
    return {
        ruling.key: Action(ruling.action)
        for chunk in chunks(sorted(set(pair_ids)))
        for ruling in session.execute(query.where(Ruling.key.in_(chunk)))
    }
