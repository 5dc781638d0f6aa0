"""The words that columns hold where only some may stand: roles, purposes, actions, what a decision rules."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What somebody may do at the desk, from the least to the most; who may more may all that is before it."""

    REPORTER = "reporter"
    MODERATOR = "moderator"
    ADMINISTRATOR = "administrator"


class Purpose(StrEnum):
    """What a token is for: a program's requests, or one sign-in at the desk."""

    TOKEN = "token"  # noqa: S105 - a word, no secret
    SESSION = "session"


class JobState(StrEnum):
    """How far a job is."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Action(StrEnum):
    """What a moderator decided; `moderating/actions.py` says of each what it is about and what it changes."""

    CONFIRM_RELATION = "confirm_relation"
    REJECT_RELATION = "reject_relation"
    LEAVE_RELATION = "leave_relation"
    CORRECT_CLAIM = "correct_claim"
    WITHDRAW_CLAIM = "withdraw_claim"
    MERGE_FACTS = "merge_facts"
    SPLIT_FACT = "split_fact"
    LABEL_FACT = "label_fact"
    DISPUTE_FACT = "dispute_fact"
    SETTLE_FACT = "settle_fact"
    HIDE_FACT = "hide_fact"
    MARK_FURNITURE = "mark_furniture"
    ASSIGN_ARTICLE = "assign_article"
    SET_ORIGIN = "set_origin"
    MERGE_STORIES = "merge_stories"
    SPLIT_STORY = "split_story"
    CLOSE_REPORT = "close_report"
    ADD_MODERATOR = "add_moderator"
    DISABLE_MODERATOR = "disable_moderator"
    ENABLE_MODERATOR = "enable_moderator"
    SET_ROLE = "set_role"
    ISSUE_TOKEN = "issue_token"  # noqa: S105 - a word, no secret
    REVOKE_TOKEN = "revoke_token"  # noqa: S105 - a word, no secret
    UNDO = "undo"


class About(StrEnum):
    """What a decision rules. Of two that rule the same of one key the later one is in force."""

    RELATION = "relation"
    FACT = "fact"  # whether readers see it
    STANDING = "standing"  # whether it is disputed or settled
    LABEL = "label"
    GROUP = "group"  # which claims are one fact; all that stand count, in their order
    CLAIM = "claim"
    PASSAGE = "passage"
    PLACE = "place"  # which articles are one story; all that stand count, in their order
    ORIGIN = "origin"
    REPORT = "report"
