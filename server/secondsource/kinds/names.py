"""One name, spelt differently: "Lina Horvat" and "Lina Horvath", "Zorbek Line" and "Zorbeck Line".

Recognised is every person whom an article names in full, with the age, trade or title that stands beside the name,
and every other name of several words that may be a firm's or a ship's. Names are compared folded: without accents,
titles, initials and middle names. They corroborate where both articles tell who somebody unnamed was ("identified
as", "named the driver as"). They conflict when the people are surely one: one part of the name is equal and the other
is another spelling of the same sound; of what is no person, only where that part is no word or place that is met
elsewhere in English, and where neither article says "in" or "at" of it: places are written in many ways. Another given
name is no conflict, whatever else is equal: brothers share a surname and often a trade. Short forms and nicknames, and
names of whom either article tells both, never conflict. Nor do names that sound alike and none of whose parts English
knows, or of which one is spelt in many ways ("Abdel", "Ibrahim"): from another script everybody spells them anew; nor
a surname and its feminine ("Petrov", "Petrova").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import OSA

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.mentions import Mention
from secondsource.reading.names import HONORIFICS, SUFFIXES, name_tokens, same_name
from secondsource.reading.speakers import SPEECH
from secondsource.reading.words import commonness, fold, is_person_noun, lemma, rarity

_AGE = re.compile(r",?\s(?:aged\s|\()?(?P<age>\d{1,2})(?=[,.;)])")
_APPOSED = re.compile(
    r",\s(?:an?|the)\s(?:[\w-]{2,20}\s){0,3}?(?P<trade>[a-z]{4,20})(?=[,.;]|\s(?:from|at|of|in|who|whom)\b)"
)
_BEFORE = re.compile(r"(?P<trade>[^\W\d_]{2,20})[.,]?\s$")
_SPEAKS = re.compile(rf"\s(?:{SPEECH}|who|whose)\b")
_SPOKE = re.compile(rf"\b(?:{SPEECH})\s$")
_IDENTIFIED = re.compile(r"\b(?:identified|named)\s(?:[a-z-]{2,20}\s){0,5}as\s(?:[^\W\d_]{2,20}\s){0,3}$")
_IN_PLACE = re.compile(
    r"\b(?:in|at|near|(?:area|city|coast|district|island|port|province|region|suburb|town|village)\sof)\s(?:the\s)?$",
    re.IGNORECASE,
)
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "s", "æ": "a", "œ": "o", "-": "", "'": "", ".": ""})
_ENDING = re.compile(r"(?:iy|yy|ij|ii|yi|y|ie)$")  # of one Slavic name, by who writes it
_ROMANISED = frozenset(
    {"md", "mt", "sf", "sn", "bdl", "kld", "kdf", "brm", "srf", "mmd", "mstf", "rsd", "fktr"}
)  # sounds of Mohammed, Mehmet, Yusuf, Hassan, Abdul, Khaled, Gaddafi, Ibrahim, Sharif, Mahmoud, Mustafa, Rashid ...
_PARTICLES = frozenset("al el abu abd abdel abdul bin ibn umm".split())  # of names that everybody romanises his way
_FEMININE = re.compile(r"(?:[oe]v|in|yn)$")  # "Petrov", whose wife is "Petrova"
_PLACE_NOUNS = frozenset("province county district region valley river lake island street avenue square bridge".split())
_SOUNDS = (
    ("tch", "ch"),
    ("x", "ks"),
    ("ck", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("gh", "g"),
    ("c", "k"),
    ("z", "s"),
    ("v", "f"),
    ("w", "f"),
)
_SOFT = re.compile("c(?=[eiy])")
_NICKNAMES = """\
william bill billy will|robert bob bobby rob|richard dick rick|john jack johnny jon|james jim jimmy jamie
edward ted ned eddie|margaret peggy maggie meg|elizabeth betty beth liz lizzie eliza|catherine kate katie cathy kitty
anthony tony|charles chuck charlie|henry harry hank|francis frank|theodore ted teddy|lawrence larry|michael mike mick
joseph joe joey|thomas tom tommy|alexander alex sandy sasha|alexandra sandra sasha|patrick paddy|patricia pat trish
dorothy dot dolly|helen nell ellie|mary molly polly|sarah sally sadie|rebecca becky|susan sue|stephen steve
andrew drew andy|eugene gene|gerald gerry jerry|walter wally|ronald ron|donald don|leonard len lenny leo
vladimir volodya|mikhail misha|dmitri dima|maria masha|francisco paco pancho|jose pepe|ignacio nacho
guadalupe lupe|giuseppe beppe|johannes hans""".replace("\n", "|").split("|")
_FULL_OF = {
    name: {n for n, forms in enumerate(_NICKNAMES) if name in forms.split()} for name in " ".join(_NICKNAMES).split()
}
Form = tuple[str, ...]  # a name's words as compared
LOOK_BACK = 80  # code points before a name in which "identified as" shows ...
PLACE_REACH = 20  # ... or "province of the"
LEAST_NAME = 2  # words of a full name
SHORT = 5  # letters of a name, below which one letter makes another name of it: "Lena", "Lana"
UNHEARD = 5.6  # rarity from which a word that names something is hardly another thing's name: "Harlow" is 4.9
HEARD = 4.6  # rarity of what two such names have in common, up to which English knows it: "Line", not "Hezbollah"
# Commonness of a name's parts below which all of it is foreign to English, and any spelling one's own. Of 60 names so
# spelt in two ways in 900 real events the 20 that this takes for romanised are, but for one.
FOREIGN = 2.5
FOREIGN_GIVEN = 2.2  # ... and of the given name that both have
EDITS, EDITS_HEARD = 1, 2  # letters that a misspelled name has wrong; two only where the sound is the same


class Names(Kind):
    """What somebody is called."""

    name = "names"
    examples = (
        Example("Lina Horvath, 34, won the race.", "Lina Horvat, 34, came first.", Stance.CONFLICTS),
        Example("Zorbek Line sold the ferry.", "The ferry belonged to Zorbeck Line.", Stance.CONFLICTS),
        Example("Goalkeeper Max Keane was sent off.", "Goalkeeper Tom Keane saw red.", Stance.NOT_COMPARABLE),
        Example("Police named the driver as Ana Sol.", "The driver was identified as Ana Sol.", Stance.CORROBORATES),
        Example("Dr Bill Osei spoke.", "Dr William Osei spoke.", Stance.NOT_COMPARABLE),
        Example("Dr José Peña was freed.", "Dr Jose Pena was freed.", Stance.NOT_COMPARABLE),
        Example("Ana Sol, 41, was freed.", "Eve Sol, 44, was freed.", Stance.NOT_COMPARABLE),
    )

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every full name of somebody who is plainly a person, and of what may be a firm."""
        known: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for mention in document.people.mentions:
            for sort, said in _beside(document.text, mention):
                known[id(mention.person)][sort].add(said)
        for _, passage in document.statements:
            for mention in document.people.between(passage.start, passage.end):
                if mention.end <= passage.end and _is_full(document, mention):
                    yield self._claim(document, mention, known.get(id(mention.person)) or {})

    def label(self, claims: Sequence[Claim]) -> str:
        """The name, in the spelling of the first."""
        return label_wording.name_label(claims[0].subject)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield two names of one person, and one name of somebody whom both articles identify."""
        mine, others = (_by_form(side) for side in (both.ours, both.theirs))
        sharing = _by_end(others)
        for ours in mine:
            for theirs in sorted(set().union(*(sharing.get(token, ()) for token in _ends(ours)))):
                if ours == theirs:
                    identified = ([c for c in side if c.data["identified"]] for side in (mine[ours], others[ours]))
                    for a, b in product(*identified):
                        yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.value, b.value))
                elif ours not in others and theirs not in mine and not same_name(ours, theirs):
                    for a, b in product(mine[ours], others[theirs]):
                        if _is_respelt(a, b):
                            yield a, b, Verdict(Stance.CONFLICTS, wording.names_differ(a.value, b.value))

    def _claim(self, document: Document, mention: Mention, about: dict[str, set[str]]) -> Claim:
        said = document.text[mention.start : mention.end]
        data = {
            "tokens": list(_plain(said)), "gender": mention.person.gender,
            "age": sorted(about.get("age", ())), "trade": sorted(about.get("trade", ())),
            "identified": _is_identified(document.text, mention), "place": "place" in about,
            "somebody": bool(about.keys() - {"place"}) or mention.person.is_evident,
        }  # fmt: skip
        return Claim.at(
            document, mention.start, mention.end, kind=self.name, subject=mention.person.name,
            property="name", value=said, data=data,
        )  # fmt: skip


def _is_full(document: Document, mention: Mention) -> bool:
    return mention.person.is_person and len(_plain(document.text[mention.start : mention.end])) > 1


def _plain(name: str) -> tuple[str, ...]:
    """A name as compared: folded, without a title, also one of an office that only some papers print in capitals."""
    tokens = [plain for token in name_tokens(name) if (plain := token.translate(_LETTERS)) and plain not in SUFFIXES]
    while len(tokens) > LEAST_NAME and is_person_noun(lemma(tokens[0])):
        tokens.pop(0)
    return tuple(tokens)


def _beside(text: str, mention: Mention) -> Iterator[tuple[str, str]]:
    """("age", "trade", "named", "speaks" or "place", what is told) of a name, right before and after it."""
    age = _AGE.match(text, mention.end)
    if age:
        yield "age", age["age"]
    if _is_identified(text, mention):
        yield "named", ""
    if _IN_PLACE.search(text, max(0, mention.start - PLACE_REACH), mention.start):
        yield "place", ""
    if _SPEAKS.match(text, mention.end) or _SPOKE.search(text, max(0, mention.start - 24), mention.start):
        yield "speaks", ""
    for told in (_APPOSED.match(text, mention.end), _BEFORE.search(text, max(0, mention.start - 24), mention.start)):
        if told:
            trade = lemma(fold(told["trade"]))
            if is_person_noun(trade) or fold(told["trade"]) in HONORIFICS:
                yield "trade", trade


def _is_identified(text: str, mention: Mention) -> bool:
    """Whether a name is told here of somebody unnamed: "identified the driver as Ana Sol"."""
    low = max(0, mention.start - LOOK_BACK)
    before = text[low : mention.start]
    return ("identified" in before or "named" in before) and bool(_IDENTIFIED.search(text, low, mention.start))


def _is_respelt(a: Claim, b: Claim) -> bool:
    """Whether two names are spellings of one: one part equal, the other close and of the same sound."""
    (*first_a, last_a), (*first_b, last_b) = a.data["tokens"], b.data["tokens"]
    if (last_a == last_b and last_a in _PLACE_NOUNS) or not _PARTICLES.isdisjoint((*first_a, *first_b)):
        return False
    if not (a.data["somebody"] or b.data["somebody"]):
        return not (a.data["place"] or b.data["place"]) and _is_unheard_of(a, b)
    if (
        _is_romanised(a, b)
        or _is_feminine(last_a, last_b)
        or (a.data["age"] and b.data["age"] and a.data["age"] != b.data["age"])
    ):
        return False
    if {*first_a} & {*first_b} and last_a != last_b:
        return _is_close(last_a, last_b, plural=bool(a.data["somebody"] and b.data["somebody"]))
    genders = {a.data["gender"], b.data["gender"]} - {None}
    if last_a != last_b or len(genders) > 1 or _is_nickname(first_a, first_b):
        return False
    short = not {*a.data["age"]} & {*b.data["age"]}  # of two of one age, surname and sound there is one
    alike = _sound(first_a[0]) == _sound(first_b[0])
    return alike and _is_close(first_a[0], first_b[0], shortest=SHORT if short else 1)


def _is_unheard_of(a: Claim, b: Claim) -> bool:
    """Whether two names of something are one but for a part that is no word or place known in English."""
    (*first_a, last_a), (*first_b, last_b) = a.data["tokens"], b.data["tokens"]
    x, y = (first_a[0], first_b[0]) if last_a == last_b else (last_a, last_b)
    same = len(first_a) == len(first_b) and (last_a == last_b or first_a == first_b)
    known = rarity(first_a[-1] if last_a != last_b else last_a) <= HEARD
    return same and known and min(rarity(x), rarity(y)) >= UNHEARD and _is_close(x, y)


def _by_form(claims: Sequence[Claim]) -> dict[Form, list[Claim]]:
    forms: dict[Form, list[Claim]] = defaultdict(list)
    for claim in claims:
        forms[tuple(claim.data["tokens"])].append(claim)
    return forms


def _by_end(forms: Iterable[Form]) -> dict[str, set[Form]]:
    """The names by the parts of which two spellings of a name have one in common."""
    ends: dict[str, set[Form]] = defaultdict(set)
    for form in forms:
        for token in _ends(form):
            ends[token].add(form)
    return ends


def _ends(form: Form) -> set[str]:
    """A name's first part and its last two: "Convenor Ann Lee" has another word before the given name."""
    return {form[0], *form[-LEAST_NAME:]}


