"""Bytes of a page or file into text, as browsers do it, but that UTF-8 which is valid is UTF-8 whatever is declared."""

from __future__ import annotations

import codecs
import re
import zlib

from secondsource.ingesting.outcomes import Refusal

FALLBACK = "windows-1252"  # the WHATWG's, for pages that declare nothing or something false
DECLARED_WITHIN = 2_048  # bytes in which a page must say its charset; browsers look at 1,024
GZIP_BITS = zlib.MAX_WBITS | 16  # zlib: with the header of gzip
GZIP = b"\x1f\x8b"
MOST_MEMBERS = 200  # of one gzip file, each of which copies what follows it: blocked gzip has 153 in 10 MB
MOST_LAYERS = 5  # of one answer, as urllib3 has it

_CHARSET = re.compile(rb"""charset\s{0,8}=\s{0,8}["']?([\w:.-]{1,40})""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}encoding\s{0,8}=\s{0,8}["']([\w:.-]{1,40})""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\A\s{0,9}<\?xml[^>]{0,300}\?>")
_WIDE = (
    *((mark, "utf-16-le") for mark in (codecs.BOM_UTF16_LE, b"<\0")),
    *((mark, "utf-16-be") for mark in (codecs.BOM_UTF16_BE, b"\0<")),
)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decoded(body: bytes, content_type: str = "") -> str:
    """The text of a page; raises Refusal for what is no text.

    A byte-order mark decides; then whether it is valid UTF-8, which text of another charset hardly ever is; then
    what the HTTP header and the page declare.
    """
    for mark, name in _MARKS:
        if body.startswith(mark):
            return _text(body[len(mark) :].decode(name, "replace"))
    declared = [*_CHARSET.findall(content_type.encode("ascii", "replace")), *_declared(body)]
    for name in ("utf-8", *(found.decode("ascii") for found in declared), FALLBACK):
        try:
            return _text(body.decode(name))
        except (LookupError, UnicodeError):
            continue
    return _text(body.decode(FALLBACK, "replace"))


def in_utf8(body: bytes) -> bytes:
    """A file of UTF-16 as one of UTF-8, without a declaration that it is the other; any other file as it is.

    Raises Refusal for what is no text. A mark says that it is UTF-16, or the < and NUL that such XML begins with.
    """
    for mark, name in _WIDE:
        if body.startswith(mark):
            text = _text(body.decode(name, "replace").removeprefix("\ufeff"))
            return _XML_DECLARATION.sub("", text, count=1).encode("utf-8", "replace")
    return body


def is_packed(head: bytes) -> bool:
    """Whether something is a gzip file."""
    return head.startswith(GZIP)


def unpacked(body: bytes, most: int) -> bytes:
    """What a gzip file holds, of at most that many bytes; other bytes as they are. Raises Refusal."""
    return _inflated(body, GZIP_BITS, most) if is_packed(body) else body


def unwrapped(body: bytes, encodings: str, most: int) -> bytes:
    """What a host sent whose `Content-Encoding` is given, of at most that many bytes. Raises Refusal."""
    names = encodings.lower().replace(" ", "").split(",")
    if len(names) > MOST_LAYERS:
        raise Refusal(f"is packed more than {MOST_LAYERS} times over")
    for name in reversed(names):
        if name in ("gzip", "x-gzip"):
            body = _inflated(body, GZIP_BITS, most)
        elif name == "deflate":  # some hosts send it without its header
            body = _inflated(body, zlib.MAX_WBITS if _has_zlib_header(body) else -zlib.MAX_WBITS, most)
        elif name not in ("", "identity"):
            raise Refusal("is packed in a way that cannot be unpacked")
    return body


def _has_zlib_header(body: bytes) -> bool:
    """RFC 1950: the method is 8, and the first two bytes can be divided by 31."""
    return len(body) > 1 and body[0] & 15 == 8 and int.from_bytes(body[:2]) % 31 == 0


def _inflated(body: bytes, bits: int, most: int) -> bytes:
    """All members of what is packed, one after the other; what follows them and is no member is left out."""
    held = b""
    for _ in range(MOST_MEMBERS):
        unzip = zlib.decompressobj(bits)
        try:
            held += unzip.decompress(body, most + 1 - len(held))
        except zlib.error as error:
            raise Refusal("is packed in a way that cannot be unpacked") from error
        if len(held) > most:
            raise Refusal(f"is larger than {most:,} bytes when unpacked")
        if not unzip.eof:
            raise Refusal("is packed, and breaks off in the middle")
        body = unzip.unused_data
        if not is_packed(body):
            return held
    raise Refusal(f"is packed in more than {MOST_MEMBERS} pieces")


def _declared(body: bytes) -> list[bytes]:
    head = body[:DECLARED_WITHIN]
    return [*_XML_ENCODING.findall(head), *_CHARSET.findall(head)]


def _text(text: str) -> str:
    if "\0" in text:
        raise Refusal("holds NUL characters: it is no text")
    return text
