"""What sentences that are known to tell one thing have in common beside what is known."""

from datetime import date

import pytest

from secondsource.reconciling import Relation, Source, read_claims, relate

DAY = date(2031, 5, 12)


def source(name: str, text: str) -> Source:
    return Source(name, f"Outlet {name}", text, read_claims(text, published=DAY), None, DAY)


def clauses(ours: str, theirs: str) -> set[tuple[str, str]]:
    """The words of either article that clauses corroborate each other by."""
    a, b = source("a", ours), source("b", theirs)
    return {shown(a, b, found) for found in relate(a, b) if found.a.kind == "statements"}


def shown(a: Source, b: Source, found: Relation) -> tuple[str, str]:
    assert found.stance == "corroborates"
    (start, end), (low, high) = found.where
    return a.text[start:end], b.text[low:high]


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        (
            "Pilot Greta Moll, 52, had radioed twice before the glider hit the pylon.",
            "The glider hit a pylon and Greta Moll, 52, never radioed.",
            ("glider hit the pylon", "glider hit a pylon"),
        ),
        (
            "The dairy, which employs 1,340 people in Halder, was fined for letting whey into the brook.",
            "Whey had run into the brook for weeks, said the dairy, where 1,340 people work.",
            ("letting whey into the brook", "Whey had run into the brook"),
        ),
        (
            "Keeper Jonas Aalto, 34, saved two penalties on a frozen pitch.",
            "Jonas Aalto, 34, a substitute, saved both penalties.",
            ("saved two penalties", "saved both penalties"),
        ),
    ],
)
def test_clauses_beside_an_age_or_a_count_are_told_too(ours: str, theirs: str, both: tuple[str, str]) -> None:
    assert any(a in both[0] or both[0] in a for a, _ in clauses(ours, theirs)), clauses(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Greta Moll, 52, bakes bread in Ostwick.", "Greta Moll, 52, repairs clocks in Halder."),
        ("The dairy employs 1,340 people.", "The dairy, which employs 1,340 people, was fined."),
        ("Jonas Aalto, 34, told officials.", "Jonas Aalto, 34, met officials."),
        ("The trawler sank with 17 men, who could not swim.", "The trawler sank with 17 men, who could swim."),
    ],
)
def test_what_only_one_tells_and_what_says_nothing_is_not(ours: str, theirs: str) -> None:
    print(clauses(ours, theirs))
    assert not clauses(ours, theirs)
