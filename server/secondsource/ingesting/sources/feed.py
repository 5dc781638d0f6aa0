"""A feed: RSS, Atom or JSON Feed. It gives addresses; the articles themselves are on their pages."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

from secondsource.ingesting.links import joined
from secondsource.ingesting.outcomes import Refusal
from secondsource.ingesting.sources.found import Document

MAX_ENTRIES = 1_000  # feeds have 10 to 100


def feed_addresses(document: Document) -> list[str]:
    """The addresses that a feed lists, each once, in its order; raises Refusal."""
    found = _json_links(document.body) if document.body.lstrip().startswith(b"{") else _xml_links(document.body)
    absolute = (joined(document.url or "", link) for link in found)
    addresses = list(dict.fromkeys(address for address in absolute if address))[:MAX_ENTRIES]
    if not addresses:
        raise Refusal("is a feed that lists no article")
    return addresses


def _xml_links(body: bytes) -> Iterator[str]:
    import feedparser

    # From a stream: given bytes or text, feedparser would take them for a file's name or an address to fetch.
    for entry in feedparser.parse(io.BytesIO(body), sanitize_html=False).entries:
        yield str(entry.get("link") or "")


def _json_links(body: bytes) -> Iterator[str]:
    try:
        feed: Any = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Refusal("is a JSON feed that breaks off or is malformed") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    for item in items if isinstance(items, list) else ():
        link = item.get("url") or item.get("external_url") if isinstance(item, dict) else None
        yield link if isinstance(link, str) else ""
