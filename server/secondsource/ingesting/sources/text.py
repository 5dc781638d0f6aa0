"""A plain text: it says nothing of itself, so that a person must."""

from __future__ import annotations

from secondsource.ingesting.decoding import decoded
from secondsource.ingesting.english import must_be_english
from secondsource.ingesting.links import is_address, without_user
from secondsource.ingesting.outcomes import Refusal
from secondsource.ingesting.sources.found import Document, Found, Given


def read_text(document: Document, given: Given) -> Found:
    """The article that a text is; raises Refusal when nobody says whose it is."""
    text = decoded(document.body, document.content_type)
    if not text.strip():
        raise Refusal("is empty")
    must_be_english(text)
    url = without_user(document.url or given.url or "")
    if not url or given.outlet is None:
        lacking = " and ".join(option for option, value in (("--outlet", given.outlet), ("--url", url)) if not value)
        raise Refusal(f"is a text, which does not say whose it is: give {lacking}, or put it in a story folder")
    if not is_address(url):
        raise Refusal(f"cannot have the address {url!r}, which is no http or https address")
    return Found(document.name, given.outlet, url, None, given.title, given.published, text, document.fetched, True)
