"""A WARC file: the answers of web servers as a crawler kept them. Those that are pages are read, as saved pages are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from secondsource.ingesting.fetching import MAX_BYTES
from secondsource.ingesting.links import is_address
from secondsource.ingesting.outcomes import Refusal
from secondsource.ingesting.sources.found import Document, Given, Item, refused
from secondsource.ingesting.sources.page import read_page

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

HTML = ("text/html", "application/xhtml+xml")


def read_warc(path: Path) -> Iterator[Item]:
    """The articles of a WARC file, packed or not, in its order; one that breaks off gives what comes before."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    read = 0
    with path.open("rb") as stream:
        try:
            for record in ArchiveIterator(stream, ensure_http_headers=False):
                if _is_page(record):
                    yield _article(record)
                    read += 1
        except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, OSError, ValueError):
            yield refused(path.name, Refusal(f"breaks off or is damaged after {read} pages"))
            return
    if not read:
        yield refused(path.name, Refusal("is a WARC file without a page in it"))


def _is_page(record: ArcWarcRecord) -> bool:
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    return (headers.get_header("Content-Type") or "").lower().startswith(HTML)


def _article(record: ArcWarcRecord) -> Item:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    url = url.strip("<>")  # as WARC 1.0 writes it
    try:
        if not is_address(url):
            raise Refusal("is no http or https address")
        body = record.content_stream().read(MAX_BYTES + 1)
        if len(body) <= MAX_BYTES and record.raw_stream.limit > 0:
            raise EOFError  # there was to be more
        if len(body) > MAX_BYTES:
            raise Refusal(f"is larger than {MAX_BYTES:,} bytes")
        stated = record.http_headers.get_header("Content-Type") or ""
        return read_page(Document(url, body, url, stated), Given())
    except Refusal as refusal:
        return refused(url, refusal)
