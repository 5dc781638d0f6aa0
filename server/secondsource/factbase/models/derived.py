"""What is derived from stored truth, and rebuilt from it: what articles say, how it stands, what is in force."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Float, ForeignKey, Index, ScalarSelect, Text, func, select
from sqlalchemy.orm import Mapped, column_property, mapped_column, query_expression, relationship

from secondsource.factbase.models.base import Base, Enumerated, Id, Name
from secondsource.factbase.models.enumerations import About
from secondsource.factbase.models.stored import Article, Decision, Story, Version


class Derivation(Base):
    """Derived: by which program all else was that is derived of a story (see `factbase.program`).

    `state` is made from that: as long as it stays, so does the rest. None: an older program derived it.
    """

    __tablename__ = "derivation"

    story_id: Mapped[str] = mapped_column(ForeignKey("story.id", ondelete="CASCADE"), primary_key=True)
    program: Mapped[str] = mapped_column(Id)
    state: Mapped[str | None] = mapped_column(Id)


class Revision(Base):
    """Derived: a name for all that readers can be told, in one row.

    The database itself gives it another one with each story that is derived, forgotten or called otherwise and with
    each decision, in the transaction that does it.
    """

    __tablename__ = "revision"

    name: Mapped[str] = mapped_column(Id, primary_key=True)


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


class Arrival(Base):
    """Derived: in which order versions came, and came back. The database itself notes each, in its transaction.

    A version has one number for when it came and one more for each time that it was current again; the newest stands
    for it, the others stay. None is given twice. Writers come one after the other, so that whoever has seen a number
    has seen all that are lower.
    """

    __tablename__ = "arrival"
    __table_args__ = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy's

    number: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[str] = mapped_column(ForeignKey("version.id"), index=True)


class Term(Base):
    """Derived: a name that a current version uses, to find a story by the text of a page."""

    __tablename__ = "term"
    __table_args__ = (Index("ix_term_article_id", "article_id"),)

    term: Mapped[str] = mapped_column(Name, primary_key=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("article.id"), primary_key=True)


class Sketch(Base):
    """Derived: what an article is known again by, and why it stands in the story that was found for it.

    `read_from` is made from all that it was read from; `days` are ordinals, `because` is None where a person named
    the story.
    """

    __tablename__ = "sketch"

    article_id: Mapped[str] = mapped_column(ForeignKey("article.id"), primary_key=True)
    read_from: Mapped[str] = mapped_column(Id)
    terms: Mapped[dict[str, Any]]
    days: Mapped[list[int]] = mapped_column(JSON)
    because: Mapped[str | None] = mapped_column(Text)


class Clue(Base):
    """Derived: one of an article's heaviest terms with its day, an ordinal: the nearest of many are found by index."""

    __tablename__ = "clue"
    __table_args__ = (Index("ix_clue_article_id", "article_id"),)

    term: Mapped[str] = mapped_column(Name, primary_key=True)
    day: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("article.id"), primary_key=True)


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
    sure: Mapped[float] = mapped_column(Float, default=1.0, index=True)
    status: Mapped[str | None] = query_expression()

    a: Mapped[Claim] = relationship(foreign_keys=a_id)
    b: Mapped[Claim] = relationship(foreign_keys=b_id)
    story: Mapped[Story] = relationship()


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
