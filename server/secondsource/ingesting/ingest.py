"""The product's story, top to bottom: a story folder is ingested, its articles read, reconciled and kept.

Each story is one transaction: a base never holds half of one.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Protocol

from sqlalchemy import Engine, delete, exists, insert, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from secondsource.factbase.addresses import split_web_address, url_key
from secondsource.factbase.lookups import chunks, known
from secondsource.factbase.models import Arrival, Article, Carrier, Outlet, Story, Version
from secondsource.factbase.moments import now, split_published
from secondsource.factbase.sessions import writing
from secondsource.factbase.settling import settle_all
from secondsource.ingesting.choosing_anew import choose_all
from secondsource.ingesting.outcomes import Outcome, Refusal, Result
from secondsource.ingesting.placing import Move, moves_in_force, place, placed, story_id_of
from secondsource.ingesting.story_folder import StoryFolder, find_story_folders, read_story_folder
from secondsource.reading import digest
from secondsource.reading.passages import passage_content, split_passages

Tell = Callable[[Outcome], None]


class Described(Protocol):
    """An article as its source describes it: a story folder's entry, or what was found at an address."""

    @property
    def name(self) -> str: ...
    @property
    def outlet(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def origin(self) -> str | None: ...
    @property
    def title(self) -> str | None: ...
    @property
    def published(self) -> date | None: ...

    def text(self) -> str:
        """Its text; raises Refusal."""


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


def ingest_entry(
    session: Session, story_id: str, entry: Described, named: bool, moves: Sequence[Move]
) -> tuple[Outcome, set[str]]:
    """Keep one article: what became of it, and the ids of the stories that must be derived again."""
    try:
        text = entry.text()
    except Refusal as refusal:
        return Outcome(Result.REFUSED, entry.name, str(refusal)), set()
    article = session.get(Article, digest("article", entry.url))
    if article is None:
        article = new_article(session, story_id, entry, named, moves)
        session.flush()
        return Outcome(Result.NEW, entry.name, article=article.id), {story_id, article.story_id}
    before, text_before = article.story_id, article.current.text
    described_anew = _describe(session, article, story_id, entry, named, moves)
    worded_anew = _keep_version(session, article, text)
    if not described_anew and not worded_anew:
        return Outcome(Result.UNCHANGED, entry.name, article=article.id), set()
    what = sentences_changed(text_before, text) if worded_anew else "what is said of it"
    return Outcome(Result.CHANGED, entry.name, what, article.id), {before, article.story_id}


def new_article(session: Session, story_id: str, entry: Described, named: bool, moves: Sequence[Move]) -> Article:
    """An article that was not known, to be flushed with others; raises Refusal."""
    text = entry.text()
    article = Article(id=digest("article", entry.url), added_at=now())
    _describe(session, article, story_id, entry, named, moves)
    version = _version(article, text)
    session.add_all([article, version])
    set_committed_value(article, "current", version)
    return article


def keep_story(session: Session, title: str) -> Story:
    """The story that a person calls so."""
    story = session.get(Story, story_id_of(title))
    if story is None:
        story = Story(id=story_id_of(title), title=title, created_at=now())
        session.add(story)
        session.flush()
    return story


def _describe(
    session: Session, article: Article, story_id: str, entry: Described, named: bool, moves: Sequence[Move]
) -> bool:
    """Set what is said of an article; says whether anything is new."""
    published_at, published_offset = split_published(entry.published)
    stands_in = placed(article.id, story_id, moves)
    outlet = _keep_outlet(session, entry)
    described = {
        "story_id": stands_in,
        "given_story_id": None if stands_in == story_id else story_id,
        "named": named,
        "outlet_id": outlet.id,
        "url": entry.url,
        "url_key": url_key(entry.url),
        "title": entry.title,
        "declared_origin": entry.origin,
        "published_at": published_at,
        "published_offset": published_offset,
    }
    changed = {name: value for name, value in described.items() if getattr(article, name) != value}
    if "outlet_id" in changed:
        article.outlet = outlet
    for name, value in changed.items():
        setattr(article, name, value)
    return bool(changed)


def _keep_outlet(session: Session, entry: Described) -> Outlet:
    """The publisher by its name, with the article's domain among its domains."""
    outlet = outlet_called(session, entry.outlet)
    if outlet is None:
        outlet = Outlet(id=digest("outlet", entry.outlet), name=entry.outlet, domains=[], family=None)
        session.add(outlet)
    parts = split_web_address(entry.url)
    domain = (parts.hostname or "").removeprefix("www.") if parts else ""
    if domain and domain not in outlet.domains:
        outlet.domains = sorted([*outlet.domains, domain])
    return outlet


def outlet_called(session: Session, name: str) -> Outlet | None:
    """The publisher of a name, be it one that was not yet flushed."""
    identity = digest("outlet", name)
    new = (one for one in session.new if isinstance(one, Outlet) and one.id == identity)
    return next(new, None) or session.get(Outlet, identity)


def outlets_called(session: Session, names: Iterable[str]) -> list[Outlet]:
    """The publishers of some names that are in the base: while they are held, the session asks for none of them."""
    ids = sorted({digest("outlet", name) for name in names})
    return [one for chunk in chunks(ids) for one in session.scalars(select(Outlet).where(Outlet.id.in_(chunk)))]


def _keep_version(session: Session, article: Article, text: str) -> bool:
    """Make a text a known article's current version, and keep the others; says whether that is a change."""
    new = _version(article, text)
    versions = {version.sha256: version for version in article.versions}
    if new.sha256 in versions and versions[new.sha256].current:
        session.flush()
        return False
    for version in versions.values():
        version.current = False
    session.flush()  # the base allows one current version at any moment
    if new.sha256 in versions:
        versions[new.sha256].current = True
    else:
        session.add(new)
    session.flush()
    session.expire(article, ["current", "versions"])
    return True


def _version(article: Article, text: str) -> Version:
    """A text as an article's current version."""
    sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    identity = digest("version", article.id, sha256)
    return Version(id=identity, article_id=article.id, sha256=sha256, text=text, seen_at=now(), current=True)


def sentences_changed(before: str, after: str) -> str:
    """How much of a text is new or gone, in words: "2 sentences"; of a sentence reworded only the new wording."""
    old, new = (
        Counter(passage_content(text[passage.start : passage.end]) for passage in split_passages(text))
        for text in (before, after)
    )
    number = max((new - old).total(), (old - new).total())
    return "white space only" if not number else f"{number:,} sentence{'' if number == 1 else 's'}"


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
