"""What stands around a number or a date in its sentence: the words that say what it measures or dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from secondsource.reading.passages import Passage
from secondsource.reading.words import Word, either_side, is_content, is_person_noun, lemma, rarity

REACH = 5  # words that carry meaning, on either side, among which is what is measured or dated
MEANT = 2.0  # rarity from which a word counts among what is measured or dated
TELLING = 2.6  # rarity below which a shared word says nothing ("make", "new", "people")
UNKNOWN = 5.0  # rarity from which a capital that opens a sentence is taken for a name
PHRASE = 12  # code points right before a figure in which "every", "last" or a title stands
MOST_WORDS = 20  # words of any sort looked at on either side, so that time stays linear in a text without stops
_CLAUSE_END = re.compile(r"[;:]|\s[—–-]\s|—|[$€£]")
_APART = re.compile(r",(?!\d)|[()\[\]]")
# One set of characters comes first, since what is sought then is skipped to: it is as [;:()—“”"], a comma or a dash.
_CLAUSE_MARK = re.compile(r"[;:()—“”\",\s](?:(?<=[^,\s])|(?<=,)\s(?!\d{3}\b)|(?<=\s)[—–-]\s)")
_MAGNITUDES = frozenset("hundred thousand million billion trillion dozen".split())
_JOINING = frozenset("and but while who which when before after as because".split())
_ATTRIBUTE = re.compile(r"(?:\b(?:the|an?|its|their|on|in|of)|['’]s)\s$", re.IGNORECASE)
_ATTACHED = re.compile(r"(?:,|['’]s|-)?\s?$")
_MAY = re.compile(r"\bmay\b")  # "May" is a month
_UNREAL = re.compile(  # of lower case, which is sought three times as fast as either case
    r"""\b(?:if|could|would\shave|might|can|capacity
      |alone|separate(?:ly)?|another|second|again|similar|too|not\sincluding|excluding|besides|so\sfar\sthis
      |earlier|initially|originally|previously|revised|so\sfar\sin\s(?:19|20)\d\d
      |(?:initial|original|previous),?\s(?:\S+\s){0,3}(?:toll|count|figure|estimate|number|bid|offer|proposal)s?|at\sfirst|first\s(?:said|reported)|had\s(?:been\s)?(?:said|put|reported|given|estimated|thought)|no\slonger)\b""",
    re.VERBOSE,
)
_THEN = re.compile(r"\s(?:that|which|who|whose|but|(?:and|though)\s(?:could|may|might|can))\s", re.IGNORECASE)
_AHEAD = re.compile(  # of lower case
    r"""\b(?:expect(?:s|ed|ing)?|forecasts?|predict(?:s|ed)?|project(?:s|ed)|target(?:s|ed)?|offer(?:s|ed)?|propos(?:es|ed)
      |plan(?:s|ned)?\sto|aim(?:s|ed)?\sto|hop(?:es|ed)\sto)\b""",
    re.VERBOSE,
)
_N = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|[a-z]{2,5}teen|[a-z]{3,5}ty|eleven|twelve|\d{1,3})"
_PAST = re.compile(
    rf"\b(?:(?:18|19|20)\d\d|{_N}\s(?:years|decades|centuries)\s(?:ago|before|earlier))\b", re.IGNORECASE
)
_OTHER_TIME = re.compile(
    rf"""\b(?:(?:last|previous|prior)\s(?:year|month|week|decade|season|quarter|summer|winter|spring|autumn|election|vote|poll|census)
      | (?:same|first|second|third|fourth)[ -](?:quarter|half|period|season)
      | (?:first|(?<!\bto\s)(?<!\bwill\s)last|final|next)\s(?:two|three|four|six|nine|ten|\d{{1,2}})\s(?:weeks|months)
      | (?:at|by|before|until)\s(?:noon|midday|lunchtime|half[ -]time|the\s(?:break|interval|open|close))
      | in\s(?:early|late|morning|afternoon|after-hours)\strading
      | {_N}\s(?:years?|months?|weeks?|decades?)\s(?:ago|before|earlier))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ANY_TIME = re.compile(  # of lower case: it is in whatever these two match
    r"""(?:18|19|20)\d\d|(?:years?|months?|weeks?|decades?|centuries)\s(?:ago|before|earlier)|(?:last|previous|prior)\s[ymwdsqaevpc]
      |[a-z][ -](?:quarter|half|period|season)|(?:first|last|final|next)\s\w{1,5}\s(?:week|month)
      |(?:at|by|before|until)\s(?:noon|midday|lunchtime|half[ -]time|the\s(?:break|interval|open|close))|\strading""",
    re.VERBOSE,
)
_GOING_ON = re.compile(r"(?:It|They|Those|That)\s(?P<words>(?:[a-z]+\s){1,2})")
_NOT_THEN = frozenset("is are has have does do can will may might would could said told added put".split())
_PAST_AS_IT_IS = frozenset("was left won hit cut cost burst shut set split hurt".split())  # no other word shows it
_BEGUN = re.compile(  # what is there since, and goes on to be told of as it is now
    r"\b(?:built|opened|founded|established|launched|bought|acquired|born|formed|joined|began|started)\b"
)
_OF_NOW = re.compile(r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|yester|to)day|tonight|this|now)\b")
MOST_CLAUSE = 160  # code points on either side in which a clause's marks are looked for


