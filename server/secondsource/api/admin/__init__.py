"""The moderators' part of the API, one file a noun: nothing of it answers without a valid token or session."""

from secondsource.api.admin import (
    articles,
    claims,
    decisions,
    facts,
    ingest,
    jobs,
    me,
    moderators,
    previews,
    queue,
    records,
    relations,
    reports,
    stories,
    weighing,
)
from secondsource.api.admin.gate import blueprint

# Each adds its routes to the one blueprint.
NOUNS = (
    queue,
    decisions,
    previews,
    records,
    relations,
    weighing,
    facts,
    claims,
    stories,
    articles,
    reports,
    moderators,
    me,
    ingest,
    jobs,
)

__all__ = ["NOUNS", "blueprint"]
