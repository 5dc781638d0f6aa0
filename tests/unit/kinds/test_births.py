"""Who has a child, and whether it is a boy, a girl or more than one."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "who", "child"),
    [
        ("The sprinter Ana Sol gave birth to a healthy boy on Monday.", "Ana Sol", "boy"),
        ("Ana Sol has given birth to twins.", "Ana Sol", "twins"),
        ("Ana Sol welcomed her third child, a daughter.", "Ana Sol", "girl"),
        ("Ana Sol announced the birth of her son.", "Ana Sol", "boy"),
    ],
)
def test_a_birth_is_of_a_named_parent(find, sentence, who, child):
    assert [(claim.subject, claim.data["child"]) for claim in find(sentence)] == [(who, child)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana Sol gave birth to a new school of painting.",
        "Ana Sol welcomed the boys to the camp.",
        "A woman gave birth to a boy on the train.",
        "If Ana Sol gave birth to a boy, nobody knew.",
    ],
)
def test_no_birth_is_made_up(find, sentence):
    assert not find(sentence)


@pytest.mark.parametrize(
    ("ours", "theirs", "stance"),
    [
        ("The astronaut Ana Sol gave birth to a boy in Orrin.", "Ana Sol gave birth to a son in Orrin.",
         "corroborates"),
        ("The judge Ana Sol gave birth to twins on Friday.", "Ana Sol gave birth to triplets on Friday.", "conflicts"),
        ("Ana Sol welcomed her first child, a daughter, in Leeds.", "Ana Sol welcomed a son in Leeds.", "conflicts"),
    ],
)  # fmt: skip
def test_one_birth_is_compared(stances, ours, theirs, stance):
    assert stances(ours, theirs) == {stance}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ana Sol gave birth to a boy on Monday.", "Eve Marsh gave birth to a girl on Monday."),
        ("Ana Sol welcomed her first child, a son.", "Ana Sol welcomed her second child, a daughter."),
        ("Ana Sol gave birth to a boy on Monday.",
         "Ana Sol gave birth to a girl on Monday. In 2019 Ana Sol gave birth to a boy on Monday as well."),
    ],
)  # fmt: skip
def test_other_births_do_not_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
