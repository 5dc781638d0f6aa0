"""Whatever two texts say, claims are slices of them and comparing does not depend on which comes first."""

from __future__ import annotations

import re
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.kinds import KINDS
from secondsource.reading import read
from secondsource.reconciling import Source, read_claims, reconcile, relate, trace_origins
from secondsource.reconciling.tracing import Voice, distinct, settle

SENTENCES = """Ann Lee, 41, was held on Monday.
Between 40 and 50 people were hurt at the bank.
Some 45 people were hurt at the stadium in Leeds.
Nobody was hurt at the march in 2019.
The deal is worth $3 million to $5 million before tax.
The club is worth -$4 million after tax.
Temperatures fell to -5°C.
Temperatures fell to 5°C on Tuesday, 5 June 2024.
A third of the vineyard burned for a fortnight.
Almost 33 percent of the orchard burned for two weeks.
The fire has burned 3,000 acres so far.
Ann Lee (43) was held on Tuesday, police said.
Police arrested a 34-year-old man.
At least 12 people were killed when the ferry sank in 2011.
The ferry sank in 2012, killing 15 people.
The death toll rose to 15.
The couple have a 15-year age gap.
His wife is 14 years his junior.
“We lost everything in ten minutes,” said Rosa Pinto.
“We lost it all in just ten minutes,” Pinto told the court.
“We,” Rosa Pinto said in 2012, “lost everything in ten minutes.”
“We did not lose everything in ten minutes,” said Ana Sol.
Rosa Pinto said that the flood took everything in ten minutes.
According to Rosa Pinto, the flood took everything within ten minutes.
His wife Ana Sol, a nurse, was driving.
Nurse Ana Sol, his wife, was driving.
They moved to Leeds in 2010 and wed the next year.
They married in 2012.
The company founded in 1998 will cut 1,200 jobs.
The company, founded in 1999, cut 1,100 jobs.
The siege lasted almost three weeks.
The siege lasted two weeks and three days.
Ken Watt led the bank from 2015 to 2019.
Ken Watt led the bank for six years.
Sales fell from July to September.
Sales fell in the three months to September 30.
The train derailed outside the station at 7:12 a.m. (0612 GMT).
The train derailed outside the station at 7:42 a.m. local time.
The train derailed at about a quarter to eight.
Mia and Tom Sol, siblings aged 19 and 23, won. The 19-year-old wept.
The floods killed 17 people in Arta, 12 in Belm and four in Corv.
The floods killed 33 people.
They live with their children, Mia, 10, Tom, 8, and Sara, 5.
They live with their four children.
The couple, Ann Lee, 40, and Bo Marr, 28, wed yesterday.
The ferry sank off the northern coast on Tuesday.
Ann Lee pleaded guilty.
Ann Lee, 41, pleaded not guilty to fraud.
Lina Horvath, 34, won.
Captain Lina Horvat was freed.
Goalkeeper Max Keane fell.
Goalkeeper Tom Keane fell.
Ann Lee was arrested in Elm Street.
Ann Lee was arrested in Oak Street.
Ann Lee finished fourth.
Ann Lee came third and won her fifth title.
Nobody was hurt in Leeds.
A guard was injured in Leeds.
Two men were seen.
Two men fled.
The dam broke yesterday and the mayor resigned the next morning.
The dam broke in the early hours of Tuesday.
They marked the second anniversary of the blaze in May.
The lift was last inspected in 2018.
The lift had not been inspected since 2016.
Norvik lost $2.4 million, 3 percent of its sales.
Norvik lost $2.6 million, 4 percent of its sales.
LIMA (AP) — The ferry sank in 2011, the Coast Daily reported.
Ann Lee told a press conference on Monday that 15 people were killed.
Norvik lost $2.4 million, per Coast Daily.
Storm Hits Coast, Dozens Missing
Related: Ten best storms""".splitlines()
STORY = st.lists(st.sampled_from(SENTENCES), max_size=8).map(" ".join)
PIECES = (
    """“|”|"|'|’s |\n|. |? | he asked| said|Ann Lee|Dr. |, 41,| 41-year-old| in 2011| on Tuesday| 3 May| 1,200"""
    """| people| killed| at least| twenty-|the |…|É|😀| his wife | first child| 10-year anniversary in 2019| age gap"""
    """| 12 years|$| million|%|(|)| a nurse| said that |according to |” she said, “|[not] """
).split("|")
SCRAPS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
TEXTS = st.one_of(STORY, SCRAPS, st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
DAYS = st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2025, 12, 31)))


