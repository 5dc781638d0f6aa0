from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.gathering.clues import Clues
from secondsource.gathering.likeness import FAR, likeness, mean, shared, together
from secondsource.gathering.partition import components, partition

DAY, WEEK_LATER = date(2031, 3, 4), date(2031, 3, 11)


def clues(*terms: str, day: date = DAY) -> Clues:
    return Clues(dict.fromkeys(terms, 1 / math.sqrt(len(terms))), frozenset({day}))


def groups(articles: Mapping[str, Clues], **said: str) -> list[tuple[str | None, list[str]]]:
    return partition(articles, itertools.combinations(articles, 2), said)


def test_what_is_shared_is_the_cosine_of_terms() -> None:
    assert shared(clues("a", "b"), clues("b", "c")) == pytest.approx(0.5)
    assert shared(clues("a"), clues("b")) == 0


def test_articles_that_tell_of_no_day_in_common_are_less_alike() -> None:
    assert likeness(clues("a", "b"), clues("b", "c", day=date(2031, 3, 5))) == pytest.approx(0.5)
    assert likeness(clues("a", "b"), clues("b", "c", day=WEEK_LATER)) == pytest.approx(0.5 * FAR)
    later = Clues(clues("b", "c").terms, frozenset({WEEK_LATER, DAY}))
    assert likeness(clues("a", "b"), later) == pytest.approx(0.5)


def test_where_no_day_is_known_time_says_nothing() -> None:
    assert likeness(Clues({"a": 1.0}, frozenset()), clues("a")) == 1


def test_two_stories_are_as_alike_as_their_articles_in_the_mean() -> None:
    ours, theirs = [clues("a", "b"), clues("a")], [clues("b"), clues("a", "c"), clues("d")]
    pairs = [shared(one, other) for one in ours for other in theirs]
    assert shared(mean(ours), mean(theirs)) == pytest.approx(sum(pairs) / len(pairs))
    both = together(mean(ours), 2, mean(theirs), 3)
    assert both.terms == pytest.approx(dict(mean([*ours, *theirs]).terms))


def test_articles_that_share_rare_terms_are_one_group() -> None:
    articles = {"1": clues("quay", "ellery"), "2": clues("ellery", "brannoc"), "3": clues("cheese", "gouda")}
    assert groups(articles) == [(None, ["1", "2"]), (None, ["3"])]


def test_one_article_that_mentions_both_does_not_make_one_group_of_two() -> None:
    fire, flood = {n: clues("fire", "mill", n) for n in "12"}, {n: clues("flood", "dam", n) for n in "34"}
    opinion = {"5": clues("fire", "mill", "flood", "dam")}
    found = [members for _, members in groups(fire | flood | opinion)]
    assert not any({"1", "3"} <= set(members) for members in found)
    assert sum(len(members) for members in found if "1" in members or "3" in members) >= 4


def test_what_people_said_stands_whatever_is_alike() -> None:
    same = {name: clues("quay", "ellery") for name in "123"}
    parted = groups(same, **{"1": "A", "2": "B"})
    assert {story for story, _ in parted} == {"A", "B"}
    assert sorted(len(members) for _, members in parted) == [1, 2]


def test_a_group_is_named_by_the_one_article_that_people_put_somewhere() -> None:
    assert groups({"1": clues("quay", "ellery"), "2": clues("ellery", "quay")}, **{"2": "A"}) == [("A", ["1", "2"])]


term_sets = st.sets(st.sampled_from("abcdefgh"), min_size=1, max_size=4)
many = st.lists(st.tuples(term_sets, st.sampled_from([DAY, WEEK_LATER])), min_size=1, max_size=12)


@given(many, st.randoms(use_true_random=False))
def test_the_groups_do_not_depend_on_the_order_of_articles_or_pairs(found, random) -> None:
    articles = {f"{n:02}": clues(*sorted(terms), day=day) for n, (terms, day) in enumerate(found)}
    pairs = list(itertools.combinations(articles, 2))
    shuffled = list(articles.items())
    random.shuffle(shuffled)
    random.shuffle(pairs)
    assert partition(dict(shuffled), pairs, {}) == groups(articles)


@given(many)
def test_every_article_is_in_one_group(found) -> None:
    articles = {f"{n:02}": clues(*sorted(terms), day=day) for n, (terms, day) in enumerate(found)}
    assert sorted(itertools.chain.from_iterable(members for _, members in groups(articles))) == sorted(articles)


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda pair: pair[0] < pair[1])))
def test_lots_have_no_article_in_common_and_hold_every_pair(pairs) -> None:
    lots = components(pairs)
    assert sorted(itertools.chain.from_iterable(lots)) == sorted(set(pairs))
    names = [set(itertools.chain.from_iterable(lot)) for lot in lots]
    assert all(not one & other for one, other in itertools.combinations(names, 2))
