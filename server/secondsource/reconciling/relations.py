"""Two articles' claims in, the relations between them out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from itertools import islice

from secondsource.kinds import KINDS, Claim, Comparison, Stance
from secondsource.kinds.overlap import Overlap
from secondsource.kinds.statements import Statements, sentences
from secondsource.reading import digest, read


@dataclass(frozen=True, slots=True)
class Source:
    """An article as reconciling sees it. `id` is the article's; `origin` is the one it declares, if any."""

    id: str
    outlet: str
    text: str
    claims: tuple[Claim, ...]
    origin: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """How claim `a`, of article `a_source`, stands to claim `b`, of article `b_source`."""

    a_source: str
    a: Claim
    b_source: str
    b: Claim
    stance: Stance
    reason: str
    sure: float = 1.0
    grade: str | None = None

    @property
    def id(self) -> str:
        """The same for the same two wordings, whichever article is read and however often they are reposted."""
        return pair_id(self.a.content, self.b.content)


def pair_id(a_content: str, b_content: str) -> str:
    """The id of the relation between two claims' contents; symmetric."""
    return digest("relation", *sorted((a_content, b_content)))


def read_claims(text: str, *, published: date | None = None) -> tuple[Claim, ...]:
    """Every claim that any kind finds in a text, in text order."""
    document = read(text, published=published)
    found = (claim for kind in KINDS for claim in islice(kind.find(document), kind.most))
    return tuple(sorted(found, key=lambda claim: (claim.start, claim.end, claim.kind, claim.property)))


def relate(ours: Source, theirs: Source) -> list[Relation]:
    """Every relation between two articles' claims, in the order of ours; not_comparable ones are left out."""
    mine, others = _by_kind(ours.claims), _by_kind(theirs.claims)
    overlap = Overlap(sentences(ours.claims), sentences(theirs.claims))
    relations = []
    for kind in KINDS:
        for a, b, verdict in kind.relate(Comparison(mine[kind.name], others[kind.name], overlap)):
            if verdict.stance is not Stance.NOT_COMPARABLE:
                relations.append(Relation(ours.id, a, theirs.id, b, *astuple(verdict)))
    return sorted(
        _without_repeats(relations), key=lambda relation: (relation.a.start, relation.a.end, relation.b.start)
    )


def _without_repeats(relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations but for statements whose very words another kind relates: they are for the untyped rest."""
    spans: dict[tuple[int, int], list[Relation]] = defaultdict(list)
    for relation in relations:
        if relation.a.kind != Statements.name:
            spans[relation.a.passage_start, relation.b.passage_start].append(relation)
    for relation in relations:
        beside = spans[relation.a.passage_start, relation.b.passage_start]
        typed = relation.a.kind != Statements.name
        if typed or not any(_touch(relation.a, r.a) and _touch(relation.b, r.b) for r in beside):
            yield relation


def _touch(a: Claim, b: Claim) -> bool:
    return a.start < b.end and b.start < a.end


def _by_kind(claims: Sequence[Claim]) -> Mapping[str, list[Claim]]:
    by_kind: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_kind[claim.kind].append(claim)
    return by_kind
