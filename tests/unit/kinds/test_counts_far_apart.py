"""Counts that stand far apart in longer articles: of one noun alone they are hardly of one thing."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.reconciling import Source, read_claims, relate

DAY = date(2031, 5, 6)
FERRY = """The night ferry to Holm ran aground off Skarvik on Monday evening. The captain had left the bridge to the
pilot. Passengers were asleep in their cabins. {}

The pilot had taken a turn too late, the coastguard said. A tug from Brekka came at dawn. The wind had risen in the
night. By noon the ship was afloat again. The shipping line said that it was sorry. Its next sailing is on Friday."""
FERRY_TOO = """Off Skarvik the night ferry to Holm ran aground on Monday evening. The coastguard blames a late turn by
the pilot. The ship was afloat by noon.

On Friday it sails again. The line that runs it apologised. In the cabins the passengers slept. In the night the wind
rose. At dawn a tug came from Brekka. The pilot had the bridge to himself.

{}"""
TRIAL = """A baker from Tarvia was jailed for arson on Monday. The judge spoke of a cruel act. {}

The fire had gutted the town's old theatre. The baker owed money to its owner, Ines Taborda. He had bought petrol on
the day. A camera at the station showed him. His lawyer will appeal. The theatre is to be built anew. Neighbours had
called the fire brigade. The roof fell in before it came."""
TRIAL_TOO = """Ines Taborda's old theatre in Tarvia burned because a baker owed her money. He must go to prison, the
judge said on Monday. It was a cruel act, she found.

An appeal will follow, his lawyer said. Petrol had been bought on the day, as a camera showed. The fire brigade, called
by neighbours, came too late. By then the roof was gone. A new theatre is planned. Few in the town were surprised.

{}"""
MILL = """The paper mill of Lund will shut in autumn, its owners said on Monday. Wood has become too dear. {}

The union had offered to work for less. The owners, Orrin Paper, would not hear of it. The mill stands on the river
since the war. Its chimney is seen from afar. A museum may take the oldest machine. The mayor called it a black day."""
MILL_TOO = """Orrin Paper shuts its mill in Lund. It is a black day, the mayor said. The price of wood is to blame.

For less pay the union would have gone on. On the river the mill's chimney is seen from far off. A museum has asked
for a machine. The owners spoke on Monday. Autumn will be quiet in Lund. Many will move away.

{}"""
STORIES = {"ferry": (FERRY, FERRY_TOO), "trial": (TRIAL, TRIAL_TOO), "mill": (MILL, MILL_TOO)}


def conflicts(story: str, ours: str, theirs: str) -> set[tuple[str, str]]:
    """What is in conflict, the same both ways."""
    a, b = (
        Source(name, name, text, read_claims(text, published=DAY), None, DAY)
        for name, text in zip(
            "ab", (s.format(t) for s, t in zip(STORIES[story], (ours, theirs), strict=True)), strict=True
        )
    )
    there = {(r.a.value, r.b.value) for r in relate(a, b) if r.stance == "conflicts"}
    assert there == {(r.b.value, r.a.value) for r in relate(b, a) if r.stance == "conflicts"}
    return there


@pytest.mark.parametrize(
    ("story", "ours", "theirs"),
    [
        ("ferry", "Mr Loe, a widower, has five grandchildren.", "The old man dotes on six grandchildren."),
        ("ferry", "Three of the officers had served on other ships.", "The line has four officers in its school."),
        ("ferry", "The line has 340 shops ashore.", "Some 430 shops sell its tickets."),
        ("ferry", "The line has 3,400 shops ashore.", "Some 4,300 shops sell its tickets."),  # round: no slip
        ("trial", "The prison of Belmark holds 240 inmates.", "Letters of thanks came from 190 inmates abroad."),
        ("trial", "The bakery had 14 shops then.", "There are 12 shops in the street behind it."),
        ("mill", "The union has 2,400 members.", "A club of anglers, with 1,900 members, lost the weir."),
    ],
)
def test_counts_of_one_noun_alone_are_in_no_conflict(story: str, ours: str, theirs: str) -> None:
    assert not conflicts(story, ours, theirs)


@pytest.mark.parametrize(
    ("story", "ours", "theirs"),
    [
        (
            "ferry",
            "Lifeboats took 190 passengers to Skarvik harbour.",
            "At Skarvik harbour lifeboats landed 140 passengers.",
        ),
        ("ferry", "Eleven people were killed.", "Thirteen people died."),
        ("ferry", "The shipyard in Gdansk has 143 cranes.", "Rusting in the port of Brekka are 134 cranes."),
        (
            "trial",
            "The court heard 26 witnesses over the arson.",
            "Over the arson 31 witnesses were heard by the court.",
        ),
        ("mill", "The mill employs 340 workers.", "With the mill 410 workers lose their jobs."),
    ],
    ids=["one act", "a toll", "a slip", "one court", "one mill"],
)
def test_counts_with_more_in_common_and_tolls_are(story: str, ours: str, theirs: str) -> None:
    assert len(conflicts(story, ours, theirs)) == 1


@pytest.mark.parametrize(
    ("story", "ours", "theirs", "shown"),
    [
        ("ferry", "The wreck killed 26 people, most of them asleep.", "Twenty children died in the wreck.", False),
        ("trial", "The fire killed 14 people.", "Eleven tourists died in the fire.", False),
        ("mill", "A blast at the mill killed nine people.", "Seven children died in the blast at the mill.", False),
        ("ferry", "The wreck killed 26 people.", "Twenty-eight people died in the wreck.", True),
        ("trial", "The fire killed 14 people.", "Eleven people died in the fire.", True),
        ("mill", "A blast at the mill killed nine people.", "Seven people died in the blast at the mill.", True),
    ],
)
def test_some_of_the_dead_are_not_all(story: str, ours: str, theirs: str, shown: bool) -> None:
    assert bool(conflicts(story, ours, theirs)) is shown


@pytest.mark.parametrize(
    ("story", "ours", "theirs", "shown"),
    [
        pytest.param(
            "trial",
            "Judge Ana Quill, who had heard 26 neighbours and a chemist in a week, jailed the baker for arson.",
            "Years ago a council clerk from Brekka was freed of forgery by Judge Ida Holm after a long hearing.",
            False, id="a baker and a clerk",
        ),
        pytest.param(
            "ferry",
            "Judge Ana Quill let the pilot go home until an inquiry into the stranded ship is done in autumn.",
            "A smuggler who hid whisky in a lorry was sent to prison in Orrin by Judge Ida Marsh last winter.",
            False, id="a pilot and a smuggler",
        ),
        pytest.param(
            "mill",
            "Judge Ana Quill ordered Orrin Paper to pay its workers for the weeks in which the mill stood still.",
            "Anglers lost a suit over the weir before Judge Ida Holm when salmon died in the drought of that year.",
            False, id="workers and anglers",
        ),
        pytest.param(
            "trial", "Judge Ana Quill jailed the baker for arson.", "For arson Judge Ida Holm jailed the baker.", True,
            id="one baker",
        ),
        pytest.param(
            "ferry", "Judge Ana Quill freed the pilot on bail.", "On bail Judge Ida Marsh freed the pilot.", True,
            id="one pilot",
        ),
        pytest.param(
            "mill", "Judge Ana Quill fined the mill in Lund.", "Judge Ida Holm fined the mill in Lund.", True,
            id="one mill",
        ),
    ],
)  # fmt: skip
def test_judges_of_two_trials_are_in_no_conflict(story: str, ours: str, theirs: str, shown: bool) -> None:
    assert bool(conflicts(story, ours, theirs)) is shown
