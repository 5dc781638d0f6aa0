"""Quotations: the same utterance, found across rewording, and what was done to its words.

Two quoted sentences are the same utterance when their words are equal, when one holds the other, or when they
share enough of their rarer words; and, where an interview is retold in the same order, when they stand between
neighbours that are (`utterances.py`). Identical or cut short corroborates; other words are `rewords`
(`fidelity.py` grades them).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from secondsource.kinds import wording
from secondsource.kinds.claim import Claim, Kind, Verdict
from secondsource.kinds.fidelity import fidelity
from secondsource.kinds.speakers import identify
from secondsource.kinds.spoken import words_of
from secondsource.kinds.utterances import Utterance, align, utterances
from secondsource.reading import Document
from secondsource.reading.occasions import Occasion, find_occasion
from secondsource.reading.quotations import Quotation, is_title
from secondsource.reading.words import Word, is_content, lemma, rarity, split_words

NAME, MOST = 2.0, 5.0  # weights: of a name or number, and of the rarest word


class Quotations(Kind):
    """Words in quotation marks."""

    name = "quotations"
    one_origin = True

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every quoted sentence or part of one; titles in quotation marks are not quotations."""
        said_at = _occasions(document)
        for quoted in document.quotations:
            if document.passages[quoted.passage].furniture:
                continue
            if quoted.speaker is None and is_title(document.text, quoted.start, quoted.end):
                continue
            if spoken := split_words(document.text, quoted.start, quoted.end):
                subject, who = identify(document, quoted.told_by)
                words = words_of(document.text[quoted.start : quoted.end])
                when = said_at(quoted)
                data: dict[str, Any] = who | {
                    "words": words,
                    "bag": _bag(spoken),
                    "goes_on": quoted.goes_on,
                    "days": [[first.isoformat(), last.isoformat()] for first, last in when.days],
                    "titles": sorted(when.titles),
                }
                yield Claim.at(
                    document, quoted.start, quoted.end, kind=self.name, subject=subject,
                    property="words", value=" ".join(words), data=data,
                )  # fmt: skip

    def label(self, claims: Sequence[Claim]) -> str:
        """The longest wording, cut to a line."""
        return wording.quotation_label(max((claim.exact for claim in claims), key=len))

    def relate(self, ours: Sequence[Claim], theirs: Sequence[Claim]) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield each pair of the same utterance, the best partners first where several compete."""
        for a, b in align(utterances(ours), utterances(theirs)):
            if verdict := fidelity(a.exact, b.exact):
                for one, other in _by_parts(a, b):
                    yield one, other, verdict


def _by_parts(a: Utterance, b: Utterance) -> list[tuple[Claim, Claim]]:
    """The pairs of claims that two utterances come to: each part of the one with the part of the other it is in."""
    if len(a.claims) == len(b.claims) == 1:
        return [(a.claims[0], b.claims[0])]
    if len(a.claims) == len(b.claims):
        return list(zip(a.claims, b.claims, strict=True))
    return [(one, other) for one in a.claims for other in b.claims]


def _bag(words: Sequence[Word]) -> dict[str, float]:
    """Each lemma that carries meaning, by its rarity in general English; names and numbers are in every quotation."""
    return {
        lemma(word.folded): NAME if n and not word.text.islower() else min(MOST, rarity(lemma(word.folded)))
        for n, word in enumerate(words)
        if is_content(word.folded)
    }


def _occasions(document: Document) -> Any:
    """A function that gives a quotation's occasion: what its sentence and that of its speaker tell of it."""
    quoted_in: dict[int, list[Quotation]] = defaultdict(list)
    for quoted in document.quotations:
        quoted_in[quoted.passage].append(quoted)

    @cache
    def told(passage: int) -> Occasion:
        return find_occasion(document.text, document.passages[passage], quoted_in[passage], document.published)

    def occasion(quoted: Quotation) -> Occasion:
        by = document.passage_at(quoted.told_by.start) if quoted.told_by else quoted.passage
        return told(quoted.passage).with_also(told(by))

    return occasion
