"""The addresses of the base's articles as salted hashes, for readers who would not tell which pages they open."""

from __future__ import annotations

import hashlib

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from secondsource.factbase.addresses import plain_address
from secondsource.factbase.models import Article
from secondsource.identity import digest

PREFIX = 10  # hexadecimal digits, 40 bits: among 100,000 addresses one strange page in ten million is taken for one
MOST = 200_000  # addresses told: 2.6 MB, the most that an extension should have to keep


def state_of_addresses(session: Session) -> str:
    """A name for the list of addresses as it is now; it serves as their salt, so that no table made before fits."""
    count, newest = session.execute(select(func.count(), func.max(Article.added_at)).select_from(Article)).one()
    return digest("addresses", str(count), "" if newest is None else newest.isoformat())


def known_addresses(session: Session, salt: str) -> list[str]:
    """Each address's salted hash, cut short, in order; the newest MOST when there are more."""
    newest = select(Article.url).order_by(Article.added_at.desc(), Article.id).limit(MOST)
    found = (plain_address(url) for url in session.scalars(newest))
    return sorted({_prefix(salt, address) for address in found if address is not None})


def _prefix(salt: str, address: str) -> str:
    return hashlib.sha256(f"{salt}\n{address}".encode()).hexdigest()[:PREFIX]
