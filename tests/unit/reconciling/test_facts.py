"""All of a story's articles in, facts out: claims that relate are one fact."""

import gc
from itertools import permutations
from weakref import ref

from secondsource.reconciling import Fact, Reconciled, Source, read_claims, reconcile


def source(name: str, text: str) -> Source:
    return Source(name, f"Outlet {name}", text, read_claims(text))


SOURCES = [
    source("a", "Police held Ann Lee, 41. The ferry sank in 2011, killing 31 people."),
    source("b", "Ann Lee, 43, was held. The ferry sank in 2011 and 31 people were killed."),
    source("c", "Ann Lee (41) was held by police over the sinking."),
]


def ages(reconciled: Reconciled) -> list[Fact]:
    return [fact for fact in reconciled.facts if fact.kind == "ages"]


def test_claims_that_agree_or_conflict_about_one_thing_are_one_fact():
    (fact,) = ages(reconcile("story", SOURCES))
    assert [article for article, _ in fact.members] == ["a", "b", "c"]


def test_a_claim_that_relates_to_none_is_a_fact_of_its_own():
    lone = source("d", "Boris Krall, 47, conceded.")
    assert len(ages(reconcile("story", [*SOURCES, lone]))) == 2


def test_a_facts_label_names_whose_it_is():
    (fact,) = ages(reconcile("story", SOURCES))
    assert "Ann Lee" in fact.label


def test_the_order_of_articles_changes_nothing():
    orders = [reconcile("story", order) for order in permutations(SOURCES)]
    assert all(order == orders[0] for order in orders)


def test_what_is_remembered_of_comparing_keeps_no_article():
    articles = [source(one.id, one.text) for one in SOURCES]
    assert reconcile("story", articles).relations
    alive = [ref(one) for one in articles]
    articles.clear()
    gc.collect()
    assert [one() for one in alive] == [None] * len(alive)


def test_reconciling_again_brings_the_same_ids():
    again = [Source(s.id, s.outlet, s.text, read_claims(s.text)) for s in SOURCES]
    assert reconcile("story", again) == reconcile("story", SOURCES)


def test_one_thing_in_two_stories_is_two_facts():
    one, other = reconcile("ferry", SOURCES), reconcile("bank", SOURCES)
    assert not {fact.id for fact in one.facts} & {fact.id for fact in other.facts}


def test_a_fact_keeps_its_id_when_an_article_that_does_not_touch_it_comes_in():
    before = {fact.id for fact in ages(reconcile("story", SOURCES))}
    after = {fact.id for fact in ages(reconcile("story", [*SOURCES, source("d", "Heavy rain fell on Monday.")]))}
    assert before <= after


def test_reposts_of_one_sentence_share_no_id_between_two_facts():
    text = "Two men were seen. A teacher and a doctor spoke on Monday. Max Sol, 20, ran."
    facts = reconcile("story", [source(name, text) for name in "abc"]).facts
    assert len({fact.id for fact in facts}) == len(facts)


def test_a_story_without_articles_has_no_facts():
    assert reconcile("story", []) == Reconciled((), ())
