"""What a page says of its article in structured data: JSON-LD first, then its head's meta elements.

Everything here is what a page claims of itself; who uses it decides what to believe.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from secondsource.ingesting.written_dates import read_date
from secondsource.reading.outlets import agency

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_NODES = 5_000  # of a page's JSON-LD; a live blog of 200 entries has some 2,000
JSON_LD = "application/ld+json"
MAX_LD = 3_000_000  # characters of one script
ARTICLE_TYPES = ("Article", "Posting", "Report", "Review")  # how the names of schema.org's kinds of article end
TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "title")
OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher")
DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "publish-date",
    "pubdate",
    "date",
)
AUTHORS = ("author", "byl", "article:author", "dc.creator", "parsely-author")
LANGUAGES = ("inlanguage", "content-language", "og:locale")

# Where JSON begins, whatever old pages put before it for browsers and for XML: a comment, CDATA, or both.
_BEGINS = re.compile(r"(?<!CDATA)[{\[](?!CDATA\[)")
_DECODER = json.JSONDecoder(strict=False)

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page states; None or empty for what it does not. `bodies` are the article's text as JSON-LD has it."""

    title: str | None
    outlet: str | None
    published: date | None
    addresses: tuple[str, ...]
    language: str | None
    agency: str | None
    bodies: tuple[str, ...]
    free: bool
    article: bool


def stated(tree: HtmlElement) -> Stated:
    """All that a page says of its article."""
    nodes = list(_nodes(tree))
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    node = next((node for node in nodes if _is_article(node)), {})
    meta = _meta(tree)
    publisher = _name(node.get("publisher"), known)
    return Stated(
        title=_line(node.get("headline")) or _first(meta, TITLES) or _heading(tree),
        outlet=publisher or _first(meta, OUTLETS),
        published=read_date(_line(node.get("datePublished"))) or read_date(_first(meta, DATES)) or _time_element(tree),
        addresses=tuple(_addresses(tree, node, meta)),
        language=_language(node, tree, meta),
        agency=_agency(node, known, meta),
        bodies=tuple(_bodies(node)),
        free=str(node.get("isAccessibleForFree", True)).lower() not in {"false", "http://schema.org/false"},
        article=bool(node) or (meta.get("og:type") or "").lower() == "article",
    )


def _nodes(tree: HtmlElement) -> Iterator[Node]:
    """The objects of a page's JSON-LD, outer ones first."""
    waiting: list[Any] = []
    for script in tree.iterfind(".//script[@type]"):
        text = script.text or ""
        begins = _BEGINS.search(text) if len(text) <= MAX_LD else None
        if begins and script.get("type").partition(";")[0].strip().lower() == JSON_LD:
            with suppress(ValueError, RecursionError):
                waiting.append(_DECODER.raw_decode(text, begins.start())[0])
    for _ in range(MAX_NODES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, dict):
            yield value
            waiting.extend(inner for inner in value.values() if isinstance(inner, dict | list))
        elif isinstance(value, list):
            waiting[:0] = [inner for inner in value[:MAX_NODES] if isinstance(inner, dict | list)]


def _is_article(node: Node) -> bool:
    types = node.get("@type")
    return any(isinstance(name, str) and name.endswith(ARTICLE_TYPES) for name in _listed(types))


def _bodies(node: Node) -> Iterator[str]:
    """The article's text, and a live blog's entries, the newest first as they stand."""
    if isinstance(node.get("articleBody"), str):
        yield node["articleBody"]
    for update in _listed(node.get("liveBlogUpdate"))[:MAX_NODES]:
        if isinstance(update, dict):
            parts = (update.get("headline"), update.get("articleBody"))
            yield "\n\n".join(part for part in parts if isinstance(part, str))


def _addresses(tree: HtmlElement, node: Node, meta: Mapping[str, str]) -> Iterator[str]:
    for link in tree.iterfind(".//link[@rel='canonical']"):
        yield (link.get("href") or "").strip()
    page = node.get("mainEntityOfPage")
    for value in (node.get("url"), page.get("@id") if isinstance(page, dict) else page, meta.get("og:url")):
        if isinstance(value, str):
            yield value.strip()


def _agency(node: Node, known: Mapping[str, Node], meta: Mapping[str, str]) -> str | None:
    """The agency that the page names as its author or source; None for none or several."""
    keys = ("author", "creator", "sourceOrganization", "provider", "creditText")
    lines = [_name(value, known) for key in keys for value in _listed(node.get(key))]
    lines += [meta.get(name) for name in AUTHORS]
    parts = (part for line in lines if line for part in line.replace(" and ", ",").replace("|", ",").split(","))
    found = {agency(part.strip().removeprefix("By ").removeprefix("by ")) for part in parts} - {None}
    return found.pop() if len(found) == 1 else None


def _language(node: Node, tree: HtmlElement, meta: Mapping[str, str]) -> str | None:
    root = tree.getroottree().getroot()
    return _name(node.get("inLanguage"), {}) or _line(root.get("lang")) or _first(meta, LANGUAGES)


def _name(value: Any, known: Mapping[str, Node]) -> str | None:
    """The name of a person or organisation, however JSON-LD gives it."""
    for one in _listed(value):
        if isinstance(one, dict):
            return _line(one.get("name")) or _line(known.get(str(one.get("@id")), {}).get("name"))
        return _line(one)
    return None


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The meta elements by property, name or itemprop in lower case; the first of each that says anything."""
    found: dict[str, str] = {}
    for element in tree.iterfind(".//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = _line(element.get("content"))
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _heading(tree: HtmlElement) -> str | None:
    for path in (".//h1", ".//title"):
        for element in tree.iterfind(path):
            line = _line(element.text_content())
            if line:
                return line
    return None


def _time_element(tree: HtmlElement) -> date | None:
    found = (read_date(element.get("datetime")) for element in tree.iterfind(".//time[@datetime]"))
    return next((when for when in found if when), None)


def _first(meta: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _line(value: Any) -> str | None:
    """A string as one printable line; None for an empty one or anything else."""
    if not isinstance(value, str):
        return None
    return "".join(char if char.isprintable() else " " for char in " ".join(value.split())).strip() or None


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
