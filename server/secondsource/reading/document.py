"""One article's text, read: the only thing that kinds of claim look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence (or heading), `text[start:end]`; furniture is page dressing that states nothing of the story."""

    start: int
    end: int
    paragraph: int
    furniture: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks within one passage, marks left out; speaker is a name or None."""

    start: int
    end: int
    passage: int
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what reading found in it; passages and quotations are in text order."""

    text: str
    published: date | None
    passages: tuple[Passage, ...]
    quotations: tuple[Quotation, ...]


def read(text: str, *, published: date | None = None) -> Document:
    """Read a text. Never raises on any text; published is the article's own date (its time zone's day), if known."""
    passages = tuple(
        Passage(found.start(), found.end(), number) for number, found in enumerate(re.finditer(r"[^.!?\n]+[.!?]*", text))
    )
    return Document(text, published, passages, ())
