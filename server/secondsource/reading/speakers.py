"""Who says what stands in quotation marks, as far as the words beside them tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondsource.reading.words import is_person_noun, lemma

SPEECH = (
    "said|says|told|tells|added|adds|explained|explains|wrote|writes|tweeted|posted|stated|states|continued|continues"
    "|asked|asks|recalled|admitted|admits|acknowledged|insisted|noted|replied|argued|warned|announced|shared|revealed"
    "|declared|claimed|confessed|mentioned|remarked|testified|shouted|joked|quipped|concluded|gushed|recounted"
    "|responded|confirmed|lamented|captioned|vowed|urged|exclaimed|disclosed|stressed|complained"
    "|suggested|fumed|thundered|raged|roared|snapped|sighed|cried|whispered|pleaded|begged|promised|pledged|yelled|screamed"
)
_WORD = (
    r"[A-Z][\w'’-]+|[A-Z][a-z]{0,4}\.|(?:[A-Z]\.)+[A-Z]?|de|van|von|bin|al|der|la|le|el"  # no longer word with a stop
)
NAME = rf"(?<!\w)(?:(?:{_WORD}) ){{0,4}}[A-Z][\w’'-]+"
_NOUN = r"(?!(?:he|she|they|had|has|have|was|were)\b)"  # "outside the court he had said": he is the speaker
_DESCRIBED = rf"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|its)\s(?:{_NOUN}[\w’'-]+\s){{0,3}}?{_NOUN}[a-z]{{3,}}"
WHO = rf"(?:{NAME}|[Hh]e\b|[Ss]he\b|[Tt]hey\b|{_DESCRIBED})"
_TRADE = r"(?:(?!(?:the|an?|his|her|their|its|he|she|they|as|that|to)\b)[a-z][\w’'-]*\s){0,3}"  # "captain" Ann Lee
_SAYING = "advice|answer|comment|message|promise|reply|response|verdict|view|warning|word|words"
_AFTER = re.compile(
    rf"[ ,.?!…—–-]*[\"”'’»]?[ ,—–-]*"
    rf"(?:(?:{SPEECH})\s{_TRADE}({WHO})|(?:is|was)\s(?:the\s(?:[a-z]+\s)?(?:{_SAYING})\s(?:of|from)|how)\s({WHO})"
    rf"|{_TRADE}({WHO}),?\s(?:[^.\"“]{{0,60}}?\s)?(?:{SPEECH})\b)"
)
_BEFORE = re.compile(
    rf"({WHO})\s(?:\w+ly\s|also\s|then\s|has\s|had\s|later\s)?(?:{SPEECH}|called|described)\b"
    r"(?:[^.\"“”]|\.(?=\s\d)|(?<=\b[MD]r)\.|(?<=\bMrs)\.|(?<=\bMs)\.){0,80}$"
)
_SAYS = re.compile(f"{SPEECH}|called|described")  # without which there is no need to look
_ANNOUNCED = re.compile(r":\s*\n\s*$")  # the paragraph before ends in a colon: it says who speaks
_OF_SOMETHING = re.compile(
    rf"(?!\s(?:told|asked|replied)\b)\s(?:[a-z][\w’'-]*\s){{0,2}}([a-z][\w’'-]*)\s({NAME})"
)  # Norvik "coach Ann Lee"
_APPOSED = re.compile(  # the auditor, "Ann Lee", told the court; the guide "Ann Lee" told this station
    rf"(?:\s(?!(?:{SPEECH})\b)[a-z][\w’'-]*){{0,2}},?\s(?!\w{{3,6}}day\b)({NAME})(?=[,.;]|\s(?:of|from|in|at|who|{SPEECH})\b)"
)
_OWNING = re.compile(r"[’']s?$")  # Lee's "lawyer" said; Lee's lawyer "Bo Marr" said; Lee's policies, "Bo Marr" said
_OWNED = re.compile(rf"\s(?:[a-z][\w-]*\s){{0,2}}?([a-z][\w-]*)\s(?:{SPEECH})\b")
_NEXT_TO_SPEECH = re.compile(rf"[^.\"“\n]{{0,60}}?(?<!\w)(?<!\bof\s)(?<!\bin\s)({NAME})\s(?:{SPEECH})\b")
_OF_A_BODY = re.compile(  # Norvik campaign director "Ann Lee" said
    rf"(?:\s(?!(?:of|from|in|at|for|with|and|who|to|on|by|as|{SPEECH})\b)[a-z][\w’'-]*){{1,3}}\s({NAME})\s(?:{SPEECH})\b"
)
_BELONGS = re.compile(
    rf"({WHO})\s(?:of|from|for|at)\s(?:the\s)?$"
)  # "Ann Lee" of Norvik said, "a clerk" for Max Sol said
_IN_WHAT_IS_SAID = re.compile(  # the firm answered, saying that Ann Lee had described …
    rf"\b(?:{SPEECH}|saying|claiming|adding|noting|arguing|insisting)\b[^.;:]{{0,40}}\sthat\s$"
)
_STOP = re.compile(r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bGov)(?<!\bSen)(?<!\bRep)(?<!\bProf)(?<!\bSgt)[.!?]\s")
_LEADS_ON = re.compile(r"[^.:\"“”\n]{0,60}:\s[\"“‘]")  # “…” Ann Lee said: “…”
_REACH = 160  # code points looked at on either side of a quotation for who says it
_GAP = 6  # ... of line ends and blanks between two paragraphs
_ONE_SENTENCE = 160  # code points of an attribution between two quotations of one speaker
_MIDDLE = re.compile(r"[,—–-]\s?[\"”'’»]?$")
_OPENING = re.compile(r"(?:[,:—–-]|\bthat)\s[\"“‘«„']?$")
_SPEAKS = re.compile(rf"\b(?:{SPEECH})\b")

Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A name, a pronoun or a description as written, `text[start:start + len(words)]`.

    `beside` is False where it is not written beside the quotation but beside the one before.
    """

    start: int
    words: str
    beside: bool = True


