"""The product's story, top to bottom: a story folder is ingested, its articles read, reconciled and kept.

Each story is one transaction: a base never holds half of one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType

from sqlalchemy import Engine, delete, exists, insert, select
from sqlalchemy.orm import Session

from secondsource.factbase.lookups import known
from secondsource.factbase.models import Arrival, Article, Carrier, Story, Version
from secondsource.factbase.moments import now
from secondsource.factbase.sessions import writing
from secondsource.factbase.settling import settle_all
from secondsource.ingesting.choosing_anew import choose_all
from secondsource.ingesting.one_article import Described, ingest_entry
from secondsource.ingesting.outcomes import Outcome, Refusal, Result
from secondsource.ingesting.placing import moves_in_force, place, story_id_of
from secondsource.ingesting.story_folder import StoryFolder, find_story_folders, read_story_folder

Tell = Callable[[Outcome], None]


def ingest_paths(engine: Engine, paths: Iterable[Path], tell: Callable[[Outcome, int], None]) -> None:
    """Ingest story folders and folders of them; tell each article's outcome, and of how many it is one.

    A folder that is refused is told like an article, and the others go on.
    """
    folders: list[StoryFolder] = []
    refusals: list[Outcome] = []
    for path in paths:
        try:
            found = find_story_folders(path)
        except Refusal as refusal:
            refusals.append(_refused(path, refusal))
            continue
        for folder in found:
            try:
                folders.append(read_story_folder(folder))
            except Refusal as refusal:
                refusals.append(_refused(folder, refusal))
    total = len(refusals) + sum(len(folder.entries) for folder in folders)
    for outcome in refusals:
        tell(outcome, total)
    for described in folders:
        ingest(engine, described, lambda outcome: tell(outcome, total))


def ingest(engine: Engine, folder: StoryFolder, tell: Tell) -> None:
    """Keep what is new or changed in a story, and tell what became of each article, refused ones too."""
    with writing(engine) as session:
        ingest_within(session, keep_story(session, folder.title), folder.entries, tell)


def ingest_within(session: Session, story: Story, entries: Iterable[Described], tell: Tell, named: bool = True) -> None:
    """The same within one transaction, for articles that anything may describe; `named`: a person named the story."""
    touched: set[str] = set()
    moves = moves_in_force(session)
    for entry in entries:
        outcome, stale = ingest_entry(session, story.id, entry, named, moves)
        touched |= stale
        tell(outcome)
    derive_touched(session, touched, touched | {story.id})


def derive_touched(session: Session, touched: set[str], maybe_empty: set[str]) -> None:
    """Derive the stories that got, lost or changed articles; of those that may be empty now, drop those that are."""
    if touched:
        _engine().derive_all(session, touched)
    _drop_empty_stories(session, maybe_empty)


def _engine() -> ModuleType:
    """What reads and reconciles a story, loaded only when asked for: most often nothing has changed."""
    from secondsource.ingesting import derive

    return derive


def rebuild(engine: Engine, tell: Callable[[str], None]) -> None:
    """Throw away all that is derived and derive it again, telling each story's title; ids do not change.

    Which articles are one story is found anew too, from all of them together.
    """
    with writing(engine) as session:
        stories = _put_in_force(session)
    for story_id, title in stories:
        with writing(engine) as session:
            _engine().derive(session, story_id)
        tell(title)


def find_stories(session: Session) -> None:
    """Find anew, from all articles together, which of them are one story; derive the stories that this changes."""
    changed = place(session) | choose_all(session)
    _derive_moved(session, changed | place(session))


def move_articles(session: Session) -> None:
    """Put articles where the decisions that are in force want them, and derive the stories that this changes."""
    _derive_moved(session, place(session))


def _derive_moved(session: Session, changed: set[str]) -> None:
    """Derive the stories that lost or got articles; one that lost all is no more."""
    derive_touched(session, changed, changed)


def _put_in_force(session: Session) -> list[tuple[str, str]]:
    """Bring the rulings and the articles' places up to date; gives the stories that are there to be derived."""
    _note_arrivals(session)
    settle_all(session)
    find_stories(session)
    return [(story.id, story.title) for story in session.scalars(select(Story).order_by(Story.id))]


def _note_arrivals(session: Session) -> None:
    """Note the versions whose arrival the base itself did not: none, unless somebody took its trigger away."""
    noted = exists().where(Arrival.version_id == Version.id)
    missed = select(Version.id).where(~noted).order_by(Version.seen_at, Version.id)
    session.execute(insert(Arrival).from_select(["version_id"], missed))


def _refused(folder: Path, refusal: Refusal) -> Outcome:
    return Outcome(Result.REFUSED, folder.name or str(folder), str(refusal))


def keep_story(session: Session, title: str) -> Story:
    """The story that a person calls so."""
    story = session.get(Story, story_id_of(title))
    if story is None:
        story = Story(id=story_id_of(title), title=title, created_at=now())
        session.add(story)
        session.flush()
    return story


def _drop_empty_stories(session: Session, candidates: set[str]) -> None:
    """A story whose last article moved to another one, or that never got one, is no story.

    One whose articles moderators moved stays: more may be ingested into it, and the moves may be undone.
    """
    kept = known(session, Article.story_id, candidates) | known(session, Article.given_story_id, candidates)
    for story_id in sorted(candidates - kept):
        _engine().forget(session, (story_id,))
        session.execute(delete(Carrier).where(Carrier.story_id == story_id))
        story = session.get(Story, story_id)
        if story is not None:
            session.delete(story)
    session.flush()