def _is_close(a: str, b: str, *, plural: bool = False, shortest: int = SHORT) -> bool:
    """Whether one word is likely the other misspelled; not where it is the other romanised, its plural or adjective.

    `plural` says that it may look like one: of somebody's surname, with his given name before it, there is none.
    """
    if min(len(a), len(b)) < shortest or _ENDING.sub("i", a) == _ENDING.sub("i", b):
        return False
    if not plural and (a + "s" == b or b + "s" == a):
        return False
    if not plural and any(x.endswith("a") and x + "n" == y for x, y in ((a, b), (b, a))):  # "Arvania", "Arvanian"
        return False
    alike = _sound(a) == _sound(b)
    return OSA.distance(a, b) <= (EDITS_HEARD if alike else EDITS)


def _is_romanised(a: Claim, b: Claim) -> bool:
    """Whether a word of two names is one that everybody writes in letters of his own: "Mohammed", "Muhammad"."""
    ours, theirs = a.data["tokens"], b.data["tokens"]
    of_one_age = {*a.data["age"]} & {*b.data["age"]}
    foreign = any(map(_is_foreign, (ours, theirs))) or any(
        commonness(given) < FOREIGN_GIVEN for given in {*ours[:-1]} & {*theirs[:-1]}
    )
    if not of_one_age and foreign and _sounds(ours) == _sounds(theirs):
        return True
    return any(_sound(x) == _sound(y) in _ROMANISED and x != y for x, y in product(a.data["tokens"], b.data["tokens"]))


