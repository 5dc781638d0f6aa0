"""Which of several that exclude one another: told of one thing, two values conflict, and fitting ones corroborate."""

from datetime import date

import pytest

MONDAY, THURSDAY = date(2024, 5, 13), date(2024, 5, 16)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "The leopard escaped from the north enclosure of the zoo.",
            "A leopard escaped from the zoo's south enclosure.",
        ),
        ("Thieves left the gallery in a white hatchback.", "The thieves left the gallery in a red hatchback."),
        ("The climber died at the scene.", "The climber died in hospital."),
        ("The composer died of cancer in Vienna.", "The composer died of pneumonia in Vienna."),
        ("The blaze at the Harlow mill was caused by lightning.", "The Harlow mill blaze was caused by a cigarette."),
        ("The goalkeeper broke her wrist in the derby.", "The goalkeeper broke her ankle in the derby."),
        ("A raider threatened the jeweller with a hammer.", "The raider threatened the jeweller with a rifle."),
        ("The smugglers fled in a speedboat.", "The smugglers fled by helicopter."),
        (
            "A bomber drove a car packed with explosives into the gate of the barracks, killing six recruits.",
            "The bomber rammed a truck full of explosives into the gate of the barracks, killing six recruits.",
        ),
        (
            "A van ploughed into the crowd at the harbour carnival in Orrin, hurting nine.",
            "Nine were hurt when a taxi ploughed into the carnival crowd at the Orrin harbour.",
        ),
        ("The museum was wrecked by a van bomb on Monday night.", "A truck bomb wrecked the museum on Monday night."),
        ("The nurse was charged with murder.", "The nurse was charged with manslaughter."),
        ("The jury returned a unanimous verdict.", "The jury returned a divided verdict."),
        ("Ana Sol won silver in the women's marathon.", "Ana Sol took bronze in the women's marathon."),
        ("The brewer will pay for its rival in cash.", "The brewer will pay for its rival in shares."),
    ],
)
def test_two_values_told_of_one_thing_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}
    assert stances(theirs, ours) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("A raider threatened the jeweller with a gun.", "The raider threatened the jeweller with a pistol."),
        ("The smugglers fled in a car.", "The smugglers escaped in a taxi."),
        ("A car bomb wrecked the museum on Monday.", "The museum was wrecked on Monday by a bomb in a jeep."),
        ("Ana Sol died in the northern hall.", "The northern hall is where Ana Sol died."),
        ("The keeper has a broken leg.", "The keeper has a fractured leg."),
    ],
)
def test_a_value_and_a_sort_of_it_corroborate(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("A white truck hit the toll booth. A red truck followed.", "A red truck hit the toll booth."),
        ("The climber did not die at the scene.", "The climber died in hospital."),
        ("The climber died at the scene.", "Doctors praised the hospital."),
        ("Ana Sol broke her wrist in the derby.", "Max Kral broke his ankle in the derby."),
        ("The raider had a gun.", "Grain prices rose as farmers drew knives in protest."),
        ("The mayor left the hall.", "The mayor right after that took the hall."),
        ("The fire began in the east wing of the museum.", "The fire began in the west tower of the museum."),
        ("Ana Sol might have been charged with murder.", "Ana Sol was charged with manslaughter."),
        ("The bank pays its staff in cash.", "Orchards in the valley offer shares of the harvest."),
        ("Eleven skiers are in critical condition.", "Nine skiers are in critical condition."),
        ("The smugglers fled in a red van.", "The smugglers stole a white van and fled in another."),
        ("The smugglers fled in a car.", "The smugglers fled in a van, and in a second car."),
        (
            "A bomber rammed a car into the gate of the barracks, killing six recruits.",
            "In 2019 a bomber rammed a truck into the gate of the barracks, killing six recruits.",
        ),
        (
            "A bomber rammed a car into the gate of the barracks, killing six recruits.",
            "A bomber rammed a truck into the barracks. Later a car packed with explosives was towed away.",
        ),
        (
            "A bomber rammed a car into the gate of the barracks, killing six recruits.",
            "Soldiers loaded the bodies of six recruits killed at the gate of the barracks on to a truck.",
        ),
        (
            "The smugglers fled in a van, police said. The van was found burned out.",
            "The smugglers fled on a motorbike after they had burned the van, police said.",
        ),
        (
            "Thieves rammed a truck into the door of the bank at night.",
            "Thieves rammed a car into the window of the jeweller at night.",
        ),
        (
            "A truck bomb killed 12 at the market in Orrin on Monday.",
            "A car bomb killed 12 at the mosque in Orrin on Monday.",
        ),
        (
            "A truck bomb wrecked the customs house at the port of Orrin in March, killing six guards and two clerks.",
            "A car bomb wrecked the customs house at the port of Orrin in May, killing six guards and two clerks.",
        ),
        (
            "A roadside bomb hit a bus carrying cadets in Harn, killing 12.",
            "A roadside bomb exploded beside a truck in Harn, killing 12.",
        ),
        ("A van hit the tram in Elm Street, hurting nine.", "Nine were hurt as a lorry hit the tram in Elm Street."),
        (
            "A van ploughed into the carnival crowd in Orrin, hurting nine.",
            "A car ploughed into a bus queue in Utopia, hurting nine.",
        ),
        ("Ana Sol broke her wrist in the derby.", "Ana Sol broke her ankle in the derby in 2019."),
        ("Ana Sol broke her left wrist in the derby.", "Ana Sol broke her right wrist in the derby."),
        ("The fire began in the east wing of the museum.", "The fire began in the west wing of the museum."),
        ("Ana Sol died at the scene.", "Ana Sol died in hospital."),
    ],
)
def test_other_things_and_articles_that_tell_both_are_not_comparable(stances, ours, theirs):
    assert stances(ours, theirs) == set()
    assert stances(theirs, ours) == set()


