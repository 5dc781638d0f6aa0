"""Words in quotation marks, cut at sentences, with their speaker where he is named beside them."""

import pytest

from secondsource.reading import read


def quoted(text: str) -> list[str]:
    return [text[found.start : found.end] for found in read(text).quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We lost the house,” said Rosa Pinto.", "We lost the house,"),
        ('"We lost the house," said Rosa Pinto.', "We lost the house,"),
        ("‘We lost the house,’ said Rosa Pinto.", "We lost the house,"),
        ("'We lost the house,' said Rosa Pinto.", "We lost the house,"),
        ("«We lost the house», said Rosa Pinto.", "We lost the house"),
        ("The coach said: “No excuses.”", "No excuses."),
        ("The court called the plan “deeply flawed” and blocked it.", "deeply flawed"),
        ("Minister: 'No tax rises'", "No tax rises"),
        ("He said ‘We won’t pay’ and left.", "We won’t pay"),
        ('"I can\'t breathe," the miner said.', "I can't breathe,"),
        ("“[The board] knew,” the lawyer said.", "[The board] knew,"),
        ('"We lost the house,” said Rosa Pinto.', "We lost the house,"),
    ],
)
def test_a_quotation_is_the_words_between_its_marks(text, expected):
    assert quoted(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The players' union said the owners' offer wasn't good enough.",
        "The workers’ demands and the bosses’ reply weren’t far apart.",
        "Rock 'n' roll star dies in '99 crash.",
        "The class of '08 met in the '90s bar.",
        "It's the bank's fault, said the savers' lawyer.",
        "She is 6'2\" tall.",
        "He stands 5' 10\" and she 5' 6\".",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text):
    assert not quoted(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He shouted ‘run’ and we ran,” said Joe.", "He shouted ‘run’ and we ran,"),
        ("\"He shouted 'run' and we ran,\" said Joe.", "He shouted 'run' and we ran,"),
        ("‘She told me “never” twice,’ said Joe.", "She told me “never” twice,"),
    ],
)
def test_a_quotation_inside_a_quotation_is_part_of_it(text, expected):
    assert quoted(text) == [expected]


def test_a_quoted_speech_is_cut_at_its_sentences():
    assert quoted("“It was loud. We ran,” said Joe Pinto.") == ["It was loud.", "We ran,"]


def test_the_sentences_of_one_speech_share_its_speaker():
    assert [found.speaker for found in read("“It was loud. We ran,” said Joe Pinto.").quotations] == ["Joe Pinto"] * 2


SPEECH = "“The board knew.\n“It did nothing.\n“It will pay,” said Mara Quinn."


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_a_quotation_over_paragraphs_needs_no_closing_mark_until_the_last(marks):
    text = SPEECH.replace("“", marks[0]).replace("”", marks[1])
    assert quoted(text) == ["The board knew.", "It did nothing.", "It will pay,"]


def test_a_quotation_over_paragraphs_has_the_speaker_named_after_the_last():
    assert {found.speaker for found in read(SPEECH).quotations} == {"Mara Quinn"}


def test_marks_that_pages_mix_close_one_another_and_open_no_other():
    assert quoted('"We lost,” she said. “We won,” he said.') == ["We lost,", "We won,"]
    assert quoted('"We lost," she said. “We won,” he said.') == ["We lost,", "We won,"]


def test_an_unclosed_mark_does_not_swallow_the_next_paragraph():
    assert quoted("“The board knew.\nShares fell on Friday.") == ["The board knew."]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We lost,” said Ada Bright.", "Ada Bright"),
        ("“We lost,” Ada Bright said.", "Ada Bright"),
        ("“We lost,” Bright told reporters.", "Bright"),
        ("“We lost,” the club's lawyer, Max Baker, told reporters.", "Max Baker"),
        ("Ada Bright said: “We lost.”", "Ada Bright"),
        ("Ada Bright told the court, “We lost.”", "Ada Bright"),
        ("“We lost,” she said.", "she"),
        ("Outside the court she had said: “We lost.”", "she"),
        ("At the end of the match he said: “We lost.”", "he"),
        ("“Did we lose?” asked Ada Bright.", "Ada Bright"),
        ("“We lost,” Judge Carla Reyes wrote.", "Judge Carla Reyes"),
        ("Ada Bright tweeted her own view of the match:\n\n“We lost.”", "Ada Bright"),
        ("Ada Bright suggested that Mr. Cole was “lost” on the ice.", "Ada Bright"),
    ],
)
def test_the_speaker_is_the_one_named_beside_the_words(text, speaker):
    assert read(text).quotations[0].speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "“We lost.” The crowd went home.",
        "Ada Bright sat down. The banner read “We lost” in red.",
        "Ada Bright told of the match.\n\n“We lost.”",
        "Ada Bright said so. These are the rules:\n\n“We lost.”",
    ],
)
def test_no_speaker_is_made_up(text):
    assert read(text).quotations[0].speaker is None


@pytest.mark.parametrize("before", ["", "A first paragraph.\n", "“Another voice,” said Joe.\n"])
def test_the_words_of_a_quotation_do_not_depend_on_what_stands_before(before):
    assert quoted(before + "“We lost the house,” said Rosa Pinto.")[-1] == "We lost the house,"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee of the Norvik Seamen's Union said: “The ferry never came.”", "Ann Lee"),
        ("Sen. Max Sol of Texas said that “the dam is safe”.", "Sen. Max Sol"),
        ("A spokesman for Ada Bright said: “She has been ill all week.”", "A spokesman"),
        ("The mother of Ivo Sand said “he loved the sea”.", "The mother"),
        ("Secretary of State Rosa Pinto said “the talks went well”.", "State Rosa Pinto"),
        ("“The goal was legal,” Norvik squad bosss Noa Bell said.", "Noa Bell"),
        ("“We sent all we had to the police,” Quinn’s spokesperson said in a statement.", "spokesperson"),
        ("The referee had to “embrace” Quinn’s decision, Sand said in a statement.", "Sand"),
        ("“The goal was legal,” said a statement by Norvik Director of Public Affairs Noa Bell.", "a statement"),
        ("Bell told the radio that “the goal was legal.” Striker Max Sol said in June that “it was not.”", "Bell"),
    ],
)
def test_the_speaker_is_who_speaks_not_who_is_named_with_him(text, speaker):
    assert read(text).quotations[0].speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The club hit back, saying that Ann Lee had revealed “her true contempt for the fans”.",
        "President of Norvik said “the vote is free”.",
    ],
)
def test_who_owns_what_speaks_or_is_spoken_of_is_no_speaker(text):
    assert read(text).quotations[0].speaker is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '“The ferry is late," Ann Lee said, "and the crew is tired.”',
            ["The ferry is late,", "and the crew is tired."],
        ),
        ('“The ferry is late," Ann Lee said in a letter.', ["The ferry is late,"]),
        ("The coach called it “good luck“ and said “we take it.“", ["good luck", "we take it."]),
        (
            'They call the mine a “grave." On Monday the owner said “the shaft is safe.”',
            ["grave.", "the shaft is safe."],
        ),
        ('“He said "no way" to me and left,” Ann Lee said.', ['He said "no way" to me and left,']),
        ('“A 6" pipe burst in the school,” Ann Lee said.', ['A 6" pipe burst in the school,']),
    ],
)
def test_a_curly_mark_that_a_straight_or_an_opening_one_closes(text, expected):
    assert quoted(text) == expected
