"""A sitemap, or an index of sitemaps: addresses of pages, or of more sitemaps, and when each was last changed."""

from __future__ import annotations

import io
from datetime import date

from secondsource.ingesting.links import is_address
from secondsource.ingesting.outcomes import Refusal
from secondsource.ingesting.sources.found import Document
from secondsource.ingesting.written_dates import read_date

MAX_ADDRESSES = 50_000  # of those that a sitemap lists are read: as many as the protocol allows it


def sitemap_addresses(document: Document) -> dict[str, date | None]:
    """The addresses that a sitemap lists, in its order, with the day or moment of the last change where it says so.

    Raises Refusal. What a sitemap has before it breaks off counts.
    """
    from lxml import etree

    found: dict[str, date | None] = {}
    walk = etree.iterparse(
        io.BytesIO(document.body),
        tag=("{*}url", "{*}sitemap"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=True,
    )
    try:
        for _, element in walk:
            address = (element.findtext("{*}loc") or "").strip()
            if is_address(address):
                found.setdefault(address, read_date(element.findtext("{*}lastmod")))
            element.clear()
    except etree.LxmlError as error:
        if not found:
            raise Refusal("is a sitemap that breaks off or is malformed") from error
    if not found:
        raise Refusal("is a sitemap that lists no page")
    return found
