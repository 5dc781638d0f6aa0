"""A page's bytes in; the article's address, outlet, title, date, wire credit and text out. Pure but for its libraries.

What a page says of itself is believed only where it may: an address on another site is not this page's, whatever a
canonical link says, or any page could put its words into another outlet's mouth.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from secondsource.factbase.addresses import page_alone, split_web_address
from secondsource.ingesting.decoding import decoded
from secondsource.ingesting.english import must_be_english
from secondsource.ingesting.links import is_address, joined
from secondsource.ingesting.outcomes import Refusal
from secondsource.ingesting.page_text import main_text, parsed, plain
from secondsource.ingesting.story_folder import MAX_LINE, MAX_NAME
from secondsource.ingesting.structured import Stated, stated
from secondsource.reading.outlets import same_outlet

MIN_WORDS = 40  # the shortest wire reports have some 60; what is shorter is a caption, a teaser or a notice
MIN_FREE_WORDS = 150  # of a page that says it is not free: what a paywall shows before it closes has 30 to 120
BODY_RATIO = 2  # how many times the page's words JSON-LD's must be, to be the text: a page drawn by its script
TWINS = frozenset({"www", "m", "amp", "mobile"})  # what a site calls its doubles for telephones

_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<(?:!doctype|[a-z][a-z0-9]*)\b", re.IGNORECASE)
_SAVED_FROM = re.compile(
    r"<!--\s{0,4}(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s{1,4}url: )(\S{1,2000})"
)


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article as its page has it."""

    url: str
    outlet: str
    title: str | None
    published: date | None
    origin: str | None
    text: str


def extract(body: bytes, url: str | None = None, content_type: str = "") -> Extracted:
    """The article on a page that was found at `url` (None for a saved page that may say so itself); raises Refusal."""
    if not body.strip():
        raise Refusal("is empty")
    html = decoded(body, content_type)
    if not _TAG.search(html[:4_096]):
        raise Refusal("is no HTML page")
    page = stated(parsed(html))
    address = _address(page, url, html)
    outlet = (page.outlet or _domain(address))[:MAX_NAME]
    origin = page.agency if page.agency and not same_outlet(page.agency, outlet) else None
    title = page.title[:MAX_LINE] if page.title else None
    return Extracted(address, outlet, title, page.published, origin, _article_text(html, page, address))


def same_site(a: str, b: str) -> bool:
    """Whether two addresses are on one site, as itself or as its double for telephones."""
    return _domain(a) == _domain(b) != ""


def text_of(html: str, page: Stated) -> str:
    """The article's text, as its page shows it or, where a script draws that, as its JSON-LD has it."""
    text = main_text(html)
    stated_text = "\n\n".join(plain(body) for body in page.bodies)
    return stated_text if _words(stated_text) > BODY_RATIO * _words(text) else text


def _address(page: Stated, url: str | None, html: str) -> str:
    """The article's own address: the canonical one on the site that the page came from, else where it was found."""
    if url is None:
        saved = _SAVED_FROM.search(html[:4_096])
        absolute = (given for given in (*page.addresses, saved[1] if saved else "") if is_address(given))
        url = next(absolute, None)
        if url is None:
            raise Refusal("does not say its address: give it with --url")
    given = (joined(url, address) for address in page.addresses if address)
    own = (address for address in given if same_site(address, url) and not _is_front(address))
    return page_alone(next(own, url))


def _article_text(html: str, page: Stated, address: str) -> str:
    text = text_of(html, page)
    words = _words(text)
    if _is_front(address) and not page.article:
        raise Refusal("is a site's front page, not an article")
    if words < MIN_WORDS:
        raise Refusal(f"has next to no text ({words} words): no article, or one that only a script shows")
    if not page.free and words < MIN_FREE_WORDS:
        raise Refusal(f"is behind a paywall: only {words} words of it are here")
    must_be_english(text, page.language)
    return text + "\n"


def _is_front(address: str) -> bool:
    parts = split_web_address(address)
    return parts is None or (parts.path in ("", "/", "/index.html") and not parts.query)


def _domain(url: str) -> str:
    parts = split_web_address(url)
    labels = (parts.hostname or "").lower().rstrip(".").split(".") if parts else [""]
    return ".".join(labels[1:] if len(labels) > 2 and labels[0] in TWINS else labels)


def _words(text: str) -> int:
    return sum(1 for _ in _WORD.finditer(text))
