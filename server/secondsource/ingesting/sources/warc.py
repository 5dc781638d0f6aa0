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
    from warcio.bufferedreaders import DecompressingBufferedReader
    from warcio.recordloader import ArcWarcRecord

MAX_HEADERS = 1_000_000  # bytes of a record's headers and the answer's; browsers take a quarter of that
HTML = ("text/html", "application/xhtml+xml")


def read_warc(path: Path) -> Iterator[Item]:
    """The articles of a WARC file, packed or not, in its order; one that breaks off gives what comes before."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException
    from warcio.utils import BUFF_SIZE

    read = 0
    with path.open("rb") as stream:
        try:
            records = ArchiveIterator(stream, ensure_http_headers=False)
            records.reader = reader_of_short_headers()(stream, block_size=BUFF_SIZE)
            for record in records:
                if _is_page(record):
                    yield _article(record)
                    read += 1
        except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, OSError, ValueError):
            yield refused(path.name, Refusal(f"breaks off or is damaged after {read} pages"))
            return
    if not read:
        yield refused(path.name, Refusal("is a WARC file without a page in it"))


def reader_of_short_headers() -> type[DecompressingBufferedReader]:
    """A reader that gives up on headers of more than MAX_HEADERS bytes: only they are read line by line."""
    from warcio.bufferedreaders import DecompressingBufferedReader

    class ReaderOfShortHeaders(DecompressingBufferedReader):  # type: ignore[misc]  # warcio has no types
        lines = 0  # bytes, since anything else was read

        def read(self, length: int | None = None) -> bytes:
            self.lines = 0
            return bytes(super().read(length))

        def readline(self, length: int | None = None) -> bytes:
            line = bytes(super().readline(min(length or MAX_HEADERS, MAX_HEADERS)))
            self.lines += len(line)
            if self.lines >= MAX_HEADERS:
                raise ValueError
            return line

    return ReaderOfShortHeaders


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
