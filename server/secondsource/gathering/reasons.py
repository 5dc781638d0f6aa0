"""Why two articles were taken for one story, in plain words. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from secondsource.gathering.clues import MOST_READ, Clues
from secondsource.reading.words import lemma, words_in

MOST_TOLD = 4  # of what is shared: enough to see at a glance whether it proves anything
_NEXT_WORD = re.compile(r"\s+([^\W\d_]{3,20})\b")
_POSSESSIVE = re.compile(r"['’]s?\Z")


def what_they_share(text: str, ours: Clues, theirs: Clues) -> str:
    """What an article, written as in its own text, has in common with another: "shares Ellery, 160 crew, 4 March"."""
    terms = sorted(
        (term for term in ours.terms if term in theirs.terms),
        key=lambda term: (-ours.terms[term] * theirs.terms[term], term),
    )
    told = list(_told(terms, text))
    days = ours.days & theirs.days
    if days:
        day = max(days)
        told.append(f"the day {day.day} {day:%B %Y}")
    return "shares " + " and ".join(filter(None, (", ".join(told[:-1]), *told[-1:])))


def _told(terms: list[str], text: str) -> Iterator[str]:
    """The heaviest terms as the text writes them; in place of "Ada" and "Byron" the "Ada Byron" that is shared too."""
    whole = {word: pair for pair in reversed(terms) if " " in pair for word in pair.split(" ")}
    told = list(dict.fromkeys(whole.get(term, term) for term in terms))[:MOST_TOLD]
    words = _as_written(text, {term for term in told if " " not in term})
    for term in told:
        yield _pair_as_written(term, text) if " " in term else words.get(term, term)


def _as_written(text: str, wanted: Set[str]) -> dict[str, str]:
    """Some words, by folded form or lemma, as they are first written; a number with the word after it."""
    written: dict[str, str] = {}
    for word in words_in(text, 0, MOST_READ):
        if written.keys() >= wanted:
            break
        if wanted.isdisjoint((word.folded, lemma(word.folded))):
            continue
        told = _POSSESSIVE.sub("", word.text)
        after = _NEXT_WORD.match(text, word.end) if word.folded[0].isdigit() else None
        told = f"{told} {after[1]}" if after else told
        written.setdefault(word.folded, told)
        written.setdefault(lemma(word.folded), told)
    return written


def _pair_as_written(pair: str, text: str) -> str:
    first, second = map(re.escape, pair.split(" ", 1))
    found = re.search(rf"\b{first}(?:['’]s?)?\s{second}\b", text, re.IGNORECASE)
    return found[0] if found else pair.title()
