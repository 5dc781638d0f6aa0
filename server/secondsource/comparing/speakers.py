"""Who a speaker is in the article, and whether the speakers of two articles can be, or surely are, one.

A claim's subject is a full name, "~" and the noun of a description ("~spokesman", "~she"), or "" where nobody is
plain. Its data has `sure`, whether that stands beside the words themselves, `gender`, "he", "she" or "", and `evident`,
whether the article tells that the name is a person's; `pronoun` where "he" or "she" stands beside the words.
"""

from __future__ import annotations

from typing import Any

from rapidfuzz.distance import OSA

from secondsource.comparing.claim import Claim
from secondsource.reading import Document
from secondsource.reading.names import name_tokens, same_name
from secondsource.reading.pronoun_speakers import pronoun_speaker
from secondsource.reading.speakers import Speaker
from secondsource.reading.words import lemma, related

_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its"})
_PRONOUNS = ("he", "she")
MISSPELT = 2  # letters by which two surnames may be one, of fewer than SHORT letters one: "Aune" is no "Hauge"
SHORT = 6


def identify(document: Document, speaker: Speaker | None) -> tuple[str, dict[str, Any]]:
    """The subject of a claim that a speaker makes, and what its data says of him."""
    if speaker is None or speaker.words.lower() == "they":
        return "", {"sure": False, "gender": "", "evident": False}
    first = speaker.words.split()[0].lower()
    if first in _PRONOUNS:
        person = pronoun_speaker(document, speaker, first)
        return person.name if person else f"~{first}", {
            "sure": False, "gender": first, "evident": bool(person), "pronoun": speaker.beside,
        }  # fmt: skip
    sentence = document.passages[document.passage_at(speaker.start)]
    end = min(speaker.start + len(speaker.words), sentence.end)  # "said Ann Cruz. Max Sol then" is of two sentences
    named = document.people.between(speaker.start, end)
    if (first in _DETERMINERS or speaker.words[0].islower()) and not (named and named[-1].end == end):
        return f"~{lemma(speaker.words.split()[-1].lower())}", {"sure": speaker.beside, "gender": "", "evident": False}
    person = named[-1].person if named else None
    return person.name if person else speaker.words, {
        "sure": speaker.beside,
        "gender": (person.gender if person else None) or "",
        "evident": bool(person and person.is_evident),
    }


def may_be_one(a: Claim, b: Claim) -> bool:
    """Whether two claims' speakers can be one: not two genders, nor two names; a resident may be a mother."""
    return not (_are_of_two_genders(a, b) or surely_two(a, b))


def differ_in_role(a: Claim, b: Claim) -> bool:
    """Whether two speakers are described as what is not the same thing: a resident and a mother, who may be one."""
    if not (a.subject.startswith("~") and b.subject.startswith("~")):
        return False
    roles = a.subject[1:], b.subject[1:]
    return not (set(roles) & {*_PRONOUNS} or related(*roles))


def surely_one(a: Claim, b: Claim) -> bool:
    """Whether both articles name one person, be it by a pronoun that can be nobody else."""
    return is_named(a) and is_named(b) and same_name(name_tokens(a.subject), name_tokens(b.subject))


def surely_two(a: Claim, b: Claim) -> bool:
    """Whether both articles name somebody beside the words, and not the same."""
    return a.data["sure"] and b.data["sure"] and named_apart(a, b)


def are_alike(a: Claim, b: Claim) -> bool:
    """Whether both articles name one person, or describe the speaker in one word: "she", "the spokesman"."""
    return surely_one(a, b) or (bool(a.subject) and a.subject == b.subject)


def named_apart(a: Claim, b: Claim) -> bool:
    """Whether both articles name somebody, be it beside the words before, and not the same."""
    return is_named(a) and is_named(b) and not share_a_name(a.subject, b.subject)


def of_two_genders(a: Claim, b: Claim) -> bool:
    """Whether one article has "he said" of words, and the other one names a woman beside them or has "she said"."""
    if not _are_of_two_genders(a, b):
        return False
    told = all(c.data.get("pronoun") or (c.data["sure"] and c.data["evident"]) for c in (a, b))
    return told and any(c.data.get("pronoun") for c in (a, b))


def _are_of_two_genders(a: Claim, b: Claim) -> bool:
    ours, theirs = a.data["gender"], b.data["gender"]
    return ours != theirs and bool(ours and theirs)


def told_as(claim: Claim) -> str:
    """A speaker in words for a reader: by name, or "a woman" where a pronoun stands beside the words."""
    return {"he": "a man", "she": "a woman"}[claim.data["gender"]] if claim.data.get("pronoun") else claim.subject


def share_a_name(a: str, b: str) -> bool:
    """Whether two names have a word in common, or one surname misspelt: an unknown title makes nobody else of him."""
    ours, theirs = name_tokens(a), name_tokens(b)
    edits = MISSPELT if min(len(ours[-1]), len(theirs[-1])) >= SHORT else 1
    return bool({*ours} & {*theirs}) or OSA.distance(ours[-1], theirs[-1]) <= edits


def is_named(claim: Claim) -> bool:
    """Whether the speaker has a name."""
    return bool(claim.subject) and claim.subject[0] != "~"
