"""Sizes, distances, speeds, magnitudes: compared in any unit, for one property of one thing."""

import pytest

from secondsource.comparing.claim import Claims, Comparison
from secondsource.comparing.overlap import Overlap
from secondsource.comparing.sentences import Side
from secondsource.kinds.measures import Measures


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("A 6.4-magnitude quake struck.", "6.4-magnitude"),
        ("The quake struck at a depth of 10 km.", "10 km"),
        ("The fire burned 12,000 acres.", "12,000 acres"),
        ("Winds reached 120 mph.", "120 mph"),
        ("Police found more than 5 kg of cocaine.", "more than 5 kg"),
        ("The river peaked at 5.9m.", "5.9m"),
        ("The world lies 34 light years from Earth.", "34 light years"),
        ("A 7 magnitude earthquake struck.", "7 magnitude"),
        ("It was 39.4C in the capital.", "39.4C"),
    ],
)
def test_a_measure_is_read_with_its_unit_and_bound(find, sentence, words):
    assert any(words in claim.exact for claim in find(sentence))


@pytest.mark.parametrize(("theirs", "expected"), [("6.9", set()), ("7.0", {"corroborates"}), ("6.7", {"conflicts"})])
def test_a_whole_magnitude_may_be_rounded_by_a_tenth(stances, theirs, expected):
    assert stances("A magnitude 7 earthquake shook the islands.", f"The earthquake measured {theirs}.") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Sales reached 5.9m.",
        "Room 12C is free.",
        "Sales of £12C were odd.",
        "The flood left 2.3m people homeless.",
        "A magnitude of joy.",
    ],
)
def test_millions_are_no_metres_and_a_magnitude_has_its_number(find, sentence):
    assert not find(sentence)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Winds reached 120 mph.", "Winds reached 193 km/h."),
        ("The fire burned 12,000 acres.", "The fire burned 4,900 hectares."),
        ("The quake struck at a depth of 10 km.", "The quake struck at a depth of 10 kilometres."),
        ("A 6.4-magnitude quake struck.", "A magnitude 6.4 earthquake struck."),
    ],
)
def test_one_measure_in_any_unit_corroborates(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("A 6.4-magnitude quake struck.", "A magnitude 6.5 earthquake struck."),
        ("Police found 5 kg of cocaine in the van.", "Police found 6 kg of cocaine in the van."),
        ("The net of the trawler is 62 metres wide.", "The net of the trawler is 60 m wide."),
    ],
)
def test_two_measures_of_one_thing_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The quake struck at a depth of 10 km.", "The quake struck 35 km south of the port."),
        ("A 6.4-magnitude quake struck.", "A 5.9-magnitude aftershock struck."),
        ("A 6.4-magnitude quake struck.", "A 6.1-magnitude quake struck there in 2012."),
        ("The boat is 20 metres long.", "The boat is 18 metres wide."),
        ("The car was going 90 mph.", "The speed limit is 80 mph."),
        ("The village lies 20 km from the border.", "The town lies 25 km from the border."),
        ("Police found 5 kg of cocaine.", "Police found 6 kg of heroin."),
        ("Temperatures hit 41C in the capital.", "Temperatures hit 43C in the south."),
    ],
)
def test_measures_of_two_things_are_not_compared(stances, ours, theirs):
    assert not stances(ours, theirs)


@pytest.mark.parametrize("words", ["60 miles an hour", "60mph", "60 miles per hour", "60 mile-an-hour"])
def test_a_speed_is_read_however_it_is_written(find, words):
    (claim,) = find(f"The gale reached {words} on the pass.")
    assert claim.property == "speed"


@pytest.mark.parametrize(
    ("ours", "theirs", "conflict"),
    [
        ("A quake of magnitude 6.4 struck Karsa.", "A second quake, of magnitude 5.9, struck Karsa.", False),
        ("The magnitude 6.4 earthquake shook Orrin.", "Another strong tremor of magnitude 5.9 shook Orrin.", False),
        ("A quake of magnitude 6.4 struck at sea.", "A later, magnitude 5.9 earthquake struck at sea.", False),
        ("A second quake in Karsa had a magnitude of 6.4.", "The second quake, of magnitude 5.9, struck Karsa.", False),
        (
            "A quake of magnitude 6.4 struck Karsa.",
            "The third floor gave way as a quake of magnitude 5.9 struck Karsa.",
            True,
        ),
        ("A quake of magnitude 6.4 shook Orrin.", "For 20 seconds a quake of magnitude 5.9 shook Orrin.", True),
    ],
)
def test_a_later_shock_is_not_the_one_told_of_without_a_number(stances, ours, theirs, conflict):
    assert ("conflicts" in stances(ours, theirs)) is conflict
    assert ("conflicts" in stances(theirs, ours)) is conflict


METEORITE = "The meteorite landed on a glacier, 64 km north of Corvo station."
WRECK = "The wreck of the trawler was found on a sandbank, 31 km south of Harwell."


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (METEORITE, "The hut on the glacier, 46 km north of Corvo station, was hit by the meteorite."),
        (WRECK, "The hamlet of Orrin, 42 km south of Harwell, sent the boat that found the wreck of the trawler."),
        ("The fire is burning 12 km from Alta.", "The fire is burning 25 km from the port of Bora."),
        (METEORITE, "The meteorite landed on a glacier, 46 km west of Harwell."),
        (
            "The airliner came down in a plantation, 112 miles east of Tarn airport.",
            "The manager's house, 121 miles east of Tarn airport, was hit as the airliner came down in a plantation.",
        ),
    ],
)
def test_how_far_away_another_thing_is_is_not_compared(stances, ours, theirs):
    assert not stances(ours, theirs)
    assert not stances(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (METEORITE, "The meteorite landed on a glacier, 46 km north of Corvo station."),
        (WRECK, "The wreck of the trawler, 42 km south of Harwell, was found on a sandbank."),
        (METEORITE, "The meteorite landed on a glacier, 46 km north of the station."),
        (
            "The airliner came down in a plantation, 112 miles east of Tarn airport.",
            "The airliner came down in a plantation 121 miles east of Tarn airport.",
        ),
    ],
)
def test_how_far_away_one_thing_is_conflicts(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}


def test_a_length_that_an_article_has_twice_may_be_of_two_things(find):
    """An equal length elsewhere is not taken for a mention of one that is in conflict: a bridge, a run so far."""
    ours = find("The bridge of Arno is 34 km long. The runners of the marathon had done 34 km.")
    theirs = find("The bridge of Arno is 38 km long.")
    both = Comparison(Claims(ours), Claims(theirs), Overlap(Side(()), Side(())))
    assert [(a, b) for a, b, _ in Measures().relate(both)] == [(ours[0], theirs[0])]


@pytest.mark.parametrize(
    ("ours", "theirs", "conflict"),
    [
        ("At noon the storm had winds of 125 mph.", "The storm had winds of 110 mph at noon.", True),
        ("The storm has winds of 125 mph.", "As of midnight the storm has winds of 110 mph.", False),
        (
            "In the morning the ferry was 35 miles from the port.",
            "The ferry was 40 miles from the port at night.",
            False,
        ),
        ("The balloon was 30 miles off Orrin at 2 p.m.", "The balloon was 45 miles off Orrin at 6 p.m.", False),
    ],
)
def test_what_moves_is_measured_at_one_time_of_the_day(stances, ours, theirs, conflict):
    assert ("conflicts" in stances(ours, theirs)) is conflict
