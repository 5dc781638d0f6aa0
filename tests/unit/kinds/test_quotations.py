"""The same utterance found across rewording, and what was done to its words."""

import pytest

WATER = "“The water came so fast we had no time to take anything,” said Dora Finch."


@pytest.mark.parametrize(
    "theirs",
    [
        "“The water came so fast we had no time to take anything,” Finch told the radio.",
        '"The water came so fast we had no time to take anything," she said.',
        "‘The water came so fast we had no time to take anything,’ said Dora Finch.",
        "“The water came so fast… we had no time to take anything,” said Finch.",
        "“The water came so fast, we had no time to take anything!” said Finch.",
        "Finch said “we had no time to take anything” when the dam broke.",
        "“The water came so fast we had no time to take [anything],” said Finch.",
    ],
)
def test_the_same_words_corroborate_whatever_their_marks_and_length(stances, theirs):
    assert stances(WATER, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "“We lost everything in ten minutes,” said Rosa Pinto.",
            "“We lost everything in 10 minutes,” said Rosa Pinto.",
        ),
        ("“I am not guilty of this robbery,” Sanz said.", "“I'm not guilty of this robbery,” Sanz said."),
        ("“Our profits fell 18 per cent,” Brandt said.", "“Our profits fell 18 percent,” Brandt said."),
    ],
)
def test_two_spellings_of_one_word_are_the_same_words(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (WATER, "“The water came very fast and there was no time to take anything,” Dora Finch said."),
        (
            "“They knew exactly what they wanted from the vault,” said Irena Malik.",
            "“They knew just what they wanted from that vault,” said Irena Malik.",
        ),
        (
            "“I just kept telling myself to breathe,” Ada Bright said.",
            "“I kept telling myself just to breathe,” Bright said.",
        ),
        (
            "“We have to face the fact that people buy less frozen food,” Brandt told analysts.",
            "“We have to accept that people buy less frozen food,” Brandt told analysts.",
        ),
    ],
)
def test_other_words_for_one_utterance_reword(stances, ours, theirs):
    assert stances(ours, theirs) == {"rewords"}


def test_a_turned_around_meaning_rewords(stances):
    assert stances(
        "“The engine was inspected in March and was found safe,” Helga Brandt said.",
        "“The engine was inspected in March and was not found safe,” Helga Brandt said.",
    ) == {"rewords"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("“Thank you very much,” said the president.", "“Thank you so much,” said the widow."),
        ("“No comment,” the banker said.", "“No comment,” the coach said."),
        ("“Yes,” said Ann Lee.", "“Yes,” said Boris Krall."),
        ("“I don't know what to say,” said Ann Lee.", "“I don't know what happened,” said Bob Hale."),
        ("“We will fight on,” said the union leader.", "“We will fight back,” said the coach."),
        ("“It was like a bomb,” said Ann Lee.", "“It was like a dream,” said Ada Bright."),
        (
            "“This is a victory for workers everywhere,” said Ana Sol.",
            "“This is a defeat for workers everywhere,” said Boris Krall.",
        ),
        (
            "“This is a great day for our country,” Ana Sol said.",
            "“This is a sad day for our country,” Boris Krall said.",
        ),
        (
            "“The board acted in good faith at all times,” Max Sol said.",
            "“The board acted in bad faith at all times,” Mark Devlin said.",
        ),
        ("The judge called it “reckless”.", "The coach called the tackle “reckless”."),
        ("He said the deal was “completely unacceptable”.", "She said the tackle was “completely unacceptable”."),
    ],
)
def test_like_words_of_two_speakers_are_two_utterances(stances, ours, theirs):
    assert not stances(ours, theirs)


@pytest.mark.parametrize(
    "text",
    [
        "The film “Night Harbor” won the prize.",
        "Her novel “The Long Road Home” sold well.",
        "The song 'Blue Kite' topped the chart.",
        "The players' union and the owners' lawyers met.",
    ],
)
def test_a_title_or_an_apostrophe_is_no_utterance(find, text):
    assert not find(text)


def test_a_quoted_sentence_is_a_claim_of_its_own(find):
    assert [claim.exact for claim in find("“It was loud. We ran to the gate,” said Joe Pinto.")] == [
        "It was loud.",
        "We ran to the gate,",
    ]


def test_an_interview_retold_in_order_is_paired_in_order(relate):
    ours = (
        "“The engine stopped over the sea,” the pilot Ann Lee said. “I saw the beach and turned,” she said. "
        "“Nobody screamed at all,” she said."
    )
    theirs = (
        "“The engine just stopped over the sea,” pilot Ann Lee said. “I saw a beach and turned the plane,” she said. "
        "“Nobody screamed at all,” she said."
    )
    assert {(a, b) for _, a, b in relate(ours, theirs)} == {
        ("The engine stopped over the sea,", "The engine just stopped over the sea,"),
        ("I saw the beach and turned,", "I saw a beach and turned the plane,"),
        ("Nobody screamed at all,", "Nobody screamed at all,"),
    }


def test_an_utterance_quoted_twice_keeps_both_partners(relate):
    ours = "“We lost the whole harvest,” said Rosa Pinto."
    theirs = "“We lost the whole harvest”\n“We lost the whole harvest,” said Rosa Pinto."
    assert len(relate(ours, theirs)) == 2


RUN = (
    "“The orchestra will play in {} on the {} of the harbour,” {} said. “{}” {} said. "
    "“Tickets for the concert are {},” {} said."
)


def test_an_unlike_answer_is_paired_by_order_where_one_person_speaks(relate):
    ours = RUN.format("winter", "steps", "Ana Sol", "Of course.", "Ana Sol", "free for pupils", "Ana Sol")
    theirs = RUN.format("winter", "stairs", "Ana Sol", "Certainly.", "Ana Sol", "free for all pupils", "Ana Sol")
    assert ("rewords", "Of course.", "Certainly.") in relate(ours, theirs)


def test_an_unlike_answer_of_another_speaker_is_not_paired_by_order(relate):
    ours = RUN.format("winter", "steps", "Ana Sol", "It is not for sale.", "she", "free for pupils", "Ana Sol")
    theirs = RUN.format("winter", "stairs", "Ana Sol", "Those claims are without merit.", "Max Ode",
                        "free for all pupils", "Ana Sol")  # fmt: skip
    assert not any("merit" in words for _, _, words in relate(ours, theirs))


def test_of_an_utterance_in_two_halves_the_one_that_shares_words_is_noted(relate):
    ours = "“We will rebuild the lighthouse before the winter,” Ana Sol said, “and nobody will lose a boat.”"
    theirs = "“We will rebuild the lighthouse before the winter,” Ana Sol said."
    assert {words for _, words, _ in relate(ours, theirs)} == {"We will rebuild the lighthouse before the winter,"}


def test_two_equal_words_of_one_named_speaker_are_one_utterance_and_of_nobody_are_none(stances):
    assert "corroborates" in stances("“Stop fishing!” Ada Bright wrote.", "Ada Bright told them to “stop fishing”.")
    assert not stances("“Stop fishing!” Ada Bright wrote.", "A banner told them to “stop fishing”.")
    assert not stances("“Good day!” Ada Bright wrote.", "Ada Bright wished them a “good day”.")
