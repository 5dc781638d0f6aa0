"""Which act a date or time of day times, and who or what does it: read off the words around it, without a parser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from secondsource.reading.denials import doings
from secondsource.reading.names import CALENDAR
from secondsource.reading.numbers import words_value
from secondsource.reading.words import Word, either_side, is_content, is_person_noun, lemma

MOST_WORDS = 24  # words of any sort looked at on either side, so that time stays linear in a text without stops
NOUNS = 3  # words right beside a date that no verb stands with, among which is the noun it describes
_MARK = re.compile(r"[;:()\[\]“”\"—]|,(?!\d)|\s[–-]\s")
_OPENERS = frozenset(
    "and but or while who whom whose which that when where before after because as although though if since until so"
    " than".split()
)
# What stands before the first three may be a subject too; what follows the others may be no subject.
_JOINING = frozenset("and or but before after since until than so as".split())
LONGEST = 50  # code points of a phrase that a label can show
_PRONOUNS = frozenset("i we you he she it they his her their its our my your him them us me there nobody none".split())
_PARTICLES = frozenset("out up down off over away".split())
_ORDINALS = frozenset("one first second third fourth fifth sixth seventh eighth ninth tenth dozen half".split())
_SAYING = frozenset("said says saying".split())
_DETERMINERS = frozenset("the a an its his her their our this that these those of no some".split())
_PREPOSITIONS = frozenset("in on at for from to with by into about against during under through over".split())
_MODALS = frozenset("will would shall must can could may might".split())
# Verbs that leave it to a noun to say what happened: "the vote took place", "the blast came".
_LIGHT = frozenset("take come happen occur hold place make have give get go see follow".split())


class Timed(NamedTuple):
    """What a date times.

    `verb` is the lemma of the verb that stands with it, "" for none; `nouns` are lemmas of what it describes where no
    verb tells. `clause` holds the words of its clause up to the date and `at` the place of the verb among them, both
    only where the clause tells who does it.
    """

    verb: str = ""
    nouns: tuple[str, ...] = ()
    clause: tuple[Word, ...] = ()
    at: int = 0

    @property
    def acts(self) -> tuple[str, ...]:
        """The lemmas that can name the act."""
        return (self.verb, *self.nouns) if self.verb else self.nouns


def timed(text: str, start: int, end: int, words: Sequence[Word]) -> Timed:
    """What text[start:end], a date or time, times; `words` are the passage's."""
    low, high = either_side(words, start, end)
    before, opener = _before(text, words[max(0, low - MOST_WORDS) : low], start)
    verbs = [word for word in _verbs(before) if _stands_as_verb(before, word)]
    if verbs:
        verb, at = lemma(verbs[-1].folded), before.index(verbs[-1])
        meant = before[-1].folded == "for"  # "set the hearing for 12 May": the hearing is timed as well
        light = _nouns(before) if verb in _LIGHT else ()
        nouns = light or (_nouns(before)[:1] if meant else ())
        return Timed("" if light else verb, nouns, *(((), 0) if opener in _JOINING else (tuple(before), at)))
    after = _after(text, words[high : high + MOST_WORDS], end)
    if _nouns(before):
        last = max(n for n, word in enumerate(before) if word.folded not in _PREPOSITIONS)
        says = before[last].folded in _SAYING
        return Timed("", _nouns(before), tuple(before) if says else (), last)
    verbs = [word for word in _verbs(after) if _stands_as_verb(after, word)]
    if not verbs:
        return Timed("", _nouns(after[::-1]))
    at, verb = after.index(verbs[0]), lemma(verbs[0].folded)
    light = _nouns(after[:at]) if verb in _LIGHT else ()
    opens = all(word.folded in _PREPOSITIONS for word in before)  # unlike in "the 2019 storm flooded the port"
    return Timed("" if light else verb, light, tuple(after) if opens else (), at)


