"""Which of several that exclude one another: the east hall or the west hall, a knife or a gun, died at the scene or in
hospital, a broken wrist or a broken ankle, fled in a van or on a motorbike, murder or manslaughter.

Each sort of contrast (`comparing/contrast_sorts.py`) is a list of values, and what ties one to what is told: a word of
the sort's own close by in the clause (a death, an injury, a flight, a bomb) or, for sides and colours, the noun right
after. A value may be a sort of another, a pistol of a gun: the two fit. Two claims are compared when their sentences
likely tell one thing (as statements are judged), of one person where both say of whom. They corroborate when the values
fit. They conflict when they do not, unless either article gives a fitting value of the sort elsewhere: then each may be
told of something else.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product

from secondsource.comparing import label_wording, wording
from secondsource.comparing.apart import each_has_its_own, told_of_two_times
from secondsource.comparing.claim import LONG, Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.comparing.contrast_sorts import SORTS
from secondsource.comparing.scorer import scorer
from secondsource.kinds.sides import OPPOSED, PARTS, SIDES
from secondsource.reading import Document
from secondsource.reading.context import is_real, other_times
from secondsource.reading.passages import Passage
from secondsource.reading.people import may_be_one, surely_one
from secondsource.reading.words import Word, is_content, is_person_noun, lemma, same_kind, split_words

ONE_THING = 0.5  # probability that two sentences tell one thing; from it all 6 such conflicts of open stories are right
ONE_PERSON = 0.8  # ... where nobody is named: two people may be hurt
REACH = 7  # words of any sort, on either side, in which the word stands that ties a value to what is told

DENIED = 3  # words before a value or its tie in which "not" denies it


_BY_WORD: dict[str, list[str]] = {}
for _name, _told in SORTS.items():
    for _word in _told.values:
        _BY_WORD.setdefault(_word, []).append(_name)
_DETERMINERS = frozenset("the a an his her its their whose my your our one two in on at of by".split())
_TOWARDS = frozenset("into against near past behind under beside beneath outside".split())
_STRUCK = frozenset("hit struck destroyed damaged wrecked targeted targeting killed tore ripped".split())
_AIMED = _TOWARDS | _STRUCK
_NOT = frozenset("no not never without nor neither".split())


class Contrasts(Kind):
    """Which of several things that exclude one another."""

    name = "contrasts"
    examples = (
        Example(
            "The fire began in the east hall of the museum.",
            "The fire began in the west hall of the museum.",
            Stance.CONFLICTS,
        ),
        Example("The cyclist died at the scene.", "The cyclist died in hospital.", Stance.CONFLICTS),
        Example(
            "The robber threatened a cashier with a gun.",
            "The robber threatened the cashier with a pistol.",
            Stance.CORROBORATES,
        ),
        Example("Ana Sol broke her wrist in the final.", "Ana Sol broke her ankle in the final.", Stance.CONFLICTS),
        Example("The cyclist died at the scene.", "The cyclist did not die in hospital.", Stance.NOT_COMPARABLE),
        Example(
            "The fire began in the east hall of the museum.",
            "A cafe opened in the west hall of the palace.",
            Stance.NOT_COMPARABLE,
        ),
    )

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every value that something ties to what is told, from the one to the other."""
        for number, passage in document.statements:
            words = document.words_in(passage)
            for at, word in enumerate(words):
                for name in _BY_WORD.get(word.folded, ()):
                    yield from self._claim(document, number, passage, name, at)

    def label(self, claims: Sequence[Claim]) -> str:
        """The sort, and words that give a value."""
        return label_wording.contrast_label(claims[0].property, claims[0].exact)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield what is of one sort and told of one thing."""
        for a, b in product(both.ours, both.theirs):
            if a.property != b.property or not _of_one_noun(a, b) or not may_be_one(a.subject, b.subject):
                continue
            told = both.alike(a, b)
            if not told:
                continue
            judge = scorer("statements")
            sure = judge.probability(told)
            if sure < (ONE_THING if _is_known(a, b, told) else ONE_PERSON):
                continue
            if _fit(a, b):
                # 11 in a critical condition, nine in a critical condition; "broke his left leg", "broke his right leg"
                likely = bool(SORTS[a.property].ties) or sure >= judge.threshold  # what is red is many a thing
                if likely and not told["numbers differ"] and not _on_two_sides(a, b) and _tries(a) is _tries(b):
                    yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.exact, b.exact), sure)
            elif told["numbers differ"] and told["words"] < math.log1p(LONG):
                continue  # two things: a northbound train at three, a southbound train at four
            elif told["two subjects"] and not SORTS[a.property].ties:
                continue  # what two people won, each on a side of their own
            elif not (_of_two(a, b) or _given(a, both.theirs) or _given(b, both.ours) or _may_be_two(a, b, both)):
                yield a, b, _conflict(a, b, sure)

    def _claim(self, document: Document, number: int, passage: Passage, name: str, at: int) -> Iterator[Claim]:
        """The claim that the value at words[at] makes; none where nothing ties it, or it is not told as so."""
        sort, words = SORTS[name], document.words_in(passage)
        tied = _tie(document.text, words, at, sort.ties) if sort.ties else _noun_after(document.text, words, at)
        if tied is None:
            return
        low, high = min(at, tied), max(at, tied)
        start, end = words[low].start, words[high].end
        beside = words[max(0, low - DENIED) : high]
        if not is_real(document.text, passage, start, end) or any(map(_denies, beside)):
            return
        if sort.ties and any(word.folded in _AIMED for word in words[tied + 1 : at]):
            return  # "ploughed into a bus", "the bomb hit a bus"
        of = lemma(words[tied].folded) if sort.of_tie else ""
        who = document.people.doer(number, start) or "" if sort.ties else ""
        if name == "place of death" and who and not who.startswith(("~", "the ")):
            return  # whoever has a name is told of by kinds/death_places.py
        day = document.published.isoformat() if document.published else None
        times = [time for time in other_times(document.text, passage, start, end) if time != (day or "")[:4]]
        more = _OTHERS if sort.of_people else _ANOTHER
        one = not more.search(document.text, passage.start, passage.end)
        said, value = document.text[start:end], sort.values[words[at].folded]
        data = {"value": value, "of": of, "day": day, "times": times, "one": one}
        data["names"] = sorted(document.people.names_in(passage.start, passage.end))
        yield Claim.at(document, start, end, kind=self.name, subject=who, property=name, value=said, data=data)


def _tries(claim: Claim) -> bool:
    """Whether a value is told as tried: "charged with attempted murder" is no murder."""
    return "attempt" in claim.exact.lower()


def _on_two_sides(a: Claim, b: Claim) -> bool:
    return any(pair in OPPOSED for pair in product(a.exact.lower().split(), b.exact.lower().split()))


def _of_two(a: Claim, b: Claim) -> bool:
    """Whether two values are told of two times or of others by name, or either sentence tells of more than one."""
    ours, theirs = set(a.data["names"]), set(b.data["names"])
    others = bool(ours and theirs) and ours.isdisjoint(theirs)
    return others or a.data["times"] != b.data["times"] or not (a.data["one"] and b.data["one"])


def _may_be_two(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether there may be two things, if the sort is not of people: a sentence has both, or they tell of two times.

    So may short sentences, each with a telling word of its own besides: the door of the bank, the window of the school.
    """
    if SORTS[a.property].of_people:
        return False
    ours, theirs = _words_for(a), _words_for(b)
    if _has_any(b.passage, ours) or _has_any(a.passage, theirs):
        return True
    own, their_own = both.overlap.own_words(a.passage_start, b.passage_start)
    short = both.overlap.shortest(a.passage_start, b.passage_start) <= LONG
    return told_of_two_times(a, b) or (short and each_has_its_own(own - ours, their_own - theirs))


