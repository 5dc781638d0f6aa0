"""Names of publishers: what looks like one, and when two are one's."""

from __future__ import annotations

import pytest

from secondsource.reading.outlets import agency, is_itself, known_outlet, looks_like_outlet, same_outlet


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Coast News", "Coast News Digital"),
        ("Harbourline", "Harbourline.com"),
        ("The Lantern", "The Daily Lantern"),
        ("NWA", "Northern Wire Agency"),
        ("AP", "The Associated Press"),
        ("BBC", "BBC News"),
    ],
)
def test_two_names_of_one_publisher(a: str, b: str) -> None:
    assert same_outlet(a, b)
    assert same_outlet(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The Times", "The Times of Malta"),
        ("The Times", "Harbour Times"),
        ("Valley Mirror", "Valley Mail"),
        ("News", "Daily News"),
        ("Agence France-Presse", "Associated Press"),
    ],
)
def test_two_publishers(a: str, b: str) -> None:
    assert not same_outlet(a, b)
    assert not same_outlet(b, a)


def test_an_article_means_its_own_outlet_by_part_of_its_name() -> None:
    assert is_itself("the Times", "Harbour Times")
    assert not is_itself("Reuters", "Harbour Times")


@pytest.mark.parametrize(
    "name",
    ["The Ridge Times", "Valley Radio", "BBC Radio 4", "Reuters", "Coast Weekly", "Times of Malta", "Daily Mirror"],
)
def test_a_name_that_looks_like_a_publishers(name: str) -> None:
    assert looks_like_outlet(name)


@pytest.mark.parametrize(
    "name",
    [
        "Ann Lee",
        "Congress",
        "Norvik",
        "Times Square Hotel",
        "Vice President",
        "Press Secretary",
        "County Medical Examiner",
        "",
    ],
)
def test_a_name_that_does_not(name: str) -> None:
    assert not looks_like_outlet(name)


def test_a_name_that_two_known_publishers_may_bear_is_neithers() -> None:
    assert known_outlet("Ridge Daily", {"Ridge News", "Ridge Online"}) is None
    assert known_outlet("Ridge", {"Ridge News", "Coast News"}) == "Ridge News"
    assert known_outlet("AFP", set()) == agency("AFP") == "Agence France-Presse"
