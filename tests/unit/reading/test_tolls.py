"""What became of those whom a number counts, in the ways that news has of saying it."""

import pytest

from secondsource.reading import read
from secondsource.reading.counted import find_counted
from secondsource.reading.tolls import STATES


def counted(sentence):
    document = read(sentence)
    return [(found.unit, found.value) for _, p in document.statements for found in find_counted(document, p)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The landslide has claimed eleven lives.", ("killed", 11)),
        ("The ferry disaster took the lives of eleven people.", ("killed", 11)),
        ("The gunman is accused of gunning down eleven people.", ("killed", 11)),
        ("Eleven people were shot dead at the market.", ("killed", 11)),
        ("Eleven people who ate at the inn are being treated in hospital.", ("hospitalised", 11)),
        ("Eleven sailors drowned when the yacht sank.", ("sailor killed", 11)),
        ("Eleven lives were lost when the mine flooded.", ("killed", 11)),
        ("A climber died overnight, bringing to eleven the number killed on the ridge.", ("killed", 11)),
        ("Eleven people have been struck down with cholera.", ("ill", 11)),
        ("Eleven people had fallen ill after the banquet.", ("ill", 11)),
        ("Eleven people tested positive aboard the liner.", ("ill", 11)),
        ("Eleven people are still on the missing list.", ("missing", 11)),
        ("Rescuers said 11 have not been found.", ("missing", 11)),
        ("Eleven people in all have been arrested.", ("arrested", 11)),
        ("A fourth person has been arrested over the forged tickets.", ("arrested", 4)),
        ("Divers brought 11 survivors out of the wreckage.", ("rescued", 11)),
        ("The number of people known to have died in the fire rose to 11 overnight.", ("killed", 11)),
        ("The number of the dead stood at 40 and that of the missing at 11.", ("missing", 11)),
        ("Another 11 inhabitants of the island are still listed as missing.", ("missing", 11)),
        ("Eleven hikers had still not been traced.", ("hiker missing", 11)),
        ("Nine died and 11 more were hurt.", ("injured", 11)),
        ("The lava forced 11 people from their beds, and 1,100 have had to leave their homes.", ("evacuated", 1100)),
        ("Eleven people were forced to flee the eruption.", ("evacuated", 11)),
        ("Eleven of them were taken to St Olaf's Hospital.", ("hospitalised", 11)),
        ("Eleven needed hospital treatment after the stampede.", ("hospitalised", 11)),
        ("Eleven of the injured are in a critical condition.", ("critical", 11)),
        ("The tally of missing on the glacier falls to 11 after a count.", ("missing", 11)),
        ("A nurse reported 11 confirmed deaths on the ward.", ("killed", 11)),
        ("The stampede has claimed an eleventh victim.", ("killed", 11)),
        ("Eleven people sustained injuries of varying severity when the stand fell.", ("injured", 11)),
        ("Eleven passengers suffered head and chest injuries.", ("passenger injured", 11)),
        ("The tram firm said that 11 people had received minor wounds.", ("injured", 11)),
        ("The mine's owner confirmed the death of 11 people.", ("killed", 11)),
    ],
)
def test_what_became_of_them_is_read_however_it_is_told(sentence, expected):
    assert expected in counted(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Eleven people claimed a prize.",
        "The museum took eleven paintings.",
        "Eleven people came down the hill.",
        "The number of passengers rose to eleven.",
        "The cat has eleven lives, he joked.",
        "The path took eleven people to the lake.",
        "Eleven of them went to the hospital fair.",
        "Eleven people suffered no injuries.",
        "Eleven people received medals for their injuries.",
        "Eleven of the injured were women.",
        "An eleventh victim was shot in the leg.",
        "Eleven ministers were forced to leave the cabinet.",
        "Eleven people fled the court.",
    ],
)
def test_no_harm_is_read_where_none_is_told(sentence):
    assert not {unit for unit, _ in counted(sentence)} & STATES.keys()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The fourth minister to resign said nothing.", ("minister", 4)),
        ("The club signed its 14th striker.", ("striker", 14)),
        ("A third tanker has run aground.", ("tanker", 3)),
        ("The archive bought 40 Dutch maps.", ("map", 40)),
        ("The plant employs 310 UK staff.", ("staff", 310)),
        ("Nine angry and tired teachers sued.", ("teacher", 9)),
        ("Stolen letters, 212 of them, were found.", ("letter", 212)),
        ("Six ex-detectives met.", ("detective", 6)),
    ],
)
def test_what_is_counted_is_read_with_what_describes_it(sentence, expected):
    assert expected in counted(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Its fourth quarter was weak.",
        "The fourth of May was dry.",
        "They came in the 14th minute.",
        "She went in at 24 and came out at 47.",
        "The Fourth Street bridge is shut.",
    ],
)
def test_no_thing_is_counted_by_what_only_orders_dates_or_ages(sentence):
    assert counted(sentence) == []
