"""What was read last: a text that is derived again, or was read ahead, is not read again.

Nor are two articles compared again that stay as they were: `reconcile` knows a `Source` by what it is, not by what it
says.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from secondsource.factbase.models import Article
from secondsource.factbase.terms import names
from secondsource.gathering import keeping
from secondsource.gathering.clues import Clues
from secondsource.gathering.remembered import Remembered
from secondsource.ingesting.reading_ahead import LONGEST_READ, Unread
from secondsource.kinds import Claim
from secondsource.reading.passages import Passage, passage_content, split_passages
from secondsource.reconciling import Source, read_claims

MOST_KEPT = 256  # texts whose claims are kept in memory, some 100 kB each

Marks = frozenset[tuple[str, bool]]  # passages by content, and whether moderators said that they are furniture
NO_MARKS: Marks = frozenset()


class Words(NamedTuple):
    """What is read of a text alone: its passages, each with its content, and the names that it uses."""

    passages: tuple[tuple[Passage, str], ...]
    names: tuple[str, ...]


_words: Remembered[str, Words] = Remembered(MOST_KEPT)
_claims: Remembered[tuple[str, date | None, Marks], tuple[Claim, ...]] = Remembered(MOST_KEPT)
_sources: Remembered[tuple[str, str, str, date | None, Marks, str | None], Source] = Remembered(MOST_KEPT)


class Read(NamedTuple):
    """What is read of an article."""

    words: Words
    claims: tuple[Claim, ...]
    clues: Clues


def words_of(text: str) -> Words:
    """A text's passages and names."""

    def work_out() -> Words:
        passages = split_passages(text)
        contents = (passage_content(text[passage.start : passage.end]) for passage in passages)
        return Words(tuple(zip(passages, contents, strict=True)), tuple(names(text)))

    return work_out() if len(text) > LONGEST_READ else _words.of(text, work_out)


def claims_of(text: str, published: date | None, marks: Marks = NO_MARKS) -> tuple[Claim, ...]:
    """A text's claims."""

    def work_out() -> tuple[Claim, ...]:
        return read_claims(text, published=published, furniture=dict(marks))

    return work_out() if len(text) > LONGEST_READ else _claims.of((text, published, marks), work_out)


def source_of(article: Article, marks: Marks, origin: str | None) -> Source:
    """An article's current version as reconciling sees it; the very same one as long as nothing of it changes."""
    text, published = article.current.text, article.published_day

    def work_out() -> Source:
        claims = claims_of(text, published, marks)
        return Source(article.id, article.outlet.name, text, claims, origin, published)

    if len(text) > LONGEST_READ:
        return work_out()
    return _sources.of((article.id, article.outlet.name, text, published, marks, origin), work_out)


def read(article: Unread) -> Read:
    """What is read of an article before it is kept."""
    return Read(words_of(article.text), claims_of(article.text, article.published), keeping.read(*article))


def remember(article: Unread, found: Read) -> None:
    """Remember what another process read."""
    _words.put(article.text, found.words)
    _claims.put((article.text, article.published, NO_MARKS), found.claims)
    keeping.remember(*article, found.clues)


def forget() -> None:
    """Remember nothing: for tests that put another reader in, as no program changes while it runs."""
    _words.clear()
    _claims.clear()
    _sources.clear()
