"""Sources that anybody may quote: a statement, a court filing, a press conference, a broadcast, a hearing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from secondsource.reading.speakers import SPEECH
from secondsource.reading.words import fold


@dataclass(frozen=True, slots=True)
class Credit:
    """To whom a sentence gives its news: a publisher by `name`, or a `form` of source ("statement", "lawsuit").

    Of a source, `name` is its title where it has one, `who` the last word of whoever spoke or issued it
    and `day` the weekday, each empty where the sentence does not tell.
    """

    form: str
    name: str = ""
    who: str = ""
    day: str = ""


_SAYS = rf"(?:{SPEECH}|alleges?|alleged|shows?|showed|reads?|reveals|accuses?|accused)"
_DET = r"(?:an?|the|his|her|their|its|[A-Z][\w’'-]{0,30}['’]s?)"
_TO = r"(?:[Aa]ccording\ to|[Ii]n|[Aa]t|[Dd]uring|[Tt]old|[Ff]rom|[Oo]n|[Vv]ia)"
_IN = rf"\b{_TO}\ (?:{_DET}\ )?(?:[\w’'-]{{1,30}}\ ){{0,3}}?"
# A lawsuit or a ruling is spoken of as often as it is quoted, so it must open the sentence or follow its verb.
_QUOTED_IN = (
    rf"(?:^|[.,;…]\ |\b(?:{SPEECH})\ (?:(?:on\ )?\w+day\ )?)[Ii]n\ (?:{_DET}\ )?(?:[\w’'-]{{1,30}}\ )?"
    rf"|\b[Aa]ccording\ to\ (?:{_DET}\ )?"
)
_TALKED_OF = frozenset({"indictment", "lawsuit", "autopsy", "ruling"})
_STAFF = r"(?:(?:its|his|her|their|all)\ )?(?:staff|employees|workers|colleagues)"
_HOLDERS = r"(?:(?:its|his|her|their|all)\ )?(?:shareholders|investors)"
# Each form by the words that name it. A document speaks or is spoken in, at an occasion people speak, a court hears.
_DOCUMENTS = {
    "indictment": r"indictment",
    "lawsuit": r"(?:lawsuit|(?:civil\ |legal\ )?complaint)",
    "affidavit": r"affidavit",
    "court documents": r"(?:court|legal|charging)\ (?:documents?|papers|filings?|records)",
    "regulatory filing": r"(?:regulatory|exchange|securities)\ filing",
    "police report": r"(?:police|incident|arrest)\ report",
    "autopsy": r"(?:autopsy|post-mortem)(?:\ report)?",
    "ruling": r"(?:ruling|judgment)",
    "memo": r"(?:internal\ )?memo",
    "letter to staff": rf"letter\ to\ {_STAFF}",
    "letter to shareholders": rf"letter\ to\ {_HOLDERS}",
    "statement": r"(?:statement|press\ release|news\ release)",
}
_OCCASIONS = {
    "press conference": r"(?:press|news|media)\ (?:conference|briefing)",
    "earnings call": r"(?:earnings|investor|analysts?)\ call",
}
_HEARINGS = {
    "inquest": r"inquest|coroner",
    "inquiry": r"(?:public\ )?inquiry",
    "trial": r"trial|jury|jurors",
    "hearing": r"court|judge|tribunal",
}
_DAY = r"(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_POST = r"(?P<post>Instagram|Facebook|Twitter|X|TikTok|Telegram|Truth\ Social|Threads|Bluesky|YouTube|LinkedIn|Weibo)"
_TITLED = r"(?:podcast|show|series|documentary|memoir|autobiography|programme|program|broadcast)"
_TITLE = r"[\"“‘'](?P<{0}>[A-Z][^\"“”\n]{{1,60}}?)[,.]?[\"”’']"
_BARE = r"(?P<bare>[A-Z][\w’'-]{0,30}(?:\ (?:and\ |of\ |the\ |with\ )?[A-Z][\w’'-]{0,30}){1,5})"
_SHOW = re.compile(
    rf"""\b{_TITLED},?\ {_TITLE.format("after")} | {_TITLE.format("before")}\ {_TITLED}\b
    | \b(?:episode|instal?lment|edition)\ of\ {_TITLE.format("episode")} | \bthe\ {_BARE}\ {_TITLED}\b""",
    re.VERBOSE,
)
_SPEAKS = re.compile(rf"\b(?:{_SAYS}|heard|hears|[Aa]ccording\sto)\b")
_SPEAKER = re.compile(
    rf"(?P<who>(?:[A-Z][\w’'-]{{1,30}}\ ){{1,4}}|\b[a-z]+\ )(?:\w+ly\ |also\ |later\ |has\ |had\ )?(?:{SPEECH})\b",
    re.VERBOSE,
)
_NOBODY = frozenset(
    """he she they it who which that and but also later spokesman spokeswoman spokesperson official officials statement
    conference""".split()
)


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms with their patterns, compiled when a sentence is first looked at."""
    return tuple(_patterns())


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for form, named in _DOCUMENTS.items():
        before = _QUOTED_IN if form in _TALKED_OF else _IN
        yield form, re.compile(rf"(?:{before}){named}\b|\b{named}(?:\ \w+){{0,3}}?\ {_SAYS}\b", re.VERBOSE)
    for form, named in _OCCASIONS.items():
        yield form, re.compile(rf"{_IN}{named}\b(?:\ (?:late\ |early\ )?on\ {_DAY})?", re.VERBOSE)
    for form, named in _HEARINGS.items():
        told = rf"\b(?:told|tells)\ (?:(?:an?|the)\ (?:\w+\ )?)?(?:{named})\b"
        yield (
            form,
            re.compile(rf"{told}|\b(?i:{named})\ (?:has\ |had\ )?(?:heard|hears|(?:was|were)\ told)\b", re.VERBOSE),
        )
    yield "post", re.compile(rf"\b(?:on|to)\ (?:(?:his|her|their|its|the)\ )?{_POST}\b(?!\ [A-Z])", re.VERBOSE)
    yield "reporters", re.compile(r"\b(?:told|telling)\ (?:reporters|journalists)\b")


