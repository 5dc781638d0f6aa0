from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from tests.conftest import CHEESE, FERRY, Folders, Ingest, address
from tests.postgresql import ONLY_SQLITE

from secondsource.factbase.checking import check
from secondsource.factbase.models import Article, Base, Claim, Fact, Outlet, Passage, Relation, Story, Version
from secondsource.factbase.sessions import reading, writing
from secondsource.ingesting.derive import derive
from secondsource.ingesting.ingest import rebuild
from secondsource.ingesting.outcomes import Result
from secondsource.ingesting.placing import story_id_of
from secondsource.reading.passages import passage_content

DERIVED = ("origin", "passage", "fact", "claim", "relation", "term")


def rows(engine: Engine, *tables: str) -> dict[str, list[tuple[object, ...]]]:
    """All rows of some tables; of all when none is named, but for the name that the base is given at every change."""
    with reading(engine) as session:
        return {
            table.name: sorted(map(tuple, session.execute(select(table))), key=repr)
            for table in Base.metadata.sorted_tables
            if table.name in (tables or {*Base.metadata.tables} - {"revision"})
        }


def results(ingest: Ingest, folder: Path) -> list[str]:
    return [str(outcome.result) for outcome in ingest(folder)]


@pytest.mark.usefixtures("ferry")
def test_a_story_is_kept_read_and_reconciled(session: Session) -> None:
    story = session.scalars(select(Story)).one()
    assert [article.outlet.name for article in story.articles]
    assert {article.current.text for article in story.articles} == set(FERRY.values())
    assert {str(article.published) for article in story.articles} == {"2031-03-04"}
    conflict = session.scalars(select(Relation).where(Relation.stance == "conflicts")).first()
    assert conflict is not None
    assert {conflict.a.value, conflict.b.value} == {"52", "54"}
    assert conflict.a.fact_id == conflict.b.fact_id


@pytest.mark.usefixtures("ferry")
def test_every_claim_and_passage_is_a_slice_of_its_text(session: Session) -> None:
    claims, passages = session.scalars(select(Claim)).all(), session.scalars(select(Passage)).all()
    assert claims
    assert passages
    for claim in claims:
        assert claim.article.current.text[claim.start : claim.end] == claim.exact
    for passage in passages:
        assert passage.content == passage_content(passage.version.text[passage.start : passage.end])


def test_ingesting_twice_changes_nothing(ferry: Path, engine: Engine, ingest: Ingest) -> None:
    before = rows(engine)
    assert results(ingest, ferry) == ["unchanged"] * 3
    assert rows(engine) == before


def test_a_changed_text_is_a_new_version_and_the_old_one_is_kept(ferry: Path, ingest: Ingest, session: Session) -> None:
    file = ferry / "coast-daily.txt"
    old = file.read_text("utf-8")
    file.write_text(old.replace("54", "52"), "utf-8")
    assert sorted(results(ingest, ferry)) == ["changed", "unchanged", "unchanged"]
    article = session.scalars(select(Article).where(Article.url == address("Coast Daily"))).one()
    assert [version.current for version in article.versions] == [False, True]
    assert article.versions[0].text == old
    assert session.scalars(select(Relation).where(Relation.stance == "conflicts")).first() is None


def test_a_text_that_goes_back_makes_its_old_version_current_again(ferry: Path, engine: Engine, ingest: Ingest) -> None:
    before = rows(engine, *DERIVED)
    file = ferry / "coast-daily.txt"
    old = file.read_bytes()
    for content in (old + b"More.\n", old):
        file.write_bytes(content)
        ingest(ferry)
    assert rows(engine, *DERIVED) == before
    assert len(rows(engine, "version")["version"]) == 4


def test_what_story_toml_says_of_an_article_can_change(
    ferry: Path, folders: Folders, ingest: Ingest, session: Session
) -> None:
    folders.story("Ferry", FERRY, published="2031-03-05T07:00:00+01:00", origin='"Isle Wire"')
    assert results(ingest, ferry) == ["changed"] * 3
    article = session.scalars(select(Article)).first()
    assert article is not None
    assert article.published is not None
    assert article.published.isoformat() == "2031-03-05T07:00:00+01:00"
    assert article.origin == "Isle Wire"


@pytest.mark.usefixtures("ferry")
def test_articles_move_with_a_story_that_gets_another_title(
    engine: Engine, folders: Folders, ingest: Ingest, session: Session
) -> None:
    ingest(folders.story("The grounding", FERRY))
    assert [story.title for story in session.scalars(select(Story))] == ["The grounding"]
    assert check(engine) == []


@pytest.mark.usefixtures("ferry")
def test_one_article_that_moves_leaves_both_stories_sound(
    engine: Engine, folders: Folders, ingest: Ingest, session: Session
) -> None:
    ingest(folders.story("The captain", {"Coast Daily": FERRY["Coast Daily"]}))
    sizes = {story.title: len(story.articles) for story in session.scalars(select(Story))}
    assert sizes == {"Ferry": 2, "The captain": 1}
    assert session.scalars(select(Relation).where(Relation.stance == "conflicts")).first() is None
    assert check(engine) == []


