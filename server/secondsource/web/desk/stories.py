"""A story as moderators see it: which outlet gives what for each fact, and when its articles came and changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, with_expression

from secondsource.api.admin.stories import titled
from secondsource.factbase.lookups import articles_of
from secondsource.factbase.models import Article, Claim, Fact, Relation, Story, Version
from secondsource.factbase.rulings import Status, fact_status, relation_status
from secondsource.kinds import Stance
from secondsource.web.stories import by_date, newest, newest_after

PAGE = 50
MOST_CHOICES = 100  # stories in one list to choose from, the newest; the script finds others
MOST = 200  # facts in one grid: those that several articles give come first


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article gives for a fact: its values, and whether one of its claims is in a conflict."""

    values: Sequence[str]
    conflicts: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A fact with what each article gives for it, by article id."""

    fact: Fact
    cells: Mapping[str, Cell]

    @property
    def conflicts(self) -> bool:
        """Whether any two of its claims are in conflict."""
        return any(cell.conflicts for cell in self.cells.values())


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened to a story: an article was published, or its text changed."""

    at: date
    article: Article
    changed: bool


@dataclass(frozen=True, slots=True)
class StorySeen:
    """All of a story's page; the articles are in the order of their dates."""

    story: Story
    articles: Sequence[Article]
    versions: Mapping[str, int]
    rows: Sequence[Row]
    more: int
    moments: Sequence[Moment]

    @property
    def namesakes(self) -> frozenset[str]:
        """The ids of the articles whose outlet has another one in the story: its name alone does not tell which."""
        of_outlet = Counter(article.outlet_id for article in self.articles)
        return frozenset(article.id for article in self.articles if of_outlet[article.outlet_id] > 1)


@dataclass(frozen=True, slots=True)
class StoryListed:
    """A story in a list, with the number of its articles and facts."""

    story: Story
    articles: int
    facts: int


@dataclass(frozen=True, slots=True)
class StoriesListed:
    """A page of the stories, and after which of them the next one begins."""

    stories: Sequence[StoryListed]
    next: str | None


@dataclass(frozen=True, slots=True)
class Choices:
    """Stories to choose from, the newest first, and whether there are more."""

    stories: Sequence[Story]
    more: bool


def list_stories(session: Session, title: str, after: str) -> StoriesListed | None:
    """The stories that have an article and whose title holds some words, the newest first, after the one with an id.

    None when there is no such story.
    """
    articles = select(func.count()).select_from(Article).where(Article.story_id == Story.id).scalar_subquery()
    facts = select(func.count()).select_from(Fact).where(Fact.story_id == Story.id).scalar_subquery()
    query = newest_after(session, select(Story, articles, facts).where(titled(title)), after)
    if query is None:
        return None
    rows = [StoryListed(*row) for row in session.execute(query.limit(PAGE + 1))]
    return StoriesListed(rows[:PAGE], rows[PAGE - 1].story.id if len(rows) > PAGE else None)


def story_choices(session: Session, but: str = "", with_: str = "") -> Choices:
    """The newest stories but the one with the id `but`; the one with the id `with_` is among them."""
    query = newest(select(Story).where(Story.id != but))
    found = session.scalars(query.limit(MOST_CHOICES + 1)).all()
    shown = list(found[:MOST_CHOICES])
    wanted = session.get(Story, with_) if with_ else None
    return Choices(shown if wanted is None or wanted in shown else [wanted, *shown], len(found) > len(shown))


def find_story(session: Session, story_id: str) -> StorySeen | None:
    """What there is to see of a story; None when no story has the id."""
    story = session.get(Story, story_id)
    if story is None:
        return None
    articles = sorted(articles_of(session, story_id), key=by_date)
    rows = _rows(session, story_id)
    versions = _versions(session, story_id)
    counts = {article.id: 1 + sum(version.article_id == article.id for version in versions) for article in articles}
    return StorySeen(story, articles, counts, rows[:MOST], max(0, len(rows) - MOST), _moments(articles, versions))


def _rows(session: Session, story_id: str) -> list[Row]:
    """The facts, those in conflict first, then those that most articles give."""
    claims: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    query = select(Claim).join(Claim.fact).where(Fact.story_id == story_id).order_by(Claim.start)
    for claim in session.scalars(query):
        claims[claim.fact_id or ""][claim.article_id].append(claim)
    shown = with_expression(Fact.status, fact_status())
    facts = session.scalars(select(Fact).where(Fact.story_id == story_id).options(shown))
    disputed = _in_conflict(session, story_id)
    rows = [
        Row(fact, {article: _cell(found, disputed) for article, found in claims[fact.id].items()}) for fact in facts
    ]
    return sorted(rows, key=lambda row: (not row.conflicts, -len(row.cells), row.fact.label, row.fact.id))


def _cell(claims: Sequence[Claim], disputed: frozenset[str]) -> Cell:
    return Cell(list(dict.fromkeys(claim.value for claim in claims)), any(claim.id in disputed for claim in claims))


def _in_conflict(session: Session, story_id: str) -> frozenset[str]:
    """The ids of the claims that conflict with another as readers see it."""
    query = select(Relation.a_id, Relation.b_id).where(
        Relation.story_id == story_id, Relation.stance == Stance.CONFLICTS, relation_status() != Status.REJECTED
    )
    return frozenset(claim for pair in session.execute(query) for claim in pair)


def _versions(session: Session, story_id: str) -> Sequence[Version]:
    """The texts that replaced an article's first one."""
    first = select(func.min(Version.seen_at)).where(Version.article_id == Article.id).correlate(Article)
    query = select(Version).join(Version.article).where(Article.story_id == story_id)
    later = query.where(Version.seen_at > first.scalar_subquery()).options(joinedload(Version.article))
    return session.scalars(later.order_by(Version.seen_at)).all()


def _moments(articles: Sequence[Article], versions: Sequence[Version]) -> list[Moment]:
    published = [Moment(article.published, article, changed=False) for article in articles if article.published]
    changed = [Moment(version.seen_at, version.article, changed=True) for version in versions]
    return sorted([*published, *changed], key=lambda moment: (_day(moment.at), moment.changed))


def _day(at: date) -> str:
    return at.isoformat() if isinstance(at, datetime) else f"{at.isoformat()}T"
