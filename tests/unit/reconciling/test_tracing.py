"""Where a single claim comes from, and how many origins stand behind a fact."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.reconciling import Source, read_claims
from secondsource.reconciling.tracing import Origin, Told, Voice, count_origins, distinct, publisher, settle

TYPED = {"ages", "counts", "dates", "money", "relationships"}
KNOWN = frozenset({"Coast Daily", "Ridge Times", "Northern Wire"})


def told(text: str, words: str, *, outlet: str = "Coast Daily", origin: str = "", day: date | None = None) -> Told:
    """How an article tells the claim that these words carry."""
    source = Source(f"article of {outlet}", outlet, text, read_claims(text), None, day)
    (claim,) = [claim for claim in source.claims if words in claim.exact and claim.kind in TYPED][:1]
    return Voice(source, origin or outlet, KNOWN).tells(claim)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The dam cost $40 million.", "$40 million", "Coast Daily"),
        ("The dam cost $40 million, the Ridge Times reported.", "$40 million", "Ridge Times"),
        ("The dam cost $40 million, Coast Daily can reveal.", "$40 million", "Coast Daily"),
        ("She told this newspaper that the dam cost $40 million.", "$40 million", "Coast Daily"),
        ("The group said in a statement that the dam cost $40 million.", "$40 million", "a statement by the group"),
        ("Ana Ruiz told a press conference on Friday that it cost $40 million.", "$40 million",
         "a press conference by Ruiz on Friday"),
        ("The lawsuit says the dam cost $40 million.", "$40 million", "the lawsuit"),
        ("She said on the Deep Water podcast that 12 people were killed.", "12 people", "“Deep Water”"),
    ],
)  # fmt: skip
def test_a_claim_has_the_origin_its_sentence_credits_else_its_articles(text: str, words: str, name: str) -> None:
    assert told(text, words).origin.name == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Goalkeeper Ada Bright, 23, told Northern Wire that she would stay.", "23"),
        ("His wife Ana Sol told Northern Wire that she would stay.", "wife"),
        ("Her Thursday episode of the Deep Water podcast told of the flood of 2011.", "Thursday"),
    ],
)
def test_who_spoke_and_when_is_the_writers_own(text: str, words: str) -> None:
    assert told(text, words).origin.name == "Coast Daily"


def test_words_inside_a_quotation_credit_nobody() -> None:
    text = "“It was long. I told Northern Wire in 2011 that 12 people were killed. Nobody came,” she said."
    assert told(text, "12 people").origin.name == "Coast Daily"


def test_one_press_conference_quoted_by_all_is_one_origin() -> None:
    texts = {
        "Coast Daily": "Chief Ana Ruiz told a press conference on Friday that 12 people were killed.",
        "Ridge Times": "At a news conference, Ruiz said that 12 people were killed.",
        "Northern Wire": "12 people were killed, she said at a press conference.",
    }
    origins = [told(text, "12 people", outlet=outlet).origin for outlet, text in texts.items()]
    assert count_origins("counts", origins) == 1
    assert distinct(origins)[0].name == "a press conference by Ruiz on Friday"


def test_two_statements_by_two_are_two_origins() -> None:
    texts = {
        "Coast Daily": "Police said in a statement that 12 people were killed.",
        "Ridge Times": "In a statement, the hospital said that 12 people were killed.",
    }
    origins = [told(text, "12 people", outlet=outlet).origin for outlet, text in texts.items()]
    assert count_origins("counts", origins) == 2


def test_press_conferences_of_two_days_are_two_origins() -> None:
    days = ("Friday", "Monday")
    text = "Ana Ruiz told a press conference on {} that 12 people were killed."
    assert count_origins("counts", [told(text.format(day), "12 people").origin for day in days]) == 2


def test_outlets_that_credit_one_publisher_have_one_origin_with_it() -> None:
    origins = [
        told("12 people were killed, according to Northern Wire.", "12 people").origin,
        told("12 people were killed, Northern Wire reported.", "12 people", outlet="Ridge Times").origin,
        told("12 people were killed.", "12 people", outlet="Northern Wire").origin,
    ]
    assert count_origins("counts", origins) == 1


def test_the_pages_own_origin_is_not_counted_but_there_is_always_one() -> None:
    own = Origin("Northern Wire")
    assert count_origins("counts", [own, Origin("Coast Daily"), Origin("Ridge Times")], own) == 2
    assert count_origins("counts", [own], own) == 1


def test_an_utterance_has_one_origin() -> None:
    assert count_origins("quotations", [Origin("Coast Daily"), Origin("Ridge Times")]) == 1


def test_a_page_of_unknown_origin_shares_it_with_nobody() -> None:
    assert not Origin("").may_be(Origin(""))
    assert not Origin("").may_be(Origin("Coast Daily"))


def test_whoever_quotes_a_source_has_chosen_to_report_it() -> None:
    quoted = told("The lawsuit says the dam cost $40 million.", "$40 million").origin
    assert publisher(quoted, "Coast Daily") == Origin("Coast Daily")
    assert publisher(Origin("Northern Wire"), "Coast Daily") == Origin("Northern Wire")


SENTENCE = "The old lighthouse keeper counted 12 people on the rocks before the second wave broke over them."


def test_a_sentence_copied_word_for_word_has_the_origin_of_the_first_that_printed_it() -> None:
    later = told(SENTENCE, "12 people", outlet="Ridge Times", day=date(2024, 5, 3))
    first = told("It was late. " + SENTENCE, "12 people", day=date(2024, 5, 2))
    assert settle([later, first]) == [Origin("Coast Daily"), Origin("Coast Daily")]


def test_a_quotation_that_two_sentences_share_makes_neither_a_copy() -> None:
    said = "“{}” he said of the 12 people."
    text = said.format("We counted them on the rocks before the second wave broke over all of them,")
    tellings = [told(text, "12 people", outlet=outlet) for outlet in ("Coast Daily", "Ridge Times")]
    assert len(set(settle(tellings))) == 2


def test_sentences_that_share_a_few_words_are_nobodys_copy() -> None:
    texts = ("The keeper counted 12 people on the rocks.", "He, too, counted 12 people on the rocks on Friday.")
    tellings = [told(text, "12 people", outlet=outlet) for text, outlet in zip(texts, KNOWN, strict=False)]
    assert len(set(settle(tellings))) == 2
