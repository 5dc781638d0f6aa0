"""Whether something happened or not: "pleaded guilty" and "pleaded not guilty", "survived" and "died", "nobody was
hurt" and "12 people were injured", "resigned" and "did not resign".

Recognised are the acts that news asserts and denies (reading/asserted.py), asserted as done: not what somebody "will",
"may" or "is expected to" do. Each is normalised to the act and whether it holds. Two claims are compared when one
person or thing does one act to one object ("approved the budget", "rejected the budget"), and not in two years. They
corroborate when both hold or neither does. They conflict when just one holds, at the same time, unless either article
tells both, which then came one after the other. In articles of different days it is an update. That nobody was hurt is
compared with every casualty told of the same place, unless each sentence has a telling word of its own (the robbery,
the murder), and the two are not alike at length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import product

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.comparing.one_event import LIKE_SENTENCES
from secondsource.comparing.one_thing import own
from secondsource.reading import Document
from secondsource.reading.asserted import Asserted, find_acts, find_casualties
from secondsource.reading.context import around, other_times
from secondsource.reading.passages import Passage
from secondsource.reading.people import surely_one

_D, _E = date(2024, 5, 13), date(2024, 5, 16)


class Negations(Kind):
    """Whether an act that news asserts and denies took place."""

    name = "negations"
    examples = (
        Example("Ana Sol pleaded guilty on Monday.", "Ana Sol pleaded not guilty.", Stance.CONFLICTS),
        Example("Nobody was hurt in the blaze.", "A cleaner was injured.", Stance.CONFLICTS, _D, _D),
        Example("Nobody was hurt in the blaze.", "A cleaner was injured.", Stance.UPDATES, _D, _E),
        Example("The pilot survived.", "The pilot died.", Stance.UPDATES, _D, _E),
        Example("Jan Osei did not resign.", "Jan Osei has not resigned.", Stance.CORROBORATES),
        Example("The council approved the stadium.", "The council backed the stadium.", Stance.CORROBORATES),
        Example("Max Sol will resign.", "Max Sol did not resign.", Stance.NOT_COMPARABLE),
        Example("No arrests were made at the port.", "Two men were arrested over arson.", Stance.NOT_COMPARABLE),
        Example("Jan Osei won the race.", "Jan Osei lost the race in 2019.", Stance.NOT_COMPARABLE),
        Example("Orrin won the first set.", "Orrin lost the second set.", Stance.NOT_COMPARABLE),
    )

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield the acts that are asserted or denied of somebody, and casualties and arrests that are or are not."""
        for number, passage in document.statements:
            found = [*find_acts(document, number, passage), *find_casualties(document, passage)]
            for told in sorted(found, key=lambda told: (told.start, told.end)):
                yield self._claim(document, passage, told)

    def label(self, claims: Sequence[Claim]) -> str:
        """Whose act."""
        return label_wording.act_label(claims[0].subject, claims[0].value)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield one subject's acts that both hold, or that one article denies."""
        pairs = [(a, b) for a, b in product(both.ours, both.theirs) if _of_one(a, b) and _one_story(a, b, both)]
        torn = {id(a) for side in (both.ours, both.theirs) for a, b in product(side, side) if _differ(a, b)}
        for a, b in pairs:
            if a.data["holds"] == b.data["holds"]:
                if a.subject or not a.data["holds"]:
                    yield a, b, Verdict(Stance.CORROBORATES, wording.acts_agree(a.subject, a.value, b.value))
            elif _differ(a, b) and not torn & {id(a), id(b)}:
                yield a, b, _denial(a, b)

    def _claim(self, document: Document, passage: Passage, told: Asserted) -> Claim:
        start, end = told.start, told.end
        day = document.published.isoformat() if document.published else None
        times = [time for time in other_times(document.text, passage, start, end) if time != (day or "")[:4]]
        around_it = around(document.words_in(passage), start, end)
        data = {"holds": told.holds, "of": list(told.of), "day": day, "times": times, "around": around_it}
        said = document.text[start:end]
        return Claim.at(
            document, start, end, kind=self.name, subject=told.who, property=told.act, value=said, data=data
        )


def _of_one(a: Claim, b: Claim) -> bool:
    """Whether two claims tell of one subject's act, as far as both tell what it was done to."""
    if a.property != b.property or bool(a.subject) != bool(b.subject):
        return False
    ours, theirs = a.data["of"], b.data["of"]
    if not a.subject:
        return bool(ours == theirs)
    one = not ours or not theirs or (ours[-1] == theirs[-1] and (set(ours) <= set(theirs) or set(theirs) <= set(ours)))
    return bool(one) and surely_one(a.subject, b.subject)


def _one_story(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether two claims are not told of two years, nor, where nobody is named, of two happenings."""
    times = set(a.data["times"]), set(b.data["times"])
    if times[0] and times[1] and not times[0] & times[1]:
        return False
    ours, theirs = own(a.data["around"], b.data["around"]), own(b.data["around"], a.data["around"])
    return bool(a.subject) or not (ours and theirs) or both.likeness_at_length(a, b) >= LIKE_SENTENCES


def _differ(a: Claim, b: Claim) -> bool:
    """Whether just one of two claims about one act, at one time, holds."""
    return a.data["holds"] != b.data["holds"] and a.data["times"] == b.data["times"] and _of_one(a, b)


def _denial(a: Claim, b: Claim) -> Verdict:
    """How a claim stands to one that denies it; a charge that just one names may be another."""
    if a.subject and bool(a.data["of"]) != bool(b.data["of"]):
        return Verdict(Stance.NOT_COMPARABLE, "")
    dated = bool(a.data["day"] and b.data["day"])
    if (dated and a.data["day"] != b.data["day"]) or (not dated and not a.subject):
        return Verdict(Stance.UPDATES, wording.since_changed(a.value, b.value, dated=dated))
    return Verdict(Stance.CONFLICTS, wording.deny(a.value, b.value))