def _is_foreign(tokens: Sequence[str]) -> bool:
    """Whether English knows no part of a name."""
    return all(commonness(token) < FOREIGN for token in tokens)


def _sounds(tokens: Sequence[str]) -> tuple[str, str]:
    """How a name's last two parts sound."""
    return _sound(tokens[-2]), _sound(tokens[-1])


def _is_feminine(a: str, b: str) -> bool:
    """Whether one of two surnames is what a woman of the other's family is called."""
    return any(x + "a" == y and _FEMININE.search(x) for x, y in ((a, b), (b, a)))


def _is_nickname(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether a given name is short, or another form, for another one."""
    return any(
        x.startswith(y) or y.startswith(x) or (x[:3] == y[:3] and min(len(x), len(y)) < SHORT)
        or (_FULL_OF.get(x, set()) & _FULL_OF.get(y, set()))
        for x, y in product(ours, theirs)
    )  # fmt: skip


@lru_cache(maxsize=20_000)
def _sound(word: str) -> str:
    """The consonants of a word as they sound in English, each once in a row: "Catherine", "Katharine" are "ktrn"."""
    word = _SOFT.sub("s", word)
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    kept = [letter for letter in word if letter not in "aeiouyh"]
    return "".join(letter for n, letter in enumerate(kept) if not n or letter != kept[n - 1])
