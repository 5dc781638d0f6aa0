"""Words with their offsets, lemmas, rarity and synonyms.

Sources: simplemma (lemmas), wordfreq (how common a word is in general English), WordNet 3.0 through
data/wordnet.txt (synonyms, verb-noun derivation, nouns for a person, kinds of thing; made by .ci/make_wordnet.py).
Opposites come from there and from data/opposites.txt, which is ours.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate, islice, repeat
from typing import NamedTuple

import simplemma

_WORD = re.compile(r"\$?\d+(?:[.,:]\d+)*(?:%|(?:st|nd|rd|th)\b)?|[^\W\d_]+(?:['’\-.][^\W\d_]+)*", re.UNICODE)
_PARTS = re.compile(f"({_WORD.pattern})", re.UNICODE)
_FUNCTION = frozenset(
    """a an and are as at be been being but by can could did do does doing for from had has have having he her hers
    him himself his how i if in into is it its itself just may me might more most must my myself no nor not of
    off on onto or our ours out over own per same shall she should so some such than that the their theirs them
    themselves then there these they this those through to too under until up upon us very was we were what when
    where whether which while who whom whose why will with would you your yours i'm i've i'd i'll it's that's he's
    she's we're they're don't doesn't didn't isn't wasn't won't can't there's here's he'd she'd he'll she'll we've
    you're you've let's also about after before between during among against because both each other any all one
    like percent cent said say says saying told tell tells get got go going went s t re""".split()
)
_LEMMAS = {
    "rose": "rise",
    "wive": "wife",
    "knive": "knife",
    "lif": "life",
    "people": "person",
    "men": "man",
    "women": "woman",
}


class Word(NamedTuple):
    """A word or number as written, `text[start:end]`, with its folded form."""

    start: int
    end: int
    text: str
    folded: str


_word = tuple.__new__  # what making a Word comes to, without a call in between for every word there is


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Lower case, straight apostrophes, no accents, no possessive 's."""
    plain = unicodedata.normalize("NFKD", word.replace("’", "'")).lower()
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    return plain.removesuffix("'s").removesuffix("'")


def lowered(text: str) -> str:
    """The text in lower case, every character where it was."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def split_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words and numbers of text[start:end]; offsets are into the whole text."""
    parts = _PARTS.split(text[start:end])  # what stands between words and the words, in turn: no step a word
    at = list(accumulate(map(len, parts), initial=start))
    said = parts[1::2]
    return list(map(_word, repeat(Word), zip(at[1::2], at[2::2], said, map(fold, said), strict=False)))


def folded_words(text: str) -> list[str]:
    """The words and numbers of a text as compared, for who need not know where they stand."""
    return list(map(fold, _PARTS.split(text)[1::2]))


def words_in(text: str, start: int, end: int) -> Iterator[Word]:
    """Yield the words and numbers of text[start:end]: for who needs but the first."""
    for found in _WORD.finditer(text, start, end):
        yield _word(Word, (*found.span(), said := found[0], fold(said)))


def first_words(text: str, start: int, end: int, most: int) -> list[Word]:
    """The first of the words and numbers of text[start:end]."""
    return list(islice(words_in(text, start, end), most))


