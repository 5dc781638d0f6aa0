"""A settled fact as schema.org ClaimReview (https://schema.org/ClaimReview), one review for each value reported.

Second Source says what outlets reported and what moderators found, never what is true: a rating has the moderators'
note as its words, and no number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from secondsource.exchanging.publisher import fact_address, publisher, web_address
from secondsource.factbase.models import Article, Claim, Decision, Fact

JsonLd = dict[str, Any]


def claim_reviews(fact: Fact, settled: Decision, address: str) -> JsonLd:
    """The fact's reviews as JSON-LD; `address` is the server's own, and `settled` the decision that settled it."""
    return {"@context": "https://schema.org", "@graph": list(_reviews(fact, settled, address))}


def _reviews(fact: Fact, settled: Decision, address: str) -> Iterator[JsonLd]:
    by_value: dict[str, list[Claim]] = defaultdict(list)
    for claim in fact.claims:
        by_value[claim.value].append(claim)
    page = fact_address(fact.id, address) + "/claim-review"
    for number, (value, claims) in enumerate(sorted(by_value.items()), 1):
        yield {
            "@type": "ClaimReview",
            "@id": f"{page}#{number}",
            "url": f"{page}#{number}",  # of several on a page each has its own
            "inLanguage": "en",
            "datePublished": settled.decided_at.date().isoformat(),
            "author": publisher("@type", address),
            "claimReviewed": f"{fact.label}: {value}",
            "reviewRating": {"@type": "Rating", "alternateName": settled.change["note"]},
            "citation": _citation(settled.change["source"]),
            "itemReviewed": _claim(claims),
        }


def _claim(claims: Sequence[Claim]) -> JsonLd:
    """What the outlets that report one value say, the earliest first."""
    articles = sorted({claim.article.id: claim.article for claim in claims}.values(), key=_when)
    outlets = {article.outlet.name: _outlet(article) for article in articles}
    told: JsonLd = {"@type": "Claim", "name": claims[0].exact, "author": list(outlets.values())}
    if articles[0].published is not None:
        told |= {"datePublished": articles[0].published.isoformat(), "firstAppearance": _appearance(articles[0])}
    return told | {"appearance": [_appearance(article) for article in articles]}


def _when(article: Article) -> tuple[bool, str, str]:
    day = article.published_at
    return day is None, "" if day is None else day.isoformat(), article.id


def _appearance(article: Article) -> JsonLd:
    told: JsonLd = {"@type": "NewsArticle", "url": article.url, "publisher": _outlet(article)}
    if article.title is not None:
        told["headline"] = article.title
    if article.published is not None:
        told["datePublished"] = article.published.isoformat()
    return told


def _outlet(article: Article) -> JsonLd:
    told: JsonLd = {"@type": "NewsMediaOrganization", "name": article.outlet.name}
    homes = [f"https://{domain}/" for domain in article.outlet.domains]
    return told | ({"sameAs": homes} if homes else {})


def _citation(source: str) -> str | JsonLd:
    """What the moderators went by: a page where it is one, else in their words."""
    page = web_address(source)
    return source if page is None else {"@type": "CreativeWork", "url": page}
