"""Two articles' claims in, the relations between them out."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from types import MappingProxyType

from secondsource.comparing.beside import told_beside
from secondsource.comparing.claim import Span, Verdict
from secondsource.comparing.overlap import Overlap
from secondsource.comparing.sentences import Side
from secondsource.identity import pair_id
from secondsource.kinds import KINDS, Claim, Claims, Comparison, Stance
from secondsource.kinds.particulars import Particulars
from secondsource.kinds.quotations import Quotations
from secondsource.kinds.quoted_figures import QuotedFigures
from secondsource.kinds.sequences import Sequences
from secondsource.kinds.statements import Statements, by_sentence_start, sentences
from secondsource.reading import read
from secondsource.reconciling.corrections import relate_by_hand

NO_CLAIMS = Claims()
NOTHING_MARKED: Mapping[str, bool] = MappingProxyType({})

# Kinds that read what no other kind knows, each with those that it does not give way to.
REST: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        Statements.name: frozenset(),
        Particulars.name: frozenset({Particulars.name, Statements.name}),
        # Every quotation holds its figures, and what it puts in order says nothing of them.
        QuotedFigures.name: frozenset({QuotedFigures.name, Quotations.name, Sequences.name}),
    }
)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Source:
    """An article as reconciling sees it. `id` is the article's; `origin` is the one it declares, if any.

    Keep one to compare it with several, or with the same again: what its claims come to is worked out once. It is
    itself alone, whatever another one says.
    """

    id: str
    outlet: str
    text: str
    claims: tuple[Claim, ...]
    origin: str | None = None
    published: date | None = None

    @cached_property
    def by_kind(self) -> Mapping[str, Claims]:
        """Its claims by their kind, in order; those that moderators put right by hand, which no kind knows, not."""
        by_kind: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            if not claim.by_hand:
                by_kind[claim.kind].append(claim)
        return {kind: Claims(claims) for kind, claims in by_kind.items()}

    @cached_property
    def has_by_hand(self) -> bool:
        """Whether moderators put any of its claims right by hand."""
        return any(claim.by_hand for claim in self.claims)

    @cached_property
    def sentences(self) -> Side:
        """Its sentences."""
        return sentences(self.by_kind.get(Statements.name, NO_CLAIMS))


@dataclass(frozen=True, slots=True)
class Relation:
    """How claim `a`, of article `a_source`, stands to claim `b`, of article `b_source`.

    `spans` are the parts of both that a note stands on, where that is not all of them.
    """

    a_source: str
    a: Claim
    b_source: str
    b: Claim
    stance: Stance
    reason: str
    sure: float = 1.0
    grade: str | None = None
    spans: tuple[Span, Span] | None = None

    @classmethod
    def of(cls, ours: Source, a: Claim, theirs: Source, b: Claim, verdict: Verdict) -> Relation:
        """What a verdict says of a claim of either article."""
        v = verdict
        return cls(ours.id, a, theirs.id, b, v.stance, v.reason, v.sure, v.grade, v.spans)

    @property
    def id(self) -> str:
        """The same for the same two wordings, whichever article is read and however often they are reposted."""
        return pair_id(self.a.content, self.b.content)

    @property
    def where(self) -> tuple[Span, Span]:
        """What a note on it stands on in either text."""
        return self.spans or ((self.a.start, self.a.end), (self.b.start, self.b.end))


def read_claims(
    text: str, *, published: date | None = None, furniture: Mapping[str, bool] = NOTHING_MARKED
) -> tuple[Claim, ...]:
    """Every claim that any kind finds in a text, in text order; see `read`. More than `Kind.most` of one are logged."""
    document = read(text, published=published, furniture=furniture)
    found: list[Claim] = []
    for kind in KINDS:
        kept = list(islice(kind.find(document), kind.most + 1))
        if len(kept) > kind.most:
            _log.info("A text of %d code points has more %s than the %d that are read", len(text), kind.name, kind.most)
        found += kept[: kind.most]
    return tuple(sorted(found, key=in_text_order))


def in_text_order(claim: Claim) -> tuple[int, int, str, str]:
    """A key to sort claims by."""
    return claim.start, claim.end, claim.kind, claim.property


def relate(ours: Source, theirs: Source) -> list[Relation]:
    """Every relation between two articles' claims, in the order of ours; not_comparable ones are left out."""
    overlap = Overlap(ours.sentences, theirs.sentences)
    relations = []
    for kind in KINDS:
        our_claims, their_claims = ours.by_kind.get(kind.name), theirs.by_kind.get(kind.name)
        if not our_claims or not their_claims:
            continue
        for a, b, v in kind.relate(Comparison(our_claims, their_claims, overlap)):
            if v.stance is not Stance.NOT_COMPARABLE:
                relations.append(Relation.of(ours, a, theirs, b, v))
    by_hand = relate_by_hand(ours.claims, theirs.claims) if ours.has_by_hand or theirs.has_by_hand else ()
    for a, b, v in by_hand:
        relations.append(Relation.of(ours, a, theirs, b, v))
    kept = list(_without_repeats(relations))
    kept += _beside(ours, theirs, overlap, kept)
    return sorted(kept, key=lambda relation: (relation.a.start, relation.a.end, relation.b.start))


def _beside(ours: Source, theirs: Source, overlap: Overlap, related: Iterable[Relation]) -> Iterator[Relation]:
    """Yield what sentences that are known to tell one thing have in common beside that."""
    known: dict[tuple[int, int], list[Relation]] = defaultdict(list)
    for relation in related:
        known[relation.a.passage_start, relation.b.passage_start].append(relation)
    clauses = [source.by_kind.get(Statements.name, NO_CLAIMS).once(by_sentence_start) for source in (ours, theirs)]
    for (i, j), found in known.items():
        both = clauses[0].get(i), clauses[1].get(j)
        if both[0] and both[1] and any(relation.stance is Stance.CORROBORATES for relation in found):
            told = [(r.a, r.b) for r in found if r.a.kind == Statements.name]
            spans = [r.where for r in found if r.a.kind != Statements.name]
            for a, b, v in told_beside((both[0], both[1]), overlap, spans, told):
                yield Relation.of(ours, a, theirs, b, v)


def _without_repeats(relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations but for those whose very words another kind relates that knows more of them; see `REST`."""
    spans: dict[tuple[int, int], list[Relation]] = defaultdict(list)
    for relation in relations:
        if relation.a.kind != Statements.name:
            spans[relation.a.passage_start, relation.b.passage_start].append(relation)
    for relation in relations:
        less = REST.get(relation.a.kind)
        beside = () if less is None else spans[relation.a.passage_start, relation.b.passage_start]
        if less is None or not any(
            _touch(relation.a, r.a) and _touch(relation.b, r.b) for r in beside if r.a.kind not in less
        ):
            yield relation


def _touch(a: Claim, b: Claim) -> bool:
    return a.start < b.end and b.start < a.end
