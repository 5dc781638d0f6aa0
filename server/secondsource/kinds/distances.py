"""Lengths that say where something is: a point on a course, a lead, how far away what opens a sentence is.

Two such points are two places, and a lead changes as a race goes on: they are in conflict with nothing.
"""

from __future__ import annotations

import re

from secondsource.kinds.claim import Claim
from secondsource.reading.words import is_content, lemma, related, split_words

_OPENING = re.compile(r"(?P<head>[^,;:]{3,60}?)(?:\s(?:of|on|in|at|near|by|beside)\s[^,;:]{3,60})?,\s")
_VERB = re.compile(r"\s(?:is|are|was|were|has|have|had|lies|lay|sits|sat|stands|stood)\s")
_FROM = re.compile(
    r"\s(?:(?:to\sthe\s|due\s)?(?:north|south|east|west)[a-z-]{0,12}\sof|(?:away\s)?from|outside|off)\s[^,;:]{2,60},"
)
_FAR = 400.0  # metres from which "at", "after" or "past" a length is a point on a course, and no level or depth
_TO_POINT = re.compile(
    r"""\b(?:at|after|past|passed|by|before|beyond|until|till|since)
      \s(?:(?:the|about|around|some|only|just|nearly|almost|over|more\sthan|last|final|first|another|under)\s){0,3}$""",
    re.IGNORECASE | re.VERBOSE,
)
_INTO = re.compile(r"\s(?:in|into|on)\b")
_LEAD = re.compile(
    r"""\b(?:leads?|led|gaps?|advantage|margin|cushion|won|ahead|clear|behind|trail\w*)
      \s(?:\w+\s){0,4}?(?:of|by|to|was|is|at)\s(?:(?:about|some|only|just|nearly|almost|over|up\sto)\s){0,2}$""",
    re.IGNORECASE | re.VERBOSE,
)
_OF_POINT = re.compile(
    r"""[\s-](?:mark|point|post|stage|to\sgo|to\s(?:run|ride|race|row|sail|walk|the\s(?:finish|line|summit|end))|left|remain\w*
      |from\s(?:the\s)?(?:finish|home|start|line|end|summit|top)|ahead|clear|behind|adrift|up\sthe\sroad)""",
    re.IGNORECASE | re.VERBOSE,
)
_LOOK = 50  # code points before a length in which a point or a lead shows


def is_point(claim: Claim) -> bool:
    """Whether a length is where on a course something is, or by how much one is ahead there."""
    at = claim.passage.find(claim.value)
    before = claim.passage[max(0, at - _LOOK) : max(0, at)]
    after = claim.passage[at + len(claim.value) :]
    far = claim.data["value"] >= _FAR and (_TO_POINT.search(before) or _INTO.match(after))
    return bool(far or _LEAD.search(before) or _OF_POINT.match(after))


def of_two_things(a: Claim, b: Claim) -> bool:
    """Whether one of two lengths is how far away from a place that is which opens its sentence, and not the other's."""
    return _is_of_another(a, b) or _is_of_another(b, a)


def _is_of_another(a: Claim, b: Claim) -> bool:
    head = _far_away(a)
    return bool(head) and not any(related(head, lemma(word.folded)) for word in split_words(b.passage))


def _far_away(claim: Claim) -> str:
    """The noun that opens a sentence and is told to be a distance away: "hut" of "The hut, 30 km from Orrin, ..."."""
    found = _OPENING.match(claim.passage)
    if not found or _VERB.search(found[0]) or not claim.passage.startswith(claim.value, found.end()):
        return ""
    if not _FROM.match(claim.passage, found.end() + len(claim.value)):
        return ""
    said = [word.folded for word in split_words(found["head"]) if is_content(word.folded)]
    return lemma(said[-1]) if said else ""
