"""A kind's example given to the engine: what it finds in both texts and how it relates them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from secondsource.kinds import Claim, Example, Kind, Stance
from secondsource.reconciling.relations import Relation, Source, read_claims, relate

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tried:
    """What the engine makes of an example: the strongest stance that the kind gives, with its reason.

    `ours` and `theirs` are the spans that carry it, in text order; where nothing is related, all that the kind reads.
    """

    stance: Stance
    reason: str
    ours: tuple[Span, ...]
    theirs: tuple[Span, ...]


def try_example(kind: Kind, example: Example) -> Tried:
    """Read an example's two texts as two outlets' articles of a story, and relate their claims of that kind."""
    ours = _source("ours", example.ours, example.our_date)
    theirs = _source("theirs", example.theirs, example.their_date)
    related = [relation for relation in relate(ours, theirs) if relation.a.kind == kind.name]
    if not related:
        read = ([claim for claim in source.claims if claim.kind == kind.name] for source in (ours, theirs))
        return Tried(Stance.NOT_COMPARABLE, "", *map(_spans, read))
    stance = min((relation.stance for relation in related), key=lambda stance: stance.strength)
    shown = [relation for relation in related if relation.stance is stance]
    return Tried(stance, _reason(shown), _spans([r.a for r in shown]), _spans([r.b for r in shown]))


def _source(name: str, text: str, day: date | None) -> Source:
    return Source(name, name, text, read_claims(text, published=day), published=day)


def _reason(related: Sequence[Relation]) -> str:
    return " ".join(dict.fromkeys(relation.reason for relation in related))


def _spans(claims: Sequence[Claim]) -> tuple[Span, ...]:
    """The claims' spans in text order; of two that overlap, the first."""
    kept: list[Span] = []
    for span in sorted({(claim.start, claim.end) for claim in claims}):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)
