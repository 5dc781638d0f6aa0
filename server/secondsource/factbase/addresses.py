"""When two addresses are the same page: the key under which an article is found by its address."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from secondsource.identity import digest

# Parameters that say how a reader came to a page; any other may name the page ("?p=6198") and stays.
TRACKING = frozenset({"fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "cmpid"})
TRACKING_PREFIX = "utm_"
# What browsers leave as it is in the two parts (WHATWG URL, percent-encode sets).
KEPT_IN_PATHS = "!$%&'()*+,/:;=@[]^|"
KEPT_IN_QUERIES = "!$%&()*+,/:;=?@[\\]^`{|}"
DEFAULT_PORTS = frozenset({None, 80, 443})


def url_key(url: str) -> str | None:
    """A key that does not change with a page's scheme, "www.", trailing slash, fragment or tracking.

    None when it is not the address of a web page.
    """
    parts = split_web_address(url)
    return None if parts is None else digest("url", *_what_names_the_page(parts))


def plain_address(url: str) -> str | None:
    """Host, path and query of the same, written as browsers write addresses: "example.org/a?b=1".

    None when it is not the address of a web page.
    """
    parts = split_web_address(url)
    if parts is None:
        return None
    host, path, query = _what_names_the_page(parts)
    with suppress(UnicodeError):
        host = host.encode("idna").decode()
    return host + quote(path, safe=KEPT_IN_PATHS) + ("?" + quote(query, safe=KEPT_IN_QUERIES) if query else "")


def page_alone(url: str) -> str:
    """A page's address as given, without user, fragment and tracking; empty when it is none of a web page."""
    parts = split_web_address(url)
    if parts is None:
        return ""
    query = "&".join(part for part in parts.query.split("&") if part and not _is_tracking(part))
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, query, ""))


def page_among(url: str, articles: Iterable[str]) -> str:
    """The article's address that a page is at, or else the page's own without its query; empty for none of a page.

    What a query holds may name a reader ("?email=…") as well as a page ("?p=6198"): it is the page's where an article
    is known by it, and all that the page's address has beyond the article's is left out.
    """
    page = split_web_address(page_alone(url))
    if page is None:
        return ""
    host, path, query = _what_names_the_page(page)
    given = set(query.split("&"))
    found = urlunsplit((page.scheme, page.netloc, page.path, "", ""))
    most = -1
    for known in articles:
        parts = split_web_address(known)
        if parts is None:
            continue
        *place, wanted = _what_names_the_page(parts)
        named = set(wanted.split("&")) - {""}
        if place == [host, path] and named <= given and len(named) > most:
            found, most = page_alone(known), len(named)
    return found


def _what_names_the_page(parts: SplitResult) -> tuple[str, str, str]:
    """Host with port, path and query without what does not change which page it is."""
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    port = "" if parts.port in DEFAULT_PORTS else f":{parts.port}"
    query = "&".join(sorted(part for part in parts.query.split("&") if part and not _is_tracking(part)))
    return host + port, parts.path.rstrip("/"), query


def split_web_address(url: str) -> SplitResult | None:
    """The parts of an http or https address with a host and a valid port; None for anything else."""
    try:
        parts = urlsplit(url.strip())
        valid = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return None
    return parts if valid else None


def _is_tracking(parameter: str) -> bool:
    name = parameter.partition("=")[0].lower()
    return name in TRACKING or name.startswith(TRACKING_PREFIX)
