"""What a person pasted: an article's text, or the HTML of its page."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.ingesting.outcomes import Outcome, Refusal
from secondsource.ingesting.sources.found import Document, Found, Given, refused
from secondsource.ingesting.sources.page import read_page
from secondsource.ingesting.sources.text import read_text


@dataclass(frozen=True, slots=True)
class Pasted:
    """Something pasted, with a name for people and what the person says of it."""

    name: str
    content: str
    html: bool
    given: Given


def read_pasted(pasted: Pasted) -> Found | Outcome:
    """The article that was pasted, or why it is refused."""
    kind = "text/html" if pasted.html else "text/plain"
    document = Document(pasted.name, pasted.content.encode(), None, f"{kind}; charset=utf-8")
    try:
        return read_page(document, pasted.given) if pasted.html else read_text(document, pasted.given)
    except Refusal as refusal:
        return refused(pasted.name, refusal)
