"""Trades, titles and roles: "crane driver Ann Lee", "Ann Lee, a piano tuner", "the retired geologist".

Two articles agree when they give one person one role, in the same or a synonymous word, in sentences that may tell of
one thing; an office by which everybody calls its holder, only where the sentences are alike. A role without a name is
that of the only one whom the article calls so by name, else matched by its description, if that has a rarer word in it
and is not of somebody who speaks for a body. A title alone ("Mayor Lee") counts where the article first names its
bearer in full; after that it is a form of address. Roles hardly conflict, for people have several: only an office and
its deputy's, or two offices that nobody holds at once, given to one person by two articles neither of which gives both.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.comparing.offices import exclude, told_too
from secondsource.comparing.role_bearers import is_told, of_its_bearer, same_holder
from secondsource.comparing.role_words import (
    DETERMINERS,
    PARTIES,
    governs,
    is_address,
    is_describing,
    is_office,
    is_plain,
    is_role,
    owns,
    role_of,
)
from secondsource.reading import Document
from secondsource.reading.mentions import Mention
from secondsource.reading.names import SUFFIXES, is_headline, name_tokens
from secondsource.reading.passages import Passage
from secondsource.reading.words import Word, is_content, lemma, same_kind, split_words

_REACH = 5
_STOPS = frozenset(".!?:;,\"”’'")
_AFTER = re.compile(
    r"\.?,\s(?:(?:who|which)\s(?:is|was)\s)?(?:(?:an?|the|one of the|its|their|now|then)\s)?"
    r"|\s(?:is|was)\san?\s|\s\((?=[a-z])"
)
_OF_WHAT = re.compile(r"\s(?:of|for|in|at|from|on|[a-z]{2,12}ing)\s[^,.;:()“”\"]{1,50},\s")
_CLOSES = frozenset(",;.)")
_IN_COURT = re.compile(r"\.?,\s(?:(?:who\s(?:is|was)\s)?representing\b|(?:prosecuting|defending)(?=[,.]))")
_PLEADER = {"prosecuting": "prosecutor", "defending": "lawyer", "representing": "lawyer"}
_BODIES = frozenset("consulate estates legation".split())  # whose name ends in "general"
BENCH = 3  # bearers of one title, from which on it is a form of address; two presidents may be an old and a new one


class Roles(Kind):
    """Who does or is what."""

    name = "roles"
    describes = True
    examples = (
        Example("Ana Sol, a nurse, was hurt.", "Nurse Ana Sol was hurt.", Stance.CORROBORATES),
        Example("PM Ana Sol spoke.", "Prime Minister Ana Sol spoke.", Stance.CORROBORATES),
        Example("The club’s lawyer, Max Sol, objected.", "Max Sol, an attorney, spoke.", Stance.CORROBORATES),
        Example("Deputy mayor Max Sol spoke.", "Mayor Max Sol left.", Stance.CONFLICTS),
        Example("Former mayor Max Sol spoke.", "Judge Max Sol left.", Stance.NOT_COMPARABLE),
        Example("Ana Sol, a nurse, was hurt.", "Ana Sol, a dancer, won.", Stance.NOT_COMPARABLE),
        Example("Ana Sol, a nurse, was hurt.", "Eve Marsh, a nurse, won.", Stance.NOT_COMPARABLE),
    )

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield the roles of named people, and described ones ("the movie star") without a name.

        A title that a whole bench of the article bears ("Justice Lee", "Justice Reed") tells of none of them.
        """
        found = list(self._all(document))
        bearers: dict[str, set[str]] = defaultdict(set)
        named: dict[str, dict[str, Claim]] = defaultdict(dict)
        for claim in found:
            bearers[claim.data["role"]] |= {claim.subject} if claim.data["address"] else set()
            if claim.subject:
                named[claim.data["role"]].setdefault(claim.subject, claim)
        for claim in found:
            if not claim.data["address"] or len(bearers[claim.data["role"]]) < BENCH:
                yield claim if claim.subject else of_its_bearer(claim, named)

    def label(self, claims: Sequence[Claim]) -> str:
        """Whose role."""
        names = sorted((claim.subject for claim in claims if claim.subject), key=len)
        return label_wording.role_label(names[-1] if names else "", claims[0].value)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield one person's equal roles."""
        for a, b in product(both.ours, both.theirs):
            if same_kind(a.data["role"], b.data["role"]) and same_holder(a, b):
                if is_told(a, b, both):
                    yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.value, b.value))
            elif exclude(a, b) and not (told_too(a, both.theirs) or told_too(b, both.ours)):
                yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value))

    def _all(self, document: Document) -> Iterator[Claim]:
        introduced: set[str] = set()
        for _, passage in document.statements:
            words = document.words_in(passage)
            taken: set[int] = set()
            for mention in document.people.between(passage.start, passage.end):
                new = mention.person.name not in introduced and not is_headline(document.words_of(passage))
                first = new and " " in document.text[mention.start : mention.end]
                introduced |= {mention.person.name} if new else set()
                for claim in (self._before(document, mention, words, first), self._after(document, mention, passage)):
                    if claim:
                        taken.add(claim.data["at"])
                        yield claim
            yield from self._described(document, passage, words, taken)

    def _before(self, document: Document, mention: Mention, words: Sequence[Word], first: bool) -> Claim | None:
        """ "crane driver Ann Lee": the words right before a name, back to where the description starts.

        "Mayor Lee" tells who she is where an article names her first, and is a form of address ever after.
        """
        left = words[: bisect_right(words, mention.start, key=lambda word: word.end)]
        gap = document.text[left[-1].end : mention.start] if left else ""
        if gap not in (" ", ". ", ", "):
            return None
        head = left[-1]
        if not head.text.islower() and not mention.person.is_person:
            return None  # "the General Data Act", "the Federal Election Commission"
        if not is_role(head, opens=len(left) == 1 or first):
            return None
        start = len(left) - 1
        while (
            start
            and len(left) - start < _REACH
            and is_describing(left[start - 1])
            and not governs(left, start - 1)
            and not (is_address(head) and is_plain(left[start - 1]))
            and document.text[left[start - 1].end : left[start].start] == " "
        ):
            start -= 1
        owned = start and (left[start - 1].folded in DETERMINERS or owns(document.text, left[start - 1]))
        if gap == ", " and not owned and not owns(document.text, left[start]):
            return None  # a list, and not "the tower's architect, Ann Lee"
        if start == len(left) - 1 and is_address(head) and not first:
            return None
        return self._claim(document, left[start].start, mention.end, mention, left[start:-1], head)

    def _after(self, document: Document, mention: Mention, passage: Passage) -> Claim | None:
        """ "Ann Lee, a piano tuner", "Ann Lee, Utopia's president"."""
        pleads = _IN_COURT.match(document.text, mention.end, passage.end)
        if pleads:
            *_, act = split_words(document.text, mention.end, pleads.end())
            return self._claim(document, mention.start, act.end, mention, [], act._replace(folded=_PLEADER[act.folded]))
        opened = _AFTER.match(document.text, mention.end, passage.end)
        if not opened:
            return None
        told: list[Word] = []
        for word in split_words(document.text, opened.end(), min(passage.end, opened.end() + 80)):
            if told and document.text[told[-1].end : word.start] != " ":
                break
            if not is_describing(word) and not is_role(word):
                break
            told.append(word)
            if len(told) > _REACH:
                break
        heads = [n for n, word in enumerate(told) if is_role(word)]
        if not heads or document.people.starting_at(told[heads[-1]].end + 1):
            return None  # "Ann Lee, Judge Tom Reed and others"
        return self._claim(document, mention.start, told[heads[-1]].end, mention, told[: heads[-1]], told[heads[-1]])

    def _described(
        self, document: Document, passage: Passage, words: Sequence[Word], taken: set[int]
    ) -> Iterator[Claim]:
        """ "the retired crane driver": a determiner, which a headline leaves out, words that describe, and a role."""
        stopped = document.text[passage.end - 1] in _STOPS
        for n, word in enumerate(words):
            if word.start in taken or not is_role(word) or _describes_another(document, words, n):
                continue
            start = n
            while (
                start
                and n - start < _REACH
                and is_describing(words[start - 1])
                and not governs(words, start - 1)
                and document.text[words[start - 1].end : words[start].start] in (" ", "-")
            ):
                start -= 1
            if word.folded != role_of(word) and word.folded.endswith("s"):
                continue  # "the factory's workers" are a crowd
            before = words[start - 1] if start else None
            begun = before is not None and (before.folded in DETERMINERS or owns(document.text, before))
            definite = begun and before is not None and before.folded not in ("a", "an")
            named = _named_behind(document, word.end, passage) if definite else None
            if is_office(role_of(word)) and owns(document.text, word):
                continue  # "the vice president's office" tells of nobody
            in_headline = before is not None and not stopped and before.text.islower()
            if (begun or in_headline) and (start < n or named or word.folded.startswith("ex-")):
                end = named.end if named else word.end
                yield self._claim(document, words[start].start, end, named, words[start:n], word, definite=definite)

    def _claim(
        self,
        document: Document,
        start: int,
        end: int,
        mention: Mention | None,
        told: Sequence[Word],
        head: Word,
        *,
        definite: bool = False,
    ) -> Claim:
        who = mention.person.name if mention else ""
        role = role_of(head)
        data = {
            "role": role,
            "described": [PARTIES.get(word.folded, lemma(word.folded)) for word in told],
            "at": head.start,
            "tokens": [token for token in name_tokens(who) if token not in SUFFIXES] if who else [],
            "address": start == head.start and is_address(head),
            "definite": definite,
        }
        written = document.text[told[0].start if told else head.start : head.end]
        value = role if written in _PLEADER else written
        return Claim.at(document, start, end, kind=self.name, subject=who, property="role", value=value, data=data)


def _describes_another(document: Document, words: Sequence[Word], n: int) -> bool:
    """Whether a word that can name a role is part of another's name: "General Data Act", "general election",
    "consulate general".
    """
    if words[n].folded == "general" and n and words[n - 1].folded in _BODIES:
        return True
    if n + 1 == len(words) or document.text[words[n].end : words[n + 1].start] != " ":
        return False
    following = words[n + 1]
    capitals = words[n].text[0].isupper() and following.text[0].isupper()
    general = words[n].folded == "general" and is_content(following.folded)
    return (capitals or general) and not document.people.starting_at(following.start)


def _named_behind(document: Document, at: int, passage: Passage) -> Mention | None:
    """Who is named behind a role and what it is of: "the head of the clinic, Ann Lee, said"."""
    of = _OF_WHAT.match(document.text, at, passage.end)
    named = document.people.starting_at(of.end()) if of else None
    return named if named and document.text[named.end : named.end + 1] in _CLOSES else None
