"""A sentence in clauses: by its marks, its conjunctions, and before a preposition where it is long."""

import pytest

from secondsource.reading.clauses import LONGEST, split_clauses
from secondsource.reading.words import split_words


def clauses(sentence):
    return [sentence[clause[0].start : clause[-1].end] for clause in split_clauses(sentence, split_words(sentence))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The bridge fell after the flood rose.", ["The bridge fell", "after the flood rose"]),
        ("Norvik sold two mills, and the union sued.", ["Norvik sold two mills", "and the union sued"]),
        ("A keeper in tears who saved the penalty.", ["A keeper in tears", "who saved the penalty"]),
    ],
)
def test_marks_and_conjunctions_part_clauses(sentence, expected):
    assert clauses(sentence) == expected


@pytest.mark.parametrize("sentence", ["Ann Lee, of Leeds, spoke.", "Dr. Ivo Sand, Harlow.", "Rain."])
def test_a_name_alone_is_no_clause(sentence):
    assert clauses(sentence) == [sentence.rstrip(".")]


def test_a_long_clause_is_cut_before_a_preposition():
    found = clauses("Engineers lowered four enormous steel girders by crane onto the damaged northern pier at dawn.")
    assert len(found) > 1
    assert all(len(clause) <= 2 * LONGEST for clause in found)
    assert all(clause.split()[0] in ("Engineers", "by", "onto", "at") for clause in found)


def test_every_word_is_in_one_clause():
    sentence = "When it rained, the valley, which is deep, flooded; nobody drowned — but the mill, he said, was lost."
    words = split_words(sentence)
    assert [word for clause in split_clauses(sentence, words) for word in clause] == words
