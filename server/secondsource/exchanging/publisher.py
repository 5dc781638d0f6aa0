"""What every document for others says in the same way: who publishes it, and where its things are to be found."""

from __future__ import annotations

from secondsource.factbase.addresses import split_web_address

NAME = "Second Source"


def publisher(type_key: str, address: str) -> dict[str, str]:
    """The organisation behind this server; vocabularies name an object's type by another key each."""
    return {type_key: "Organization", "name": NAME, "url" if type_key == "@type" else "homepage": address}


def fact_address(fact_id: str, address: str) -> str:
    """Where programs find a fact; `address` is the server's own and ends in a slash."""
    return f"{address}api/v1/facts/{fact_id}"


def article_address(article_id: str, address: str) -> str:
    """Where programs find an article's text."""
    return f"{address}api/v1/articles/{article_id}"


def story_annotations_address(story_id: str, address: str) -> str:
    """Where programs find the annotations on a story's articles."""
    return f"{address}api/v1/stories/{story_id}/annotations"


def web_address(words: str) -> str | None:
    """The words where they are an http or https address, which may be linked to; else None."""
    return words.strip() if split_web_address(words) is not None else None