def test_a_refused_article_does_not_keep_the_others_out(folders: Folders, ingest: Ingest, session: Session) -> None:
    folder = folders.story("Ferry", FERRY)
    (folder / "isle-post.txt").write_bytes(b"caf\xe9")
    outcomes = {outcome.name: outcome for outcome in ingest(folder)}
    assert outcomes["isle-post.txt"].result is Result.REFUSED
    assert "UTF-8" in outcomes["isle-post.txt"].reason
    assert len(session.scalars(select(Article)).all()) == 2


def test_a_story_of_which_every_article_is_refused_is_not_kept(
    folders: Folders, ingest: Ingest, engine: Engine
) -> None:
    folder = folders.story("Ferry", {"Isle Post": " "})
    assert results(ingest, folder) == ["refused"]
    assert rows(engine, "story")["story"] == []


def test_a_refused_folder_does_not_keep_the_others_out(folders: Folders, ingest: Ingest, tmp_path: Path) -> None:
    outcomes = ingest(tmp_path / "none", folders.story("Cheese", CHEESE))
    assert [str(outcome.result) for outcome in outcomes] == ["refused", "new", "new"]


def test_a_broken_story_beside_others_does_not_keep_them_out(folders: Folders, ingest: Ingest) -> None:
    for title in ("Alpha", "Beta", "Gamma"):
        folder = folders.story(title, {f"{title} Post": CHEESE["Dairy World"]})
        if title == "Beta":
            (folder / "story.toml").write_text("title =")
    results_ = {outcome.name: str(outcome.result) for outcome in ingest(folders.home)}
    assert results_ == {"alpha-post.txt": "new", "beta": "refused", "gamma-post.txt": "new"}


def test_an_interrupted_ingest_leaves_nothing_of_its_story(folders: Folders, engine: Engine) -> None:
    from secondsource.ingesting.ingest import ingest_paths

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest_paths(engine, [folders.story("Ferry", FERRY)], interrupt)
    assert rows(engine, "story", "article", "version", "outlet") == {
        "story": [],
        "article": [],
        "version": [],
        "outlet": [],
    }


@pytest.mark.usefixtures("ferry")
def test_rebuild_brings_back_the_same_rows_with_the_same_ids(engine: Engine) -> None:
    before = rows(engine)
    titles: list[str] = []
    rebuild(engine, titles.append)
    assert titles == ["Ferry"]
    assert all(before[table] for table in DERIVED)
    assert rows(engine) == before


def test_the_order_of_ingesting_does_not_change_what_is_derived(
    ferry: Path, engine: Engine, folders: Folders, ingest: Ingest
) -> None:
    before = rows(engine, *DERIVED)
    one_by_one = dict(reversed(FERRY.items()))
    folders.story("Ferry", one_by_one, published="2031-03-04")
    ingest(ferry)
    rebuild(engine, lambda _: None)
    assert rows(engine, *DERIVED) == before


def test_an_outlet_collects_its_domains(folders: Folders, ingest: Ingest, session: Session) -> None:
    ingest(folders.story("Cheese", CHEESE))
    outlet = session.scalars(select(Outlet).where(Outlet.name == "Dairy World")).one()
    assert outlet.domains == ["dairy-world.example"]


def test_the_same_sentence_twice_in_an_article_is_two_claims(
    folders: Folders, ingest: Ingest, session: Session
) -> None:
    sentence = "Captain Maud Tregenza, 52, stayed on board.\n\n"
    ingest(folders.story("Ferry", {"Isle Post": sentence * 2, "Coast Daily": sentence}))
    claims = session.scalars(select(Claim).where(Claim.value == "52")).all()
    assert len({claim.content for claim in claims}) == 1
    assert len({claim.id for claim in claims}) == 3
    assert all(fact.claims for fact in session.scalars(select(Fact)))
    assert len(session.scalars(select(Version)).all()) == 2


@ONLY_SQLITE
def test_a_story_that_is_derived_again_touches_no_row_of_another(
    engine: Engine, folders: Folders, ingest: Ingest
) -> None:
    ingest(folders.story("Ferry", FERRY), folders.story("Cheese", CHEESE))
    ferry, cheese = story_id_of("Ferry"), story_id_of("Cheese")
    articles = f"(SELECT id FROM article WHERE story_id = '{cheese}')"  # noqa: S608 - ours
    of = {"fact": f"story_id = '{cheese}'", "relation": f"story_id = '{cheese}'", "claim": f"article_id IN {articles}"}
    with writing(engine) as session:
        for table, whose in of.items():
            for change, row in (("DELETE", "OLD"), ("INSERT", "NEW"), ("UPDATE", "NEW")):
                when = f"CREATE TRIGGER {change}_{table} BEFORE {change} ON {table} WHEN {row}.{whose}"
                session.execute(text(f"{when} BEGIN SELECT RAISE(ABORT, 'touched'); END"))
    with writing(engine) as session:
        derive(session, ferry)
    with pytest.raises(IntegrityError, match="touched"), writing(engine) as session:
        derive(session, cheese)
