"""How many people or things: equal counts of one thing corroborate, wholes that differ conflict, tolls grow."""

from datetime import date

import pytest

from secondsource.comparing.quantities import SURE_UNIT
from secondsource.kinds.counts import Counts
from secondsource.reading import read

YESTERDAY = date(2024, 5, 13)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The flood destroyed 120 homes.", "120 homes"),
        ("The gang stole 18 paintings.", "18 paintings"),
        ("The bank will shut twenty-two branches.", "twenty-two branches"),
        ("The couple has three children.", "three children"),
        ("Four gunmen robbed the bank.", "Four gunmen"),
        ("The party won 118 seats.", "118 seats"),
        ("She saved five match points and hit 38 winners.", "38 winners"),
        ("The company employs 15,600 people.", "15,600 people"),
        ("Some 1,200 soldiers were sent.", "Some 1,200 soldiers"),
    ],
)
def test_a_count_is_a_number_and_what_it_counts(find, sentence, words):
    (claim,) = find(sentence)
    assert words in claim.exact


@pytest.mark.parametrize(
    "sentence",
    [
        "The trial lasted 12 days.",
        "The suspect is 34 years old.",
        "Shares fell 6 percent.",
        "The fine was $40 million.",
        "The plane flew 300 miles.",
        "The firm was founded in 1931.",
        "They met at No. 10 Downing Street.",
        "Torres scored in the 34th minute.",
        "The game ended 2-1.",
        "He lives at 12 Elm Street.",
        "Call 555 1234 for help.",
    ],
)
def test_a_measure_date_or_address_counts_nothing(find, sentence):
    assert not find(sentence)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("A landslide killed 34 people.", "Thirty-four people died in the landslide."),
        ("The death toll stands at 41.", "The blaze killed 41 people."),
        ("The ferry sinking left 31 dead.", "Thirty-one people were killed when the ferry sank."),
        ("The flood displaced 12,300 people.", "More than 12,000 people were displaced by the flood."),
        ("The gang stole 18 paintings.", "Eighteen pictures were stolen by the gang, 18 paintings in all."),
        ("The company employs 15,600 people.", "The company has 15,600 employees."),
    ],
)
def test_one_figure_for_one_thing_corroborates(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The bus was carrying 40 passengers when it crashed.", "The bus was carrying 45 passengers when it crashed."),
        ("The gang stole 32 watches from the shop.", "The gang stole 34 watches from the shop."),
        ("Five people died in the blast.", "Six people died in the blast."),
        ("Okafor owns 11 restaurants in the city.", "Okafor owns 12 restaurants in the city."),
        ("Koval made 41 unforced errors in the final.", "Koval made 43 unforced errors in the final."),
    ],
)
def test_two_figures_for_one_whole_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}


def test_a_toll_on_a_later_day_updates(stances):
    assert stances("The blast killed 12 people.", "The blast killed 15 people.", YESTERDAY) == {"updates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("At least 12 people were killed in the mine.", "The mine has claimed at least 19 lives."),
        ("About 1,200 people had been evacuated.", "Some 1,900 people have been forced to flee."),
        ("Twelve people are missing at sea.", "Another nine people are missing at sea."),
        ("Six of them were taken to hospital.", "Nine of them were taken to hospital."),
    ],
)
def test_tolls_of_whatever_sort_and_wording_grow(stances, ours, theirs):
    assert stances(ours, theirs, YESTERDAY) == {"updates"}


def test_a_toll_of_unknown_day_updates(stances):
    assert stances("The blast killed 12 people.", "The blast killed 15 people.", None, None) == {"updates"}