FORMS = frozenset((*_DOCUMENTS, *_OCCASIONS, *_HEARINGS, "post", "reporters"))
_SPOKEN = frozenset({"memo", "statement", "press conference", "earnings call", "post", "reporters"})  # by somebody
# Where a sentence has both, the second only says how the first came about: "told reporters at a press conference".
_WITHIN = (
    ("press conference", "reporters"),
    ("trial", "hearing"),
    ("trial", "reporters"),
    ("hearing", "reporters"),
    ("post", "statement"),
    ("show", "post"),
)
_ISSUED = re.compile(
    r"\b(?:[Aa]n?|[Tt]he)\ (?P<who>[\w’'-]{1,30})\ (?:statement|press\ release|news\ release)\b", re.VERBOSE
)
_ISSUES = re.compile(r"\b(?:new|joint|written|brief|short|separate|latest|full|public|official|later)\b")


def sources(sentence: str, told: str) -> list[Credit]:
    """The sources that a sentence credits; `told` is the sentence with its quotations blanked."""
    if not _SPEAKS.search(told):
        return []
    found = {form: match for form, pattern in _forms() if (match := pattern.search(told))}
    if show := _SHOW.search(sentence):
        found["show"] = show
    for kept, dropped in _WITHIN:
        if kept in found:
            found.pop(dropped, None)
    return [_credit(form, match, told) for form, match in found.items()]


def _credit(form: str, match: re.Match[str], told: str) -> Credit:
    parts = match.groupdict()
    if form == "show":
        return Credit(form, next(title for title in parts.values() if title))
    who = _who(told) if form in _SPOKEN else ""
    return Credit(form, parts.get("post") or "", who, parts.get("day") or "")


def _who(told: str) -> str:
    """The last word of whoever speaks, or of a statement's issuer; empty for "he" or "a spokesman"."""
    issued = _ISSUED.search(told)
    who = issued["who"] if issued and not _ISSUES.fullmatch(issued["who"]) else ""
    if not who and (speaker := _SPEAKER.search(told)):
        who = speaker["who"]
    word = who.split()[-1] if who.strip() else ""
    return "" if fold(word) in _NOBODY else word