def test_one_part_may_have_come_to_two_harms(relate):
    found = relate("Max Sol sprained his ankle in the derby.", "Max Sol broke his ankle in the derby.")
    assert {stance for stance, _, _ in found} == {"conflicts", "corroborates"}
    assert {theirs for stance, _, theirs in found if stance == "conflicts"} == {"broke his ankle"}


def test_where_an_article_gives_both_values_neither_conflicts(stances):
    ours, theirs = "The climber died at the scene.", "One climber died at the scene. A climber of 40 died in hospital."
    assert stances(ours, theirs) == {"corroborates"}


def test_what_may_be_another_the_day_after_is_an_update(stances):
    ours, theirs = "Ana Sol is in a critical condition.", "Ana Sol is in a stable condition."
    assert stances(ours, theirs, MONDAY, MONDAY) == {"conflicts"}
    assert stances(ours, theirs, MONDAY, THURSDAY) == {"updates"}
    assert stances(ours, theirs, None, THURSDAY) == {"updates"}


def test_a_claim_reaches_from_the_value_to_what_ties_it(find):
    text = "The rider, 31, later died of his wounds in hospital, said a doctor."
    assert [(c.property, c.data["value"], c.exact) for c in find(text)] == [
        ("place of death", "hospital", "died of his wounds in hospital")
    ]


@pytest.mark.parametrize("text", ["left " * 3000, "with a knife " * 2000, "died " * 3000 + "hospital"])
def test_reading_takes_no_longer_for_text_without_stops(find, text):
    assert len(find(text)) <= 2000


def test_what_was_tried_is_not_what_was_done(stances):
    ours = "Ana Sol was charged with murder over the fire at the mill in Orrin."
    assert stances(ours, "Ana Sol was charged with attempted murder over the fire at the mill in Orrin.") == set()
    assert stances(ours, "Over the fire at the mill in Orrin Ana Sol was charged with murder.") == {"corroborates"}
