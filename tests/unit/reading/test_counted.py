"""What a number counts."""

import pytest

from secondsource.reading import read
from secondsource.reading.counted import find_counted


def counted(sentence):
    document = read(sentence)
    return [(found.unit, found.value) for _, p in document.statements for found in find_counted(document, p)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nine people are now known to have died.", [("killed", 9)]),
        ("The flood, in which nine people lost their lives, is over.", [("killed", 9)]),
        ("The toll of the avalanche rises to nine.", [("killed", 9)]),
        ("Divers pulled nine people alive from the hold.", [("rescued", 9)]),
        ("Nine people are still unaccounted for.", [("missing", 9)]),
        ("The fire killed 14 people in Arta, nine in Belm and four in Corv.",
         [("killed", 14), ("killed", 9), ("killed", 4)]),
        ("Nine of the dead were in Belm.", [("killed", 9)]),
        ("The mill has nine looms.", [("loom", 9)]),
        ("In Belm 61 injured are still in the hospital.", [("hospitalised", 61)]),
    ],
)  # fmt: skip
def test_casualties_by_their_state_and_things_by_their_noun(sentence, expected):
    assert counted(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The three Harbour Board officials resigned.", [("official", 3)]),
        ("About 40 U.S. Coast Guard rescue swimmers were sent.", [("swimmer", 40)]),
        ("Some 50,000 Belm pupils stay at home.", [("pupil", 50_000)]),
        ("All 12 NATO members agreed.", [("member", 12)]),
        ("At least 58 Israelis had bought a ticket.", [("israeli", 58)]),
        ("Roughly 300 Norwegians watched, six Democrats among them.", [("norwegian", 300), ("democrat", 6)]),
        ("There were 12 Rovers fans on the bus.", [("fan", 12)]),
        ("The yard has 6,700 hourly and salaried paint shop workers.", [("worker", 6_700)]),
        ("The council heard 300 police officers.", [("officer", 300)]),
        ("Ferry Strike Strands 35,000 Islanders", [("islander", 35_000)]),
        ("Police Say 12 People Killed In Bus Crash In Arta", [("killed", 12)]),
        ("Storm Destroys 14 Homes, Kills Three in Belm Valley", [("home", 14), ("killed", 3)]),
        ("The report runs to 400 pages.", [("page", 400)]),
        ("Some 5,000 US troops left.", [("troop", 5_000)]),
        ("The bank cut 400 IT jobs.", [("job", 400)]),
        ("The raid freed 12 WHO doctors.", [("doctor", 12)]),
        ("Two US and Belmish nurses sang.", [("nurse", 2)]),
        ("POLICE HOLD 12 IN HARBOUR RAIDS", []),
    ],
)
def test_names_may_describe_what_is_counted_and_a_headline_has_capitals(sentence, expected):
    assert counted(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Arguments will be heard Jan. 3.",
        "The choir met on May 23 as pupils marched.",
        "The bill has until Sept. 30 to pass.",
        "The Feb. 8 Harbour Board elections were annulled.",
        "Rates rose from 328.5 deaths/100,000 to 348.2 deaths per 100,000.",
        "Nearly seven in 10 adults like the bridge.",
        "The council passed Article 51 Wednesday.",
        "Route 66 Drivers wait at the bridge.",
        "Nine of the injured were in a coma.",
        "She was nine in Belm.",
        "The violin cost 20,000 crowns.",
        "The fine was 3,000 kronor.",
        "The crane lifted 900 pounds.",
        "The winner took 9,000 euros out of a pot of 40,000.",
        "Support for the canal rose from 40 percent to 52.",
    ],
)
def test_what_counts_nobody_says_nothing(sentence):
    assert not counted(sentence)


def test_a_number_alone_counts_what_nobody_says():
    assert counted("The shop sold nine in Belm.") == [("", 9.0)]
