"""A sitemap, or an index of sitemaps: addresses of pages, or of more sitemaps."""

from __future__ import annotations

import io

from secondsource.factbase.addresses import split_web_address
from secondsource.ingesting.outcomes import Refusal
from secondsource.ingesting.sources.found import Document

MAX_ADDRESSES = 50_000  # what the protocol allows one sitemap


def sitemap_addresses(document: Document) -> list[str]:
    """The addresses that a sitemap lists, each once, in its order; raises Refusal. What a broken one has counts."""
    from lxml import etree

    found: dict[str, None] = {}
    walk = etree.iterparse(
        io.BytesIO(document.body), tag="{*}loc", resolve_entities=False, no_network=True, load_dtd=False, recover=True
    )
    try:
        for _, element in walk:
            address = (element.text or "").strip()
            if split_web_address(address):
                found.setdefault(address)
            if len(found) >= MAX_ADDRESSES:
                break
    except etree.LxmlError as error:
        if not found:
            raise Refusal("is a sitemap that breaks off or is malformed") from error
    if not found:
        raise Refusal("is a sitemap that lists no page")
    return list(found)
