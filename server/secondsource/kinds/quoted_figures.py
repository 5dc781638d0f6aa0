"""A figure, month or weekday that two outlets quote differently in one utterance.

Recognised are figures, months and weekdays inside quotation marks, with the word behind them ("25 minutes"). They
conflict when the two utterances are surely one: all but equal in words (see `utterances.py`), not of two speakers or
occasions, and what stands right beside the figures is the same. A figure that the other utterance also has, at
whatever place, is no conflict, nor one that the other article quotes too in such an utterance ("round one went to us",
"round two went to us"), nor is one in another unit ("half a minute", "thirty seconds") or one that only says
roughly which stretch is meant: "the last 50 metres", "the next 20 years".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.comparing.given_to_two import ONCE
from secondsource.comparing.speakers import identify, may_be_one
from secondsource.comparing.spoken import Spoken, bag_of, spoken
from secondsource.comparing.utterance import Utterance
from secondsource.comparing.utterances import likeness
from secondsource.reading import Document
from secondsource.reading.quotations import Quotation
from secondsource.reading.times import MONTHS, WEEKDAYS
from secondsource.reading.words import is_content

FEWEST = 6  # words of an utterance that two outlets are taken to have quoted, not two people to have said
_CALENDAR = (frozenset(MONTHS), frozenset(WEEKDAYS))
_STRETCH = frozenset("first last past next final".split())
FIGURE = len(_CALENDAR)
_NOBODY = {"days": [], "titles": [], "goes_on": False}


class QuotedFigures(Kind):
    """A figure, month or weekday in somebody's words."""

    name = "quoted_figures"
    one_origin = True
    examples = (
        Example(
            "“The alarm rang forty minutes before the roof fell in,” Eve Sol said.",
            "“The alarm rang fourteen minutes before the roof fell in,” said Sol.",
            Stance.CONFLICTS,
        ),
        Example(
            "“Every tenant will be home again by the end of May,” vowed Max Keane.",
            "“Every tenant will be home by the end of March,” Keane said.",
            Stance.CONFLICTS,
        ),
        Example(
            "“The alarm rang forty minutes before the roof fell in,” Eve Sol said.",
            "“The alarm rang forty minutes before the roof fell in,” said Sol. Fourteen people fled.",
            Stance.NOT_COMPARABLE,
        ),
        Example(
            "“We sold forty boats in a good summer,” Eve Sol said.",
            "“We mended fourteen boats in a bad winter,” said Sol.",
            Stance.NOT_COMPARABLE,
        ),
    )

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every figure, month and weekday within quotation marks."""
        for quoted in document.quotations:
            if document.passages[quoted.passage].furniture:
                continue
            words = spoken(document.text[quoted.start : quoted.end])
            if len(words) >= FEWEST:
                for at, word in enumerate(words):
                    sort = _sort(word.word)
                    named = at and document.text[quoted.start + word.start].isupper()  # "in May", not "it may"
                    if sort == FIGURE or (sort is not None and named):
                        yield self._claim(document, quoted, words, at)

    def label(self, claims: Sequence[Claim]) -> str:
        """The words that it is in."""
        return label_wording.quotation_label(max((claim.data["said"] for claim in claims), key=len))

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield the figures that stand at one place of one utterance and are not the same."""
        for a, b in product(both.ours, both.theirs):
            if not _differ(a, b) or not _stand_at_one_place(a, b) or not _are_of_one(a, b):
                continue
            if not _is_said_too(a, both.theirs) and not _is_said_too(b, both.ours):
                yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.exact, b.exact))

    def _claim(self, document: Document, quoted: Quotation, words: Sequence[Spoken], at: int) -> Claim:
        subject, who = identify(document, quoted.told_by)
        said = document.text[quoted.start : quoted.end]
        unit = words[at + 1] if at + 1 < len(words) and is_content(words[at + 1].word) else words[at]
        end = unit.end if said[words[at].end : unit.start].isspace() else words[at].end
        data = {**_NOBODY, **who, "words": [word.word for word in words], "bag": bag_of(said), "at": at, "said": said}
        return Claim.at(
            document, quoted.start + words[at].start, quoted.start + end, kind=self.name, subject=subject,
            property="figure in words", value=words[at].word, data=data,
        )  # fmt: skip


def _sort(word: str) -> int | None:
    """Which sort of value a word is: FIGURE, or which of `_CALENDAR`; None for none of them."""
    if word.replace(",", "").replace(".", "", 1).isdigit():
        return FIGURE
    return next((n for n, names in enumerate(_CALENDAR) if word in names), None)


def _differ(a: Claim, b: Claim) -> bool:
    """Whether two values are of one sort and not the same, and neither is in the other's utterance too."""
    if a.value == b.value or _sort(a.value) != _sort(b.value):
        return False
    return a.value not in b.data["words"] and b.value not in a.data["words"]


def _stand_at_one_place(a: Claim, b: Claim) -> bool:
    """Whether the same word stands on both sides of two values, or the same two on one side; "" at either end."""
    (first, second), (other_first, other_second) = (_beside(claim) for claim in (a, b))
    near = first[-1] == other_first[-1] and second[0] == other_second[0]
    return (near or first == other_first or second == other_second) and first[-1] not in _STRETCH


def _beside(claim: Claim) -> tuple[list[str], list[str]]:
    words, at = ["", "", *claim.data["words"], "", ""], claim.data["at"]
    return words[at : at + 2], words[at + 3 : at + 5]


def _are_of_one(a: Claim, b: Claim) -> bool:
    """Whether the words around two values are one utterance."""
    return may_be_one(a, b) and likeness(Utterance((a,)), Utterance((b,))) >= ONCE


def _is_said_too(claim: Claim, others: Sequence[Claim]) -> bool:
    """Whether another article has a value too, at this place of such an utterance."""
    same = (other for other in others if other.value == claim.value)
    return any(_stand_at_one_place(claim, other) and _are_of_one(claim, other) for other in same)
