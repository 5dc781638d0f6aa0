"""The tables, one class a word that the program uses everywhere.

Stored truth: Outlet, Story, Article, Version, Moderator, Token, Decision, DecisionContent, Report.
Derived, and rebuilt from it: Origin, Passage, Claim, Relation, Fact, Term, Ruling, Carrier, and of an article the
story that it stands in. Passing: Answered, Fetched.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    Float,
    ForeignKey,
    Index,
    MetaData,
    ScalarSelect,
    String,
    Text,
    UniqueConstraint,
    func,
    select,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, column_property, mapped_column, query_expression, relationship

from secondsource.factbase.moments import UtcDateTime, join_published
from secondsource.reading.identity import DIGEST_CHARACTERS

Id = String(DIGEST_CHARACTERS)
Name = String(200)
Enumerated = String(40)  # stored as words, so that a new one needs no migration and a row can be read by eye
SHA256 = String(64)


class Base(DeclarativeBase):
    """What all tables share: constraint names that a later migration can refer to, and moments in UTC."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UtcDateTime, dict[str, Any]: JSON, list[str]: JSON}  # noqa: RUF012


class Role(StrEnum):
    """What somebody may do at the desk, from the least to the most; who may more may all that is before it."""

    REPORTER = "reporter"
    MODERATOR = "moderator"
    ADMINISTRATOR = "administrator"


class Purpose(StrEnum):
    """What a token is for: a program's requests, or one sign-in at the desk."""

    TOKEN = "token"  # noqa: S105 - a word, no secret
    SESSION = "session"


class Action(StrEnum):
    """What a moderator decided; `moderating/actions.py` says of each what it is about and what it changes."""

    CONFIRM_RELATION = "confirm_relation"
    REJECT_RELATION = "reject_relation"
    LEAVE_RELATION = "leave_relation"
    CORRECT_CLAIM = "correct_claim"
    WITHDRAW_CLAIM = "withdraw_claim"
    MERGE_FACTS = "merge_facts"
    SPLIT_FACT = "split_fact"
    LABEL_FACT = "label_fact"
    DISPUTE_FACT = "dispute_fact"
    SETTLE_FACT = "settle_fact"
    HIDE_FACT = "hide_fact"
    MARK_FURNITURE = "mark_furniture"
    ASSIGN_ARTICLE = "assign_article"
    SET_ORIGIN = "set_origin"
    MERGE_STORIES = "merge_stories"
    SPLIT_STORY = "split_story"
    CLOSE_REPORT = "close_report"
    ADD_MODERATOR = "add_moderator"
    DISABLE_MODERATOR = "disable_moderator"
    ISSUE_TOKEN = "issue_token"  # noqa: S105 - a word, no secret
    REVOKE_TOKEN = "revoke_token"  # noqa: S105 - a word, no secret
    UNDO = "undo"


class About(StrEnum):
    """What a decision rules. Of two that rule the same of one key the later one is in force."""

    RELATION = "relation"
    FACT = "fact"  # whether readers see it
    STANDING = "standing"  # whether it is disputed or settled
    LABEL = "label"
    GROUP = "group"  # which claims are one fact; all that stand count, in their order
    CLAIM = "claim"
    PASSAGE = "passage"
    PLACE = "place"  # which articles are one story; all that stand count, in their order
    ORIGIN = "origin"
    REPORT = "report"


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
    """

    __tablename__ = "article"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    story_id: Mapped[str] = mapped_column(ForeignKey("story.id"), index=True)
    given_story_id: Mapped[str | None] = mapped_column(Id, index=True)
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
        known = self.published
        return known.date() if isinstance(known, datetime) else known

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


class Origin(Base):
    """Derived: who an article's words really come from."""

    __tablename__ = "origin"

    article_id: Mapped[str] = mapped_column(ForeignKey("article.id"), primary_key=True)
    name: Mapped[str] = mapped_column(Name)


