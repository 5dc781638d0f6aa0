"""All of a story's articles in, its relations and facts out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from weakref import ref

from secondsource.identity import digest
from secondsource.kinds import KINDS, Claim
from secondsource.reconciling.grouping import Grouping
from secondsource.reconciling.relations import Relation, Source, relate
from secondsource.reconciling.ruled import relate_ruled

NOTHING_RULED = Grouping()
MOST_RELATED = 2_000  # pairs of articles remembered, some 20 kB each: all of a growing story of 63 articles
_KINDS = {kind.name: kind for kind in KINDS}
REPEATED, RULED = 3.0, 2.0  # surer than anything that comparing gives, 1.0 at most

Key = tuple[str, str]  # an article's id, and which of its claims
Pair = tuple[Key, Key, float]  # two claims, and how sure it is that they are of one fact


@dataclass(frozen=True, slots=True)
class Fact:
    """The claims about one subject and property; `members` are (article id, claim), in article then text order."""

    id: str
    kind: str
    label: str
    members: tuple[tuple[str, Claim], ...]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What a story's articles come to. A pure function of them: their order does not matter."""

    relations: tuple[Relation, ...]
    facts: tuple[Fact, ...]


def reconcile(story: str, sources: Sequence[Source], grouping: Grouping = NOTHING_RULED) -> Reconciled:
    """Relate every two articles of a story and group the claims that relate into facts, as far as moderators let."""
    in_order = sorted(sources, key=lambda source: source.id)
    relations = tuple(found for a, b in combinations(in_order, 2) for found in _related(a, b, grouping))
    keys = {_key(source.id, claim): claim.content for source in in_order for claim in source.claims}
    pairs = ((_key(r.a_source, r.a), _key(r.b_source, r.b), r.sure) for r in relations)
    groups = _connected([*pairs, *_repeated(keys), *_ruled(keys, grouping)], keys, grouping)
    members: dict[Key, list[tuple[str, Claim]]] = defaultdict(list)
    for source in in_order:
        for claim in source.claims:
            key = _key(source.id, claim)
            members[groups.get(key, key)].append((source.id, claim))
    facts = (_fact(story, group) for group in members.values())
    kept = _within(relations, {key: groups.get(key, key) for key in keys}, keys, grouping)
    return Reconciled(tuple(kept), tuple(sorted(facts, key=lambda fact: fact.id)))


def _related(ours: Source, theirs: Source, grouping: Grouping) -> tuple[Relation, ...]:
    found = _relate(ref(ours), ref(theirs))
    return (*found, *relate_ruled(ours, theirs, grouping, found))


@lru_cache(maxsize=MOST_RELATED)
def _relate(ours: ref[Source], theirs: ref[Source]) -> tuple[Relation, ...]:
    """The relations of two articles; those of two that a decision leaves as they were are not worked out again.

    What is remembered keeps no article: one that is given up takes what was worked out for comparing it along.
    """
    a, b = ours(), theirs()
    return tuple(relate(a, b)) if a and b else ()


def _repeated(keys: Mapping[Key, str]) -> Iterator[Pair]:
    """Pair claims of one content: the same words in the same sentence are one fact, whatever comparing them gives."""
    first: dict[str, Key] = {}
    for key, content in keys.items():
        yield first.setdefault(content, key), key, REPEATED


def _ruled(keys: Mapping[Key, str], grouping: Grouping) -> Iterator[Pair]:
    """Pair claims that moderators said are of one fact."""
    first: dict[int, Key] = {}
    for key, content in keys.items():
        if (number := grouping.of.get(content)) is not None:
            yield first.setdefault(number, key), key, RULED


def _within(
    relations: Sequence[Relation], groups: Mapping[Key, Key], contents: Mapping[Key, str], grouping: Grouping
) -> Iterator[Relation]:
    """The relations but for those between facts that moderators took apart: they are about two things."""
    numbers: dict[Key, set[int]] = defaultdict(set)
    for key, group in groups.items():
        if (number := grouping.of.get(contents[key])) is not None:
            numbers[group].add(number)
    for relation in relations:
        a, b = groups[_key(relation.a_source, relation.a)], groups[_key(relation.b_source, relation.b)]
        if grouping.may_join(numbers[a], numbers[b]):
            yield relation


def _key(source: str, claim: Claim) -> Key:
    return source, f"{claim.kind}:{claim.property}:{claim.start}:{claim.end}"


def _connected(pairs: Iterable[Pair], contents: Mapping[Key, str], grouping: Grouping) -> dict[Key, Key]:
    """Union-find, the surest first: each key that is in some pair, with the one that stands for its group.

    What is not sure joins only groups that have no article in common, or one mistaken pair after the other would
    make a single fact of half the story. Nothing joins what moderators took apart.
    """
    parent: dict[Key, Key] = {}
    articles: dict[Key, set[str]] = {}
    ruled: dict[Key, set[int]] = {}

    def numbers(key: Key) -> set[int]:
        number = grouping.of.get(contents[key])
        return ruled.setdefault(key, set() if number is None else {number})

    def root(key: Key) -> Key:
        while parent.setdefault(key, key) != key:
            parent[key] = key = parent[parent[key]]
        return key

    for a, b, sure in sorted(pairs, key=lambda pair: (-pair[2], *sorted(pair[:2]))):
        low, high = sorted((root(a), root(b)))
        ours, theirs = articles.setdefault(low, {low[0]}), articles.setdefault(high, {high[0]})
        free = sure >= 1.0 or not ours & theirs
        if low != high and free and grouping.may_join(numbers(low), numbers(high)):
            parent[high] = low
            articles[low] = ours | theirs
            ruled[low] = numbers(low) | numbers(high)
    return {key: root(key) for key in list(parent)}


def _fact(story: str, members: Sequence[tuple[str, Claim]]) -> Fact:
    """The id and the kind rest on the least content among the members, so that who came first does not matter."""
    anchor = min((claim for _, claim in members), key=lambda claim: (claim.content, claim.kind))
    kind = _KINDS[anchor.kind]
    read = [claim for _, claim in members if claim.kind == kind.name and not claim.by_hand]
    label = kind.label(read) if read else f"{anchor.property} of {anchor.subject}".capitalize()
    return Fact(digest("fact", story, anchor.content), kind.name, label, tuple(members))
