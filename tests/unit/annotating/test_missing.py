"""What is called missing: what two publishers report and the page neither tells nor contradicts."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session
from tests.conftest import Folders, Ingest, address

from secondsource.annotating import Page, annotate

FIRE = {
    "Valley News": """The Corn Exchange in Halm burned down on Sunday. Caretaker Odo Brandt, 61, raised the alarm.

“Nobody will ever dance under that painted ceiling again,” said historian Lene Aske. “No doubt,” she added.

The fire killed three horses. Rebuilding will cost $40 million.
""",
    "Ridge Times": """Odo Brandt, 61, smelled smoke in the Corn Exchange at Halm. The fire killed three horses.

“Nobody will ever dance under that painted ceiling again,” Lene Aske said. “No doubt,” she said.

The rebuilding cost is put at $40 million.
""",
    "Coast Daily": """Halm lost its Corn Exchange on Sunday. Odo Brandt and Lene Aske were there.
""",
}


@pytest.fixture
def fire(folders: Folders, ingest: Ingest) -> None:
    ingest(folders.story("Fire", FIRE))


def labels(session: Session, text: str, url: str | None = None) -> set[str]:
    return {missing.fact.label for missing in annotate(session, Page(text, url)).missing}


@pytest.mark.usefixtures("fire")
def test_what_two_outlets_report_is_missing_from_a_third(session: Session) -> None:
    found = labels(session, FIRE["Coast Daily"], address("Coast Daily"))
    assert "Age of Odo Brandt: Odo Brandt, 61" in found
    assert "“Nobody will ever dance under that painted ceiling again,”" in found
    assert any("$40 million" in label for label in found)


@pytest.mark.usefixtures("fire")
def test_a_fragment_that_says_nothing_alone_is_not(session: Session) -> None:
    assert not [label for label in labels(session, FIRE["Coast Daily"], address("Coast Daily")) if "doubt" in label]


@pytest.mark.usefixtures("fire")
@pytest.mark.parametrize(
    ("told", "label"),
    [
        ("The bill for rebuilding comes to some $40 million, said a councillor.", "$40 million"),
        ("“Nobody shall ever dance again under that painted ceiling,” one of them said.", "dance"),
        ("Three horses were killed in the fire.", "horses"),
        ("Two horses were killed by the fire.", "horses"),
        ("Odo Brandt, 63, wept.", "Odo Brandt"),
    ],
)
def test_what_the_page_tells_in_other_words_or_contradicts_is_not(session: Session, told: str, label: str) -> None:
    page = FIRE["Coast Daily"]
    assert [found for found in labels(session, page) if label in found]
    assert not [found for found in labels(session, page + "\n" + told) if label in found]


@pytest.mark.usefixtures("fire")
def test_evidence_says_who_and_when_and_from_where(session: Session) -> None:
    (missing,) = [m for m in annotate(session, Page(FIRE["Coast Daily"])).missing if "Odo" in m.fact.label]
    assert [(item.origin, item.explanation) for item in missing.evidence] == [
        ("Ridge Times", "Ridge Times, no date given, gives 61."),
        ("Valley News", "Valley News, no date given, gives 61."),
    ]


def test_two_outlets_that_credit_one_publisher_are_one_origin(
    folders: Folders, ingest: Ingest, session: Session
) -> None:
    credited = {
        outlet: text.replace("$40 million.", "$40 million, according to Northern Wire.")
        for outlet, text in FIRE.items()
    }
    ingest(folders.story("Fire", credited))
    found = labels(session, FIRE["Coast Daily"], address("Coast Daily"))
    assert not [label for label in found if "$40 million" in label]
    assert "Age of Odo Brandt: Odo Brandt, 61" in found


def test_two_outlets_that_quote_one_source_have_each_chosen_to(
    folders: Folders, ingest: Ingest, session: Session
) -> None:
    credited = {
        outlet: text.replace("$40 million.", "$40 million, Ana Ruiz told reporters.") for outlet, text in FIRE.items()
    }
    ingest(folders.story("Fire", credited))
    assert [label for label in labels(session, FIRE["Coast Daily"], address("Coast Daily")) if "$40 million" in label]


PUMPED = "Firefighters pumped water from the frozen river."
TOLD_BY_TWO = FIRE | {outlet: f"{FIRE[outlet]}\n{PUMPED}\n" for outlet in ("Valley News", "Ridge Times")}


def test_a_clause_is_shown_in_its_sentence_when_three_publishers_have_it(
    folders: Folders, ingest: Ingest, session: Session
) -> None:
    ingest(folders.story("Fire", TOLD_BY_TWO | {"Harbour Post": f"Halm mourns. {PUMPED}"}))
    page = FIRE["Coast Daily"]
    assert PUMPED in labels(session, page)
    assert PUMPED not in labels(session, page, address("Harbour Post"))


def test_a_clause_of_a_sentence_that_quotes_somebody_is_left_to_the_quotation(
    folders: Folders, ingest: Ingest, session: Session
) -> None:
    quoting = "Firefighters pumped water from the frozen river, calling it “a long night’s prayer for Halm”."
    quoted = {outlet: text.replace(PUMPED, quoting) for outlet, text in TOLD_BY_TWO.items()}
    ingest(folders.story("Fire", quoted | {"Harbour Post": f"Halm mourns. {quoting}"}))
    assert not [label for label in labels(session, FIRE["Coast Daily"]) if "pumped" in label]


def test_a_clause_that_two_publishers_have_is_not(folders: Folders, ingest: Ingest, session: Session) -> None:
    ingest(folders.story("Fire", TOLD_BY_TWO))
    assert PUMPED not in labels(session, FIRE["Coast Daily"])


def test_nothing_is_missing_twice(folders: Folders, ingest: Ingest, session: Session) -> None:
    doubled = {
        outlet: text.replace("under that painted ceiling", "for 300 people under that ceiling")
        for outlet, text in FIRE.items()
    }
    ingest(folders.story("Fire", doubled))
    found = [m.fact.label for m in annotate(session, Page(FIRE["Coast Daily"])).missing]
    assert len(found) == len(set(found))
    assert len([label for label in found if "300" in label]) == 1