class Passage(Base):
    """Derived: a sentence of a current version; `content` is the same wherever the same sentence stands."""

    __tablename__ = "passage"

    version_id: Mapped[str] = mapped_column(ForeignKey("version.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    start: Mapped[int]
    end: Mapped[int]
    paragraph: Mapped[int]
    furniture: Mapped[bool]
    content: Mapped[str] = mapped_column(Id, index=True)

    version: Mapped[Version] = relationship()


class Claim(Base):
    """Derived: one checkable statement of an article; `content` is the same wherever it is reposted.

    `corrects` is that content too where a moderator corrected what was read.
    """

    __tablename__ = "claim"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("article.id"), index=True)
    version_id: Mapped[str] = mapped_column(ForeignKey("version.id"), index=True)
    fact_id: Mapped[str | None] = mapped_column(ForeignKey("fact.id"), index=True)
    content: Mapped[str] = mapped_column(Id, index=True)
    corrects: Mapped[str | None] = mapped_column(Id)
    kind: Mapped[str] = mapped_column(Enumerated)
    subject: Mapped[str] = mapped_column(Text)
    property: Mapped[str] = mapped_column(Text)
    value: Mapped[str] = mapped_column(Text)
    start: Mapped[int]
    end: Mapped[int]
    exact: Mapped[str] = mapped_column(Text)
    passage: Mapped[str] = mapped_column(Text)
    passage_start: Mapped[int]
    data: Mapped[dict[str, Any]]

    article: Mapped[Article] = relationship()
    fact: Mapped[Fact | None] = relationship(back_populates="claims")


class Relation(Base):
    """Derived: how two claims of a story stand; `pair_id` is the same wherever they are reposted.

    `sure`, 0 to 1, orders what people check.
    """

    __tablename__ = "relation"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    pair_id: Mapped[str] = mapped_column(Id, index=True)
    story_id: Mapped[str] = mapped_column(ForeignKey("story.id"), index=True)
    a_id: Mapped[str] = mapped_column(ForeignKey("claim.id"), index=True)
    b_id: Mapped[str] = mapped_column(ForeignKey("claim.id"), index=True)
    stance: Mapped[str] = mapped_column(Enumerated, index=True)
    reason: Mapped[str] = mapped_column(Text)
    sure: Mapped[float] = mapped_column(Float, default=1.0)
    status: Mapped[str | None] = query_expression()

    a: Mapped[Claim] = relationship(foreign_keys=a_id)
    b: Mapped[Claim] = relationship(foreign_keys=b_id)
    story: Mapped[Story] = relationship()


class Term(Base):
    """Derived: a name that a current version uses, to find a story by the text of a page."""

    __tablename__ = "term"
    __table_args__ = (Index("ix_term_article_id", "article_id"),)

    term: Mapped[str] = mapped_column(Name, primary_key=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("article.id"), primary_key=True)


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


class Ruling(Base):
    """Derived from the decisions: what is in force, by the pair id or content or id that it is in force for.

    `number` and `change` are the decision's, here so that what readers see is one join away.
    """

    __tablename__ = "ruling"

    key: Mapped[str] = mapped_column(Id, primary_key=True)
    about: Mapped[str] = mapped_column(Enumerated, primary_key=True)
    action: Mapped[str] = mapped_column(Enumerated)
    decision_id: Mapped[str] = mapped_column(ForeignKey("decision.id"), index=True)
    number: Mapped[int]
    change: Mapped[dict[str, Any]]

    decision: Mapped[Decision] = relationship()


class Carrier(Base):
    """Derived: by which claim a story's articles now carry the words of one that a decision was taken on.

    Most often by that very claim; by another when a better reader reads the same words otherwise. No row: by none.
    """

    __tablename__ = "carrier"

    content: Mapped[str] = mapped_column(Id, primary_key=True)
    story_id: Mapped[str] = mapped_column(ForeignKey("story.id"), primary_key=True, index=True)
    carrier: Mapped[str] = mapped_column(Id, index=True)


def _chosen_label(fact_id: Any) -> ScalarSelect[Any]:
    """The label that moderators chose for a fact, by any of its claims; of several the latest."""
    chosen = select(Ruling.change["label"].as_string()).join(Claim, Claim.content == Ruling.key)
    chosen = chosen.where(Claim.fact_id == fact_id, Ruling.about == About.LABEL).order_by(Ruling.number.desc())
    return chosen.limit(1).correlate_except(Claim, Ruling).scalar_subquery()


class Fact(Base):
    """Derived: the claims about one subject and property within a story.

    `label` is what readers are shown: the one that a moderator chose, else `read_label`, the program's.
    """

    __tablename__ = "fact"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    story_id: Mapped[str] = mapped_column(ForeignKey("story.id"), index=True)
    kind: Mapped[str] = mapped_column(Enumerated)
    read_label: Mapped[str] = mapped_column("label", Text)
    label: Mapped[str] = column_property(func.coalesce(_chosen_label(id), read_label))
    status: Mapped[str | None] = query_expression()  # for queries that ask rulings for it

    story: Mapped[Story] = relationship(viewonly=True)
    claims: Mapped[list[Claim]] = relationship(back_populates="fact", order_by="(Claim.article_id, Claim.start)")


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


class Answered(Base):
    """The answer that a moderator's POST with an idempotency key got, kept for a day to be given again."""

    __tablename__ = "answered"

    moderator_id: Mapped[int] = mapped_column(ForeignKey("moderator.id"), primary_key=True)
    key: Mapped[str] = mapped_column(Name, primary_key=True)
    sha256: Mapped[str] = mapped_column(SHA256)  # of the request: method, path and body
    status: Mapped[int]
    body: Mapped[dict[str, Any]]
    answered_at: Mapped[datetime] = mapped_column(index=True)


class Fetched(Base):
    """What the host of an address last said of the state of what is there: asked for again, only changes are sent."""

    __tablename__ = "fetched"

    id: Mapped[str] = mapped_column(Id, primary_key=True)  # made from the address
    url: Mapped[str] = mapped_column(Text)
    etag: Mapped[str | None] = mapped_column(Text)
    last_modified: Mapped[str | None] = mapped_column(Text)
    fetched_at: Mapped[datetime]
