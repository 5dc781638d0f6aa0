"""What other outlets report about the story and this page does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from secondsource.annotating.notes import Evidence, Link
from secondsource.annotating.story import KeptClaim, LoadedStory
from secondsource.factbase.models import Fact
from secondsource.reconciling import Source

MAX_MISSING = 20  # more than anybody reads; the story's page has them all
MIN_ORIGINS = 2  # what one origin alone reports is its own story, not something this page leaves out


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that the page does not report, with one piece of evidence an article."""

    fact: Fact
    evidence: tuple[Evidence, ...]
    origins: int
    outlets: int


def missing_facts(loaded: LoadedStory, ours: Source, links: Sequence[Link]) -> list[Missing]:
    """The facts that at least MIN_ORIGINS origins report and the page does not, the most reported first."""
    told = {link.theirs.fact.id for link in links if link.theirs.fact} | _own_facts(loaded, ours)
    reported: dict[str, list[KeptClaim]] = defaultdict(list)
    for article_id, claims in loaded.claims.items():
        for kept in claims if article_id != ours.id else ():
            if kept.fact and kept.fact.id not in told | loaded.hidden_facts and kept.fact.label.strip():
                reported[kept.fact.id].append(kept)
    found = [_missing(claims) for claims in reported.values()]
    widely = [missing for missing in found if missing.origins >= MIN_ORIGINS]
    widely.sort(key=lambda missing: (-missing.origins, -missing.outlets, missing.fact.label, missing.fact.id))
    return widely[:MAX_MISSING]


def _own_facts(loaded: LoadedStory, ours: Source) -> set[str]:
    """The facts that the page itself tells: it is a stored article, or says the same in the same words."""
    contents = {claim.content for claim in ours.claims}
    return {
        kept.fact.id
        for article_id, claims in loaded.claims.items()
        for kept in claims
        if kept.fact and (article_id == ours.id or kept.content in contents)
    }


def _missing(claims: Sequence[KeptClaim]) -> Missing:
    fact = claims[0].fact
    assert fact is not None  # noqa: S101 - only claims with a fact are grouped
    first_of_article = {kept.article.id: kept for kept in reversed(claims)}
    evidence = sorted(first_of_article.values(), key=lambda kept: (kept.article.outlet.name, kept.article.id))
    return Missing(
        fact=fact,
        evidence=tuple(_evidence(kept) for kept in evidence),
        origins=len({kept.article.origin for kept in claims}),
        outlets=len({kept.article.outlet_id for kept in claims}),
    )


def _evidence(kept: KeptClaim) -> Evidence:
    claim = kept.claim
    return Evidence(None, kept.article, claim.exact, claim.start, claim.end, claim.value, "")
