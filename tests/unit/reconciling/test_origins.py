"""Five reposts of one story are one origin; independent reports of one event are several."""

from datetime import date
from itertools import permutations

from secondsource.reconciling import Source, trace_origins, trace_page

FERRY = """A ferry carrying 72 people sank off the northern coast on Tuesday night after striking a reef in
heavy seas, and 31 people were killed, the coastguard said. Divers searched the hull through the night while
relatives gathered on the quay at Kelmarsh. The operator, Volta Lines, said the ship had passed its last
inspection in March and that it would help the inquiry in every way it could."""
OTHER = """Thirty-one passengers died when the Kelmarsh ferry hit rocks late on Tuesday. Families waited at the
harbour for news as divers went down to the wreck. Its owner said the vessel was inspected two months ago and
promised to work with investigators, while unions called for an end to sailings in bad weather."""


def source(name: str, text: str, *, outlet: str = "", origin: str | None = None, day: date | None = None) -> Source:
    return Source(name, outlet or f"Outlet {name}", text, (), origin, day)


def test_an_article_is_its_outlets_own_when_nothing_speaks_against_it():
    assert trace_origins([source("a", FERRY), source("b", OTHER)]) == {"a": "Outlet a", "b": "Outlet b"}


def test_a_declared_origin_counts():
    assert trace_origins([source("a", FERRY, origin="North Agency")]) == {"a": "North Agency"}


def test_two_outlets_that_declare_one_origin_share_it():
    origins = trace_origins([source("a", FERRY, origin="North Agency"), source("b", OTHER, origin="North Agency")])
    assert len(set(origins.values())) == 1


def test_a_copy_has_the_origin_of_the_one_published_first():
    origins = trace_origins([source("a", FERRY, day=date(2024, 5, 16)), source("b", FERRY, day=date(2024, 5, 15))])
    assert origins == {"a": "Outlet b", "b": "Outlet b"}


def test_a_copy_of_an_article_that_declares_its_origin_has_that_origin():
    assert trace_origins([source("a", FERRY), source("b", FERRY, origin="North Agency")])["a"] == "North Agency"


def test_a_copy_with_a_new_opening_and_a_cut_ending_is_a_copy():
    edited = "Grief and anger on the coast. " + FERRY.rsplit(". ", 1)[0] + "."
    origins = trace_origins([source("a", FERRY, day=date(2024, 5, 15)), source("b", edited, day=date(2024, 5, 16))])
    assert origins["b"] == "Outlet a"


def test_a_copy_with_other_marks_is_a_copy():
    text = FERRY.replace("said.", "said: “We grieve for every family that waits on the quay tonight.”")
    straight = text.replace("“", '"').replace("”", '"')
    origins = trace_origins([source("a", text, day=date(2024, 5, 15)), source("b", straight, day=date(2024, 5, 16))])
    assert origins["b"] == "Outlet a"


def test_one_shared_quotation_does_not_make_a_copy():
    said = " “We grieve for every family that waits on the quay tonight,” the minister told parliament."
    origins = trace_origins([source("a", FERRY + said), source("b", OTHER + said)])
    assert len(set(origins.values())) == 2


def test_two_articles_of_one_outlet_are_one_origin():
    origins = trace_origins([source("a", FERRY, outlet="Coast Daily"), source("b", OTHER, outlet="Coast Daily")])
    assert set(origins.values()) == {"Coast Daily"}


def test_the_order_of_articles_changes_nothing():
    sources = [
        source("a", FERRY, day=date(2024, 5, 16)),
        source("b", FERRY, day=date(2024, 5, 15)),
        source("c", OTHER),
        source("d", FERRY, origin="North Agency", day=date(2024, 5, 17)),
    ]
    traced = [trace_origins(order) for order in permutations(sources)]
    assert all(one == traced[0] for one in traced)


def test_empty_articles_are_not_copies_of_each_other():
    assert trace_origins([source("a", ""), source("b", "")]) == {"a": "Outlet a", "b": "Outlet b"}


def test_an_agency_credited_in_the_text_counts():
    assert trace_origins([source("a", "KELMARSH (AP) — " + FERRY)]) == {"a": "Associated Press"}


def test_an_agency_is_known_by_the_name_of_the_storys_outlet():
    agency = source("a", OTHER, outlet="Northern Wire Agency")
    assert trace_origins([agency, source("b", "KELMARSH, May 15 (NWA) - " + FERRY)])["b"] == "Northern Wire Agency"


def test_an_outlets_own_dateline_is_no_other_origin():
    assert trace_origins([source("a", "KELMARSH (NWA) - " + FERRY, outlet="Northern Wire Agency")]) == {
        "a": "Northern Wire Agency"
    }


def test_a_declared_origin_comes_before_a_credited_one():
    assert trace_origins([source("a", "LIMA (AP) — " + FERRY, origin="Coast Daily")]) == {"a": "Coast Daily"}


def test_a_rewritten_repost_is_a_copy():
    rewritten = (
        FERRY.replace(
            "A ferry carrying 72 people sank", "Dozens were feared dead after a ferry with 72 people went down"
        )
        .replace("Divers searched the hull", "Teams of divers scoured the hull")
        .replace("The operator, Volta Lines, said", "Volta Lines, which runs it, said")
        + " It was the second such loss on this coast in ten years, and the town has begun to ask why."
    )
    origins = trace_origins([source("a", FERRY, day=date(2024, 5, 15)), source("b", rewritten, day=date(2024, 5, 16))])
    assert origins["b"] == "Outlet a"


def test_a_speech_that_two_articles_print_at_length_makes_neither_a_copy():
    speech = "\n\n“" + FERRY.replace("\n", " ") + "”"
    origins = trace_origins([source("a", OTHER + speech), source("b", "The speech in full was short." + speech)])
    assert len(set(origins.values())) == 2


def test_a_page_that_is_not_stored_is_traced_among_stored_articles():
    stored = [source("a", FERRY), source("b", OTHER)]
    traced = {"a": "North Agency", "b": "Outlet b"}
    assert trace_page(source("page", "Grief on the coast. " + FERRY), stored, traced) == "North Agency"
    assert trace_page(source("page", "KELMARSH (AP) — A boat sank."), stored, traced) == "Associated Press"
    assert trace_page(source("page", "A boat sank."), stored, traced) is None
