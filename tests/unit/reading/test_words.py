"""Words that can tell of one thing."""

import pytest
from wordfreq import zipf_frequency

from secondsource.reading.words import commonness, folded_words, kinds, related, split_words


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("marry", "wedding"),
        ("fatal", "fatality"),
        ("statistical", "statistics"),
        ("mexican", "mexico"),
        ("quake", "earthquake"),
    ],
)
def test_words_of_one_root_or_sense_are_akin(a: str, b: str) -> None:
    assert related(a, b)
    assert related(b, a)


@pytest.mark.parametrize(
    ("a", "b"), [("fatal", "fate"), ("statistical", "state"), ("mexican", "mexicano"), ("bell", "violin")]
)
def test_words_that_only_look_alike_are_not(a: str, b: str) -> None:
    assert not related(a, b)


@pytest.mark.parametrize(("thing", "kind"), [("dog", "animal"), ("villa", "house"), ("ferry", "boat")])
def test_a_thing_is_of_kinds_and_not_the_other_way_round(thing: str, kind: str) -> None:
    assert kind in kinds(thing)
    assert thing not in kinds(kind)


def test_what_is_no_thing_is_of_no_kind() -> None:
    assert not kinds("objection")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The Mayor’s aides raised $1,200 on the 3rd.",
        "Zoë Färber’s second-half goal made it 2:1!",
        "— The dam's U.S. engineers don’t know; 45% fear it.",
    ],
)
def test_folded_words_are_those_that_splitting_finds(text: str):
    assert folded_words(text) == [word.folded for word in split_words(text)]


@pytest.mark.parametrize("words", ["small", "best"])
@pytest.mark.parametrize(
    "word", ["the", "ferry", "oostveenba", "Oostveen", "färber", "don't", "cannot", "x", "u.s", "naïveté", "1,200", ""]
)
def test_a_word_is_as_common_as_its_list_says(word: str, words: str) -> None:
    assert commonness(word, words) == zipf_frequency(word, "en", words)