@dataclass(frozen=True, slots=True)
class Near:
    """Lemmas nearest first, the span up to the nearest, and the names in the clause.

    The span crosses no comma or bracket;
    `attached` says that the nearest is a noun which the figure or date itself describes ("Sunday's match").
    """

    lemmas: tuple[str, ...]
    names: tuple[str, ...]
    start: int
    end: int
    attached: bool


def near(text: str, passage: Passage, start: int, end: int, words: Sequence[Word]) -> Near:
    """What stands near text[start:end] in its clause; `words` are the passage's.

    Words that carry meaning count from the nearest on either side; a noun right after ("the 5 May meeting",
    "Sunday's match") comes first. People are not measured or dated, so their trades are left out.
    """
    first_left, first_right = either_side(words, start, end)
    left, left_names = _beside(text, passage, start, words[max(0, first_left - MOST_WORDS) : first_left][::-1])
    right, right_names = _beside(text, passage, end, words[first_right : first_right + MOST_WORDS])
    described = _ATTRIBUTE.search(text[max(passage.start, start - PHRASE) : start])
    attached = bool(right and described and right[0][0] == 1 and _ATTACHED.fullmatch(text[end : right[0][1].start]))
    by_distance = sorted([*left, *right], key=lambda item: (not (attached and item is right[0]), item[0]))
    found = [word for _, word in by_distance]
    spanned = [word for word in found[:2] if not _APART.search(text, min(word.end, end), max(word.start, start))][:1]
    return Near(
        tuple(lemma(word.folded) for word in found),
        (*left_names, *right_names),
        min([start, *(word.start for word in spanned)]),
        max([end, *(word.end for word in spanned)]),
        attached,
    )


def _beside(
    text: str, passage: Passage, edge: int, outward: Sequence[Word]
) -> tuple[list[tuple[int, Word]], list[str]]:
    """((distance, word) of what can be measured or dated, names) on one side of text[edge], up to its clause's end."""
    found: list[tuple[int, Word]] = []
    names: list[str] = []
    distance = 0
    for word in outward:
        gap = text[word.end : edge] if word.end <= edge else text[edge : word.start]
        if distance >= REACH or word.folded in _JOINING or (gap != " " and _CLAUSE_END.search(gap)):
            break
        edge = word.start if word.end <= edge else word.end
        opens = word.start == passage.start and rarity(lemma(word.folded)) < UNKNOWN
        if word.text[0].isupper() and not opens:
            names += [word.folded] if is_content(word.folded) else []
        elif _is_meant(word.folded):
            distance += 1
            found += [] if is_person_noun(lemma(word.folded)) else [(distance, word)]
    return found, names


@lru_cache(maxsize=20_000)
def _is_meant(folded: str) -> bool:
    """Whether a folded word counts among what is measured or dated."""
    base = lemma(folded)
    return is_content(folded) and folded.isalpha() and rarity(base) >= MEANT and base not in _MAGNITUDES


