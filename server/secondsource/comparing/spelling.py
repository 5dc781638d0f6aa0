"""How one word is written by two outlets: British or American, short or in full, in digits, or with letters masked."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from secondsource.reading.numbers import words_value
from secondsource.reading.words import commonness

_SHORT_FORMS = """cannot:can_not ok:okay percent:per_cent alright:all_right gonna:going_to gotta:got_to wanna:want_to
em:them cause:because til:until till:until thru:through n:and
judgement:judgment acknowledgement:acknowledgment
grey:gray defence:defense offence:offense
licence:license programme:program towards:toward whilst:while amongst:among
protestor:protester protestors:protesters impostor:imposter advisor:adviser advisors:advisers
sen:senator gov:governor gen:general rep:representative lt:lieutenant sgt:sergeant capt:captain col:colonel
dr:doctor prof:professor dept:department govt:government
jan:january feb:february apr:april aug:august sept:september oct:october nov:november dec:december
first:1st second:2nd third:3rd fourth:4th fifth:5th sixth:6th seventh:7th eighth:8th ninth:9th tenth:10th
eleventh:11th twelfth:12th thirteenth:13th fourteenth:14th fifteenth:15th twentieth:20th"""
_IN_FULL = {short: full.replace("_", " ").split() for short, full in (pair.split(":") for pair in _SHORT_FORMS.split())}
_OF_COUNTRIES = {  # only in capitals, or with stops: "us" is a word
    "us": ["united", "states"],
    "uk": ["united", "kingdom"],
    "un": ["united", "nations"],
    "eu": ["european", "union"],
}
_SHORTENED = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_ENDINGS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"}
_BRITISH = (  # and how it is spelt in America: "analysed", "organisations", "neighbours", "modelling", "theatre"
    (re.compile(r"(?<=\w{3})([iy])s(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), r"\1z"),
    (re.compile(r"(?<=\w{3})our(?=(?:s|ed|ing|ite|able|al)?$)"), "or"),
    (re.compile(r"(?<=\w{4})ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile(r"(?<=\w{3})tre(?=s?$)"), "ter"),
)
_INITIALS = re.compile(r"[a-z](?:\.[a-z])+")
_MONTH_BEFORE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|(?:Sept|Octo|Novem|Decem)(?:em)?ber"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?)\s$"
)
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_MASKS = "*_-–—"
_MASK = re.compile(r"[*_–—-]+")
_BROKEN_OFF = ("-", "–", "—")
_SWEARING = re.compile(
    r"fuck|shit|bitch|cunt|piss|puss|damn|crap|bast|whore|twat|wank|\b(?:hell|ass|arse|dick|cock|nig)"
)
LONGEST_MONTH = 10  # code points, with the space after it
# Commonness below which a word is a name that English hardly knows: "Qods" 1.4, "Josef" 3.2, "Oman" 3.4, "Iran" 4.6.
UNHEARD = 3.3
EDITS = 2  # letters in which such a name is written otherwise


def forms(plain: str, written: str, text: str, start: int) -> list[str]:
    """The words as which one is compared: `plain` as it is folded, `written` as it stands in the text, from `start`."""
    if written in ("US", "UK", "UN", "EU") and not text.isupper():
        return _OF_COUNTRIES[plain]
    if _INITIALS.fullmatch(plain):
        initials = plain.replace(".", "")  # "F.E.C.", "FEC"
        return _OF_COUNTRIES.get(initials, [initials])
    day = _ORDINAL.fullmatch(plain)
    if day and _MONTH_BEFORE.search(text, max(0, start - LONGEST_MONTH), start):
        return [day[1]]
    return _forms(plain)


def _forms(plain: str) -> list[str]:
    value = words_value(plain) if plain.replace("-", "").isalpha() and plain not in ("a", "an", "one", "half") else None
    if value is not None:
        return [f"{value:g}"]
    if plain.endswith("%"):
        return [plain[:-1], "per", "cent"]
    if "-" in plain:
        return [form for part in plain.split("-") for form in _forms(part)]
    return _IN_FULL.get(plain) or _written_out(plain)


def _written_out(word: str) -> list[str]:
    if word.endswith("n't"):
        return [_SHORTENED.get(word[:-3], word[:-3]), "not"]
    stem, mark, ending = word.partition("'")
    full = _ENDINGS.get(ending) if mark else None
    return [stem, full] if full else [_american(word)]


def _american(word: str) -> str:
    """A word as it is spelt in America; another spelling of a few other words, the same in all quotations."""
    for british, spelt in _BRITISH:
        word = british.sub(spelt, word)
    return word


def are_one_word(one: str, other: str) -> bool:
    """Whether what two wordings write in one place is one word: masked in one of them, or a name spelt otherwise."""
    ours, theirs = _letters(one), _letters(other)
    return ours == theirs or _fits(one, theirs) or _fits(other, ours) or _is_one_name(one, other)


def _letters(word: str) -> str:
    return "".join(filter(str.isalnum, word)).lower()


def _fits(masked: str, word: str) -> bool:
    """Whether a word may be the one of which some letters are masked: "f—ing", "s**t", "bull----".

    A dash at the end masks only what is masked so: "No— we" is broken off, and no "now".
    """
    if not _MASK.search(masked) or (masked.endswith(_BROKEN_OFF) and not _SWEARING.search(word)):
        return False
    first, *_, last = map(_letters, _MASK.split(masked))
    return bool(first) and len(word) > len(first + last) and word.startswith(first) and word.endswith(last)


def _is_one_name(ours: str, theirs: str) -> bool:
    """Whether two capitalised words are a name that English does not know, and only some letters are others."""
    if not (ours[:1].isupper() and theirs[:1].isupper() and ours.isalpha() and theirs.isalpha()):
        return False
    a, b = ours.lower(), theirs.lower()
    return a[0] == b[0] and OSA.distance(a, b) <= EDITS and min(commonness(a), commonness(b)) < UNHEARD


def with_mask(text: str, start: int, end: int) -> str:
    """text[start:end] with the masks that end it: of "sh—, he said" they are no part of the word as it is read."""
    stop = end
    while stop < len(text) and text[stop] in _MASKS:
        stop += 1
    return text[start:end] if text[stop : stop + 1].isalnum() else text[start:stop]
