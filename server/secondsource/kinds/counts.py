"""Counts of people and things, with casualties: "seven children", "at least 12 people were killed".

Equal counts of one kind of thing corroborate. Different ones conflict (or, of a toll in articles of different
days, update) only when each article has a single such figure, for the whole and not a part of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import product

from secondsource.kinds import wording
from secondsource.kinds.claim import Claim, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.numbers import ORDINALS, Number, words_value
from secondsource.reading.passages import Passage
from secondsource.reading.words import Word, fold, is_content, is_person_noun, lemma, same_kind, split_words

SMALL = 4  # "two men", "three shots" are everywhere: a count as small needs more in common than its noun
LIKE = 1.5  # counts further apart than this factor are of different things more often than in conflict
_NOUN_REACH = 4  # words after a number in which its noun is looked for
_UNITS = frozenset(
    """year month week day hour minute second decade century mile kilometre kilometer metre meter foot inch yard acre
    hectare kilogram kilo pound ton tonne gram ounce litre liter gallon degree percent per cent point time dollar euro
    pence cent yen yuan rupee km kg cm mm mph kph am pm a.m p.m th st nd rd o'clock season series episode page chapter
    way thing one other more part half side""".split()
)
_IRREGULAR = frozenset(
    "people children men women police feet teeth mice geese kids cattle troops personnel firefighters dead".split()
)
_PARTITIVE = re.compile(
    r"\b(?:another|other|first|last|next|final|extra|additional|further|including|among|of (?:the|its|their|his|her|those)|every|each|per|top|further|increase of|rise of|fall of|drop of)\s(?:at least\s|about\s|some\s|the\s)?$",
    re.IGNORECASE,
)
_PARTITIVE_AFTER = re.compile(
    r"\s(?:of|out of)\s(?:the|those|these|them|its|his|her|their|\d)|\s(?:more|other|others|additional|further)\b|-",
    re.IGNORECASE,
)
_STATES = {
    "killed": "kill killed dead die died death fatality victim perish",
    "injured": "injure injured wound wounded hurt injury hospitalize",
    "missing": "missing unaccounted",
    "arrested": "arrest arrested detain detained custody",
    "rescued": "rescue rescued evacuate evacuated save",
}
_STATE_OF = {word: state for state, listed in _STATES.items() for word in listed.split()}
_TOLL = re.compile(
    r"\bdeath toll\b[^.;]{0,40}?\b(?:to|at|of|reached|is|was|stands at|stood at)\s(?:at least\s|more than\s|about\s)?$",
    re.IGNORECASE,
)
_PARENT = re.compile(
    r"\b(?:mother|father|mom|mum|dad|parents?)[- ]of[- ](?P<number>\d+|[a-z]+)\b", re.IGNORECASE
)
_NTH_CHILD = re.compile(
    rf"\b(?P<nth>{'|'.join(list(ORDINALS)[3:])})\s(?P<noun>child|baby|kid|victim|arrest|title|win)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:no|not|never|n't|without|nobody)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|could|would|might|may|can|capacity|seats?|room for|killing|1[89]\d\d|20\d\d)\b", re.IGNORECASE
)


class Counts(Kind):
    """How many people or things."""

    name = "counts"

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield each counted noun; casualties under the state they are in, whatever noun counts them."""
        for number, passage in _placed(document):
            counted = _counted(document, number, passage)
            if counted:
                noun, end, extra, state = counted
                start = number.bound_start
                data = {
                    "value": number.value, "low": number.low, "high": number.high, "bound": number.bound,
                    "noun": noun, "extra": extra, "state": state, "whole": _whole(document.text, number, passage, end),
                    "around": _around(document, passage, noun), "day": document.published and document.published.isoformat(),
                }  # fmt: skip
                yield self._claim(document, start, end, noun, f"{number.value:g}", state or noun, data)
        yield from self._families(document)

    def label(self, claims: Sequence[Claim]) -> str:
        """What is counted."""
        return wording.count_label(claims[0].subject, claims[0].data["state"])

    def relate(
        self, ours: Sequence[Claim], theirs: Sequence[Claim]
    ) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield counts of one kind of thing that agree, and wholes that do not."""
        single = _single(ours), _single(theirs)
        for a, b in product(ours, theirs):
            if _same_thing(a, b):
                if _agree(a, b):
                    if _distinctive(a, b):
                        yield (
                            a,
                            b,
                            Verdict(
                                Stance.CORROBORATES,
                                wording.both_give(
                                    a.value if a.value == b.value else f"{a.value} / {b.value}"
                                ),
                            ),
                        )
                elif _comparable(a, b) and _group(a) in single[0] and _group(b) in single[1]:
                    yield a, b, _differing(a, b)

    def _claim(
        self,
        document: Document,
        start: int,
        end: int,
        noun: str,
        value: str,
        what: str,
        data: dict[str, object],
    ) -> Claim:
        return Claim.at(
            document,
            start,
            end,
            kind=self.name,
            subject=noun,
            property=f"number of {what}",
            value=value,
            data=data,
        )

    def _families(self, document: Document) -> Iterator[Claim]:
        """ "mother-of-seven" counts children; "their seventh child" counts at least as many."""
        for _, passage in document.statements:
            for found in _PARENT.finditer(document.text, passage.start, passage.end):
                value = float(found["number"]) if found["number"].isdigit() else words_value(found["number"])
                if value:
                    yield self._family(document, passage, found, "child", value)
            for found in _NTH_CHILD.finditer(document.text, passage.start, passage.end):
                yield self._family(
                    document,
                    passage,
                    found,
                    lemma(fold(found["noun"])),
                    float(ORDINALS[found["nth"].lower()]),
                )

    def _family(
        self, document: Document, passage: Passage, found: re.Match[str], noun: str, value: float
    ) -> Claim:
        data = {
            "value": value, "low": value, "high": value, "bound": "", "noun": noun, "extra": [], "state": "", "whole": False,
            "around": _around(document, passage, noun), "day": None,
        }  # fmt: skip
        return self._claim(document, found.start(), found.end(), noun, f"{value:g}", noun, data)


def _placed(document: Document) -> Iterator[tuple[Number, Passage]]:
    for number in document.numbers:
        yield number, document.passages[document.passage_at(number.start)]


def _counted(document: Document, number: Number, passage: Passage) -> tuple[str, int, list[str], str] | None:
    """(noun's lemma, where it ends, the words between, casualty state or "") of what a number counts, or None."""
    text = document.text
    if number.value <= 1 or (
        number.value.is_integer()
        and 1500 <= number.value < 2100
        and text[number.start : number.end].isdigit()
    ):
        return None
    following = split_words(text, number.end, min(passage.end, number.end + 80))
    if _TOLL.search(text[max(passage.start, number.start - 80) : number.start]):
        return "person", number.end, [], "killed"
    extra: list[str] = []
    for word in following[:_NOUN_REACH]:
        gap = text[
            (
                following[following.index(word) - 1].end if extra or word is not following[0] else number.end
            ) : word.start
        ]
        if gap != " " or not is_content(word.folded) or not word.text.islower() or word.folded in ("times",):
            break
        if word.folded in _STATE_OF and (
            word.folded in ("dead", "missing", "injured", "wounded", "hurt") or word.folded.endswith("ed")
        ):
            return "person", word.end, extra, _STATE_OF[word.folded]
        if _is_plural(word):
            noun = lemma(word.folded)
            if noun in _UNITS or word.folded in _UNITS:
                return None
            state = (
                _state(text, number, word, passage)
                if is_person_noun(noun) or noun in ("person", "body")
                else ""
            )
            return ("person" if state and noun == "body" else noun), word.end, extra, state
        extra.append(lemma(word.folded))
    return None


def _is_plural(word: Word) -> bool:
    return word.folded in _IRREGULAR or (
        word.folded.endswith("s")
        and not word.folded.endswith(("ss", "us", "is"))
        and lemma(word.folded) != word.folded
    )


def _state(text: str, number: Number, noun: Word, passage: Passage) -> str:
    """The casualty state said right after the noun ("12 people were killed") or right before the number ("killed 12 people")."""
    after = [word.folded for word in split_words(text, noun.end, min(passage.end, noun.end + 50))][:6]
    for word in (
        after[:1]
        if after[:1] and after[0] in _STATE_OF
        else [w for w in after[1:4] if after[0] in ("were", "was", "have", "had", "are", "has", "died")]
    ):
        if word in _STATE_OF:
            return _STATE_OF[word]
    before = [
        word.folded
        for word in split_words(text, max(passage.start, number.bound_start - 30), number.bound_start)
    ]
    return _STATE_OF.get(before[-1], "") if before and before[-1].endswith(("ed", "ing")) else ""


def _whole(text: str, number: Number, passage: Passage, end: int) -> bool:
    """Whether the figure stands for all there are, as far as the sentence tells: no part, delta, negation or condition."""
    before, after = (
        text[max(passage.start, number.bound_start - 30) : number.bound_start],
        text[end : end + 16],
    )
    return not (
        _PARTITIVE.search(before)
        or _PARTITIVE_AFTER.match(text, number.end)
        or _PARTITIVE_AFTER.match(after)
        or _NEGATED.search(before)
        or _HYPOTHETICAL.search(text[passage.start : passage.end])
    )


def _around(document: Document, passage: Passage, noun: str) -> list[str]:
    """The lemmas that carry meaning in the sentence, the counted noun left out."""
    words = split_words(document.text, passage.start, passage.end)
    return sorted(
        {lemma(word.folded) for word in words if is_content(word.folded) and word.folded.isalpha()} - {noun}
    )


def _same_thing(a: Claim, b: Claim) -> bool:
    if a.data["state"] or b.data["state"]:
        return bool(a.data["state"] == b.data["state"])
    return same_kind(a.data["noun"], b.data["noun"])


def _agree(a: Claim, b: Claim) -> bool:
    if a.data["value"] == b.data["value"]:
        return True
    one_rough = bool(a.data["bound"]) != bool(b.data["bound"]) or "about" in (
        a.data["bound"],
        b.data["bound"],
    )
    return one_rough and bool(a.data["low"] <= b.data["high"] and b.data["low"] <= a.data["high"])


def _distinctive(a: Claim, b: Claim) -> bool:
    """Whether equal counts are likely of the same things: not small, or of a like description or surroundings."""
    if a.data["value"] > SMALL and a.data["value"] == b.data["value"]:
        return True
    described = set(a.data["extra"]) & set(b.data["extra"])
    return bool(described) or bool(a.data["state"]) or len(set(a.data["around"]) & set(b.data["around"])) > 1


def _group(claim: Claim) -> str:
    return claim.data["state"] or claim.data["noun"]


def _single(claims: Sequence[Claim]) -> set[str]:
    """The kinds of thing that an article gives one figure for."""
    values: dict[str, set[float]] = defaultdict(set)
    for claim in claims:
        values[_group(claim)].add(claim.data["value"])
    return {group for group, found in values.items() if len(found) == 1}


def _comparable(a: Claim, b: Claim) -> bool:
    """Whether two figures that disagree are of the same whole."""
    low, high = sorted((a.data["value"], b.data["value"]))
    if not (a.data["whole"] and b.data["whole"]) or high > LIKE * low:
        return False
    if a.data["state"]:
        return bool(
            a.data["noun"] == b.data["noun"]
            or {a.data["noun"], b.data["noun"]} <= {"person", "victim", "life"}
        )
    alike = set(a.data["around"]) & set(b.data["around"])
    return set(a.data["extra"]) == set(b.data["extra"]) and len(alike) > 1 and low > SMALL


def _differing(a: Claim, b: Claim) -> Verdict:
    """A conflict, or an update where a toll was counted on different (or unknown) days."""
    days = [date.fromisoformat(claim.data["day"]) if claim.data["day"] else None for claim in (a, b)]
    if a.data["state"] and (None in days or days[0] != days[1]):
        return Verdict(Stance.UPDATES, wording.toll_changed(a.value, b.value, dated=None not in days))
    return Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value))
