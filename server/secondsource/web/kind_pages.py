"""The kinds of claim as pages: what their files say of themselves, and what the engine makes of their examples.

Nothing is written here that a kind's file says already: docstrings, examples and learned weights are read from it.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from secondsource.comparing import wording
from secondsource.comparing.scorer import Scorer, has_scorer, scorer
from secondsource.kinds import KINDS, Kind
from secondsource.reconciling import try_example

_TO_CODE = re.compile(r"\s\([^()`]{0,40}`[^`()]{1,80}`\)|\s\([\w/]{1,80}\.(?:py|toml)\)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; `marked` where it carries a claim."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class ExampleShown:
    """Two articles' words in pieces, how the engine says that they stand, and why."""

    ours: Sequence[Piece]
    theirs: Sequence[Piece]
    our_date: date | None
    their_date: date | None
    stance: str
    reason: str


@dataclass(frozen=True, slots=True)
class KindShown:
    """A kind for the index: its name in addresses, its name for people, and the first paragraph about it."""

    name: str
    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class KindPage:
    """All that a kind's page tells. `common` is (title, paragraphs) of what it shares with other kinds."""

    kind: KindShown
    about: Sequence[str]
    itself: Sequence[str]
    common: Sequence[tuple[str, Sequence[str]]]
    examples: Sequence[ExampleShown]
    scorer: Scorer | None
    weights: Sequence[tuple[str, float]]


def list_kinds() -> list[KindShown]:
    """Every kind, by name."""
    return sorted((_shown(kind) for kind in KINDS), key=lambda shown: shown.title)


def find_kind(name: str) -> KindPage | None:
    """The page of the kind of that name, if there is one."""
    kind = next((kind for kind in KINDS if kind.name == name), None)
    if kind is None:
        return None
    judge = scorer(name) if has_scorer(name) else None
    weights = sorted(judge.weights.items(), key=lambda item: -abs(item[1])) if judge else []
    return KindPage(
        _shown(kind), _about(type(kind)), _paragraphs(type(kind).__doc__), list(_common(type(kind))),
        list(_examples(kind)), judge, weights,
    )  # fmt: skip


def _shown(kind: Kind) -> KindShown:
    return KindShown(kind.name, kind.name.replace("_", " ").capitalize(), "".join(_about(type(kind))[:1]))


def _about(kind: type) -> list[str]:
    """The docstring of a class's file, in paragraphs."""
    return _paragraphs(inspect.getdoc(inspect.getmodule(kind)))


def _paragraphs(told: str | None) -> list[str]:
    """A docstring's paragraphs, without what refers a programmer to other code: "(`utterances.py`)"."""
    paragraphs = inspect.cleandoc(told or "").split("\n\n")
    return [_TO_CODE.sub("", " ".join(paragraph.split())) for paragraph in paragraphs if paragraph]


def _common(kind: type) -> Iterator[tuple[str, Sequence[str]]]:
    """What the files of the kinds that this one is made of say: of all figures, for a sum of money."""
    for base in kind.__mro__[1:]:
        if base is Kind:
            return
        yield base.__name__, _about(base)


def _examples(kind: Kind) -> Iterator[ExampleShown]:
    for example in kind.examples:
        tried = try_example(kind, example)
        yield ExampleShown(
            _pieces(example.ours, tried.ours), _pieces(example.theirs, tried.theirs), example.our_date,
            example.their_date, str(tried.stance), tried.reason or wording.NOT_COMPARED,
        )  # fmt: skip


def _pieces(text: str, spans: Sequence[tuple[int, int]]) -> list[Piece]:
    """A text cut at the spans that are to be marked."""
    pieces, at = [], 0
    for start, end in spans:
        pieces += [Piece(text[at:start], marked=False), Piece(text[start:end], marked=True)]
        at = end
    return [piece for piece in (*pieces, Piece(text[at:], marked=False)) if piece.text]
