"""Figures of which one alone is told of less than the other: core inflation, turnout among women, rain in the north."""

from __future__ import annotations

import re
from functools import lru_cache

from secondsource.comparing.claim import Claim
from secondsource.comparing.dated_act import clause, sides
from secondsource.reading.words import is_person_noun, lemma

# What takes a figure of something narrower than the bare noun has: some of the people or things (youth unemployment,
# core inflation), a sum before all has come off it (gross, pre-tax; "net" is not here, "lost" means a net loss), one
# moment or the middle of many (peak, average, gusts), one of two (the larger fire). So is what somebody asked for.
_NARROWING = re.compile(
    r"""\b(?:youth|core|gross|operating|pre-?tax|(?:before|after)\s(?:tax|interest)|underlying|adjusted|average|median|peak|gusts?|larger|smaller)\b
      |\bsustained(?=\s(?:wind|speed|gust))""",
    re.IGNORECASE | re.VERBOSE,
)
# Of all, those that matter.
_CHOSEN = re.compile(r"\b(?:key|crucial|battleground|swing|contested|closely[\s-]watched)\s", re.IGNORECASE)
_WANTED = re.compile(  # is not yet given
    r"""\b(?:(?:ask|call|push)(?:s|ed|ing)?\sfor|sought|seek(?:s|ing)?|demand(?:s|ed|ing)?|request(?:s|ed)?|wants?)\s
    (?:an?\s|the\s|at\sleast\s|more\sthan\s)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_TOUCHED = re.compile(
    r"\b(?:reach(?:ed|es|ing)?|touch(?:ed|es|ing)?|hit(?:s|ting)?|peak(?:ed|s|ing)?\sat)\s(?:speeds\sof\s)?$",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"\b(?:among|for)\s(?:the\s)?(?P<whom>men|women|children|people|[a-z]{2,20}(?:-[a-z]{2,20})?s)\b", re.IGNORECASE
)
_PART = re.compile(  # "in the north of the country" is where all of it took place
    r"""\b(?:in|across)\sthe\s(?:(?:far\s)?(?:(?:north|south)(?:-?(?:east|west))?|east|west)(?:ern\s\w+)?|capital)\b
      (?!\s(?:of|coast)\b)""",
    re.IGNORECASE | re.VERBOSE,
)


def one_is_narrower(a: Claim, b: Claim) -> bool:
    """Whether what narrows one of two figures in its clause or noun is not told in the other's sentence.

    Winds of "up to" so much, or that reached it, are gusts.
    """
    up_to = "most" in (a.data["bound"], b.data["bound"]) or any(_TOUCHED.search(clause(claim)[0]) for claim in (a, b))
    alike = {"gust"} if up_to else set[str]()
    (ours, all_ours), (theirs, all_theirs) = map(_narrowed, (a, b))
    return not (ours - alike <= all_theirs and theirs - alike <= all_ours)


def _narrowed(claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
    """What narrows a figure in its clause, and in its sentence."""
    return _narrowing(*clause(claim)) | _chosen(claim.value), _narrowing(*sides(claim)) | _chosen(claim.passage)


@lru_cache(maxsize=4_000)
def _chosen(said: str) -> frozenset[str]:
    """What takes those that matter out of all: "two swing states"."""
    return frozenset(word.lower().replace("-", " ").strip() for word in _CHOSEN.findall(said))


@lru_cache(maxsize=4_000)
def _narrowing(before: str, after: str) -> frozenset[str]:
    """What narrows a figure, by what stands before and after it there."""
    told = f"{before} 0 {after}"
    words = {found[0].lower().replace("-", "").rstrip("s") for found in _NARROWING.finditer(told)}
    whom = {base for found in _AMONG.finditer(told) if is_person_noun(base := lemma(found["whom"].lower()))}
    wanted = {"wanted" for _ in _WANTED.finditer(before)}
    return frozenset(words | whom | wanted | {"part" for _ in _PART.finditer(told)})
