"""Family: who is whose wife, daughter, brother. Two articles agree when they give one person one tie.

They conflict when they give one person two ties to one person, whom the sentence names alone, or in two sentences that
tell one thing: to whom somebody is kin must be known, for a daughter is also somebody's sister. Kin of kin is put
together: "her sister's husband" is a brother-in-law.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.cues import Cued
from secondsource.reading.kin import OF_KIN, ONE_TIE, TIE_OF
from secondsource.reading.mentions import Mention
from secondsource.reading.names import name_tokens, same_name
from secondsource.reading.words import lemma, related

_KIN = "|".join(sorted(map(re.escape, TIE_OF), key=len, reverse=True))
_FORMER = r"(?P<former>first|second|third|former|previous|late|ex|one-time|estranged)[ -]"
_BEFORE = re.compile(
    rf"""(?<![\w-])(?:{_FORMER})?(?:\w+\s)?(?P<kin>{_KIN})(?:\stogether)?,?\s
    (?:(?:actor|actress|singer|model|politician|author|fellow\s\w+|Mr|Mrs|Ms|Dr|Rev|Sir|the\sRev)\.?\s)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTER = re.compile(
    rf",?\s(?:is\s|was\s)?(?:his|her|their|[A-Z]\w+['’]s)\s(?:{_FORMER})?(?:\w+\s|(?:{_KIN})['’]s\s)?(?P<kin>{_KIN})\b(?!['’])",
    re.IGNORECASE,
)
_MARRIED = re.compile(
    r"\b(?:(?P<past>(?:previously|formerly|once|earlier)\smarried\sto|divorced(?:\sfrom)?|(?:previous|former|past|first|earlier)\s(?:relationship|marriage)\s(?:with|to))|(?P<now>married\sto|marriage\sto|wed|tied\sthe\sknot\swith))\s(?:(?:fellow\s)?\w+\s)?$",
    re.IGNORECASE,
)
# Of each word its longest part ("brother" of "brother-in-law"); one is in whatever tells a tie (see `Document.signs`).
_SIGNS = frozenset(max(re.findall(r"[a-z]+", word), key=len) for word in TIE_OF) | frozenset(
    "married marriage relationship divorced wed tied".split()
)
_KIN_OF = re.compile(
    rf"\b(?:(?P<whose>his|her)|(?P<name>[A-Z][\w-]+)['’]s?)\s(?:(?P<middle>{_KIN})['’]s\s)?(?:[a-z-]+\s){{0,2}}$",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(r"\sof\s(?:[A-Z][a-z]{1,12}\.?\s){0,2}")
_ITS_KIN = re.compile(rf"['’]s?\s(?P<kin>{_KIN})\b", re.IGNORECASE)
_WHOM_UNNAMED = re.compile(r"\sof\s(?:the|an?)\s(?P<whom>(?:[a-z][a-z-]{1,20}\s?){1,4})(?=[,.;]|[A-Z]|$)")
_DENIED = re.compile(r"\b(?:not|never|denied|n['’]t)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_WIFE_OF = re.compile(rf",\s(?:an?\s|the\s)?(?P<kin>{_KIN})\sof\s(?:[A-Z]|the\b)")
_UNNAMED = Cued(
    "wife husband spouse",
    r"\b(?:his|her)\s(?P<former>first|former|previous|ex|late)[ -](?P<kin>wife|husband|spouse)\b",
    re.IGNORECASE,
)


# Probability that two sentences tell one thing, not of that person alone, from which one person's two ties in them are
# to one person: in 39 stories and 279 small cases none from .8 on is wrong.
ONE_THING = 0.8
SHORTEST = 5  # telling words of the shorter one: in fewer too little tells whose brother it is
LOOK_BACK = 60  # code points before a name in which a tie is told, and before a word for kin in which it is told whose


class Relationships(Kind):
    """Who is whose kin.

    A tie is read beside a name ("his wife, Ana Sol", "Tom Marsh, the son of the mayor", "married to Ana Sol"), in the
    past tense too ("divorced Ana Sol" makes her a former spouse). Equal ties of one person corroborate.
    """

    name = "relationships"
    examples = (
        Example("His wife, Ana Sol, a nurse, drove.", "Ana Sol, his wife, was at the wheel.", Stance.CORROBORATES),
        Example("Tom Marsh, the son of the mayor, was held.", "The mayor’s son, Tom Marsh, was held.",
                Stance.CORROBORATES),
        Example("He divorced Ana Sol in 2011.", "His ex-wife, Ana Sol, remarried.", Stance.CORROBORATES),
        Example("Nurse Ana Sol let her sister, Eve Brook, drive.", "Ana Sol's cousin, Eve Brook, was at the wheel.",
                Stance.CONFLICTS),
        Example("His brother, Max Keane, won.", "His cousin, Max Keane, won.", Stance.NOT_COMPARABLE),
        Example("Sister Maria Lund ran the clinic.", "Her sister, Maria Lund, ran the clinic.", Stance.NOT_COMPARABLE),
    )  # fmt: skip
    describes = True

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every named person's tie, and "his first wife" where she is not named."""
        for _, passage in document.saying(_SIGNS):
            named: list[Claim] = []
            for mention in document.people.between(passage.start, passage.end):
                claim = self._tie(document, mention, passage.start, passage.end)
                if claim:
                    named.append(claim)
            yield from named
            for found in _UNNAMED.finditer(document, passage):
                if not any(claim.start <= found.end() and found.start() < claim.end for claim in named):
                    yield self._claim(document, found.start(), found.end(), "", "former spouse")

    def label(self, claims: Sequence[Claim]) -> str:
        """Whose tie."""
        names = sorted((claim.subject for claim in claims if claim.subject), key=len)
        return label_wording.tie_label(names[-1] if names else "", claims[0].value)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield one person's equal ties; a former spouse without a name fits the only one that is named."""
        for a, b in product(both.ours, both.theirs):
            if a.value == b.value and _same_person(a, b, both.ours, both.theirs):
                yield a, b, Verdict(Stance.CORROBORATES, wording.tie_agrees(a.subject or b.subject, a.value))
            elif (_are_two_ties(a, b) or _are_told_of_one(a, b, both)) and not (
                _gives(both.ours, b) or _gives(both.theirs, a)
            ):
                yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value))

    def _tie(self, document: Document, mention: Mention, start: int, end: int) -> Claim | None:
        text = document.text
        low = max(start, mention.start - LOOK_BACK)
        said = text[low : mention.start].casefold()
        before = _BEFORE.search(text, low, mention.start) if any(kin in said for kin in TIE_OF) else None
        if before and not _is_a_title(before):
            tie = _tie_of(before["kin"], before["former"])
            kin = before.start("kin")
            return self._claim(document, before.start(), mention.end, mention.person.name, tie, kin)
        married = _MARRIED.search(text, low, mention.start)
        if married and not _DENIED.search(text[max(start, married.start() - 20) : married.start()]):
            past = married["past"] or re.search(r"\bwas\s$", text[max(start, married.start() - 6) : married.start()])
            return self._claim(
                document, married.start(), mention.end, mention.person.name, "former spouse" if past else "spouse"
            )
        of = _WIFE_OF.match(text, mention.end, end)
        if of:
            behind = document.people.between(of.end("kin"), end)
            named = behind[0] if behind and _OF_WHOM.fullmatch(text, of.end("kin"), behind[0].start) else None
            middle = _ITS_KIN.match(text, named.end, end) if named else None
            tie = TIE_OF[of["kin"]]
            tie = OF_KIN.get((TIE_OF[middle["kin"].lower()], tie), tie) if middle else tie
            claim = self._claim(document, mention.start, of.end("kin"), mention.person.name, tie)
            unnamed = _WHOM_UNNAMED.match(text, of.end("kin"), end)
            told = (
                {"of": named.person.name} if named else {"head": lemma(unnamed["whom"].split()[-1])} if unnamed else {}
            )
            return replace(claim, data={**claim.data, **told})
        after = _AFTER.match(text, mention.end, end)
        if after:
            tie, kin = _tie_of(after["kin"], after["former"]), after.start("kin")
            return self._claim(document, mention.start, after.end(), mention.person.name, tie, kin)
        return None

    def _claim(self, document: Document, start: int, end: int, who: str, tie: str, kin: int | None = None) -> Claim:
        """The claim that somebody has a tie; `kin` is where the word for it stands, behind the word for whose it is."""
        tie, of, whose = _whose(document, kin, tie) if kin is not None else (tie, None, "")
        data = {"tokens": list(name_tokens(who)) if who else [], "of": None if of == who else of, "whose": whose}
        return Claim.at(document, start, end, kind=self.name, subject=who, property="tie", value=tie, data=data)


