"""Tolls of which a place is told on one side alone: the scene of both, or where a part of the casualties was."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.reconciling import Source, read_claims, relate

RAID = """Gunmen attacked the customs house in the Tarvish port of Belmouth before dawn on Monday, officials said.

At least four people were killed, the harbour police said.

The port will stay closed until the wreckage has been cleared away."""
RAID_TOO = """At least seven killed in Tarvish raid on customs house

The harbour of Belmouth was shut after gunmen had broken into the customs house on Monday.

Wreckage is still being cleared away, the harbour police said."""
FERRY = """A ferry with school classes on board capsized off Sandhaven on Monday.

The accident killed 14 people in Sandhaven, the coastguard said.

Divers were looking for the ferry's log, the harbour master said."""
FERRY_TOO = """Divers have found the log of the ferry that capsized off Sandhaven, the harbour master said.

The accident killed 17 people, the coastguard said.

School classes had been on board."""
BLAST = """A blast tore through a grain mill outside Orsk on Monday, the fire service said.

The explosion injured 31 people, the fire service said.

Flour dust had caught fire beneath the silos, an inspector said."""
BLAST_TOO = """Dust beneath the silos caught fire in a grain mill at Orsk, an inspector said on Monday.

The explosion injured 38 people in the town of Orsk, the fire service said.

The mill had been inspected in spring."""
STORM = """A storm has swept across the coast of Marrow, leaving roads and bridges under water, the ministry said.

The storm killed 40 people, the ministry said.

Bridges are to be rebuilt before winter."""
STORM_IN_ONE_TOWN = """Bridges in Marrow will be rebuilt before winter, after the storm that left roads under water.

The storm killed 27 people in Hollin, the ministry said.

Soldiers have been sent to clear the roads."""
STORM_TOWN_BY_TOWN = """Storm on the coast of Marrow: Hollin and Brack under water, roads and bridges swept away

The storm killed 27 people in Hollin and nine in Brack, the ministry said.

Bridges are to be rebuilt before winter."""
QUAKE = """An earthquake shook the Sable islands on Monday, bringing down a school and a church, the governor said.

The quake killed 60 people, the governor said.

Aid was on its way by sea."""
QUAKE_SCHOOL = """Aid is on its way by sea to the Sable islands, where an earthquake struck on Monday.

The quake killed 45 people in a village clinic, the governor said.

A church was brought down too."""


FLOODS = """Floods in Morland have swept away bridges and houses, the governor said.

Soldiers are on their way to the valley with boats and blankets.

Bridges are to be rebuilt before winter.

Aid was promised. Two people died in Tolmec. The floods killed seven people in Saranca, the governor said."""
FLOODS_TOO = """The floods that hit Saranca on Monday have swept away bridges and houses, the governor said.

The floods killed 17 people, the governor said.

Soldiers with boats and blankets are on their way to the valley."""

CYCLONE = """A cyclone hit Orrin and Harn on Monday, the governor said.

The cyclone killed 300 people, the governor said.

Bridges are to be rebuilt before winter."""
CYCLONE_IN_ONE_TOWN = """A cyclone tore through Orrin and Harn on Monday, leaving roads under water.

The cyclone killed 220 people in Orrin, the governor said.

Soldiers have been sent to clear the roads."""


def tolls(ours: str, theirs: str) -> set[tuple[str, str]]:
    """The values of counts that two articles of one day are said to differ in."""
    a, b = (Source(text, "Post", text, read_claims(text, published=date(2031, 5, 13))) for text in (ours, theirs))
    return {(r.a.value, r.b.value) for r in relate(a, b) if r.a.kind == "counts" and r.stance == "conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs", "differ"),
    [
        (RAID, RAID_TOO, ("at least 4", "At least 7")),
        (FERRY, FERRY_TOO, ("14", "17")),
        (BLAST, BLAST_TOO, ("31", "38")),
    ],
)
def test_the_scene_that_the_other_article_names_at_its_start_makes_no_part_of_a_toll(ours, theirs, differ):
    values = {tuple(value.lower() for value in pair) for pair in tolls(ours, theirs)}
    assert tuple(value.lower() for value in differ) in values


@pytest.mark.parametrize("theirs", [STORM_IN_ONE_TOWN, STORM_TOWN_BY_TOWN])
def test_a_town_that_the_other_article_does_not_begin_with_or_one_of_several_does(theirs):
    assert not tolls(STORM, theirs)


def test_so_does_a_building_in_which_some_of_them_were():
    assert not tolls(QUAKE, QUAKE_SCHOOL)


def test_so_does_each_of_two_places_whose_tolls_an_article_gives():
    assert not tolls(FLOODS, FLOODS_TOO)


def test_so_does_one_of_two_places_that_the_other_article_begins_with():
    assert not tolls(CYCLONE, CYCLONE_IN_ONE_TOWN)
