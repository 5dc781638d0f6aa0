"""Two articles' claims in, relations with ids made of content out."""

import gc
from datetime import date

import pytest

from secondsource.identity import pair_id
from secondsource.reconciling import Source, read_claims, relate


def source(name: str, text: str, day: date | None = None) -> Source:
    return Source(name, f"Outlet {name}", text, read_claims(text, published=day), None, day)


OURS = "Ann Lee, 41, was held. “We lost everything in ten minutes,” said Rosa Pinto."
THEIRS = "“We lost it all in just ten minutes,” Rosa Pinto said. Ann Lee, 43, was held."


@pytest.mark.parametrize(
    "text",
    [
        OURS,
        "The council sold the old quay for 2.5 million euros on Monday, Ivo Sand, its mayor, said in a letter.",
        "Divers, medics and two pilots searched the lagoon. “Nobody saw the seaplane ditch,” the captain said.",
    ],
)
def test_a_text_that_was_read_leaves_nothing_that_only_a_search_for_garbage_would_find(text: str):
    read_claims(text)  # word lists
    gc.collect()
    gc.disable()
    try:
        read_claims(f"{text} It rained.")
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_relations_come_in_the_order_of_our_text():
    starts = [relation.a.start for relation in relate(source("a", OURS), source("b", THEIRS))]
    assert len(starts) > 1
    assert starts == sorted(starts)


def test_a_relation_knows_which_article_each_claim_is_of():
    ours, theirs = source("a", OURS), source("b", THEIRS)
    for relation in relate(ours, theirs):
        assert (relation.a_source, relation.b_source) == ("a", "b")
        assert relation.a in ours.claims
        assert relation.b in theirs.claims


def test_every_relation_gives_its_reason_in_words():
    assert all(relation.reason.endswith(".") for relation in relate(source("a", OURS), source("b", THEIRS)))


def test_a_relations_id_is_the_same_from_either_side():
    a, b = source("a", OURS), source("b", THEIRS)
    assert {r.id for r in relate(a, b)} == {r.id for r in relate(b, a)}


def test_a_relations_id_does_not_depend_on_the_articles_ids():
    there = relate(source("a", OURS), source("b", THEIRS))
    elsewhere = relate(source("x", OURS), source("y", THEIRS))
    assert [r.id for r in there] == [r.id for r in elsewhere]


def test_two_pairs_of_claims_have_two_ids():
    assert len({pair_id("p", "q"), pair_id("p", "r"), pair_id("pq", ""), pair_id("q", "r")}) == 4


@pytest.mark.parametrize("before", ["Nobody knew.\n", "Heavy rain fell on the hills.\n\n", "😀\n"])
def test_a_claims_id_does_not_depend_on_text_put_before(before):
    alone = {claim.content for claim in read_claims(OURS)}
    assert alone <= {claim.content for claim in read_claims(before + OURS)}


@pytest.mark.parametrize(
    ("straight", "curly"), [('"We lost all of it," said Ann Lee.', "“We lost all of it,” said Ann Lee.")]
)
def test_a_claims_id_does_not_depend_on_the_shape_of_quotation_marks(straight, curly):
    assert {c.content for c in read_claims(straight)} == {c.content for c in read_claims(curly)}


def test_a_claims_id_depends_on_its_words():
    one, other = read_claims("The flood killed 12 people."), read_claims("The flood killed 13 people.")
    assert not {c.content for c in one} & {c.content for c in other}


def test_the_same_words_twice_in_a_sentence_are_two_claims():
    claims = [
        c for c in read_claims("“We lost,” said Ann Lee, and “We lost,” said Boris Krall.") if c.kind == "quotations"
    ]
    assert len({claim.content for claim in claims}) == 2


def test_articles_on_other_things_have_nothing_to_compare():
    assert not relate(
        source("a", "Shares of Norvik fell 6 percent on Thursday after it said it would cut 1,400 jobs."),
        source("b", "Ada Bright, 23, won her second title on Saturday, beating Lena Koval in the final."),
    )


def test_an_article_without_words_has_no_relations():
    assert not relate(source("a", ""), source("b", THEIRS))


def test_what_two_kinds_tell_of_the_same_words_is_told_once_by_the_one_that_knows_what_it_is_of():
    ours = source("a", "“The walk to the hut took nine hours because of the snow,” Eve Sol said.")
    theirs = source("b", "“The walk to the hut took ten hours because of the snow,” said Eve Sol.")
    assert [r.a.kind for r in relate(ours, theirs) if r.stance == "conflicts"] == ["durations"]
