"""Who did what one person does: drove the bus, found the painting, wrote the report, shot the guard.

Recognised is a named person who does, or by whom is done, one of a few acts that are hardly done twice to one thing,
to "the" thing or to somebody who is named. Two articles conflict when they name two people for one act on one thing,
and neither names both; they corroborate when they name one. Somebody who is told by trade ("a nurse found it")
is another than whom the other article gives a trade that nobody has besides (see `comparing/trades.py`): they conflict
where the sentences tell one thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from secondsource.comparing import label_wording, wording
from secondsource.comparing.apart import told_of_two_times
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.comparing.speakers import share_a_name
from secondsource.comparing.trades import FAMILY_OF, trade_before, trade_by
from secondsource.reading import Document
from secondsource.reading.antecedents import antecedent
from secondsource.reading.context import is_asserted
from secondsource.reading.cues import Cued
from secondsource.reading.mentions import Mention
from secondsource.reading.names import name_tokens
from secondsource.reading.passages import Passage
from secondsource.reading.words import fold, is_content, lemma, rarity, related

_FORMS = {
    "drive": "drove driving driven steered steering",
    "fly": "flew flying flown piloted piloting",
    "command": "captained captaining skippered skippering commanded commanding",
    "find": "found discovered came-upon came-across",
    "rescue": "rescued rescuing",
    "alert": "raised-the-alarm sounded-the-alarm alarm-was-raised",
    "write": "wrote writing written penned",
    "design": "designed designing",
    "compose": "composed composing",
    "direct": "directed directing",
    "chair": "chaired chairing",
    "referee": "refereed refereeing umpired umpiring",
    "shoot": "shot shooting",
    "stab": "stabbed stabbing",
    "kill": "killed killing murdered murdering",
    "strangle": "strangled strangling",
}  # fmt: skip
_ACT_OF = {form.replace("-", " "): act for act, forms in _FORMS.items() for form in forms.split()}
_ACT = Cued(
    " ".join((*(max(form.split(), key=len) for form in _ACT_OF), "wheel controls helm")),
    rf"\b(?:(?P<verb>{'|'.join(_ACT_OF)})|at\sthe\s(?P<wheel>wheel|controls|helm)\sof)\b(?P<by>\sby\s)?",
)
_OBJECT = re.compile(r"\sthe\s(?P<what>[a-z-]{3,20}(?:\s[a-z-]{3,20})?)")
_ANY_OBJECT = re.compile(r"\san?\s(?P<what>[a-z-]{3,20}(?:\s[a-z-]{3,20})?)")
# "A teacher killed in the crash", "a nurse found dead" did nothing themselves.
_SUFFERED = re.compile(r"\s(?:dead|alive|guilty|in|at|by|on|near|when|while|during|after|outside|inside)\b")
_OF_IT = re.compile(  # "rescued one of the crew", "discovered the amphora's age"
    r"\s(?:(?:one|two|three|four|some|several|many|most|half|part)\sof\b|the\s(?:[\w-]+\s)?[\w-]+['’]s\b)"
)
_WAS = re.compile(  # "The man's body was", "His body had been"
    r"""(?:\A|[,;:]\s|\bthat\s)(?:(?:[Tt]he|[Aa]n?)\s)?(?:[\w’'-]{2,20}\s)?
    (?:[\w-]{2,20}['’]s|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s(?P<what>[a-z-]{3,20})\s(?:was|were|(?:has|have|had)\sbeen)\s$""",
    re.VERBOSE,
)
_WHOLE = frozenset(form for form in _ACT_OF if " the " in form)  # acts that say what they are done to
_MARK = re.compile(r"[,;.]\s")
_OPENING = 60  # code points that open a sentence, in which what was found is looked for
_AGENT_REACH = 40  # code points after "by" in which whoever did it is named
_NOT = re.compile(r"\b(?:not|never|nobody|denied|accused)\b|n['’]t\b")
ONE_ACT = 0.6  # probability that two sentences tell one thing, from which what is done in both is one act
# ... where both name the thing, too: 1 conflict of 39 stories and 597 small cases is told below 0.6, which is right.
ONE_ACT_ON_IT = 0.25
MAY_BE = 0.3  # ... and from which it may be, so that an article is not sure of another doer
TELLS = 3.0  # rarity of the word for a thing from which it is likely the only one of a story: "express", not "car"


class Doers(Kind):
    """Who did it."""

    name = "doers"
    examples = (
        Example("Ana Sol, 41, who drove the tram, survived.", "Max Keane, 44, was at the wheel of the tram.",
                Stance.CONFLICTS),
        Example("Diver Ana Sol found the amphora in May.", "The amphora was found by Max Keane, a diver.",
                Stance.CONFLICTS),
        Example("Diver Ana Sol found the amphora in May.", "The amphora was discovered by Ana Sol, a diver.",
                Stance.CORROBORATES),
        Example("Diver Ana Sol found the amphora in May.", "Diver Max Keane found the anchor.",
                Stance.NOT_COMPARABLE),
        Example("A teacher found the abandoned baby at the chapel on Friday.",
                "The baby abandoned at the chapel was found on Friday by a baker.", Stance.CONFLICTS),
        Example("A teacher found the abandoned baby at the chapel on Friday.",
                "The baby abandoned at the chapel was found on Friday by a hiker.", Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every act of which it is told who did it to what."""
        evident = {m.person.name for m in document.people.mentions if m.person.is_evident}
        for number, passage in document.saying(_ACT.signs):
            for found in _ACT.finditer(document, passage):
                denied = _NOT.search(document.text, max(passage.start, found.start() - _AGENT_REACH), found.start())
                agent, things, start, end = _passive(document, number, found) if found["by"] else (
                    _active(document, number, found)
                )  # fmt: skip
                trade, low, high = _trade(document, passage, found)
                named = bool(agent in evident and things)
                if (
                    low < found.start()
                    and found["verb"] not in _WHOLE
                    and _SUFFERED.match(document.text, found.end(), passage.end)
                ):
                    trade = None
                if _OF_IT.match(document.text, found.end(), passage.end):
                    trade = None
                things = things if named or low < found.start() else _done_to(document, number, found)
                # "rescued a child": many are, so that it makes two things, and never one
                some = None if things or found["by"] else _ANY_OBJECT.match(document.text, found.end(), passage.end)
                if named or trade:
                    act = _ACT_OF.get(found["verb"] or "", "drive")
                    told = is_asserted(document.words_of(passage)) and not denied
                    start, end = (start, end) if named else (low, max(high, end))
                    names = document.people.names_in(passage.start, passage.end)
                    yield Claim.at(
                        document, start, end, kind=self.name, subject=things[-1] if things else "", property=act,
                        value=agent if named else document.text[start:end],
                        data={"things": things, "told": told, "named": named, "trade": trade,
                              "names": sorted(names), "done_to": _things(some["what"]) if some else things},
                    )  # fmt: skip

    def label(self, claims: Sequence[Claim]) -> str:
        """What was done."""
        return label_wording.doer_label(min((claim.exact for claim in claims), key=len))

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield who did one thing, in both articles."""
        told = [_doers(side) for side in (both.ours, both.theirs)]
        for a, b in product(both.ours, both.theirs):
            if a.property != b.property or not (a.data["told"] and b.data["told"]):
                continue
            if not (a.data["named"] and b.data["named"]):
                sure = _by_two_trades(a, b, both)
                if sure:
                    yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value), sure)
                continue
            things = {*a.data["things"]} & {*b.data["things"]}
            if not any(rarity(thing) >= TELLS for thing in things):
                continue
            if share_a_name(a.value, b.value):
                yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.value, b.value))
            elif all(len(doers[a.property, thing]) == 1 for doers in told for thing in things):
                yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value))


