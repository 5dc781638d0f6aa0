"""Each kind of line into the base: what is new is added, what is known stays, what cannot be right is refused."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from secondsource.factbase.addresses import page_alone, split_web_address, url_key
from secondsource.factbase.models import (
    Action,
    Article,
    Decision,
    DecisionContent,
    Moderator,
    Outlet,
    Report,
    Story,
    Version,
)
from secondsource.factbase.moments import split_published
from secondsource.ingesting.outcomes import Refusal
from secondsource.moderating.actions import ACTIONS
from secondsource.moderating.changes import BadChangeError
from secondsource.moderating.reports import report_ids
from secondsource.reading import digest

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """Whether a line brought something new, and the ids of the stories to derive again for it."""

    new: bool
    stories: frozenset[str] = frozenset()


KNOWN = Kept(False)
NEW = Kept(True)


def keep_outlet(session: Session, fields: Fields) -> Kept:
    """A publisher; of a known one the domains are joined."""
    _same_id(fields, digest("outlet", fields["name"]), "name")
    known = session.get(Outlet, fields["id"])
    if known is None:
        session.execute(insert(Outlet), fields)
        return NEW
    known.domains = sorted({*known.domains, *fields["domains"]})
    known.family = known.family or fields["family"]
    session.flush()
    return KNOWN


def keep_story(session: Session, fields: Fields) -> Kept:
    """A story by its title, or by its first article, which has its own line later."""
    if session.get(Story, fields["id"]) is not None:
        return KNOWN
    session.execute(insert(Story), fields)
    return NEW


def keep_article(session: Session, fields: Fields) -> Kept:
    """An article of a story and an outlet that are there."""
    _same_id(fields, digest("article", fields["url"]), "url")
    if split_web_address(fields["url"]) is None:
        raise Refusal("url: not an http or https address")
    for name, table in (("story", Story), ("outlet", Outlet)):
        if session.get(table, fields[f"{name}_id"]) is None:
            raise Refusal(f"{name}: stands on no line before this one")
    if session.get(Article, fields["id"]) is not None:
        return KNOWN
    moment, offset = split_published(fields.pop("published"))
    row = fields | {"url_key": url_key(fields["url"]), "published_at": moment, "published_offset": offset}
    session.execute(insert(Article), row)
    return Kept(True, frozenset({fields["story_id"]}))


def keep_version(session: Session, fields: Fields) -> Kept:
    """A text of an article that is there; it becomes the current one if it is so in the file and was seen last."""
    if hashlib.sha256(fields["text"].encode("utf-8")).hexdigest() != fields["sha256"]:
        raise Refusal("sha256: is not that of the text, so that one of the two was changed")
    _same_id(fields, digest("version", fields["article_id"], fields["sha256"]), "article and sha256")
    article = session.get(Article, fields["article_id"])
    if article is None:
        raise Refusal("article: stands on no line before this one")
    if session.get(Version, fields["id"]) is not None:
        return KNOWN
    ours = session.scalars(select(Version).where(Version.article_id == article.id, Version.current)).first()
    current = fields["current"] and (ours is None or ours.seen_at < fields["seen_at"])
    if current and ours is not None:
        ours.current = False
        session.flush()  # the base allows one current version at any moment
    session.execute(insert(Version), fields | {"current": current})
    return Kept(True, frozenset({article.story_id} if current else ()))


def keep_moderator(session: Session, fields: Fields) -> Kept:
    """Somebody by name, without a token; who is known keeps the role they have here."""
    if _moderator(session, fields["name"]) is not None:
        return KNOWN
    session.execute(insert(Moderator), fields)
    return NEW


def keep_decision(session: Session, fields: Fields) -> Kept:
    """A decision of a moderator who is there; one that is on record must be the same."""
    moderator = _moderator(session, fields.pop("moderator")["name"])
    if moderator is None:
        raise Refusal("moderator: stands on no line before this one")
    contents = sorted({content["content"] for content in fields.pop("contents")})
    row = fields | {"moderator_id": moderator.id, "change": _checked(fields["action"], fields["change"])}
    known = _decision(session, fields["id"])
    if known is not None:
        kept = [content.content for content in known.contents]
        if any(getattr(known, name) != value for name, value in row.items()) or kept != contents:
            raise Refusal("id: this decision is on record here, and says something else")
        return KNOWN
    if fields["action"] == Action.UNDO and _decision(session, fields["target"]) is None:
        raise Refusal("target: the decision that it undoes stands on no line before this one")
    session.execute(insert(Decision), row)
    if contents:
        rows = [{"decision_id": fields["id"], "content": content} for content in contents]
        session.execute(insert(DecisionContent), rows)
    return NEW


def _checked(action: str, change: Fields) -> Fields:
    """A change as it would be kept of a decision taken here; what accounts set has no effect and may be anything."""
    rule = ACTIONS.get(Action(action))
    if rule is None:
        return change
    try:
        return rule.checked(change)
    except BadChangeError as error:
        raise Refusal(f"change.{error.field}: {error.sentence}") from error


def keep_report(session: Session, fields: Fields) -> Kept:
    """A reader's report, said for the first time or again after it was closed."""
    if fields["url"] != page_alone(fields["url"]):
        raise Refusal("url: is no web address without what names a reader")
    first, *again = report_ids(fields, fields["reported_at"])
    if fields["id"] not in again:
        _same_id(fields, first, "note, fact, url and words")
    if session.scalar(select(Report.id).where(Report.id == fields["id"])) is not None:
        return KNOWN
    session.execute(insert(Report), fields)
    return NEW


def _same_id(fields: Fields, made: str, of: str) -> None:
    if fields["id"] != made:
        raise Refusal(f"id: is not the one made from {of}, which is {made}")


def _moderator(session: Session, name: str) -> Moderator | None:
    return session.scalars(select(Moderator).where(Moderator.name == name)).first()


def _decision(session: Session, identity: str) -> Decision | None:
    return session.scalars(select(Decision).where(Decision.id == identity)).first()
