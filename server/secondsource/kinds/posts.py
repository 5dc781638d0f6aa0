"""Posts: "finance minister Ann Lee", "Ann Lee, the firm's sales director", "Bo Marr, a prison warder".

Recognised is what stands right beside a name, or what somebody is said to become. Compared is the group that a post is
of (who leads a firm's finances, a school, who sits on the bench, in the cabinet, who is a soldier), of which hardly
anybody is in two. Two articles conflict when they give one person two such posts, both now or both new, and neither
tells that he holds the other too. What somebody was, is besides, or does as a deputy is no post here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product, takewhile

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.comparing.post_words import (
    FIRST,
    GROUP_OF,
    NEVER_CHAIRS,
    OFFICES,
    PART_OF,
    PORTFOLIO_OF,
    SIGNS,
    VALUE_OF,
)
from secondsource.reading import Document
from secondsource.reading.mentions import Mention
from secondsource.reading.names import name_tokens, same_name
from secondsource.reading.words import fold, is_content, split_words

_BODY = r"department|ministry|office|agency|institute|service|bureau|school|centre|center|hospital|authority"
_HEAD = rf"(?P<head>{'|'.join(sorted(GROUP_OF, key=len, reverse=True))})(?![\w’'-])"
_WORD = r"(?:[^\W\d_][\w’'-]{1,20}\s)"
_TOLD = rf"(?P<told>{_WORD}{{0,4}}?){_HEAD}(?:\s(?:of|for|to)\s(?P<of>[^,.;:()“”\"]{{2,60}}))?"
_BEFORE = re.compile(rf"(?P<told>(?<!\w){_WORD}{{0,4}})(?<![\w-]){_HEAD}\.?\s$", re.IGNORECASE)
_NAMED = re.compile(
    rf"\b(?:the|its|their|an?)\s{_TOLD},\s$", re.IGNORECASE
)  # "The head of the disaster office, Ann Lee,"
_AFTER = re.compile(
    rf",\s(?:who\s(?:is|was|serves|served)\s(?:as\s)?)?(?:(?P<some>an?)\s)?{_TOLD}(?=[,.;]|\s(?:who|and|said|told|at|from|in|on)\b|$)",
    re.IGNORECASE,
)
_BECOMES = re.compile(
    rf"""(?:,\s[^,.;]{{1,40}},)?\s(?:(?:will|is\sto)\s(?:be|become)|becomes?|became|(?:has\sbeen|is|was)\s(?:named|appointed)
    |returns\sas|takes\sover\sas)\s(?:(?P<some>an?)\s)?{_TOLD}(?=[,.;\s]|$)""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_NOW = re.compile(
    r"""\b(?:former|ex|once|then|now|later|previous|late|retired|outgoing|incoming|acting|interim|deputy|vice|assistant
    |associate|junior|shadow|honorary|prime|volunteer|trainee|fellow|lay|part-time)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ONCE = re.compile(r"\s?(?:once|then|now|later|formerly|previously|until)\b", re.IGNORECASE)
_AT_THE_TIME = re.compile(r"\b(?:until|at\sthe\stime|in\sthe\s(?:last|previous))\b", re.IGNORECASE)
_IS_VERB = re.compile(r"\b(?:to|must|should|will|can|could|would|may|not)\s\w+ly\s$")
_JOINS = frozenset("and or not then now once ex".split())
_LAST = re.compile(r"(?P<word>[^\W\d_]+)[\s-]$")
_MORE = re.compile(r"\s(?:and|or)\s(?:the\s|a\s|its\s)?[a-z]+(?:\s[a-z]+)?(?=[,.;])")
LOOK_BACK = 90  # code points before a name in which a post that stands there begins


class Posts(Kind):
    """Which post somebody holds."""

    name = "posts"
    describes = True
    examples = (
        Example("Sales director Ana Sol spoke.", "Ana Sol, the firm's head of compliance, spoke.", Stance.CONFLICTS),
        Example("Energy minister Ana Sol sang.", "Ana Sol, Utopia's ambassador, sang.", Stance.CONFLICTS),
        Example("Max Keane, a policeman, fell.", "Max Keane, a prison warder, fell.", Stance.CONFLICTS),
        Example("Ana Sol, the chief executive, left.", "Managing director Ana Sol left.", Stance.NOT_COMPARABLE),
        Example("Former judge Ana Sol sang.", "Mayor Ana Sol sang.", Stance.NOT_COMPARABLE),
        Example("Mayor Ana Sol sang.", "Judge Eve Marsh sang.", Stance.NOT_COMPARABLE),
    )

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield the post of each named person, as often as it is told."""
        for _, passage in document.saying(SIGNS):
            for mention in document.people.between(passage.start, passage.end):
                if mention.end <= passage.end and mention.person.is_person:
                    yield from self._beside(document, mention, passage.start, passage.end)

    def label(self, claims: Sequence[Claim]) -> str:
        """Whose post."""
        return label_wording.role_label(max((claim.subject for claim in claims), key=len), claims[0].value)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield one person's two posts of which neither article gives both."""
        for a, b in product(both.ours, both.theirs):
            if (
                _exclude(a, b)
                and not (_told_too(a, both.theirs) or _told_too(b, both.ours))
                and not (_stands_beside(a, b) or _stands_beside(b, a))
            ):
                yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value))

    def _beside(self, document: Document, mention: Mention, start: int, end: int) -> Iterator[Claim]:
        """The posts told right before and right after a name."""
        text, low = document.text, max(start, mention.start - LOOK_BACK)
        before = _BEFORE.search(text, low, mention.start) or _NAMED.search(text, low, mention.start)
        after = _AFTER.match(text, mention.end, end)
        new = _BECOMES.match(text, mention.end, end)
        past = _AT_THE_TIME.search(text, start, end)
        for found in (before, after, new):
            group = _group(found, text) if found and (found is new or not past) else None
            if found and group:
                at = _describing(found) if found is before else found.start("told")
                span = (at, mention.end) if found is before else (mention.start, found.end())
                yield Claim.at(
                    document, *span, kind=self.name, subject=mention.person.name, property="post",
                    value=text[at : found.end("head") if found is before else found.end()].strip(),
                    data={"group": group[0], "part": group[1], "new": found is new,
                          "tokens": list(name_tokens(mention.person.name))},
                )  # fmt: skip


