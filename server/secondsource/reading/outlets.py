"""Names of publishers: the agencies that others republish, what a publisher's name looks like, when two are one's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from secondsource.reading.words import fold

# Agencies and services whose stories others print, by what datelines and bylines call them (folded, without "the").
AGENCIES = {
    "ap": "Associated Press",
    "associated press": "Associated Press",
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "afp": "Agence France-Presse",
    "agence france presse": "Agence France-Presse",
    "upi": "United Press International",
    "united press international": "United Press International",
    "pa": "Press Association",
    "pa media": "Press Association",
    "press association": "Press Association",
    "dpa": "dpa",
    "ansa": "ANSA",
    "efe": "EFE",
    "apa": "APA",
    "ap news": "Associated Press",
    "aap": "Australian Associated Press",
    "australian associated press": "Australian Associated Press",
    "canadian press": "Canadian Press",
    "pti": "Press Trust of India",
    "press trust of india": "Press Trust of India",
    "ani": "ANI",
    "ians": "IANS",
    "xinhua": "Xinhua",
    "kyodo": "Kyodo News",
    "kyodo news": "Kyodo News",
    "yonhap": "Yonhap",
    "tass": "TASS",
    "interfax": "Interfax",
    "anadolu": "Anadolu",
    "bernama": "Bernama",
    "bloomberg": "Bloomberg",
    "bloomberg news": "Bloomberg",
    "dow jones": "Dow Jones",
    "dow jones newswires": "Dow Jones",
    "business wire": "Business Wire",
    "pr newswire": "PR Newswire",
    "globenewswire": "GlobeNewswire",
    "cnn newsource": "CNN",
    "bang showbiz": "BANG Showbiz",
    "swns": "SWNS",
}
# Publishers whose names have none of the words below. To call a name a publisher's is to trace claims to it, so names
# that are other things too ("People", "Time", "The Sun") are left to the patterns that leave no doubt.
_BROADCASTERS = frozenset("bbc itv cnn cnbc msnbc abc cbs nbc npr pbs cbc rte espn zdf nhk".split())
_NAMES = frozenset(
    """tmz axios politico buzzfeed propublica semafor bellingcat newsweek forbes esquire techcrunch guardian economist
    bild nikkei haaretz euronews der-spiegel die-zeit le-monde le-figaro la-repubblica el-pais el-mundo la-vanguardia
    asahi-shimbun yomiuri-shimbun al-jazeera new-yorker rolling-stone""".split()
)
_MEDIA = frozenset(
    """news times post herald tribune gazette chronicle telegraph courier daily weekly magazine radio tv television
    press newspaper newspapers newswire wire journal inquirer reporter bulletin advertiser insider""".split()
)
_OPENING = frozenset({"daily", "evening", "radio"})
# What a publisher adds to its name for one of its parts: "Coast News Digital", "Lantern Online".
_PARTS = frozenset("digital online website com co uk org net tv radio news daily media magazine".split())
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@lru_cache(maxsize=20_000)
def outlet_tokens(name: str) -> tuple[str, ...]:
    """A publisher's name folded into words, without articles and "www"."""
    tokens = tuple(fold(token) for token in _TOKEN.findall(name))
    return tuple(token for token in tokens if token not in ("the", "www")) or tokens


def agency(name: str) -> str | None:
    """The agency of that name or abbreviation, in full, or None."""
    return AGENCIES.get(" ".join(outlet_tokens(name)))


def looks_like_outlet(name: str) -> bool:
    """Whether a capitalised name is a publisher's by its words alone: "Coast News Digital", "Times of Malta"."""
    tokens = outlet_tokens(name)
    if agency(name) or "-".join(tokens) in _NAMES or not _BROADCASTERS.isdisjoint(tokens[:1]):
        return True
    core = tokens[:-1] if tokens[-1:] and tokens[-1] in _PARTS - _MEDIA else tokens
    kind = tokens[0] if len(tokens) > 2 and tokens[1] == "of" else core[-1] if core else ""
    return kind in _MEDIA or (len(core) > 1 and core[0] in _OPENING)


@lru_cache(maxsize=20_000)
def same_outlet(a: str, b: str) -> bool:
    """Whether two names are surely one publisher's: equal, one the other's part or website, or its initials."""
    full_a, full_b = (outlet_tokens(agency(name) or name) for name in (a, b))
    if full_a == full_b or "".join(full_a) == "".join(full_b):
        return True
    short, long = sorted((full_a, full_b), key=len)
    if len(short) == 1 and len(long) > 2:
        return short[0] == "".join(token[0] for token in long)
    core_a, core_b = (tuple(token for token in full if token not in _PARTS) for full in (full_a, full_b))
    return core_a == core_b != () and set(short) <= set(long)


def is_itself(name: str, outlet: str) -> bool:
    """Whether an article of an outlet means its own outlet by a name: "the Lantern" in The Daily Lantern."""
    return same_outlet(name, outlet) or set(outlet_tokens(name)) <= set(outlet_tokens(outlet))


def known_outlet(name: str, known: Iterable[str]) -> str | None:
    """The one of the known publishers that a name stands for, else the agency it names, else None."""
    fitting = {outlet for outlet in known if same_outlet(name, outlet)}
    return fitting.pop() if len(fitting) == 1 else agency(name)
