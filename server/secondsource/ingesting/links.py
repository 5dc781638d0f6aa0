"""Addresses that pages, feeds and archives name: those that can be kept and asked for."""

from __future__ import annotations

from urllib.parse import urljoin, urlunsplit

from secondsource.factbase.addresses import split_web_address

MAX_ADDRESS = 2_000  # characters; browsers and servers take some 2,000 to 8,000


def is_address(url: str) -> bool:
    """Whether something is the address of a web page, of a sane length and of printable characters."""
    return len(url) <= MAX_ADDRESS and url.isprintable() and split_web_address(url) is not None


def without_user(url: str) -> str:
    """An address without the user's name and password, which are nobody else's business; anything else as it is."""
    parts = split_web_address(url)
    if parts is None or "@" not in parts.netloc:
        return url
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def joined(base: str, link: str) -> str:
    """A link as an address, by the page that it is on; empty for what is none."""
    try:
        url = urljoin(base, link.strip())
    except ValueError:
        return ""
    return url if is_address(url) else ""
