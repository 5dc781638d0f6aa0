"""Made-up pages of several makes, all of one made-up event."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from warcio.warcwriter import WARCWriter

PARAGRAPHS = (
    "The ferry Saint Brannoc ran aground off Port Ellery on Tuesday morning, with 140 people on board.",
    "Captain Maud Tregenza, 52, told reporters on the quay: “We saw the rocks far too late to turn away from them.”",
    "Deckhand Ivo Lindqvist, 19, broke his wrist and was flown to hospital, where he was said to be doing well.",
    "The lifeboat of Port Ellery brought everybody else ashore within two hours, the harbour master said.",
)
FURNITURE = "Sign up here for our newsletter"


def page(
    *paragraphs: str,
    head: str = "",
    ld: Any = None,
    title: str = "Ferry runs aground off Port Ellery",
    language: str = "en",
) -> bytes:
    """A plain page with an article on it, in UTF-8."""
    script = "" if ld is None else f'<script type="application/ld+json">{json.dumps(ld)}</script>'
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or PARAGRAPHS)
    return f"""<!doctype html><html lang="{language}"><head><title>{title} | Northern Herald</title>{head}{script}
    </head><body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
    <main><article><h1>{title}</h1>{text}</article></main>
    <aside class="sidebar"><p><a href="/newsletter">{FURNITURE}</a></p></aside>
    <footer><p>Imprint</p></footer></body></html>""".encode()


def news_article(**stated: Any) -> dict[str, Any]:
    """JSON-LD of an article; what is stated replaces or adds."""
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Ferry aground: all saved",
        "datePublished": "2031-03-04T08:30:00+01:00",
        "publisher": {"@type": "Organization", "name": "Northern Herald"},
        "inLanguage": "en-GB",
        **stated,
    }


def feed(*links: str) -> bytes:
    """A feed of RSS."""
    items = "".join(f"<item><title>One</title><link>{link}</link></item>" for link in links)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Herald</title>{items}</channel></rss>'.encode()


def write_warc(path: Path, *answers: tuple[str, bytes, str], packed: bool = True) -> Path:
    """A crawl of some answers: address, body, kind."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=packed)
        for url, body, content_type in answers:
            answer = f"HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\n\r\n".encode() + body
            writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(answer), len(answer)))
    return path
