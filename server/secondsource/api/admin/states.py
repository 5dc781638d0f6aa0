"""What can be decided on, each by the word for it, as JSON with its tag: what If-Match is held against."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sqlalchemy.orm import Session

from secondsource.api.admin.articles import article_state
from secondsource.api.admin.claims import claim_state, passage_state
from secondsource.api.admin.decision_states import decision_state
from secondsource.api.admin.etags import State
from secondsource.api.admin.facts import fact_state
from secondsource.api.admin.moderator_states import moderator_state
from secondsource.api.admin.relations import relation_state
from secondsource.api.admin.reports import report_state
from secondsource.api.admin.stories import story_state

STATES: Mapping[str, Callable[[Session, str], State | None]] = {
    "relation": relation_state,
    "claim": claim_state,
    "fact": fact_state,
    "passage": passage_state,
    "article": article_state,
    "story": story_state,
    "report": report_state,
    "decision": decision_state,
    "moderator": moderator_state,
}


def state_of(session: Session, about: str, target: str) -> State | None:
    """The state of a relation (by pair id), a claim or passage (by content), a moderator (by name), or another by id.

    None when the base does not hold it, or not any more.
    """
    return STATES[about](session, target)


def states_of(session: Session, named: Iterable[tuple[str, str]]) -> dict[str, State]:
    """The states of several, each by what it is and its id in words; what is not there is left out."""
    found = ((f"{about} {target}", state_of(session, about, target)) for about, target in named)
    return {words: state for words, state in found if state is not None}