def _whose(document: Document, kin: int, tie: str) -> tuple[str, str | None, str]:
    """The tie, put together where it is kin of kin, whose it is, None where that is not plain, and "his" or "her"."""
    passage = document.passage_at(kin)
    low = max(document.passages[passage].start, kin - LOOK_BACK)
    found = _KIN_OF.search(document.text, low, kin)
    if not found:
        return tie, None, ""
    whose = (found["whose"] or "").lower()
    middle = TIE_OF[found["middle"].lower()] if found["middle"] else None
    if found["whose"]:
        start = document.passages[passage].start
        named = {m.person for m in document.people.between(start, found.start("whose"))}
        meant = document.people.pronoun(found.start("whose"), passage, found["whose"])
        person = meant if named == {meant} else None
    else:
        owners = document.people.between(low, found.end("name"))
        person = owners[-1].person if owners and owners[-1].end == found.end("name") else None
    if middle and (middle, tie) not in OF_KIN:
        return tie, None, whose
    return OF_KIN[middle, tie] if middle else tie, person.name if person else None, whose


def _are_two_ties(a: Claim, b: Claim) -> bool:
    """Whether one person has two ties to one, which cannot be one tie."""
    of = a.data["of"], b.data["of"]
    named = a.subject and b.subject and same_name(a.data["tokens"], b.data["tokens"])
    return bool(named and all(of) and not {a.value, b.value} <= ONE_TIE and same_name(*map(name_tokens, of)))


