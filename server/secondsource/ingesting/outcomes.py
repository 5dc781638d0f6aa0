"""What became of each article that somebody asked to ingest."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import StrEnum


class Result(StrEnum):
    """What ingesting did with an article."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


log = logging.getLogger(__name__)

LONGEST_SHOWN = 2_000  # characters of a line for people: the longest address and a few words


def shown(words: str) -> str:
    """Somebody else's words as one line that can be printed and kept: no control characters, no half ones."""
    return "".join(char if char.isprintable() else " " for char in words[:LONGEST_SHOWN])


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result for one article (or for a folder that was refused whole).

    `reason` says why it was refused, what has changed, or why it stands in the story that was found for it; `article`
    is its id.
    """

    result: Result
    name: str
    reason: str = ""
    article: str | None = None

    def __str__(self) -> str:
        """One line for people."""
        return shown(f"{self.result:9} {self.name}" + (f": {self.reason}" if self.reason else ""))


class Refusal(Exception):  # noqa: N818 - it is an answer to the user, not an error of the program
    """Something that cannot be ingested, with one line that says what and why."""

    def __init__(self, sentence: str) -> None:
        """Keep the line, which may quote what was found: no longer than a person reads, and of printable characters."""
        super().__init__(shown(sentence))


def fault(error: Exception) -> Refusal:
    """The refusal of what this program fails at in a way that nobody foresaw; the log gets the traceback."""
    log.error("a fault in taking something in", exc_info=error)
    return Refusal(f"cannot be taken in: a fault of this program ({type(error).__name__}), which its log tells of")
