"""What is derived is a function of the versions and the decisions alone, whatever was decided in whatever order."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, text, update
from sqlalchemy.orm import InstrumentedAttribute, Session
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
    Report,
    Ruling,
    Story,
    Term,
)
from secondsource.factbase.sessions import open_engine, reading, writing
from secondsource.factbase.settling import standing
from secondsource.ingesting.ingest import ingest_paths, rebuild
from secondsource.moderating.actions import ACCOUNT_ACTIONS, ACTIONS, Needs
from secondsource.moderating.decisions import AlreadyUndoneError, BadChangeError, NoSuchTargetError, NotUndoableError
from secondsource.moderating.moderators import add_moderator
from secondsource.moderating.reports import keep_report

TARGETS = {
    Needs.RELATION: Relation.pair_id,
    Needs.CLAIM: Claim.content,
    Needs.FACT: Fact.id,
    Needs.PASSAGE: Passage.content,
    Needs.ARTICLE: Article.id,
    Needs.STORY: Story.id,
    Needs.REPORT: Report.id,
}
UNDOS = 6  # beside a decision of every kind
STEPS = st.tuples(st.permutations([*ACTIONS, *[Action.UNDO] * UNDOS]), st.integers(0, 10**6))
TRIES = 5  # targets that are tried until a decision fits one: of a fact of one claim none can be split off
SOME = settings(
    max_examples=5,  # of 23 decisions and undos each, at a second and a half; `--explore` tries others
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink a sequence takes minutes, to read it does not
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
        for fact in session.scalars(select(Fact.id).order_by(Fact.id).limit(2)).all():
            keep_report(session, "n", fact, "", "Wrong.")
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

    def step(self, action: Action, pick: random.Random) -> bool:
        """Whether a decision or undo could be taken on anything that is there; what was refused leaves no trace."""
        choices = self.ask(lambda session: sorted(set(session.scalars(select(chosen_from(action))))))
        return any(self.tried(action, target, pick) for target in pick.sample(choices, min(TRIES, len(choices))))

    def tried(self, action: Action, target: str, pick: random.Random) -> bool:
        """Whether a decision was taken."""
        try:
            if action is Action.UNDO:
                self.undo(target)
            else:
                self.decide(action, target, **self.ask(lambda session: change(session, action, target, pick)))
        except (AlreadyUndoneError, BadChangeError, NoSuchTargetError, NotUndoableError):
            return False
        return True

    def undo_all(self) -> None:
        """Take back every decision that stands, the oldest first."""
        with reading(self.engine) as session:
            taken = select(Decision).where(Decision.action.not_in(ACCOUNT_ACTIONS)).order_by(Decision.number)
            stand = [decision.id for decision in standing(session.scalars(taken)) if decision.action != Action.UNDO]
        for decision_id in stand:
            self.undo(decision_id)

    def lose(self) -> None:
        """Throw away all that is derived, the articles' places too."""
        with writing(self.engine) as session:
            for table in (Relation, Claim, Passage, Term, Origin, Fact, Ruling, Carrier):
                session.execute(delete(table))
            moved = update(Article).where(Article.given_story_id.is_not(None))
            session.execute(moved.values(story_id=Article.given_story_id, given_story_id=None))


def chosen_from(action: Action) -> InstrumentedAttribute[str]:
    """What a decision may be about, or an undo take back."""
    return Decision.id if action is Action.UNDO else TARGETS[ACTIONS[action].needs]


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
        return {"with": pick.sample(others, min(2, len(others)))}
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


def test_after_any_decisions_and_undos_a_rebuild_brings_back_what_was_and_undoing_all_what_was_at_first(
    fresh: Again,
) -> None:
    taken: Counter[Action] = Counter()

    @SOME
    @given(STEPS)
    def holds(steps: tuple[list[Action], int]) -> None:
        order, seed = steps
        pick = random.Random(seed)  # noqa: S311 - a choice, no secret
        fresh.start_over()
        first = fresh.derived()
        taken.update(action for action in order if fresh.step(action, pick))
        before = fresh.derived()
        rebuild(fresh.engine, lambda _: None)
        assert fresh.derived() == before
        fresh.lose()
        rebuild(fresh.engine, lambda _: None)
        assert fresh.derived() == before
        assert check(fresh.engine) == []
        fresh.undo_all()
        assert {**fresh.derived(), "carrier": []} == {**first, "carrier": []}

    holds()
    assert taken.keys() == {*ACTIONS, Action.UNDO}, "every kind of decision was among them"
