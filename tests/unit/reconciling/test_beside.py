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
        (  # an age is known
            "Keeper Jonas Aalto, 34, saved two penalties on a frozen pitch.",
            "Jonas Aalto, 34, a substitute, saved both penalties.",
            ("saved two penalties on a frozen pitch", "saved both penalties"),
        ),
        (  # a measure is
            "The mill burned with 340 tonnes of grain in it, and sparks reached the chapel roof.",
            "Sparks flew to the roof of the chapel when 340 tonnes of grain burned.",
            ("sparks reached the chapel roof", "Sparks flew to the roof of the chapel"),
        ),
        (  # a date is, and parts the clause that it stands in
            "Ivo Sand, 61, sold the quay in March 2019, and the ferry has been late ever since.",
            "Since the quay was sold in March 2019 ferries are late, says Ivo Sand, 61.",
            ("ferry has been late ever since", "March 2019 ferries are late, says Ivo Sand, 61"),
        ),
        (  # a role is
            "Judge Renata Holm, 58, will hear the case on Friday.",
            "Judge Renata Holm, 58, set Friday for the hearing.",
            ("hear the case on Friday", "set Friday for the hearing"),
        ),
    ],
)
def test_a_clause_beside_what_is_known_is_told_too(ours: str, theirs: str, both: tuple[str, str]) -> None:
    assert both in clauses(ours, theirs)
    assert both[::-1] in clauses(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Greta Moll, 52, bakes bread in Ostwick.", "Greta Moll, 52, repairs clocks in Halder."),
        ("Rosa Pinto, 33, won the vote by 12 ballots.", "Rosa Pinto, 33, lost 12 kilos."),
        ("The trawler sank with 17 men, who could not swim.", "The trawler sank with 17 men, who could swim."),
        ("Jonas Aalto, 34, told officials.", "Jonas Aalto, 34, met officials."),
    ],
)
def test_what_only_one_tells_or_the_other_denies_is_not(ours: str, theirs: str) -> None:
    assert not clauses(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        (
            "The utterly exhausted relay swimmers finally touched the slippery harbour wall shivering uncontrollably.",
            "The relay swimmers touched the harbour wall. It was dark.",
            ("relay swimmers finally touched the slippery harbour wall", "relay swimmers touched the harbour wall"),
        ),
        (
            "Curators quietly removed seventeen controversial war paintings, the museum told us yesterday.",
            "Curators removed the war paintings. A bank paid.",
            (
                "Curators quietly removed seventeen controversial war paintings",
                "Curators removed the war paintings",
            ),
        ),
    ],
)
def test_a_note_on_a_long_clause_stands_where_both_tell_it(ours: str, theirs: str, both: tuple[str, str]) -> None:
    assert both in clauses(ours, theirs)
