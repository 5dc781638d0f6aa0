from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from tests.conftest import Folders, Ingest

from secondsource.exchanging import export_lines, import_lines
from secondsource.factbase.checking import check
from secondsource.factbase.migrate import migrate
from secondsource.factbase.models import Action, Article, Clue, Sketch, Story
from secondsource.factbase.sessions import open_engine, reading, writing
from secondsource.identity import digest
from secondsource.ingesting.arriving import ingest_found
from secondsource.ingesting.ingest import rebuild
from secondsource.ingesting.outcomes import Outcome, Result
from secondsource.ingesting.sources import Found
from secondsource.moderating.decisions import decide, undo
from secondsource.moderating.moderators import add_moderator

DAY = date(2031, 3, 4)
# Two strandings on one day, and a follow-up of the first two weeks later.
TEXTS = {
    "herald": ("Brannoc aground at Ellery", "The ferry Brannoc ran aground off Port Ellery with 160 people on board."),
    "coast": ("160 saved off Ellery", "All 160 people on the stranded ferry Brannoc were brought to Port Ellery."),
    "isle": ("A night on the rocks", "Port Ellery took in 160 people from the Brannoc, the ferry on the rocks."),
    "north": ("Trawler hits pier", "The trawler Solveig hit the pier at Varberg; skipper Lindqvist is unhurt."),
    "fish": ("Solveig holed", "Skipper Lindqvist said the Solveig, a trawler, was holed at the pier of Varberg."),
    "later": ("Ferry freed", "The Brannoc, on the rocks off Port Ellery since 4 March with 160 people, was freed."),
}
LATER = date(2031, 3, 18)


def found(name: str) -> Found:
    title, text = TEXTS[name]
    day = LATER if name == "later" else DAY
    return Found(name, name.title(), f"https://{name}.example/1", None, title, day, text, vouched=True)


def article_id(name: str) -> str:
    return digest("article", f"https://{name}.example/1")


Take = Callable[..., list[Outcome]]


@pytest.fixture
def take(engine: Engine) -> Take:
    """Ingests articles of TEXTS that say no story, one at a time."""
    return lambda *names: [ingest_found(engine, found(name)) for name in names]


def stories(engine: Engine) -> set[frozenset[str]]:
    """Which articles are together, by outlet."""
    with reading(engine) as session:
        rows = session.execute(select(Article.story_id, Article.url).order_by(Article.story_id)).all()
    return {
        frozenset(url.split("//")[1].split(".")[0] for _, url in group)
        for _, group in itertools.groupby(rows, key=lambda row: row[0])
    }


BOTH = {frozenset({"herald", "coast", "isle", "later"}), frozenset({"north", "fish"})}


def test_articles_about_one_event_come_together_by_themselves(engine: Engine, take: Take) -> None:
    take(*TEXTS)
    assert stories(engine) == BOTH


@pytest.mark.parametrize("order", [tuple(TEXTS), ("later", "fish", "isle", "coast", "north", "herald")])
def test_rebuilt_the_stories_are_the_same_whatever_came_first(
    engine: Engine, take: Take, order: tuple[str, ...]
) -> None:
    take(*order)
    rebuild(engine, lambda _: None)
    assert stories(engine) == BOTH
    assert check(engine) == []


def test_each_article_says_why_it_stands_where_it_does(take: Take, session: Session) -> None:
    alone, together = take("herald", "coast")
    assert alone.reason == ""
    assert together.reason == (
        "shares Port Ellery, Brannoc, 160 saved, ferry and the day 4 March 2031"
        " with Herald: “Brannoc aground at Ellery”"
    )
    kept = dict(session.execute(select(Sketch.article_id, Sketch.because)).all())
    assert kept[article_id("coast")] == together.reason
    assert kept[article_id("herald")].endswith("with Coast: “160 saved off Ellery”")  # alone no more


def test_a_story_that_is_found_keeps_its_id_and_is_called_by_its_most_central_article(
    engine: Engine, take: Take, session: Session
) -> None:
    take("later", "herald", "coast", "isle")
    story = session.scalars(select(Story)).one()
    assert story.id == article_id("later")  # the first that came
    called = story.title
    assert called in {title for title, _ in TEXTS.values()}
    session.rollback()
    rebuild(engine, lambda _: None)
    story = session.scalars(select(Story)).one()
    assert (story.id, story.title) == (article_id("later"), called)


