"""A claim as it is copied, and sent from one process to another: both make it anew from what `__reduce__` gives."""

from __future__ import annotations

from copy import copy
from dataclasses import fields, replace

import pytest

from secondsource.kinds import Claim
from secondsource.reconciling import read_claims


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank at 9:40 p.m. on 3 March with 61 people aboard, the coastguard said.",
        "“We never saw the memo,” Ola Brandt told jurors on Tuesday.",
        "Voters in Marlow backed the levy by 52 percent to 48.",
    ],
)
def test_what_arrives_is_what_was_sent(text: str) -> None:
    claims = read_claims(text)
    assert claims
    arrived = tuple(map(copy, claims))
    assert arrived == claims
    assert [one.content for one in arrived] == [one.content for one in claims]


def test_nothing_of_one_that_was_put_right_is_lost() -> None:
    claim = Claim("ages", "Ola Brandt", "age", "41", 0, 2, "41", "41 years", 0, {}, corrects="an older one")
    arrived = copy(claim)
    assert [getattr(arrived, one.name) for one in fields(Claim)] == [getattr(claim, one.name) for one in fields(Claim)]


def test_words_that_are_others_have_another_content() -> None:
    claim, *_ = read_claims("The dam held 61 people, the engineer said on Tuesday.")
    before = claim.content
    assert replace(claim, value="62").content == before
    assert replace(claim, exact=claim.exact + "!").content != before
    assert replace(claim, corrects="an older one").content == "an older one"
    assert claim.content == before
