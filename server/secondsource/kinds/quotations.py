"""Quotations: the same utterance, found across rewording, and what was done to its words.

Two quoted sentences are the same utterance when their words are equal, when one holds the other, or when they
share enough of their rarer words; and, where an interview is retold in the same order, when they stand between
neighbours that are. Identical or cut short corroborates; other words are `rewords`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from secondsource.kinds import wording
from secondsource.kinds.claim import Claim, Comparison, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.names import name_tokens, same_name
from secondsource.reading.numbers import words_value
from secondsource.reading.quotations import Quotation, is_title
from secondsource.reading.words import Word, is_content, lemma, rarity, related, split_words, synonyms

# Likeness (see `likeness`), chosen on the four labelled stories: two sentences that are not one utterance reach
# .20 and seldom more, and an utterance reworded word by word may fall to .22, so order has to speak for it.
BACKGROUND = 0.21
CLEAR = 0.36  # some pair of a run must be as alike as this
ENOUGH = 0.26  # a lone pair needs a likeness of .47, two in a row .36 and .32
WEIGHTY = 4.0  # rarity that the shared words of a lone pair must add up to: "you know what I mean" does not
SYNONYM, ORDER = 0.7, 0.4
NAME, MOST = 2.0, 5.0  # weights: of a name or number, and of the rarest word
FEW_WORDS = 4  # fewer shared words than this are the same utterance only when one of them is rare
RARE = 3.7  # rarity of a word that two outlets hardly quote by chance in one story
VERY_RARE = 6.5  # rarity that the few words of a fragment without a common speaker must add up to
_LEFT_OUT = re.compile(r"\.\.\.|…|\[[^\]]*\]|\([^)]*\)")
_CONTRACTED = {
    "it's": "it is",
    "that's": "that is",
    "there's": "there is",
    "what's": "what is",
    "let's": "let us",
    "ok": "okay",
    "percent": "per cent",
}
_ARTICLES = frozenset({"the", "a", "an"})


class Quotations(Kind):
    """Words in quotation marks."""

    name = "quotations"
    one_origin = True

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every quoted sentence or part of one; titles in quotation marks are not quotations."""
        for quoted in document.quotations:
            if document.passages[quoted.passage].furniture:
                continue
            if quoted.speaker is None and is_title(document.text, quoted.start, quoted.end):
                continue
            spoken = split_words(document.text, quoted.start, quoted.end)
            if not spoken:
                continue
            words = spoken_words(spoken)
            speaker = _speaker(document, quoted)
            data = {
                "words": words,
                "bag": _bag(spoken),
                "parts": _parts(document.text[quoted.start : quoted.end]),
            }
            value = " ".join(words)
            yield Claim.at(
                document, quoted.start, quoted.end, kind=self.name, subject=speaker,
                property="words", value=value, data=data,
            )  # fmt: skip

    def label(self, claims: Sequence[Claim]) -> str:
        """The longest wording, cut to a line."""
        return wording.quotation_label(max((claim.exact for claim in claims), key=len))

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield each pair of the same utterance, the best partners first where several compete."""
        for a, b in _align(both.ours, both.theirs):
            if _in_parts(a, b) or _in_parts(b, a):
                yield a, b, Verdict(Stance.CORROBORATES, wording.QUOTED_IN_PART)
            else:
                yield a, b, _judge(a.data["words"], b.data["words"])


def spoken_words(words: Sequence[Word]) -> list[str]:
    """Words as they are compared: contractions written out, small numbers in digits, "per cent" one word."""
    spoken: list[str] = []
    for word in words:
        plain = word.folded.rstrip(".")
        value = words_value(plain) if plain.isalpha() and plain not in ("a", "an", "one", "half") else None
        spoken += (
            f"{value:g}".split() if value is not None else _CONTRACTED.get(plain, "").split() or _written_out(plain)
        )
    return spoken


def _written_out(word: str) -> list[str]:
    if word.endswith("n't"):
        return [{"ca": "can", "wo": "will", "sha": "shall"}.get(word[:-3], word[:-3]), "not"]
    stem, mark, ending = word.partition("'")
    full = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"}.get(ending) if mark else None
    return [stem, full] if full else [word]


def _parts(quoted: str) -> list[list[str]]:
    """The words between ellipses and brackets, which stand for words left out or put in."""
    return [spoken_words(split_words(part)) for part in _LEFT_OUT.split(quoted) if split_words(part)]


def _speaker(document: Document, quoted: Quotation) -> str:
    """A full name, "~" and the noun of a description, or "" where nobody is plain."""
    who = quoted.speaker
    if not who:
        return ""
    if who.lower() in ("he", "she"):
        return f"~{who.lower()}"
    if who.lower() == "they":
        return ""
    if who[0].islower() or who.split()[0] in ("The", "A", "An", "His", "Her", "Their"):
        return f"~{lemma(who.split()[-1].lower())}"
    tokens = name_tokens(who)
    return next((m.person.name for m in document.people.mentions if same_name(m.person.tokens, tokens)), who)


def _may_be_one_speaker(a: str, b: str) -> bool:
    """Whether two speakers can be one: not two names, nor two descriptions, of two people."""
    if not a or not b or a.startswith("~") is not b.startswith("~"):
        return True
    if a.startswith("~"):
        return related(a[1:], b[1:]) or bool({a, b} & {"~he", "~she"} and {a, b} != {"~he", "~she"})
    return same_name(name_tokens(a), name_tokens(b))


def _judge(a: Sequence[str], b: Sequence[str]) -> Verdict:
    plain_a, plain_b = ([word for word in words if word not in _ARTICLES] for words in (a, b))
    if plain_a == plain_b:
        return Verdict(Stance.CORROBORATES, wording.QUOTED_ALIKE)
    if _holds(a, b) or _holds(b, a):
        return Verdict(Stance.CORROBORATES, wording.QUOTED_IN_PART)
    return Verdict(Stance.REWORDS, wording.QUOTED_OTHERWISE)


def _in_parts(short: Claim, long: Claim) -> bool:
    """Whether a quotation with words left out or put in has all its parts in the other, in order."""
    parts, at, words = short.data["parts"], 0, long.data["words"]
    for part in parts:
        found = next((n for n in range(at, len(words) - len(part) + 1) if words[n : n + len(part)] == part), None)
        if found is None:
            return False
        at = found + len(part)
    return len(parts) > 1


def _holds(long: Sequence[str], short: Sequence[str]) -> bool:
    """Whether the short words stand in the long ones, in a row."""
    size = len(short)
    return any(list(long[at : at + size]) == list(short) for at in range(len(long) - size + 1))


def _align(ours: Sequence[Claim], theirs: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Pair utterances by stretches told in the same order, the likeliest stretch first; each has one partner.

    Equal words are a pair wherever they stand, so that an utterance quoted twice keeps both its partners.
    """
    likely = _likenesses(ours, theirs)
    pairs = {pair for pair, score in likely.items() if score == 1.0}
    taken_a, taken_b = {i for i, _ in pairs}, {j for _, j in pairs}
    for stretch in _stretches(likely):
        for i, j in stretch:
            if i not in taken_a and j not in taken_b:
                pairs.add((i, j))
        taken_a.update(i for i, _ in stretch)
        taken_b.update(j for _, j in stretch)
    return [(ours[i], theirs[j]) for i, j in sorted(pairs)]


