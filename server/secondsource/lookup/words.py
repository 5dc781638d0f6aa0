"""What of a passage is looked up: its words, as numbers that are the same in every process. Pure."""

from __future__ import annotations

import re
from zlib import crc32

_WORD = re.compile(r"[^\W_]+")


def word_numbers(passage: str) -> set[int]:
    """The words of a passage, each as 32 bits: of a million words some two hundred share theirs."""
    return {crc32(word.encode()) for word in _WORD.findall(passage.casefold())}
