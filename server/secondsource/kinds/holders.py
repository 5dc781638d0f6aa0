"""Who it is, by name: who won the race, who was chosen as leader, who the dead man was, what the new school is called.

Recognised is a name right beside words that say what it fills: "won the super-G", "the prize went to", "was elected
mayor", "identified the victim as", "is to be called". Two articles conflict when they fill one such place with two
names that have no word in common, with no word more on either side of what is filled, and neither article names the
other's anywhere: a firm has an owner. Two winners do not conflict: a rider wins for a team, a horse wins the race that
its jockey wins, and the women have theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from secondsource.comparing import label_wording
from secondsource.comparing.answers import Answers
from secondsource.comparing.claim import Claim, Comparison, Example, Stance, Verdict
from secondsource.comparing.happenings import one_happening
from secondsource.comparing.speakers import share_a_name
from secondsource.reading import Document
from secondsource.reading.context import clause_around, is_asserted, other_times
from secondsource.reading.mentions import Mention
from secondsource.reading.names import CALENDAR, name_tokens
from secondsource.reading.numbers import words_value
from secondsource.reading.passages import Passage
from secondsource.reading.words import is_content, lemma, split_words

_WHAT = r"(?P<what>(?:[\w’'-]+\s){0,6}?[\w’'-]+)"
_THE = r"(?:the\s|an?\s|his\s|her\s|its\s|their\s)?"
_PRIZE = (
    r"(?:title|gold|race|stage|final|prize|award|crown|championship|champion|trophy|medal|cup|tournament|seat|pole)"
)
_DONE = r"(?:has\s|had\s|have\s)?"
_WHO = (
    r"(?:accused|victim|driver|pilot|gunman|suspect|attacker|killer|passenger|cyclist|pedestrian|climber|swimmer"
    r"|man|woman|boy|girl)"
)
_CHOSEN = r"(?:elected|named|appointed|chosen|picked|selected|hired|nominated)"
_CHOSE = r"(?:chose|named|appointed|elected|picked|selected|hired|nominated)"
# What stands before, and what behind, a name that fills a place of a sort.
_SORTS: dict[str, tuple[str, ...]] = {
    "winner": (
        rf"^(?:\sof\s[A-Z]\w+)?,?\s{_DONE}(?:won|wins)\s{_THE}{_WHAT}(?=[,.;]|\s(?:in|on|after|with|by|at|from|and)\b|$)",
        rf"^(?:\sof\s[A-Z]\w+)?,?\s{_DONE}(?:took|takes|claimed|clinched|secured)\s{_THE}(?P<what>(?:[\w’'-]+\s){{0,3}}?{_PRIZE}(?:\s(?:for|in|of)(?:\s[\w’'-]+){{1,4}})?)\b",
        rf"{_WHAT}\s(?:was|were)\swon\sby\s(?:the\s\w+\s)?$",
        rf"{_WHAT}\s(?:went|goes)\sto\s(?:the\s\w+\s)?$",
    ),
    "scorer": (
        r"^(?:,[^,.]{2,30},)?\s(?:scored|headed|struck|netted)\sthe\s(?P<what>(?:only|winning|late)\s(?:goal|winner))\b",
        r"(?P<what>winner|goal)\scame\sfrom\s$",
        r"(?P<what>scorer)\swas\s(?:[a-z-]+\s){0,4}$",
    ),
    "choice": (
        rf"^\s(?:is|was|has\sbeen|will\sbe|is\sto\sbe)\s{_CHOSEN}\s(?:as\s|to\slead\s|to\sbe\s|to\s)?{_THE}{_WHAT}(?=[,.;]|\s(?:on|after|with|by)\b|$)",
        rf"^\s(?:is\sto\sbe|will\sbe|becomes|is\sto\sbecome|will\sbecome)\sthe\s(?:new|next)\s{_WHAT}(?=[,.;]|\s(?:on|after|with|by)\b|$)",
    ),
    "identity": (
        rf"(?:identified|named)\sthe\s(?P<what>(?:dead\s|injured\s)?{_WHO})\sas\s(?:[a-z]+\s){{0,3}}$",
        rf"\b(?P<what>(?:dead\s|injured\s)?{_WHO})\s(?:was|has\sbeen)\s(?:identified|named)\s(?:by\s[\w\s]{{3,20}}\s)?as\s(?:[a-z]+\s){{0,3}}$",
        rf"\bThe\s(?:dead\s)?(?P<what>{_WHO}(?:\s(?:shot|killed|found|charged|arrested|stabbed|knocked)\b[^,.;]{{0,40}}?)?)\s(?:was|is)\s(?:[a-z]+\s){{0,2}}$",
        r"gave\s(?:his|her)\s(?P<what>name)\sas\s$",
    ),
    "name": (
        rf"{_WHAT}\s(?:(?:is|are|was|were|has\sbeen)\s(?:to\sbe\s)?|will\sbe\s|would\sbe\s)(?:called|named|known\sas|christened|renamed)\s[\"“‘]?(?:[A-Z]\w+\s)?$",
        rf"{_WHAT}\swill\s(?:trade|operate|sail|race)\s(?:as|under\sthe\sname(?:\sof)?)\s[\"“‘]?(?:[A-Z]\w+\s)?$",
        r"\bthe\sname\s[\"“‘]?(?:[A-Z]\w+\s)?$",
        rf"\b[Tt]he\s{_WHAT},\s(?:called|named)\s[\"“‘]?(?:[A-Z]\w+\s)?$",
    ),
}
_BEFORE = {
    sort: [re.compile(p) for p in told if p.endswith("$") and not p.startswith("^")] for sort, told in _SORTS.items()
}
_BEHIND = {sort: [re.compile(f'["”’]?{p[1:]}') for p in told if p.startswith("^")] for sort, told in _SORTS.items()}
_BOTH = (  # "named Ann Lee as ambassador to Oslo"
    re.compile(rf"\b{_CHOSE}\s(?:[a-z-]+\s){{0,3}}$"),
    re.compile(rf"\s(?:as|to\sbe)\s{_THE}(?:new\s)?{_WHAT}(?=[,.;]|\s(?:on|after|with|by)\b|$)"),
)
_SIGNS = {  # of which one is in every sentence that fills a place of a sort
    "winner": frozenset("won wins took takes claimed clinched secured went goes".split()),
    "scorer": frozenset("scored headed struck netted winner goal scorer".split()),
    "choice": frozenset(
        "elected named appointed chosen picked selected hired nominated chose becomes become new next".split()
    ),
    "identity": frozenset(
        """identified named gave accused victim driver pilot gunman suspect attacker killer passenger cyclist
        pedestrian climber swimmer man woman boy girl""".split()
    ),
    "name": frozenset("""called named known christened renamed trade operate sail race name""".split()),
}
# One of these is among the last words before a name that fills a place by what stands before it.
_TAILS = frozenset(
    """by to from as was is called named known christened renamed name elected appointed chose picked selected hired
    nominated""".split()
)
TAIL = 5  # words before a name among which that is
_NOT = re.compile(
    r"\b(?:not|never|one\sof|another|second|also|first|deputy|assistant|might|may|could|if|former|old|previous|last|son|daughter|wife|husband)\b|n['’]t\b"
)
_OWNING = frozenset("of for by with from to and".split())
_ANOTHER_DAY = re.compile(r"\b(?:later|earlier|ago|previous|last\s(?:year|month|week|season))\b")
_EMPTY = frozenset("new next first only late winning dead injured".split())
_ANYBODY = frozenset("victim man woman boy girl name".split())  # a man may be the driver
_KINDS = frozenset(  # words of a name that say what it is a name of
    """academy school college bank group party storm typhoon hurricane cyclone club united city bridge park tower house
    hospital the""".split()
)
REACH = 70  # code points before and behind a name that are looked at


class Holders(Answers):
    """Who it is, by name."""

    name = "holders"
    examples = (
        Example("The party chose Ana Sol as treasurer.", "Eve Marsh was elected treasurer by the party.",
                Stance.CONFLICTS),
        Example("The new ferry is to be called Kestrel.", "The new ferry will be named Osprey.", Stance.CONFLICTS),
        Example("Ana Sol won the regatta in Orrin.", "In Orrin the regatta was won by Sol.", Stance.CORROBORATES),
        Example("Ana Sol won the regatta.", "Max Keane won the regatta.", Stance.NOT_COMPARABLE),
        Example("Ana Sol won the regatta in Orrin.", "Norvik, for which Ana Sol rows, won the regatta in Orrin.",
                Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every name that fills a place."""
        for _, passage in document.statements:
            sorts = [sort for sort in _SORTS if document.says(passage, _SIGNS[sort])]
            for mention in document.people.between(passage.start, passage.end) if sorts else ():
                yield from self._filled(document, passage, mention, sorts)

    def label(self, claims: Sequence[Claim]) -> str:
        """The words that say what is filled."""
        return label_wording.doer_label(min((claim.exact for claim in claims), key=len))

    def fit(self, a: Claim, b: Claim) -> bool:
        """Whether two names have a word in common."""
        ours, theirs = a.data["tokens"], b.data["tokens"]
        return not set(ours).isdisjoint(theirs) or share_a_name(ours[-1], theirs[-1])

    def exclude(self, a: Claim, b: Claim) -> bool:
        """Whether two names are of one place, and have none."""
        ours, theirs = a.data["of"], b.data["of"]
        numbers = [set(filter(_number, claim.data["of"])) for claim in (a, b)]
        two = _own(ours, theirs) or _own(theirs, ours) or (all(numbers) and numbers[0] != numbers[1])
        return not two and a.property != "winner" and not self.fit(a, b)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield as every question does, but no name that the other article names too."""
        named = [{name for s in side for name in s.names} for side in (both.overlap.ours, both.overlap.theirs)]
        for a, b, verdict in super().relate(both):
            known = not named[1].isdisjoint(a.data["tokens"]) or not named[0].isdisjoint(b.data["tokens"])
            if verdict.stance is not Stance.CONFLICTS or not known:
                yield a, b, verdict

    def _filled(self, document: Document, passage: Passage, mention: Mention, sorts: Sequence[str]) -> Iterator[Claim]:
        """The places of some sorts that a name fills."""
        text, tokens = document.text, [t for t in name_tokens(mention.person.name) if t not in _KINDS]
        low, high = clause_around(text, passage, mention.start, mention.end)
        low, high = max(passage.start, low - REACH, mention.start - REACH), min(passage.end, mention.end + REACH)
        if not tokens or set(tokens) & CALENDAR or mention.end > passage.end:
            return
        seen = set()
        for sort, start, end, what in _places(text, (low, high), mention, sorts):
            if sort in seen or _ANOTHER_DAY.search(text, passage.start, passage.end):
                continue
            seen.add(sort)
            clause = text[start:end]
            if _NOT.search(clause) or not is_asserted(clause):
                continue
            of = [lemma(w.folded) for w in split_words(what) if is_content(w.folded) or _number(w.folded)]
            told = sorted({_called(sort, word) for word in of if word not in _EMPTY | CALENDAR} - {*tokens, ""})
            yield Claim.at(
                document, start, end, kind=self.name, subject="", property=sort,
                value=text[mention.start : mention.end],
                data={"of": told, "names": [], "tokens": tokens,
                      "times": other_times(text, passage, start, end)},
            )  # fmt: skip


def _places(
    text: str, span: tuple[int, int], mention: Mention, sorts: Sequence[str]
) -> Iterator[tuple[str, int, int, str]]:
    """(sort, start, end, what is filled) of each place that a name fills, by the words beside it in text[span]."""
    low, high = span
    last = text[low : mention.start].lower().split()[-TAIL:]
    led = not _TAILS.isdisjoint(word.strip('"“‘') for word in last)
    owned = bool(last) and last[-1] in _OWNING  # "the wife of Ann Lee won"
    for sort in sorts:
        for pattern in _BEFORE[sort] if led else ():
            found = pattern.search(text, low, mention.start)
            if found:
                yield sort, found.start(), mention.end, found.groupdict().get("what") or ""
        for pattern in () if owned else _BEHIND[sort]:
            found = pattern.match(text, mention.end, high)
            if found:
                yield sort, mention.start, found.end(), found["what"]
    chose = _BOTH[0].search(text, low, mention.start) if led and "choice" in sorts else None
    role = _BOTH[1].match(text, mention.end, high) if chose else None
    if chose and role:
        yield "choice", chose.start(), role.end(), role["what"]


def _called(sort: str, word: str) -> str:
    """What is filled by one word for all that is told of it; "" where it says nothing."""
    return "goal" if sort == "scorer" else "" if sort == "identity" and word in _ANYBODY else word


def _own(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether what is filled has a word that nothing of the other is akin to."""
    return any(not _number(x) and not any(one_happening(x, y) for y in theirs) for x in ours)


def _number(word: str) -> bool:
    return word[0].isdigit() or (word.isalpha() and words_value(word) is not None)