def around(words: Sequence[Word], start: int, end: int) -> list[str]:
    """The telling lemmas of a whole passage but those of text[start:end], names and titles among them."""
    bases = {_telling(folded) for low, _, _, folded in words if not start <= low < end}
    bases.discard("")
    return sorted(bases)


@lru_cache(maxsize=20_000)
def _telling(folded: str) -> str:
    """The lemma of a folded word that tells something, else ""."""
    base = lemma(folded)
    return base if is_content(folded) and rarity(base) >= TELLING else ""


def is_real(text: str, passage: Passage, start: int, end: int) -> bool:
    """Whether a figure's clause tells of something real and final (see `is_asserted`), whatever is told of it then.

    "A suit of 40 women that could cost millions" is of 40 women.
    """
    low, high = clause_around(text, passage, start, end)
    then = _THEN.search(text, end, high)
    return is_asserted(text[low : then.start() if then else high])


@lru_cache(maxsize=256)
def is_asserted(clause: str) -> bool:
    """Whether words tell of something real and final: not conditional, repeated, partial or corrected."""
    return not (_UNREAL.search(clause.lower()) or ("may" in clause and _MAY.search(clause)))


def is_ahead(text: str, passage: Passage, start: int, end: int) -> bool:
    """Whether a figure is one that somebody expects, forecasts or plans."""
    return bool(_AHEAD.search(_clause(text, passage, start, end).lower()))


def other_times(text: str, passage: Passage, start: int, end: int, *, in_clause: bool = False) -> list[str]:
    """The years that a figure's sentence names and the past times that its clause does: "1987", "last year"; sorted.

    With `in_clause`, the years that its clause names alone: a sentence may tell of several times.
    """
    if not _tells_of_times(text[passage.start : passage.end]):
        return []
    low, high = clause_around(text, passage, start, end) if in_clause else (passage.start, passage.end)
    past = [*_PAST.findall(text, low, start), *_PAST.findall(text, end, high)]
    found = [*past, *_OTHER_TIME.findall(_clause(text, passage, start, end))]
    return sorted({time.lower().replace("-", " ") for time in found})


def times_carried(text: str, before: Passage, passage: Passage) -> list[str]:
    """The years told in the sentence before one that goes on with what came about then.

    "It killed 40", "That flood left 40 dead"; not where what is told of was only built or founded then.
    """
    found = _GOING_ON.match(text, passage.start, passage.end)
    words = found["words"].split() if found else []
    if _NOT_THEN.intersection(words) or not any(map(_is_past, words)):
        return []
    if (
        before.furniture
        or _BEGUN.search(text, before.start, before.end)
        or _OF_NOW.search(text, passage.start, passage.end)
    ):
        return []
    return [time.lower() for time in _PAST.findall(text, before.start, before.end)]


def _is_past(word: str) -> bool:
    """Whether a word is a verb's past: neither "kills", "killing" nor a plural, but what is another word in present."""
    return word in _PAST_AS_IT_IS or (lemma(word) != word and not word.endswith(("s", "ing")))


@lru_cache(maxsize=16)  # of one sentence it is asked for each of its figures
def _tells_of_times(said: str) -> bool:
    """Whether a sentence may name another time: it has what all that _PAST and _OTHER_TIME match has."""
    return bool(_ANY_TIME.search(said.lower()))


def _clause(text: str, passage: Passage, start: int, end: int) -> str:
    return text[slice(*clause_around(text, passage, start, end))]


@lru_cache(maxsize=16)  # of one figure it is asked several times
def clause_around(text: str, passage: Passage, start: int, end: int) -> tuple[int, int]:
    """The clause around text[start:end], as far as its marks show, and no further than MOST_CLAUSE either way."""
    low, high = max(passage.start, start - MOST_CLAUSE), min(passage.end, end + MOST_CLAUSE)
    before = [found.end() for found in _CLAUSE_MARK.finditer(text, low, start)]
    after = _CLAUSE_MARK.search(text, end, high)
    return before[-1] if before else low, after.start() if after else high