def _trade(document: Document, passage: Passage, found: re.Match[str]) -> tuple[str | None, int, int]:
    """The trade of whoever does what was found, if it is told, with where it and the act start and end."""
    if found["verb"] and (by := trade_by(document.text, found.end("verb"), passage.end)):
        return by[0], found.start(), by[1]
    before = trade_before(document.text, passage.start, found.start())
    return (*before, found.end()) if before else (None, *found.span())


def _by_two_trades(a: Claim, b: Claim, both: Comparison) -> float:
    """How likely one act is told of people of two trades; 0 where it may be two acts, or an article tells of both."""
    ours, theirs = (FAMILY_OF.get(claim.data["trade"], "") for claim in (a, b))
    least = ONE_ACT if set(a.data["things"]).isdisjoint(b.data["things"]) else ONE_ACT_ON_IT
    if not ours or not theirs or ours == theirs or _one_act(a, b, both) < least or _of_two_things(a, b, both):
        return 0.0
    told_too = a.data["trade"] in b.passage or b.data["trade"] in a.passage
    told_too |= any(FAMILY_OF.get(c.data["trade"]) == theirs and _one_act(c, b, both) >= MAY_BE for c in both.ours)
    told_too |= any(FAMILY_OF.get(c.data["trade"]) == ours and _one_act(a, c, both) >= MAY_BE for c in both.theirs)
    return 0.0 if told_too else _one_act(a, b, both)


