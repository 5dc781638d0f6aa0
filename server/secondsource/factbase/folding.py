"""Words as people look for them: large or small, with or without accents.

PostgreSQL does as SQLite does where its encoding is UTF-8 and its locale any but C, which knows large and small letters
of ASCII alone. In another encoding it takes no letter and its accent apart: there accents count.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from sqlalchemy import ColumnElement, Text, or_
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
    """Whether a text has some words in it; every text has none. As they are written every database finds them."""
    words = words.strip()
    folded = Folded(column).contains(fold(words), autoescape=True)
    return or_(folded, column.contains(words, autoescape=True))


@compiles(Folded, "sqlite")
def _by_our_function(element: Folded, compiler: Any, **options: Any) -> str:
    return f"{FOLD}({compiler.process(element.clauses, **options)})"


@compiles(Folded, "postgresql")
def _by_its_own(element: Folded, compiler: Any, **options: Any) -> str:
    text = compiler.process(element.clauses, **options)
    apart = rf"regexp_replace(normalize({text}, NFKD), '[\u0300-\u036f]', '', 'g')"
    return f"lower(CASE WHEN getdatabaseencoding() = 'UTF8' THEN {apart} ELSE {text} END)"
