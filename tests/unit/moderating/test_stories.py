"""Articles assigned, stories merged and split, origins set."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from tests.conftest import CHEESE, FERRY, Folders, Ingest, address
from tests.unit.moderating.conftest import COAST, Desk

from secondsource.annotating import Page
from secondsource.factbase.checking import check
from secondsource.factbase.models import Action, Article, Story
from secondsource.ingesting.ingest import rebuild
from secondsource.moderating.decisions import BadChangeError

pytestmark = pytest.mark.usefixtures("cheese", "token")


@pytest.fixture
def cheese(ferry: Path, folders: Folders, ingest: Ingest) -> Path:
    """Another story beside the ferry's."""
    folder = folders.story("Cheese", CHEESE)
    ingest(folder)
    return ferry


def stories(desk: Desk) -> dict[str, set[str]]:
    """The outlets of each story that has articles, by its title."""
    return desk.ask(
        lambda session: {
            story.title: {article.outlet.name for article in story.articles}
            for story in session.scalars(select(Story))
            if story.articles
        }
    )


def story(desk: Desk, title: str) -> str:
    return desk.ask(lambda session: session.scalars(select(Story.id).where(Story.title == title)).one())


def article(desk: Desk, outlet: str) -> str:
    url = address(outlet)
    return desk.ask(lambda session: session.scalars(select(Article.id).where(Article.url == url)).one())


WITHOUT_ISLE = {"Ferry": set(FERRY) - {"Isle Post"}, "Cheese": {*CHEESE, "Isle Post"}}
BOTH = {"Ferry": set(FERRY), "Cheese": set(CHEESE)}


def test_an_assigned_article_stands_in_its_story_and_readers_lose_its_evidence(desk: Desk, engine: Engine) -> None:
    moved = desk.decide(Action.ASSIGN_ARTICLE, article(desk, "Isle Post"), story=story(desk, "Cheese"))
    assert stories(desk) == WITHOUT_ISLE
    assert set(desk.conflicts()) == {"Northern Herald"}
    assert check(engine) == []
    rebuild(engine, lambda _: None)
    assert stories(desk) == WITHOUT_ISLE
    desk.undo(moved)
    assert stories(desk) == BOTH
    assert set(desk.conflicts()) == {"Isle Post", "Northern Herald"}


def test_ingesting_again_leaves_an_article_where_moderators_put_it(desk: Desk, cheese: Path, ingest: Ingest) -> None:
    desk.decide(Action.ASSIGN_ARTICLE, article(desk, "Isle Post"), story=story(desk, "Cheese"))
    assert [str(outcome.result) for outcome in ingest(cheese)] == ["unchanged"] * 3
    file = cheese / "isle-post.txt"
    file.write_bytes(file.read_bytes() + b"More.\n")
    ingest(cheese)
    assert stories(desk) == WITHOUT_ISLE


def test_what_is_ingested_into_a_merged_story_goes_where_that_went(
    desk: Desk, engine: Engine, folders: Folders, ingest: Ingest
) -> None:
    merged = desk.decide(Action.MERGE_STORIES, story(desk, "Cheese"), into=story(desk, "Ferry"))
    assert stories(desk) == {"Ferry": {*FERRY, *CHEESE}}
    ingest(folders.story("Cheese", CHEESE | {"Curd": CHEESE["Dairy World"]}))
    assert stories(desk) == {"Ferry": {*FERRY, *CHEESE, "Curd"}}
    assert check(engine) == []
    desk.undo(merged)
    assert stories(desk) == {"Ferry": set(FERRY), "Cheese": {*CHEESE, "Curd"}}
    assert check(engine) == []


