"""Proper names, the people they stand for, and whom a pronoun means when that is plain. Within one article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from secondsource.reading.passages import Passage
from secondsource.reading.words import fold, is_content, is_person_noun, lemma, rarity, split_words

_PARTICLE = r"(?:de|van|von|bin|ibn|al|der|den|la|le|el|di|da|du|dos|del)"
_TOKEN = r"(?:[A-Z]\.(?:[A-Z]\.)*|[^\W\d_a-z][^\W\d_]*(?:['’-][^\W\d_]+)*)"
_NAME = re.compile(
    rf"(?<![\w]){_TOKEN}(?:[ ]{_TOKEN}|[ ]{_PARTICLE}(?=[ ]{_TOKEN})|,?[ ](?:Jr|Sr)\.?(?!\w))*", re.UNICODE
)
_UPPER_START = re.compile(r"[^\W\d_a-z]")
HONORIFICS = frozenset(
    """mr mrs ms miss dr sir dame lord lady rev reverend fr sister brother prof professor president vice prime minister
    chancellor king queen prince princess pope rep sen senator representative congressman congresswoman gov governor
    mayor judge justice chief attorney general secretary sheriff officer detective sergeant sgt lt lieutenant capt
    captain col colonel maj major gen admiral commander coach chairman chairwoman ceo director former ex actor actress
    host detective inspector superintendent constable deputy councillor councilman alderman mp first lady us u.s
    federal district state""".split()
)
_MALE = frozenset(
    "mr sir lord king prince husband father dad son brother uncle nephew grandfather grandson boy man boyfriend actor widower groom businessman fiance stepfather".split()
)
_FEMALE = frozenset(
    "mrs ms miss dame lady queen princess wife mother mom mum daughter sister aunt niece grandmother granddaughter girl woman girlfriend actress widow bride businesswoman fiancee stepmother spokeswoman".split()
)
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec""".split()
)
_NOT_PEOPLE = frozenset(
    """street road avenue lane square bridge river lake mountain island bay county city town valley park stadium arena
    airport station hospital university college school church bank inc corp co ltd plc llc group holdings company party
    union association league cup marathon open championship games festival prize award street's house senate congress
    parliament court council committee commission ministry department agency times post news journal magazine
    democrat republican""".split()
)
_AGE_FOLLOWS = re.compile(r",\s\d{1,2},")
_PRONOUN = re.compile(r"\b(he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_KIN = "wife|husband|son|daughter|mother|father|brother|sister|lawyer|attorney|spokesman|spokeswoman|spokesperson|partner|ex"
_OWNS = re.compile(r"['’]s?\b|['’]\s")
_OWNED_KIN = re.compile(rf"['’]s?\s(?:\w+\s)?({_KIN})\b", re.IGNORECASE)
_DATELINE = re.compile(r"[A-Z][A-Z .,]{2,30}(?:\([\w .]+\)\s)?[—–-]{1,2}\s")
_SUBJECT = re.compile(
    rf"\b(?:(?:his|her|their|[Hh]is|[Hh]er|[Tt]heir)\s(?:\w+\s)?(?P<kin>{_KIN})\b|(?P<pronoun>[Hh]e|[Ss]he)\b|[^\W\d_a-z]\w*)"
)
_SUFFIX = frozenset({"jr", "sr", "ii", "iii"})
TITLE_CASE = (
    0.6  # a passage with this share of its content words capitalised is a headline: its capitals name nobody
)
SUBJECT_REACH = 12  # a name that starts within so many code points of its passage is taken to be the subject
MAX_LOOK_BACK = 2  # passages a pronoun may reach back


@dataclass(slots=True)
class Person:
    """Somebody (or something) with a proper name: the fullest form used, and every place it is named."""

    name: str
    tokens: tuple[str, ...]
    mentions: list[int] = field(default_factory=list)
    votes: Counter[str] = field(default_factory=Counter)

    @property
    def is_person(self) -> bool:
        """False for what its last word tells to be a place, a firm or an event: "Elm Street", "Leeds University"."""
        return self.tokens[-1] not in _NOT_PEOPLE

    @property
    def gender(self) -> str | None:
        """ "he" or "she" when the article makes it plain, else None."""
        he, she = self.votes["he"], self.votes["she"]
        return "he" if he > 2 * she else "she" if she > 2 * he else None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as written, `text[start:end]`, and the person it stands for."""

    start: int
    end: int
    person: Person


class People:
    """Who is named where in one article, and who a pronoun stands for."""

    def __init__(self, text: str, passages: Sequence[Passage]) -> None:
        self._text = text
        self._passages = passages
        self.mentions = _resolve(text, _named(text, passages))
        self._starts = [mention.start for mention in self.mentions]
        self._vote()

    def between(self, start: int, end: int) -> list[Mention]:
        """The names that start in text[start:end]."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def ending_at(self, end: int) -> Mention | None:
        """The name that ends just there (a possessive 's may stand between), if any."""
        at = bisect_left(self._starts, end) - 1
        if at >= 0 and self._text[self.mentions[at].end : end] in ("", "'s", "’s", "'", "’"):
            return self.mentions[at]
        return None

    def starting_at(self, start: int) -> Mention | None:
        """The name that starts just there, if any."""
        at = bisect_left(self._starts, start)
        return self.mentions[at] if at < len(self._starts) and self._starts[at] == start else None

    def pronoun(self, at: int, passage: int, word: str) -> Person | None:
        """Whom "he", "she", "his" or "her" at text[at] stands for: the only one of that gender named nearby, or None."""
        gender = "he" if word.lower() in ("he", "him", "his", "himself") else "she"
        low = self._passages[max(0, passage - MAX_LOOK_BACK)].start
        near = {id(m.person): m.person for m in self.between(low, at) if m.person.gender == gender}
        if not near:
            near = {id(m.person): m.person for m in self.mentions if m.person.gender == gender}
        return next(iter(near.values())) if len(near) == 1 else None

    def names_in(self, start: int, end: int) -> set[str]:
        """The folded words of everybody named in text[start:end], full names taken from elsewhere in the article."""
        return {token for mention in self.between(start, end) for token in mention.person.tokens} - _SUFFIX

    def subject(self, number: int, until: int) -> str | None:
        """Whose doing a passage tells of, up to text[until]: a name, "wife of"-like kin, or None when that is not plain.

        It is the first of a name that owns nothing, kin of somebody ("his wife") and a pronoun that can be resolved.
        """
        passage = self._passages[number]
        dateline = _DATELINE.match(self._text, passage.start)
        start = dateline.end() if dateline else passage.start
        for found in _SUBJECT.finditer(self._text, start, min(until, passage.end)):
            mention = self.starting_at(found.start())
            if mention and not _OWNS.match(self._text, mention.end):
                return mention.person.name
            if mention and (kin := _OWNED_KIN.match(self._text, mention.end)):
                return f"~{kin[1].lower()}"
            if found["kin"]:
                return f"~{found['kin'].lower()}"
            if found["pronoun"]:
                person = self.pronoun(found.start(), number, found["pronoun"])
                return person.name if person else None
        return None

    def _vote(self) -> None:
        """Learn genders: from titles and kin words before a name, and pronouns after a passage's only first name."""
        for mention in self.mentions:
            before = self._text[max(0, mention.start - 40) : mention.start]
            word = fold((re.findall(r"[^\W\d_]+", before) or [""])[-1])
            if word in _MALE or word in _FEMALE:
                mention.person.votes["he" if word in _MALE else "she"] += 5
        for passage in self._passages:
            named = self.between(passage.start, passage.end)
            alone = len({id(mention.person) for mention in named}) == 1
            if alone and named[0].start - passage.start <= SUBJECT_REACH:
                for pronoun in _PRONOUN.finditer(self._text, named[0].end, passage.end):
                    named[0].person.votes[
                        "he" if pronoun[1].lower().startswith("hi") or pronoun[1].lower() == "he" else "she"
                    ] += 1


def _named(text: str, passages: Sequence[Passage]) -> list[tuple[int, int, bool]]:
    """(start, end, sure) of each run of capitalised words; not sure in headlines, whose every word is capital.

    There a name is the longest run of words that are names in the article's body.
    """
    found = []
    headlines = []
    for passage in passages:
        if passage.furniture:
            continue
        if _is_headline(text[passage.start : passage.end]):
            headlines.append(passage)
            continue
        for name in _NAME.finditer(text, passage.start, passage.end):
            found += [
                (start, end, True)
                for start, end in _split_name(text, name.start(), name.end(), passage.start)
            ]
    body = {token for start, end, _ in found for token in name_tokens(text[start:end])}
    for passage in headlines:
        found += [(start, end, False) for start, end in _body_names(text, passage, body)]
    return sorted(found)


def _body_names(text: str, passage: Passage, body: set[str]) -> list[tuple[int, int]]:
    """Runs of words of a headline that are all names in the body."""
    runs: list[tuple[int, int]] = []
    for word in split_words(text, passage.start, passage.end):
        if word.folded not in body or not word.text[0].isupper():
            continue
        end = word.end - 2 if word.text.endswith(("'s", "’s")) else word.end
        if runs and text[runs[-1][1] : word.start] == " ":
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((word.start, end))
    return runs


def _is_headline(passage: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]{4,}", passage) if is_content(word.lower())]
    capitals = sum(1 for word in words if word[0].isupper())
    return len(words) > 3 and passage[-1] not in ".!?\"”’'" and capitals >= TITLE_CASE * len(words)


def _split_name(text: str, start: int, end: int, passage: int) -> list[tuple[int, int]]:
    """A run of capitals without the words at its ends that are capital for another reason, possessives taken off."""
    tokens = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:end])]
    titled = [
        n for n, (low, high) in enumerate(tokens[:-1]) if fold(text[low:high].strip(".,")) in HONORIFICS
    ]
    tokens = tokens[titled[-1] + 1 :] if titled else tokens
    if len(tokens) > 2 and tokens[0][0] == passage and is_person_noun(lemma(fold(text[slice(*tokens[0])]))):
        tokens = tokens[1:]  # "Striker Noa Bell"; two words may be a name themselves, like "Hunter Bell"
    while tokens:
        low, high = tokens[0]
        word = fold(text[low:high].rstrip(".,"))
        opens = low == passage or not text[max(0, low - 2) : low].strip() or text[low - 1] in "\"“‘'(["
        ordinary = not is_content(word) or word in _CALENDAR or word in HONORIFICS
        if ordinary or (
            opens and low == start and len(tokens) == 1 and rarity(word) < 4.3 and _is_dictionary(word)
        ):
            tokens = tokens[1:]
            continue
        break
    while tokens and (
        fold(text[slice(*tokens[-1])].rstrip(".,")) in _CALENDAR
        or not is_content(fold(text[slice(*tokens[-1])]))
    ):
        tokens = tokens[:-1]
    pieces: list[tuple[int, int]] = []
    for n, (low, high) in enumerate(tokens):
        owned = text[high - 2 : high] in ("'s", "’s")
        if (
            n
            and text[pieces[-1][1] : low].strip() in ("", ",")
            and text[pieces[-1][1] : pieces[-1][1] + 1] not in ("'", "’")
        ):
            pieces[-1] = (pieces[-1][0], high - 2 if owned else high)
        else:
            pieces.append((low, high - 2 if owned else high))
    return [(low, high) for low, high in pieces if high - low > 1]


