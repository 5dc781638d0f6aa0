"""Stories as they are kept in memory: bounded, and of what several claims say one copy."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from tests.conftest import Folders, Ingest

from secondsource.annotating import kept
from secondsource.annotating.kept import Keeper, KeptStory
from secondsource.factbase.models import Derivation, Story

TEXTS = {
    "Bridge": "Engineers closed the bridge at Orrin after 12 bolts failed. It carries 4,000 cars a day, they said.",
    "Match": "Una Foss scored twice as Harn beat Belm 3-1 on Sunday. The crowd of 9,100 sang.",
    "Museum": "The museum bought a clock for $2 million. Curator Ann Lee, 61, found it in a barn in Arta.",
}


@pytest.fixture
def three(folders: Folders, ingest: Ingest) -> None:
    for title, text in TEXTS.items():
        ingest(folders.story(title, {f"{title} News": text, f"{title} Times": f"{text} Nobody was there."}))


def kept_by(keeper: Keeper, session: Session, title: str) -> KeptStory:
    story_id = session.scalars(select(Story.id).where(Story.title == title)).one()
    return keeper.get(session, story_id, session.get_one(Derivation, story_id).state)


@pytest.mark.usefixtures("three")
def test_the_stories_asked_for_last_are_kept(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_ARTICLES", 4)
    keeper = Keeper()
    first, second = kept_by(keeper, session, "Bridge"), kept_by(keeper, session, "Match")
    assert kept_by(keeper, session, "Bridge") is first
    kept_by(keeper, session, "Museum")
    assert kept_by(keeper, session, "Bridge") is first
    assert kept_by(keeper, session, "Match") is not second


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("title", TEXTS)
def test_claims_of_one_sentence_share_its_words(session: Session, title: str) -> None:
    read = [one.claim for claims in kept_by(Keeper(), session, title).claims.values() for one in claims]
    assert {claim.passage for claim in read} >= {"Nobody was there."}
    assert len({id(claim.passage) for claim in read}) == len({claim.passage for claim in read})
    names = [name for claim in read for name in claim.data]
    assert len(set(map(id, names))) == len(set(names))
