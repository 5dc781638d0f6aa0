"""Order and rank: "finished fourth", "the third-largest bank", "won her fifth title", "the third youngest of nine".

Recognised is an ordinal with what it orders: a superlative ("largest"), a noun ("title"), an act that was done "for the
third time" or a place in a contest. It is normalised to the number and the lemmas of what is ranked.
Two ranks corroborate when the number is one and so is what is ranked, told of what may be one subject. They conflict
when the number differs and it is surely one subject whose one act gives the rank, in words that differ in nothing
else: neither tells of another time, of a part ("of the season") or of what did not come about, nor of what comes
one after another, each with a tale of its own ("lost its first match", "lost its second match").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.context import is_real, other_times
from secondsource.reading.cues import Cued
from secondsource.reading.numbers import ORDINALS
from secondsource.reading.parts import is_part
from secondsource.reading.passages import Passage
from secondsource.reading.people import may_be_one, surely_one
from secondsource.reading.words import is_content, lemma, rarity, same_kind, split_words

_ORDINAL = rf"(?P<nth>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
_NTH = " ".join((*ORDINALS, "st nd rd th"))
_SUPERLATIVE = r"(?P<most>(?:most\s|least\s)[a-z]{3,15}|[a-z]{3,12}est)"
_ACT_OF = {  # acts that are counted when they are done again, and the noun that counts them
    "won": "win", "wins": "win", "married": "marriage", "arrested": "arrest", "convicted": "conviction",
    "postponed": "postponement", "adjourned": "adjournment", "extended": "extension", "elected": "election",
    "crossed": "crossing", "climbed": "climb", "evacuated": "evacuation", "struck": "strike",
}  # fmt: skip
_ACTS = "|".join(_ACT_OF)
_COUNTED = frozenset((*_ACT_OF.values(), "victory", "triumph", "title", "medal", "crown", "gold", "defeat", "loss"))
_GIVES_OWN = frozenset("is was be became marks marked secured sealed claimed".split())  # "It was Osei's third title"
OWN = "own"  # the verb of what is somebody's: "Osei's third title"
_PLACED = Cued(
    _NTH,
    rf"\b(?P<verb>finish(?:ed|es)|c[ao]mes?|placed|ranked|ended)\s(?:in\s|up\s|a\sclose\s|a\sdistant\s)?{_ORDINAL}"
    r"(?=[.,;]|\splace\b|\sin\b|\sat\b|\sbehind\b|\son\b|\swith\b|\safter\b|$)(?:\splace\b)?",
    re.IGNORECASE,
)
_MOST = Cued(_NTH, rf"\b{_ORDINAL}[- ]{_SUPERLATIVE}\b", re.IGNORECASE)
_THING = Cued(
    _NTH,
    rf"\b(?P<whose>his|her|its|their|the|an?|for\sthe|(?P<owner>(?-i:[A-Z])[\w.-]{{1,30}}[’']s?))\s{_ORDINAL}\s(?=[a-z])",
    re.IGNORECASE,
)
_AGAIN = Cued(  # "won the race for the third time"
    _NTH,
    rf"\b(?P<verb>{_ACTS})\b(?P<what>(?:\s[\w’'-]{{1,20}}){{0,5}}?)\sfor\s(?:only\s)?(?:the|a)\s{_ORDINAL}\stime\b",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?P<verb>[a-z]{3,15})\s(?:up\s)?$")
_IS = re.compile(r"\b(?P<verb>is|was|are|were|became|becomes|remains)\s(?:now\s)?(?:the\s|a\s|its\s|their\s)$")
_PART = re.compile(  # "the fifth title of the season", "third in Europe"
    r"\s(?:of|in|this|since|at|for|on|from)\b"
)
_CLAUSE_END = re.compile(r"[,;.:]|\s(?:and|but|after|when|with|by|as|while)\s")
_NOT = re.compile(r"\b(?:not|\w+n['’]t)\s(?:even\s)?(?:the|an?|his|her|its|their)\s$", re.IGNORECASE)
_IDIOM = re.compile(r"\bin\sthe\sfirst\splace$", re.IGNORECASE)
NOUN_WORDS = 3  # words after an ordinal that can name what it counts
TELLING = 2.6  # rarity below which a counted noun says nothing: "the first day"
LOOK_BACK = 24  # code points before a rank in which the verb stands that gives it
_PERIODS = frozenset("half quarter day week month year time round floor half-time person century".split())
# What comes one after another, and is told each in its turn: nobody who lost the first match lost no second.
_IN_TURN = frozenset(
    """match game set race leg test bout fight heat session hearing trial debate attempt bid shot goal try vote ballot
    appeal visit interview statement blast explosion quake attack raid wave phase stage step dose""".split()
)


class Ranks(Kind):
    """Which place in an order somebody or something has."""

    name = "ranks"
    examples = (
        Example("Ada Bright finished fourth.", "Ada Bright finished third.", Stance.CONFLICTS),
        Example("Volta is the second-largest bank.", "Volta is the third largest bank.", Stance.CONFLICTS),
        Example("Jan Osei won his third title.", "Jan Osei won his fourth title.", Stance.CONFLICTS),
        Example("Jan Osei was arrested for the third time.", "It was Osei's fourth arrest.", Stance.CONFLICTS),
        Example("Ada Bright came 2nd.", "Ada Bright came second.", Stance.CORROBORATES),
        Example("Ana Sol had her seventh child.", "Her seventh child was born to Ana Sol.", Stance.CORROBORATES),
        Example("Ada Bright finished fourth.", "Ada Bright finished third last year.", Stance.NOT_COMPARABLE),
        Example("The team lost its first match.", "The team lost its second match.", Stance.NOT_COMPARABLE),
        Example("Jan Osei won his third title.", "Jan Osei won his fourth league title.", Stance.NOT_COMPARABLE),
    )

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield the ranks that are told, in text order."""
        for number, passage in document.saying(_PLACED.signs):
            taken: set[int] = set()
            for pattern in (_PLACED, _MOST, _AGAIN, _THING):
                for found in pattern.finditer(document, passage):
                    claim = self._claim(document, number, passage, found)
                    if claim and found.start("nth") not in taken:
                        taken.add(found.start("nth"))
                        yield claim

    def label(self, claims: Sequence[Claim]) -> str:
        """What is ranked."""
        return label_wording.rank_label(claims[0].subject, claims[0].value)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield one rank of what may be one, and two ranks of what surely is."""
        pairs = [(a, b) for a, b in product(both.ours, both.theirs) if _is_one_order(a, b)]
        agreed = {id(claim) for a, b in pairs if a.data["rank"] == b.data["rank"] for claim in (a, b)}
        for a, b in pairs:
            if a.data["rank"] == b.data["rank"]:
                if _is_telling(a, b):
                    yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.value, b.value))
            elif not agreed & {id(a), id(b)} and _is_surely_one(a, b):
                yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value))

    def _claim(self, document: Document, number: int, passage: Passage, found: re.Match[str]) -> Claim | None:
        text, said = document.text, found.groupdict()
        start, at, owner, verb = found.start("nth"), found.start(), None, None
        if said.get("what") is not None:  # "won the race for the third time"
            what, end, verb = [_ACT_OF.get(said["verb"].lower(), "")], found.end(), OWN
        elif "verb" in said:
            what, end, start, verb = ["place"], found.end(), at, "place"
        else:
            what, end = _counted(text, passage, found.end())
            given = _verb_before(text, passage, found)
            at = given.start() if given else -1
            verb = lemma(given["verb"].lower()) if given else None
            if said.get("owner"):
                if not (given and given["verb"] in _GIVES_OWN and what and what[-1] in _COUNTED):
                    return None
                owned = document.people.starting_at(found.start("owner"))
                owner, verb = (owned.person.name if owned else None), OWN
        if not what or (what[-1] in _PERIODS and not said.get("most")):
            return None
        low = max(passage.start, found.start("nth") - LOOK_BACK)
        if _NOT.search(text, low, found.start("nth")) or _IDIOM.search(text, low, end):
            return None
        doer = owner or (document.people.doer(number, at) if at >= 0 else None)
        most = lemma(said["most"].lower()) if said.get("most") else ""
        data = {
            "rank": _rank(said["nth"]), "most": most,
            "what": what, "verb": verb, "doer": doer, "who": doer or document.people.subject(number, start),
            "whole": _is_whole(text, passage, found, end), "scope": _scope(text, passage, found, end),
        }  # fmt: skip
        return Claim.at(
            document, start, end, kind=self.name, subject=doer or "", property=" ".join([most, *what]).strip(),
            value=text[start:end], data=data,
        )  # fmt: skip


def _rank(nth: str) -> int:
    return ORDINALS.get(nth.lower()) or int(re.sub(r"\D", "", nth))


def _counted(text: str, passage: Passage, at: int) -> tuple[list[str], int]:
    """The lemmas of the noun, and of what describes it, that stand from text[at] on, and where they end."""
    found: list[str] = []
    for word in split_words(text, at, min(passage.end, at + 50))[:NOUN_WORDS]:
        if text[at : word.start].strip() or not word.text.islower() or not is_content(word.folded):
            break
        if word.folded.endswith(("ed", "ing", "ly")) and found:
            break
        found.append(lemma(word.folded))
        at = word.end
    return found, at


def _verb_before(text: str, passage: Passage, found: re.Match[str]) -> re.Match[str] | None:
    """The verb that gives a rank: "is the second-largest", "won his third"."""
    low = max(passage.start, found.start() - LOOK_BACK)
    return (_IS if "most" in found.groupdict() else _VERB).search(text, low, found.start())


def _is_whole(text: str, passage: Passage, found: re.Match[str], end: int) -> bool:
    """Whether a rank is of the whole and asserted; the ordinal itself ("a second ...") tells nothing against it."""
    low, high = found.span("nth")
    sentence = text[passage.start : low] + "x" * (high - low) + text[high : passage.end]
    alone = replace(passage, start=0, end=len(sentence))
    at = (sentence, alone, low - passage.start, end - passage.start)
    return not is_part(*at) and is_real(*at) and not other_times(*at)


def _scope(text: str, passage: Passage, found: re.Match[str], end: int) -> list[str]:
    """Of, in or since what a rank is told: "of the season", or what was won "for the third time"."""
    if found.groupdict().get("what"):
        return _telling(found["what"])
    part = _PART.match(text, end, passage.end)
    return _telling(_CLAUSE_END.split(text[part.end() : passage.end], maxsplit=1)[0]) if part else []


def _telling(said: str) -> list[str]:
    return sorted({lemma(word.folded) for word in split_words(said, 0, len(said)) if is_content(word.folded)})


def _is_one_order(a: Claim, b: Claim) -> bool:
    """Whether two ranks are places in one order, told of what may be one."""
    ours, theirs = a.data["what"], b.data["what"]
    return (
        a.data["most"] == b.data["most"]
        and bool(ours) == bool(theirs)
        and (not ours or same_kind(ours[-1], theirs[-1]))
        and may_be_one(a.data["who"], b.data["who"])
    )


def _is_telling(a: Claim, b: Claim) -> bool:
    """Whether two equal ranks are likely of one thing: told of one subject, or of something rarer."""
    if surely_one(a.data["who"], b.data["who"]):
        return True
    return bool(a.data["what"] == b.data["what"] != ["place"] and rarity(a.data["what"][-1]) >= TELLING)


def _is_surely_one(a: Claim, b: Claim) -> bool:
    """Whether two ranks are of one subject's one act, of the whole, told in the same words but for the number."""
    if a.data["what"] and a.data["what"][-1] in _IN_TURN and not a.data["most"]:
        return False
    nouns = a.data["what"][:-1] == b.data["what"][:-1]  # the last ones are of one kind (see `_is_one_order`)
    verbs = {a.data["verb"], b.data["verb"]}
    if OWN not in verbs:
        nouns = a.data["what"] == b.data["what"]
    same = nouns and a.data["most"] == b.data["most"] and a.data["scope"] == b.data["scope"]
    one_act = len(verbs) == 1 or OWN in verbs
    return bool(same and one_act and None not in verbs and a.data["whole"] and b.data["whole"]) and surely_one(
        a.data["doer"], b.data["doer"]
    )
