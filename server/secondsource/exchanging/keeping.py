"""Each thing that an export holds into the base: what is new is added, what is known stays as it is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from secondsource.exchanging.checking import checked_change
from secondsource.factbase.addresses import url_key
from secondsource.factbase.models import (
    Article,
    Carrier,
    Decision,
    DecisionContent,
    Moderator,
    Outlet,
    Report,
    Story,
    Version,
)
from secondsource.factbase.moments import split_published
from secondsource.moderating.decisions import put_in_force
from secondsource.moderating.effects import derive_all, stories_with
from secondsource.reading.passages import passage_content

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """The kinds of the lines that brought something new, and the ids of the stories to derive again for it."""

    new: tuple[str, ...] = ()
    stories: frozenset[str] = frozenset()


KNOWN = Kept()


def keep_outlet(session: Session, fields: Fields) -> Kept:
    """A publisher; of a known one the domains are joined."""
    known = session.get(Outlet, fields["id"])
    if known is None:
        session.execute(insert(Outlet), fields)
        return Kept(("outlet",))
    known.domains = sorted({*known.domains, *fields["domains"]})
    known.family = known.family or fields["family"]
    session.flush()
    return KNOWN


def keep_article(session: Session, story: Fields, article: Fields, version: Fields) -> Kept:
    """An article with its current text, and its story, if it opens it."""
    new: tuple[str, ...] = ()
    if session.get(Article, article["id"]) is None:
        if session.get(Story, story["id"]) is None:
            session.execute(insert(Story), story)
            new += ("story",)
        moment, offset = split_published(article["published"])
        row = article | {"url_key": url_key(article["url"]), "published_at": moment, "published_offset": offset}
        del row["published"]
        session.execute(insert(Article), row)
        new += ("article",)
    kept = keep_version(session, version)
    return Kept(new + kept.new, kept.stories)


def keep_version(session: Session, fields: Fields) -> Kept:
    """A text of an article that is there; it becomes the current one if it is so in the file and was seen last."""
    if session.get(Version, fields["id"]) is not None:
        return KNOWN
    article = session.get_one(Article, fields["article_id"])
    ours = session.scalars(select(Version).where(Version.article_id == article.id, Version.current)).first()
    current = fields["current"] and (ours is None or ours.seen_at < fields["seen_at"])
    if current and ours is not None:
        ours.current = False
        session.flush()  # the base allows one current version at any moment
    session.execute(insert(Version), fields | {"current": current})
    return Kept(("version",), frozenset({article.story_id} if current else ()))


def keep_moderator(session: Session, fields: Fields) -> Kept:
    """Somebody by name, without a token; who is known keeps the role they have here."""
    if _moderator(session, fields["name"]) is not None:
        return KNOWN
    session.execute(insert(Moderator), fields)
    return Kept(("moderator",))


def keep_decision(session: Session, fields: Fields) -> Kept:
    """A decision of a moderator who is there, on record; `enforce` puts it in force."""
    if session.scalar(select(Decision.id).where(Decision.id == fields["id"])) is not None:
        return KNOWN
    contents = sorted({content["content"] for content in fields["contents"]})
    row = fields | {
        "moderator_id": _moderator(session, fields["moderator"]["name"]),
        "change": checked_change(fields["action"], fields["change"]),
    }
    del row["moderator"], row["contents"]
    session.execute(insert(Decision), row)
    if contents:
        rows = [{"decision_id": fields["id"], "content": content} for content in contents]
        session.execute(insert(DecisionContent), rows)
    return Kept(("decision",))


def enforce(session: Session, ids: Iterable[str]) -> None:
    """Put decisions in force that are on record, all together, as if they had been taken now.

    Where no claim has the content that one was taken on, whatever carries those words now is found by their sentence.
    """
    decisions = session.scalars(select(Decision).where(Decision.id.in_(ids)).order_by(Decision.number)).all()
    put_in_force(session, decisions)
    seen = {claim["content"]: claim for one in decisions for claim in one.snapshot.get("claims", ())}
    carried = set(session.scalars(select(Carrier.content).where(Carrier.content.in_(seen))))
    derive_all(
        session,
        set(stories_with(session, {passage_content(seen[content]["passage"]) for content in seen.keys() - carried})),
    )


def keep_report(session: Session, fields: Fields) -> Kept:
    """A reader's report, said for the first time or again after it was closed."""
    if session.scalar(select(Report.id).where(Report.id == fields["id"])) is not None:
        return KNOWN
    session.execute(insert(Report), fields)
    return Kept(("report",))


def _moderator(session: Session, name: str) -> int | None:
    return session.scalar(select(Moderator.id).where(Moderator.name == name))
