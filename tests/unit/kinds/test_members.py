"""Who or what is on a list, member by member."""

import pytest


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Their children are Mia, 10, Tom, eight, and Sara, 5.", ["Mia", "Tom", "Sara"]),
        ("Police named Ann Lee, Max Sol (34) and Kit Marr.", ["Ann Lee", "Max Sol", "Kit Marr"]),
        ("Stolen were a violin, pearls and emeralds.", ["a violin", "pearls", "emeralds"]),
        ("On the raft are lanterns, canvas and a harp that works.", ["lanterns", "canvas", "a harp"]),
    ],
)
def test_each_item_is_a_claim_and_its_words_are_the_span(find, text, members):
    assert [claim.exact for claim in find(text)] == members


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee and Max Sol won.",
        "She came, she saw and she won.",
        "In Leeds, where he lives, and in York it rained.",
        "He sold food, cars and houses.",
    ],
)
def test_pairs_clauses_and_everyday_things_are_no_lists(find, text):
    assert not find(text)


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        ("Mia, Tom and Sara sang.", "Here are Tom, 8, Sara, 5, and Bo, 3.", {"Tom", "Sara"}),
        ("The thieves took a harp, emeralds and a sabre.", "A sabre and coins? Gone, with a sabre, emeralds and silk.",
         {"emeralds", "a sabre"}),
    ],
)  # fmt: skip
def test_what_both_list_corroborates(relate, ours, theirs, both):
    assert {(stance, mine) for stance, mine, _ in relate(ours, theirs)} == {("corroborates", said) for said in both}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ann Lee, Max Sol and Kit Marr were held.", "Ann Lee, Bo Teo and Jan Osei sang."),
        ("The menu has eel, mussels and rye bread.", "He sells eel, lanterns and canvas."),
        ("Mia, Tom and Sara sang.", "Tom Reed spoke."),
    ],
)
def test_one_member_in_common_makes_no_list_the_same(relate, ours, theirs):
    assert not relate(ours, theirs)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The gang took emeralds, a violin and two fur coats.", "emeralds"),
        ("The shop sold a stuffed owl, fedoras and pearls.", "a stuffed owl"),
        ("Divers found three bronze cannons, pearls and a violin.", "three bronze cannons"),
        ("The stolen things are emeralds, a violin and two fur coats.", "emeralds"),
    ],
)
def test_the_first_of_a_list_is_told_without_its_verb(find, text, first):
    assert find(text)[0].value == first


def test_rows_of_names_that_differ_in_one_are_in_no_conflict(stances):
    ours, theirs = "The ferry calls at Orrin, Tarn and Losk.", "The ferry calls at Orrin, Wick and Tarn."
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("It will drop the Orrin Swift, Harn Six and Losk Bay.", "It keeps the Orrin Grand, Harn Ten and Losk Bay."),
        ("Ana Sol, Max Reed and Kit Marr sang.", "Ana Holm, Max Hale and Kit Marr danced."),
        ("They sail to Port Wick, Cape Tarn and Losk.", "They sail to Port Harn, Cape Sound and Losk."),
    ],
)
def test_names_that_begin_alike_and_go_on_otherwise_are_two(relate, ours, theirs):
    assert all(a.split()[-1] == b.split()[-1] for _, a, b in relate(ours, theirs))


def test_one_member_of_rows_of_which_other_things_are_told_corroborates_nothing(verdicts):
    told = "The new ferry of the Harn line calls at Orrin, Tarn and Losk twice a day all summer."
    other = "Portraits of the drowned hang in chapels as far away as Losk, Orrin and Wick, where snow lay on the roofs."
    found = verdicts(told, f"{told} {other}")
    assert {b.passage for _, b, verdict in found if verdict.stance == "corroborates"} == {told}