def find_speakers(text: str, runs: Sequence[Run]) -> list[Speaker | None]:
    """The speaker of each run of quoted words, None where nobody is plain.

    One who is named beside a run speaks the next one too where nothing but his attribution stands between them
    (“…,” said Ann Lee. “…”), and the paragraphs that are nothing but quotation after it.
    """
    speakers = [_beside(text, *run) for run in runs]
    for n in range(len(runs) - 2, -1, -1):
        if speakers[n] is None and _goes_on(text, runs[n], runs[n + 1]):
            speakers[n] = speakers[n + 1]
    for n in range(1, len(runs)):
        before = speakers[n - 1]
        if speakers[n] is None and before is not None and _carries_on(text, runs[n - 1], runs[n]):
            speakers[n] = replace(before, beside=False)
    return speakers


def is_split(text: str, run: Run, following: Run) -> bool:
    """Whether two runs are one sentence with its attribution in the middle: “…,” she said, “…”."""
    between = text[run[1] : following[0]]
    return (
        len(between) <= _ONE_SENTENCE
        and bool(_MIDDLE.search(text[max(0, run[1] - 2) : run[1] + 1]) or between[:2].strip("\"”'’» ").startswith(","))
        and bool(_SPEAKS.search(between) and _OPENING.search(between))
        and "\n" not in between
        and not _STOP.search(between)
    )


def _beside(text: str, start: int, end: int) -> Speaker | None:
    announced = _ANNOUNCED.search(text, max(0, start - 1 - _GAP), start - 1)
    edge = announced.start() if announced else start - 1
    low = max(text.rfind("\n", 0, edge) + 1, edge - _REACH)
    said = text[low:edge]
    before = _BEFORE.search(said) if _SAYS.search(said) else None
    leads_on = before and before[0].endswith(" that ") and text[end - 1] != ","
    if before and (announced or leads_on or before[0].endswith(": ")):
        return _named_before(said, low, before)
    after = _AFTER.match(text, end, min(len(text), end + _REACH))
    if after and not _LEADS_ON.match(text, after.end()):
        group = after.lastindex or 1
        if _OWNING.search(after[group]):
            return _owned(text, after.end(group))
        named = _OF_SOMETHING.match(text, after.end(group))
        if named and is_person_noun(lemma(named[1])):
            return Speaker(named.start(2), named[2])
        named = _OF_A_BODY.match(text, after.end(group))
        if named:
            return Speaker(named.start(1), named[1])
        named = _APPOSED.match(text, after.end(group)) if " " in after[group] and after[group][0].islower() else None
        if named and not (_is_office(named[1]) and text.startswith(" of ", named.end())):
            return Speaker(named.start(1), named[1])
        return Speaker(after.start(group), after[group])
    return _named_before(said, low, before) if before else None


def _named_before(said: str, low: int, before: re.Match[str]) -> Speaker | None:
    """Who is named with a verb of saying before a quotation, `said` standing at text[low]."""
    if _IN_WHAT_IS_SAID.search(said, 0, before.start()):
        return None
    whole = _BELONGS.search(said, 0, before.start())
    if whole and (named := _of_two(whole[1], before[1])) != before[1]:
        return Speaker(low + whole.start(1), named) if named else None
    return Speaker(low + before.start(1), before[1])


def _of_two(one: str, other: str) -> str:
    """Who speaks where "one of other" does: "Ann Lee of Norvik", "Minister of State Ann Lee"; "" if not plain."""
    long, longer = " " in one, " " in other
    if one[0].islower() or one.startswith(("The ", "A ", "An ")) or not _is_office(one) or (long and not longer):
        return one
    return other if longer and not long else ""


def _is_office(name: str) -> bool:
    """Whether what is written as a name is, or ends in, an office: "the Director" of something."""
    return is_person_noun(lemma(name.split()[-1].lower()))


def _owned(text: str, at: int) -> Speaker | None:
    """Who speaks where text[at] ends what is somebody's: whoever is named next to the verb, else his "lawyer"."""
    owned = _OWNED.match(text, at, at + _REACH)
    if owned and is_person_noun(lemma(owned[1])):
        return Speaker(owned.start(1), owned[1])
    named = _NEXT_TO_SPEECH.match(text, at, at + _REACH)
    return Speaker(named.start(1), named[1]) if named else None


def _goes_on(text: str, run: Run, following: Run) -> bool:
    """Whether a speech that its paragraph leaves open goes on in the next one."""
    return not text[run[1] : following[0] - 1].strip() and text[run[1] - 1] not in '"”'


def _carries_on(text: str, run: Run, following: Run) -> bool:
    """Whether only the attribution of a run stands between it and the next, or the next is a paragraph of its own."""
    between = text[run[1] : following[0]]
    if len(between) > _ONE_SENTENCE:
        return False
    if "\n" not in between:
        inner = between.strip("\"”“'’‘«»„ ")
        return bool(_SPEAKS.search(inner)) and not _STOP.search(inner)
    return _is_paragraph(text, following) and not re.search(r"[.!?]\s\S", between.split("\n")[0])


def _is_paragraph(text: str, run: Run) -> bool:
    line_start = text.rfind("\n", 0, run[0]) + 1
    line_end = text.find("\n", run[1])
    rest = text[line_start : run[0]] + text[run[1] : len(text) if line_end < 0 else line_end]
    return not rest.strip("\"”“'’‘«»„ ")