def _has_any(said: str, among: Collection[str]) -> bool:
    return any(word.folded in among for word in split_words(said))


def _words_for(claim: Claim) -> set[str]:
    """The words for a claim's value and what is a sort of it."""
    path = claim.data["value"]
    return {word for word, value in SORTS[claim.property].values.items() if f"{value}/".startswith(f"{path}/")}


def _conflict(a: Claim, b: Claim, sure: float) -> Verdict:
    """How two values stand that do not fit: an update where it may change from day to day."""
    dated = bool(a.data["day"] and b.data["day"])
    if SORTS[a.property].changes and not (dated and a.data["day"] == b.data["day"]):
        return Verdict(Stance.UPDATES, wording.since_changed(a.exact, b.exact, dated=dated), sure)
    return Verdict(Stance.CONFLICTS, wording.deny(a.exact, b.exact), sure)


def _tie(text: str, words: Sequence[Word], at: int, ties: frozenset[str]) -> int | None:
    """Where the nearest word stands that ties words[at] to what is told, in its clause; before it rather than after."""
    for step in (-1, 1):
        for n in range(at + step, at + step * (REACH + 1), step):
            if not 0 <= n < len(words) or _APART.search(text, *_gap(words, n, n - step)):
                break
            if lemma(words[n].folded) in ties and (step < 0 or is_content(words[n].folded)):
                return n
            if words[n].folded in _JOINING:
                break
    return None


_APART = re.compile(r"[,;:()\[\]“”\"—–.!?]")
_ANOTHER = re.compile(r"\b(?:another|second)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:another|second|others?)\b", re.IGNORECASE)
_JOINING = frozenset("and but while who which when where because".split())


def _gap(words: Sequence[Word], n: int, m: int) -> tuple[int, int]:
    first, second = sorted((words[n], words[m]))
    return first.end, second.start


def _denies(word: Word) -> bool:
    return word.folded in _NOT or word.folded.endswith("n't")


def _noun_after(text: str, words: Sequence[Word], at: int) -> int | None:
    """Where the noun stands that words[at] describes: right after it, in lower case, behind a determiner or "'s"."""
    if not 0 < at < len(words) - 1:
        return None
    before, after = words[at - 1], words[at + 1]
    described = before.folded in _DETERMINERS or before.text.endswith(("’s", "'s"))
    plain = after.text.islower() and after.text.isalpha() and is_content(after.folded)
    joined = text[words[at].end : after.start] in (" ", "-")
    if words[at].folded.removesuffix("ern") in SIDES and after.folded in PARTS:
        return None  # told of by kinds/sides.py
    return at + 1 if described and plain and joined and not is_person_noun(lemma(after.folded)) else None


def _is_known(a: Claim, b: Claim, told: Mapping[str, float]) -> bool:
    """Whether it is known of whom or what two values are told, or there is none for each of several people."""
    named = a.data["of"] or told["names"] or surely_one(a.subject, b.subject)
    return bool(named) or not SORTS[a.property].of_people


def _of_one_noun(a: Claim, b: Claim) -> bool:
    return a.data["of"] == b.data["of"] or same_kind(a.data["of"], b.data["of"])


def _fit(a: Claim, b: Claim) -> bool:
    """Whether one of two values is the other, or a sort of it."""
    ours, theirs = (f"{claim.data['value']}/" for claim in (a, b))
    return ours.startswith(theirs) or theirs.startswith(ours)


def _given(a: Claim, theirs: Iterable[Claim]) -> bool:
    """Whether the other article gives a value that fits too."""
    return any(a.property == b.property and _of_one_noun(a, b) and _fit(a, b) for b in theirs)
