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


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Mara Lind won the race for the third time.", "It was Lind's second win in the race."),
        ("Anna Berg was convicted for the second time.", "It was Berg's third conviction."),
        ("The vote was postponed for the third time.", "The vote was postponed for the second time."),
        ("Ravi Menon was elected for the fourth time.", "It was Menon's fifth election."),
    ],
)
def test_how_often_one_did_a_thing_conflicts(relate, ours, theirs):
    assert {stance for stance, *_ in relate(ours, theirs)} == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Mara Lind won for the third time.", "Ida Holm won for the second time."),
        ("It was Lind's third win in Oslo.", "It was Lind's fifth win of the year."),
        ("Mara Lind won the race for the third time.", "Lind won the sprint for the second time."),
        ("Berg's third witness was a nurse.", "Berg's fourth witness was a guard."),
        ("Lind's second child was born in May.", "Lind's third child was born in June."),
        ("Menon's first term ended in 2019.", "Menon's second term ends this year."),
        ("It was Lind's first home.", "It was Lind's second home."),
    ],
)
def test_how_often_two_did_it_or_two_things_is_no_conflict(relate, ours, theirs):
    assert "conflicts" not in {stance for stance, *_ in relate(ours, theirs)}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Sol isn't the first captain to leave.",
        "It was not her third title.",
        "Why was the dam built in the first place?",
    ],
)
def test_what_is_denied_or_an_idiom_is_no_rank(find, text):
    assert find(text) == []
