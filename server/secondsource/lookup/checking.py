"""Does an index agree with its base: are all versions found that it has come past, and none that was replaced."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Engine, exists, select
from sqlalchemy.orm import Session, aliased

from secondsource.factbase.lookups import chunks
from secondsource.factbase.models import Arrival, Version
from secondsource.factbase.sessions import reading
from secondsource.lookup.following import folder_of, sentences_of
from secondsource.lookup.index import Index, State
from secondsource.lookup.words import word_numbers


def check(engine: Engine) -> list[str]:
    """What is wrong, one line each.

    Nothing where the index is behind, not there or another base's: whoever looks something up brings it up to date, or
    makes it anew.
    """
    folder = folder_of(engine.url)
    if not folder.exists():
        return []
    index = Index(folder)
    state, found = index.look_again(), index.versions()
    with reading(engine) as session:
        if not _is_of(session, state):
            return []
        due, moving = _due(session, state.number), _moving(session, state.number)
        lacking = _with_words(session, due - found)
    complaints = {
        "versions are not found by their words": len(lacking),
        "versions that were replaced are still found by their words": len(found - due - moving),
    }
    mend = f"delete the folder {folder} and restart the server: it is made anew"
    return [f"{number} {what}: {mend}" for what, number in complaints.items() if number]


def _is_of(session: Session, state: State) -> bool:
    """Whether an index has anything, and that of this base."""
    known = session.scalar(select(Arrival.version_id).where(Arrival.number == state.number))
    return known is not None and known == state.version


def _due(session: Session, number: int) -> set[int]:
    """The numbers, up to one, by which current versions are to be found: of several of one version the newest."""
    later = aliased(Arrival)
    newest = ~exists().where(later.version_id == Arrival.version_id, later.number > Arrival.number)
    query = select(Arrival.number).join(Version).where(Version.current, newest, Arrival.number <= number)
    return set(session.scalars(query))


def _moving(session: Session, number: int) -> set[int]:
    """The numbers of articles' versions of which an index that has come to one number has not seen the latest."""
    other, later = aliased(Version), aliased(Arrival)
    after = exists().where(other.article_id == Version.article_id, later.version_id == other.id, later.number > number)
    return set(session.scalars(select(Arrival.number).join(Version).where(after)))


def _with_words(session: Session, numbers: Collection[int]) -> list[int]:
    """Those of some versions, by number, that have words to be found by."""
    query = select(Arrival.number, Version.text).join(Version)
    return [
        number
        for chunk in chunks(sorted(numbers))
        for number, text in session.execute(query.where(Arrival.number.in_(chunk)))
        if any(map(word_numbers, sentences_of(text)))
    ]
