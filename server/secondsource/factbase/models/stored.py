"""Stored truth: what was published, who may decide and what they decided, what readers reported."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, query_expression, relationship

from secondsource.factbase.models.base import SHA256, Base, Enumerated, Id, Name
from secondsource.factbase.models.enumerations import Purpose
from secondsource.factbase.moments import day_of, join_published

if TYPE_CHECKING:
    from secondsource.factbase.models.derived import Fact, Origin


class Outlet(Base):
    """A publisher."""

    __tablename__ = "outlet"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(Name, unique=True)
    domains: Mapped[list[str]]
    family: Mapped[str | None] = mapped_column(Name)


class Story(Base):
    """The articles about one event, and their facts."""

    __tablename__ = "story"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(index=True)

    articles: Mapped[list[Article]] = relationship(back_populates="story", order_by="Article.id")
    facts: Mapped[list[Fact]] = relationship(order_by="Fact.id", viewonly=True)


class Article(Base):
    """A page's address and metadata. `declared_origin` names the outlet it says it republishes.

    It stands in the story that it was ingested into unless moderators moved it: `given_story_id` is the former then.
    `named` says that a person named that story; else it was found by what the article shares with others.
    """

    __tablename__ = "article"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    story_id: Mapped[str] = mapped_column(ForeignKey("story.id"), index=True)
    given_story_id: Mapped[str | None] = mapped_column(Id, index=True)
    named: Mapped[bool] = mapped_column(default=True)
    outlet_id: Mapped[str] = mapped_column(ForeignKey("outlet.id"), index=True)
    url: Mapped[str] = mapped_column(Text)
    url_key: Mapped[str] = mapped_column(Id, index=True)
    title: Mapped[str | None] = mapped_column(Text)
    declared_origin: Mapped[str | None] = mapped_column(Name)
    published_at: Mapped[datetime | None]
    published_offset: Mapped[int | None]  # minutes east of UTC; None when only the day is known
    added_at: Mapped[datetime]

    story: Mapped[Story] = relationship(back_populates="articles")
    outlet: Mapped[Outlet] = relationship()
    versions: Mapped[list[Version]] = relationship(back_populates="article", order_by="Version.seen_at")
    current: Mapped[Version] = relationship(
        primaryjoin="and_(Article.id == Version.article_id, Version.current)", uselist=False, viewonly=True
    )
    traced_origin: Mapped[Origin | None] = relationship(viewonly=True)

    @property
    def published(self) -> date | None:
        """When it was published, as exactly as is known: a day, or a moment in the zone it was stated in."""
        return join_published(self.published_at, self.published_offset)

    @property
    def published_day(self) -> date | None:
        """The day it was published, in its own time zone."""
        return day_of(self.published)

    @property
    def origin(self) -> str:
        """Where the outlet got it: as traced by reconciling, else as declared, else from itself."""
        if self.traced_origin is not None:
            return self.traced_origin.name
        return self.declared_origin or self.outlet.name


class Version(Base):
    """An article's text at one time; the database refuses to change it. One of an article's is current."""

    __tablename__ = "version"
    __table_args__ = (
        UniqueConstraint("article_id", "sha256"),
        Index(
            "uq_version_current",
            "article_id",
            unique=True,
            sqlite_where=text("current"),
            postgresql_where=text("current"),
        ),
    )

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("article.id"))
    sha256: Mapped[str] = mapped_column(SHA256, index=True)
    text: Mapped[str] = mapped_column(Text)
    seen_at: Mapped[datetime] = mapped_column(index=True)
    current: Mapped[bool]

    article: Mapped[Article] = relationship(back_populates="versions")


class Moderator(Base):
    """Somebody who may decide."""

    __tablename__ = "moderator"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Name, unique=True)
    role: Mapped[str] = mapped_column(Enumerated)
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]

    tokens: Mapped[list[Token]] = relationship(back_populates="moderator")


class Token(Base):
    """What a moderator signs requests with; only its hash is kept. `last_used_on` is a day, in UTC."""

    __tablename__ = "token"

    id: Mapped[int] = mapped_column(primary_key=True)
    moderator_id: Mapped[int] = mapped_column(ForeignKey("moderator.id"), index=True)
    sha256: Mapped[str] = mapped_column(SHA256, unique=True)
    purpose: Mapped[str] = mapped_column(Enumerated, default=Purpose.TOKEN)
    label: Mapped[str] = mapped_column(Name, default="")
    created_at: Mapped[datetime]
    last_used_on: Mapped[date | None]
    expires_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]

    moderator: Mapped[Moderator] = relationship(back_populates="tokens")


class Decision(Base):
    """A moderator's judgement. Append-only: the database refuses to change or delete one.

    `number` is the order in which they were taken; `target` is the id of what it is about (a relation's pair id, a
    claim's or passage's content; for an undo, a decision's id); `change` is what it sets, {} for nothing; `snapshot`
    keeps what the moderator saw, to find its words again in a new text.
    """

    __tablename__ = "decision"

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(String(32), unique=True)
    action: Mapped[str] = mapped_column(Enumerated)
    target: Mapped[str] = mapped_column(String(32), index=True)
    change: Mapped[dict[str, Any]] = mapped_column(default=dict)
    reason: Mapped[str] = mapped_column(Text)
    moderator_id: Mapped[int] = mapped_column(ForeignKey("moderator.id"))
    decided_at: Mapped[datetime]
    snapshot: Mapped[dict[str, Any]]
    in_force: Mapped[bool | None] = query_expression()
    orphaned: Mapped[bool | None] = query_expression()

    moderator: Mapped[Moderator] = relationship()
    contents: Mapped[list[DecisionContent]] = relationship(order_by="DecisionContent.content")


class DecisionContent(Base):
    """The content of one claim that a decision was taken on; append-only like the decision."""

    __tablename__ = "decision_content"

    decision_id: Mapped[str] = mapped_column(ForeignKey("decision.id"), primary_key=True)
    content: Mapped[str] = mapped_column(Id, primary_key=True, index=True)


class Report(Base):
    """A reader's "something is wrong here", for moderators to read. It says nothing of who the reader is.

    `id` is made from what is said, so that saying it twice keeps it once. `note` and `fact_id` are derived ids,
    which a rebuild may replace: no foreign key holds them.
    """

    __tablename__ = "report"

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(Id, unique=True)
    note: Mapped[str] = mapped_column(Id, index=True)
    fact_id: Mapped[str] = mapped_column(Id)
    fact_label: Mapped[str] = mapped_column(Text)
    url: Mapped[str] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text)
    reported_at: Mapped[datetime] = mapped_column(index=True)

    @property
    def fact(self) -> dict[str, str]:
        """The fact as it was when this was reported."""
        return {"id": self.fact_id, "label": self.fact_label}