def test_a_story_that_a_person_names_takes_in_what_is_like_it_and_keeps_its_name(
    engine: Engine, folders: Folders, ingest: Ingest, take: Take, session: Session
) -> None:
    ingest(folders.story("Stranding", {"Herald": TEXTS["herald"][1], "Coast": TEXTS["coast"][1]}, published=str(DAY)))
    take("isle", "north")
    assert {story.title for story in session.scalars(select(Story))} == {"Stranding", "Trawler hits pier"}
    before = stories(engine)
    rebuild(engine, lambda _: None)
    assert stories(engine) == before
    session.rollback()
    assert {story.title for story in session.scalars(select(Story))} == {"Stranding", "Trawler hits pier"}
    assert {article.named for article in session.get_one(Story, digest("story", "Stranding")).articles} == {True, False}


@pytest.fixture
def moderator(engine: Engine) -> Iterator[Callable[..., str]]:
    """Takes decisions, or undoes the one whose id is given."""
    with writing(engine) as session:
        add_moderator(session, "Ann")

    def take_decision(action: Action | str, target: str = "", **change: object) -> str:
        with writing(engine) as session:
            if isinstance(action, Action):
                return decide(session, 1, action, target, "checked", change).id
            return undo(session, 1, action, "a mistake").id

    return take_decision


def test_what_a_moderator_assigned_stays_whatever_it_is_like(
    engine: Engine, take: Take, moderator: Callable[..., str]
) -> None:
    take("herald", "coast", "north")
    decision = moderator(Action.ASSIGN_ARTICLE, article_id("coast"), story=article_id("north"))
    moved = {frozenset({"herald"}), frozenset({"coast", "north"})}
    assert stories(engine) == moved
    rebuild(engine, lambda _: None)
    assert stories(engine) == moved
    moderator(decision)
    assert stories(engine) == {frozenset({"herald", "coast"}), frozenset({"north"})}


def test_new_articles_follow_what_moderators_merged(engine: Engine, take: Take, moderator: Callable[..., str]) -> None:
    take("herald", "coast", "north")
    moderator(Action.MERGE_STORIES, article_id("north"), into=article_id("herald"))
    take("isle", "fish")
    together = {frozenset({"herald", "coast", "north", "isle", "fish"})}
    assert stories(engine) == together
    rebuild(engine, lambda _: None)
    assert stories(engine) == together


def test_what_a_moderator_split_stays_split_and_new_articles_go_to_the_part_that_they_are_like(
    engine: Engine, take: Take, moderator: Callable[..., str]
) -> None:
    take("herald", "coast", "north")
    moderator(Action.MERGE_STORIES, article_id("north"), into=article_id("herald"))
    apart = moderator(Action.SPLIT_STORY, article_id("herald"), title="A holed trawler", articles=[article_id("north")])
    take("fish", "isle")
    split = {frozenset({"herald", "coast", "isle"}), frozenset({"north", "fish"})}
    assert stories(engine) == split
    rebuild(engine, lambda _: None)
    assert stories(engine) == split
    moderator(apart)
    assert check(engine) == []


def test_a_story_that_is_named_wins_over_one_that_was_found(engine: Engine, take: Take) -> None:
    take("herald", "coast")
    assert ingest_found(engine, found("coast"), "Rescues").result is Result.CHANGED
    apart = {frozenset({"herald"}), frozenset({"coast"})}
    assert stories(engine) == apart
    take("coast")  # where a person put it, it stays
    rebuild(engine, lambda _: None)
    assert frozenset({"coast"}) not in stories(engine)  # what is like it and has no name comes to it


def test_an_export_brings_found_stories_back_as_they_were(engine: Engine, take: Take, tmp_path) -> None:
    take(*TEXTS)
    rebuild(engine, lambda _: None)
    with reading(engine) as session:
        lines = b"".join(export_lines(session))
    other = open_engine(f"sqlite:///{tmp_path / 'other.sqlite3'}")
    migrate(other)
    import_lines(other, io.BytesIO(lines), lambda _: None)
    assert stories(other) == BOTH
    with reading(engine) as ours, reading(other) as theirs:
        for table in (Sketch, Clue):
            rows = [sorted(map(repr, s.execute(select(*table.__table__.columns)))) for s in (ours, theirs)]
            assert rows[0] == rows[1]
    other.dispose()


def test_a_changed_text_says_how_many_sentences_changed(engine: Engine, take: Take) -> None:
    take("herald")
    before = found("herald")
    after = Found(*(getattr(before, name) for name in ("name", "outlet", "url", "origin", "title", "published")), "x")
    outcome = ingest_found(engine, after)
    assert str(outcome) == "changed   herald: 1 sentence"
