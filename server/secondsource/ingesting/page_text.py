"""The article's own words on a page, a blank line between paragraphs.

Mean F1 as measured: on the 130 test pages of Mozilla's Readability (by words, `python -m tests.eval.extraction`)
readability-lxml has .970, trafilatura .936; on the 35 of them that are news .950 and .930; on the 180 English pages of
trafilatura's own evaluation (by marked phrases) .875 and .932, at the same precision (.908). Each is best where it was
tuned. We take the one that is surer on news (precision .975 against .934: what a page says beside its article makes
wrong claims) and the lighter one.

JSON-LD's articleBody, where there is one, is often an excerpt or one long line: .398 on the three pages that have it,
where the library has .988. So the library reads the page, and JSON-LD is asked only where the page has next to nothing.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from secondsource.ingesting.outcomes import Refusal

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BLOCKS = frozenset(
    """address article aside blockquote body dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
    header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul""".split()
)
UNREAD = frozenset("button canvas form iframe input math noscript object script select style svg template".split())

MOST_ATTRIBUTES = 5_000  # of one element; the parser compares each with all before it: 0.1 s, hours for a million

MOST_TAGS = 100_000  # of a page, which takes 3 s; a live blog of 500 entries has 20,000

_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>]*+))?+"""
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_LONG_TAG = re.compile(rf"<[a-z][^\s/>]*+((?:{_ATTRIBUTE})*+)", re.IGNORECASE)
_TAG = re.compile(r"<[a-z]", re.IGNORECASE)
_SPACE = re.compile(r"[^\S\n]+")
_AROUND_BREAKS = re.compile(r" ?\n ?")


def parsed(html: str) -> HtmlElement:
    """A page as a tree; raises Refusal for what cannot be one."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    if sum(1 for _ in _TAG.finditer(html)) > MOST_TAGS:
        raise Refusal(f"has more than {MOST_TAGS:,} elements: no article")
    for tag in _LONG_TAG.finditer(html):
        if len(tag[1]) > MOST_ATTRIBUTES and sum(1 for _ in _ATTRIBUTES.finditer(tag[1])) > MOST_ATTRIBUTES:
            raise Refusal(f"has an element with more than {MOST_ATTRIBUTES:,} attributes")
    try:
        return document_fromstring(html.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise Refusal("is no HTML page") from error


def main_text(html: str) -> str:
    """The article's text; empty for a page without one, or one that the library cannot read."""
    from readability import Document
    from readability.readability import Unparseable

    logging.getLogger("readability.readability").setLevel(logging.CRITICAL)
    try:
        return plain(Document(html).summary(html_partial=True))
    except (Unparseable, RecursionError):
        return ""


def plain(html: str) -> str:
    """The text of a piece of HTML (or of text that is none), one paragraph a block, a blank line between two."""
    return "\n\n".join(_paragraphs(parsed(f"<div>{html}</div>"))) if html.strip() else ""


def _paragraphs(tree: HtmlElement) -> Iterator[str]:
    held: list[str] = []
    for piece in _pieces(tree):
        if piece is not None:
            held.append(piece)
            continue
        paragraph = _AROUND_BREAKS.sub("\n", _SPACE.sub(" ", "".join(held))).strip()
        held.clear()
        if paragraph:
            yield from (part.strip() for part in paragraph.split("\n\n") if part.strip())


def _pieces(tree: HtmlElement) -> Iterator[str | None]:
    """Text in its order, with a line feed for each <br> and None wherever a block begins or ends."""
    from lxml import etree

    skipped = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            skipped += tag in UNREAD
            if tag in BLOCKS:
                yield None
            if tag == "br" and not skipped:
                yield "\n"
            if element.text and not skipped:
                yield element.text.replace("\n", " ")
            continue
        if event == "end":
            skipped -= tag in UNREAD
            if tag in BLOCKS:
                yield None
        if element.tail and not skipped:
            yield element.tail.replace("\n", " ")
    yield None
