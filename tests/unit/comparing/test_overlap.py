"""What two articles' sentences have in common does not depend on which article is read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.comparing.overlap import Overlap
from secondsource.comparing.sentences import Sentence, Side
from secondsource.kinds.statements import Statements, sentences
from secondsource.reading import read

# Synonyms, derived words, figures, names and the commonest words, in any order and as often as may be.
WORDS = """marry wed wedding ferry vessel sink violin 313.89 12 tregenza lindqvist judge rule ruling sentence
    the big""".split()
SENTENCE = st.tuples(st.lists(st.sampled_from(WORDS), max_size=8), st.sampled_from([None, "Maud Tregenza", "~wife"]))
ARTICLE = st.lists(SENTENCE, max_size=6).map(
    lambda told: Side(
        Sentence(
            start=100 * n,
            words=tuple(words),
            numbers=frozenset(word for word in words if word[0].isdigit()),
            names=frozenset({"tregenza", "lindqvist"}.intersection(words)),
            who=who,
            place=n / len(told),
            quoted=len(words) % 2 == 1,
        )
        for n, (words, who) in enumerate(told)
    )
)


def article(text: str) -> Side:
    return sentences(Statements().find(read(text)))


@settings(max_examples=300, deadline=None)
@given(ARTICLE, ARTICLE)
def test_overlap_is_the_same_from_either_side(ours: Side, theirs: Side) -> None:
    there, back = Overlap(ours, theirs), Overlap(theirs, ours)
    assert set(there.candidates()) == {(i, j) for j, i in back.candidates()}
    for i in range(len(ours.sentences)):
        for j in range(len(theirs.sentences)):
            assert there.features((i, j)) == pytest.approx(back.features((j, i)))


def test_a_word_counts_once_however_often_it_is_said() -> None:
    once = Overlap(article("The violin sank."), article("A violin was found."))
    often = Overlap(article("The violin, a violin, sank."), article("A violin was found."))
    assert [len(found) for found in once.shared.values()] == [len(found) for found in often.shared.values()]


def test_a_name_of_several_words_is_one_thing_that_two_sentences_share() -> None:
    ours = article("They saw Ann Marie Tregenza, the harpist. It rained.")
    named = Overlap(ours, article("They thanked Ann Marie Tregenza. It snowed.")).features((0, 0))
    more = Overlap(ours, article("They thanked the harpist, Tregenza. It snowed.")).features((0, 0))
    assert named["count"] > more["count"] > 0
    assert named["units"] < named["count"]
    assert more["units"] == more["count"]


def test_words_of_one_clause_count_together_and_those_of_two_do_not() -> None:
    ours = article("Divers raised the frigate’s bell. It rained.")
    beside = Overlap(ours, article("The bell of the frigate was raised, while a chapel burned. It snowed."))
    apart = Overlap(
        ours, article("A bell rang in the chapel, while prices were raised, and the frigate burned. Snow fell.")
    )
    assert beside.features((0, 0))["clause"] > apart.features((0, 0))["clause"]


def test_sentences_that_each_tell_an_act_and_none_in_common_tell_other_acts() -> None:
    ours = article("Divers raised the frigate’s bell. It rained.")
    assert Overlap(ours, article("The bell was raised by divers. It snowed.")).features((0, 0))["other acts"] == 0
    assert Overlap(ours, article("Vandals painted the bell. It snowed.")).features((0, 0))["other acts"] == 1
    assert Overlap(ours, article("A bell of bronze. It snowed.")).features((0, 0))["other acts"] == 0
