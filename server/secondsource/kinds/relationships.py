"""Family: who is whose wife, daughter, brother. Two articles agree when they give one person one tie.

Nobody is in conflict here: a daughter is also somebody's sister.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from secondsource.kinds import wording
from secondsource.kinds.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.cues import Cued
from secondsource.reading.names import name_tokens, same_name
from secondsource.reading.people import Mention

_TIES = {
    "spouse": "wife husband spouse bride groom",
    "child": "daughter son child stepdaughter stepson newborn",
    "parent": "mother father mom mum dad stepmother stepfather parent",
    "sibling": "brother sister twin sibling stepbrother stepsister half-brother half-sister",
    "partner": "girlfriend boyfriend fiance fiancee fiancé fiancée",
    "grandparent": "grandmother grandfather grandma grandpa",
    "grandchild": "granddaughter grandson grandchild",
    "cousin": "cousin",
    "aunt or uncle": "aunt uncle",
    "niece or nephew": "niece nephew",
    "former spouse": "ex ex-wife ex-husband ex-spouse widow widower",
}
TIE_OF = {word: tie for tie, listed in _TIES.items() for word in listed.split()}
_KIN = "|".join(sorted(map(re.escape, TIE_OF), key=len, reverse=True))
_FORMER = r"(?P<former>first|second|third|former|previous|late|ex|one-time|estranged)[ -]"
_BEFORE = re.compile(
    rf"""(?<![\w-])(?:{_FORMER})?(?:\w+\s)?(?P<kin>{_KIN})(?:\stogether)?,?\s
    (?:(?:actor|actress|singer|model|politician|author|fellow\s\w+|Mr|Mrs|Ms|Dr|Rev|Sir|the\sRev)\.?\s)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTER = re.compile(
    rf",?\s(?:is\s|was\s)?(?:his|her|their|[A-Z]\w+['’]s)\s(?:{_FORMER})?(?:\w+\s)?(?P<kin>{_KIN})\b(?!['’])",
    re.IGNORECASE,
)
_MARRIED = re.compile(
    r"\b(?:(?P<past>(?:previously|formerly|once|earlier)\smarried\sto|divorced(?:\sfrom)?|(?:previous|former|past|first|earlier)\s(?:relationship|marriage)\s(?:with|to))|(?P<now>married\sto|marriage\sto|wed|tied\sthe\sknot\swith))\s(?:(?:fellow\s)?\w+\s)?$",
    re.IGNORECASE,
)
_SIGNS = frozenset("-".join(TIE_OF).replace("é", "-").split("-")) | set(
    "married marriage relationship divorced wed tied".split()
)
_DENIED = re.compile(r"\b(?:not|never|denied|n['’]t)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_WIFE_OF = re.compile(
    r",\s(?:the\s)?(?P<kin>wife|husband|daughter|son|mother|father|brother|sister)\sof\s(?:[A-Z]|the\b)"
)
_UNNAMED = Cued(
    "wife husband spouse",
    r"\b(?:his|her)\s(?P<former>first|former|previous|ex|late)[ -](?P<kin>wife|husband|spouse)\b",
    re.IGNORECASE,
)


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
        Example("His brother, Max Keane, won.", "His cousin, Max Keane, won.", Stance.NOT_COMPARABLE),
        Example("Sister Maria Lund ran the clinic.", "Her sister, Maria Lund, ran the clinic.", Stance.NOT_COMPARABLE),
    )  # fmt: skip
    describes = True

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every named person's tie, and "his first wife" where she is not named."""
        for _, passage in document.statements:
            if not document.says(passage, _SIGNS):
                continue
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
        return wording.tie_label(names[-1] if names else "", claims[0].value)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield one person's equal ties; a former spouse without a name fits the only one that is named."""
        for a, b in product(both.ours, both.theirs):
            if a.value == b.value and _same_person(a, b, both.ours, both.theirs):
                yield a, b, Verdict(Stance.CORROBORATES, wording.tie_agrees(a.subject or b.subject, a.value))

    def _tie(self, document: Document, mention: Mention, start: int, end: int) -> Claim | None:
        text = document.text
        before = _BEFORE.search(text, max(start, mention.start - 60), mention.start)
        if before and not _is_a_title(before):
            tie = _tie_of(before["kin"], before["former"])
            return self._claim(document, before.start(), mention.end, mention.person.name, tie)
        married = _MARRIED.search(text, max(start, mention.start - 60), mention.start)
        if married and not _DENIED.search(text[max(start, married.start() - 20) : married.start()]):
            past = married["past"] or re.search(r"\bwas\s$", text[max(start, married.start() - 6) : married.start()])
            return self._claim(
                document, married.start(), mention.end, mention.person.name, "former spouse" if past else "spouse"
            )
        of = _WIFE_OF.match(text, mention.end, end)
        if of:
            return self._claim(document, mention.start, of.end("kin"), mention.person.name, TIE_OF[of["kin"]])
        after = _AFTER.match(text, mention.end, end)
        if after:
            return self._claim(
                document, mention.start, after.end(), mention.person.name, _tie_of(after["kin"], after["former"])
            )
        return None

    def _claim(self, document: Document, start: int, end: int, who: str, tie: str) -> Claim:
        data = {"tokens": list(name_tokens(who)) if who else []}
        return Claim.at(document, start, end, kind=self.name, subject=who, property="tie", value=tie, data=data)


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
