"""What other outlets report about the story and this page does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondsource.annotating.notes import Evidence, Link
from secondsource.annotating.story import KeptClaim, LoadedStory
from secondsource.annotating.telling import Telling
from secondsource.annotating.wordings import Wordings, is_figure, weights
from secondsource.factbase.models import Fact
from secondsource.kinds import Claim
from secondsource.kinds.wording import count_label, missing_label
from secondsource.reconciling.tracing import distinct, is_one_origin, publisher, settle

MAX_MISSING = 20  # more than anybody reads; the story's page has them all
MIN_ORIGINS = 2  # what one origin alone reports is its own story, not something this page leaves out
TELLING_WORDS = 3  # words that carry meaning in a quotation that is understood alone: "One hundred percent" is not


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that the page does not report, under a label that a reader understands, with evidence by article."""

    fact: Named
    evidence: tuple[Evidence, ...]
    origins: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Named:
    """A fact's id and what a reader is told it is about."""

    id: str
    label: str


def missing_facts(loaded: LoadedStory, telling: Telling, links: Sequence[Link]) -> list[Missing]:
    """The facts that at least MIN_ORIGINS publishers report and the page does not, the most reported first.

    Left out is what the page contradicts or tells in other words, what no reader understands alone, and what another
    missing fact says already. Outlets that quote one source have each chosen to report it, so they count each.
    """
    told = {link.theirs.fact.id for link in links if link.theirs.fact} | _own_facts(loaded, telling)
    wordings = Wordings(telling.page)
    found = []
    for claims in _reported(loaded, telling, told | loaded.hidden_facts):
        missing = _missing(telling, claims)
        if missing.origins >= MIN_ORIGINS and _is_clear(claims) and not any(map(wordings.tells, _read(claims))):
            found.append(missing)
    found.sort(key=lambda missing: (-missing.origins, -missing.outlets, missing.fact.label, missing.fact.id))
    return _without_repetitions(found)[:MAX_MISSING]


def _reported(loaded: LoadedStory, telling: Telling, skipped: set[str]) -> Iterable[list[KeptClaim]]:
    """The other articles' claims, fact by fact, of facts that are not to be skipped and that several articles give."""
    reported: dict[str, list[KeptClaim]] = defaultdict(list)
    for article_id, claims in loaded.claims.items():
        for kept in claims if article_id != telling.page.id else ():
            if kept.fact and kept.fact.id not in skipped and kept.fact.label.strip():
                reported[kept.fact.id].append(kept)
    return (claims for claims in reported.values() if len({kept.article.id for kept in claims}) >= MIN_ORIGINS)


def _without_repetitions(found: Sequence[Missing]) -> list[Missing]:
    """Without facts of one label, and those whose words lie within another's, as a figure in a quotation does."""
    by_label = {missing.fact.label: missing for missing in reversed(found)}
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for missing in by_label.values():
        for item in missing.evidence:
            spans[item.article.id].append((item.start, item.end))

    def lies_within(item: Evidence) -> bool:
        own = item.start, item.end
        return any(low <= own[0] and own[1] <= high and (low, high) != own for low, high in spans[item.article.id])

    return [missing for missing in reversed(by_label.values()) if not all(map(lies_within, missing.evidence))]


def _own_facts(loaded: LoadedStory, telling: Telling) -> set[str]:
    """The facts that the page itself tells: it is a stored article, or says the same in the same words."""
    contents = {claim.content for claim in telling.page.claims}
    return {
        kept.fact.id
        for article_id, claims in loaded.claims.items()
        for kept in claims
        if kept.fact and (article_id == telling.page.id or kept.content in contents)
    }


def _is_clear(claims: Sequence[KeptClaim]) -> bool:
    """Whether a reader who does not have the articles understands what is reported: no lone fragment of speech."""
    return not is_one_origin(claims[0].claim.kind) or any(
        sum(not is_figure(word) for word in weights(kept.claim.exact)) >= TELLING_WORDS for kept in claims
    )


def _missing(telling: Telling, claims: Sequence[KeptClaim]) -> Missing:
    fact = claims[0].fact
    assert fact is not None  # noqa: S101 - only claims with a fact are grouped
    first_of_article = {kept.article.id: kept for kept in reversed(claims)}
    shown = sorted(first_of_article.values(), key=lambda kept: (kept.article.outlet.name, kept.article.id))
    told = [telling.there(kept) for kept in shown]
    by_publisher = [publisher(origin, kept.article.origin) for origin, kept in zip(settle(told), shown, strict=True)]
    return Missing(
        fact=Named(fact.id, _label(fact, claims)),
        evidence=tuple(_evidence(telling, kept, one.origin.name) for kept, one in zip(shown, told, strict=True)),
        origins=len(distinct(by_publisher)),
        outlets=len({kept.article.outlet_id for kept in claims}),
    )


def _label(fact: Fact, claims: Sequence[KeptClaim]) -> str:
    """The fact's label; where that is a bare figure, with the fullest words that give it."""
    bare = all(map(is_figure, weights(fact.label.removeprefix(count_label("")))))
    return missing_label(fact.label, max((kept.claim.exact for kept in claims), key=len)) if bare else fact.label


def _read(claims: Iterable[KeptClaim]) -> Iterable[Claim]:
    return (kept.claim for kept in claims)


def _evidence(telling: Telling, kept: KeptClaim, origin: str) -> Evidence:
    claim = kept.claim
    return Evidence(None, kept.article, claim.exact, claim.start, claim.end, claim.value, origin, telling.line(kept))
