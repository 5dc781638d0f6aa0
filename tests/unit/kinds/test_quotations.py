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


def test_a_lone_sentence_that_shares_some_words_is_another(stances):
    ours = "“The choir has sung in many small chapels, and every choir sings of the sea,” said Ivo Sand."
    theirs = "“What the choir is telling us is how badly it was treated at sea,” said Ivo Sand."
    assert "rewords" not in stances(ours, theirs)


def test_beside_words_taken_over_as_they_are_an_unlike_sentence_is_another(relate):
    run = "“The levy on herring was a mistake from the first day,” {} said. “{}” {} added."
    ours = run.format("the skipper", "We wrote to the minister about the herring in May.", "the skipper")
    theirs = run.format("a trawlerman", "The minister knows nothing of boats.", "he")
    assert not any("boats" in words for _, _, words in relate(ours, theirs))


def test_two_equal_words_of_one_named_speaker_are_one_utterance_and_of_nobody_are_none(stances):
    assert "corroborates" in stances("“Stop fishing!” Ada Bright wrote.", "Ada Bright told them to “stop fishing”.")
    assert not stances("“Stop fishing!” Ada Bright wrote.", "A banner told them to “stop fishing”.")
    assert not stances("“Good day!” Ada Bright wrote.", "Ada Bright wished them a “good day”.")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "“Our thoughts and prayers are with the families who lost a child,” said Dora Finch.",
            "“My thoughts and prayers go out to the families of the six miners,” the statement read.",
        ),
        (
            "The harbour master was “deeply saddened” by the sinking.",
            "The ferry line wrote: “We are deeply saddened by the loss of the crew.”",
        ),
        (
            "“Our condolences go to the skiers and to everybody they knew,” the resort said.",
            "“We mourn the skiers, and the whole valley sends its condolences.”",
        ),
    ],
)
def test_what_everybody_says_after_a_misfortune_is_nobodys_utterance(stances, ours, theirs):
    assert stances(ours, theirs) == set()


@pytest.mark.parametrize(
    "theirs",
    [
        "“Our thoughts are with the families of the six miners and with all who searched,” said Dora Finch.",
        "Finch said: “Our thoughts are with the families of the six miners.”",
    ],
)
def test_sympathy_of_one_person_or_at_length_is_one_utterance(stances, theirs):
    ours = "“Our thoughts are with the families of the six miners and with all who searched,” said Dora Finch."
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "“This man was ready to burn barns,” said Ivo Sand.",
            "The arsonist was “calmly burning barns” all night.",
        ),
        (
            "“The port keeps all cranes and signals in order,” said Ada Bright.\n\nShe left.",
            "“The crane was on the quay where it had to be,” Max Sol said. He left.",
        ),
    ],
)
def test_a_lone_pair_of_speakers_who_need_not_be_one_takes_more_than_a_few_words(stances, ours, theirs):
    assert "rewords" not in stances(ours, theirs)


def test_few_words_that_an_article_quotes_again_and_again_are_a_term(stances):
    ours = (
        "Growers must prove a “sui generis link” to the valley. The court left open what a “sui generis link” is. "
        "Two towns say that a “sui generis link” is inherited."
    )
    assert stances(ours, "Cheese without a “sui generis link” was seized.") == set()
    assert stances("Growers must prove a “sui generis link”.", "The court asks for a “sui generis link”.")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("“We analysed every sample twice,” said Lena Ortiz.", "“We analyzed every sample twice,” said Lena Ortiz."),
        ("“The neighbours were travelling north,” Sanz said.", "“The neighbors were traveling north,” Sanz said."),
        ("“Both organisations backed the plan,” Bell said.", "“Both organizations backed the plan,” Bell said."),
    ],
)
def test_british_and_american_spelling_are_the_same_words(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}