def source(name: str, text: str, day: date | None = None) -> Source:
    return Source(name, f"Outlet {name}", text, read_claims(text, published=day), None, day)


@settings(max_examples=250, deadline=None)
@given(TEXTS, DAYS)
def test_a_claim_is_the_slice_it_says_it_is(text: str, day: date | None) -> None:
    for claim in read_claims(text, published=day):
        assert text[claim.start : claim.end] == claim.exact != ""


@settings(max_examples=250, deadline=None)
@given(TEXTS, DAYS)
def test_a_claim_lies_inside_one_passage(text: str, day: date | None) -> None:
    passages = {(passage.start, passage.end) for passage in read(text).passages if not passage.furniture}
    for claim in read_claims(text, published=day):
        end = claim.passage_start + len(claim.passage)
        assert (claim.passage_start, end) in passages
        assert claim.passage_start <= claim.start < claim.end <= end


@settings(max_examples=250, deadline=None)
@given(TEXTS, TEXTS, DAYS, DAYS)
def test_comparing_does_not_depend_on_which_article_is_read(
    one: str, other: str, one_day: date | None, other_day: date | None
) -> None:
    a, b = source("a", one, one_day), source("b", other, other_day)
    there = {(r.stance, r.a.start, r.a.exact, r.b.start, r.b.exact) for r in relate(a, b)}
    back = {(r.stance, r.b.start, r.b.exact, r.a.start, r.a.exact) for r in relate(b, a)}
    assert there == back


@settings(max_examples=150, deadline=None)
@given(STORY, DAYS)
def test_an_article_never_contradicts_its_own_copy_in_one_sentence(text: str, day: date | None) -> None:
    """The same sentence on both sides is at most corroborated."""
    for found in relate(source("a", text, day), source("b", text, day)):
        if found.a.start == found.b.start and found.a.exact == found.b.exact:
            assert found.stance == "corroborates"


@settings(max_examples=150, deadline=None)
@given(STORY, st.sampled_from(["Nobody knew.\n", "“No,” said a boy.\n\n", "Heavy rain.\n", "😀\n"]))
def test_a_claims_id_does_not_depend_on_what_stands_before_its_sentence(text: str, before: str) -> None:
    alone = {claim.content for claim in read_claims(text) if claim.kind in ("quotations", "counts", "age_gaps")}
    assert alone <= {claim.content for claim in read_claims(before + text)}


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_where_claims_come_from_does_not_depend_on_the_order_of_articles(texts: list[str], random: Random) -> None:
    sources = [source(str(number), text) for number, text in enumerate(texts)]
    traced = trace_origins(sources)
    tellings = [
        Voice(one, traced[one.id], frozenset(traced.values())).tells(claim) for one in sources for claim in one.claims
    ]
    settled = dict(zip(tellings, settle(tellings), strict=True))
    random.shuffle(sources)
    random.shuffle(tellings)
    assert trace_origins(sources) == traced
    assert dict(zip(tellings, settle(tellings), strict=True)) == settled
    assert distinct(settled.values()) == distinct(settle(tellings))


@settings(max_examples=120, deadline=None)
@given(st.lists(STORY, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(texts: list[str], random: Random) -> None:
    sources = [source(str(number), text) for number, text in enumerate(texts)]
    shuffled = list(sources)
    random.shuffle(shuffled)
    assert reconcile("story", sources) == reconcile("story", shuffled)


@settings(max_examples=120, deadline=None)
@given(st.lists(STORY, min_size=2, max_size=4))
def test_every_claim_is_in_just_one_fact_and_every_fact_has_its_own_id(texts: list[str]) -> None:
    sources = [source(str(number), text) for number, text in enumerate(texts)]
    facts = reconcile("story", sources).facts
    assert len({fact.id for fact in facts}) == len(facts)
    assert sum(len(fact.members) for fact in facts) == sum(len(one.claims) for one in sources)


@pytest.mark.parametrize("figure", ["9" * 400, "0"], ids=["400 nines", "nought"])
def test_whatever_stands_for_a_figure_no_two_texts_stop_the_comparing(figure: str) -> None:
    """A slip of one outlet's would take the whole story with it."""
    for example in (example for kind in KINDS for example in kind.examples):
        there = source("b", example.theirs, date(2024, 5, 14))
        slip = re.sub(r"\d+(?:[.,]\d+)*", figure, example.ours)
        assert reconcile("story", [source("a", slip, date(2024, 5, 14)), there]).facts is not None
