"""Where a single claim comes from: its article's origin, or the one that its sentence credits.

Two outlets that quote one statement, one podcast or one court filing have that claim from one origin, and so have
two whose sentences are the same word for word. Where it is not sure that two origins are one, they are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from secondsource.comparing import note_wording
from secondsource.kinds import KINDS, Claim
from secondsource.reading.credits import OUTLET, SELF, credit, without_quotations
from secondsource.reading.outlets import is_itself, known_outlet, same_outlet
from secondsource.reading.sources import Credit
from secondsource.reading.times import MONTHS, WEEKDAYS
from secondsource.reading.words import fold
from secondsource.reconciling.origins import word_runs
from secondsource.reconciling.relations import Source

# Words in a row, outside quotations, that make one sentence a copy of another. Two independent articles (85 pairs of
# 16 labelled stories) share eight at most, an office with its holder's name.
SAME_WORDS = 10
# The day of the occasion itself, as in "Monday's hearing": the writer's own, whomever the sentence credits.
_DAY_OF_OCCASION = re.compile(
    rf"\b(?:{'|'.join((*WEEKDAYS, *MONTHS))})\b(?:['’]s)?(?:\s\d{{1,2}})?,?\s(?:\w+\s){{0,2}}"
    r"(?:episode|instal?lment|podcast|show|interview|conference|briefing|call|statement|post|letter|memo|hearing"
    r"|lawsuit|complaint|filing|broadcast|programme|program)\b",
    re.IGNORECASE,
)


_ONE_ORIGIN = frozenset(kind.name for kind in KINDS if kind.one_origin)
_IN_WORDS = frozenset(kind.name for kind in KINDS if kind.in_words)
_DESCRIBING = frozenset(kind.name for kind in KINDS if kind.describes)
_IN_COURT = {"trial", "hearing"}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a claim comes from, by a name for readers; `credit` when its sentence credits a source, not a publisher."""

    name: str
    credit: Credit | None = None

    def may_be(self, other: Origin) -> bool:
        """Whether two origins of one claim are one: two whose speaker or day one article leaves out are."""
        a, b = self.credit, other.credit
        if a is None or b is None:
            return a is b and bool(self.name) and same_outlet(self.name, other.name)
        form = a.form == b.form or {a.form, b.form} == _IN_COURT  # "jurors heard", "the court was told"
        same = form and fold(a.name) == fold(b.name)
        return same and all(not x or not y or fold(x) == fold(y) for x, y in ((a.who, b.who), (a.day, b.day)))


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as one article tells it: where that article says it has it from, and its sentence without quotations."""

    origin: Origin
    sentence: str
    article: str
    published: date | None


class Voice:
    """An article as the teller of its claims."""

    def __init__(self, source: Source, origin: str, known: frozenset[str]) -> None:
        """`origin` is the article's own, empty for an unknown one; `known` are the story's publishers."""
        self._source, self._origin, self._known = source, origin, known
        self._told = without_quotations(source.text)
        self._tellings: dict[tuple[int, int, bool], Told] = {}

    def tells(self, claim: Claim) -> Told:
        """One of the article's claims as it tells it: asides apart, all claims of a sentence alike."""
        told = claim.passage_start, claim.passage_start + len(claim.passage), _is_aside(claim)
        if told not in self._tellings:
            self._tellings[told] = self._tell(*told)
        return self._tellings[told]

    def _tell(self, start: int, end: int, aside: bool) -> Told:
        origin = self._origin_of(start, end, aside)
        return Told(origin, self._told[start:end], self._source.id, self._source.published)

    def _origin_of(self, start: int, end: int, aside: bool) -> Origin:
        found = credit(self._source.text, self._told, start, end, self._known)
        if found is None or found.form == SELF or aside:
            return Origin(self._origin)
        if found.form != OUTLET:
            return Origin(note_wording.source_name(found.form, found.name, found.who, found.day), found)
        itself = any(is_itself(found.name, name) for name in (self._source.outlet, self._origin) if name)
        return Origin(self._origin if itself else known_outlet(found.name, self._known) or found.name)


def _is_aside(claim: Claim) -> bool:
    """Whether a claim is the writer's own in a sentence that credits another: who spoke, and when."""
    return claim.kind in _DESCRIBING or _tells_day_of_occasion(claim.exact)


@lru_cache(maxsize=20_000)  # stored claims are asked for again for every page of their story
def _tells_day_of_occasion(said: str) -> bool:
    return bool(_DAY_OF_OCCASION.search(said))


def settle(told: Sequence[Told]) -> list[Origin]:
    """Each telling's origin, where a sentence that repeats an earlier article's has the origin of that."""
    origins = [one.origin for one in told]
    first: dict[str, tuple[str, Origin]] = {}
    for at in sorted(range(len(told)), key=lambda at: _order(told[at])):
        runs = _runs(told[at].sentence)
        copied = {first[run][1] for run in runs & first.keys() if first[run][0] != told[at].article}
        origins[at] = min(copied, key=lambda origin: origin.name, default=origins[at])
        for run in runs:
            first.setdefault(run, (told[at].article, origins[at]))
    return origins


@lru_cache(maxsize=1_000)  # some 4 kB each; a sentence has several claims, and each a note
def _runs(sentence: str) -> frozenset[str]:
    return frozenset(map(" ".join, word_runs(sentence, SAME_WORDS)))


def _order(one: Told) -> tuple[str, str, str, str]:
    return str(one.published or "9"), one.article, one.sentence, one.origin.name


def distinct(origins: Iterable[Origin]) -> list[Origin]:
    """Those of some origins of one claim that are not one another, the most exactly known first."""
    kept: list[Origin] = []
    for origin in sorted(set(origins), key=lambda origin: (-_exactness(origin), origin.name)):
        if not any(origin.may_be(other) for other in kept):
            kept.append(origin)
    return kept


def count_origins(kind: str, origins: Iterable[Origin], own: Origin | None = None) -> int:
    """How many independent sources stand behind claims of a kind with these origins, the page's own not counted.

    Never 0: where all have it from where the page has it, or from one utterance, that is one.
    """
    if is_one_origin(kind):
        return 1
    return sum(own is None or not own.may_be(origin) for origin in distinct(origins)) or 1


def is_one_origin(kind: str) -> bool:
    """Whether all who make a claim of that kind have it from one source, as an utterance has one speaker."""
    return kind in _ONE_ORIGIN


def is_in_words(kind: str) -> bool:
    """Whether a claim of that kind is a clause, which only its sentence explains."""
    return kind in _IN_WORDS


def publisher(origin: Origin, article: str) -> Origin:
    """Who decided to report it: the origin if it is a publisher, else the article's."""
    return origin if origin.credit is None else replace(origin, name=article, credit=None)


def _exactness(origin: Origin) -> int:
    return sum(map(bool, (origin.credit.who, origin.credit.day))) if origin.credit else 0
