from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from tests.conftest import CHEESE, FERRY, Folders, Ingest, address
from tests.serving import SEEDS, Seed, seeds

from secondsource.annotating.finding import Found, find_story
from secondsource.factbase.models import Article, Story

UNRELATED = {
    "a recipe": "Preheat the oven. Beat the butter, add Maldon salt and lemons from the market in Kendal.",
    "a match": "Rovers beat Albion 2-1 at Hollin Lane thanks to Deji Afolabi. Wim Teunissen levelled.",
    "another ferry": "The ferry Queen Oda left Stavern on Tuesday with a new captain, Lars Brekke of Larvik.",
    "names only": "Tuesday. Maud. Herald.",
    "no words": "… 12 — 13 !",
    "nothing": "",
}
ANOTHER_OUTLET = """A passenger ferry, the Saint Brannoc, struck rocks outside Port Ellery on Tuesday.

The captain, Maud Tregenza, 53, and a deckhand, Ivo Lindqvist, were the last to leave.
"""


@pytest.fixture
def two_stories(folders: Folders, ingest: Ingest) -> None:
    ingest(folders.story("Ferry", FERRY), folders.story("Cheese", CHEESE))


def title(session: Session, found: Found | None) -> str | None:
    return None if found is None else session.get_one(Story, found.story_id).title


def outlet(session: Session, found: Found | None) -> str | None:
    assert found is not None
    own = found.own_article_id
    return None if own is None else session.get_one(Article, own).outlet.name


@pytest.mark.usefixtures("two_stories")
def test_a_known_address_finds_its_story_whatever_the_text(session: Session) -> None:
    found = find_story(session, address("Isle Post") + "?utm_source=post#top", "Subscribe to go on reading.")
    assert (title(session, found), outlet(session, found)) == ("Ferry", "Isle Post")
    assert found is not None
    assert found.matched_by == "url"


@pytest.mark.usefixtures("two_stories")
def test_a_known_text_is_its_article_at_any_address(session: Session) -> None:
    found = find_story(session, "https://mirror.example/copy", FERRY["Isle Post"])
    assert (title(session, found), outlet(session, found)) == ("Ferry", "Isle Post")
    assert found is not None
    assert found.matched_by == "text"


def test_a_nearly_known_text_is_its_article(folders: Folders, ingest: Ingest, session: Session) -> None:
    long = FERRY["Isle Post"] + "".join(f"\nThe {n}th passenger told of fog near Skerry Head." for n in range(4, 20))
    ingest(folders.story("Ferry", {**FERRY, "Isle Post": long}))
    page = "Isle Post\nMenu\n\n" + long.replace("Tuesday", "Tuesday morning").replace("’", "'")
    assert outlet(session, find_story(session, None, page)) == "Isle Post"
    assert outlet(session, find_story(session, None, long[: len(long) // 2])) == "Isle Post"


LONG = "".join(f"Witness number {n} spoke of thick fog near Skerry Head for an hour.\n" for n in range(4, 20))
COPIES = {
    "soft hyphens": lambda text: text.replace("captain", "cap\u00adtain").replace("Witness", "Wit\u00adness"),
    "zero-width spaces": lambda text: text.replace(" spoke", " \u200bspoke"),
    "notes in brackets": lambda text: text.replace(".", ".[7]").replace("Tuesday", "Tuesday[note 2]"),
    "notes set high": lambda text: text.replace("fog", "fog²").replace("hour", "hour†"),
}


@pytest.mark.parametrize("which", ["the page", "what is kept"])
@pytest.mark.parametrize("how", COPIES)
def test_a_copy_that_is_but_set_otherwise_is_its_article(
    folders: Folders, ingest: Ingest, session: Session, how: str, which: str
) -> None:
    plain = FERRY["Isle Post"] + LONG
    kept, page = (plain, COPIES[how](plain)) if which == "the page" else (COPIES[how](plain), plain)
    assert kept != page
    ingest(folders.story("Ferry", {**FERRY, "Isle Post": kept}))
    assert outlet(session, find_story(session, "https://mirror.example/copy", page)) == "Isle Post"


def test_a_text_of_other_words_is_no_copy(folders: Folders, ingest: Ingest, session: Session) -> None:
    plain = FERRY["Isle Post"] + LONG
    ingest(folders.story("Ferry", {**FERRY, "Isle Post": plain}))
    page = plain.replace("thick", "dense").replace("Tuesday", "Wednesday")
    assert outlet(session, find_story(session, "https://mirror.example/copy", page)) is None


@pytest.mark.usefixtures("two_stories")
def test_an_outlet_that_nobody_ingested_finds_its_story(session: Session) -> None:
    found = find_story(session, "https://unknown.example/ferry", ANOTHER_OUTLET)
    assert (title(session, found), outlet(session, found)) == ("Ferry", None)


@pytest.mark.usefixtures("two_stories")
@pytest.mark.parametrize("text", UNRELATED.values(), ids=UNRELATED)
def test_an_unrelated_page_finds_no_story(session: Session, text: str) -> None:
    assert find_story(session, "https://unknown.example/", text) is None


def test_an_empty_base_finds_nothing(session: Session) -> None:
    assert find_story(session, address("Isle Post"), FERRY["Isle Post"]) is None


@pytest.mark.parametrize("held_out", seeds(), ids=lambda seed: str(seed.outlet))
def test_each_seed_article_finds_the_story_that_the_others_tell(
    folders: Folders, ingest: Ingest, session: Session, held_out: Seed
) -> None:
    others = {seed.outlet: seed.text for seed in seeds() if seed != held_out}
    ingest(folders.story("Seeds", others), folders.story("Ferry", FERRY), folders.story("Cheese", CHEESE))
    found = find_story(session, held_out.url, held_out.text)
    assert (title(session, found), outlet(session, found)) == ("Seeds", None)


def test_made_up_stories_are_not_taken_for_the_seed_story(ingest: Ingest, session: Session) -> None:
    ingest(SEEDS)
    assert session.scalars(select(Story)).all()
    for text in (*FERRY.values(), *CHEESE.values(), *UNRELATED.values()):
        assert find_story(session, None, text) is None
