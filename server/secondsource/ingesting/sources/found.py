"""What a source gives, article by article: what was found, or in one sentence why it is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from secondsource.ingesting.fetching import Fetcher, Validators
from secondsource.ingesting.outcomes import Outcome, Refusal, Result, shown
from secondsource.ingesting.story_folder import MAX_TEXT_BYTES


@dataclass(frozen=True, slots=True)
class Fetched:
    """An address that was asked, and what its host said of the state of what is there."""

    url: str
    validators: Validators


@dataclass(frozen=True, slots=True)
class Found:
    """One article of a source: all that is known of it, and its text."""

    name: str
    outlet: str
    url: str
    origin: str | None
    title: str | None
    published: date | None
    content: str
    fetched: Fetched | None = None
    vouched: bool = False  # a person says whose it is; else only its page does

    def text(self) -> str:
        """The article's text; raises Refusal for one that is too long to be an article's."""
        if len(self.content.encode("utf-8", "surrogatepass")) > MAX_TEXT_BYTES:
            raise Refusal(f"has a text of more than {MAX_TEXT_BYTES:,} bytes: no article")
        return self.content


@dataclass(frozen=True, slots=True)
class Expected:
    """How many articles a list names, before the first of them."""

    count: int


@dataclass(frozen=True, slots=True)
class ReadToEnd:
    """A list of articles (a feed, a sitemap) all of which were given: unchanged, it need not be read again."""

    fetched: Fetched


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says of an article whose file does not say it itself."""

    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """An address that was fetched before: what its host said of its state then, and when that was."""

    validators: Validators
    at: datetime

    def is_newer_than(self, change: date | None) -> bool:
        """Whether it was fetched after a change: after the day of it, where only that is known."""
        if isinstance(change, datetime) and change.tzinfo is not None:
            return change < self.at
        return change is not None and date(change.year, change.month, change.day) < self.at.date()


@dataclass(frozen=True, slots=True)
class Reach:
    """How a source gets at the web: what fetches, and what is known of an address that was fetched before."""

    fetcher: Fetcher
    known: Callable[[str], Known | None]


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of a file, or of what an address led to (`url`), with a name for people."""

    name: str
    body: bytes
    url: str | None = None
    content_type: str = ""
    fetched: Fetched | None = None


Item = Found | Outcome | Expected | ReadToEnd


def refused(name: str, refusal: Refusal) -> Outcome:
    """The outcome of what cannot be ingested."""
    return Outcome(Result.REFUSED, shown(name), str(refusal))
