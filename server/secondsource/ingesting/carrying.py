"""Which claims carry the words that decisions were taken on.

Most often the very claims. Where a better reader reads a sentence otherwise, it is the claim of the same kind in the
same sentence whose words overlap most with those that the moderator saw; where there is none, nothing carries them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, delete, insert, select
from sqlalchemy.orm import Session

from secondsource.factbase.lookups import chunks
from secondsource.factbase.models import Article, Carrier, Claim, Decision, DecisionContent
from secondsource.factbase.settling import settle
from secondsource.kinds import Claim as ReadClaim
from secondsource.reading.passages import passage_content

Seen = tuple[str, Mapping[str, Any]]  # a decided content, and the claim as the moderator saw it


def carry(session: Session, read: Mapping[str, Iterable[ReadClaim]]) -> None:
    """Say for stories, by their claims as they were read, what carries decided words, and settle what that changes."""
    by_content = {story_id: {claim.content: claim for claim in claims} for story_id, claims in read.items()}
    decided = _decided(session, {content for claims in by_content.values() for content in claims})
    lost = [(content, seen) for content, seen in _lost(session) if content not in decided]
    kept: dict[str, dict[str, str]] = {story_id: {} for story_id in read}
    for story_id, content, carrier in session.execute(_kept(list(read))):
        kept[story_id][content] = carrier
    for story_id, claims in by_content.items():
        now, before = _carriers(claims, decided, lost), kept[story_id]
        if now != before:
            session.execute(delete(Carrier).where(Carrier.story_id == story_id))
            rows = [{"content": content, "story_id": story_id, "carrier": to} for content, to in now.items()]
            _insert(session, rows)
            settle(session, {content for pair in now.items() ^ before.items() for content in pair})


def carry_decided(session: Session, contents: Sequence[str]) -> None:
    """Say of the contents of a new decision which stories have them: those that have a claim of it."""
    for chunk in chunks(contents):
        known = set(session.execute(select(Carrier.content, Carrier.story_id).where(Carrier.content.in_(chunk))))
        found = select(Claim.content, Article.story_id).join(Claim.article).where(Claim.content.in_(chunk)).distinct()
        rows = (row for row in session.execute(found) if row not in known)
        _insert(session, ({"content": content, "story_id": story, "carrier": content} for content, story in rows))


def _decided(session: Session, contents: Collection[str]) -> set[str]:
    """Those of some contents that a decision was taken on."""
    return {
        content
        for chunk in chunks(sorted(contents))
        for content in session.scalars(select(DecisionContent.content).where(DecisionContent.content.in_(chunk)))
    }


def _carriers(read: Mapping[str, ReadClaim], decided: Collection[str], lost: Iterable[Seen]) -> dict[str, str]:
    """Decided contents of a story with the contents of the claims that carry them."""
    found = {content: content for content in read if content in decided}
    in_passage: dict[str, list[ReadClaim]] = defaultdict(list)
    for claim in read.values() if lost else ():
        in_passage[passage_content(claim.passage)].append(claim)
    for content, seen in lost:
        same = _same_words(seen, in_passage)
        if same is not None:
            found[content] = same.content
    return found


def _lost(session: Session) -> Iterable[Seen]:
    """The decided contents that no claim of the base has, with the claims as the moderators saw them."""
    gone = ~select(Claim.id).where(Claim.content == DecisionContent.content).exists()
    query = select(DecisionContent.content, Decision.snapshot).join(
        Decision, Decision.id == DecisionContent.decision_id
    )
    for content, snapshot in session.execute(query.where(gone).order_by(Decision.number)):
        for seen in snapshot.get("claims", ()):
            if seen["content"] == content:
                yield content, seen


def _same_words(seen: Mapping[str, Any], in_passage: Mapping[str, Sequence[ReadClaim]]) -> ReadClaim | None:
    """The claim of that sentence and kind that shares most with the words that a moderator saw; None for none."""
    low = seen["start"] - seen["passage_start"]
    high = low + len(seen["exact"])
    shared = {
        claim: min(high, claim.end - claim.passage_start) - max(low, claim.start - claim.passage_start)
        for claim in in_passage.get(passage_content(seen["passage"]), ())
        if seen.get("kind") in (None, claim.kind)
    }
    alike = [claim for claim, overlap in shared.items() if overlap > 0]
    alike.sort(key=lambda claim: (claim.property != seen["property"], -shared[claim], claim.content))
    return alike[0] if alike else None


def _kept(story_ids: Sequence[str]) -> Select[str, str, str]:
    query = select(Carrier.story_id, Carrier.content, Carrier.carrier)
    return query.where(Carrier.story_id.in_(story_ids))


def _insert(session: Session, rows: Iterable[dict[str, str]]) -> None:
    rows = list(rows)
    if rows:
        session.execute(insert(Carrier), rows)
