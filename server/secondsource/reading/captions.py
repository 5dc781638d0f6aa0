"""Captions: they tell what a picture shows, in the words of the whole story, and are evidence of none of it.

Of the 369 sentence pairs that were wrongly corroborated in 13 real events, 83 had a caption, a credit or a link on one
side; of 18 dates wrongly held against one another in 892 others, 5 were of pictures.
"""

from __future__ import annotations

import re

from secondsource.reading.times import MONTHS, WEEKDAYS

_OPENS = re.compile(
    r"""\s*(?:
      image\ (?:copyright|caption)\b | enlarge\ this\ image\b | facebook\ twitter\ pinterest\b | hide\ caption\b
    | (?:file\ )?(?:pool\ )?photo\ by\b | file\ (?:photo|picture|image)\b | (?:cover|image|picture|photo):\s
    | pictures?\ taken\ (?:on\ )?(?-i:[A-Z]|\d)
    | (?:file\s?[-–—]\s?)?(?:in\ )?this\ (?:[\w.,]+\ ){0,5}?photo(?:graph)?
        (?:,|\ (?:released|provided|taken|made|shows?|showing|from|by|obtained)\b)
    # the agency that a caption opens with; a sentence about the agency would end with a stop
    | (?-i:Getty\ Images|GETTY|Reuters|AFP|Alamy|Shutterstock)\ (?-i:[A-Z])[^\n]*[^.!?”"’'\n]$
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_AGENCY = (
    r"(?:Getty(?:\ Images)?|AFP|Agence\ France-?[Pp]resse|AP|Associated\ Press|Reuters|REUTERS|PA|EPA|UPI|Alamy"
    r"|Shutterstock)"
)
# What a caption or a credit ends with, or holds wherever it stands.
_CREDITED = re.compile(
    rf"""\((?:[^()]*[\ /])?{_AGENCY}\)\s*$ | (?:/|\||\bvia)\ ?{_AGENCY}\)?\s*$
    | ^\s*\(?{_AGENCY}/[A-Z][\w\ .'’-]{{1,60}}$
    | \b[Ff]ile\ (?:photo|image|picture)\b
    | \bin\ (?:this|an\ undated)\ (?:\w+\ )?(?:photo(?:graph)?|image|screen\ ?grab|still|frame\ grab)
      \ (?:taken|provided|released|obtained|made|from)\b""",
    re.VERBOSE,
)
_WEEKDAY = "|".join(day.title() for day in WEEKDAYS)
_MONTH = rf"(?:{'|'.join(month[:3].title() for month in MONTHS)})[a-z]{{0,6}}\.?"
_DAY = rf"(?:{_MONTH}\s\d{{1,2}},|\d{{1,2}}\s{_MONTH})\s(?:19|20)\d\d"
# A day with its year, as the last words, right after a place: news dates what it tells by the weekday. In 892 real
# events this and what follows flag 123 unlike passages, all of them captions (with bare verbs too, 128, of which 2 are
# posts and 3 captions), and leave some 80 with such a day at the end, of which some 20 are captions.
_DATED = re.compile(rf"(?<!day)(?:,|\bU\.S\.)\s(?:(?:{_WEEKDAY}),?\s)?{_DAY}\.?$")
_DATED_AT_ALL = re.compile(rf"\s{_DAY}\.?$")
_SHOWN = re.compile(  # forms that are no nouns ("a wave", "the boards") and no infinitives ("agreed to testify")
    r"""\b(?:(?:is|are)\s(?:\w+ly\s)?(?:seen|pictured|shown)|speaks|walks|arrives|testifies|attends|listens
    |looks\son|holds\sa\s(?:news|press)\sconference|departs|reacts|participates)\b""",
    re.VERBOSE,
)
_TOLD = re.compile(
    r"\b(?:was|were|had|said|told|died|born|will|would|until|scheduled|due|begins?|starts?|opens?|ends?|expires?)\b"
)
MAX_CAPTION, MAX_CREDITED = 500, 200  # code points: a longer passage that ends with a credit has something to say


def is_caption(passage: str) -> bool:
    """Whether a passage is a picture's caption, or the credit of one."""
    if len(passage) > MAX_CAPTION:
        return False
    credited = len(passage) <= MAX_CREDITED and _may_be_credited(passage) and _CREDITED.search(passage)
    return bool(credited or _OPENS.match(passage)) or _is_dated(passage)


def _may_be_credited(passage: str) -> bool:
    """Whether a passage has what every credit has: the cheap look that saves a search."""
    if ")" in passage or "/" in passage or "|" in passage or "via" in passage:
        return True
    return "ile " in passage or "in this " in passage or "in an undated " in passage


def _is_dated(passage: str) -> bool:
    """Whether it tells what is seen on some day: "The mayor speaks at the mill in Orrin, May 4, 2024."."""
    if not passage.rstrip(".")[-4:].isdigit() or not _DATED_AT_ALL.search(passage):
        return False
    told, shown = _TOLD.search(passage), _SHOWN.search(passage)
    if told and not (shown and shown.start() < told.start()):
        return False
    return bool(shown or _DATED.search(passage))
