"""A moderator at work, and a reader of the same base."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from tests.conftest import FERRY, address

from secondsource.annotating import Answer, Page, annotate
from secondsource.factbase.models import Action, Base, Claim, Decision, Fact, Relation
from secondsource.factbase.rulings import in_force, is_hidden, is_orphaned
from secondsource.factbase.sessions import reading, writing
from secondsource.moderating.decisions import decide, undo
from secondsource.moderating.previews import Preview, preview

COAST = Page(FERRY["Coast Daily"], address("Coast Daily"))
ANN = 1
T = TypeVar("T")
# What the decisions and the versions come to: everything that a rebuild must bring back as it was.
DERIVED = ("origin", "passage", "fact", "claim", "relation", "term", "ruling", "carrier", "article", "story")


@dataclass
class Desk:
    """A moderator at work: each call is a transaction of its own."""

    engine: Engine

    def decide(self, action: Action, target: str, **change: Any) -> str:
        """Take a decision; `with` is spelt `with_`."""
        with writing(self.engine) as session:
            return decide(session, ANN, action, target, "checked", self._named(change)).id

    def preview(self, action: Action, target: str, **change: Any) -> Preview:
        with writing(self.engine) as session:
            return preview(session, ANN, action, target, self._named(change))

    def undo(self, decision_id: str) -> str:
        with writing(self.engine) as session:
            return undo(session, ANN, decision_id, "a mistake").id

    def ask(self, query: Callable[[Session], T]) -> T:
        with reading(self.engine) as session:
            return query(session)

    def read(self, page: Page = COAST) -> Answer:
        return self.ask(lambda session: annotate(session, page))

    def conflicts(self) -> dict[str, str]:
        """The pair ids of the conflicts a reader of Coast Daily sees, by the other outlet."""
        with reading(self.engine) as session:
            stored = {r.pair_id: r for r in session.scalars(select(Relation))}
            outlets = {
                (item.article.outlet.name, item.start)
                for note in annotate(session, COAST).annotations
                for item in note.evidence
                if item.stance == "conflicts"
            }
            return {
                side.article.outlet.name: pair
                for pair, relation in stored.items()
                for side in (relation.a, relation.b)
                if relation.stance == "conflicts" and (side.article.outlet.name, side.start) in outlets
            }

    def status(self) -> set[str]:
        return {note.fact.status for note in self.read().annotations if note.stance == "conflicts"}

    def claim(self, kind: str, **wanted: str) -> Claim:
        """The first claim of a kind with some columns' values, or of the outlet named."""
        outlet = wanted.pop("outlet", None)
        with reading(self.engine) as session:
            query = select(Claim).where(Claim.kind == kind).filter_by(**wanted).order_by(Claim.start, Claim.id)
            found = [claim for claim in session.scalars(query) if outlet in (None, claim.article.outlet.name)]
            assert found, f"no {kind} claim with {wanted}"
            return found[0]

    def fact(self, kind: str = "ages", **wanted: str) -> str:
        found = self.claim(kind, **({"subject": "Maud Tregenza"} if kind == "ages" and not wanted else wanted)).fact_id
        assert found is not None
        return found

    def contents(self, fact_id: str) -> set[str]:
        query = select(Claim.content).where(Claim.fact_id == fact_id)
        return self.ask(lambda session: set(session.scalars(query)))

    def hidden(self) -> list[str]:
        return self.ask(lambda session: list(session.scalars(select(Fact.id).where(is_hidden()))))

    def orphaned(self) -> list[str]:
        return self.ask(lambda session: list(session.scalars(select(Decision.id).where(is_orphaned()))))

    def in_force(self) -> list[str]:
        return self.ask(lambda session: list(session.scalars(select(Decision.id).where(in_force()))))

    def derived(self) -> dict[str, list[tuple[object, ...]]]:
        """All rows of the tables that a rebuild makes, in an order of their own."""
        with reading(self.engine) as session:
            return {
                name: sorted(map(tuple, session.execute(select(Base.metadata.tables[name]))), key=repr)
                for name in DERIVED
            }

    @staticmethod
    def _named(change: dict[str, Any]) -> dict[str, Any]:
        return {name.rstrip("_"): value for name, value in change.items()}


@pytest.fixture
def desk(engine: Engine) -> Desk:
    """The desk on the test's base."""
    return Desk(engine)
