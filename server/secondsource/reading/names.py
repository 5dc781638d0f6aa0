"""Proper names: where capitals name somebody or something, and when two names can be one person's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise

from secondsource.reading.currencies import CODES
from secondsource.reading.passages import Passage
from secondsource.reading.words import fold, is_content, is_person_noun, lemma, rarity, split_words

_PARTICLE = r"(?:de|van|von|bin|ibn|al|der|den|la|le|el|di|da|du|dos|del)"
_PART = r"(?:[A-Z]\.(?:[A-Z]\.)*|[^\W\d_a-z][^\W\d_]*(?:['’-][^\W\d_]+)*)"
_NAME = re.compile(rf"(?<!\w){_PART}(?:[ ]{_PART}|[ ]{_PARTICLE}(?=[ ]{_PART})|,?[ ](?:Jr|Sr)\.?(?!\w))*")
_WRITTEN = re.compile(r"\S+")
_LONG = re.compile(r"[^\W\d_]{4,}")
_AGE_FOLLOWS = re.compile(r",\s\d{1,2},")
HONORIFICS = frozenset(
    """mr mrs ms miss dr sir dame lord lady rev reverend fr sister brother prof professor president vice prime minister
    chancellor king queen prince princess pope rep sen senator representative congressman congresswoman gov governor
    mayor judge justice chief attorney general secretary sheriff officer detective sergeant sgt lt lieutenant capt
    captain col colonel maj major gen admiral commander coach chairman chairwoman ceo director former ex actor actress
    host inspector superintendent constable deputy councillor councilman alderman mp first us u.s federal district
    state pm kc qc mep msp phd obe mbe cbe""".split()
)
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec""".split()
)
_ALSO_PEOPLE = frozenset("jan mar april may june august jun jul".split())
_DAY_AFTER = re.compile(r"\.?,?\s\d")
_DAY_BEFORE = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?|in|of|last|this|next|since|by|until|early|late|mid)\s$", re.IGNORECASE
)
OPENERS = frozenset(
    """later yesterday today tomorrow tonight meanwhile earlier still instead outside inside police however moreover
    then now soon once since although though despite according officials prosecutors witnesses""".split()
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
TITLE_CASE = 0.6  # a passage with this share of its content words capitalised is a headline: its capitals name nobody
COMMON = 4.3  # rarity below which a dictionary word that opens a sentence is taken for itself and not for a name
MOST_NAMES = 60  # of a passage: one with more is a table or a list, and the rest of its names is left unread
ORDINARY = 3.6  # rarity below which any word is in the dictionary

Span = tuple[int, int]


def find_names(text: str, passages: Sequence[Passage]) -> list[tuple[int, int, bool]]:
    """(start, end, sure) of each name, in order; not sure in headlines, whose every word is capital.

    In a headline a name is the longest run of words that are names in the article's body.
    """
    body: list[Span] = []
    headlines = []
    for passage in passages:
        if not passage.furniture:
            if is_headline(text[passage.start : passage.end]):
                headlines.append(passage)
            else:
                body += _spans(text, passage)
    known = {token for start, end in body for token in name_tokens(text[start:end])}
    unsure = [span for passage in headlines for span in _known_runs(text, passage, known)]
    return sorted([(start, end, True) for start, end in body] + [(start, end, False) for start, end in unsure])


@lru_cache(maxsize=20_000)
def name_tokens(name: str) -> tuple[str, ...]:
    """A name folded into tokens, initials and honorifics left out: ("jesse", "jackson", "jr")."""
    tokens = [fold(token.strip(".,")) for token in name.split()]
    kept = tuple(token for token in tokens if len(token) > 1 and token not in HONORIFICS)
    return kept or tuple(tokens)


def same_name(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names' tokens can be one person's: equal first and last, or one of them a part of the other's."""
    if not a or not b:
        return False
    if len(a) > 1 and len(b) > 1:
        if bool(SUFFIXES & set(a)) != bool(SUFFIXES & set(b)):
            return False
        first, last = [[token for token in name if token not in SUFFIXES] for name in (a, b)]
        nested = set(first) <= set(last) or set(last) <= set(first)
        return first[0] == last[0] and (first[-1] == last[-1] or nested)
    single, other = (a[0], b) if len(a) == 1 else (b[0], a)
    plain = [token for token in other if token not in SUFFIXES]
    return bool(plain) and single in (plain[0], plain[-1])


@lru_cache(maxsize=1_024)
def is_headline(passage: str) -> bool:
    """Whether a passage is in title case, without a full stop."""
    if passage[-1] in ".!?\"”’'":
        return False
    words = [word for word in _LONG.findall(passage) if is_content(word.lower())]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 3 and capitals >= TITLE_CASE * len(words)


def _spans(text: str, passage: Passage) -> Iterator[Span]:
    return islice(_all_spans(text, passage), MOST_NAMES + 1)


def _all_spans(text: str, passage: Passage) -> Iterator[Span]:
    for run in islice(_NAME.finditer(text, passage.start, passage.end), MOST_NAMES + 1):
        found = _names_of(text, run.start(), run.end(), passage.start)
        if not found and " " not in run[0] and _AGE_FOLLOWS.match(text, run.end()):
            found = [run.span()]  # a first name that opens a sentence: "Tom, 9, was"
        yield from found


def _names_of(text: str, start: int, end: int, passage: int) -> list[Span]:
    """The names in a run of capitals, without words that are capital for another reason, and possessives taken off."""
    words = [found.span() for found in _WRITTEN.finditer(text, start, end)]
    titled = [n for n, span in enumerate(words[:-1]) if _fold(text, span) in HONORIFICS]
    words = words[titled[-1] + 1 :] if titled else words
    if len(words) > 2 and is_person_noun(lemma(_fold(text, words[0]))):
        words = words[1:]  # "Striker Noa Bell"; two words may be a name themselves, like "Hunter Bell"
    elif words and _is_compound(text[slice(*words[0])]):
        words = words[1:]  # "Mum-of-two Noa Bell", "Fifteen-year-old Noa Bell"
    while words and _is_no_name(text, words[0], passage):
        words = words[1:]
    if len(words) == 1 and _opens_with_a_word(text, words[0], start, passage):
        return []
    while words and (_is_date(text, words[-1]) or not is_content(_fold(text, words[-1]))):
        words = words[:-1]
    return [span for span in _joined(text, words) if span[1] - span[0] > 1]


def _fold(text: str, span: Span) -> str:
    return fold(text[slice(*span)].rstrip(".,"))


def _is_compound(word: str) -> bool:
    """Whether a hyphenated word says what somebody is: "Co-pilot", but not "Jean-Paul", nor "Jong-un"."""
    first, *rest = word.split("-")
    if not rest or not all(part.islower() for part in rest):
        return False
    return rest[0] == "of" or rest[-1] == "old" or any(is_person_noun(lemma(fold(part))) for part in (first, rest[-1]))


def _is_no_name(text: str, span: Span, passage: int) -> bool:
    word = _fold(text, span)
    opener = span[0] == passage and word in OPENERS
    opener |= word in CODES and text[slice(*span)].isupper()  # of a currency: "at NOK 52bn"
    return opener or not is_content(word) or _is_date(text, span) or word in HONORIFICS


def _is_date(text: str, span: Span) -> bool:
    """Whether a word is of the calendar; "Jan", "April" and "May" are people unless a number stands beside them."""
    word = _fold(text, span)
    if word not in _ALSO_PEOPLE:
        return word in CALENDAR
    return bool(_DAY_AFTER.match(text, span[1]) or _DAY_BEFORE.search(text, max(0, span[0] - 8), span[0]))


def _opens_with_a_word(text: str, span: Span, start: int, passage: int) -> bool:
    """Whether a lone capital is a dictionary word that opens a sentence or a quotation."""
    word, low = _fold(text, span), span[0]
    opens = low == passage or not text[max(0, low - 2) : low].strip() or text[low - 1] in "\"“‘'(["
    dictionary = lemma(word) != word or rarity(word) < ORDINARY or is_person_noun(word)
    return opens and low == start and rarity(word) < COMMON and dictionary


def _joined(text: str, words: Sequence[Span]) -> list[Span]:
    """Words put together into names; a possessive ends one ("Ann Lee's Oslo")."""
    pieces: list[Span] = []
    for before, (low, high) in pairwise([(0, 0), *words]):
        end = high - 2 if text[high - 2 : high] in ("'s", "’s") else high
        if pieces and pieces[-1][1] == before[1] and text[before[1] : low].strip() in ("", ","):
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((low, end))
    return pieces


def _known_runs(text: str, passage: Passage, known: set[str]) -> list[Span]:
    runs: list[Span] = []
    for word in split_words(text, passage.start, passage.end):
        if word.folded not in known or not word.text[0].isupper():
            continue
        end = word.end - 2 if word.text.endswith(("'s", "’s")) else word.end
        if runs and text[runs[-1][1] : word.start] == " ":
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((word.start, end))
    return runs
