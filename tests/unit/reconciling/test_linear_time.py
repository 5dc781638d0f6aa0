"""Twice the text takes about twice the time, on texts made to be slow; and no such text is far slower than prose."""

from __future__ import annotations

import gc
from time import process_time

import pytest

from secondsource.reconciling import read_claims

SIZE = 25_000  # code points of the shorter text
MOST_GROWTH = 3.5  # times as long for twice the text: linear is 2, quadratic 4
MOST_SLOWER = 60  # times as long as prose of the same size; prose is read at well over 1,000 sentences a second
RUNS = 3

PROSE = (
    "The ferry sank off the northern coast on Tuesday, killing 31 people, the coastguard said. "
    "“We lost everything,” said Rosa Pinto, 62, who was on deck with her husband. "
    "The company, founded in 1931, employs 450 people in 12 countries.\n"
)
HOSTILE = (
    """a|A|1| |\n|.|...|-|“|”|"|'|‘|« |(|, |a-|1,|1.|A.|É|😀|he |Ann |Ann Lee |Ann's |Ann, 41, |in 2011 |on Monday """
    """|3 May |12 people were killed |twenty-|two hundred and |at least |the 41-year-old |9 years older |$1 million """
    """|5 percent |his wife |first child |10th anniversary |the following year |married to |the former |he said “no """
    """|two days later |in May |last been |not since |2nd anniversary of the |before dawn on |9:35 p.m. |at 21:35 """
    """|a quarter to |from 2001 to 2010 |May to June |nine years and |siblings aged 19 and 23 """
    """|of of |A |(a) |No. |“x” “y” |Ab Cd Ef. |😀É|Ann, 41, his wife, said. """
    """|"no" he said |photos by |his third title |came fourth |in Elm Street |to Ann """
    """|nobody was hurt |a guard was hurt |was not arrested |Ann Lee, a nurse, died |identified as Ann Lee """
    """|the bus driver never |Ann said that |, said Ann |according to Ann, |“a,” he said, """
    """|the head of the x, |Ann met Bo |her marriage to Ann and |gave birth to a new |birth of a |half of the """
    f"""|“{'a" ' * 1_990}” """
).split("|")


def seconds(text: str) -> float:
    """The processor time of reading a text once."""
    gc.collect()
    start = process_time()
    read_claims(text)
    return process_time() - start


def repeated(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


@pytest.fixture(scope="module")
def prose() -> float:
    """The time of reading SIZE code points of news."""
    read_claims(PROSE)  # word lists are loaded once
    gc.collect()
    gc.freeze()  # what thousands of tests have left is looked through once, not before each reading
    return min(seconds(repeated(PROSE, SIZE)) for _ in range(RUNS))


@pytest.mark.parametrize("unit", HOSTILE, ids=repr)
def test_twice_a_hostile_text_takes_about_twice_the_time(unit: str, prose: float) -> None:
    short = long = float("inf")
    for _ in range(RUNS):  # the best of a few, so that another process's turn does not count
        short = min(short, seconds(repeated(unit, SIZE)))
        long = min(long, seconds(repeated(unit, 2 * SIZE)))
        if long < MOST_GROWTH * short < MOST_GROWTH * MOST_SLOWER * prose or short > 5:
            break
    assert short < MOST_SLOWER * prose
    assert long < MOST_GROWTH * max(short, prose / 10)  # a tenth of prose: less is noise
