"""Anything that articles come from, one after the other: a file or an address in, what is found in it out.

Story folders are not here: they say more than one article at a time does (see ingesting/story_folder.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from secondsource.ingesting.decoding import is_packed, unpacked
from secondsource.ingesting.fetching import MAX_BYTES
from secondsource.ingesting.links import is_address
from secondsource.ingesting.outcomes import Outcome, Refusal, Result
from secondsource.ingesting.sources.feed import feed_addresses
from secondsource.ingesting.sources.found import (
    Document,
    Expected,
    Fetched,
    Found,
    Given,
    Item,
    Known,
    Reach,
    ReadToEnd,
    refused,
)
from secondsource.ingesting.sources.page import read_page
from secondsource.ingesting.sources.pasted import Pasted, read_pasted
from secondsource.ingesting.sources.recognising import HEAD, Kind, recognise
from secondsource.ingesting.sources.sitemap import sitemap_addresses
from secondsource.ingesting.sources.text import read_text
from secondsource.ingesting.sources.warc import read_warc

__all__ = [
    "Expected",
    "Fetched",
    "Found",
    "Given",
    "Item",
    "Known",
    "Pasted",
    "Reach",
    "ReadToEnd",
    "find",
    "read_pasted",
]

MAX_DEPTH = 2  # an index of sitemaps, its sitemaps, their pages


def find(path_or_address: str, given: Given, reach: Reach) -> Iterator[Item]:
    """The articles of a file or an address, whatever it is. What cannot be had is refused, and the rest goes on."""
    if "://" in path_or_address:
        yield from _at(path_or_address, given, reach, 0)
        return
    path = Path(path_or_address)
    try:
        yield from _in_file(path, given, reach)
    except Refusal as refusal:
        yield refused(path.name or str(path), refusal)
    except OSError as error:
        yield refused(path.name or str(path), Refusal((error.strerror or "cannot be read").lower()))


def _in_file(path: Path, given: Given, reach: Reach) -> Iterator[Item]:
    if not path.exists():
        raise Refusal("no such file or folder (an address begins with https://)")
    if not path.is_file():
        raise Refusal("not a file")  # reading a pipe would never end
    with path.open("rb") as file:
        head = file.read(HEAD)
    if recognise(_first_unpacked(head)) is Kind.WARC:
        yield from read_warc(path)
        return
    if path.stat().st_size > MAX_BYTES:
        raise Refusal(f"is larger than {MAX_BYTES:,} bytes")
    yield from _in(Document(path.name, path.read_bytes()), given, reach, 0)


def _at(url: str, given: Given, reach: Reach, depth: int, changed: date | None = None) -> Iterator[Item]:
    """What an address leads to; `changed` is when that was last changed, as a sitemap says."""
    try:
        if not is_address(url):
            raise Refusal("is no http or https address")
        known = reach.known(url)
        if known is not None and known.is_newer_than(changed):
            yield Outcome(Result.UNCHANGED, url)
            return
        page = reach.fetcher.fetch(url, known.validators if known else None)
        if page.body is None:
            yield Outcome(Result.UNCHANGED, url)
            return
        fetched = Fetched(url, page.validators)
        yield from _in(Document(url, page.body, page.url, page.content_type, fetched), given, reach, depth)
    except Refusal as refusal:
        yield refused(url, refusal)


def _in(document: Document, given: Given, reach: Reach, depth: int) -> Iterator[Item]:
    """What a document holds; raises Refusal."""
    if not document.body.strip():
        raise Refusal("is empty")
    if is_packed(document.body):
        document = Document(
            document.name, unpacked(document.body, MAX_BYTES), document.url, document.content_type, document.fetched
        )
    kind = recognise(document.body, document.name, document.content_type)
    if kind is Kind.PAGE:
        yield read_page(document, given)
    elif kind is Kind.TEXT:
        yield read_text(document, given)
    elif kind is Kind.FEED:
        yield from _listed(dict.fromkeys(feed_addresses(document)), document, reach, depth)
    elif kind is Kind.SITEMAP:
        yield from _listed(sitemap_addresses(document), document, reach, depth)
    elif kind is Kind.WARC:
        raise Refusal("is a WARC file, which is read from a file only: download it first")
    else:
        raise Refusal("is no text, page, feed, sitemap or WARC file" + _said(document))


def _listed(addresses: Mapping[str, date | None], document: Document, reach: Reach, depth: int) -> Iterator[Item]:
    if depth >= MAX_DEPTH:
        raise Refusal("is a list within a list within a list")
    yield Expected(len(addresses))
    for address, changed in addresses.items():
        yield from _at(address, Given(), reach, depth + 1, changed)
    if document.fetched is not None:
        yield ReadToEnd(document.fetched)


def _said(document: Document) -> str:
    return f" but {document.content_type.partition(';')[0][:60]}" if document.content_type else ""


def _first_unpacked(head: bytes) -> bytes:
    """The first bytes of a file as they are when unpacked; whatever comes of ones that are no gzip."""
    import zlib

    if not is_packed(head):
        return head
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, HEAD)
    except zlib.error:
        return b""
