"""Ids made from content, so that throwing derived rows away and rebuilding brings the same ids back."""

from __future__ import annotations

import hashlib

DIGEST_CHARACTERS = 20  # 80 bits: at a thousand million claims the chance of any collision is below one in a million

_QUOTES = {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}


def digest(*parts: str) -> str:
    """A hexadecimal id for an ordered list of strings; different lists give different ids."""
    framed = "".join([f"{len(part)}:{part}" for part in parts])
    return hashlib.sha256(framed.encode("utf-8", "surrogatepass")).hexdigest()[:DIGEST_CHARACTERS]


def pair_id(a_content: str, b_content: str) -> str:
    """The id of the relation between two claims' contents; symmetric."""
    return digest("relation", *sorted((a_content, b_content)))


def canonical(text: str) -> str:
    """The text as an id sees it: white space folded, typographic quotation marks made straight."""
    if not text.isascii():
        for mark, straight in _QUOTES.items():  # a twentieth of what `translate` takes
            text = text.replace(mark, straight)
    return " ".join(text.split())
