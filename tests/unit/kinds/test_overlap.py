"""What two articles' sentences have in common does not depend on which article is read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.kinds.overlap import Overlap
from secondsource.kinds.sentences import Sentence, Side
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
    assert [len(found.words) for found in once.shared.values()] == [len(found.words) for found in often.shared.values()]


def test_rare_words_that_stand_together_in_both_make_a_pair() -> None:
    ours = article("Divers raised the frigate’s bell. It rained.")
    beside = Overlap(ours, article("The bell of the frigate is safe. It snowed."))
    apart = Overlap(ours, article("The bell of a chapel near the coast recalls a lost old frigate. It snowed."))
    assert beside.features((0, 0))["together"] > 0 == apart.features((0, 0))["together"]