def test_tolls_of_one_day_conflict(stances):
    assert stances("The blast killed 12 people.", "The blast killed 15 people.") == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The blast killed at least eight people.", "The blast killed at least eleven people."),
        ("At least 20 people were hurt in the stampede.", "More than 26 people were hurt in the stampede."),
        ("At least 160 people fell ill.", "At least 210 people fell ill."),
    ],
)
def test_tolls_of_one_day_that_are_both_the_least_conflict_where_one_is_far_higher(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The storm killed 12 people across the state.", "The storm killed nine people in Dallow County."),
        (
            "A landslide killed 34 people in the province.",
            "In the village of Orrin alone, the landslide killed 29 people.",
        ),
        ("Officials said 40 people were injured.", "The hospital said it was treating 31 people injured in the fire."),
        ("The company will cut 1,200 jobs worldwide.", "The company will cut 1,000 jobs in Germany."),
        ("The company will cut 1,200 jobs.", "The company will cut 900 jobs at its Leeds plant."),
        ("Twelve people were killed.", "Nine of those killed were students."),
        ("A third victim, a nurse, lay on the stairs.", "Nothing tied the four victims of the sniper to him."),
        ("The strike closed 40 schools.", "The strike closed 35 of the city's schools."),
        ("Masons mended 14 arches of the bridge and left two.", "Masons mended the 16 arches of the bridge."),
        ("Ten people were hurt.", "Ten people were hurt, including eight children."),
    ],
)
def test_a_part_does_not_contradict_the_whole(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Police arrested 14 people.", "Police arrested 12 more people overnight."),
        ("Police arrested 14 people.", "Police arrested another 12 people."),
        ("Police arrested 14 people.", "Arrests rose by 12 people."),
        ("The death toll rose to 56.", "The death toll rose by 50."),
        ("The firm hired 60 engineers.", "The firm hired an additional 50 engineers."),
    ],
)
def test_a_change_does_not_contradict_a_total(stances, ours, theirs):
    assert not {"conflicts", "updates"} & stances(ours, theirs)


def test_a_past_event_that_both_tell_of_is_compared(stances):
    ours = "The trial of a coach driver opened. In December 2023 he killed three people."
    theirs = "The coach driver, who killed four people in December 2023, is on trial."
    assert stances(ours, theirs) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The coach crash killed two people.", "On Dec. 18 a coach crashed on the same road, killing three people."),
        ("The blaze killed 19 firefighters.", "The March blaze at a mill killed 25 firefighters."),
        ("Police say 11 people were hurt.", "A gas blast tore down a flat in 2019. Nine people were hurt."),
    ],
)
def test_an_earlier_event_in_the_background_is_in_no_conflict(stances, ours, theirs):
    opening = "The road is shut. Crews are at work. The mayor is on her way. It rained all day. Schools are shut. "
    assert not {"conflicts", "updates"} & stances(ours, opening + theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The blast killed 12 people.", "The blast killed 15 people. By Monday it had killed 12 people."),
        ("The mill employs 240 people.", "The mill employs 310 people, up from 240 people five years ago."),
        (
            "The club sold 18,400 season tickets.",
            "The club sold 19,100 season tickets. It had sold 18,400 season tickets.",
        ),
    ],
)
def test_a_figure_that_the_other_article_tells_too_is_in_no_conflict(stances, ours, theirs):
    assert not {"conflicts", "updates"} & stances(ours, theirs, YESTERDAY)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The quake killed 56 people.", "A 2009 quake in the region killed 61 people."),
        ("Police arrested 14 people at the protest.", "Police arrested 11 people at a protest last month."),
        ("Five suspects were arrested.", "Six suspects were arrested in a separate raid."),
        ("The firm will cut 1,400 jobs.", "In 2020 the firm cut 1,100 jobs."),
        ("He scored 31 points on Sunday.", "He scored 28 points in the previous game."),
        ("The landslide killed 19 members of a climbing club.", "The 20-strong climbing club lost all but one."),
    ],
)
def test_another_event_of_the_same_sort_is_in_no_conflict(stances, ours, theirs):
    assert not {"conflicts", "updates"} & stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("At least 12 people were hurt.", "More than 14 people were hurt."),
        ("At least 12 people were hurt.", "Fourteen people were hurt."),
        ("About 500 people fled.", "Some 530 people fled."),
        ("Nearly 40 people were hurt.", "Thirty-eight people were hurt."),
        ("Up to 40 people were hurt.", "Thirty-five people were hurt."),
        ("Dozens of people were hurt.", "Thirty-five people were hurt."),
        ("Over 100 people were hurt.", "Some 114 people were hurt."),
    ],
)
def test_figures_that_their_bounds_allow_are_in_no_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)


