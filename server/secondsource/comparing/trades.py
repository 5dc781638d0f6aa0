"""What somebody who did something is by trade, where the sentence says only, or also, that: "found by a lifeguard".

For `kinds/doers.py`. Trades are told in families (`_FAMILIES`), of which hardly anybody is of two: a teacher is no
baker, but a professor may be a geologist, a guard an off-duty deputy. What one may be besides ("a hiker", "a
neighbour", "a driver", "a volunteer firefighter") is no trade here. Of two who did it together neither is told.
"""

from __future__ import annotations

import re

_FAMILIES = {
    "order": """policeman policewoman constable trooper deputy sheriff detective patrolman inspector guard bodyguard
    ranger""",
    "rescue": "firefighter fireman lifeguard paramedic",
    "medicine": "doctor surgeon nurse midwife",
    "post": "postman postwoman mail-carrier courier",
    "cleaning": "cleaner janitor caretaker",
    "learning": """teacher professor lecturer geologist biologist physicist chemist archaeologist pupil schoolboy
    schoolgirl schoolchild""",
    "church": "priest vicar pastor rabbi imam",
    "land": "farmer shepherd farmhand",
    "sea": "fisherman sailor",
    "locks": "lock-keeper bridge-keeper lighthouse-keeper ferryman",
    "music": "singer guitarist drummer bassist pianist violinist",
    "building": "bricklayer plumber electrician roofer",
    "mine": "miner",
    "kitchen": "cook chef baker butcher waiter waitress",
    "law": "lawyer judge",
}


def _of_several(trade: str) -> str:
    """A trade of several: "nurses", "fishermen"."""
    return f"{trade[:-2]}en" if trade.endswith("man") else f"{trade}ren" if trade.endswith("child") else f"{trade}s"


FAMILY_OF = {trade.replace("-", " "): family for family, listed in _FAMILIES.items() for trade in listed.split()}
FAMILY_OF |= {_of_several(trade): family for trade, family in FAMILY_OF.items()}
_TRADE = rf"(?:(?!(?:volunteer|part-time|former|trainee)\b)[\w-]{{2,20}}\s){{0,3}}?(?P<trade>{'|'.join(FAMILY_OF)})"
_SOME = r"(?i:two|three|four|some|several)"
_NAME = r"(?:\s[^\W\d_a-z][\w’'-]{1,20}){0,3}"
_AT_IT = r"(?:\s[a-z]{3,12}ing(?:\s[\w’'-]{1,15}){1,4}?)?"  # "A farmer ploughing his field came upon"
# "A nurse found", "The guard Ann Lee had found", "Ann Lee, a retired nurse out with her son, found"
_BEFORE = re.compile(
    rf"(?:\b(?<!and )(?:[Aa]n?|[Tt]he|{_SOME})\s{_TRADE}{_NAME}{_AT_IT}"
    rf"|(?<=,\s)(?:an?|the)\s{_TRADE.replace('?P<trade>', '?P<apposed>')}(?:\s[^,.;]{{1,40}})?,)"
    r"\s(?:(?:who|had|has|then|first|later)\s)*$"
)
_BY = re.compile(
    rf"(?:[^,.;:]{{1,60}}?(?<!ed)(?<!en)(?<!wn)|\s\w{{3,12}}(?:ed|en|wn))?\sby\s(?:(?:an?|the|{_SOME})\s)?{_TRADE}"
    r"(?=[,.;]|\s(?:who|on|in|at|from|of|named|after|while|when|as|before|[a-z]+ing)\b|\sand\s(?!an?\b|the\b)|\s[A-Z]|\s*$)"
)
REACH = 120  # code points before an act in which who did it is told


def trade_before(text: str, start: int, at: int) -> tuple[str, int] | None:
    """The trade of whoever does the act at text[at], and from where that is told; text[start] on."""
    found = _BEFORE.search(text, max(start, at - REACH), at)
    return (found["trade"] or found["apposed"], found.start()) if found else None


def trade_by(text: str, at: int, end: int) -> tuple[str, int] | None:
    """The same of who is told with "by" behind an act that ends at text[at], and where that ends."""
    found = _BY.match(text, at, end)
    return (found["trade"], found.end()) if found else None
