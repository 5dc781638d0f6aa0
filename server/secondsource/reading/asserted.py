"""Acts that news asserts and denies, and casualties that there were or were not: who, which act, whether it holds.

Only what is told as done counts: not what somebody "will", "may" or "is expected to" do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from secondsource.reading.context import is_real, other_times
from secondsource.reading.cues import Cued
from secondsource.reading.denials import denies_degree, denies_earlier
from secondsource.reading.document import Document
from secondsource.reading.parts import is_part
from secondsource.reading.passages import Passage
from secondsource.reading.scopes import narrowed_by
from secondsource.reading.words import Word, is_content, lemma, rarity, split_words

OBJECT_WORDS = 6  # words after a verb in which its object is looked for
MOST = 20  # casualties told in one sentence: more are a list
LOOK_BACK = 30  # code points before a verb in which "not", "will" or "to" shows
SUPPOSED = 80  # ... in which "if" shows
TELLING = 2.6  # rarity below which an object says nothing: "it", "thing"; as context.TELLING


@dataclass(frozen=True, slots=True)
class _Act:
    """An act by its name, the words that say that it holds, and those that say that it does not.

    `of` says what must be one besides the subject: nothing, its "object" (or what was agreed to), or the "charge",
    which many do not name. A passive act counts only after "was", others only without it.
    """

    name: str
    holds: str
    fails: str = ""
    of: str = ""
    passive: bool = False


_ACTS = (
    _Act(
        "plea",
        "pleaded guilty|pleads guilty|pled guilty",
        "pleaded not guilty|pleads not guilty|pled not guilty|pleaded innocent",
        of="charge",
    ),
    _Act("verdict", "found guilty|convicted", "found not guilty|acquitted|cleared", of="charge", passive=True),
    _Act("survival", "survived|survives|survive", "died|dies|die|was killed|were killed"),
    _Act("victory", "won|wins|win", "lost|loses|lose", of="object"),
    _Act("agreement", "agreed to|agrees to", "refused to|refuses to|declined to|declines to", of="object"),
    _Act(
        "approval",
        "approved|approves|approve|backed|backs|endorsed|endorses|ratified|accepted|accepts|accept",
        "rejected|rejects|reject|voted down|vetoed|vetoes|threw out|throws out|turned down|refused|declined",
        of="object",
    ),
    _Act("admission", "confirmed|confirms|admitted|admits|acknowledged|acknowledges", "denied|denies", of="object"),
    _Act("ruling", "upheld|upholds|uphold", "overturned|overturns|quashed|quashes|struck down", of="object"),
    _Act("resignation", "resigned|resigns|resign|stepped down|steps down|step down"),
    _Act("apology", "apologised|apologises|apologise|apologized|apologizes|apologize"),
    _Act("testimony", "testified|testifies|testify|gave evidence"),
    _Act("confession", "confessed|confesses|confess"),
    _Act("qualification", "qualified|qualifies|qualify"),
    _Act("charge", "charged", of="charge", passive=True),
    _Act("arrest", "arrested|detained", passive=True),
    _Act("dismissal", "sacked|fired|dismissed", passive=True),
    _Act("suspension", "suspended", passive=True),
    _Act("injury", "injured|hurt|wounded|harmed", "unhurt|unharmed|uninjured", passive=True),
)
_BY_WORDS = {
    words: (act, holds)
    for act in _ACTS
    for holds, listed in ((True, act.holds), (False, act.fails))
    for words in listed.split("|")
    if words
}
_FIRST = frozenset(words.split()[0] for words in _BY_WORDS)
_SAID = re.compile(rf"\b(?:{'|'.join(sorted(_BY_WORDS, key=len, reverse=True))})\b", re.IGNORECASE)
_NOT = re.compile(r"(?:\b(?:not|never)|n['’]t)\s(?:been\s|be\s|yet\s)?(?:(?P<how>\w+ly)\s)?$", re.IGNORECASE)
_UNREAL = re.compile(
    r"\b(?:will|would|may|might|can|could|should|must|to|if|be|being|nearly|almost|yet|nor|or|without|whether)\s"
    r"(?:not\s)?(?:be\s|have\s|been\s)?(?:\w+ly\s)?$|n['’]t\sbe\s$",
    re.IGNORECASE,
)
_IN_PASSING = re.compile(  # "until the week before she died"
    r"\b(?:until|(?:shortly|just|hours?|days?|weeks?|months?|years?)\sbefore)\s(?:\w+\s){1,3}$", re.IGNORECASE
)
_SUPPOSED = re.compile(r"\b(?:if|unless|whether)\s[^,.;:]{0,60}$", re.IGNORECASE)  # "if both resign"
_PASSIVE = re.compile(r"\b(?:was|were|been)\s(?:not\s|never\s)?(?:\w+ly\s)?$|n['’]t\s(?:\w+ly\s)?$", re.IGNORECASE)

_HURT = r"(?:injured|hurt|wounded|harmed)"
_BE = r"(?:is|are|was|were|has\sbeen|have\sbeen|had\sbeen|got)"
_NOBODY = Cued(
    "no nobody without everyone everybody all",
    rf"""\b(?:(?:no\sone|nobody|no\s(?:people|person|passengers|crew|residents|staff|bystanders|spectators))\s{_BE}\s
      (?:reported\s)?(?:(?P<hurt>{_HURT})|(?P<killed>killed)|(?P<arrested>arrested|detained)
        |(?:still\s)?(?P<missing>missing|unaccounted\sfor))
      |(?:(?:everyone|everybody)\s|all\s(?:[a-z-]{{2,20}}\s){{1,3}})(?:has|have|had|was|were)\s(?:now\s)?(?:been\s)?
        (?P<missing2>accounted\sfor)
      |(?:no|without)\s(?:(?P<hurt2>injur(?:y|ies))|(?P<killed2>deaths|fatalities)|(?P<arrested2>arrests))\b
      )(?!\s(?:seriously|badly|in\sconnection)|\sor\b|\sand\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_SOME = Cued(
    "injured hurt wounded harmed killed arrested detained missing unaccounted found accounted",
    rf"""(?<!-)\b(?:\d{{1,6}}|an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens\sof|many)\s
      (?:(?!no\b|of\b)[a-z-]{{2,20}}\s){{1,3}}(?:{_BE}\s(?:\w+ly\s)?
      (?:(?P<hurt>{_HURT})|(?P<killed>killed)|(?P<arrested>arrested|detained)|(?:still\s)?(?P<missing>missing|unaccounted\sfor))
      |(?:has|have|had)\s(?:still\s)?not\s(?:yet\s)?been\s(?P<missing2>found|accounted\sfor))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_OF_CHARGE = frozenset("of to with over".split())
_OPENING = frozenset("the a an his her its their any all to".split())


@dataclass(frozen=True, slots=True)
class Asserted:
    """An act in `text[start:end]`: whose ("" for anybody's), its name, whether it holds, and to what or where."""

    start: int
    end: int
    who: str
    act: str
    holds: bool
    of: tuple[str, ...]


def find_acts(document: Document, number: int, passage: Passage) -> Iterator[Asserted]:
    """Yield the acts that passage `number` asserts or denies of somebody."""
    for word in document.words_in(passage):
        said = _SAID.match(document.text, word.start, passage.end) if word.folded in _FIRST else None
        if said is None:
            continue
        act, holds = _BY_WORDS[said[0].lower()]
        before = document.text[max(passage.start, said.start() - LOOK_BACK) : said.start()]
        denied = _NOT.search(before)
        if denied and (denies_degree(denied["how"] or "") or denies_earlier(
            document.text, passage.start, said.start() - len(denied[0]), said.end()
        )):  # fmt: skip
            continue
        if _SUPPOSED.search(document.text, max(passage.start, said.start() - SUPPOSED), said.start()):
            continue
        if _UNREAL.search(before) or _IN_PASSING.search(before) or act.passive is not bool(_PASSIVE.search(before)):
            continue
        if not act.passive and document.text.startswith(" by ", said.end()):
            continue  # "is survived by"
        of, end = _object(document, passage, said.end(), act)
        who = document.people.doer(number, said.start())
        if who and not who.startswith("~") and (of or act.of in ("", "charge")):
            start = said.start() - (len(denied[0]) if denied else 0)
            yield Asserted(start, end, who, act.name, holds is not bool(denied), tuple(of))


def find_casualties(document: Document, passage: Passage) -> Iterator[Asserted]:
    """Yield that nobody was hurt, killed, missing or arrested, and that somebody was; `of` holds where."""
    words = document.words_in(passage)
    for pattern in (_NOBODY, _SOME):
        for found in islice(pattern.finditer(document, passage), MOST):
            state = next(name.rstrip("2") for name, said in found.groupdict().items() if said)
            where = narrowed_by(document.text, passage, *found.span(), words)
            if pattern is _NOBODY or _is_whole(document.text, passage, *found.span()):
                yield Asserted(*found.span(), "", state, pattern is _SOME, tuple(where))


def _is_whole(text: str, passage: Passage, start: int, end: int) -> bool:
    """Whether casualties are told as real, of this happening, and not as a part of them."""
    at = (text, passage, start, end)
    return is_real(*at) and not is_part(*at) and not other_times(*at)


def _object(document: Document, passage: Passage, at: int, act: _Act) -> tuple[list[str], int]:
    """What a verb that ends at text[at] is done to, as lemmas, and where its words end; ([], at) without one."""
    if not act.of:
        return [], at
    found: list[Word] = []
    reach = min(passage.end, at + 12 * OBJECT_WORDS)
    for n, word in enumerate(split_words(document.text, at, reach)[:OBJECT_WORDS]):
        gap = document.text[found[-1].end if found else at : word.start]
        if not found and (word.folded in _OPENING or (n == 0 and act.of == "charge" and word.folded in _OF_CHARGE)):
            continue
        if (found and gap != " ") or not word.folded.isalpha() or not is_content(word.folded) or word.end == reach:
            break
        found.append(word)
    if not found or rarity(lemma(found[-1].folded)) < TELLING:
        return [], at
    return [lemma(word.folded) for word in found], found[-1].end
