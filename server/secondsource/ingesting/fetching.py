"""Fetch pages over HTTP, safely and politely.

Safe: only http and https; a name is looked up once, every address it has must be a public one, and the connection
goes to that very address, so that a name that changes its mind in between gains nothing; every redirect is a new
address, checked like the first. Size (as sent and as unpacked), time and the number of redirects are bounded.

Polite: robots.txt is kept to, a host gets one request at a time with a pause after it, is left alone for as long as
it asks to be, and is asked only for what changed since the last time. We say who we are.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from secondsource import __version__
from secondsource.factbase.addresses import split_web_address
from secondsource.ingesting.connecting import Answer, Guard, ask
from secondsource.ingesting.outcomes import Refusal

ROBOT = "SecondSource"
USER_AGENT = f"{ROBOT}/{__version__} (a reader's own fact base; fetches single articles)"
MAX_BYTES = 10_000_000  # of one page, unpacked; the longest live blogs have two million
MAX_ROBOTS_BYTES = 512_000  # RFC 9309 asks for at least 500 kibibytes
MAX_REDIRECTS = 5  # a shortener, http to https, and "www." are three
PAGE_SECONDS = 30.0  # for one page, from the first byte asked to the last one read
PAUSE_SECONDS = 1.0  # between two requests to one host; robots.txt may ask for more
LONGEST_PAUSE = 30.0  # what robots.txt may make us wait between two pages
LONGEST_WAIT = 60.0  # what a busy host may make us wait before the second and the third try
TRIES = 3
MAX_VALIDATOR = 1_000  # characters of an ETag; the longest have some hundred
REDIRECTS = frozenset({301, 302, 303, 307, 308})
BUSY = frozenset({429, 503})
SENTENCES = {
    401: "asks for a password (401)",
    402: "asks for money (402)",
    403: "does not let us in (403)",
    404: "is not there (404)",
    410: "is gone (410)",
    451: "is withheld for legal reasons (451)",
}


@dataclass(frozen=True, slots=True)
class Validators:
    """What a host said of the state of a page, to ask later only for what has changed."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """The headers that ask so."""
        wanted = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in wanted.items() if value}


@dataclass(frozen=True, slots=True)
class Page:
    """What is at an address: the address that answered, what kind it says it is, and its bytes; None if unchanged."""

    url: str
    content_type: str
    body: bytes | None
    validators: Validators = field(default_factory=Validators)


class Turns(Protocol):
    """Whose turn it is to ask a host, see `factbase.turns`."""

    def take(self, host: str) -> float:
        """Take the turn: 0 when it is ours, else the seconds after which to try again."""

    def give_back(self, host: str, pause: float) -> None:
        """Let the next one have it after `pause` seconds."""


class OwnTurns:
    """The turns of one fetcher that shares them with nobody."""

    def __init__(self) -> None:
        """All hosts are free."""
        self._free_at: dict[str, float] = {}

    def take(self, host: str) -> float:
        """The seconds until the pause after the last turn is over."""
        return max(0.0, self._free_at.get(host, 0.0) - time.monotonic())

    def give_back(self, host: str, pause: float) -> None:
        """Begin the pause."""
        self._free_at[host] = time.monotonic() + pause


class Fetcher:
    """Fetches pages one after the other; waits for its turn to ask a host, and remembers what robots.txt said."""

    def __init__(
        self,
        guard: Guard | None = None,
        pause: float = PAUSE_SECONDS,
        seconds: float = PAGE_SECONDS,
        turns: Turns | None = None,
    ) -> None:
        """`guard` says which addresses may be connected to; `pause` and `seconds` are times in seconds."""
        self._guard = guard or Guard()
        self._pause = pause
        self._seconds = seconds
        self._turns = turns or OwnTurns()
        self._robots: dict[str, Callable[[str], bool]] = {}
        self._pauses: dict[str, float] = {}
        self._lost: dict[str, str] = {}  # sites that cannot be had, and why: not tried again for each of their pages
        self._closed: dict[str, tuple[float, str]] = {}  # until when a host is not asked again, and why

    def fetch(self, url: str, known: Validators | None = None) -> Page:
        """The page at an address, without a body when it is as `known` says; raises Refusal with a sentence."""
        end = time.monotonic() + self._seconds
        seen: list[str] = []
        while True:
            if split_web_address(url) is None:
                raise Refusal(f"leads to {url!r}, which is no http or https address")
            if not self._may(url):
                raise Refusal("robots.txt asks programs not to read it")
            answer = self._patiently(url, known.headers() if known else {}, MAX_BYTES)
            if answer.status not in REDIRECTS or not answer.headers.get("Location"):
                return _page(url, answer, known)
            seen.append(url)
            url = _redirected(url, answer)
            if url in seen:
                raise Refusal("redirects in a circle")
            if len(seen) > MAX_REDIRECTS:
                raise Refusal(f"redirects more than {MAX_REDIRECTS} times")
            if time.monotonic() > end:
                raise Refusal(f"takes longer than {self._seconds:.0f} seconds")

    def _patiently(self, url: str, headers: dict[str, str], most: int) -> Answer:
        """An answer, asked for again when the host says that it is busy and when to come back."""
        until, why = self._closed.get(_host(url), (0.0, ""))
        if time.monotonic() < until:
            raise Refusal(why)
        for last in (*(False,) * (TRIES - 1), True):
            answer = self._once(url, headers, most)
            if answer.status not in BUSY:
                break
            wait = retry_after(answer.headers.get("Retry-After", ""))
            if last or wait > LONGEST_WAIT:
                why = f"is busy ({answer.status}) and asks to come back in {wait:.0f} seconds"
                self._closed[_host(url)] = (time.monotonic() + wait, why)
                raise Refusal(why)
        return answer

    def _once(self, url: str, headers: dict[str, str], most: int) -> Answer:
        """An answer, when it is our turn; the next turn comes after a pause, a longer one where the host wants it."""
        host = _host(url)
        pause = max(self._pause, self._pauses.get(host, 0.0))
        while (early := self._turns.take(host)) > 0:
            time.sleep(min(early, PAUSE_SECONDS))  # who has the turn may give it back before it is due
        try:
            headers = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate", **headers}
            answer = ask(url, self._guard, headers, most, self._seconds)
            if answer.status in BUSY:
                pause = max(pause, min(retry_after(answer.headers.get("Retry-After", "")), LONGEST_WAIT))
            return answer
        finally:
            self._turns.give_back(host, pause)

    def _may(self, url: str) -> bool:
        """Whether robots.txt lets us read a page. One that is not there allows all, one that fails nothing."""
        site = _site(url)
        if site in self._lost:
            raise Refusal(self._lost[site])
        if site not in self._robots:
            try:
                self._robots[site] = self._rules(site)
            except Refusal as refusal:
                if _host(site) not in self._closed:  # else it is tried again when it wants to be
                    self._lost[site] = str(refusal)
                raise
        return self._robots[site](url)

    def _rules(self, site: str) -> Callable[[str], bool]:
        from protego import Protego

        url, seen = f"{site}/robots.txt", 0
        answer = self._patiently(url, {}, MAX_ROBOTS_BYTES)
        while answer.status in REDIRECTS and answer.headers.get("Location") and seen < MAX_REDIRECTS:
            url, seen = _redirected(url, answer), seen + 1
            answer = self._patiently(url, {}, MAX_ROBOTS_BYTES)
        if answer.status >= 500:
            return lambda _: False
        if answer.status != 200:
            return lambda _: True
        rules = Protego.parse(answer.body.decode("utf-8", "replace"))
        self._pauses[_host(site)] = min(rules.crawl_delay(ROBOT) or 0.0, LONGEST_PAUSE)
        self._turns.give_back(_host(site), max(self._pause, self._pauses[_host(site)]))
        return lambda page: bool(rules.can_fetch(page, ROBOT))


def retry_after(header: str) -> float:
    """Seconds that a Retry-After asks to wait, given as such or as a date; a few when it says nothing we can read."""
    from email.utils import parsedate_to_datetime

    if header.strip().isdecimal():
        return float(header.strip()[:9])
    with suppress(TypeError, ValueError, IndexError, OverflowError):
        return max(0.0, parsedate_to_datetime(header).timestamp() - time.time())
    return 5.0


def _page(url: str, answer: Answer, known: Validators | None) -> Page:
    if answer.status != 200 and not (answer.status == 304 and known):
        raise Refusal(SENTENCES.get(answer.status, f"cannot be read: the host answers {answer.status}"))
    validators = Validators(_validator(answer, "ETag"), _validator(answer, "Last-Modified"))
    body = None if answer.status == 304 else answer.body
    return Page(url, answer.headers.get("Content-Type", ""), body, validators)


def _validator(answer: Answer, name: str) -> str | None:
    """What a host says of a page's state, if it can be kept and sent back to it."""
    value = answer.headers.get(name, "")
    return value if 0 < len(value) <= MAX_VALIDATOR and value.isprintable() else None


def _redirected(url: str, answer: Answer) -> str:
    """Where it leads; what is not ASCII there is mostly UTF-8, which HTTP takes for Latin letters."""
    location = answer.headers["Location"]
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    try:
        return urljoin(url, location).partition("#")[0]
    except ValueError as error:
        raise Refusal(f"leads to {location[:100]!r}, which is no http or https address") from error


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").lower()


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
