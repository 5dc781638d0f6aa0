"""Anything that articles come from, one after the other: a file or an address in, what is found in it out.

Story folders are not here: they say more than one article at a time does (see ingesting/story_folder.py).
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy.exc import SQLAlchemyError

from secondsource.ingesting.decoding import in_utf8, is_packed, unpacked
from secondsource.ingesting.fetching import MAX_BYTES
from secondsource.ingesting.links import is_address, without_user
from secondsource.ingesting.outcomes import Outcome, Refusal, Result, fault
from secondsource.ingesting.sources.feed import MAX_ENTRIES, feed_addresses
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
from secondsource.ingesting.sources.sitemap import MAX_ADDRESSES, sitemap_addresses
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
CRAWLS = (".warc", ".warc.gz")  # how the address of a WARC file ends


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
    except SQLAlchemyError:
        raise
    except Exception as error:
        yield refused(path.name or str(path), fault(error))


def _in_file(path: Path, given: Given, reach: Reach) -> Iterator[Item]:
    if not path.exists():
        raise Refusal("no such file or folder (an address begins with https://)")
    if not path.is_file():
        raise Refusal("not a file")  # reading a pipe would never end
    with path.open("rb") as file:
        head = file.read(HEAD)
    if recognise(_first_unpacked(head)) is Kind.WARC:
        with path.open("rb") as file:
            yield from read_warc(file, path.name)
        return
    if path.stat().st_size > MAX_BYTES:
        raise Refusal(f"is larger than {MAX_BYTES:,} bytes")
    yield from _in(Document(path.name, path.read_bytes()), given, reach, 0)


def _at(url: str, given: Given, reach: Reach, depth: int, changed: date | None = None) -> Iterator[Item]:
    """What an address leads to; `changed` is when that was last changed, as a sitemap says."""
    url = without_user(url)
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
    except SQLAlchemyError:  # it is the base that fails, whatever it is asked
        raise
    except Exception as error:
        yield refused(url, fault(error))


def _in(document: Document, given: Given, reach: Reach, depth: int) -> Iterator[Item]:
    """What a document holds; raises Refusal."""
    if not document.body.strip():
        raise Refusal("is empty")
    if recognise(_first_unpacked(document.body)) is Kind.WARC:
        yield from _crawled(document, depth)
        return
    body = in_utf8(unpacked(document.body, MAX_BYTES))
    document = replace(document, body=body)
    kind = recognise(body, document.name, document.content_type)
    if kind is Kind.PAGE:
        yield read_page(document, given)
    elif kind is Kind.TEXT:
        yield read_text(document, given)
    elif kind is Kind.FEED:
        yield from _listed(dict.fromkeys(feed_addresses(document)), MAX_ENTRIES, document, reach, depth)
    elif kind is Kind.SITEMAP:
        yield from _listed(sitemap_addresses(document), MAX_ADDRESSES, document, reach, depth)
    else:
        raise Refusal("is no text, page, feed, sitemap or WARC file" + _said(document))


def _crawled(document: Document, depth: int) -> Iterator[Item]:
    """The pages of a WARC file at an address, which says of itself whose they are: so a person must have asked for it
    and known what it is, or any feed or page could put its words into another outlet's mouth.
    """
    if depth or not urlsplit(document.name).path.lower().endswith(CRAWLS):
        raise Refusal(f"is a WARC file, which is read where it is asked for by an address in {' or '.join(CRAWLS)}")
    yield from read_warc(io.BytesIO(document.body), document.name)
    yield from _to_the_end(document)


def _listed(
    addresses: Mapping[str, date | None], most: int, document: Document, reach: Reach, depth: int
) -> Iterator[Item]:
    """What the first addresses of a list lead to, and in one line how many more it has."""
    if depth >= MAX_DEPTH:
        raise Refusal("is a list within a list within a list")
    more = max(0, len(addresses) - most)
    yield Expected(len(addresses) - more + (more > 0))
    for address, changed in islice(addresses.items(), most):
        yield from _at(address, Given(), reach, depth + 1, changed)
    if more:
        raise Refusal(f"lists {more:,} more than the {most:,} addresses of it that are read")
    yield from _to_the_end(document)


def _to_the_end(document: Document) -> Iterator[ReadToEnd]:
    if document.fetched is not None:
        yield ReadToEnd(document.fetched)


def _said(document: Document) -> str:
    return f" but {document.content_type.partition(';')[0][:60]}" if document.content_type else ""


def _first_unpacked(head: bytes) -> bytes:
    """The first bytes of a file as they are when unpacked; whatever comes of ones that are no gzip."""
    if not is_packed(head):
        return head
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, HEAD)
    except zlib.error:
        return b""
