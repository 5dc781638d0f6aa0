"""The words behind a number that tell what it counts: "40 U.S. special operations soldiers", "300 Palestinians"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from secondsource.reading.document import Document
from secondsource.reading.names import is_headline
from secondsource.reading.numbers import Number
from secondsource.reading.passages import Passage
from secondsource.reading.words import Word, first_words, is_content, is_person_noun, lemma

# In 200 of the open news events of 2010 to 2020 the words between a number and its noun are at most five.
REACH, FARTHEST = 6, 100  # words and code points behind a number in which its noun is looked for
_BESIDE = re.compile(  # between words of one noun: 900 ‘exploding’ kettles, 40 U.S. soldiers
    r"(?:(?<=\.[A-Z])\.)?[ \"'“”‘’]{1,3}"
)
_NO_ATTRIBUTE = frozenset(  # words behind which no noun of the number's comes: "killed 12 near hospitals"
    """near across against outside inside along since without within until despite around behind beyond toward towards
    amid among ago earlier later yesterday today tomorrow there here again instead together back away alone""".split()
)
_IRREGULAR = frozenset(
    """people children men women police staff crew aircraft feet teeth mice geese kids cattle sheep deer troops
    personnel""".split()
)
_GROUPS = frozenset({"crew", "staff"})  # "12 crew members" are 12 of the crew
_IN_A_NAME = re.compile(  # before a number that is a part of a name or date: "COVID-19 Pandemic", "Jan. 8 Iranian"
    r"(?:[-–:/#.]|\b[A-Z][a-z]{2,3}\.\s|\b(?P<word>[A-Z][\w’']{0,20})\s)$"
)
BEFORE = 24  # code points before a number in which what that matches lies


def phrase_after(document: Document, number: Number, passage: Passage) -> Sequence[Word]:
    """The words behind a number that are its noun or may stand before it, names among them; none of two sentences."""
    return tuple(_phrase(document, number, passage))


def counted_noun(document: Document, words: Sequence[Word], passage: Passage) -> Word | None:
    """The first of such words that is a noun of many, and of a name one of people; of two in a row the second."""
    titled = is_headline(document.words_of(passage))
    for word, following in pairwise((*words, None)):
        if word and is_plural(word) and (titled or word.text.islower() or _names_people(word)):
            beside = following and _BESIDE.fullmatch(document.text, word.end, following.start)  # but for "and"
            if not (following and beside and is_plural(following) and word.folded not in _GROUPS):
                return word
    return None


def singular(word: Word) -> str:
    """The lemma of a noun of many; a dictionary of words has few peoples."""
    base = lemma(word.folded)
    return word.folded.removesuffix("s") if base == word.folded and _names_people(word) else base


def is_plural(word: Word) -> bool:
    """Whether a word is of a form that counts many."""
    if word.folded in _IRREGULAR or word.folded.endswith(("men", "children")):
        return True
    ends = word.folded.endswith("s") and not word.folded.endswith(("ss", "us", "is"))
    return (ends and lemma(word.folded) != word.folded) or (word.folded.endswith("s") and _names_people(word))


def _phrase(document: Document, number: Number, passage: Passage) -> Iterator[Word]:
    text, at = document.text, number.end
    sentence = document.words_of(passage)
    names = is_headline(sentence) or not _is_in_a_name(text, number, passage)
    for word in first_words(text, at, min(passage.end, at + FARTHEST), REACH):
        if not _BESIDE.fullmatch(text, at, word.start) or word.folded in _NO_ATTRIBUTE:
            return
        if not word.text.islower() and not (names and word.text[0].isupper()):
            return
        if is_content(word.folded) or (word.text.isupper() and len(word.text) > 1 and not sentence.isupper()):
            yield word  # of letters too: "US troops" are not ours, nor "IT jobs" its
        elif word.folded != "and" or at == number.end:
            return  # "12 grieving and sick families"
        at = word.end


def _is_in_a_name(text: str, number: Number, passage: Passage) -> bool:
    """Whether a number in digits follows a word of a name, as in "Article 51", and does not count what is named."""
    if not text[number.start].isdigit():
        return False
    found = _IN_A_NAME.search(text, max(passage.start, number.bound_start - BEFORE), number.bound_start)
    return found is not None and (found["word"] is None or is_content(found["word"].lower()))


def _names_people(word: Word) -> bool:
    """Whether a capital word names people by their country, party or office: "Palestinians", "Israelis"."""
    return word.text[0].isupper() and word.folded[-1] == "s" and is_person_noun(word.folded[:-1])
