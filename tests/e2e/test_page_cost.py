"""What notes cost a page: no shift of its layout, no change of its nodes. What they cost in time `make bench` says, by
the same tracing."""

from __future__ import annotations

import pytest
from tests.bench.acts import CHANGED, COUNT
from tests.bench.browser import EVERYTHING, NOTES, NOTHING, WORDS, Bench
from tests.e2e.driving import Reader
from tests.e2e.site import Site
from tests.serving import Server


@pytest.fixture
def bench(reader: Reader, server: Server, site: Site) -> Bench:
    """The reader on the bench's page."""
    return Bench(reader, server, site)


def test_a_page_of_a_thousand_words_with_forty_notes_is_traced_and_shifts_nowhere(bench: Bench) -> None:
    visits = bench.visits(WORDS, 2)
    assert sum(bench.reader.done(bench.address(WORDS))["counts"].values()) >= NOTES
    assert len(visits) == 2
    for visit in visits:
        assert 0 < visit.tasks_ms[0] <= visit.main_ms
        assert 0 < visit.script_ms <= visit.main_ms
        assert not visit.layout_shift


def test_drawing_all_notes_and_taking_them_away_changes_no_node_of_the_page(bench: Bench) -> None:
    bench.reader.open(bench.address(WORDS))
    bench.reader.run(COUNT)
    for stances in (NOTHING, EVERYTHING):
        bench.show(stances)
        bench.reader.settle()
    bench.reader.wait_for_marks()
    assert bench.reader.run(CHANGED) == 0
