from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from secondsource.factbase.terms import MAX_TERMS, names, weight


def test_names_are_capitalised_words_and_pairs_inside_sentences() -> None:
    found = names("Yesterday the captain, Maud Tregenza, left Port Ellery. Tregenza’s deckhand stayed.")
    assert {"maud", "tregenza", "maud tregenza", "port ellery"} <= set(found)
    assert found["tregenza"] == 2


def test_a_word_that_only_opens_sentences_is_no_name() -> None:
    assert "passengers" not in names("Passengers left. Passengers waved.\n\nPassengers slept.")


def test_a_rare_name_weighs_more_than_a_common_one_and_a_pair_no_more_than_its_commoner_word() -> None:
    assert weight("tregenza") > weight("monday") > weight("the") == 0
    assert weight("monday tregenza") == weight("monday")


def test_no_text_has_names_without_end() -> None:
    assert len(names(" ".join(f"in Zor{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(600)))) <= MAX_TERMS


def test_a_word_that_is_too_long_to_be_one_is_no_name() -> None:
    assert "tregenza" in names("saw Tregenza and " + "Z" * 300)
    assert max(map(len, names("saw Tregenza and " + "Z" * 300))) < 80


@given(st.text())
def test_any_text_has_names(text: str) -> None:
    assert all(weight(term) > 0 for term in names(text))
