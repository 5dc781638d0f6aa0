"""Which claims carry the words that decisions were taken on.

Most often the very claims. Where a better reader reads a sentence otherwise, it is the claim of the same kind in the
same sentence whose words overlap most with those that the moderator saw; where there is none, nothing carries them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from secondsource.factbase.lookups import chunks
from secondsource.factbase.models import Article, Carrier, Claim, Decision, DecisionContent
from secondsource.factbase.settling import settle
from secondsource.kinds import Claim as ReadClaim
from secondsource.reading.passages import passage_content


def carry(session: Session, story_id: str, claims: Iterable[ReadClaim]) -> None:
    """Say for a story, by its claims as they were read, what carries decided words, and settle what that changes."""
    read = {claim.content: claim for claim in claims}
    now = _carriers(session, read)
    before = dict(_kept(session, story_id))
    if now == before:
        return
    session.execute(delete(Carrier).where(Carrier.story_id == story_id))
    _insert(session, ({"content": content, "story_id": story_id, "carrier": to} for content, to in now.items()))
    settle(session, {content for pair in now.items() ^ before.items() for content in pair})


def carry_decided(session: Session, contents: Sequence[str]) -> None:
    """Say of the contents of a new decision which stories have them: those that have a claim of it."""
    for chunk in chunks(contents):
        known = set(session.execute(select(Carrier.content, Carrier.story_id).where(Carrier.content.in_(chunk))))
        found = select(Claim.content, Article.story_id).join(Claim.article).where(Claim.content.in_(chunk)).distinct()
        rows = (row for row in session.execute(found) if row not in known)
        _insert(session, ({"content": content, "story_id": story, "carrier": content} for content, story in rows))


def _carriers(session: Session, read: Mapping[str, ReadClaim]) -> dict[str, str]:
    """Decided contents of a story with the contents of the claims that carry them."""
    found = {
        content: content
        for chunk in chunks(sorted(read))
        for content in session.scalars(select(DecisionContent.content).where(DecisionContent.content.in_(chunk)))
    }
    in_passage: dict[str, list[ReadClaim]] = defaultdict(list)
    for claim in read.values():
        in_passage[passage_content(claim.passage)].append(claim)
    for content, seen in _lost(session):
        same = None if content in read else _same_words(seen, in_passage)
        if same is not None:
            found[content] = same.content
    return found


def _lost(session: Session) -> Iterable[tuple[str, Mapping[str, Any]]]:
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


def _kept(session: Session, story_id: str) -> Iterable[tuple[str, str]]:
    return session.execute(select(Carrier.content, Carrier.carrier).where(Carrier.story_id == story_id)).all()


def _insert(session: Session, rows: Iterable[dict[str, str]]) -> None:
    rows = list(rows)
    if rows:
        session.execute(insert(Carrier), rows)
