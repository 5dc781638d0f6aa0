"""Who is named where in one article, whom a pronoun means when that is plain, and whose doing a sentence tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest

from secondsource.reading.evidence import is_told_who
from secondsource.reading.mentions import Mention, Person, resolve
from secondsource.reading.names import SUFFIXES, find_names, name_tokens, same_name
from secondsource.reading.passages import Passage
from secondsource.reading.words import Word, fold, split_words

_MALE = frozenset(
    """mr sir lord king prince husband father dad son brother uncle nephew grandfather grandson boy man boyfriend actor
    widower groom businessman fiance stepfather spokesman""".split()
)
_FEMALE = frozenset(
    """mrs ms miss dame lady queen princess wife mother mom mum daughter sister aunt niece grandmother granddaughter
    girl woman girlfriend actress widow bride businesswoman fiancee stepmother spokeswoman""".split()
)
_KIN = (
    "wife|husband|son|daughter|mother|father|brother|sister|partner|ex|accomplice|colleague|friend"
    "|lawyer|attorney|spokesman|spokeswoman|spokesperson"
)
_OWNS = re.compile(r"['’]s?\b|['’]\s")
_OWNED_KIN = re.compile(rf"['’]s?\s(?:\w+\s)?({_KIN})\b", re.IGNORECASE)
_DATELINE = re.compile(r"[A-Z][A-Z .,]{2,30}(?:[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s)?(?:\([\w .]+\)\s)?[—–-]{1,2}\s")
_SUBJECT = re.compile(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir)\s(?:\w+\s)?(?P<kin>{_KIN})\b|\b(?P<pronoun>[Hh]e|[Ss]he)\b|\b[^\W\d_a-z]\w*"
)
_PRONOUN = re.compile(r"\b(he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_HE = frozenset({"he", "him", "his", "himself"})
_AUXILIARY = frozenset(
    """was were is are be been being has have had did does do will would could may might must not never also later then
    still finally already both all reportedly""".split()
)
_APPOSED = re.compile(r",\s(?:\d{1,3}|(?:an?|the|of|from|aged|his|her|its|their)\s[^,.;:]{1,60}|who)$", re.IGNORECASE)
_OF = re.compile(r"\b(?:of|for|with|by|to|from|in|at|on|near|against|than|about)\s$", re.IGNORECASE)
_THE = re.compile(r"\b(?P<whose>the|his|her)\s(?P<what>(?:[a-z-]{2,20}\s){0,2}[a-z-]{2,20})$", re.IGNORECASE)
DOER_REACH = 120  # code points before a verb in which its subject is looked for
SUBJECT_REACH = 12  # a name that starts within so many code points of its passage is taken to be the subject
MAX_LOOK_BACK = 2  # passages a pronoun may reach back
TITLE_REACH = 24  # code points before a name in which its title stands
TITLE_VOTES = 5  # a title or kin word tells a gender as surely as so many pronouns


class People:
    """The people of one article."""

    def __init__(self, text: str, passages: Sequence[Passage]) -> None:
        self._text = text
        self._passages = passages
        self._openings: dict[int, int] = {}
        self.mentions = resolve(text, find_names(text, passages))
        self._starts = [mention.start for mention in self.mentions]
        self._learn_genders()
        people = {mention.person for mention in self.mentions}
        self._subjects: dict[int, tuple[int, str | None]] = {}  # of the passages that were asked for
        self._of_gender = {gender: {p for p in people if p.gender == gender} for gender in ("he", "she")}

    def between(self, start: int, end: int) -> list[Mention]:
        """The names that start in text[start:end]."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def starting_at(self, start: int) -> Mention | None:
        """The name that starts just there, if any."""
        at = bisect_left(self._starts, start)
        return self.mentions[at] if at < len(self._starts) and self._starts[at] == start else None

    def opening(self, passage: Passage) -> int:
        """Where a passage starts to tell: behind its dateline, if it has one."""
        start = passage.start
        if start not in self._openings:  # they are asked for again and again
            dateline = _DATELINE.match(self._text, start)
            self._openings[start] = dateline.end() if dateline else start
        return self._openings[start]

    def names_in(self, start: int, end: int) -> set[str]:
        """The folded words of everybody named in text[start:end], full names taken from elsewhere in the article."""
        return {token for mention in self.between(start, end) for token in mention.person.tokens} - SUFFIXES

    def pronoun(self, at: int, passage: int, word: str) -> Person | None:
        """Whom "he" or "her" at text[at] stands for: the only one nearby who can be meant, or None.

        Where nobody of that gender is named nearby, it is the only one whose gender is not known, if he evidently is
        a person and nobody else has a full name; or, where nobody else has one, the only one of that gender in the
        article.
        """
        gender = "he" if word.lower() in _HE else "she"
        low = self._passages[max(0, passage - MAX_LOOK_BACK)].start
        named = {mention.person for mention in self.between(low, at)}
        unknown = {p for p in named if not p.gender and (p.is_evident or (p.is_person and len(p.tokens) > 1))}
        evident = {person for person in unknown if person.is_evident}
        anywhere = set() if any(len(person.tokens) > 1 for person in unknown) else self._of_gender[gender]
        fitting = named & self._of_gender[gender] or (evident and unknown) or anywhere
        return next(iter(fitting)) if len(fitting) == 1 else None

    def subject(self, number: int, until: int) -> str | None:
        """Whose doing passage `number` tells of, up to text[until]: a name, "~" and a kin noun, or None.

        It is the first of a name that owns nothing, kin of somebody ("his wife" gives "~wife") and a pronoun.
        """
        if number not in self._subjects:
            self._subjects[number] = self._subject(number)
        end, who = self._subjects[number]
        return who if end <= until else None

    def _subject(self, number: int) -> tuple[int, str | None]:
        """Where the words that tell a passage's subject end, and who it is."""
        passage = self._passages[number]
        start = self.opening(passage)
        for found in _SUBJECT.finditer(self._text, start, passage.end):
            if found["kin"]:
                if _OF.search(self._text, start, found.start()):
                    continue  # "The mayor, who wrote a book with his father, …"
                return found.end(), f"~{found['kin'].lower()}"
            if found["pronoun"]:
                person = self.pronoun(found.start(), number, found["pronoun"])
                return found.end(), person.name if person else None
            mention = self.starting_at(found.start())
            if mention and (kin := _OWNED_KIN.match(self._text, mention.end)):
                return found.end(), f"~{kin[1].lower()}"
            if mention and not _OWNS.match(self._text, mention.end):
                return found.end(), mention.person.name
        return passage.end, None

    def doer(self, number: int, at: int) -> str | None:
        """Of whom passage `number` tells what the verb at text[at] says, by the words right before that verb.

        A name, "~" and a kin noun, "the" and what else is named with it ("the bus driver"), or None where not plain.
        """
        start = max(self._passages[number].start, at - DOER_REACH)
        end = _before_auxiliaries(self._text, start, at)
        named = self.between(start, end)
        if named and self._text[named[-1].start - 2 : named[-1].start] + self._text[named[-1].end : end] == ", ,":
            return named[-1].person.name  # "The captain, Ann Lee, died"
        if named and named[-1].end == end:
            return None if _OF.search(self._text, start, named[-1].start) else named[-1].person.name
        said = self._text[start:end]
        pronoun = _PRONOUN.search(said[-3:].lstrip())
        if pronoun and pronoun[1].lower() in ("he", "she"):
            person = self.pronoun(end, number, pronoun[1])
            return person.name if person else None
        described = _THE.search(said)
        if not described or _OF.search(said, 0, described.start()):
            return None
        if described["whose"].lower() == "the":
            return f"the {described['what'].lower()}"
        kin = described["what"].lower().split()[-1]
        return f"~{kin}" if re.fullmatch(_KIN, kin) else None

    def _learn_genders(self) -> None:
        """From titles and kin words before a name, and from pronouns in a passage that opens with its only person."""
        for mention in self.mentions:
            before = _LETTERS.findall(self._text, max(0, mention.start - TITLE_REACH), mention.start)
            word = fold(before[-1]) if before else ""
            if word in _MALE or word in _FEMALE:
                mention.person.votes["he" if word in _MALE else "she"] += TITLE_VOTES
            if is_told_who(self._text, mention.start, mention.end):
                mention.person.votes["told"] += 1
        for passage, following in zip_longest(self._passages, self._passages[1:]):
            named = self.between(passage.start, passage.end)
            opened = self.opening(passage)
            named = [mention for mention in named if mention.start >= opened]
            if not named or named[0].start - opened > SUBJECT_REACH:
                continue
            others = {mention.person for mention in named} - {named[0].person}
            if not any(person.is_evident or len(person.tokens) > 1 for person in others) and (
                not others or named[0].person.is_evident
            ):
                told = list(_PRONOUN.finditer(self._text, named[0].end, passage.end))
                opens = _PRONOUN.match(self._text, following.start) if following else None
                for pronoun in [*told, opens] if opens else told:
                    named[0].person.votes["he" if pronoun[1].lower() in _HE else "she"] += 1


