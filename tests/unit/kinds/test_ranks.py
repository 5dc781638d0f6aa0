"""Order and rank. One rank of one thing corroborates; two conflict only when surely of one subject's one act."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ada Bright came 2nd.", "Ada Bright came second, a minute behind."),
        ("Volta is the second-largest bank.", "Volta, the second largest bank, cut jobs."),
        ("Ana Sol had her seventh child.", "Ana Sol gave birth to her seventh child."),
        ("It was the fourth eruption.", "The fourth eruption was the strongest."),
        ("Orrin is the third-poorest province.", "Orrin, the third-poorest province, voted."),
    ],
)
def test_one_rank_of_one_thing_corroborates(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ada Bright finished fourth.", "Ada Bright finished third."),
        ("Ada Bright, a swimmer, came 5th.", "Ada Bright came sixth, said the club."),
        ("Volta is the second-largest bank.", "Volta is the third largest bank."),
        ("Jan Osei won his third title.", "Jan Osei won his fourth title."),
        ("The comet is the second-brightest object.", "The comet is the fourth-brightest object."),
        ("The novelist published her ninth novel.", "The novelist published her tenth novel."),
    ],
)
def test_two_ranks_of_one_act_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}
    assert stances(theirs, ours) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ada Bright finished fourth.", "Ada Bright finished third last year."),
        ("Ada Bright finished fourth.", "Ada Bright finished third in the sprint."),
        ("Ada Bright finished fourth.", "Mia Holt finished third."),
        ("Jan Osei won his third title.", "Jan Osei won his fourth league title."),
        ("Jan Osei won his third title.", "Jan Osei lost his fourth final."),
        ("Jan Osei won the first set.", "Jan Osei won his second match."),
        ("Volta is the second-largest bank.", "Volta is the third-oldest bank."),
        ("Volta is the second-largest bank in the country.", "Volta is the third-largest bank in Europe."),
        ("Volta could become the second-largest bank.", "Volta is the third-largest bank."),
        ("Volta is the second-largest bank.", "Norvik is the third-largest bank."),
        ("Ana Sol won her fifth title of the season.", "Ana Sol won her ninth title."),
        ("Ana Sol had her first child.", "Ana Sol had her first child. Later Ana Sol had her second child."),
        ("Ana Sol spoke on the first day.", "Ana Sol spoke on the second day."),
    ],
)
def test_ranks_of_another_order_time_or_subject_do_not_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
    assert "conflicts" not in stances(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ada Bright finished fourth.", "Mia Holt finished fourth."),
        ("Snow fell for the third day.", "The court sat for the third day."),
        ("Volta is the second-largest bank.", "Volta is the second-largest port."),
    ],
)
def test_an_equal_number_alone_does_not_corroborate(stances, ours, theirs):
    assert not stances(ours, theirs)


def test_the_span_is_the_rank_and_what_is_ranked(find):
    assert [claim.exact for claim in find("On Monday Volta won its third title.")] == ["third title"]
