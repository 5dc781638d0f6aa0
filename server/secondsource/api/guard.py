"""Who may talk to the server: our own pages, the extension, and programs. Never another web page.

A server on localhost can be reached by every page the reader opens. Three things stop them: the Host must be
one of ours (DNS rebinding, CVE-2025-66416), the Origin of a request that could change something must be an
extension's or our own, and a body must be JSON, which a page cannot send elsewhere without asking first (but for
signing in and out at the desk).
"""

from __future__ import annotations

import re

from flask import Response, request

from secondsource.api.problems import SENTENCES, problem

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
SAFE_SITES = frozenset({"same-origin", "none"})
# Chrome's ids are 32 letters from a to p; Firefox gives each installation a random UUID.
EXTENSION_ORIGIN = re.compile(
    r"^(?:chrome-extension://[a-p]{32}|moz-extension://[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$"
)
MODERATORS = ("/admin", "/api/v1/admin")  # no extension has anything to do there
FORM = "application/x-www-form-urlencoded"
FORMS = frozenset(
    {"/admin/sign-in", "/admin/sign-out", "/admin/add"}
)  # without a script; their Origin was looked at like any other
_HOST = re.compile(r"\A(?P<name>\[[0-9a-f:]+\]|[0-9a-z.-]+)(?::\d{1,5})?\Z")


def refuse_strangers(hosts: frozenset[str]) -> Response | None:
    """A problem for a request that must not be answered; None for one that may be."""
    if not _known_host(hosts):
        return problem(
            421,
            "This server answers to its own names only: use http://127.0.0.1 or http://localhost, or add "
            "the name to SECONDSOURCE_ALLOWED_HOSTS.",
        )
    if "\0" in request.path:
        return problem(404, SENTENCES[404])  # no database keeps it in a text, and PostgreSQL will not even look for it
    if b"%00" in request.query_string:
        return problem(400, "The address holds a NUL character (%00) after its question mark; take it out.")
    if request.method in SAFE_METHODS:
        return None
    if not _friendly_origin():
        return problem(
            403,
            "A web page of another site may not send this; only the extension and this server's pages may.",
        )
    if request.method == "DELETE" and not request.content_length:
        return None  # no page sends one elsewhere without asking first, and there is no body to be of any type
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        return problem(415, "The body must come unpacked: send it without the header Content-Encoding.")
    if request.mimetype != (FORM if request.path in FORMS else "application/json"):
        return problem(415, "The body must be JSON: send it with the header Content-Type: application/json.")
    return None


def _known_host(hosts: frozenset[str]) -> bool:
    found = _HOST.match(request.environ.get("HTTP_HOST", "").lower())
    return found is not None and found["name"] in hosts


def _friendly_origin() -> bool:
    """Whether it was sent by an extension, by a page of this server, or by a program that is no browser."""
    origin = request.headers.get("Origin")
    if origin is not None and EXTENSION_ORIGIN.match(origin):
        return not request.path.startswith(MODERATORS)
    if request.headers.get("Sec-Fetch-Site", "none") not in SAFE_SITES:
        return False
    return origin is None or origin == f"{request.scheme}://{request.environ.get('HTTP_HOST', '')}"