@lru_cache(maxsize=20_000)
def may_be_one(a: str | None, b: str | None) -> bool:
    """Whether two subjects (see `People.subject`) can be one: not if both are known and differ."""
    if not a or not b:
        return True
    if a.startswith("~") or b.startswith("~"):
        return a == b
    if a.startswith("the ") or b.startswith("the "):
        return a == b or not (a.startswith("the ") and b.startswith("the "))
    return same_name(name_tokens(a), name_tokens(b))


def surely_one(a: str | None, b: str | None) -> bool:
    """Whether two subjects (see `People.doer`) are one beyond doubt: both named, or described in the same words."""
    return bool(a and b and not a.startswith("~") and a.startswith("the ") == b.startswith("the ") and may_be_one(a, b))


def _before_auxiliaries(text: str, start: int, at: int) -> int:
    """Where the words before a verb at text[at] end that are no part of it, nor of what is told in passing.

    "Ann Lee, 41, was later ..." ends after Lee.
    """
    end = at
    words = split_words(text, start, at)
    while words and not text[words[-1].end : end].strip() and _is_auxiliary(words[-1]):
        end = words.pop().start
    edge = start + len(text[start:end].rstrip())
    if text[start:edge].endswith((",", " who")):
        apposed = _APPOSED.search(text[start:edge].rstrip(","))
        return start + apposed.start() if apposed else edge
    return edge


def _is_auxiliary(word: Word) -> bool:
    return word.folded in _AUXILIARY or word.folded.endswith(("n't", "ly"))
