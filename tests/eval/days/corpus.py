"""Labelled articles: the made-up days, and the labelled stories of tests/eval as one mixed pool."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
DAYS = tuple(range(1, 7))
UNSEEN = (4, 5, 6)  # not looked at when anything was chosen


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with the name of its story; it has what ingesting wants of a description."""

    story: str
    name: str
    outlet: str
    url: str
    title: str | None
    published: date | None
    content: str
    origin: str | None = None

    def text(self) -> str:
        """Its text."""
        return self.content


def day(number: int) -> list[Labelled]:
    """The articles of one made-up day, and of what came of it later."""
    told = tomllib.loads((HERE / f"day{number}.toml").read_text("utf-8"))["articles"]
    return [
        Labelled(
            one["story"],
            f"day {number}: {one['title']}",
            one["outlet"],
            f"https://{one['outlet'].lower().replace(' ', '-')}.example/{number}/{at}",
            one["title"],
            one["published"],
            one["text"],
        )
        for at, one in enumerate(told)
    ]


def days(numbers: tuple[int, ...] = DAYS) -> list[Labelled]:
    """The articles of several days."""
    return [article for number in numbers for article in day(number)]


def pool() -> list[Labelled]:
    """The seed story and every labelled story's articles, mixed: each folder is one story."""
    folders = [*sorted((ROOT / "seeds").iterdir()), *sorted((HERE.parent / "stories").iterdir())]
    return [article for folder in folders if folder.is_dir() for article in _folder(folder)]


def _folder(folder: Path) -> Iterator[Labelled]:
    for one in tomllib.loads((folder / "story.toml").read_text("utf-8"))["articles"]:
        day = one.get("published")
        day = day.date() if isinstance(day, datetime) else day
        text = (folder / one["file"]).read_bytes().decode("utf-8")
        name = f"{folder.name}: {one['file']}"
        yield Labelled(folder.name, name, one["outlet"], one["url"], one.get("title"), day, text)