def _one_act(a: Claim, b: Claim, both: Comparison) -> float:
    return both.one_thing(a, b) if a.property == b.property else 0.0


def _of_two_things(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether each article names what it was done to, and not the same, or other people, times or numbers."""
    named, names = set(a.data["names"]), set(b.data["names"])
    if (named and names and named.isdisjoint(names)) or told_of_two_times(a, b) or both.alike(a, b)["numbers differ"]:
        return True
    things, others = set(a.data["done_to"]), set(b.data["done_to"])
    ours, theirs = things - others, others - things
    return bool(ours and theirs) and not any(related(x, y) for x, y in product(ours, theirs))


def _active(document: Document, number: int, found: re.Match[str]) -> tuple[str, list[str], int, int]:
    """(who, what it was done to, start, end) of "Ann Lee found the painting"."""
    agent = antecedent(document, number, found.start()) or document.people.doer(number, found.start()) or ""
    after = _OBJECT.match(document.text, found.end(), document.passages[number].end)
    named = document.people.starting_at(found.end() + 1)
    end = after.end() if after else named.end if named else found.end()
    return agent, _things(after["what"]) if after else _last_name(named), found.start(), end


def _passive(document: Document, number: int, found: re.Match[str]) -> tuple[str, list[str], int, int]:
    """The same of "the painting was found by Ann Lee"."""
    named = document.people.between(found.end(), found.end() + _AGENT_REACH)
    stop = named[0].start if named else found.end()
    if not named or named[0].end > document.passages[number].end or _MARK.search(document.text, found.end(), stop):
        return "", [], found.start(), found.end()
    return named[0].person.name, _done_to(document, number, found), found.start(), named[0].end


def _done_to(document: Document, number: int, found: re.Match[str]) -> list[str]:
    """What "was found": "the painting", or somebody."""
    done_to = document.people.doer(number, found.start()) or ""
    if not done_to:
        start = document.passages[number].start
        near = found.start() - start <= _OPENING
        was = _WAS.search(document.text[start : found.start()]) if near else None
        return _things(was["what"]) if was else []
    return _things(done_to[4:]) if done_to.startswith("the ") else [fold(done_to.split()[-1])]


def _things(what: str) -> list[str]:
    return [lemma(word) for word in fold(what).split() if is_content(word)]


def _last_name(named: Mention | None) -> list[str]:
    return [name_tokens(named.person.name)[-1]] if named else []


def _doers(claims: Sequence[Claim]) -> dict[tuple[str, str], set[str]]:
    """Who by name does each act to each thing in an article."""
    doers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in claims:
        for thing in claim.data["things"] if claim.data["named"] else ():
            doers[claim.property, thing].add(claim.value)
    return doers
