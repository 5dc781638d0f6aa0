"""A story's settled facts as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), in a collection.

One annotation a fact: the moderators' note as its body, and as its targets the words of every article that reports
on it. Positions are code points of the text that was read, which is the target's cached state; on the page itself
the quotation finds them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from secondsource.annotating.notes import CONTEXT
from secondsource.exchanging.publisher import (
    NAME,
    article_address,
    publisher,
    story_annotations_address,
    web_address,
)
from secondsource.factbase.models import Claim, Decision, Fact, Story

BEFORE_ALL = "0"  # less than any fact's id
CONTEXT_ADDRESS = "http://www.w3.org/ns/anno.jsonld"
JsonLd = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """Some of a story's settled facts: at most `limit` after the id `after`, and the `start` that went before them.

    `more` says whether others follow.
    """

    settled: Sequence[tuple[Fact, Decision]]
    after: str
    limit: int
    start: int
    more: bool


def collection(story: Story, total: int, first: Part, address: str) -> JsonLd:
    """The collection of `total` annotations, with its first page; `address` is the server's own.

    A page has an annotation at least (5.2), so that a collection of none has no page.
    """
    home = story_annotations_address(story.id, address)
    told = {
        "@context": CONTEXT_ADDRESS,
        "id": home,
        "type": "AnnotationCollection",
        "label": story.title,
        "creator": publisher("type", address),
        "total": total,
    }
    return told | {"first": _page(home, home, first, address)} if first.settled else told


def page(story: Story, total: int, part: Part, address: str) -> JsonLd:
    """One page of the collection of `total` annotations, by itself: it says what its collection is."""
    home = story_annotations_address(story.id, address)
    whole = {"id": home, "label": story.title, "total": total}
    return {"@context": CONTEXT_ADDRESS} | _page(home, whole, part, address)


def _page(home: str, whole: str | JsonLd, part: Part, address: str) -> JsonLd:
    """A page of what is at `home`; `whole` is what it says of the collection it is part of."""
    told: JsonLd = {
        "id": f"{home}?limit={part.limit}&after={part.after}",
        "type": "AnnotationPage",
        "partOf": whole,
        "startIndex": part.start,
        "items": [_annotation(home, fact, decision, address) for fact, decision in part.settled],
    }
    if part.more:
        told["next"] = f"{home}?limit={part.limit}&after={part.settled[-1][0].id}"
    return told


def _annotation(home: str, fact: Fact, settled: Decision, address: str) -> JsonLd:
    return {
        "id": f"{home}#{fact.id}",
        "type": "Annotation",
        "motivation": "assessing",
        "created": _moment(settled.decided_at),
        "creator": publisher("type", address),
        "generator": {"id": address, "type": "Software", "name": NAME},
        "body": _body(fact, settled),
        "target": [_target(claim, address) for claim in fact.claims],
    }


def _body(fact: Fact, settled: Decision) -> list[JsonLd]:
    """The note with what it rests on, and a link to that where it is a page."""
    note, source = settled.change["note"], settled.change["source"]
    words = f"{fact.label}: {note} (Source: {source})"
    body: list[JsonLd] = [
        {"type": "TextualBody", "format": "text/plain", "language": "en", "purpose": "commenting", "value": words}
    ]
    linked = web_address(source)
    if linked is not None:
        body.append({"type": "SpecificResource", "source": linked, "purpose": "linking"})
    return body


def _target(claim: Claim, address: str) -> JsonLd:
    article, version = claim.article, claim.article.current
    before, after = version.text[max(0, claim.start - CONTEXT) : claim.start], version.text[claim.end :][:CONTEXT]
    return {
        "type": "SpecificResource",
        "source": article.url,
        "state": {
            "type": "TimeState",
            "sourceDate": _moment(version.seen_at),
            "cached": article_address(article.id, address),
        },
        "selector": [
            {"type": "TextPositionSelector", "start": claim.start, "end": claim.end},
            {"type": "TextQuoteSelector", "exact": claim.exact, "prefix": before, "suffix": after},
        ],
    }


def _moment(moment: datetime) -> str:
    """In UTC with a Z, as the model wants it."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
