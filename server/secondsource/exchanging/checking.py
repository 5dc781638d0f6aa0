"""Whether an export can be right, told line by line before anything of it is kept: nothing refers to what is not there.

What a line refers to stands on a line before it. Ids that are made from content are checked against it. In memory is an
id of each thing, no text.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from secondsource.exchanging.lines import LINES
from secondsource.factbase.addresses import page_alone, split_web_address
from secondsource.factbase.models import Action, Decision
from secondsource.identity import digest
from secondsource.ingesting.outcomes import Refusal
from secondsource.ingesting.placing import story_id_of
from secondsource.moderating.actions import ACTIONS
from secondsource.moderating.changes import BadChangeError
from secondsource.moderating.reports import report_ids

Fields = dict[str, Any]


class Checked:
    """The lines that were checked so far. Each check raises Refusal with a sentence.

    `seen` counts them by kind; `found` says whether a story of theirs was found from what articles share.
    """

    def __init__(self, session: Session) -> None:
        """Begin at nothing; the session reads the base that the lines are for."""
        self.seen: Counter[str] = Counter()
        self.found = False
        self._session = session
        self._known: dict[str, set[str]] = {kind: set() for kind in ("outlet", "story", "article", "moderator")}
        self._decisions: dict[str, str] = {}
        self._made_up: dict[str, int] = {}  # stories whose ids neither title nor article have vouched for, by line
        self._textless: dict[str, int] = {}  # articles that no current text has come for, by line
        self._checks: Mapping[str, Callable[[int, Fields], None]] = {
            "outlet": self._outlet,
            "story": self._story,
            "article": self._article,
            "version": self._version,
            "moderator": self._moderator,
            "decision": self._decision,
            "report": self._report,
        }

    def check(self, number: int, kind: str, fields: Fields) -> None:
        """One line, by its number."""
        self._checks[kind](number, fields)
        self.seen[kind] += 1

    def check_whole(self) -> None:
        """What can be told only when the last line was seen."""
        for number in self._made_up.values():
            raise Refusal(f"line {number}: id: is neither made from title nor that of an article")
        for number in self._textless.values():
            raise Refusal(f"line {number}: no version of this article is current")

    def _outlet(self, _number: int, fields: Fields) -> None:
        _same_id(fields, digest("outlet", fields["name"]), "name")
        self._known["outlet"].add(fields["id"])

    def _story(self, number: int, fields: Fields) -> None:
        if fields["id"] != story_id_of(fields["title"]) and fields["id"] not in self._known["article"]:
            self._made_up[fields["id"]] = number
        self._known["story"].add(fields["id"])

    def _article(self, number: int, fields: Fields) -> None:
        _same_id(fields, digest("article", fields["url"]), "url")
        if split_web_address(fields["url"]) is None:
            raise Refusal("url: not an http or https address")
        self._want("story", "story", fields["story_id"])
        self._want("outlet", "outlet", fields["outlet_id"])
        if fields["id"] not in self._known["article"]:
            self._textless[fields["id"]] = number
        self._known["article"].add(fields["id"])
        self._made_up.pop(fields["id"], None)
        self.found |= not fields["named"]

    def _version(self, _number: int, fields: Fields) -> None:
        if hashlib.sha256(fields["text"].encode("utf-8")).hexdigest() != fields["sha256"]:
            raise Refusal("sha256: is not that of the text, so that one of the two was changed")
        _same_id(fields, digest("version", fields["article_id"], fields["sha256"]), "article and sha256")
        self._want("article", "article", fields["article_id"])
        if fields["current"]:
            self._textless.pop(fields["article_id"], None)

    def _moderator(self, _number: int, fields: Fields) -> None:
        self._known["moderator"].add(fields["name"])

    def _decision(self, _number: int, fields: Fields) -> None:
        self._want("moderator", "moderator", fields["moderator"]["name"])
        said = _said(LINES["decision"].dump(fields))
        if self._decisions.setdefault(fields["id"], said) != said or self._is_other(fields["id"], said):
            raise Refusal("id: this decision is on record here, and says something else")
        if fields["action"] == Action.UNDO and fields["target"] not in self._decisions:
            raise Refusal("target: the decision that it undoes stands on no line before this one")

    def _report(self, _number: int, fields: Fields) -> None:
        if fields["url"] != page_alone(fields["url"]):
            raise Refusal("url: is no web address without what names a reader")
        first, *again = report_ids(fields, fields["reported_at"])
        if fields["id"] not in again:
            _same_id(fields, first, "note, fact, url and words")

    def _want(self, kind: str, field: str, identity: str) -> None:
        if identity not in self._known[kind]:
            raise Refusal(f"{field}: stands on no line before this one")

    def _is_other(self, identity: str, said: str) -> bool:
        """Whether the base has a decision of this id that is not the same."""
        known = self._session.scalars(select(Decision).where(Decision.id == identity)).first()
        other = known is not None and _said(LINES["decision"].dump(known)) != said
        self._session.expunge_all()
        return other


def _said(line: Fields) -> str:
    """All that a decision's line says, as short as an id."""
    told = line | {
        "contents": sorted(set(line["contents"])),
        "decided_at": datetime.fromisoformat(line["decided_at"]).astimezone(UTC).isoformat(),
        "change": checked_change(line["action"], line["change"]),
    }
    return digest("decision line", json.dumps(told, sort_keys=True))


def checked_change(action: str, change: Fields) -> Fields:
    """A change as it would be kept of a decision taken here; what accounts set has no effect and may be anything."""
    rule = ACTIONS.get(Action(action))
    if rule is None:
        return change
    try:
        return rule.checked(change)
    except BadChangeError as error:
        raise Refusal(f"change.{error.field}: {error.sentence}") from error


def _same_id(fields: Fields, made: str, of: str) -> None:
    if fields["id"] != made:
        raise Refusal(f"id: is not the one made from {of}, which is {made}")
