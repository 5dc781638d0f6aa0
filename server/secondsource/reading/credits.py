"""Credits: whom an article says it has its words from, and whom a single sentence says it has its news from.

Agency credits follow the practice of newspapers: a dateline ("LIMA (AP) —"), a byline, a sign-off, a copyright
line. A sentence credits another publisher ("told the BBC", "first reported by The Times", ", per People") or a
source that anybody may quote: a statement, a court filing, a press conference, a broadcast, a hearing. Where a
sentence credits two, it is not known which of its claims is whose, and it credits nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from secondsource.reading.names import CALENDAR
from secondsource.reading.outlets import agency, known_outlet, looks_like_outlet
from secondsource.reading.sources import Credit, sources
from secondsource.reading.speakers import SPEECH
from secondsource.reading.words import fold

OUTLET = "outlet"  # the form of a credit to a publisher
AGAIN = "again"  # the form of a credit to the publisher named before: "the newspaper reported"
SELF = "self"  # the form of a credit to the article's own publisher: "told this newspaper"

HEAD, FOOT = 1_200, 600  # code points at an article's two ends in which it is credited as a whole
LOOK_BACK = 800  # code points before a sentence in which "the newspaper" was named
_CAPITAL = r"[A-Z0-9][\w&’'-]{0,30}(?:\.\w{1,10}){0,3}"
_NAMED = rf"(?:[Tt]he\ )?[A-Z][\w&’'-]{{0,30}}(?:\.\w{{1,10}}){{0,3}}(?:\ (?:of\ |and\ |&\ )?{_CAPITAL}){{0,4}}"
_LINE_NAME = r"(?P<outlet>(?:[Tt]he\ )?[A-Z][\w\ .&’'-]{1,40}?)"

_DATELINE = re.compile(
    rf"^[ \t]*(?:(?P<place>[A-Z][A-Z\ .’'/-]{{1,40}}(?:,\ [\w\ .,]{{1,30}})?|[A-Z][\w\ .,’'-]{{1,40}})\s)?"
    rf"\({_LINE_NAME}\)\s?[–—-]{{1,2}}\s",
    re.MULTILINE | re.VERBOSE,
)
_BYLINE = re.compile(
    rf"^[ \t]*(?:By|From)\s(?:[^\n,|]{{1,60}}(?:,|\||\bof\b|\bfor\b|\sand)\s?)?{_LINE_NAME}[ \t]*$",
    re.MULTILINE | re.VERBOSE,
)
_MARKED = re.compile(
    rf"^[ \t]*(?:©|\([cC]\)|Copyright\b)[ \t]*(?:©[ \t]*)?(?:\d{{4}}[ \t]*)?{_LINE_NAME}(?=[ \t]*$|\.|,|\ All\b)",
    re.MULTILINE | re.VERBOSE,
)
_SIGNED = re.compile(
    rf"^[ \t]*(?:[–—-]{{1,2}}\s?|\(|\[|Source:\s?){_LINE_NAME}[)\]]?[ \t]*$", re.MULTILINE | re.VERBOSE
)
_REPUBLISHED = re.compile(
    rf"""\b(?:[Tt]his|[Tt]he)\ (?:article|story|report|piece|post)\ (?:was\ )?(?:originally\ |first\ )?
    (?:appeared|(?:re)?published)\ (?:in|on|by|at|from)\ (?P<outlet>{_NAMED})""",
    re.VERBOSE,
)
# After or before these words a name is a publisher's if it looks like one ...
_BY_NAME = re.compile(
    rf"""\b(?<!who\ )(?<!which\ )(?:(?:told|tells|telling|(?:spoke|speaks|speaking|talked|talking)\ (?:to|with)
      |(?:said|disclosed|confirmed|revealed|confided|confirms|reveals|statement)\ to|opened\ up\ to)
      |interview(?:ed)?\ (?:with|by|for|in|on)
      |[Aa]ccording\ to|[Cc]iting|(?:[Rr]eported|[Qq]uoted|[Pp]ublished|[Oo]btained|[Ss]een)\ (?:by|in)
      |[Rr]eports?\ (?:by|from|in))\ (?P<by>{_NAMED})
    |(?<![\w.])(?P<reporting>{_NAMED})\ (?:(?:was\ )?(?:the\ )?first\ (?:to\ )?report(?:ed)?|(?:has\ |had\ )?reported
      |reports|can\ (?:exclusively\ )?reveal|(?:has\ )?learned|understands)\b""",
    re.VERBOSE,
)
# ... and here any name is.
_BEYOND_DOUBT = re.compile(
    rf"""[,…]\s+per\ (?P<per>{_NAMED})(?=\s?[,.;)—–]|\s*$)
    |\b[Ff]irst\ (?:reported|published|revealed)\ (?:by|in)\ (?P<first>{_NAMED})""",
    re.VERBOSE,
)
_AGAIN = re.compile(
    rf"""\b(?P<which>[Tt]he|[Tt]his)\ (?:newspaper|magazine|paper|tabloid|outlet|broadcaster|publication|news\ agency)
    (?:\ \w+ly)?\ (?:{SPEECH}|reported|reports)\b
    |\b(?:told|tells)\ (?:us\b|this\ (?:newspaper|magazine|paper)\b)""",
    re.VERBOSE,
)
_QUOTED = re.compile(r'"[^"\n]*"?|“[^“”\n]*”?')
_OWNER = re.compile(r"['’]s?\s")


def article_credit(text: str) -> str | None:
    """The publisher that an article as a whole is credited to in its text, as named there; None for none or two."""
    head, foot = text[:HEAD], text[-FOOT:]
    both = text if len(text) <= HEAD + FOOT else f"{head}\n{foot}"
    found = [line["outlet"] for line in islice(_DATELINE.finditer(head), 1) if _is_dateline(line)]
    found += [_cleaned(name["outlet"]) for name in _REPUBLISHED.finditer(both)]
    for pattern, part in ((_BYLINE, head), (_MARKED, foot), (_SIGNED, foot)):
        found += [name["outlet"] for name in pattern.finditer(part) if agency(name["outlet"])]
    names = {agency(name) or name for name in found}
    return names.pop() if len(names) == 1 else None


def _is_dateline(line: re.Match[str]) -> bool:
    """Whether a line opens with a place in capitals, or what stands in brackets is surely a publisher."""
    return bool(re.match(r"[A-Z]{2}", line["place"] or "")) or looks_like_outlet(line["outlet"])


def credit(text: str, told: str, start: int, end: int, known: frozenset[str] = frozenset()) -> Credit | None:
    """Whom the sentence text[start:end] of an article credits; None for nobody or for more than one.

    `told` is the article's text without_quotations; `known` are publishers' names to go by, besides those that look
    like one's.
    """
    found = _credit(text[start:end], told[start:end], known)
    if found is None or found.form != AGAIN:
        return found
    before = [named for named in _outlets(told[max(0, start - LOOK_BACK) : start], known) if named.name]
    return before[-1] if before else None


def without_quotations(text: str) -> str:
    """A text, as long as before, with its quotations blanked; one that is not closed ends with its line."""
    return _QUOTED.sub(lambda quoted: "…".ljust(len(quoted[0])), text)


@lru_cache(maxsize=10_000)
def _credit(sentence: str, told: str, known: frozenset[str]) -> Credit | None:
    found = set(_outlets(told, known)) or set(sources(sentence, told))
    return found.pop() if len(found) == 1 else None


def _outlets(told: str, known: frozenset[str]) -> Iterator[Credit]:
    for found in _BEYOND_DOUBT.finditer(told):
        yield Credit(OUTLET, _cleaned(found["per"] or found["first"]))
    for found in _BY_NAME.finditer(told):
        name = _cleaned(found["by"] or found["reporting"])
        if looks_like_outlet(name) or known_outlet(name, known):
            yield Credit(OUTLET, known_outlet(name, known) or name)
    for found in _AGAIN.finditer(told):
        yield Credit(AGAIN if found["which"] in ("The", "the") else SELF)


def _cleaned(name: str) -> str:
    """A name without the weekday before or after it ("told Reuters Tuesday") and what it owns ("CNN's Jo Lee")."""
    words = [word for word in _OWNER.split(name)[0].split() if fold(word) not in CALENDAR]
    return " ".join(words).removesuffix("'s").removesuffix("’s")
