"""What is derived is a function of the versions and the decisions alone, whatever was decided in whatever order."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, text, update
from sqlalchemy.orm import Session
from tests.conftest import CHEESE, FERRY, Folders
from tests.unit.moderating.conftest import Desk

from secondsource.factbase.checking import check
from secondsource.factbase.migrate import migrate
from secondsource.factbase.models import (
    Action,
    Article,
    Carrier,
    Claim,
    Decision,
    Fact,
    Origin,
    Passage,
    Relation,
    Ruling,
    Story,
    Term,
)
from secondsource.factbase.sessions import open_engine, reading, writing
from secondsource.factbase.settling import standing
from secondsource.ingesting import ingest_paths, rebuild
from secondsource.moderating.actions import ACCOUNT_ACTIONS, ACTIONS, Needs
from secondsource.moderating.decisions import AlreadyUndoneError, BadChangeError, NoSuchTargetError, NotUndoableError
from secondsource.moderating.moderators import add_moderator

TARGETS = {
    Needs.RELATION: Relation.pair_id,
    Needs.CLAIM: Claim.content,
    Needs.FACT: Fact.id,
    Needs.PASSAGE: Passage.content,
    Needs.ARTICLE: Article.id,
    Needs.STORY: Story.id,
}
DECIDED = [action for action, rule in ACTIONS.items() if rule.needs in TARGETS]
STEP = st.tuples(st.sampled_from([*DECIDED, Action.UNDO, Action.UNDO]), st.integers(0, 10**6))
SOME = settings(
    max_examples=8,  # at half a second each
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink a sequence takes minutes, to read it does not
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base with two stories and a moderator, to copy for each sequence of decisions."""
    home = tmp_path_factory.mktemp("template")
    base = home / "facts.sqlite3"
    engine = open_engine(f"sqlite:///{base}")
    migrate(engine)
    folders = Folders(home)
    ingest_paths(engine, [folders.story("Ferry", FERRY), folders.story("Cheese", CHEESE)], lambda *_: None)
    with writing(engine) as session:
        add_moderator(session, "Ann")
    with engine.connect() as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
    engine.dispose()
    return base


@pytest.fixture
def fresh(template: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk on a base of its own, which can start over."""
    desk = Again(template, tmp_path / "facts.sqlite3")
    yield desk
    desk.engine.dispose()


class Again(Desk):
    """A desk that can start over."""

    def __init__(self, template: Path, base: Path) -> None:
        self.template, self.base = template, base
        self.start_over()

    def start_over(self) -> None:
        if hasattr(self, "engine"):
            self.engine.dispose()
        shutil.copy(self.template, self.base)
        self.engine = open_engine(f"sqlite:///{self.base}")

    def step(self, action: Action, seed: int) -> None:
        """One decision on whatever the seed picks; what makes no sense is refused and leaves no trace."""
        pick = random.Random(seed)  # noqa: S311 - a choice, no secret
        try:
            if action is Action.UNDO:
                return self.undo_one(pick)
            targets = self.ask(lambda session: sorted(set(session.scalars(select(TARGETS[ACTIONS[action].needs])))))
            target = pick.choice(targets)
            self.decide(action, target, **self.ask(lambda session: change(session, action, target, pick)))
        except (AlreadyUndoneError, BadChangeError, NoSuchTargetError, NotUndoableError):
            pass

    def undo_one(self, pick: random.Random) -> None:
        """Undo any decision or undo, if there is one."""
        decisions = self.ask(lambda session: session.scalars(select(Decision.id)).all())
        if decisions:
            self.undo(pick.choice(decisions))

    def lose(self) -> None:
        """Throw away all that is derived, the articles' places too."""
        with writing(self.engine) as session:
            for table in (Relation, Claim, Passage, Term, Origin, Fact, Ruling, Carrier):
                session.execute(delete(table))
            moved = update(Article).where(Article.given_story_id.is_not(None))
            session.execute(moved.values(story_id=Article.given_story_id, given_story_id=None))


def change(session: Session, action: Action, target: str, pick: random.Random) -> dict[str, object]:
    """Something that an action could set."""
    stories = sorted(session.scalars(select(Story.id)))
    if action is Action.CORRECT_CLAIM:
        low = pick.randrange(5)
        several = [{"value": str(pick.randrange(60))}, {"subject": "Ivo Lindqvist"}, {"start": low, "end": low + 9}]
        return pick.choice(several)
    if action is Action.MERGE_FACTS:
        story = session.get_one(Fact, target).story_id
        others = sorted(session.scalars(select(Fact.id).where(Fact.story_id == story, Fact.id != target)))
        return {"with": pick.sample(others, 2)}
    if action is Action.SPLIT_FACT:
        contents = sorted(set(session.scalars(select(Claim.content).where(Claim.fact_id == target))))
        return {"apart": contents[: max(1, len(contents) // 2)]}
    if action is Action.SPLIT_STORY:
        articles = sorted(session.scalars(select(Article.id).where(Article.story_id == target)))
        return {"articles": articles[:1] or ["none"], "title": pick.choice(["New", "Newer"])}
    return {
        Action.LABEL_FACT: {"label": pick.choice("ABC")},
        Action.SETTLE_FACT: {"note": "so", "source": "there"},
        Action.MARK_FURNITURE: {"furniture": pick.random() < 0.7},
        Action.ASSIGN_ARTICLE: {"story": pick.choice(stories)},
        Action.MERGE_STORIES: {"into": pick.choice(stories)},
        Action.SET_ORIGIN: {"origin": pick.choice(["Wire", "Coast Daily"])},
    }.get(action, {})


@SOME
@given(steps=st.lists(STEP, min_size=2, max_size=8))
def test_after_any_decisions_and_undos_a_rebuild_brings_back_what_was(
    fresh: Again, steps: list[tuple[Action, int]]
) -> None:
    fresh.start_over()
    for action, seed in steps:
        fresh.step(action, seed)
    before = fresh.derived()
    rebuild(fresh.engine, lambda _: None)
    assert fresh.derived() == before
    fresh.lose()
    rebuild(fresh.engine, lambda _: None)
    assert fresh.derived() == before
    assert check(fresh.engine) == []


@SOME
@given(steps=st.lists(STEP, min_size=2, max_size=6))
def test_with_everything_undone_the_base_is_as_it_was_before_the_first_decision(
    fresh: Again, steps: list[tuple[Action, int]]
) -> None:
    fresh.start_over()
    before = fresh.derived()
    for action, seed in steps:
        fresh.step(action, seed)
    with reading(fresh.engine) as session:
        taken = select(Decision).where(Decision.action.not_in(ACCOUNT_ACTIONS))
        stand = [decision.id for decision in standing(session.scalars(taken)) if decision.action != "undo"]
    for decision_id in stand:
        fresh.undo(decision_id)
    assert {**fresh.derived(), "carrier": []} == {**before, "carrier": []}
