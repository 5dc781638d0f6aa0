"""Words as people look for them: large or small, with or without accents. The same on every database."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from sqlalchemy import ColumnElement, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

FOLD = "secondsource_fold"  # what SQLite, which knows no letters beyond ASCII, calls `fold`
_MARKS = re.compile("[\u0300-\u036f]")  # accents, when they stand apart from their letters


def fold(words: str) -> str:
    """Words in small letters without accents: "Zoë CAFÉ" gives "zoe cafe"."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", words)).lower()


class Folded(FunctionElement[str]):
    """In a query, what `fold` makes of a text."""

    type = Text()
    inherit_cache = True


def holds(column: ColumnElement[str] | Any, words: str) -> ColumnElement[bool]:
    """Whether a text has some words in it; every text has none."""
    return Folded(column).contains(fold(words.strip()), autoescape=True)


@compiles(Folded, "sqlite")
def _by_our_function(element: Folded, compiler: Any, **options: Any) -> str:
    return f"{FOLD}({compiler.process(element.clauses, **options)})"


@compiles(Folded, "postgresql")
def _by_its_own(element: Folded, compiler: Any, **options: Any) -> str:
    text = compiler.process(element.clauses, **options)
    return rf"lower(regexp_replace(normalize({text}, NFKD), '[\u0300-\u036f]', '', 'g'))"