def _are_told_of_one(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether one person has two ties in two sentences that tell one thing, of which neither says to another."""
    of, whose, heads = ([claim.data.get(key) or "" for claim in (a, b)] for key in ("of", "whose", "head"))
    if not (a.subject and b.subject and same_name(a.data["tokens"], b.data["tokens"])) or {a.value, b.value} <= ONE_TIE:
        return False
    if not all(of) and any(value.endswith("in-law") for value in (a.value, b.value)):
        return False  # one man's son-in-law is his son's brother-in-law
    if all(heads) and not related(*heads):  # sister of the pilot, aunt of the youngest passenger
        return False
    if (all(of) and not same_name(*map(name_tokens, of))) or (all(whose) and whose[0] != whose[1]):
        return False
    told = both.alike(a, b)
    if not told or both.overlap.shortest(a.passage_start, b.passage_start) < SHORTEST:
        return False
    return (told["no names"] > 0 or told["names"] > len(a.data["tokens"])) and both.one_thing(a, b) >= ONE_THING


def _gives(claims: Sequence[Claim], tie: Claim) -> bool:
    """Whether an article gives somebody a tie that another one gives him."""
    return any(c.value == tie.value and c.subject and same_name(c.data["tokens"], tie.data["tokens"]) for c in claims)


def _is_a_title(before: re.Match[str]) -> bool:
    """ "Sister Maria", "Father Tom", "Big Brother": a capital without anybody whose sister it is."""
    kin = before["kin"]
    return kin[0].isupper() and kin.lower() in ("sister", "brother", "father", "mother", "aunt", "uncle")


def _tie_of(kin: str, former: str | None) -> str:
    tie = TIE_OF[kin.lower()]
    past = former and former.lower() in ("first", "former", "previous", "ex", "late", "second", "third")
    return "former spouse" if tie == "spouse" and past else tie


def _same_person(a: Claim, b: Claim, ours: Sequence[Claim], theirs: Sequence[Claim]) -> bool:
    if a.subject and b.subject:
        return same_name(a.data["tokens"], b.data["tokens"])
    return all(
        len({tuple(c.data["tokens"][:1]) for c in claims if c.value == a.value and c.subject}) == 1
        for claims in (ours, theirs)
    ) or (not a.subject and not b.subject)
