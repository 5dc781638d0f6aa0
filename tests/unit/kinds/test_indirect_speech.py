"""What somebody is reported to have said without quotation marks, beside the same elsewhere."""

import pytest

from secondsource.comparing.indirect_speech import SAID
from secondsource.kinds.quotations import Quotations
from secondsource.reading import read


def reported(text: str) -> list[tuple[str, str]]:
    return [(claim.subject, claim.exact) for claim in Quotations().find(read(text)) if claim.property == SAID]


DAM = "the reservoir dam was cracked"


@pytest.mark.parametrize(
    "text",
    [
        f"Lena Ortiz said {DAM}.",
        f"Lena Ortiz said that {DAM}.",
        f"Lena Ortiz told reporters on Friday that {DAM}.",
        f"Lena Ortiz, the engineer, said {DAM}.",
        f"According to Lena Ortiz, {DAM}.",
        f"{DAM}, according to Lena Ortiz.",
        f"{DAM}, Lena Ortiz said.",
        f"{DAM}, said Lena Ortiz.",
    ],
)
def test_the_statement_is_the_clause_and_its_subject_the_speaker(text):
    assert reported(text) == [("Lena Ortiz", DAM)]


@pytest.mark.parametrize(
    "text",
    [
        "Lena Ortiz said on Friday.",
        "Lena Ortiz denied that the reservoir dam was cracked.",
        "“The reservoir dam was cracked,” Lena Ortiz said.",
        "The report said so.",
        "After the long final in Oslo, Lena Ortiz told the crowd.",
    ],
)
def test_no_statement_is_made_up(text):
    assert all(exact != DAM and "Lena" not in exact for _, exact in reported(text))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (f"Lena Ortiz said {DAM}.", "“The reservoir dam was cracked for weeks,” Lena Ortiz said."),
        (
            "Ada Bright said that the school would be rebuilt before the winter.",
            "“We will rebuild the school before the winter,” the mayor, Ada Bright, said.",
        ),
        (
            "The striker would miss the whole season, coach Noa Bell said.",
            "Coach Noa Bell told fans that the striker would miss the season.",
        ),
        (
            "According to Max Sol, the company has sold its frozen food factories.",
            "Max Sol said the company had sold all frozen food factories.",
        ),
    ],
)
def test_one_statement_of_one_speaker_corroborates(stances, ours, theirs):
    assert stances(ours, theirs) == stances(theirs, ours) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (f"Lena Ortiz said {DAM}.", f"Max Sol said {DAM}."),
        (f"Lena Ortiz said {DAM}.", "Lena Ortiz said the reservoir dam was not cracked."),
        (f"Lena Ortiz said {DAM}.", "Lena Ortiz denied that the reservoir dam was cracked."),
        (
            "Lena Ortiz said that the vaccine protects nine patients in ten.",
            "Lena Ortiz said that the vaccine protects eight patients in twelve.",
        ),
        (
            "Max Sol said that the company would open a factory in Leeds.",
            "Max Sol said that the company would pay a dividend in March.",
        ),
        (
            f"In a 2012 interview Lena Ortiz said that {DAM}.",
            f"In a 2019 interview Lena Ortiz said that {DAM}.",
        ),
    ],
)
def test_other_speakers_figures_negations_and_occasions_are_not_comparable(stances, ours, theirs):
    assert stances(ours, theirs) == stances(theirs, ours) == set()


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ana Sol said the patients had been poisoned with arsenic overnight.",
         "Ana Sol said the patients had been poisoned with mercury overnight."),
        ("Max Sol said the reservoir above the village rose by three metres overnight.",
         "Max Sol said the reservoir above the village rose by two metres overnight."),
        ("Eve Marsh told reporters that the orchestra would rehearse at the cathedral in winter.",
         "Eve Marsh told reporters that the orchestra would rehearse at the aquarium in winter."),
    ],
)  # fmt: skip
def test_two_statements_that_each_have_a_telling_word_or_figure_of_their_own_are_two(stances, ours, theirs):
    assert stances(ours, theirs) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The coach told a staff meeting that the club was at fault: “Nobody wants to play here.”",
        "The mayor said the bridge was “a disgrace to the whole valley” and would be rebuilt.",
    ],
)
def test_a_clause_that_holds_or_leads_to_a_quotation_is_left_to_it(find, text):
    assert [claim.property for claim in find(text)] == ["words"]
