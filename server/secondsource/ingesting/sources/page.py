"""A page, saved or fetched."""

from __future__ import annotations

from secondsource.ingesting.extraction import extract
from secondsource.ingesting.sources.found import Document, Found, Given


def read_page(document: Document, given: Given) -> Found:
    """The article on a page; raises Refusal."""
    page = extract(document.body, document.url or given.url, document.content_type)
    return Found(
        name=document.name,
        outlet=given.outlet or page.outlet,
        url=page.url,
        origin=page.origin,
        title=page.title,
        published=given.published or page.published,
        content=page.text,
        fetched=document.fetched,
        vouched=given.outlet is not None,
    )
