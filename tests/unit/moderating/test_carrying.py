"""Decisions when the text they were taken on changes, or is read otherwise by a better program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from tests.conftest import FERRY, Ingest, address
from tests.unit.moderating.conftest import Desk

from secondsource.annotating import Page, comparing
from secondsource.factbase.models import Action, Claim
from secondsource.ingesting import texts_read
from secondsource.ingesting.ingest import rebuild
from secondsource.kinds import Claim as ReadClaim
from secondsource.kinds.ages import Ages
from secondsource.reading import Document
from secondsource.reading.passages import passage_content

pytestmark = pytest.mark.usefixtures("ferry", "token")
ISLE = Page(FERRY["Isle Post"], address("Isle Post"))
Read = Callable[[Callable[[Ages, Document], Iterator[ReadClaim]]], None]
find_ages = Ages.find


def find_figures_alone(kind: Ages, document: Document) -> Iterator[ReadClaim]:
    """Ages as a program would read them that took the figure alone for the words that carry the claim."""
    for claim in find_ages(kind, document):
        start = claim.end - len(claim.value)
        yield replace(claim, start=start, exact=document.text[start : claim.end])


def find_no_age(_kind: Ages, _document: Document) -> Iterator[ReadClaim]:
    """Ages as a program would read them that knows none."""
    yield from ()


def forget() -> None:
    """What a process has read: no program changes while it runs."""
    texts_read.forget()
    for kept in (comparing._read, comparing._compared):
        kept.cache_clear()


@pytest.fixture
def reads_otherwise(monkeypatch: pytest.MonkeyPatch, engine: Engine) -> Iterator[Read]:
    """Puts another reader of ages in, and derives everything with it."""

    def change(find: Callable[[Ages, Document], Iterator[ReadClaim]]) -> None:
        monkeypatch.setattr(Ages, "find", find)
        forget()
        rebuild(engine, lambda _: None)

    yield change
    forget()


def without(file: Path, words: str) -> bytes:
    """Take a sentence out of an article; gives the text as it was."""
    before = file.read_bytes()
    assert words.encode() in before
    file.write_bytes(before.replace(words.encode(), b""))
    return before


def test_decisions_go_with_their_words_to_the_claims_of_a_better_reader(desk: Desk, reads_otherwise: Read) -> None:
    old = desk.claim("ages", value="54")
    desk.decide(Action.REJECT_RELATION, desk.conflicts()["Isle Post"])
    named = desk.decide(Action.LABEL_FACT, desk.fact(), label="The captain's age")
    put_right = desk.decide(
        Action.CORRECT_CLAIM, desk.claim("ages", outlet="Isle Post", value="19").content, value="20"
    )
    split = desk.decide(Action.SPLIT_FACT, desk.fact(), apart=[old.content])
    decided = desk.in_force()

    reads_otherwise(find_figures_alone)
    new = desk.claim("ages", value="54")
    assert new.exact == "54"
    assert new.content != old.content
    assert desk.conflicts() == {}, "what was taken apart stays apart"
    assert desk.claim("ages", outlet="Isle Post", value="20").exact == "19"
    assert desk.contents(desk.fact(value="54")) == {new.content}
    assert "The captain's age" in {note.fact.label for note in desk.read(ISLE).annotations}
    assert desk.in_force() == decided
    assert desk.orphaned() == []

    for decision in (named, put_right, split):
        desk.undo(decision)
    assert new.content in desk.contents(desk.fact(value="52"))
    assert "The captain's age" not in {note.fact.label for note in desk.read(ISLE).annotations}
    assert set(desk.conflicts()) == {"Northern Herald"}, "the rejected pair does not come back"

    reads_otherwise(find_ages)
    assert desk.claim("ages", value="54").content == old.content
    assert set(desk.conflicts()) == {"Northern Herald"}


def test_a_new_decision_on_the_new_words_replaces_one_on_the_old(desk: Desk, reads_otherwise: Read) -> None:
    desk.decide(Action.CORRECT_CLAIM, desk.claim("ages", value="54").content, value="52")
    reads_otherwise(find_figures_alone)
    new = desk.claim("ages", outlet="Coast Daily", subject="Maud Tregenza")
    assert (new.value, new.exact) == ("52", "54")
    later = desk.decide(Action.CORRECT_CLAIM, new.content, value="53")
    assert desk.claim("ages", content=new.content).value == "53"
    desk.undo(later)
    assert desk.claim("ages", content=new.content).value == "52"


def test_what_nothing_carries_is_listed_as_orphaned_and_is_in_force_again_when_it_is_back(
    desk: Desk, reads_otherwise: Read
) -> None:
    decided = [
        desk.decide(Action.CONFIRM_RELATION, desk.conflicts()["Isle Post"]),
        desk.decide(Action.SETTLE_FACT, desk.fact(), note="She is 52.", source="The register"),
    ]
    reads_otherwise(find_no_age)
    assert desk.orphaned() == decided
    assert desk.conflicts() == {}
    reads_otherwise(find_ages)
    assert desk.orphaned() == []
    assert desk.status() == {"settled"}


def test_a_decision_whose_sentence_was_taken_out_is_orphaned_until_it_returns(
    desk: Desk, ferry: Path, ingest: Ingest
) -> None:
    rejected = desk.decide(Action.REJECT_RELATION, desk.conflicts()["Isle Post"])
    hidden = desk.decide(Action.HIDE_FACT, desk.fact("places", value="Port Ellery"))
    file = ferry / "isle-post.txt"
    before = without(file, "Maud Tregenza, 52, the captain, stayed on board. ")
    ingest(ferry)
    assert desk.orphaned() == [rejected]
    assert hidden in desk.in_force()
    file.write_bytes(before)
    ingest(ferry)
    assert desk.orphaned() == []
    assert set(desk.conflicts()) == {"Northern Herald"}


def test_a_marked_passage_that_is_gone_is_orphaned(desk: Desk, ferry: Path, ingest: Ingest) -> None:
    sentence = "Deckhand Ivo Lindqvist, 19, broke his wrist."
    marked = desk.decide(Action.MARK_FURNITURE, passage_content(sentence), furniture=True)
    without(ferry / "northern-herald.txt", sentence)
    ingest(ferry)
    assert desk.orphaned() == [marked]


def test_a_withdrawn_claim_stays_withdrawn_when_its_article_is_edited_elsewhere(
    desk: Desk, ferry: Path, ingest: Ingest
) -> None:
    desk.decide(Action.WITHDRAW_CLAIM, desk.claim("ages", value="54").content)
    file = ferry / "coast-daily.txt"
    file.write_bytes(b"Updated at noon.\n\n" + file.read_bytes())
    ingest(ferry)
    found = desk.ask(lambda session: session.scalars(select(Claim).where(Claim.value == "54")).all())
    assert found == []
    assert desk.orphaned() == []
