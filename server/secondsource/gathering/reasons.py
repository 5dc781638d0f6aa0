"""Why two articles were taken for one story, in plain words. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from operator import attrgetter

from secondsource.gathering.clues import MOST_READ, Clues
from secondsource.reading.words import Word, lemma, split_words

MOST_TOLD = 4  # of what is shared: enough to see at a glance whether it proves anything
_NEXT_WORD = re.compile(r"\s+([^\W\d_]{3,20})\b")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_FOLDED = attrgetter("folded")


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
    """Some words as they are first written: those that stand there themselves, else those that are a lemma of one."""
    words = split_words(text, 0, MOST_READ)
    written = _first(text, words, map(_FOLDED, words), wanted)
    return _first(text, words, map(lemma, map(_FOLDED, words)), wanted - written.keys()) | written


def _first(text: str, words: Sequence[Word], forms: Iterable[str], wanted: Set[str]) -> dict[str, str]:
    """The first of some words in each wanted form, as it is written; a number with the word after it."""
    written: dict[str, str] = {}
    for word, form in zip(words, forms, strict=True) if wanted else ():
        if form in wanted and form not in written:
            after = _NEXT_WORD.match(text, word.end) if form[0].isdigit() else None
            told = _POSSESSIVE.sub("", word.text)
            written[form] = f"{told} {after[1]}" if after else told
            if len(written) == len(wanted):
                break
    return written


def _pair_as_written(pair: str, text: str) -> str:
    first, second = map(re.escape, pair.split(" ", 1))
    found = re.search(rf"\b{first}(?:['’]s?)?\s{second}\b", text, re.IGNORECASE)
    return found[0] if found else pair.title()
