"""Posts of one person: two conflict only where nobody holds both at once."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Energy minister Ana Sol opened the pier.", "Ana Sol, Utopia's ambassador, opened the pier."),
        ("Supply minister Ana Sol opened the pier.", "Ana Sol, Utopia's ambassador, opened the pier."),
        ("Judge Noa Bell planted an oak.", "Prosecutor Noa Bell planted an oak."),
        ("Max Keane, the mill's chief financial officer, wept.", "Max Keane, who served as head of sales, wept."),
        ("Ivo Brandt, the director of the weather office, spoke.", "Ivo Brandt, minister for forests, spoke."),
        ("The victim was Corporal Ivo Sand, a soldier.", "The victim was Ivo Sand, a prison warder from Orrin."),
        ("Head teacher Rosa Pinto wrote to parents.", "The letter is from Rosa Pinto, chairman of the governors."),
        ("Lee Marsh has been named caretaker manager.", "Lee Marsh returns as the club's head of recruitment."),
        ("Ana Sol will be chief executive of the new bank.", "Ana Sol becomes its chairwoman."),
        ("Health minister Ana Sol resigned.", "Ana Sol, the transport minister, resigned."),
        ("Neurologist Ana Sol led the trial.", "Ana Sol, a dermatologist, led the trial."),
        ("Goalkeeper Max Keane signed.", "Max Keane, the Orrin striker, signed."),
        ("Prosecutor Noa Bell asked for a delay.", "Noa Bell, his defence lawyer, asked for a delay."),
        ("Bus driver Ivo Sand was hurt.", "Ivo Sand, a tram driver, was hurt."),
        ("Electrician Ivo Sand fell.", "Ivo Sand, a plumber, fell."),
    ],
)
def test_two_posts_of_one_person_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}
    assert stances(theirs, ours) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ana Sol, the chief executive, left.", "Managing director Ana Sol left."),
        ("Ana Sol, the company's chairwoman, spoke.", "Chief executive Ana Sol spoke."),
        ("Ana Sol, chairwoman and sales director, spoke.", "Chief financial officer Ana Sol spoke."),
        ("Mayor Bo Marr, a farmer, spoke.", "Bo Marr, a farmer and teacher, spoke."),
        ("Ivo Sand, a soldier, fell.", "Sergeant Ivo Sand fell."),
        ("Sergeant Ivo Sand spoke.", "Inspector Ivo Sand spoke."),
        ("Bus driver Ivo Sand fell.", "Ivo Sand, a cleaner in the winter, fell."),
        ("Meteorologist Ana Sol spoke.", "Ana Sol, an oceanographer, spoke."),
        ("Headmaster Bo Marr spoke.", "Bo Marr, the parish priest, spoke."),
        ("Goalkeeper Max Keane fell.", "Max Keane, a plumber, fell."),
        ("Volunteer firefighter Bo Marr fell.", "Bo Marr, a carpenter, fell."),
        ("Seismologist Ana Sol spoke.", "Ana Sol, a geologist, spoke."),
        ("Doctor Ana Sol spoke.", "Ana Sol, the town's librarian, spoke."),
        ("The captain, Max Keane, scored.", "Inspector Max Keane scored for the police team."),
        ("Minister Bo Marr spoke.", "Bo Marr, the village vicar, spoke."),
        ("The victim, Ana Sol, spoke.", "A witness, Ana Sol, spoke."),
        ("Head of research Ana Sol spoke.", "Ana Sol, the institute's chief medical officer, spoke."),
        ("Firefighter Bo Marr sang.", "Bo Marr, a firefighter and the mayor of the town, sang. Mayor Bo Marr bowed."),
        ("Ana Sol, the health minister, resigned.", "Education minister Ana Sol moved from health in April."),
        ("Ana Sol, the finance director until last spring, wept.", "Head of sales Ana Sol wept."),
        ("Ana Sol, foreign minister at the time of the order, testified.", "Transport minister Ana Sol testified."),
        ("Lorry driver Ana Sol was hurt.", "Ana Sol, a passenger in the car, was hurt."),
        ("Ivo Sand, a defence lawyer, spoke.", "Lawyer Ivo Sand spoke."),
        ("Goalkeeper Max Keane, once a striker, won.", "Max Keane, once a striker, won."),
        ("Former judge Bo Marr spoke.", "Mayor Bo Marr spoke."),
        ("Deputy health minister Ana Sol spoke.", "Ana Sol, the finance minister, spoke."),
        ("Ambassador Ana Sol spoke.", "Ana Sol, the head of the delegation, spoke."),
        ("Ivo Sand, a policeman, fell.", "Volunteer firefighter Ivo Sand fell."),
        ("Prime Minister Ana Sol spoke.", "Ana Sol, the finance minister, spoke."),
        ("Ivo Sand, a director of the bank, spoke.", "Judge Ivo Sand spoke."),
        ("Ivo Sand, once a policeman, spoke.", "Ivo Sand, a prison warder, spoke."),
        ("Judge Ivo Sand will be mayor.", "Mayor Eve Sand spoke to the judge."),
        ("Judge Ivo Sand spoke.", "Prosecutor Ivo Sand, now a judge, spoke. Ivo Sand, a judge, sang."),
        ("The zoo failed to thoroughly vet Ivo Sand.", "Ivo Sand, the zoo's surgeon, sang."),
        ("The party must publicly judge Ivo Sand.", "Ivo Sand, a prosecutor, sang."),
        ("Sales director Ana Sol has been named chief executive.", "Chief executive Ana Sol spoke."),
    ],
)
def test_posts_that_one_person_may_hold_do_not_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
    assert "conflicts" not in stances(theirs, ours)


def test_a_post_is_told_with_what_it_is_of(find):
    (claim,) = find("Ana Sol, the firm's head of compliance, left.")
    assert (claim.subject, claim.value, claim.data["part"]) == (
        "Ana Sol",
        "the firm's head of compliance",
        "compliance",
    )