def _before(text: str, words: Sequence[Word], edge: int) -> tuple[list[Word], str]:
    """The words before text[edge] in its clause, in order, and the word that opens the clause."""
    found: list[Word] = []
    for word in reversed(words):
        if _MARK.search(text, word.end, edge):
            break
        says = word.folded in _SAYING and any(is_content(later.folded) for later in found)
        if says or (word.folded in _OPENERS and found):  # right before a date, "since" opens no clause
            return found[::-1], word.folded
        found.append(word)
        edge = word.start
    return found[::-1], ""


def _after(text: str, words: Sequence[Word], edge: int) -> list[Word]:
    """The words after text[edge] up to the end of the clause; a comma right after a date that opens it ends none."""
    found: list[Word] = []
    for word in words:
        if word.folded in _OPENERS or (found and _MARK.search(text, edge, word.start)):
            break
        found.append(word)
        edge = word.end
    return found


def _verbs(words: Sequence[Word]) -> list[Word]:
    modal = [w for n, w in enumerate(words) if n and words[n - 1].text in _MODALS and is_content(w.folded)]
    left = [word for word in words if word.folded == "left"]
    return sorted({*doings(words), *modal, *left})


def _stands_as_verb(words: Sequence[Word], word: Word) -> bool:
    """Whether it is no name, person or participle that describes a noun: "Fell", "the men", "the restored lantern",
    "over unpaid wages".
    """
    at = words.index(word)
    described = at and words[at - 1].folded in _DETERMINERS | _PREPOSITIONS
    return not (described or word.text[0].isupper() or is_person_noun(lemma(word.folded)))


def _nouns(words: Sequence[Word]) -> tuple[str, ...]:
    """The lemmas of the last words that carry meaning, names left out, the last first."""
    plain = [w for w in reversed(words) if is_content(w.folded) and w.folded.isalpha() and not w.text[0].isupper()]
    return tuple(base for word in plain if (base := lemma(word.folded)) not in _LIGHT)[:NOUNS]


def phrase(text: str, of: Timed) -> str:
    """Who does what in the clause that a date times: "the king opened the dam"; "" where that cannot be told.

    It names somebody or something, holds no figure or date, which only one article may give.
    """
    if not of.clause:
        return ""
    subject, rest = of.clause[: of.at], _plain_part(of.clause[of.at :])
    named = any(is_content(word.folded) and word.folded.isalpha() for word in subject)
    if not named or not rest or any(_is_value(word) or word.folded in _PRONOUNS for word in subject):
        return ""
    ends = [n for n, word in enumerate(rest) if n and word.folded in _PREPOSITIONS]
    told = (text[subject[0].start : rest[n - 1].end] for n in [len(rest), *reversed(ends)])
    said = next((said for said in told if len(said) <= LONGEST), "")
    return said if is_content(subject[0].folded) else said[:1].lower() + said[1:]


def _plain_part(words: Sequence[Word]) -> Sequence[Word]:
    """A verb and what follows it, without a figure and what leads to it, and without function words at its end.

    Nothing where the verb would be left without its object: "killed [12 people]".
    """
    cut = next((n for n, word in enumerate(words) if _is_value(word)), len(words))
    kept = words[:cut]
    while len(kept) > 1 and kept[-1].folded not in _PARTICLES and _is_loose(kept[-1]):
        kept = kept[:-1]
    lost_object = cut < len(words) and len(kept) == 1 and words[1].folded not in _PREPOSITIONS - {"about", "over"}
    return () if lost_object else kept


def _is_loose(word: Word) -> bool:
    """Whether it says nothing at the end of a phrase."""
    return not is_content(word.folded) or word.folded in _OPENERS or word.folded == "worth"


def _is_value(word: Word) -> bool:
    counted = word.folded in _ORDINALS or (is_content(word.folded) and words_value(word.folded) is not None)
    return counted or any(c.isdigit() for c in word.text) or word.folded in CALENDAR
