"""The claims of the texts that were read last: one that is derived again, or was read ahead, is not read again."""

from __future__ import annotations

from collections import OrderedDict
from datetime import date
from threading import Lock

from secondsource.ingesting.reading_ahead import LONGEST_READ
from secondsource.kinds import Claim
from secondsource.reconciling import read_claims

MOST_KEPT = 256  # texts whose claims are kept in memory, some 100 kB each

Marks = frozenset[tuple[str, bool]]  # passages by content, and whether moderators said that they are furniture
Claims = tuple[Claim, ...]
Text = tuple[str, date | None]  # with the day it was published
NO_MARKS: Marks = frozenset()

_kept: OrderedDict[tuple[Text, Marks], Claims] = OrderedDict()  # the one used last is last
_lock = Lock()


def claims_of(text: Text, marks: Marks = NO_MARKS) -> Claims:
    """A text's claims."""
    with _lock:
        if (text, marks) in _kept:
            _kept.move_to_end((text, marks))
            return _kept[text, marks]
    claims = read_claims(text[0], published=text[1], furniture=dict(marks))
    keep(text, claims, marks)
    return claims


def keep(text: Text, claims: Claims, marks: Marks = NO_MARKS) -> None:
    """Keep the claims of a text, unless that is a very long one."""
    if len(text[0]) > LONGEST_READ:
        return
    with _lock:
        _kept[text, marks] = claims
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)


def forget() -> None:
    """Keep nothing: for tests that put another reader in, as no program changes while it runs."""
    with _lock:
        _kept.clear()
