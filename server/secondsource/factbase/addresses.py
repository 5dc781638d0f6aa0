"""When two addresses are the same page: the key under which an article is found by its address."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

from secondsource.reading import digest

# Parameters that say how a reader came to a page; any other may name the page ("?p=6198") and stays.
TRACKING = frozenset({"fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "cmpid"})
TRACKING_PREFIX = "utm_"
DEFAULT_PORTS = frozenset({None, 80, 443})


def url_key(url: str) -> str | None:
    """A key that does not change with a page's scheme, "www.", trailing slash, fragment or tracking.

    None when it is not the address of a web page.
    """
    parts = split_web_address(url)
    if parts is None:
        return None
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    port = "" if parts.port in DEFAULT_PORTS else f":{parts.port}"
    query = "&".join(sorted(part for part in parts.query.split("&") if part and not _is_tracking(part)))
    return digest("url", host + port, parts.path.rstrip("/"), query)


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
