"""The moderators' part of the API, one file a noun: nothing of it answers without a valid token or session."""

from secondsource.api.admin import (
    articles,
    claims,
    decisions,
    facts,
    me,
    moderators,
    queue,
    relations,
    reports,
    stories,
)
from secondsource.api.admin.gate import blueprint

NOUNS = (queue, decisions, relations, facts, claims, stories, articles, reports, moderators, me)  # each adds its routes

__all__ = ["NOUNS", "blueprint"]
