"""Made-up texts match their pattern, and every alternative is among them."""

from __future__ import annotations

import re

import pytest
from tests.unit.reading.matching import matching


def test_every_alternative_is_written_sooner_or_later() -> None:
    birds = re.compile(r"(?:[rn]aven|heron|gull|wr(?:en|yneck))s?")
    kinds = ("raven", "naven", "heron", "gull", "wren", "wryneck")
    assert set(matching(birds)) == {f"{bird}{end}" for bird in kinds for end in ("", "s")}


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?<=\d\s)miles?\b",
        r"\b(?i:north)\s+Pole(?!\w)",
        r"(?P<mark>[“\"])[^”\"\n]{3,9}(?P=mark)?",
        r"(\()?\w+(?(1)\))",
        r"^(?>a|b)++.\D\S\W$",
        r"(?=[A-Z])\w{2,}(?<!ed)",
        r"""(?x) two \s words  # and a remark""",
    ],
)
def test_whatever_a_pattern_is_made_of_texts_match_it(pattern: str) -> None:
    found = list(matching(re.compile(pattern)))
    assert len(set(found)) >= 10
    assert all(re.search(pattern, text) for text in found)


def test_the_same_texts_come_every_time() -> None:
    pattern = re.compile(r"\w{1,4} [a-z]+|\d+ (?:o'clock|hours)", re.IGNORECASE)
    assert list(matching(pattern)) == list(matching(pattern))


def test_letters_come_in_either_case_where_case_is_ignored() -> None:
    texts = set(matching(re.compile("is", re.IGNORECASE)))
    assert texts == {"is", "Is", "iS", "IS"}
