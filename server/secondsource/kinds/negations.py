"""Whether something happened or not: "pleaded guilty" and "pleaded not guilty", "survived" and "died", "nobody was
hurt" and "12 people were injured", "resigned" and "did not resign".

Recognised are the acts that news asserts and denies (`_ACTS`), asserted as done: not what somebody "will", "may" or
"is expected to" do. Each is normalised to the act and whether it holds. Two claims are compared when one person or
thing does one act to one object ("approved the budget", "rejected the budget"), and not in two years. They corroborate
when both hold or neither does. They conflict when just one holds, at the same time, unless either article tells both,
which then came one after the other. In articles of different days it is an update. That nobody was hurt is compared
with every casualty told of the same place, unless each sentence has a telling word of its own (the robbery, the
murder), and the two are not alike at length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, product

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.comparing.one_event import LIKE_SENTENCES
from secondsource.comparing.one_thing import own
from secondsource.reading import Document
from secondsource.reading.context import around, is_real, other_times
from secondsource.reading.cues import Cued
from secondsource.reading.denials import denies_degree, denies_earlier
from secondsource.reading.parts import is_part
from secondsource.reading.passages import Passage
from secondsource.reading.people import surely_one
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


_D, _E = date(2024, 5, 13), date(2024, 5, 16)


class Negations(Kind):
    """Whether an act that news asserts and denies took place."""

    name = "negations"
    examples = (
        Example("Ana Sol pleaded guilty on Monday.", "Ana Sol pleaded not guilty.", Stance.CONFLICTS),
        Example("Nobody was hurt in the blaze.", "A cleaner was injured.", Stance.CONFLICTS, _D, _D),
        Example("Nobody was hurt in the blaze.", "A cleaner was injured.", Stance.UPDATES, _D, _E),
        Example("The pilot survived.", "The pilot died.", Stance.UPDATES, _D, _E),
        Example("Jan Osei did not resign.", "Jan Osei has not resigned.", Stance.CORROBORATES),
        Example("The council approved the stadium.", "The council backed the stadium.", Stance.CORROBORATES),
        Example("Max Sol will resign.", "Max Sol did not resign.", Stance.NOT_COMPARABLE),
        Example("No arrests were made at the port.", "Two men were arrested over arson.", Stance.NOT_COMPARABLE),
        Example("Jan Osei won the race.", "Jan Osei lost the race in 2019.", Stance.NOT_COMPARABLE),
        Example("Orrin won the first set.", "Orrin lost the second set.", Stance.NOT_COMPARABLE),
    )

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield the acts that are asserted or denied of somebody, and casualties and arrests that are or are not."""
        for number, passage in document.statements:
            found = [*self._acts(document, number, passage), *self._anybody(document, passage)]
            yield from sorted(found, key=lambda claim: (claim.start, claim.end))

    def label(self, claims: Sequence[Claim]) -> str:
        """Whose act."""
        return label_wording.act_label(claims[0].subject, claims[0].value)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield one subject's acts that both hold, or that one article denies."""
        pairs = [(a, b) for a, b in product(both.ours, both.theirs) if _of_one(a, b) and _one_story(a, b, both)]
        torn = {id(a) for side in (both.ours, both.theirs) for a, b in product(side, side) if _differ(a, b)}
        for a, b in pairs:
            if a.data["holds"] == b.data["holds"]:
                if a.subject or not a.data["holds"]:
                    yield a, b, Verdict(Stance.CORROBORATES, wording.acts_agree(a.subject, a.value, b.value))
            elif _differ(a, b) and not torn & {id(a), id(b)}:
                yield a, b, _denial(a, b)

    def _acts(self, document: Document, number: int, passage: Passage) -> Iterator[Claim]:
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
                yield self._claim(document, passage, (start, end), who, act.name, holds is not bool(denied), of)

    def _anybody(self, document: Document, passage: Passage) -> Iterator[Claim]:
        words = document.words_in(passage)
        for pattern in (_NOBODY, _SOME):
            for found in islice(pattern.finditer(document, passage), MOST):
                state = next(name.rstrip("2") for name, said in found.groupdict().items() if said)
                where = narrowed_by(document.text, passage, *found.span(), words)
                if pattern is _NOBODY or _is_whole(document.text, passage, *found.span()):
                    yield self._claim(document, passage, found.span(), "", state, pattern is _SOME, where)

    def _claim(
        self,
        document: Document,
        passage: Passage,
        span: tuple[int, int],
        who: str,
        act: str,
        holds: bool,
        of: Sequence[str],
    ) -> Claim:
        start, end = span
        day = document.published.isoformat() if document.published else None
        times = [time for time in other_times(document.text, passage, start, end) if time != (day or "")[:4]]
        around_it = around(document.words_in(passage), start, end)
        data = {"holds": holds, "of": list(of), "day": day, "times": times, "around": around_it}
        said = document.text[start:end]
        return Claim.at(document, start, end, kind=self.name, subject=who, property=act, value=said, data=data)


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


_OF_CHARGE = frozenset("of to with over".split())
_OPENING = frozenset("the a an his her its their any all to".split())


def _of_one(a: Claim, b: Claim) -> bool:
    """Whether two claims tell of one subject's act, as far as both tell what it was done to."""
    if a.property != b.property or bool(a.subject) != bool(b.subject):
        return False
    ours, theirs = a.data["of"], b.data["of"]
    if not a.subject:
        return bool(ours == theirs)
    one = not ours or not theirs or (ours[-1] == theirs[-1] and (set(ours) <= set(theirs) or set(theirs) <= set(ours)))
    return bool(one) and surely_one(a.subject, b.subject)


def _one_story(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether two claims are not told of two years, nor, where nobody is named, of two happenings."""
    times = set(a.data["times"]), set(b.data["times"])
    if times[0] and times[1] and not times[0] & times[1]:
        return False
    ours, theirs = own(a.data["around"], b.data["around"]), own(b.data["around"], a.data["around"])
    return bool(a.subject) or not (ours and theirs) or both.likeness_at_length(a, b) >= LIKE_SENTENCES


def _differ(a: Claim, b: Claim) -> bool:
    """Whether just one of two claims about one act, at one time, holds."""
    return a.data["holds"] != b.data["holds"] and a.data["times"] == b.data["times"] and _of_one(a, b)


def _denial(a: Claim, b: Claim) -> Verdict:
    """How a claim stands to one that denies it; a charge that just one names may be another."""
    if a.subject and bool(a.data["of"]) != bool(b.data["of"]):
        return Verdict(Stance.NOT_COMPARABLE, "")
    dated = bool(a.data["day"] and b.data["day"])
    if (dated and a.data["day"] != b.data["day"]) or (not dated and not a.subject):
        return Verdict(Stance.UPDATES, wording.since_changed(a.value, b.value, dated=dated))
    return Verdict(Stance.CONFLICTS, wording.deny(a.value, b.value))