def _is_dictionary(word: str) -> bool:
    return lemma(word) != word or rarity(word) < 3.6 or is_person_noun(word)


def name_tokens(name: str) -> tuple[str, ...]:
    """A name folded into tokens, initials and honorifics left out: ("jesse", "jackson", "jr")."""
    tokens = [fold(token.strip(".,")) for token in name.split()]
    kept = tuple(token for token in tokens if len(token) > 1 and token not in HONORIFICS)
    return kept or tuple(tokens)


def same_name(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names' tokens can be one person: equal first and last, or one of them a single one of the other's."""
    if not a or not b:
        return False
    if len(a) > 1 and len(b) > 1:
        if bool(_SUFFIX & set(a)) != bool(_SUFFIX & set(b)):
            return False
        first, last = [[t for t in name if t not in _SUFFIX] for name in (a, b)]
        return first[0] == last[0] and (
            first[-1] == last[-1] or set(first) <= set(last) or set(last) <= set(first)
        )
    single, other = (a[0], b) if len(a) == 1 else (b[0], a)
    plain = [token for token in other if token not in _SUFFIX]
    return bool(plain) and single in (plain[0], plain[-1])


def _known(by_token: dict[str, list[Person]], tokens: Sequence[str]) -> Person | None:
    """The first person introduced whose name can be this one."""
    held = [*by_token.get(tokens[0], []), *by_token.get(tokens[-1], [])]
    return next((person for person in held if same_name(person.tokens, tokens)), None)


def _resolve(text: str, named: Sequence[tuple[int, int, bool]]) -> list[Mention]:
    """Give each name its person: full names first, then single names that one of them holds."""
    people: list[Person] = []
    by_token: dict[str, list[Person]] = {}

    def add(name: str, tokens: tuple[str, ...]) -> Person:
        person = Person(name, tokens)
        people.append(person)
        for token in tokens:
            by_token.setdefault(token, []).append(person)
        return person

    resolved: dict[tuple[int, int], Person] = {}
    for sure in (True, False):
        for full in (True, False):
            for start, end, certain in named:
                tokens = name_tokens(text[start:end])
                if certain is not sure or (len(tokens) > 1) is not full:
                    continue
                known = _known(by_token, tokens)
                if known is None and sure:
                    known = add(text[start:end], tokens)
                if known is None:
                    continue
                if len(tokens) > len(known.tokens):
                    known.name, known.tokens = text[start:end], tokens
                    by_token.setdefault(tokens[-1], []).append(known)
                resolved[start, end] = known
    mentions = []
    for start, end, _ in named:
        person = resolved.get((start, end))
        if person:
            person.mentions.append(start)
            mentions.append(Mention(start, end, person))
    return mentions
