"""What comes into force: a pure function of the decisions, kept in a table so that readers' queries are joins.

Of two decisions that rule the same of one relation, content or article the later one is in force; merges and splits
are all in force, one after the other. An undo takes one decision back, and an undo may itself be undone. What was
decided on a claim is in force for the claim that carries its words now (see `Carrier`). A fact is hidden while any of
its claims has a content that a hiding was taken on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, delete, insert, or_, select
from sqlalchemy.orm import Session, selectinload

from secondsource.factbase.lookups import chunks
from secondsource.factbase.models import About, Action, Carrier, Decision, DecisionContent, Ruling
from secondsource.identity import digest, pair_id

ABOUT = {
    Action.CONFIRM_RELATION: About.RELATION,
    Action.REJECT_RELATION: About.RELATION,
    Action.LEAVE_RELATION: About.RELATION,
    Action.CORRECT_CLAIM: About.CLAIM,
    Action.WITHDRAW_CLAIM: About.CLAIM,
    Action.MERGE_FACTS: About.GROUP,
    Action.SPLIT_FACT: About.GROUP,
    Action.LABEL_FACT: About.LABEL,
    Action.DISPUTE_FACT: About.STANDING,
    Action.SETTLE_FACT: About.STANDING,
    Action.HIDE_FACT: About.FACT,
    Action.MARK_FURNITURE: About.PASSAGE,
    Action.ASSIGN_ARTICLE: About.PLACE,
    Action.MERGE_STORIES: About.PLACE,
    Action.SPLIT_STORY: About.PLACE,
    Action.SET_ORIGIN: About.ORIGIN,
    Action.CLOSE_REPORT: About.REPORT,
}
BY_CONTENT = frozenset({About.CLAIM, About.LABEL, About.STANDING, About.FACT})
ONE_BY_ONE = frozenset({About.GROUP, About.PLACE})  # none replaces another

Carriers = Mapping[str, Collection[tuple[str, str]]]  # a decided content: the stories that have it, and by what claim


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """Those of the decisions, in any order, that no standing undo takes back; the oldest first."""
    stand: list[Decision] = []
    undone: set[str] = set()
    for decision in sorted(decisions, key=lambda decision: decision.number, reverse=True):
        if decision.id not in undone:
            stand.append(decision)
            if decision.action == Action.UNDO:
                undone.add(decision.target)
    return stand[::-1]


def keys_of(decision: Decision, carriers: Carriers) -> set[str]:
    """Under which keys a decision rules: contents, pair ids, its target's id, or one of its own."""
    about = ABOUT.get(Action(decision.action))
    contents = [content.content for content in decision.contents]
    if about in ONE_BY_ONE:
        return {ruling_key(decision)}
    if about in BY_CONTENT:
        return {*contents, *(carrier for content in contents for _, carrier in carriers.get(content, ()))}
    if about is About.RELATION and len(contents) == 2:
        both = product(*(carriers.get(content, ()) for content in contents))
        return {decision.target, *(pair_id(ours, theirs) for (here, ours), (there, theirs) in both if here == there)}
    return {decision.target} if about else set()


def ruling_key(decision: Decision) -> str:
    """The key of a decision that is in force beside all others of its sort."""
    return digest("decision", decision.id)


def with_undos(session: Session, wanted: ColumnElement[bool]) -> list[Decision]:
    """The wanted decisions, their undos, the undos of those, and so on."""
    found: dict[str, Decision] = {}
    batch: Sequence[Decision] = session.scalars(
        select(Decision).where(wanted).options(selectinload(Decision.contents))
    ).all()
    while batch:
        found |= {decision.id: decision for decision in batch}
        ids = [decision.id for decision in batch]
        undos = select(Decision).where(Decision.action == Action.UNDO, Decision.target.in_(ids))
        batch = session.scalars(undos.options(selectinload(Decision.contents))).all()
    return list(found.values())


def settle(session: Session, keys: Collection[str]) -> None:
    """Bring the rulings under some targets and contents up to date with the decisions."""
    keys = _with_carriers(session, keys)
    found: dict[str, Decision] = {}
    for chunk in chunks(sorted(keys)):
        touching = select(DecisionContent.decision_id).where(DecisionContent.content.in_(chunk))
        wanted = or_(Decision.target.in_(chunk), Decision.id.in_(touching))
        found |= {decision.id: decision for decision in with_undos(session, wanted)}
    carriers = carriers_of(session, {content.content for one in found.values() for content in one.contents})
    # A decision on a pair of wordings, or one that stands by itself, is found whole by any of its contents.
    whole = (one for one in found.values() if ABOUT.get(Action(one.action)) not in BY_CONTENT)
    keys = {*keys, *(key for decision in whole for key in keys_of(decision, carriers))}
    for chunk in chunks(sorted(keys)):
        session.execute(delete(Ruling).where(Ruling.key.in_(chunk)))
    _insert(session, [row for row in _rows(found.values(), carriers) if row["key"] in keys])


def settle_all(session: Session) -> None:
    """Throw all rulings away and make them again from the decisions."""
    session.execute(delete(Ruling))
    _insert(session, rows_due(session))


def rows_due(session: Session) -> list[dict[str, Any]]:
    """The rulings as the decisions want them."""
    query = select(Decision).options(selectinload(Decision.contents))
    return _rows(session.scalars(query).all(), _grouped(session.scalars(select(Carrier))))


def carriers_of(session: Session, contents: Collection[str]) -> Carriers:
    """By which claims some decided contents are carried now."""
    found = (
        row
        for chunk in chunks(sorted(contents))
        for row in session.scalars(select(Carrier).where(Carrier.content.in_(chunk)))
    )
    return _grouped(found)


def _with_carriers(session: Session, keys: Collection[str]) -> set[str]:
    """Keys with the contents that they carry, and that carry them."""
    found = set(keys)
    for chunk in chunks(sorted(keys)):
        either = or_(Carrier.content.in_(chunk), Carrier.carrier.in_(chunk))
        for content, carrier in session.execute(select(Carrier.content, Carrier.carrier).where(either)):
            found |= {content, carrier}
    return found


def _grouped(rows: Iterable[Carrier]) -> Carriers:
    carriers: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows:
        carriers[row.content].append((row.story_id, row.carrier))
    return carriers


def _rows(decisions: Iterable[Decision], carriers: Carriers) -> list[dict[str, Any]]:
    rows: dict[tuple[str, About], dict[str, Any]] = {}
    for decision in standing(decisions):
        about = ABOUT.get(Action(decision.action))
        if about is None:
            continue
        for key in keys_of(decision, carriers):
            rows[key, about] = {
                "key": key,
                "about": about,
                "action": decision.action,
                "decision_id": decision.id,
                "number": decision.number,
                "change": decision.change,
            }
    return list(rows.values())


def _insert(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        session.execute(insert(Ruling), rows)
