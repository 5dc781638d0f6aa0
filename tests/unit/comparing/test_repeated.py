"""A figure in conflict is so at each mention that its article makes of it."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.reconciling import Source, read_claims, relate

DAY = date(2031, 5, 6)


def conflicts(ours: str, theirs: str) -> set[tuple[str, str]]:
    """The values in conflict, each with the first words of its sentence."""
    a, b = (
        Source(name, name, text, read_claims(text, published=DAY), None, DAY)
        for name, text in zip("ab", (ours, theirs), strict=True)
    )
    told = (relation for relation in relate(a, b) if relation.stance in ("conflicts", "updates"))
    return {(_opening(r.a.passage), _opening(r.b.passage)) for r in told}


def _opening(said: str) -> str:
    return " ".join(said.split()[:3])


MILL = """Paper mill to shed 1,350 jobs

The paper mill at Tornby will cut 1,350 jobs by the end of the year, its owner said on Monday.

Orders have fallen for three years, and the owner blames the price of wood.

"They told us at seven in the morning," said Greta Moe, who has worked there since she was twenty."""
MILL_TOO = """By the end of the year the paper mill at Tornby will cut 1,530 jobs, said its owner on Monday.

The price of wood is blamed by the owner for orders that have fallen for years.

None of the 1,530 redundancies will be in the boiler house, a spokesman promised.

The town of 9,000 has no other large employer."""
HARBOUR = """The museum harbour of Lemvik is to cost 74 million crowns, the council heard on Tuesday evening.

Mayor Rikke Dam called the 74 million crowns money well spent.

A first plan had been dropped because of the ground, which is soft clay.

The work begins in spring and will take two years."""
HARBOUR_TOO = """The council of Lemvik heard on Tuesday evening that the museum harbour is to cost 47 million crowns.

Soft clay was the reason why a first plan had been dropped.

Work on it begins in the spring, and in two years it will be done.

Not everybody in the council liked it."""
STORM = """A storm that crossed the islands of Sunnfjell on Friday killed 14 people, the governor said.

Ferries stayed in port until Saturday noon, and the bridge to the mainland was closed.

The 14 dead were all on one bus, which the wind blew into the sea.

Schools open again on Monday."""
STORM_TOO = """The storm that crossed the islands of Sunnfjell on Friday has killed 17 people, said the governor.

Until noon on Saturday the bridge to the mainland was closed and ferries stayed in port.

On Monday the schools will open again.

Fishermen had been warned a day before."""

SEARCH = """The search for a shepherd on the Grimsel glacier lasted four days, rescuers said on Sunday.

Two helicopters and a dog took part in it.

Twelve volunteers slept in the chapel for all of the four days.

He was found with a broken ankle in a hut."""
SEARCH_TOO = """On Sunday rescuers said that the search for a shepherd on the Grimsel glacier had lasted three days.

A dog and two helicopters took part in it.

In a hut he was found with a broken ankle.

The valley rang its bells."""


@pytest.mark.parametrize(
    ("ours", "theirs", "again"),
    [
        pytest.param(
            MILL, MILL_TOO, {("Paper mill to", "By the end"), ("The paper mill", "None of the")}, id="business"
        ),
        pytest.param(HARBOUR, HARBOUR_TOO, {("Mayor Rikke Dam", "The council of")}, id="politics"),
        pytest.param(STORM, STORM_TOO, {("The 14 dead", "The storm that")}, id="weather"),
    ],
)
def test_a_figure_in_conflict_is_so_at_each_mention(ours: str, theirs: str, again: set[tuple[str, str]]) -> None:
    """Both ways round: the headline's jobs, the mayor's sum, the dead of whom more is told."""
    assert again <= conflicts(ours, theirs)
    assert {(b, a) for a, b in again} <= conflicts(theirs, ours)


def test_a_figure_that_agrees_with_one_of_the_other_article_is_in_conflict_at_no_further_mention() -> None:
    """The 1,300 homes of one article are those of the county in the other, whatever its headline has of two."""
    ours = """1,300 homes without power after storm

The storm hit Averley on Tuesday.

Engineers restored power to 800 homes.

The 1,300 homes were in Averley."""
    theirs = """2,900 homes without power after storm

The storm hit Averley and Cottam on Tuesday.

In Averley 1,300 homes were cut off.

The 2,900 homes should be back by noon."""
    assert not {("The 1,300 homes", "2,900 homes without")} & conflicts(ours, theirs)
    assert not {("2,900 homes without", "The 1,300 homes")} & conflicts(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs", "told", "another"),
    [
        pytest.param(
            HARBOUR, HARBOUR_TOO, "Mayor Rikke Dam called the 74 million crowns money well spent.",
            "Mayor Rikke Dam said that 74 million cars pass it in a century.", id="another unit",
        ),
        pytest.param(
            STORM, STORM_TOO, "The 14 dead were all on one bus, which the wind blew into the sea.",
            "In 1987 a storm killed 14 people there in one night.", id="another year",
        ),
        pytest.param(
            SEARCH, SEARCH_TOO, "Twelve volunteers slept in the chapel for all of the four days.",
            "His brother had been ill in bed for four days.", id="a small number of something else",
        ),
    ],
)  # fmt: skip
def test_the_same_number_of_something_else_is_no_mention(ours: str, theirs: str, told: str, another: str) -> None:
    """An equal number of another unit or year, or a small one with nothing in common, is left alone."""
    assert told in ours
    changed = ours.replace(told, another)
    found = conflicts(changed, theirs)
    assert len(found) == 1
    assert _opening(another) not in {a for a, _ in found}
