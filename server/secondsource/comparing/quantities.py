"""What money, percentages, measures, durations and counts have in common: a figure, its unit, and what it is of.

Two figures are compared when their units are the same and the words around them speak of one thing. They
corroborate when they can be one number (rounding, "over", "about"). They conflict only when no figure of either
article agrees with them, both stand for the whole of one thing at one time, and the words beside them or the whole
sentences say that it is one thing. Where one of two sentences is short, and each has a telling word or place of its
own, they are of two things: nothing is claimed. A range agrees with what it overlaps.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain, product
from math import isfinite
from typing import ClassVar

from secondsource.comparing import growth, label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Kind, Stance, Verdict
from secondsource.comparing.extents import one_is_narrower
from secondsource.comparing.figure_bars import LIKE, barred
from secondsource.comparing.figure_pairs import (
    SURE_UNIT,
    Compared,
    Doubtful,
    add_up,
    are_brief,
    doubtful,
    is_told_by_both,
    known_to_both,
)
from secondsource.comparing.figures import Figure, told_of
from secondsource.comparing.of_another import one_is_polled, tells_of_another
from secondsource.comparing.one_number import agree, significant
from secondsource.comparing.one_thing import (
    PRECISE,
    SMALL,
    alike,
    closest_related,
    contrary,
    nearest_differ,
    nested_names,
    of_one_whole,
    one_day,
    one_is_a_habit,
    one_time,
    shared,
    slip,
    surest_of_a_sentence,
    told_of_another,
    two_things,
)
from secondsource.comparing.repeated import at_each_mention
from secondsource.comparing.scorer import scorer
from secondsource.comparing.toll_scenes import of_two_scenes
from secondsource.reading import Document
from secondsource.reading.background import background
from secondsource.reading.numbers import NUMERALS
from secondsource.reading.passages import Passage
from secondsource.reading.people import may_be_one

# On the open stories (tests/eval/sensitivity.py) no figure moves with UNLIKE from 2 to 5, ALIKE from .2 to .4 or
# ALIKE_OF_ONE from .1 to .3, since figure_pairs.py judges what these leave open.
UNLIKE = 3.0  # figures further apart than this factor are of two things, whatever else speaks for one
ALIKE_OF_ONE = 0.2  # the same where both tell of one person
ALIKE = 0.3  # share of telling words in common, below which sentences that disagree are of two things
RARE = 1_000.0  # from which a figure of two digits or more is rare
# Probability that two figures are of one thing, from which readers of articles that are not brief are shown that they
# differ. Of conflicts that the scorer gave less on 1,585 real events 1 of 23 was right; on 24 made-up stories, which it
# learned from, 12 of 13.
SURE = 0.9


class Quantities(Kind):
    """A kind of claim that is a figure with a unit. A subclass says how its figures are read."""

    label_lacks_value = True
    signs: ClassVar[Set[str]] = NUMERALS  # of which one is in every statement that has such a figure
    repeats = True  # whether a figure that an article has twice is hardly of two things
    shares = False  # whether its figures are shares of a whole, which "of its" only names
    least_one = 0.0  # probability that two sentences tell one thing, from which figures that differ in them conflict
    least_one_of_long = 0.0  # ... and from which they do in articles that are not brief
    may_be_far = False  # whether figures further apart than `LIKE` may be of one thing, if no words beside them say so

    def figures(self, document: Document, passage: Passage) -> Iterator[Figure]:
        """Yield the kind's figures in a passage, in order."""
        raise NotImplementedError

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield a claim for every figure; its span takes in the nearest word that says what it is of."""
        past = document.once(background)
        lead = sorted(past.lead)
        for number, passage in document.saying(self.signs):
            figures = [figure for figure in self.figures(document, passage) if isfinite(figure.value)]
            if not figures:
                continue
            words, bygone = document.words_in(passage), sorted(past.of(passage.start))
            for figure in figures:
                start, end, data = told_of(document, number, figure, words, shares=self.shares)
                subject = data["near"][0] if data["near"] else ""
                yield Claim.at(
                    document, start, end, kind=self.name, subject=subject, property=figure.unit, value=figure.said,
                    data={**data, "bygone": bygone, "lead": lead},
                )  # fmt: skip

    def label(self, claims: Sequence[Claim]) -> str:
        """What sort of figure it is, in the shortest words that give it."""
        said = min((claim.exact for claim in claims), key=lambda words: (len(words), words))
        return label_wording.quantity_label(self.name, claims[0].property, said)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield figures of one thing; one that some figure of the other article agrees with is in no conflict."""
        compared = self.compare(both)
        for a, b, unit, same in compared:
            if same and unit >= SURE_UNIT and self._speak_of_one(a, b):
                yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.value, b.value))
        settled = self.settled(compared)
        surely = (
            (1.0 + both.likeness(a, b), a, b)
            for a, b, unit, same in compared
            if same is False and unit >= SURE_UNIT and not settled & {id(a), id(b)} and not add_up(a, b, both)
            if self.comparable(a, b) and self.surely_one(a, b)
            if not (one_is_narrower(a, b) or of_two_scenes(a, b, both) or one_is_polled(a, b, both))
            if self._is_news(a, b) or not (is_told_by_both(a, b, both) or _is_of_another(a, b))
        )
        judge = scorer("figures")
        brief = are_brief(both)
        doubtful = (item for item in self.doubtful(both, compared, settled) if brief or self._may_be_shown(*item))
        judged = ((judge.probability(told), a, b) for a, b, told in doubtful)
        likely = chain(surely, (item for item in judged if item[0] >= (judge.threshold if brief else SURE)))
        least = self.least_one if brief else max(self.least_one, self.least_one_of_long)
        found = surest_of_a_sentence(item for item in likely if not least or both.one_thing(*item[1:]) >= least)
        for sure, a, b in at_each_mention(found, compared, settled) if self.repeats else found:
            if not known_to_both(a, b, both):
                yield a, b, replace(self.differing(a, b), sure=min(1.0, sure))

    def compare(self, both: Comparison) -> list[Compared]:
        """Every two figures that may be of one unit, with how surely they are, and whether they agree."""
        units = ((a, b, self.unit(a, b)) for a, b in product(both.ours, both.theirs))
        return [(a, b, unit, self.agree(a, b)) for a, b, unit in units if unit]

    def settled(self, compared: Sequence[Compared]) -> set[int]:
        """The ids of the figures that have their like on the other side, and are in conflict with nothing else."""
        return {id(claim) for a, b, _, same in compared if same and self._settles(a, b) for claim in (a, b)}

    def doubtful(self, both: Comparison, compared: Sequence[Compared], settled: Collection[int]) -> Iterator[Doubtful]:
        """Yield the figures that differ and may be of one thing, with what the learned scorer is told of them."""
        return doubtful(both, compared, settled, self.bars)

    def bars(self, a: Claim, b: Claim) -> bool:
        """Whether two figures that differ are surely not of one thing, or may be one number rounded."""
        return barred(a, b)

    def unit(self, a: Claim, b: Claim) -> float:
        """How surely two figures are counted or measured in one unit, 0 (never) to 1."""
        return float(a.property == b.property)

    def agree(self, a: Claim, b: Claim) -> bool | None:
        """Whether two figures can be one number; None where that cannot be told."""
        ours, theirs = ((claim.data["value"], claim.data["bound"]) for claim in (a, b))
        return agree(*ours, *theirs, a.data["low"], b.data["low"])

    def telling(self, a: Claim, b: Claim) -> bool:
        """Whether two figures that agree are likely of one thing."""
        return (_is_precise(a, b) or shared(a, b) > 0) and not contrary(a, b)

    def comparable(self, a: Claim, b: Claim) -> bool:
        """Whether nothing forbids that two figures which disagree are of one thing."""
        if slip(a, b) and (shared(a, b) > 1 or closest_related(a, b)):
            return True
        low, high = sorted((abs(a.data["value"]), abs(b.data["value"])))
        return (
            high <= UNLIKE * low
            and one_day(a, b)
            and not (a.data["part"] or b.data["part"] or contrary(a, b))
            and one_time(a, b)
            and a.data["ahead"] == b.data["ahead"]
        )

    def surely_one(self, a: Claim, b: Claim) -> bool:
        """Whether the words beside two figures that disagree put it beyond doubt that they are of one thing."""
        if two_things(a, b):
            return False
        if slip(a, b) and (shared(a, b) > 1 or closest_related(a, b)):
            return True
        if not may_be_one(a.data["who"], b.data["who"]):
            return False
        low, high = sorted((abs(a.data["value"]), abs(b.data["value"])))
        if high > LIKE * low or not of_one_whole(a, b) or not nested_names(a, b):
            return False
        if a.data["near"] and set(a.data["near"]) == set(b.data["near"]):
            return True  # "Bail was set at …", "Turnout was …"
        needed = ALIKE_OF_ONE if a.data["who"] and b.data["who"] else ALIKE
        return closest_related(a, b) and not nearest_differ(a, b) and shared(a, b) > 1 and alike(a, b) >= needed

    def differing(self, a: Claim, b: Claim) -> Verdict:
        """What to say of two figures of one thing that disagree."""
        return growth.differing(a, b)

    def _is_news(self, a: Claim, b: Claim) -> bool:
        """Whether of two figures that differ one is later than the other, and both may be right."""
        return self.differing(a, b).stance is Stance.UPDATES

    def _may_be_shown(self, a: Claim, b: Claim, told: Mapping[str, float]) -> bool:
        """Whether two figures are not too far apart by what the scorer is told of them. Tolls grow, digits are swapped.

        On 1,585 real events, of conflicts of figures further apart (no lengths of time) 1 of 21 was right.
        """
        return bool(self.may_be_far or told["toll"] or told["slip"] or not told["far"]) or self._is_news(a, b)

    def _settles(self, a: Claim, b: Claim) -> bool:
        """Whether two figures that agree are so likely of one thing that neither is in conflict with another."""
        return (a.data["value"] == b.data["value"] > SMALL) or self._speak_of_one(a, b)

    def _speak_of_one(self, a: Claim, b: Claim) -> bool:
        if not _is_precise(a, b) and (told_of_another(a, b) or one_is_a_habit(a, b)):
            return False
        one = may_be_one(a.data["who"], b.data["who"]) or shared(a, b) > int(not _is_rare(a, b))
        return one and self.telling(a, b)


def _is_of_another(a: Claim, b: Claim) -> bool:
    """Whether just one of two figures is told to be of another of the sort."""
    return tells_of_another(a.passage) is not tells_of_another(b.passage)


def _is_precise(a: Claim, b: Claim) -> bool:
    """Whether two figures are one that is hardly met twice by chance: 1,243 paintings."""
    return bool(a.data["value"] == b.data["value"] and significant(a.data["value"]) >= PRECISE)


def _is_rare(a: Claim, b: Claim) -> bool:
    """Whether two figures are one that two people hardly have in common: 750,000."""
    return bool(a.data["value"] == b.data["value"] >= RARE and significant(a.data["value"]) > 1)