def _likenesses(ours: Sequence[Claim], theirs: Sequence[Claim]) -> dict[tuple[int, int], float]:
    """The likeness of each pair that shares a word which carries meaning, or a synonym of one."""
    holders: dict[str, set[int]] = defaultdict(set)
    for j, b in enumerate(theirs):
        for base in b.data["bag"]:
            for word in synonyms(base):
                holders[word].add(j)
    return {
        (i, j): likeness(a, theirs[j])
        for i, a in enumerate(ours)
        for j in set().union(*(holders[base] for base in a.data["bag"] if base in holders))
        if _may_be_one_speaker(a.subject, theirs[j].subject)
    }


def _stretches(likely: dict[tuple[int, int], float]) -> list[list[tuple[int, int]]]:
    """Runs of pairs (i, j), (i + 1, j + 1), … whose likeness above BACKGROUND adds up to ENOUGH, the best first.

    One pair in a run may be unlike: a reworded interview keeps its order where it keeps no word.
    """
    found = []
    for i, j in sorted(pair for pair, score in likely.items() if score > BACKGROUND):
        if any(likely.get((i - back, j - back), 0.0) > BACKGROUND for back in (1, 2)):
            continue
        run = [(i, j)]
        while any(likely.get((i + ahead, j + ahead), 0.0) > BACKGROUND for ahead in (1, 2)):
            i, j = i + 1, j + 1
            run.append((i, j))
        scores = [likely.get(pair, 0.0) for pair in run]
        total = sum(score - BACKGROUND for score in scores)
        if total >= ENOUGH and max(scores) >= CLEAR:
            found.append((total, run))
    return [run for _, run in sorted(found, key=lambda item: (-item[0], item[1]))]


def likeness(a: Claim, b: Claim) -> float:
    """0 to 1: how likely two quoted sentences are one utterance, by their words alone; 1 when one holds the other.

    The rarity-weighted share of lemmas in common (a synonym counts SYNONYM of a word), mixed with the share of
    words in common order.
    """
    words_a, words_b, bag_a, bag_b = a.data["words"], b.data["words"], a.data["bag"], b.data["bag"]
    if _holds(words_a, words_b) or _holds(words_b, words_a):
        short = min(words_a, words_b, key=len)
        known = a.subject and b.subject and a.subject.startswith("~") is b.subject.startswith("~")
        return 1.0 if len(short) >= FEW_WORDS or (known and _tells(short)) or _is_rare(short) else 0.0
    covered = _covered(bag_a, bag_b) + _covered(bag_b, bag_a)
    common = covered / float(sum(bag_a.values()) + sum(bag_b.values()))
    score = (1 - ORDER) * common + ORDER * float(LCSseq.normalized_similarity(words_a, words_b))
    return score if covered >= 2 * WEIGHTY else min(score, BACKGROUND + ENOUGH / 2)


def _covered(bag: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The weight of the words in a bag that the other holds too, as they are or by a synonym."""
    exact = sum(weight for base, weight in bag.items() if base in other)
    near = sum(weight for base, weight in bag.items() if base not in other and synonyms(base) & other.keys())
    return exact + SYNONYM * near


def _tells(words: Sequence[str]) -> bool:
    """Whether so few words are enough to know an utterance of one speaker by."""
    return any(is_content(word) and rarity(lemma(word)) >= RARE for word in words)


def _is_rare(words: Sequence[str]) -> bool:
    """Whether so few words are enough whoever speaks: hardly anybody else would say "false prophet"."""
    return sum(rarity(lemma(word)) for word in words if is_content(word)) >= VERY_RARE


def _bag(words: Sequence[Word]) -> dict[str, float]:
    """Each lemma that carries meaning, by its rarity in general English; names and numbers are in every quotation."""
    return {
        lemma(word.folded): NAME if n and not word.text.islower() else min(MOST, rarity(lemma(word.folded)))
        for n, word in enumerate(words)
        if is_content(word.folded)
    }
