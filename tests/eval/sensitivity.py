"""How the figures move with the engine's bounds: `python -m tests.eval.sensitivity [NAME …]`.

Each bound is set to a few values, the others left as they are, and the open stories are related anew. A line tells of
one value how many linked sentence pairs are right of how many, and how many labelled facts are found.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from itertools import permutations

from tests.eval.articles import sources
from tests.eval.gate import SEALED, STORIES
from tests.eval.score import RELATION_TO_STANCE, load_story, overlapping

from secondsource.reconciling import relate

STANCES = ("conflicts", "corroborates")


@dataclass(frozen=True)
class Bound:
    """A constant, the modules that know it, and the values to try; `reads` says that articles are read by it."""

    name: str
    modules: tuple[str, ...]
    values: tuple[float, ...]
    reads: bool = False


QUANTITIES, COUNTS, BARS, PAIRS = (
    "comparing.quantities",
    "kinds.counts",
    "comparing.figure_bars",
    "comparing.figure_pairs",
)
BOUNDS = (
    Bound("LIKE", (BARS, PAIRS, QUANTITIES, COUNTS), (1.25, 1.5, 2.0)),
    Bound("UNLIKE", (QUANTITIES,), (2.0, 3.0, 5.0)),
    Bound("UNLIKE", (BARS,), (2.0, 3.3, 5.0)),
    Bound("ALIKE", (QUANTITIES, COUNTS), (0.2, 0.3, 0.4)),
    Bound("ALIKE_OF_ONE", (QUANTITIES,), (0.1, 0.2, 0.3)),
    Bound("SURELY_ALIKE", (COUNTS,), (0.5, 0.6, 0.7)),
    Bound("MOST_GROWTH", (COUNTS,), (5.0, 10.0, 20.0)),
    Bound("NEAR", ("comparing.one_number",), (0.03, 0.06, 0.1)),
    Bound("FAR", ("comparing.one_number",), (0.15, 0.3, 0.5)),
    Bound("SHORT", ("kinds.names",), (4, 5, 6)),
    Bound("LEAST", ("comparing.one_moment",), (0.02, 0.04, 0.08)),
    Bound("LEAST_ONE", ("comparing.one_moment",), (0.05, 0.1, 0.2)),
    Bound("GOVERNED", ("kinds.statements",), (15, 30, 60), reads=True),
)
OPEN = [name for name in STORIES if name not in SEALED]


class Labelled:
    """An open story's labels, and its articles as last read."""

    def __init__(self, name: str) -> None:
        self.folder, labels = STORIES[name]
        _, _, self.rows, links = load_story(self.folder, labels)
        article_of = {row["id"]: row["article"] for rows in self.rows.values() for row in rows}
        self.right: set[tuple[str, str, str]] = set()
        self.wanted: dict[tuple[str, str, str, str], set[tuple[str, str, str]]] = defaultdict(set)
        for link in links:
            stance = RELATION_TO_STANCE[link["relation"]]
            for a, b in ((link["a"], link["b"]), (link["b"], link["a"])):
                self.right.add((a, b, stance))
                if not link.get("optional"):
                    self.wanted[a, article_of[b], link["about"], stance].add((a, b, stance))
        self.read()

    def read(self) -> None:
        """Read the articles by the bounds as they are now."""
        self.articles = sources(self.folder)

    def linked(self) -> set[tuple[str, str, str]]:
        """The labelled sentences that the engine links, and how; an update counts as a conflict, as in score.py."""
        found = set()
        for ours, theirs in permutations(self.articles, 2):
            for link in relate(ours, theirs):
                stance = "conflicts" if link.stance == "updates" else str(link.stance)
                for a in overlapping(self.rows[ours.id], link.a.start, link.a.end):
                    for b in overlapping(self.rows[theirs.id], link.b.start, link.b.end):
                        found.add((a["id"], b["id"], stance))
        return found


def figures(stories: list[Labelled]) -> str:
    """Of each stance: right of linked, found of labelled."""
    told = []
    linked = [story.linked() for story in stories]
    for stance in STANCES:
        claimed = [(story, pair) for story, pairs in zip(stories, linked, strict=True) for pair in pairs]
        claimed = [(story, pair) for story, pair in claimed if pair[2] == stance]
        right = sum(pair in story.right for story, pair in claimed)
        wanted = [
            bool(pairs & found)
            for story, found in zip(stories, linked, strict=True)
            for (_, _, _, of), pairs in story.wanted.items()
            if of == stance
        ]
        told.append(f"{stance} {right} of {len(claimed)} right, {sum(wanted)} of {len(wanted)} found")
    return "; ".join(told)


@contextmanager
def setting(bound: Bound, value: float) -> Iterator[None]:
    """The bound set to a value while the context lasts."""
    modules = [import_module(f"secondsource.{name}") for name in bound.modules]
    before = [getattr(module, bound.name) for module in modules]
    for module in modules:
        setattr(module, bound.name, value)
    try:
        yield
    finally:
        for module, was in zip(modules, before, strict=True):
            setattr(module, bound.name, was)


def main() -> None:
    """Print a line a value."""
    asked = set(sys.argv[1:])
    stories = [Labelled(name) for name in OPEN]
    print(f"as it is: {figures(stories)}", flush=True)
    for bound in BOUNDS:
        for value in bound.values if not asked or bound.name in asked else ():
            with setting(bound, value):
                if bound.reads:
                    for story in stories:
                        story.read()
                print(f"{bound.modules[0]} {bound.name} {value:g}: {figures(stories)}", flush=True)
        if bound.reads:
            for story in stories:
                story.read()


if __name__ == "__main__":
    main()
