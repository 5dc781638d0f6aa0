"""One quoted sentence, and those of an article, with what comparing them needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from secondsource.comparing.claim import Claim
from secondsource.comparing.everyday import condoles
from secondsource.comparing.speakers import is_named
from secondsource.comparing.spoken import NEGATIONS
from secondsource.reading.occasions import Occasion
from secondsource.reading.words import synonyms

FEW_WORDS = 4  # fewer shared words than this are the same utterance only when one of them is rare
OFTEN = 3  # utterances of one article with the same few words from which these are a term


@dataclass(frozen=True)
class Utterance:
    """One quoted sentence: a claim, or two where the attribution stands in its middle."""

    claims: tuple[Claim, ...]

    @cached_property
    def words(self) -> list[str]:
        """Its words as compared."""
        return [word for claim in self.claims for word in claim.data["words"]]

    @cached_property
    def bag(self) -> Mapping[str, float]:
        """Each lemma that carries meaning, by its rarity in general English."""
        return {base: weight for claim in self.claims for base, weight in claim.data["bag"].items()}

    @cached_property
    def weight(self) -> float:
        """The rarity of all its words that carry meaning."""
        return sum(self.bag.values())

    @cached_property
    def synonyms(self) -> frozenset[str]:
        """The words that carry meaning, with all that can mean the same."""
        return frozenset().union(*map(synonyms, self.bag))

    @cached_property
    def occasion(self) -> Occasion:
        """When and where its words were said."""
        return occasion(self.said)

    @cached_property
    def value(self) -> str:
        """Its words as compared, in a row."""
        return " ".join(self.words)

    @cached_property
    def in_a_row(self) -> str:
        """The same, each between two spaces."""
        return f" {self.value} "

    @cached_property
    def figures(self) -> frozenset[str]:
        """Its figures."""
        return frozenset(word for word in self.words if word[0].isdigit())

    @cached_property
    def negates(self) -> bool:
        """Whether it has a negation."""
        return not NEGATIONS.isdisjoint(self.words)

    @cached_property
    def condoles(self) -> bool:
        """Whether its words are of sympathy."""
        return condoles(self.in_a_row)

    @cached_property
    def said(self) -> Claim:
        """The claim that knows who says it."""
        return self.claims[0]

    @property
    def exact(self) -> str:
        """Its words as written."""
        return " ".join(claim.exact for claim in self.claims)

    @property
    def interrupted(self) -> str:
        """The same, an ellipsis wherever the attribution parts it: words may be left out there."""
        return " … ".join(claim.exact for claim in self.claims)


class Utterances(tuple[Utterance, ...]):
    """An article's, in text order, with what does not depend on the article that they are laid beside."""

    @cached_property
    def holders(self) -> Mapping[str, set[int]]:
        """Which have a word that carries meaning, or one that can mean the same, by the word."""
        holders: dict[str, set[int]] = defaultdict(set)
        for number, each in enumerate(self):
            for word in each.synonyms:
                holders[word].add(number)
        return dict(holders)

    @cached_property
    def fragments(self) -> frozenset[str]:
        """Those of few words, in a row."""
        return frozenset(each.in_a_row for each in self if len(each.words) < FEW_WORDS)

    def repeats(self, few: str) -> bool:
        """Whether it quotes few words again and again: they are a term that all use ("bona fide"), no utterance."""
        return sum(few in each.in_a_row for each in self) >= OFTEN

    @cached_property
    def of_somebody(self) -> list[Utterance]:
        """Those of persons who are named, or meant by a pronoun, beside the words: of others it is not plain."""
        told = ((each, each.said.data) for each in self)
        return [
            each
            for each, data in told
            if data.get("pronoun") or (data["evident"] and data["sure"] and is_named(each.said))
        ]

    @cached_property
    def wordless(self) -> frozenset[int]:
        """Those without a word that carries meaning."""
        return frozenset(number for number, each in enumerate(self) if not each.bag)


def utterances(claims: Iterable[Claim]) -> Utterances:
    """Quotations in text order put together into sentences."""
    grouped: list[list[Claim]] = []
    for claim in claims:
        if claim.data["goes_on"] and grouped:
            grouped[-1].append(claim)
        else:
            grouped.append([claim])
    return Utterances(Utterance(tuple(group)) for group in grouped)


def occasion(claim: Claim) -> Occasion:
    """When and where a claim's words were said, as far as its article states."""
    days = ((date.fromisoformat(first), date.fromisoformat(last)) for first, last in claim.data["days"])
    return Occasion(tuple(days), frozenset(claim.data["titles"]))
