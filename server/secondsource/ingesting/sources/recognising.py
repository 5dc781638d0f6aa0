"""What a file or the answer of an address is, by what it holds; its name only decides where that is open."""

from __future__ import annotations

import re
from enum import StrEnum

HEAD = 4_096  # bytes that are looked at
JSON_FEED = "application/feed+json"


class Kind(StrEnum):
    """The kinds of source that are files or answers."""

    PAGE = "page"
    FEED = "feed"
    SITEMAP = "sitemap"
    WARC = "warc"
    TEXT = "text"
    OTHER = "other"


ROOTS = {
    b"rss": Kind.FEED,
    b"feed": Kind.FEED,
    b"rdf:rdf": Kind.FEED,
    b"urlset": Kind.SITEMAP,
    b"sitemapindex": Kind.SITEMAP,
}
_JSON_FEED = re.compile(rb"jsonfeed\.org\\?/version")  # some programs write / as \/
_ROOT = re.compile(rb"<([a-z][\w:-]{0,40})", re.IGNORECASE)  # declarations and comments begin with ? and !
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)


def recognise(head: bytes, name: str = "", content_type: str = "") -> Kind:
    """The kind of something by its first bytes (of JSON by all, in any order), unpacked, its name and what it is said
    to be.
    """
    head, whole = head[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip(), head
    name, stated = name.lower(), content_type.partition(";")[0].strip().lower()
    if head.startswith(b"WARC/"):
        return Kind.WARC
    if head.startswith(b"{") and (stated == JSON_FEED or _JSON_FEED.search(whole)):
        return Kind.FEED
    root = _ROOT.search(_COMMENT.sub(b"", head)) if head.startswith(b"<") else None
    if root is not None:
        return ROOTS.get(root[1].lower(), Kind.PAGE)
    if stated in {"text/html", "application/xhtml+xml"} or name.endswith((".html", ".htm", ".xhtml")):
        return Kind.PAGE
    if stated == "text/plain" or name.endswith(".txt"):
        return Kind.TEXT
    return Kind.OTHER
