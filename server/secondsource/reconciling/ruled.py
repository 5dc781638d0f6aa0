"""How claims stand to each other that moderators said are one fact, and that the program took for two things.

Each kind is asked as if both were said of one subject. Where it is silent, figures and words are compared as those that
were put in by hand are; what only people can tell apart stays without a relation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from secondsource.comparing.overlap import Overlap
from secondsource.kinds import KINDS, Claim, Claims, Comparison, Kind, Stance, Verdict
from secondsource.reconciling.corrections import verdict_on_values
from secondsource.reconciling.grouping import Grouping
from secondsource.reconciling.relations import Relation, Source

BY_NAME = {kind.name: kind for kind in KINDS}


def relate_ruled(ours: Source, theirs: Source, grouping: Grouping, related: Iterable[Relation]) -> Iterator[Relation]:
    """Yield the relations that two articles' claims have for a merge alone; `related` are those that they have."""
    pairs = list(_merged(ours, theirs, grouping))
    if not pairs:
        return
    known = {(relation.a, relation.b) for relation in related}
    overlap = Overlap(ours.sentences, theirs.sentences)
    for a, b in pairs:
        verdict = None if (a, b) in known else _verdict(a, b, overlap)
        if verdict is not None:
            yield Relation.of(ours, a, theirs, b, verdict)


def _merged(ours: Source, theirs: Source, grouping: Grouping) -> Iterator[tuple[Claim, Claim]]:
    """Yield the claims of one kind and property that moderators said are one fact."""
    if not grouping.of:
        return
    by_number: dict[int, list[Claim]] = defaultdict(list)
    for claim in theirs.claims:
        if (number := grouping.of.get(claim.content)) is not None:
            by_number[number].append(claim)
    for a in ours.claims:
        for b in by_number.get(grouping.of.get(a.content, -1), ()):
            if (a.kind, a.property) == (b.kind, b.property):
                yield a, b


def _verdict(a: Claim, b: Claim, overlap: Overlap) -> Verdict | None:
    kind = BY_NAME[a.kind]
    if kind.in_words:  # compared by their words alone, whatever they are of: what there is to say was said
        return None
    if a.by_hand or b.by_hand:
        return verdict_on_values(a.value, b.value)
    return _as_of_one(kind, a, b, overlap) or verdict_on_values(a.value, b.value)


def _as_of_one(kind: Kind, a: Claim, b: Claim, overlap: Overlap) -> Verdict | None:
    subject = max(a.subject, b.subject, key=lambda name: (len(name), name))
    ours, theirs = (Claims((replace(claim, subject=subject),)) for claim in (a, b))
    both = Comparison(ours, theirs, overlap)
    found = (verdict for _, _, verdict in kind.relate(both) if verdict.stance is not Stance.NOT_COMPARABLE)
    return next(found, None)
