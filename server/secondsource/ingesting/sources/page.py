"""A page, saved or fetched."""

from __future__ import annotations

from secondsource.ingesting.extraction import extract
from secondsource.ingesting.links import is_address
from secondsource.ingesting.outcomes import Refusal
from secondsource.ingesting.sources.found import Document, Found, Given


def read_page(document: Document, given: Given) -> Found:
    """The article on a page; raises Refusal."""
    url = document.url or given.url
    if url is not None and not is_address(url):
        raise Refusal(f"cannot have the address {url!r}, which is no http or https address")
    page = extract(document.body, url, document.content_type)
    return Found(
        name=document.name,
        outlet=given.outlet or page.outlet,
        url=page.url,
        origin=page.origin,
        title=given.title or page.title,
        published=given.published or page.published,
        content=page.text,
        fetched=document.fetched,
        vouched=given.outlet is not None,
    )