def _group(found: re.Match[str], text: str) -> tuple[str, str] | None:
    """The group of a post and the part or portfolio in it, "" for none; None for what is no post that is held now."""
    at = _describing(found)
    told, of = fold(text[at : found.start("head")]), found.groupdict().get("of") or ""
    low = max(0, at - LOOK_BACK)
    before = _LAST.search(text, low, at)
    if found["head"] == "Doctor" or _IS_VERB.search(text, low, found.start("head")):
        return None  # a form of address of whoever has the degree; "to thoroughly vet Ann Lee"
    now = not _NOT_NOW.search(told) and not _ONCE.match(found["told"])
    if (before and before["word"].lower() in _JOINS) or not now or _MORE.match(text, found.end("head")):
        return None
    return _kept(fold(found["head"]), told, fold(of), bool(found.groupdict().get("some")))


def _describing(found: re.Match[str]) -> int:
    """Where the words start that stand before a post and describe it: behind the last that carries no meaning."""
    words = split_words(found.string, found.start("told"), found.end("told"))
    run = list(takewhile(lambda word: is_content(word.folded), reversed(words)))
    return run[-1].start if run else found.start("head")


@lru_cache(maxsize=2_000)
def _kept(head: str, told: str, of: str, some: bool) -> tuple[str, str] | None:
    group, words = GROUP_OF[head], f"{told} {of}".split()
    if (head in FIRST and not FIRST[head].intersection(words)) or (head == "minister" and not words):
        return None  # a minister of nothing may be a church's
    if group == "cabinet":
        return group, next((PORTFOLIO_OF[word] for word in words if word in PORTFOLIO_OF), "")
    if head == "driver":
        return group, next(word for word in words if word in FIRST[head])
    if group != "lead":
        return group, VALUE_OF[head]
    part = next(
        (PART_OF[word] for word in words if word in PART_OF), "executive" if head in ("ceo", "executive") else ""
    )
    if head == "head" and not (part or re.search(rf"\b(?:{_BODY})\b", of)):
        return None
    return None if some and not part else (group, part)


def _exclude(a: Claim, b: Claim) -> bool:
    """Whether two posts are one person's, of one time, and nobody's at once."""
    if a.data["new"] != b.data["new"] or not same_name(a.data["tokens"], b.data["tokens"]):
        return False
    (ours, theirs), parts = (a.data["group"], b.data["group"]), {a.data["part"], b.data["part"]}
    if ours == theirs:
        return len(parts) == 2 and "" not in parts
    if not {ours, theirs} <= set(OFFICES):  # whoever drives a bus may cook in winter
        return False
    if "chair" in (ours, theirs):  # who chairs a firm often runs it, and a minister a party
        return bool({ours, theirs} & NEVER_CHAIRS) or (a.data["new"] and parts == {"", "executive"})
    return True


def _told_too(claim: Claim, others: Iterable[Claim]) -> bool:
    """Whether the other article gives its holder such a post too, now or later."""
    return any(
        other.data["group"] == claim.data["group"]
        and other.data["part"] == claim.data["part"]
        and same_name(other.data["tokens"], claim.data["tokens"])
        for other in others
    )


def _stands_beside(post: Claim, other: Claim) -> bool:
    """Whether the sentence of the other post names this one too: "the education minister, before moving to health"."""
    group, part = post.data["group"], post.data["part"]
    if group != other.data["group"]:
        named = {word for word, its in GROUP_OF.items() if its == group}
    else:
        named = {word for word, its in (PART_OF | PORTFOLIO_OF | VALUE_OF).items() if its == part}
    return any(word.folded in named for text in other.around for word in split_words(text, 0, len(text)))
