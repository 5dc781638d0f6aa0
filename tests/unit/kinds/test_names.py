"""What somebody is called. Two names conflict only when they are surely one person's."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Lina Horvath, 34, won the race.", "Lina Horvat, 34, came first."),
        ("Dr Catherine Sayle spoke.", "Dr Katharine Sayle spoke."),
        ("Pianist Oskar Lindqvist died.", "The pianist Oskar Lindquist died."),
        ("Captain Tom Whitmore was freed.", "Captain Tom Whitmoor was freed."),
        ("Baker Felice Onwudi, 52, wept.", "The judge thanked Felise Onwudi, 52."),
        ("Mum-of-two Petra Tavelli, 36, sang.", "Petra Tavveli, a tenor, sang."),
        ("Zorbek Line sold the ferry.", "The ferry belonged to Zorbeck Line."),
        ("The drug is made by Quorvax Pharma in Leeds.", "Quorvak Pharma makes the drug."),
        # a surname with a given name before it is no plural
        ("Chef Bruno Verkamp, 44, closed the inn.", "Bruno Verkamps, a chef, shut the inn."),
        # a trade with a capital at the beginning of a sentence is no part of the name
        ("Beekeeper Petra Oakwell kept calm.", "Petra Oakewell, who keeps bees, was stung."),
        # of two of one age, surname and sound there is one, however short the name
        ("Diver Ines Orlandi, 27, won.", "Innes Orlandi, 27, came first."),
        # somebody has no adjective
        ("The dentist Ivo Harada was hurt.", "Ivo Haradan, a dentist, fell."),
    ],
)
def test_two_names_of_one_person_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}
    assert stances(theirs, ours) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("José Peña, 41, was freed.", "Jose Pena, 41, was freed."),
        ("Dr Bill Osei spoke.", "Dr William Osei spoke."),
        ("Daniel Marsh, 41, spoke.", "Dan Marsh, 41, spoke."),
        ("Peggy Marsh, 71, spoke.", "Margaret Marsh, 71, spoke."),
        ("President Volodymyr Petrenskiy spoke.", "President Volodymyr Petrensky spoke."),
        ("Mohammed Haddad, 41, spoke.", "Muhammad Haddad, 41, spoke."),
        ("Mary Jane Reed, 41, spoke.", "Jane Reed, 41, spoke."),
        ("J. Marsh, 41, spoke.", "Tom Marsh, 41, spoke."),
        ("The Harrow Lifter was raised.", "Harrow Lifters was sold."),
        ("Goalkeeper Bruno Verkamp, 44, closed the inn.", "Bruno Verkamps, 19, a pupil, shut the inn."),
        ("Tenor Mara Orlandi left.", "The tenor Marco Orlandi has gone."),
        ("Jean-Luc Martel, 41, spoke.", "Jean Luc Martel, 41, spoke."),
        ("Ana Sol, 41, was freed.", "Eve Sol, 44, was freed."),
        ("Mr Ana Sol, 41, was freed.", "Mrs Eve Sol, 41, was freed."),
        ("Twins Ana Sol, 41, and Eve Sol, 41, were freed.", "Ana Sol, 41, was freed."),
        ("Striker Max Keane scored.", "Goalkeeper Tom Keane saw red."),
        ("Martin Doyle, 52, drove the lorry.", "Kevin Doyle, 52, drove the lorry."),
        ("Goalkeeper Max Keane was sent off.", "Goalkeeper Tom Keane saw red."),
        ("Mr Max Keane spoke.", "Mr Tom Keane spoke."),
        ("The Harlow Theatre opened.", "The Harlaw Theatre opened."),
        ("Lina Horvat, 34, beat Lina Horvath, 29.", "Lina Horvat, 34, won."),
        ("Lena Marsh, a nurse, spoke.", "Lana Marsh, a cook, spoke."),
        ("Lena Marsh, 27, spoke.", "Leona Marsh, 31, spoke."),
        ("Baker Ana Sol, 27, spoke.", "Ada Sol, 27, a cook, spoke."),
        ("Ana Reed, 34, won.", "Ana Rees, 52, came last."),
        ("North Harbour won the cup.", "Worth Harbour lost the cup."),
        ("Carter Bank paid.", "Carver Bank sued."),
        ("The Norlin Arms opened.", "The Norlins Arms opened."),
        ("Ex-mayor Ana Sol spoke.", "Mayor Ana Sol spoke."),
        ("Zorbek Line sued Zorbeck Line.", "Zorbek Line sued."),
        ("East Arvania said it was ready.", "East Arvanian police spoke."),
        # places are written in many ways
        ("The barge sank near Port Zaluuk.", "The barge had sailed from Port Zaluk."),
        ("Rescuers reached Vel Karitza, a hill town.", "A hotel in the village of Vel Karitsa burned down."),
        ("Voters at Olmo Terrezza chose a mayor.", "The mayor of Olmo Tereza won."),
    ],
)
def test_forms_of_one_name_and_names_of_two_people_do_not_conflict(stances, ours, theirs):
    assert not stances(ours, theirs)
    assert not stances(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Police named the driver as Ana Sol.", "The driver was identified as Ana Sol, 41."),
        ("The victim was named by officers as Jan Osei, a baker.", "He was identified as Jan Osei, 41."),
    ],
)
def test_two_articles_that_identify_somebody_alike_corroborate(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Police named the driver as Ana Sol.", "Ana Sol had left the depot at six."),
        (
            "The winner was named as Ana Sol.",
            "The painter was identified as Ana Sol. She hid. Later Ana Sol sold a boat.",
        ),
    ],
)
def test_only_where_it_is_told_as_somebodys_does_a_name_identify(verdicts, ours, theirs):
    assert len(verdicts(ours, theirs)) == theirs.count("identified")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Minister Qadim Sorelani resigned.", "Minister Qaddim Sorelani has gone."),
        ("Trainer Shaul Berlovich won.", "The trainer Shaul Berlovitch won."),
        ("The envoy Ludmila Vartanova spoke.", "The envoy Ludmila Vartanov spoke."),
        ("The rebels hold Sangarar Province.", "The army shelled Sangaar Province."),
    ],
)
def test_a_foreign_name_is_spelt_by_everybody_in_his_way(stances, ours, theirs):
    assert not stances(ours, theirs)


def test_an_english_name_is_misspelt(stances):
    assert stances("Coach Dianne Foster left.", "The coach Diane Foster left.") == {"conflicts"}