@pytest.mark.parametrize(
    "theirs",
    [
        "Officials had earlier said that 15 people were killed.",
        "Officials initially reported 15 people killed.",
        "The toll was revised down from 15 people killed.",
        "If the roof falls, 15 people could be killed.",
        "It is not true that 15 people were killed, the mayor said.",
    ],
)
def test_a_figure_given_up_supposed_or_denied_is_in_no_conflict(stances, theirs):
    assert not stances("Officials said 12 people were killed.", theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("About 500 firefighters battled the blaze.", "About 500 residents fled."),
        ("The company opened 15 stores.", "The company closed 15 stores."),
        ("The army said 20 soldiers were killed.", "The rebels said 20 civilians were killed."),
        ("Some 800 people attended the vigil.", "Some 800 people were evacuated."),
        ("He saw two men.", "She met two men."),
    ],
)
def test_one_figure_for_two_things_does_not_corroborate(stances, ours, theirs):
    assert not stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The Senate approved the bill with 54 votes.", "The House approved the bill with 61 votes."),
        ("The gang stole 18 paintings.", "Police recovered 15 paintings."),
        ("The team has 12 wins.", "The team has 14 losses."),
        ("The bill passed with 54 votes in favour.", "The bill passed with 45 votes against."),
        ("Jurors convicted the banker on 11 counts.", "The banker was first charged with 13 counts."),
        ("Voters in 23 districts elected women.", "Voters in 21 districts elected independents."),
        ("The factory employs 450 workers.", "The factory's owner employs 600 workers."),
        ("The choir won five of its nine contests.", "The choir won six contests out of nine."),
        ("The yacht led its nearest rival by 40 lengths.", "The yacht took the cup by 55 lengths."),
    ],
)
def test_figures_for_two_things_are_in_no_conflict(stances, ours, theirs):
    assert not stances(ours, theirs)


def test_the_span_holds_the_bound_and_the_figure(find):
    (claim,) = find("The blast injured at least 34 people on Monday.")
    assert "at least 34 people" in claim.exact


def test_the_span_does_not_run_over_the_sentence(find):
    (claim,) = find("Nobody knew. The blast injured 34 people. Then it rained.")
    assert "." not in claim.exact


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Seventeen people are dead.", "17"),
        ("At least 1,400,000 were injured.", "at least 1,400,000"),
        ("The mill will cut 340 jobs.", "340 jobs"),
        ("Nine nurses were killed.", "Nine nurses were killed"),
    ],
)
def test_casualties_are_told_by_their_figure_and_things_by_what_they_are(find, text, value):
    assert [claim.value for claim in find(text)] == [value]


@pytest.mark.parametrize(
    ("text", "unit", "said"),
    [
        ("A crowd of 8,412 saw the skaters off.", "spectator", "8,412"),
        ("Measles cases have reached 96 in the valley.", "case", "96"),
        ("Tainted oysters sickened 31 in the port.", "ill", "31"),
        ("The matriarch leaves nine grandchildren.", "grandchild", "nine grandchildren"),
        ("Four people had still not been found.", "missing", "4"),
        ("The dam claimed its fourth victim.", "killed", "4"),
        (
            "The death toll of the landslide at the tin mines near the old fort on the Norvik road climbed to 31.",
            "killed",
            "31",
        ),
        ("The 88-page ruling was read aloud.", "page", "88-page"),
        ("The shop sold 900 ‘singing’ kettles.", "kettle", "900 ‘singing’ kettles"),
        ("By noon the Reds had taken 14, more than they hoped.", "", "14"),
    ],
)
def test_what_a_number_counts(find, text, unit, said):
    (claim,) = find(text)
    assert (claim.property, claim.value) == (unit, said)