def either_side(words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """How many of a passage's words end before text[start], and the number of the first that starts from text[end]."""
    low = bisect_left(words, (start,))
    return low - (low > 0 and words[low - 1].end > start), bisect_left(words, (end,))


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """The dictionary form of a folded word."""
    base = simplemma.lemmatize(word, "en").lower()
    return _LEMMAS.get(base, base)


@lru_cache(maxsize=100_000)
def rarity(word: str) -> float:
    """How rare a word is in general English: about 0.3 for "the", 3 to 4 for news words, 8 for unknown ones."""
    return 8.0 - commonness(word, "small") if word.isalpha() else 5.0


def commonness(word: str, words: str = "best") -> float:
    """How common a folded word is in general English, on Zipf's scale, by one of wordfreq's lists; 0 for unknown ones.

    Every article has names and words that no list has: wordfreq would take each apart to look for its parts, in vain
    where it is made of plain letters.
    """
    from wordfreq import get_frequency_dict, zipf_frequency  # half a second, which who reads nothing need not wait for

    if word.isascii() and word.isalpha() and word.lower() not in get_frequency_dict("en", words):
        return 0.0
    return zipf_frequency(word, "en", words)


def is_content(word: str) -> bool:
    """Whether a folded word carries meaning of its own."""
    return word not in _FUNCTION


@lru_cache(maxsize=100_000)
def synonyms(base: str) -> frozenset[str]:
    """Lemmas that can name the same kind of thing or act, the word itself among them."""
    groups = _wordnet().groups
    return frozenset({base}.union(*(groups[at] for at in _wordnet().members.get(base, ()))))


def same_kind(a: str, b: str) -> bool:
    """Whether two lemmas can name the same thing."""
    return a == b or b in synonyms(a)


@lru_cache(maxsize=200_000)
def related(a: str, b: str) -> bool:
    """Whether two lemmas can name one thing or act: "marry" and "wed", "wedding"; "fatal" and "fatality"."""
    return same_kind(a, b) or bool(acts(a) & acts(b))


@lru_cache(maxsize=100_000)
def acts(base: str) -> frozenset[str]:
    """The lemma itself, with the verbs that a noun is derived from and their synonyms, or the nouns of an adjective."""
    verbs = (synonyms(verb) for verb in _wordnet().verbs.get(base, ()))
    return frozenset({base}.union(*verbs, _wordnet().nouns.get(base, ())))


@lru_cache(maxsize=200_000)
def opposed(a: str, b: str) -> bool:
    """Whether two lemmas are opposites: "rise" and "fall", "victory" and "defeat"."""
    return b in _wordnet().opposites.get(a, ()) or b in _opposites().get(a, ())


def is_person_noun(base: str) -> bool:
    """Whether a lemma names a person by trade, kin or condition: "teacher", "wife", "suspect"."""
    return base in _wordnet().people


def kinds(base: str) -> frozenset[str]:
    """What the thing that a lemma names is a kind of: a dog of animal, a villa of house; empty for what is no thing."""
    return _wordnet().kinds.get(base, frozenset())


@dataclass(frozen=True, slots=True)
class _WordNet:
    groups: list[frozenset[str]]
    members: dict[str, list[int]]
    verbs: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    opposites: dict[str, frozenset[str]]
    people: frozenset[str]
    kinds: dict[str, frozenset[str]]


@cache
def _wordnet() -> _WordNet:
    groups: list[frozenset[str]] = []
    members: dict[str, list[int]] = defaultdict(list)
    verbs: dict[str, set[str]] = defaultdict(set)
    nouns: dict[str, frozenset[str]] = {}
    opposites: dict[str, set[str]] = defaultdict(set)
    people = set()
    kinds: dict[str, frozenset[str]] = {}
    for line in (files("secondsource.reading") / "data/wordnet.txt").read_text("ascii").splitlines():
        mark, *listed = line.split()
        if mark in ("n", "v"):
            for word in listed:
                members[word].append(len(groups))
            groups.append(frozenset(listed))
        elif mark == "d":
            for noun in listed[1:]:
                verbs[noun].add(listed[0])
        elif mark == "a":
            nouns[listed[0]] = frozenset(listed[1:])
        elif mark == "o":
            opposites[listed[0]].add(listed[1])
            opposites[listed[1]].add(listed[0])
        elif mark == "p":
            people.add(listed[0])
        elif mark == "k":
            kinds[listed[0]] = frozenset(listed[1:])
    return _WordNet(groups, dict(members), _frozen(verbs), nouns, _frozen(opposites), frozenset(people), kinds)


@cache
def _opposites() -> dict[str, set[str]]:
    """Our own pairs, both ways."""
    pairs: dict[str, set[str]] = defaultdict(set)
    for line in (files("secondsource.reading") / "data/opposites.txt").read_text("ascii").splitlines():
        if not line.startswith("#"):
            one, other = line.split()
            pairs[one].add(other)
            pairs[other].add(one)
    return dict(pairs)


def _frozen(table: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(of) for word, of in table.items()}
