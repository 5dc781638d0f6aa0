"""Tempting pairs that the labellers judged and rejected: none of any story's comes out as a conflict."""

from __future__ import annotations

import json
from itertools import permutations

import pytest
from tests.eval.articles import sources
from tests.eval.gate import STORIES

from secondsource.reconciling import relate


@pytest.mark.parametrize("name", STORIES)
def test_no_pair_that_was_rejected_conflicts(name):
    story, labels = STORIES[name]
    rows = json.loads((labels / "sentences.json").read_text("utf-8"))
    linked = {(row["a"], row["b"]) for row in json.loads((labels / "links.json").read_text("utf-8"))}
    rejected = {(row["a"], row["b"]) for row in json.loads((labels / "not_links.json").read_text("utf-8"))}
    rejected -= linked | {(b, a) for a, b in linked}  # linked for another fact: some of their words do conflict
    of = {row["id"]: row for row in rows}
    spans = {id: (row["article"], row["start"], row["end"]) for id, row in of.items()}
    conflicts = [
        ((r.a_source, r.a.start, r.a.end), (r.b_source, r.b.start, r.b.end))
        for a, b in permutations(sources(story), 2)
        for r in relate(a, b)
        if r.stance == "conflicts"
    ]

    def touches(claim, sentence):
        return claim[0] == sentence[0] and claim[1] < sentence[2] and sentence[1] < claim[2]

    wrong = [(x, y) for x, y in rejected if any(touches(a, spans[x]) and touches(b, spans[y]) for a, b in conflicts)]
    assert len(rejected) > 5
    assert wrong == []