@pytest.mark.parametrize(
    "text",
    [
        "Ines Taborda, 41, won.",
        "Ines Taborda had reached the age of fifty-two.",
        "Flight 92 landed in Route 66 country.",
        "Channel 9 carried it at 11:40 and again at 9 p.m.",
        "They won 3-2 at home.",
        "In 1987 the mill closed.",
        "A family of five fled the sinking barge.",
        "The room was 21 metres long.",
    ],
)
def test_numbers_of_names_ages_times_scores_and_units_count_nothing(find, text):
    assert find(text) == []


def test_two_polls_ask_two_numbers_of_people(stances):
    assert not stances("A poll of 1,002 adults was taken in May.", "A poll of 1,500 adults was taken in May.")


@pytest.mark.parametrize(
    ("ours", "theirs", "other"),
    [
        ("Some 300 people sang on the quay on Sunday.", "Some 420 people sang on the quay on Monday.", True),
        ("Some 300 people sang on the quay on Sunday.", "Some 420 people sang on the quay on Sunday.", False),
        ("Some 300 people sang on the quay on Sunday.", "Some 420 people sang on the quay.", False),
        ("So far 300 people have signed since Sunday.", "So far 420 people have signed by Monday.", False),
    ],
)
def test_who_came_on_one_day_is_not_who_came_on_another(find, ours, theirs, other):
    (a,), (b,) = find(ours, date(2024, 5, 13)), find(theirs, date(2024, 5, 14))
    assert Counts().bars(a, b) is other


def test_those_who_are_ill_may_be_told_of_as_cases(find):
    (a,), (b,) = find("Tainted oysters sickened 31 in the port."), find("Cases have reached 44 in the port.")
    assert 0 < Counts().unit(a, b) < SURE_UNIT


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (
            "The club confirmed that 40 people sustained injuries when the stand fell.",
            "The club confirmed the death of 45 people when the stand fell.",
            set(),
        ),
        (
            "The port authority said that 40 people suffered serious injuries in the ferry fire.",
            "The port authority said that the ferry fire caused the death of 45 people.",
            set(),
        ),
        (
            "The club confirmed that 40 people sustained injuries when the stand fell.",
            "The club said that 45 people suffered injuries when the stand fell.",
            {"conflicts"},
        ),
        (
            "The mine's owner confirmed the death of 40 people in the blast.",
            "The mine's owner confirmed the deaths of 45 people in the blast.",
            {"conflicts"},
        ),
    ],
)
def test_who_sustained_injuries_is_not_counted_with_the_dead(stances, ours, theirs, expected):
    assert stances(ours, theirs) == expected


TALLIES = [
    (
        "The retiring surgeon Ada Lund performed 213 transplants in 32 hospitals.",
        "The retiring surgeon Ada Lund performed 280 transplants in 43 hospitals.",
        "The retiring surgeon Ada Lund performed 280 transplants in 32 hospitals.",
    ),
    (
        "The retiring pilot Ivo Brandt transported 264 patients from 121 islands.",
        "The retiring pilot Ivo Brandt transported 291 patients from just 140 islands.",
        "The retiring pilot Ivo Brandt transported 264 patients from just 140 islands.",
    ),
    (
        "The retiring inspector Oona Strand reported 514 cracks in 120 bridges.",
        "The retiring inspector Oona Strand reported 602 cracks from 154 bridges.",
        "The retiring inspector Oona Strand reported 602 cracks in 120 bridges.",
    ),
]


