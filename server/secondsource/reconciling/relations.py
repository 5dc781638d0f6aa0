"""Two articles' claims in, the relations between them out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import islice

from secondsource.kinds import KINDS, Claim, Stance
from secondsource.reading import digest, read

MAX_CLAIMS = 200  # of one kind in one text: real articles have some tens, and every two of two articles are compared


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
    found = (claim for kind in KINDS for claim in islice(kind.find(document), MAX_CLAIMS))
    return tuple(sorted(found, key=lambda claim: (claim.start, claim.end, claim.kind, claim.property)))


def relate(ours: Source, theirs: Source) -> list[Relation]:
    """Every relation between two articles' claims, in the order of ours; not_comparable ones are left out."""
    by_kind: dict[str, list[Claim]] = defaultdict(list)
    for claim in theirs.claims:
        by_kind[claim.kind].append(claim)
    relations = []
    for kind in KINDS:
        mine = [claim for claim in ours.claims if claim.kind == kind.name]
        for a, b, verdict in kind.relate(mine, by_kind[kind.name]):
            if verdict.stance is not Stance.NOT_COMPARABLE:
                found = Relation(ours.id, a, theirs.id, b, verdict.stance, verdict.reason, verdict.grade)
                relations.append(found)
    return sorted(relations, key=lambda relation: (relation.a.start, relation.a.end, relation.b.start))
