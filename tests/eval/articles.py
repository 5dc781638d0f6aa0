"""A labelled story's articles as the engine reads them, without a server."""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path

from secondsource.reconciling import Source, read_claims


def sources(story: Path) -> list[Source]:
    """The articles of a story's folder, read; an article's id is its file's name."""
    return [_source(story, article) for article in tomllib.loads((story / "story.toml").read_text("utf-8"))["articles"]]


def _source(story: Path, article: dict) -> Source:
    text = (story / article["file"]).read_bytes().decode("utf-8")
    day = article.get("published")
    day = day.date() if isinstance(day, datetime) else day
    claims = read_claims(text, published=day)
    return Source(article["file"], article["outlet"], text, claims, article.get("origin"), day)