def test_a_story_split_off_has_its_own_articles_facts_and_readers(desk: Desk, engine: Engine) -> None:
    before = desk.derived()
    articles = [article(desk, "Isle Post"), article(desk, "Northern Herald")]
    split = desk.decide(Action.SPLIT_STORY, story(desk, "Ferry"), articles=articles, title="The lifeboat")
    assert stories(desk)["The lifeboat"] == {"Isle Post", "Northern Herald"}
    found = desk.read(Page(FERRY["Isle Post"], address("Isle Post"))).story
    assert found is not None
    assert found.title == "The lifeboat"
    assert desk.conflicts() == {}
    assert check(engine) == []
    after = desk.derived()
    rebuild(engine, lambda _: None)
    assert desk.derived() == after
    desk.undo(desk.undo(desk.undo(split)))
    assert desk.derived() == before


def test_moves_are_carried_out_in_their_order(desk: Desk) -> None:
    isle = article(desk, "Isle Post")
    split = desk.decide(Action.SPLIT_STORY, story(desk, "Ferry"), articles=[isle], title="The lifeboat")
    merge = desk.decide(Action.MERGE_STORIES, story(desk, "The lifeboat"), into=story(desk, "Cheese"))
    assert stories(desk) == WITHOUT_ISLE
    desk.undo(split)
    assert stories(desk) == BOTH
    desk.undo(merge)
    assert stories(desk) == BOTH


def test_a_move_into_a_story_that_is_gone_moves_nothing_and_is_orphaned(desk: Desk) -> None:
    isle, coast = article(desk, "Isle Post"), article(desk, "Coast Daily")
    split = desk.decide(Action.SPLIT_STORY, story(desk, "Ferry"), articles=[isle], title="The lifeboat")
    assign = desk.decide(Action.ASSIGN_ARTICLE, coast, story=story(desk, "The lifeboat"))
    undone = desk.undo(assign)
    desk.undo(split)
    assert stories(desk) == BOTH
    desk.undo(undone)
    assert stories(desk) == BOTH
    assert desk.orphaned() == [assign]


def test_a_set_origin_counts_two_outlets_as_one_source(desk: Desk, engine: Engine) -> None:
    def origins() -> set[int]:
        return {note.origins for note in desk.read(COAST).annotations if note.stance == "conflicts"}

    assert origins() == {2}
    given = desk.decide(Action.SET_ORIGIN, article(desk, "Isle Post"), origin="Northern Herald")
    assert origins() == {1}
    rebuild(engine, lambda _: None)
    assert origins() == {1}
    desk.undo(given)
    assert origins() == {2}


def test_a_declared_origin_can_be_overruled_by_its_own_outlet(desk: Desk, folders: Folders, ingest: Ingest) -> None:
    ingest(folders.story("Ferry", FERRY, published="2031-03-04", origin='"Isle Wire"'))
    isle = article(desk, "Isle Post")
    desk.decide(Action.SET_ORIGIN, isle, origin="Isle Post")
    assert desk.ask(lambda session: session.get_one(Article, isle).origin) == "Isle Post"


def test_moves_that_make_no_sense_are_refused_by_their_field(desk: Desk) -> None:
    ferry, isle, dairy = story(desk, "Ferry"), article(desk, "Isle Post"), article(desk, "Dairy World")
    everything = [article(desk, outlet) for outlet in FERRY]
    for action, target, change, field in (
        (Action.ASSIGN_ARTICLE, isle, {"story": "none"}, "story"),
        (Action.ASSIGN_ARTICLE, isle, {"story": ferry}, "story"),
        (Action.MERGE_STORIES, ferry, {"into": ferry}, "into"),
        (Action.SPLIT_STORY, ferry, {"articles": everything, "title": "New"}, "articles"),
        (Action.SPLIT_STORY, ferry, {"articles": [dairy], "title": "New"}, "articles"),
        (Action.SPLIT_STORY, ferry, {"articles": [isle, isle], "title": "New"}, "articles"),
        (Action.SPLIT_STORY, ferry, {"articles": [isle], "title": "Cheese"}, "title"),
        (Action.SET_ORIGIN, isle, {"origin": " "}, "origin"),
    ):
        with pytest.raises(BadChangeError) as refused:
            desk.decide(action, target, **change)
        assert refused.value.field == field
    assert stories(desk) == BOTH
