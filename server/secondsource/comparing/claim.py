"""What a claim is, how two of them may stand to each other, and what every kind of claim must offer."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Any, ClassVar, TypeVar, cast

from secondsource.comparing.overlap import Overlap
from secondsource.identity import canonical, digest
from secondsource.reading import Document

T = TypeVar("T")
Span = tuple[int, int]  # text[start:end], in code points
LONG = 7  # telling words of a sentence from which one that the other lacks need not be what sets the two apart


class Stance(StrEnum):
    """How one claim stands to another; from the strongest to the weakest."""

    CONFLICTS = "conflicts"
    REWORDS = "rewords"
    UPDATES = "updates"
    CORROBORATES = "corroborates"
    NOT_COMPARABLE = "not_comparable"

    @property
    def strength(self) -> int:
        """0 for the strongest; sort by it."""
        return _STRONGEST_FIRST.index(self)


_STRONGEST_FIRST = tuple(Stance)


@lru_cache(maxsize=20_000)  # some 5 MB; each claim of a story is asked for its content several times
def _content(kind: str, passage: str, exact: str, at: int) -> str:
    return digest("claim", kind, canonical(passage), canonical(exact), str(at))


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement read off a passage.

    `start` and `end` are code points into the article's text and `exact` is that slice. `subject`, `property`
    and `value` are normalised, for keys and for people to read; `data` holds what the kind needs to compare,
    as plain JSON values. `corrects` is the content that it was read with when a moderator corrected it.
    """

    kind: str
    subject: str
    property: str
    value: str
    start: int
    end: int
    exact: str
    passage: str
    passage_start: int
    data: Mapping[str, Any] = field(default_factory=dict)
    corrects: str | None = None

    def __hash__(self) -> int:
        """By what tells an article's claims apart: they are put into tables pair by pair."""
        return hash((self.kind, self.property, self.start, self.end))

    def __reduce__(self) -> tuple[type[Claim], tuple[Any, ...]]:
        """As it is made: what reads and what writes articles send claims to each other; four times as fast."""
        return Claim, tuple([getattr(self, name) for name in self.__slots__])

    @classmethod
    def at(
        cls,
        document: Document,
        start: int,
        end: int,
        *,
        kind: str,
        subject: str,
        property: str,
        value: str,
        data: Mapping[str, Any] | None = None,
    ) -> Claim:
        """The claim that text[start:end] of a document carries."""
        passage = document.passages[document.passage_at(start)]
        exact, said = document.text[start:end], document.words_of(passage)
        return cls(kind, subject, property, value, start, end, exact, said, passage.start, data or {})

    @builtins.property  # the field of that name hides it here
    def content(self) -> str:
        """An id of what was said and how it was worded, the same in every article that has the same sentence.

        It leaves the normalised value out, so that a better reader of the same words keeps the id, and with it
        the decisions that moderators tied to it; a correction keeps it for the same reason.
        """
        if self.corrects is not None:
            return self.corrects
        return _content(self.kind, self.passage, self.exact, self.start - self.passage_start)

    @builtins.property
    def around(self) -> tuple[str, str]:
        """What stands before and after it in its passage."""
        at = max(0, self.start - self.passage_start)
        return self.passage[:at], self.passage[at + len(self.exact) :]

    @builtins.property
    def by_hand(self) -> bool:
        """Whether a moderator said what it is of or what it says: no kind has read that, and none can compare it."""
        return self.corrects is not None and not self.data


class Claims(tuple[Claim, ...]):
    """An article's claims of one kind, in order, with what is worked out of them alone.

    That is done once, with however many articles they are compared, and kept as long as they are.
    """

    def once(self, work: Callable[[Claims], T]) -> T:
        """What some work on these claims gives."""
        if work not in self._done:
            self._done[work] = work(self)
        return cast("T", self._done[work])

    @cached_property
    def _done(self) -> dict[Callable[[Claims], Any], Any]:
        return {}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What comparing two claims gave, with the reason in plain words.

    `sure`, 0 to 1, orders what people check; `grade` says what was done to the words of a quotation (see
    `comparing/fidelity.py`). `spans` are the parts of both claims, in their articles' texts, that a note stands on
    where that is not all of them.
    """

    stance: Stance
    reason: str
    sure: float = 1.0
    grade: str | None = None
    spans: tuple[Span, Span] | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """Two articles' words and how they stand: shown on the kind's page of documentation, and held to by a test.

    The dates are the articles'; not_comparable says that nothing may be claimed.
    """

    ours: str
    theirs: str
    stance: Stance
    our_date: date | None = None
    their_date: date | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles' claims of one kind side by side, and what the articles' sentences have in common."""

    ours: Claims
    theirs: Claims
    overlap: Overlap

    def likeness(self, ours: Claim, theirs: Claim) -> float:
        """How alike the sentences of two claims are, 0 to 1."""
        return self.overlap.likeness_between(ours.passage_start, theirs.passage_start)

    def likeness_at_length(self, ours: Claim, theirs: Claim) -> float:
        """The same; 0 where a sentence is so short that any word may be what sets the two apart."""
        words = self.overlap.shortest(ours.passage_start, theirs.passage_start)
        return self.likeness(ours, theirs) if words >= LONG else 0.0

    def alike(self, ours: Claim, theirs: Claim) -> Mapping[str, float]:
        """What the sentences of two claims have in common (see `Overlap.features`).

        Empty where either is no statement that is compared, as beyond the most that a text may hold: to be skipped.
        """
        return self.overlap.between(ours.passage_start, theirs.passage_start)

    def one_thing(self, ours: Claim, theirs: Claim) -> float:
        """The probability that the sentences of two claims tell one thing, by the scorer of statements; 0 for none."""
        return self.overlap.one_thing_between(ours.passage_start, theirs.passage_start)

    def numbers(self, ours: Claim, theirs: Claim) -> tuple[frozenset[str], frozenset[str]]:
        """The numbers that the sentences of two claims tell, as written: ("8", "12.5")."""
        return self.overlap.numbers_between(ours.passage_start, theirs.passage_start)


class Kind:
    """A kind of claim: one subclass a file, one instance in `KINDS`.

    Its file's and its class's docstrings and its `examples` are its page of documentation.
    """

    name: str
    examples: ClassVar[tuple[Example, ...]] = ()
    most = 200  # claims in one text: real articles have some tens, and every two of two articles are compared
    one_origin = False  # whether all who report a claim have it from one source: an utterance has one speaker
    in_words = False  # whether a claim is a clause, which nobody understands without its sentence
    label_lacks_value = False  # whether its label says of what the value is, and not the value
    describes = False  # whether it is said in passing of whoever is named: what a sentence credits is not that

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield the claims of this kind in a document, in text order."""
        raise NotImplementedError

    def label(self, claims: Sequence[Claim]) -> str:
        """A short name for the fact that these claims are about: "Age of Ann Lee"."""
        raise NotImplementedError

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield what is comparable between two articles' claims of this kind: ours, theirs, how they stand."""
        raise NotImplementedError
