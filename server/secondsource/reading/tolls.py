"""What became of the people whom a number counts.

They were killed, injured, arrested, rescued or evacuated, or are missing, ill, in hospital or in a critical condition.
"""

from __future__ import annotations

import re

from secondsource.reading.passages import Passage
from secondsource.reading.words import Word, first_words, lemma, split_words

STATES = {
    "killed": "kill killed dead die died death fatality victim perish",
    "injured": "injure injured wound wounded hurt injury",
    "missing": "missing unaccounted",
    "arrested": "arrest arrested detain detained custody",
    "rescued": "rescue rescued save saved",
    "evacuated": "evacuate evacuated displace displaced evacuee",
    "hospitalised": "hospitalise hospitalised hospitalize hospitalized",
    "critical": "",
    "ill": "ill sick sicken sickened infect infected",
}
STATE_OF = {word: state for state, listed in STATES.items() for word in listed.split()}
_AUXILIARY = frozenset(
    """were was have had are has been being be remain remained known to believed feared confirmed reported fallen fell
    thought who that still also now already so far then later in all total""".split()
)
_REACH = 6  # words after a noun in which its state is told: "are now known to have died"
_TOLD = r"dead|died|injured|wounded|missing|rescued|arrested|killed"
_BEEN = r"(?:(?:who|that|are|were|was|have|had|has|been|be|still|also|yet|now)\s){0,4}"
_HOMES = r"(?:their|its)\s(?:homes|houses|villages|apartments|flats|properties)"
_HOSPITAL = r"(?:[\w’'.]{1,20}\s){0,4}?hospitals?"
_OF_THOSE = r"\sof\s(?:them|whom|those|these|the\s(?:injured|wounded|hurt|sick))"
_AFTER = re.compile(  # what is told in the words behind whoever is counted: the group's name is the state
    rf"""(?:{_OF_THOSE}(?=.{{,40}}\b(?:hospitals?|critical|critically|intensive|fighting)\b))?\s{_BEEN}(?:
      (?P<missing>(?:not\s(?:yet\s)?(?:been\s)?|to\sbe\s)(?:found|traced|located|accounted\sfor)|on\sthe\smissing\slist
        |(?:listed\s|posted\s)?(?:as\s)?(?:missing|unaccounted))
    | (?P<killed>(?:lost|losing)\stheir\slives|shot\sdead|drowned
        |(?:stabbed|burn(?:ed|t)|beaten|crushed|hacked|trampled|choked)\sto\sdeath)
    | (?P<injured>(?:sustain|suffer|receiv)(?:ed|ing)\s
        (?:(?!(?:no|for|from|fatal|deadly|mortal)\b)[\w-]{{1,20}},?\s){{0,3}}?(?:injury|injuries|wounds))
    | (?P<ill>(?:struck\sdown|taken\sill|come\sdown)\s(?:by|with)
        |(?:struck\sdown|taken\sill)(?=[.,;]|$)|tested\spositive)
    | (?P<evacuated>forced\sto\sflee|fled\s{_HOMES}|(?:driven|forced|moved)\s(?:out\sof|from)\s{_HOMES}
        |(?:(?:forced|ordered|told|asked|advised|urged)\s)?to\s(?:(?:leave|flee|abandon|quit)\s{_HOMES}|evacuate))
    | (?P<critical>(?:(?:left|remain(?:s|ed|ing)?|kept)\s)?(?:in\s(?:an?\s)?critical\s(?:condition|state)
        |in\sintensive\scare|critically\s(?:ill|injured|hurt|wounded)|fighting\sfor\stheir\slives))
    | (?P<hospitalised>(?:taken|rushed|sent|brought|flown|airlifted|admitted)\s(?:by\s\w+\s)?(?:to|into)\s{_HOSPITAL}
        |(?:being\s)?treated\s(?:in|at)\s{_HOSPITAL}|(?:(?:remain(?:s|ed)?|kept)\s)?in\s(?:the\s|an?\s)?hospitals?
        |need(?:s|ed|ing)?\shospital\s(?:care|treatment))
    )(?=\W|$)""",
    re.IGNORECASE | re.VERBOSE,
)
_WHERE = re.compile(
    r"\s(?:of|from|in)\sthe\s(?:[a-z]{3,12}\s)?[a-z]{3,12}(?=\s)"  # "86 inhabitants of the valley are missing"
    r"|\swho\s(?!(?:are|were|have|has|had)\s)(?:[a-z]{1,12}\s){1,5}?[a-z]{1,12}(?=\s(?:are|were|have|had)\s)"
)
BECAME = frozenset(  # one of these is in whatever `_AFTER` finds (see `Document.signs`)
    """found traced located accounted missing unaccounted lives struck ill come positive forced fled homeless driven
    moved homes houses villages apartments flats properties evacuate critical critically intensive hospital
    hospitals injury injuries wounds dead death drowned""".split()
)
_KILLING = re.compile(
    r"\b(?:(?:gunn|mow)(?:ed|ing)\sdown|sho(?:t|oting)\sdead|stabb(?:ed|ing)\sto\sdeath|the\s(?:lives|deaths?)\sof)\s$",
    re.IGNORECASE,
)
_LIVES = re.compile(r"\b(?:claim(?:ed|s|ing)?|take[ns]?|taking|took|cost(?:s|ing)?)\s$", re.IGNORECASE)
_LIVES_LOST = re.compile(rf"\s{_BEEN}lost\b", re.IGNORECASE)
_FREED = re.compile(r"\b(?:pulled|brought|dug|dragged|plucked|winched|freed|saved|rescued)\s$", re.IGNORECASE)
_ALIVE = re.compile(
    r"\s(?:\w+\s){0,2}?(?:alive|to\ssafety)\b|\s(?:from|out\sof)\sthe\s(?:rubble|wreckage|ruins|debris|water|sea|river|lake|surf|snow|mud|flames|fire)\b",
    re.IGNORECASE,
)
_TOLL = re.compile(
    rf"""\b(?:(?:death\s)?toll|(?:(?:number|tally|count)\s(?:of\s)?(?:the\s)?(?:people\s)?|the\s)(?:(?:known|confirmed|believed|feared)\s(?:to\s(?:have|be)\s)?)?
    (?P<state>{_TOLD}))\b[^.;\d]{{0,50}}?\b(?:to|at|up\sto|reached|is|was|passed|passes|hit|hits)\s(?:at\sleast\s|more\sthan\s|about\s)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_TOLL_ROSE = re.compile(  # what it is of may be told at length between
    r"""\btoll\b[^.;\d]{0,140}\b(?:r[io]sen?|climb(?:s|ed)|gr[eo]wn?|jump(?:s|ed)|mount(?:s|ed)|increased)
    \s(?:further\s)?to\s(?:at\sleast\s|more\sthan\s|about\s)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_ANY_TOLL = re.compile(f"toll|{_TOLD}")
_THE_TOLL = re.compile(  # "bringing to three the number killed"
    rf"\sthe\s(?:(?:death\s)?toll|(?:number|total)\s(?:of\s)?(?:people\s)?(?:confirmed\s|known\s)?(?P<state>{_TOLD}))\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    rf"\s(?:of|among)\sthe\s(?:\d+\s)?(?:\w+\s)?(?P<state>{_TOLD})"
    r"(?=\s(?:were\s|are\s)?in\s(?-i:[^\W\d_a-z]))",  # "eleven of the injured were in a coma" are a part of them
    re.IGNORECASE,
)
_BEFORE, _LONG_BEFORE = 80, 200  # code points before a number in which its toll is told; where it rises
_NEAR = 30  # ... and in which the verb stands whose object is counted


def toll(text: str, start: int, end: int, passage: Passage) -> tuple[str, int] | None:
    """(state, where the words end) of a number text[start:end] that is a toll: "the death toll rose to 12"."""
    before = text[max(passage.start, start - _BEFORE) : start]
    told = _TOLL.search(before) if _ANY_TOLL.search(before.lower()) else None
    if told:
        return STATE_OF[(told["state"] or "dead").lower()], end
    if _TOLL_ROSE.search(text, max(passage.start, start - _LONG_BEFORE), start):
        return STATE_OF["dead"], end
    for pattern in (_THE_TOLL, _OF_THEM):
        found = pattern.match(text, end, passage.end)
        if found:
            return STATE_OF[(found["state"] or "dead").lower()], found.end()
    return None


def state_after(text: str, at: int, passage: Passage) -> tuple[str, int] | None:
    """The state told right behind a number that no noun follows: "20 were injured", "six of them are in hospital"."""
    told = told_after(text, at, passage)
    return told or _state_word(first_words(text, at, min(passage.end, at + 45), 4))


def state_of(text: str, start: int, noun: Word, passage: Passage) -> tuple[str, int] | None:
    """The state told after a noun ("12 people were killed") or before its number text[start] ("killed 12 people")."""
    where = _WHERE.match(text, noun.end, passage.end)
    if told := told_after(text, where.end() if where else noun.end, passage):
        return told
    before = text[max(passage.start, start - _NEAR) : start]
    if _FREED.search(before) and (alive := _ALIVE.match(text, noun.end, passage.end)):
        return "rescued", alive.end()
    if told := _state_word(first_words(text, noun.end, min(passage.end, noun.end + 60), _REACH)):
        return told
    if noun.folded == "lives" and (_LIVES.search(before) or _LIVES_LOST.match(text, noun.end, passage.end)):
        return "killed", noun.end
    state = state_before(text, start, passage)
    return (state, noun.end) if state else None


def state_before(text: str, start: int, passage: Passage) -> str | None:
    """The state told by a verb right before a number text[start]: "killed 12 people", "injuring 430"."""
    low = max(passage.start, start - _NEAR)
    if _KILLING.search(text, low, start):
        return "killed"
    words = split_words(text, low, start)
    if not words or not words[-1].folded.endswith(("ed", "ing", "s")):
        return None
    return STATE_OF.get(words[-1].folded) or STATE_OF.get(lemma(words[-1].folded))


def told_after(text: str, at: int, passage: Passage) -> tuple[str, int] | None:
    """(state, where the words end) of what is told in so many words right behind whoever is counted."""
    found = _AFTER.match(text, at, passage.end)
    return (str(found.lastgroup), found.end()) if found else None


def _state_word(words: list[Word]) -> tuple[str, int] | None:
    """The state that the first word says which is neither an auxiliary nor an adverb."""
    for word in words:
        if word.folded in STATE_OF:
            return STATE_OF[word.folded], word.end
        if word.folded not in _AUXILIARY and not word.folded.endswith("ly"):
            break
    return None
