"""A story folder: story.toml, and the articles' texts beside it. Anything wrong is one clear line."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from secondsource.factbase.addresses import split_web_address
from secondsource.ingesting.links import without_user
from secondsource.ingesting.outcomes import Refusal
from secondsource.ingesting.written_dates import is_possible

STORY_FILE = "story.toml"
STORY_KEYS = frozenset({"title", "articles"})
NEEDED_KEYS = ("file", "outlet", "url")
ARTICLE_KEYS = frozenset({*NEEDED_KEYS, "origin", "title", "published"})
MAX_NAME = 200  # characters of an outlet's name: what its column holds
MAX_LINE = 2_000  # characters of a title or an address: longer ones are mistakes
MAX_TEXT_BYTES = 2_000_000  # four times the longest page a reader may send; a novel, not an article
MAX_TOML_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as story.toml describes it; `path` is its text's file."""

    path: Path
    outlet: str
    url: str
    origin: str | None
    title: str | None
    published: date | None

    @property
    def name(self) -> str:
        """What people know it by."""
        return self.path.name

    def text(self) -> str:
        """The text of a .txt file, code point for code point (no newline translated, no byte-order mark removed);
        of an .html file the article's on its page.
        """
        if self.path.suffix not in (".txt", ".html"):
            raise Refusal(f"only .txt and .html files are read, not {self.path.suffix or 'one without an ending'}")
        if self.path.exists() and not self.path.is_file():
            raise Refusal("not a file")  # reading a pipe would never end
        try:
            if self.path.stat().st_size > MAX_TEXT_BYTES:
                raise Refusal(f"larger than {MAX_TEXT_BYTES:,} bytes")
            if self.path.suffix == ".html":
                from secondsource.ingesting.extraction import extract

                return extract(self.path.read_bytes(), self.url).text
            text = self.path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            raise Refusal(f"not UTF-8 (byte {error.start})") from error
        except OSError as error:
            raise Refusal((error.strerror or "cannot be read").lower()) from error
        if not text.strip():
            raise Refusal("empty")
        if "\0" in text:
            raise Refusal(f"holds a NUL character at {text.index(chr(0))}: not a text file")
        return text


@dataclass(frozen=True, slots=True)
class StoryFolder:
    """A story as its story.toml describes it."""

    title: str
    entries: tuple[Entry, ...]


def find_story_folders(path: Path) -> list[Path]:
    """A folder that holds a story.toml, else those right below it that do; raises Refusal for none."""
    if not path.is_dir():
        raise Refusal("not a folder" if path.exists() else "no such folder")
    below = sorted(file.parent for file in path.glob(f"*/{STORY_FILE}"))
    folders = [path] if (path / STORY_FILE).exists() else below
    if not folders:
        raise Refusal(
            f"no {STORY_FILE} in it or in a folder below it: write one, as the README shows, or name the files in it"
        )
    return folders


def read_story_folder(folder: Path) -> StoryFolder:
    """What a story.toml says; raises Refusal at the first thing that breaks its contract."""
    file = folder / STORY_FILE
    try:
        if file.stat().st_size > MAX_TOML_BYTES:
            raise Refusal(f"{file}: larger than {MAX_TOML_BYTES:,} bytes")
        table = tomllib.loads(file.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Refusal(f"{file}: not UTF-8 (byte {error.start})") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Refusal(f"{file}: not valid TOML: {error}") from error
    except OSError as error:
        raise Refusal(f"{file}: {(error.strerror or 'cannot be read').lower()}") from error
    return _story(table, str(file), folder)


def _story(table: Mapping[str, Any], where: str, folder: Path) -> StoryFolder:
    _known(table, STORY_KEYS, where)
    title = _line(table, "title", where)
    articles = table.get("articles")
    if title is None:
        raise Refusal(f"{where}: title is missing")
    if not isinstance(articles, list) or not articles or not all(isinstance(entry, dict) for entry in articles):
        raise Refusal(f"{where}: needs at least one [[articles]] table")
    entries = tuple(_entry(entry, f"{where}: article {number}", folder) for number, entry in enumerate(articles, 1))
    for url, times in Counter(entry.url for entry in entries).items():
        if times > 1:
            raise Refusal(f"{where}: two articles have the url {url}")
    return StoryFolder(title, entries)


def _entry(table: Mapping[str, Any], where: str, folder: Path) -> Entry:
    _known(table, ARTICLE_KEYS, where)
    words = {key: _line(table, key, where) for key in ("file", "outlet", "url", "origin", "title")}
    file, outlet, url = (words[key] for key in NEEDED_KEYS)
    if file is None or outlet is None or url is None:
        raise Refusal(f"{where}: {next(key for key in NEEDED_KEYS if words[key] is None)} is missing")
    if Path(file).name != file or file in {".", ".."}:
        raise Refusal(f"{where}: file must be beside {STORY_FILE}, not {file!r}")
    if split_web_address(url) is None:
        raise Refusal(f"{where}: url must be an http or https address, not {url!r}")
    for key in ("outlet", "origin"):
        if len(words[key] or "") > MAX_NAME:
            raise Refusal(f"{where}: {key} is longer than {MAX_NAME} characters")
    url = without_user(url)
    return Entry(folder / file, outlet, url, words["origin"], words["title"], _published(table, where))


def _known(table: Mapping[str, Any], keys: frozenset[str], where: str) -> None:
    for key in table:
        if key not in keys:
            raise Refusal(f"{where}: unknown key {key!r} (known are {', '.join(sorted(keys))})")


def _line(table: Mapping[str, Any], key: str, where: str) -> str | None:
    """A string of one line, stripped; None when the key is not there."""
    value = table.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise Refusal(f"{where}: {key} must be a string")
    value = value.strip()
    if not value or len(value) > MAX_LINE or not value.isprintable():
        raise Refusal(f"{where}: {key} must be one line of 1 to {MAX_LINE:,} printable characters")
    return value


def _published(table: Mapping[str, Any], where: str) -> date | None:
    value = table.get("published")
    if value is not None and not isinstance(value, date | datetime):
        raise Refusal(f"{where}: published must be a TOML date or date-time, without quotation marks")
    if value is not None and not is_possible(value):
        raise Refusal(f"{where}: nothing was published in the year {value.year}")
    return value
