"""The extension's own scripts, for pages of this server: a newcomer sees notes before installing anything."""

from __future__ import annotations

import re
from functools import cache

from secondsource.config import HOME

FOLDER = HOME / "extension"
FIRST, LAST = "content/collect.js", "content/start.js"
WORDS = "locales/en.js"  # what the overlay says; the server's pages are in English


@cache
def scripts() -> tuple[str, ...]:
    """The overlay's classic scripts in loading order; the extension itself lists the middle ones."""
    listed = (FOLDER / "background" / "inject.js").read_text(encoding="utf-8")
    block = re.search(r"CONTENT_FILES = \[(.*?)\]", listed, re.DOTALL)
    if block is None:
        raise ValueError("extension/background/inject.js lists no CONTENT_FILES")
    return (FIRST, *(f"{name}.js" for name in re.findall(r'"([\w/-]+)"', block.group(1))), LAST)
