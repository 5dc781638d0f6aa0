"""The tables, one class a word that the program uses everywhere, by what may become of their rows."""

from secondsource.factbase.models.base import Base
from secondsource.factbase.models.derived import (
    Arrival,
    Carrier,
    Claim,
    Clue,
    Fact,
    Origin,
    Passage,
    Relation,
    Ruling,
    Sketch,
    Term,
)
from secondsource.factbase.models.enumerations import About, Action, JobState, Purpose, Role
from secondsource.factbase.models.passing import Answered, Fetched, HostTurn, Job, JobOutcome
from secondsource.factbase.models.stored import (
    Article,
    Decision,
    DecisionContent,
    Moderator,
    Outlet,
    Report,
    Story,
    Token,
    Version,
)

__all__ = [
    "About",
    "Action",
    "Answered",
    "Arrival",
    "Article",
    "Base",
    "Carrier",
    "Claim",
    "Clue",
    "Decision",
    "DecisionContent",
    "Fact",
    "Fetched",
    "HostTurn",
    "Job",
    "JobOutcome",
    "JobState",
    "Moderator",
    "Origin",
    "Outlet",
    "Passage",
    "Purpose",
    "Relation",
    "Report",
    "Role",
    "Ruling",
    "Sketch",
    "Story",
    "Term",
    "Token",
    "Version",
]
