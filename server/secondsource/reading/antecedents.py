"""Whom "who" stands for."""

from __future__ import annotations

import re

from secondsource.reading.document import Document

_WHO = re.compile(r"(?:,\s[^,;.]{1,40}){0,2},\swho\s(?:\w+\s){0,6}")


def antecedent(document: Document, number: int, at: int) -> str | None:
    """Whom "who" before text[at] stands for: "Ann Lee, 41, of Leeds, who is a mother and was driving"."""
    before = document.people.between(document.passages[number].start, at)
    evident = [mention for mention in before if mention.person.is_evident]
    if evident and _WHO.fullmatch(document.text, evident[-1].end, at):
        return evident[-1].person.name
    return None
