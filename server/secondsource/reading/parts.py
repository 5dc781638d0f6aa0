"""Whether a figure is the whole of what it counts: a part of it, what comes on top, a change or a margin; or denied."""

from __future__ import annotations

import re

from secondsource.reading.numbers import value_of
from secondsource.reading.passages import Passage

_BOUND = r"(?:(?:at\sleast|about|some|the|nearly|almost|more\sthan|just|only|a\smere|around)\s)?[$€£]?"
_PARTIAL_BEFORE = re.compile(
    rf"""\b(?:of\swhich|an?\s(?:\w+\s)?(?:poll|survey|sample)\sof|another|other|first|last|next|final|extra|additional|further|including|among|every|each|per|top
      |(?:increase|rise|fall|drop|decline|gain|up|down)\s(?:of|by)
      |(?:ris(?:es?|en|ing)|rose|fell|fall(?:s|en|ing)?|(?:in|de)creas(?:es?|ed|ing)|declined?|dropp?(?:s|ed|ing)?|gr[eo]wn?
        |grows|cuts?|reduced?|rais(?:es?|ed)|lower(?:s|ed)?|climb(?:s|ed)?|jump(?:s|ed)?|shr[iau]nk|gained|lost|beat(?:en)?
        |w[io]ns?|led|leads|ahead|behind|cheaper|dearer|wider)\s(?:\w+\s)?by
      |(?:w[io]ns?|led|leads?|takes?|took|beats?|trail(?:s|ed)?|ahead|behind)\b[^,;]{{1,40}}\sby
      )\s{_BOUND}$""",
    re.IGNORECASE | re.VERBOSE,
)
_PARTIAL_ENDS = tuple(  # how these end, without which there is no need to look
    """which another other first last next final extra additional further including among every each per top of by least
    about some the nearly almost than just only mere around""".split()
)
_PARTIAL_AFTER = re.compile(
    r"\s(?:of\s(?:the\s)?\w+\s)?(?:counted|reporting)\b|\seach\b"
    r"|\sof\s(?:the\s|all\s)?(?:[\w’'-]+\s){0,2}(?:precincts|polling\sstations|ballots)\b"
    r"|\s(?:more|less|fewer|other|others|additional|further)\b",
    re.IGNORECASE,
)
_OF_THE_WHOLE = re.compile(
    r"""\s(?:of|out\sof)\s(?:
      (?:(?:the|those|these|them|its|his|her|their|a|all)\b(?:\s(?:total\s)?(?:of\s)?)?)?
      (?P<whole>\d[\d,]{0,12}|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)
      |(?:the|those|these|them|its|his|her|their|an?)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_NEGATED = re.compile(
    r"\b(?:no|not|never|without|nobody|denied)\s(?:\w+\s){0,2}$|n['’]t\s(?:\w+\s){0,2}$", re.IGNORECASE
)
_BY_MARGIN = re.compile(
    r"\b(?:(?P<lead>led|leads?|trail(?:s|ed)?)"
    r"|(?P<margin>w[io]ns?|takes?|took|beat(?:s|en)?|lost|held\son|ahead|behind|defeat(?:s|ed)?))\b"
    rf"[^,;]{{0,40}}?\sby\s{_BOUND}$",
    re.IGNORECASE,
)
_UP = r"""ris(?:es?|en|ing)|rose|gr[eo]wn?|grow(?:s|th|ing)|increas(?:es?|ed|ing)|(?:re)?gain(?:s|ed|ing)?
    |climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|surg(?:es?|ed|ing)|rais(?:es?|ed|ing)|up|add(?:s|ed|ing)?"""
_DOWN = r"""fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)|lost|los(?:es?|ing)
    |slip(?:s|ped|ping)?|shed(?:s|ding)?|cut(?:s|ting)?|lower(?:s|ed|ing)?|shr[iau]nk|slump(?:s|ed|ing)?|plung(?:es?|ed|ing)
    |sank|dip(?:s|ped|ping)?|down"""
_CHANGED = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s(?:[a-z]+ly\s)?(?:(?:of|by)\s)?{_BOUND}$", re.IGNORECASE | re.VERBOSE
)
_CHANGE = re.compile(
    r"""\s(?:[a-z]+\s)?(?:(?P<up>more|higher|dearer|above|rise|increase|jump|growth)
      |(?P<down>less|fewer|lower|cheaper|below|fall|drop|decline|cut))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_BEFORE = 50  # code points before a figure in which a margin shows: "led her rival by 11 votes"
_BEHIND = 30  # ... and behind it, in which a part does


def is_part(text: str, passage: Passage, start: int, end: int, *, share: bool = False) -> bool:
    """Whether a figure is a part ("two of the"), a change ("a rise of") or negated, by the words right beside it.

    A share says of what it is one ("12 percent of its staff"), and is no part for that.
    """
    before, after = _beside(text, passage, start, end)
    beside = before.rstrip("$€£").rstrip().lower().endswith(_PARTIAL_ENDS) and _PARTIAL_BEFORE.search(before)
    partial = beside or _PARTIAL_AFTER.match(after) or _NEGATED.search(before)
    return bool(partial or (not share and _OF_THE_WHOLE.match(after)))


def whole_of(text: str, passage: Passage, start: int, end: int) -> str | None:
    """What a figure right before text[end] is a part of: "63" of "41 of the 63", "" of "two of them"; None for no part.

    As a part of a stated whole a figure can be compared; not so what comes on top ("another two") or is denied.
    """
    found = _OF_THE_WHOLE.match(text, end, min(passage.end, end + _BEHIND))
    if found is None or is_part(text, passage, start, end, share=True):
        return None
    value = value_of(found["whole"] or "")
    return "" if value is None else f"{value:g}"


def difference(text: str, passage: Passage, start: int, end: int) -> str:
    """Whether a figure is by how much something went "up" or "down", won ("margin") or led ("lead"); "" for none."""
    before, after = _beside(text, passage, start, end)
    found = _BY_MARGIN.search(before) or _CHANGED.search(before) or _CHANGE.match(after)
    return str(found.lastgroup) if found else ""


def _beside(text: str, passage: Passage, start: int, end: int) -> tuple[str, str]:
    return text[max(passage.start, start - _BEFORE) : start], text[end : min(passage.end, end + _BEHIND)]
