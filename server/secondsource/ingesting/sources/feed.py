"""A feed: RSS, Atom or JSON Feed. It gives addresses; the articles themselves are on their pages."""

from __future__ import annotations

import io
import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import Any

from secondsource.ingesting.links import joined
from secondsource.ingesting.outcomes import Refusal
from secondsource.ingesting.sources.found import Document

MAX_ENTRIES = 1_000  # of those that a feed lists are read; feeds have 10 to 100
MOST_MARKUP = 300_000  # tags and entities: what the library reads in some 5 s, were it all nested; feeds have 10,000
MOST_PAIRS = 100_000_000  # of the attributes of each tag, and of all name spaces: 3 s, for each is compared with all

_TAG = re.compile(rb"<[^!?/][^<>]*")


def feed_addresses(document: Document) -> list[str]:
    """The addresses that a feed lists, each once, in its order; raises Refusal."""
    json_body = document.body.removeprefix(BOM_UTF8).lstrip()
    found = _json_links(json_body) if json_body.startswith(b"{") else _xml_links(document.body)
    absolute = (joined(document.url or "", link) for link in found if link.strip())
    addresses = list(dict.fromkeys(address for address in absolute if address))
    if not addresses:
        raise Refusal("is a feed that lists no article")
    return addresses


def _xml_links(body: bytes) -> Iterator[str]:
    import feedparser

    _must_be_light(body)
    # From a stream: given bytes or text, feedparser would take them for a file's name or an address to fetch.
    for entry in feedparser.parse(io.BytesIO(body), sanitize_html=False).entries:
        yield str(entry.get("link") or "")


def _must_be_light(body: bytes) -> None:
    """Raise Refusal for what the library would read for minutes, before it begins."""
    if body.count(b"<") + body.count(b"&") > MOST_MARKUP:
        raise Refusal(f"is a feed with more than {MOST_MARKUP:,} tags and entities")
    pairs = sum(tag[0].count(b"=") ** 2 for tag in _TAG.finditer(body))
    if max(pairs, body.count(b"xmlns") ** 2) > MOST_PAIRS:
        raise Refusal("is a feed with more attributes of one tag, or more name spaces, than any feed has")


def _json_links(body: bytes) -> Iterator[str]:
    try:
        feed: Any = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Refusal("is a JSON feed that breaks off or is malformed") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    for item in items if isinstance(items, list) else ():
        link = item.get("url") or item.get("external_url") if isinstance(item, dict) else None
        yield link if isinstance(link, str) else ""
