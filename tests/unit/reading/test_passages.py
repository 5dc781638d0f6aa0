"""A text is cut into sentences, headings and lone lines, each with its place in the text."""

import pytest

from secondsource.reading import read


def sentences(text: str) -> list[str]:
    return [text[passage.start : passage.end] for passage in read(text).passages]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Lane met Dr. Osei at St. Brannoc's on Jan. 5.",
        "Sen. Ruth Adler and Gov. Karl Brandt spoke.",
        "The U.S. Senate voted on the treaty.",
        "The U.N. and the E.U. sent aid.",
        "Polls close at 8 p.m. on Sunday.",
        "It was 3 a.m. Monday when the ferry sank.",
        "J. K. Marsh and A.B. Coe wrote it.",
        "The firm, Volta Inc., fell 3.5 percent.",
        "Judge Lucy M. Stone, Jr. heard the case.",
        "No. 3 seed Ada Bright lost in the final.",
        "The bank lost $3.5 million vs. $2.1 million a year ago.",
        "He waited… and waited.",
        "He waited... and waited.",
        "“I was … afraid,” she said.",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(sentence):
    assert sentences(f"The vote was close. {sentence} Nobody spoke.") == [
        "The vote was close.",
        sentence,
        "Nobody spoke.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam broke. Two villages flooded.", ["The dam broke.", "Two villages flooded."]),
        ("Did it hold? No! It broke.", ["Did it hold?", "No!", "It broke."]),
        ("The game ended 2-1. Torres left.", ["The game ended 2-1.", "Torres left."]),
        ("Profit rose to 3.5. Costs fell.", ["Profit rose to 3.5.", "Costs fell."]),
        ("It was 5 p.m. Then the alarm rang.", ["It was 5 p.m.", "Then the alarm rang."]),
    ],
)
def test_sentences_end_at_stops_question_and_exclamation_marks(text, expected):
    assert sentences(text) == expected


def test_a_line_break_ends_a_heading_without_a_full_stop():
    assert sentences("Storm hits coast\nRescuers searched on Monday.") == [
        "Storm hits coast",
        "Rescuers searched on Monday.",
    ]


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\n\n", "\n \n", "\u2028"])
def test_any_kind_of_line_break_ends_a_paragraph(gap):
    assert sentences(f"The bank failed.{gap}Savers queued.") == ["The bank failed.", "Savers queued."]


def test_sentences_inside_one_quotation_are_passages_of_their_own():
    assert sentences("“It was loud. It was hot. We ran,” said Joe Pinto.") == [
        "“It was loud.",
        "It was hot.",
        "We ran,” said Joe Pinto.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "“Who did it?” he asked.",
        "“Get out!” Ann Lee shouted.",
        '"Are we safe?" the pilot asked the tower.',
        "'Where is the money?' asked the judge.",
        "“Goal!” cried the announcer.",
    ],
)
def test_who_asks_a_quoted_question_belongs_to_its_sentence(sentence):
    assert sentences(f"It was dark. {sentence} Nobody knew.")[1] == sentence


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("“Why?” The police had no answer.", "The police had no answer."),
        ("“We won!” Thousands danced in the square.", "Thousands danced in the square."),
        ("“It is over.” He left the court.", "He left the court."),
    ],
)
def test_a_sentence_after_a_quotation_that_names_no_speaker_stands_alone(text, second):
    assert sentences(text)[1] == second


def test_an_opening_mark_belongs_to_the_sentence_it_opens():
    assert sentences("The mayor paused. “We will rebuild.” He left.") == [
        "The mayor paused.",
        "“We will rebuild.”",
        "He left.",
    ]


def test_passages_of_one_paragraph_share_its_number():
    passages = read("The dam broke. Villages flooded.\nHelp came.").passages
    assert [passage.paragraph == passages[0].paragraph for passage in passages] == [True, True, False]


def test_passages_do_not_hold_the_white_space_around_them():
    assert sentences("  The dam broke. \t\n   Help came.  ") == ["The dam broke.", "Help came."]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "A storm.\n \nHelp.", '"', "“”", "'", '«»\n"', "…"])
def test_blank_lines_and_lone_marks_are_read_without_fuss(text):
    assert all(text[passage.start : passage.end].strip() for passage in read(text).passages)
