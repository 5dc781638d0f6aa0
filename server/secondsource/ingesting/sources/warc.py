"""A WARC file: the answers of web servers as a crawler kept them. Those that are pages are read, as saved pages are."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from io import BufferedIOBase
from typing import TYPE_CHECKING

from secondsource.ingesting.decoding import is_packed
from secondsource.ingesting.fetching import MAX_BYTES
from secondsource.ingesting.links import is_address
from secondsource.ingesting.outcomes import Refusal, fault
from secondsource.ingesting.sources.found import Document, Given, Item, refused
from secondsource.ingesting.sources.page import read_page

if TYPE_CHECKING:
    from warcio.bufferedreaders import DecompressingBufferedReader
    from warcio.recordloader import ArcWarcRecord

MAX_HEADERS = 1_000_000  # bytes of a record's headers and the answer's; browsers take a quarter of that
MOST_PACKED = 200  # bytes out of one byte of gzip: pages have 3 to 10, a page of nothing but spaces a thousand
HTML = ("text/html", "application/xhtml+xml")


def read_warc(file: BufferedIOBase, name: str) -> Iterator[Item]:
    """The articles of a WARC file, packed or not, in its order; one that breaks off gives what comes before."""
    read = 0
    try:
        for record in _records(_Unpacked(file)):
            if _is_page(record):
                yield _article(record)
                read += 1
    except _BrokenError:
        yield refused(name, Refusal(f"breaks off or is damaged after {read} pages"))
    except Refusal as refusal:
        yield refused(name, refusal)
    else:
        if not read:
            yield refused(name, Refusal("is a WARC file without a page in it"))


class _BrokenError(Exception):
    """Nothing more can be had of a WARC file."""


def _records(stream: _Unpacked) -> Iterator[ArcWarcRecord]:
    """The records; raises Refusal for a bomb, and _BrokenError for whatever the library makes of a damaged one."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.utils import BUFF_SIZE

    try:
        records = ArchiveIterator(stream, ensure_http_headers=False)
        records.INC_RECORD = ""  # what it would print itself of a record that is not as long as it says
        records.reader = reader_of_short_headers()(stream, block_size=BUFF_SIZE)
        yield from records
    except Refusal:
        raise
    except Exception as error:
        raise _BrokenError from error


class _Unpacked:
    """The bytes of a WARC file, unpacked whether each record was packed by itself, as is usual, or all as one."""

    def __init__(self, file: BufferedIOBase) -> None:
        head = file.read(2)
        file.seek(0)
        self._file = file
        self._inside: BufferedIOBase = gzip.GzipFile(fileobj=file) if is_packed(head) else file
        self._given = 0

    def tell(self) -> int:
        """How many bytes were given."""
        return self._given

    def read(self, size: int = -1) -> bytes:
        """The next bytes; raises _BrokenError where it breaks off, and Refusal for a bomb."""
        try:
            piece = self._inside.read1(size)  # `read` would throw away what comes before it breaks off
        except (EOFError, OSError, zlib.error) as error:  # the library takes the first for its end
            raise _BrokenError from error
        self._given += len(piece)
        if self._given > MAX_BYTES + MOST_PACKED * self._file.tell():
            raise Refusal(f"is packed more than {MOST_PACKED} to one: no crawl")
        return piece


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
        body = _body(record)
        if len(body) > MAX_BYTES:
            raise Refusal(f"is larger than {MAX_BYTES:,} bytes")
        stated = record.http_headers.get_header("Content-Type") or ""
        return read_page(Document(url, body, url, stated), Given())
    except _BrokenError:
        raise
    except Refusal as refusal:
        return refused(url, refusal)
    except Exception as error:  # the crawl's other pages may be read
        return refused(url, fault(error))


def _body(record: ArcWarcRecord) -> bytes:
    """What a server sent, unpacked, and of more than MAX_BYTES one byte more; raises Refusal where that cannot be, and
    _BrokenError where there was to be more.
    """
    try:
        body = bytes(record.content_stream().read(MAX_BYTES + 1))
    except (_BrokenError, Refusal):
        raise
    except Exception as error:  # whatever the library makes of it; its next record may be sound
        raise Refusal("is packed or cut in a way that cannot be read") from error
    if len(body) <= MAX_BYTES and record.raw_stream.limit > 0:
        raise _BrokenError
    return body
