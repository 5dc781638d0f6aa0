"""A fact as moderators see it: the outlets' sentences side by side, how each two stand, and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import func, select, union
from sqlalchemy.orm import Session, joinedload, selectinload, with_expression

from secondsource.api.admin.relations import relation_states, shown
from secondsource.factbase.models import Article, Claim, Fact, Relation
from secondsource.factbase.rulings import NO_RULING, FactRuling, fact_rulings, fact_status
from secondsource.kinds import Stance
from secondsource.web.desk.decided import Decided, decided_on
from secondsource.web.desk.wording import Piece, sentence

MOST = 200  # pairs on one page; what is beyond is counted
MOST_NEIGHBOURS = 2_000  # facts to merge with, a line each, which the page's own search narrows


@dataclass(frozen=True, slots=True)
class ClaimSeen:
    """A claim with its sentence marked; `others` are further articles that say it in the very same words."""

    claim: Claim
    pieces: Sequence[Piece]
    others: Sequence[Claim]


@dataclass(frozen=True, slots=True)
class ValueSeen:
    """One of the values that outlets give, with the claims that give it."""

    value: str
    claims: Sequence[ClaimSeen]

    @property
    def articles(self) -> int:
        """How many articles give it."""
        return len({claim.article_id for seen in self.claims for claim in (seen.claim, *seen.others)})


@dataclass(frozen=True, slots=True)
class PairSeen:
    """A relation with both sentences marked against each other, and the tag of its state."""

    relation: Relation
    etag: str
    a: Sequence[Piece]
    b: Sequence[Piece]


@dataclass(frozen=True, slots=True)
class FactSeen:
    """All of a fact's page; `decided` is how many decisions there are, of which the last are shown."""

    fact: Fact
    values: Sequence[ValueSeen]
    pairs: Sequence[PairSeen]
    more_pairs: int
    ruling: FactRuling
    decisions: Sequence[Decided]
    decided: int
    neighbours: Sequence[Fact]
    more_neighbours: int

    @property
    def contents(self) -> list[str]:
        """What its claims are decided on by."""
        return sorted({claim.content for claim in self.fact.claims})


def find_fact(session: Session, fact_id: str) -> FactSeen | None:
    """What there is to see of a fact; None when no fact has the id."""
    article = selectinload(Fact.claims).joinedload(Claim.article)
    loaded = [
        joinedload(Fact.story),
        *(article.joinedload(part) for part in (Article.outlet, Article.traced_origin)),
        with_expression(Fact.status, fact_status()),
    ]
    fact = session.scalars(select(Fact).where(Fact.id == fact_id).options(*loaded)).first()
    if fact is None:
        return None
    pairs, more = pairs_of(session, fact_id)
    ruling = fact_rulings(session, Fact.id == fact_id).get(fact_id, NO_RULING)
    decisions = decided_on(session, fact_id)
    return FactSeen(fact, values_of(fact.claims), pairs, more, ruling, *decisions, *neighbours_of(session, fact))


def values_of(claims: Iterable[Claim]) -> list[ValueSeen]:
    """The claims by their value, the value of most articles first; each is marked against the first one's words."""
    by_value = groupby(sorted(claims, key=lambda claim: (claim.value, claim.article_id, claim.start)), _value)
    groups = sorted(([*group] for _, group in by_value), key=lambda group: -len({claim.article_id for claim in group}))
    first = groups[0][0].exact if groups else ""
    return [ValueSeen(group[0].value, _seen(group, first if n else None)) for n, group in enumerate(groups)]


def _value(claim: Claim) -> str:
    return claim.value


def _seen(group: Sequence[Claim], other: str | None) -> list[ClaimSeen]:
    """One entry for each wording: reposts stand beside the one they repeat."""
    wordings: dict[str, list[Claim]] = {}
    for claim in group:
        wordings.setdefault(claim.content, []).append(claim)
    return [ClaimSeen(same[0], sentence(same[0], other), same[1:]) for same in wordings.values()]


def pairs_of(session: Session, fact_id: str) -> tuple[list[PairSeen], int]:
    """How a fact's wordings stand to each other, the strongest first, and how many more there are than shown."""
    ours = select(Claim.id).where(Claim.fact_id == fact_id)
    of_it = union(*(select(Relation.id).where(side.in_(ours)) for side in (Relation.a_id, Relation.b_id)))
    found = session.scalars(shown(Relation.id.in_(of_it))).unique().all()
    ordered = sorted(found, key=lambda relation: (Stance(relation.stance).strength, relation.pair_id))
    return pairs_seen(session, ordered[:MOST]), max(0, len(ordered) - MOST)


def pairs_with_ids(session: Session, ids: Sequence[str]) -> dict[str, PairSeen]:
    """The pairs with these ids, by id; those that a rebuild took away are missing."""
    found = session.scalars(shown(Relation.pair_id.in_(ids))).unique().all()
    return {seen.relation.pair_id: seen for seen in pairs_seen(session, found)}


def pairs_seen(session: Session, relations: Sequence[Relation]) -> list[PairSeen]:
    """Relations with the words marked that one side has and the other lacks."""
    states = relation_states(session, relations)
    return [_pair_seen(relation, state["etag"]) for relation, state in zip(relations, states, strict=True)]


def _pair_seen(relation: Relation, etag: str) -> PairSeen:
    a, b = relation.a, relation.b
    alike = relation.stance == Stance.CORROBORATES
    return PairSeen(relation, etag, sentence(a, None if alike else b.exact), sentence(b, None if alike else a.exact))


def neighbours_of(session: Session, fact: Fact) -> tuple[Sequence[Fact], int]:
    """The story's other facts that it may be merged with, those of its kind first, and how many more than shown."""
    others = (Fact.story_id == fact.story_id, Fact.id != fact.id)
    query = select(Fact).where(*others).order_by(Fact.kind != fact.kind, Fact.label, Fact.id)
    found = session.scalars(query.limit(MOST_NEIGHBOURS)).all()
    count = session.scalars(select(func.count()).select_from(Fact).where(*others)).one()
    return found, count - len(found)
