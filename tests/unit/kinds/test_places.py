"""Where something happened. One place of one act corroborates; two conflict only when they are of one sort."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The orchestra rehearsed in Orrin.", "The players rehearsed in Orrin for a week."),
        ("A gallery in Elm Street burned.", "A gallery on Elm Street burned down."),
        ("The choir sang outside St Mary's Church.", "A choir sang outside the St Mary’s Church."),
        ("The bus overturned near Orrin.", "It overturned near Orrin."),
    ],
)
def test_one_place_of_one_act_corroborates(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ana Sol was arrested in Elm Street.", "Ana Sol was arrested in Oak Street."),
        ("The pilot was taken to Orrin General Hospital.", "The pilot was flown to St Mary's Hospital."),
        ("Max Sol, 41, died at Orrin General Hospital.", "Max Sol died at St Mary's Hospital."),
        ("The robbery took place on Elm Street.", "The robbery happened on Oak Street."),
        ("The fire broke out in Elm Road.", "The fire began in Elm Street."),
        ("The final took place at Harlow Stadium.", "The final took place at Orrin Stadium."),
        ("Jan Osei was born at Harlow Hospital.", "Jan Osei was born at the Orrin Hospital."),
    ],
)
def test_two_places_of_one_sort_and_one_act_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}
    assert stances(theirs, ours) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ana Sol was born in Orrin.", "Ana Sol was born in Utopia."),
        ("Ana Sol was arrested in Elm Street.", "Ana Sol lived in Oak Street."),
        ("Ana Sol was arrested in Elm Street.", "Eve Marsh was arrested in Oak Street."),
        ("Ana Sol was arrested in Elm Street.", "Ana Sol was arrested at Orrin Station."),
        ("Ana Sol was taken to St Mary's Hospital.", "Ana Sol was taken to Mary Hospital."),
        ("Ana Sol landed at JFK Airport.", "Ana Sol landed at John F Kennedy Airport."),
        ("The injured were taken to Orrin Hospital.", "Ana Sol was taken to St Mary's Hospital."),
        ("Her lawyer lives in Elm Street.", "His lawyer lives in Oak Street."),
        ("Ana Sol could be held at Orrin Prison.", "Ana Sol was held at Elm Prison."),
        ("The march began in Elm Street and went to Oak Street.", "The march began in Oak Street."),
    ],
)
def test_places_that_may_both_be_right_do_not_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
    assert "conflicts" not in stances(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The orchestra rehearsed in Orrin.", "Fishermen protested in Orrin."),
        ("Profits rose in May.", "Profits rose in May."),
        ("The mayor believes in Ann Lee. She won.", "The mayor believes in Ann Lee. She won."),
    ],
)
def test_a_name_alone_does_not_corroborate(stances, ours, theirs):
    assert not stances(ours, theirs)


def test_the_span_is_the_word_of_place_and_the_name(find):
    assert [claim.exact for claim in find("A gallery in Elm Street burned.")] == ["in Elm Street"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The pilot died at St Mary's Hospital.", "St Mary's Hospital"),
        ("The choir sang at St. Mary's Church.", "St. Mary's Church"),
        ("The ferry sank near Orrin. Nobody knew why.", "Orrin"),
        ("The show opened in J. M. Barrie Theatre.", "J. M. Barrie Theatre"),
    ],
)
def test_a_name_ends_before_the_sentences_full_stop(find, text, value):
    assert [claim.value for claim in find(text)] == [value]


def test_a_town_of_which_an_article_tells_much_says_nothing_by_itself(stances):
    ours = "The orchestra rehearsed in Leeds. Its brass had rehearsed in Leeds before."
    assert "corroborates" in stances("The orchestra rehearsed in Leeds.", "The players rehearsed near Leeds.")
    assert "corroborates" not in stances(ours, "The strikers rehearsed near Leeds.")


def test_one_place_in_sentences_of_two_things_corroborates_nothing(stances):
    ours = "Three frigates in Norvik had been armed in secret years before, and no minister knew of them at the time."
    theirs = "The choir that sang for the armed guards in Norvik on Sunday won a prize of two golden larks."
    assert stances(ours, theirs) == set()
