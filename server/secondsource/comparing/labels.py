"""The names of facts that need an article's own words: what a date is the date of, what is counted, an act."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from secondsource.comparing import label_wording
from secondsource.comparing.claim import Claim
from secondsource.reading.context import TELLING
from secondsource.reading.names import CALENDAR
from secondsource.reading.numbers import words_value
from secondsource.reading.words import Word, is_content, lemma, rarity, split_words

MOST = 4  # words that name what is dated where no clause tells who did what
NEAREST = 2  # words beside a date that likely tell what it dates
_QUOTES = re.compile(r"[“”\"]|(?<!\w)[‘']|[’'](?!\w)")
_SAYING = frozenset(
    """said says say saying told tells telling added adds adding announced announcing claimed claims claiming confirmed
    confirming reported reporting stated stating wrote noted noting explained insisted""".split()
)
_LEADING = frozenset("though although while whereas because when if but and or that as".split())
FEWEST = 3  # words that carry meaning, from which a clause is understood alone


def counted_label(claims: Sequence[Claim]) -> str:
    """What is counted, where that is the claims' property."""
    return label_wording.count_label(claims[0].property, (claim.exact for claim in claims))


def clause_label(said: Iterable[str]) -> str:
    """The shortest of some clauses that is understood alone, rather without a figure, which the others may not have."""
    trimmed = [label for clause in sorted(set(said)) if (label := _trimmed(clause))]
    return min(trimmed, key=_clarity) if len(trimmed) > 1 else "".join(trimmed)


def _clarity(said: str) -> tuple[bool, bool, int, str]:
    words = [word for word in split_words(said) if is_content(word.folded)]
    figure = any(c.isdigit() for c in said) or any(words_value(word.folded) is not None for word in words)
    plain = [word for word in words if len(word.folded) > 2 and word.folded.isalpha()]
    return figure, len(plain) < FEWEST, len(said), said


@lru_cache(maxsize=4_000)  # a story that grows is told of anew
def _trimmed(said: str) -> str:
    """A clause without quotation marks that do not pair, "said that" before it or words that say nothing at its ends.

    It is cut to whole words.
    """
    plain = said if _is_paired(said) else _QUOTES.sub("", said)
    words = split_words(plain)
    while words and (words[0].folded in _SAYING | _LEADING):
        words = words[1:]
    first = words[0].start if words else 0
    while words and words[-1].end - first > label_wording.MAX_LABEL - len("…"):
        words = words[:-1]
    while words and not is_content(words[-1].folded):
        words = words[:-1]
    if not words:
        return ""
    cut = "…" if any(is_content(word.folded) for word in split_words(plain, words[-1].end)) else ""
    end = len(plain) if plain[words[-1].end :] in _CLOSING else words[-1].end
    return plain[first:end] + cut


_CLOSING = ("”", '"', "’", "'")


def _is_paired(said: str) -> bool:
    """Whether every quotation mark has its other one."""
    marks = "".join(_QUOTES.findall(said))
    return marks in ("", "“”", '""', "‘’", "''")


def when_label(what: str, claims: Sequence[Claim]) -> str:
    """ "When the king opened the dam", by the fullest clause; else `what` and the words that the claims share."""
    acts = {claim.data["act"] for claim in claims} - {""}
    if acts:
        return label_wording.act_dated(max(acts, key=lambda act: (len(act), act)))
    return label_wording.thing_dated(what, _shared(claims))


def _shared(claims: Sequence[Claim]) -> list[str]:
    """The most telling words that the claims' sentences share, as the shortest has them, in its order.

    Where they share none, those beside the date.
    """
    shortest = min(claims, key=lambda claim: (len(claim.passage), claim.passage))
    near = {*shortest.data.get("acts", ()), *shortest.data["near"][:NEAREST], *shortest.data["named"]}
    told, shared = _words(shortest.passage), set.intersection(*(set(_words(claim.passage)) for claim in claims))
    several = len({claim.passage for claim in claims}) > 1 and shared
    kept = [base for base in told if base in (shared if several else near)]
    best = sorted(kept, key=lambda base: (base not in near, -rarity(base), base))[:MOST]
    acts = {told[base] for base in told if base in shortest.data.get("acts", ())}
    return list(_joined(shortest.passage, [told[base] for base in kept if base in best], acts))


def _joined(passage: str, words: Sequence[Word], acts: set[Word]) -> Iterator[str]:
    """Words as written, those together that stand side by side and are no acts: "Ann Lee"."""
    start = 0
    for n, word in enumerate(words):
        following = words[n + 1 : n + 2]
        if not following or passage[word.end : following[0].start] != " " or {word, *following} & acts:
            yield passage[words[start].start : word.end].removesuffix("'s").removesuffix("’s")
            start = n + 1


@lru_cache(maxsize=1_000)  # some 3 kB each
def _words(passage: str) -> Mapping[str, Word]:
    """The words of a sentence that name something, each once, by their lemmas."""
    found: dict[str, Word] = {}
    for word in split_words(passage):
        base = lemma(word.folded)
        plain = word.folded.isalpha() and is_content(word.folded) and word.folded not in CALENDAR
        if plain and rarity(base) >= TELLING and words_value(word.folded) is None:
            found.setdefault(base, word)
    return found
