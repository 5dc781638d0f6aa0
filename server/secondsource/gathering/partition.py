"""Which articles are one story, of all articles: average linkage over how alike they are. Pure.

A function of the set of articles and of what people said of them; the order in which they came does not matter.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from secondsource.gathering.clues import Clues
from secondsource.gathering.likeness import ONE_EVENT, likeness, together

Ids = tuple[str, str]
Waiting = list[tuple[float, str, str]]  # the likeness, negative, for a heap gives the least first


@dataclass(slots=True)
class _Group:
    """Articles taken together; `story` is the one that people put them into."""

    members: list[str]
    clues: Clues
    story: str | None
    near: set[str] = field(default_factory=set)


def partition(
    articles: Mapping[str, Clues], pairs: Iterable[Ids], said: Mapping[str, str]
) -> list[tuple[str | None, list[str]]]:
    """The articles in groups, in the order of their ids, each with the story that people put any of them into.

    `pairs` are those articles that may be alike; `said` are the stories that people put articles into: whatever
    the likeness, no group has articles of two of them.
    """
    groups = {name: _Group([name], clues, said.get(name)) for name, clues in sorted(articles.items())}
    waiting: Waiting = []
    for a, b in sorted(pairs):
        groups[a].near.add(b)
        groups[b].near.add(a)
        _offer(waiting, groups, a, b)
    while waiting:
        _, a, b = heapq.heappop(waiting)
        if a in groups and b in groups:
            _join(waiting, groups, a, b)
    return sorted(((group.story, group.members) for group in groups.values()), key=lambda group: group[1])


def _offer(waiting: Waiting, groups: Mapping[str, _Group], a: str, b: str) -> None:
    """Let two groups wait to be joined, when they are alike and people did not put them apart."""
    one, other = groups[a], groups[b]
    if one.story and other.story and one.story != other.story:
        return
    alike = likeness(one.clues, other.clues)
    if alike >= ONE_EVENT:
        heapq.heappush(waiting, (-alike, min(a, b), max(a, b)))


def _join(waiting: Waiting, groups: dict[str, _Group], a: str, b: str) -> None:
    """Make one group of two, under a name that neither had, so that what waits for those is void."""
    one, other = groups.pop(a), groups.pop(b)
    name = f"{a}+"
    members = sorted([*one.members, *other.members])
    clues = together(one.clues, len(one.members), other.clues, len(other.members))
    near = (one.near | other.near) - {a, b}
    groups[name] = _Group(members, clues, one.story or other.story, near)
    for neighbour in sorted(near):
        groups[neighbour].near = (groups[neighbour].near - {a, b}) | {name}
        _offer(waiting, groups, name, neighbour)


def components(pairs: Iterable[Ids]) -> list[list[Ids]]:
    """The pairs in lots that have no article in common, each in order: what can be told apart one lot at a time."""
    near: dict[str, set[str]] = {}
    for a, b in pairs:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
    lots, seen = [], set[str]()
    for start in sorted(near):
        if start in seen:
            continue
        waiting, lot = [start], set[Ids]()
        seen.add(start)
        while waiting:
            one = waiting.pop()
            lot |= {(min(one, other), max(one, other)) for other in near[one]}
            waiting += near[one] - seen
            seen |= near[one]
        lots.append(sorted(lot))
    return lots
