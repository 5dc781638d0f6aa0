"""The same utterance found across rewording, and what was done to its words."""

import re

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


@pytest.mark.parametrize(
    ("he", "named"),
    [
        (
            "The harbour board met. The crane was “a colossal misjudgment”, she said.",
            "The quay was closed. The quay was “the colossal misjudgment”, said Ada Bright.",
        ),
        (
            "The final was lost. It was “some incompetent refereeing”, he said.",
            "The league met. It was “grossly incompetent refereeing”, said Max Sol.",
        ),
        (
            "The bank closed. The report was “utterly dishonest work”, he said.",
            "The auditors left. Their bill was “utterly dishonest business”, said Ivo Brandt.",
        ),
    ],
)
def test_three_like_words_of_one_who_is_but_he_or_she_are_nobodys_rewording(stances, he, named):
    assert "rewords" not in stances(he, named)
    speaker = named.removesuffix(".").split("said ")[1]
    by_name = re.sub(r"\bs?he said", f"said {speaker}", he)
    assert "rewords" in stances(by_name, named)


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


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (  # two answers of one minister on one theme
            "“The vaccine will reach every school in the north before the winter,” said Lena Ortiz.",
            "“Schools without a nurse are where the vaccine is needed most,” said Lena Ortiz.",
        ),
        (  # two sentences of one coach
            "“Noa Bell respects the club and Noa Bell will make that call,” said Ada Bright.",
            "“I will let Noa Bell make the decision on the captain,” said Ada Bright.",
        ),
        (  # what two courts ordered, of whom nobody says who speaks
            "The ferry may not sail “pending further order of the court”.",
            "The permit for the quarry is suspended “until further order”.",
        ),
        (  # a fragment that shares one word
            "“She is a Norwegian legend,” the president said.",
            "The skier was called “a legend”.",
        ),
    ],
)
def test_two_utterances_on_one_theme_are_not_one(stances, ours, theirs):
    assert "rewords" not in stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "“We hired for a boom that never came, and I take responsibility,” said Max Sol.",
            "Max Sol told staff that they had “hired for a boom that did not come”.",
        ),
        (
            "“The next place could be the most dangerous,” Ivo Sand wrote.",
            "“But the next one could be the most dangerous,” Ivo Sand wrote.",
        ),
        (
            "“Our aim is to drain the marsh behind the dyke and to bring peace to the farms,” said Rosa Pinto.",
            "“Our mission is to drain the marsh behind the old dyke and bring peace to farms,” Pinto wrote.",
        ),
    ],
)
def test_what_keeps_most_of_the_shorter_one_in_order_is_one_utterance(stances, ours, theirs):
    assert stances(ours, theirs) == {"rewords"}


def test_neighbours_quoted_to_the_letter_do_not_speak_for_an_unlike_sentence(relate):
    first, last = "“The crane on the northern quay fell at noon,” {}", "“Nobody stood beneath it, thank heaven,” {}"
    said = "said Dora Finch."
    ours = " ".join((first.format(said), "“We had tested its brakes in the spring,” she said.", last.format(said)))
    theirs = " ".join(
        (first.format(said), "“What we test next is the spring of the gate,” she said.", last.format(said))
    )
    assert {stance for stance, *_ in relate(ours, theirs)} == {"corroborates"}


def test_an_article_that_rewords_one_answer_rewords_others(relate):
    answers = (
        "“The orchestra will play on the steps of the harbour in winter,” Ana Sol said. "
        "“Tickets are free for pupils,” she said."
    )
    reworded = (
        "“This winter the orchestra plays on the harbour stairs,” Ana Sol said. "
        "“Pupils get their tickets free,” she said."
    )
    more = "\n\nThe hall was cold and dark when the critics came to look at it again in June. " * 12
    ours = f"{answers}{more}“I believe that he was looking for a chance to do things differently,” Ana Sol said."
    theirs = f"{reworded}{more}“I think the conductor wanted one chance to change and do better,” Ana Sol said."
    assert ("rewords", "I believe", "I think") in {(s, a[:9], b[:7]) for s, a, b in relate(ours, theirs)}


def test_what_the_attribution_leaves_out_is_no_rewording(stances):
    ours = "“We will use every boat on this coast,” the harbour master said, “to bring the divers home by night.”"
    theirs = (
        "“We will use every boat on this coast, from trawlers to rowing boats and ferries, to bring the divers home "
        "by night,” the harbour master said."
    )
    assert stances(ours, theirs) == stances(theirs, ours) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("She called the trial a “political stunt”.", "The minister spoke of “political stunts” by the left."),
        ("“The mill is safe,” said the owner.", "The union says no “safe mills” are left."),
    ],
)
def test_one_or_two_words_are_reworded_by_nobody(stances, ours, theirs):
    assert not stances(ours, theirs)


def test_who_keeps_the_words_around_rewords_none_between_them_of_somebody_else(relate):
    ours = (
        "“The orchestra plays on the steps of the harbour this winter.” “Nobody from the council has seen the steps.” "
        "“Tickets for the concert are free for every pupil in town.”"
    )
    theirs = (
        "“The orchestra plays on the steps of our harbour this winter.” “The council pays a concert on the steps.” "
        "“Tickets for the concert are free for each pupil in town.”"
    )
    assert {(a, b) for _, a, b in relate(ours, theirs)} == {
        (
            "The orchestra plays on the steps of the harbour this winter.",
            "The orchestra plays on the steps of our harbour this winter.",
        ),
        (
            "Tickets for the concert are free for every pupil in town.",
            "Tickets for the concert are free for each pupil in town.",
        ),
    }


@pytest.mark.parametrize("next_one", ["Replacing Mr. Sol", "Dismissing Ana Brandt", "Asking Judge Oduya"])
def test_a_speaker_is_named_in_one_sentence(find, next_one):
    said = find(f"“The bridge will hold for years,” said Max Cruz. {next_one} “would be no answer at all”.")
    assert said[0].subject == "Max Cruz"