@pytest.mark.parametrize(("ours", "theirs", "_"), TALLIES)
def test_tallies_without_a_figure_in_common_are_of_two_scopes(stances, ours, theirs, _):
    assert not stances(ours, theirs)


@pytest.mark.parametrize(("ours", "_", "theirs"), TALLIES)
def test_tallies_with_a_figure_in_common_conflict_in_the_other(stances, ours, _, theirs):
    assert stances(ours, theirs) == {"conflicts", "corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The dam last broke in 1987. It killed 40 people.", "The dam burst killed 29 people."),
        ("Her party first stood in 2009. It won 31 seats in the council.", "Her party won 37 seats in the council."),
        ("No dam in the valley had burst since a 1987 storm. It killed 40 people.", "The dam burst killed 29 people."),
        ("The ferry's sister ship sank in 1994. That sinking left 31 dead.", "The ferry sinking left 28 dead."),
    ],
)
def test_a_sentence_that_goes_on_with_another_year_is_of_that_year(stances, ours, theirs):
    assert not stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The dam last broke in 1987. It killed 40 people.", "The dam burst of 1987 killed 47 people."),
        ("The dam was built in 1987. It killed 40 people when it broke.", "The dam burst killed 29 people."),
        (
            "Her party first stood in 2009. It has won 31 seats in the council.",
            "Her party has won 37 seats in the council.",
        ),
        ("The ferry's sister ship sank in 1994. The ferry sinking left 31 dead.", "The ferry sinking left 28 dead."),
        ("The dam was old. It killed 40 people.", "The dam burst killed 29 people."),
    ],
)
def test_of_one_time_what_a_sentence_goes_on_with_conflicts(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The coach crash injured more than 100 people.", "About 100 were injured when a coach crashed in December."),
        ("The blast hurt over 60 miners.", "Some 60 miners were hurt in a blast at another pit in 2019."),
        ("At least 40 died in the flood.", "The March flood in the next valley killed about 40."),
    ],
)
def test_about_as_many_of_an_earlier_event_are_not_the_same(stances, ours, theirs):
    opening = "The road is shut. Crews are at work. The mayor is on her way. It rained all day. Schools are shut. "
    assert not stances(ours, opening + theirs)
    assert not stances(opening + theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The 20-member lifeboat crew drowned.", "Lifeboat crews often have about 20 members."),
        ("The jury of 12 jurors took nine days.", "A jury typically has 12 jurors."),
        ("The clinic closed with 30 nurses.", "Such a clinic usually employs 30 nurses."),
    ],
)
def test_what_is_mostly_so_is_not_what_was(stances, ours, theirs):
    assert not stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Four more people were rescued from the cave on Monday.", "Four more were rescued from the cave."),
        ("Eight people were rescued from the mine.", "Five more were rescued from the mine."),
        ("Twelve Norwegians were hurt when the stand fell.", "Some 29 people were hurt when the stand fell."),
        ("Two soldiers were killed in the blast at the gate.", "Three nurses were killed in the blast at the gate."),
        ("The fire at the mill injured 14 firefighters.", "The fire at the mill injured 11 guests."),
    ],
)
def test_what_comes_on_top_or_is_one_sort_of_the_casualties_is_no_other_toll(stances, ours, theirs):
    assert not {"conflicts", "updates"} & stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The train carried eight crewmembers and 139 passengers.", "The train carried nine crew and 139 passengers."),
        ("The storm destroyed 210 homes in the valley.", "The storm destroyed 180 structures in the valley."),
        ("The army sent 1,900 troops to the border town.", "The army sent 1,300 soldiers to the border town."),
        ("The march was watched by 300 police officers.", "The march was watched by 240 police."),
    ],
)
def test_other_nouns_may_count_one_thing(ours, theirs):
    a, b = (next(Counts().find(read(text))) for text in (ours, theirs))
    assert Counts().unit(a, b) > 0
