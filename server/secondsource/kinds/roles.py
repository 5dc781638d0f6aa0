"""Trades, titles and roles: "podcast host Ann Lee", "Ann Lee, a yoga teacher", "the yoga instructor".

Two articles agree when they give one person one role, in the same or a synonymous word. A role without a name is
matched by its description alone, when that has a rarer word in it. Roles never conflict: people have several.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from secondsource.kinds import wording
from secondsource.kinds.claim import Claim, Comparison, Kind, Stance, Verdict
from secondsource.kinds.relationships import TIE_OF
from secondsource.reading import Document
from secondsource.reading.names import name_tokens, same_name
from secondsource.reading.passages import Passage
from secondsource.reading.people import Mention
from secondsource.reading.words import Word, is_content, is_person_noun, lemma, rarity, same_kind, split_words

_SHORT = {
    "rep": "representative",
    "sen": "senator",
    "gov": "governor",
    "ex-president": "president",
    "ceo": "executive",
    "pm": "minister",
    "rev": "reverend",
    "sgt": "sergeant",
    "lt": "lieutenant",
    "capt": "captain",
    "det": "detective",
    "prof": "professor",
}
_VAGUE = frozenset(
    """man woman person people boy girl child adult guy lady gentleman male female native resident other member one
    american friend fan hand head body couple pair type character somebody someone nobody self self-made parent kid
    baby teen teenager youth elder victim suspect mr mrs ms miss sir madam human individual enthusiast lover
    critic figure name case thing top most""".split()
)
_DETERMINERS = frozenset(("the", "a", "an"))
_REACH = 5
_AFTER = re.compile(
    r",\s(?:(?:who|which)\s(?:is|was)\s)?(?:(?:an?|the|one of the|its|their|now|then)\s)?"
    r"|\s(?:is|was)\san?\s|\s\((?=[a-z])"
)
_COLOURLESS = frozenset(
    """retired renowned celebrated disgraced former new old young current late then now longtime ex famous popular
    veteran""".split()
)
_GENERIC = frozenset(
    "minister director officer secretary president chief editor manager leader head coach executive".split()
)
RARE = 3.2  # rarity of a describing word ("yoga", "podcast") that can tell a role without a name


class Roles(Kind):
    """Who does or is what."""

    name = "roles"
    describes = True

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield the roles of named people, and described ones ("the movie star") without a name."""
        for _, passage in document.statements:
            words = document.words_in(passage)
            taken: set[int] = set()
            for mention in document.people.between(passage.start, passage.end):
                for claim in (
                    self._before(document, mention, words),
                    self._after(document, mention, passage),
                ):
                    if claim:
                        taken.add(claim.data["at"])
                        yield claim
            yield from self._described(document, words, taken)

    def label(self, claims: Sequence[Claim]) -> str:
        """Whose role."""
        names = sorted((claim.subject for claim in claims if claim.subject), key=len)
        return wording.role_label(names[-1] if names else "", claims[0].value)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield one person's equal roles."""
        for a, b in product(both.ours, both.theirs):
            if same_kind(a.data["role"], b.data["role"]) and _same_holder(a, b):
                yield (
                    a,
                    b,
                    Verdict(
                        Stance.CORROBORATES,
                        wording.agree(a.value, b.value),
                    ),
                )

    def _before(self, document: Document, mention: Mention, words: Sequence[Word]) -> Claim | None:
        """ "podcast host Ann Lee": the words right before a name, back to where the description starts."""
        left = words[: bisect_right(words, mention.start, key=lambda word: word.end)]
        gap = document.text[left[-1].end : mention.start] if left else ""
        if gap not in (" ", ". ", ", "):
            return None
        head = left[-1]
        if not _is_role(head, opens=len(left) == 1):
            return None
        start = len(left) - 1
        while (
            start
            and len(left) - start < _REACH
            and _describes(left[start - 1])
            and document.text[left[start - 1].end : left[start].start] == " "
        ):
            start -= 1
        owned = start and (left[start - 1].folded in _DETERMINERS or left[start - 1].text.endswith(("'s", "’s")))
        if gap == ", " and not owned and not left[start].text.endswith(("'s", "’s")):
            return None  # a list, and not "the tower's architect, Ann Lee"
        if start == len(left) - 1 and _is_address(head):
            return None  # "Justice Lee" is a form of address, in every other sentence
        return self._claim(document, left[start].start, mention.end, mention, left[start:-1], head)

    def _after(self, document: Document, mention: Mention, passage: Passage) -> Claim | None:
        """ "Ann Lee, a yoga teacher", "Ann Lee, Utopia's president"."""
        opened = _AFTER.match(document.text, mention.end, passage.end)
        if not opened:
            return None
        told: list[Word] = []
        for word in split_words(document.text, opened.end(), min(passage.end, opened.end() + 80)):
            if told and document.text[told[-1].end : word.start] != " ":
                break
            if not _describes(word) and not _is_role(word):
                break
            told.append(word)
            if len(told) > _REACH:
                break
        heads = [n for n, word in enumerate(told) if _is_role(word)]
        if not heads:
            return None
        return self._claim(document, mention.start, told[heads[-1]].end, mention, told[: heads[-1]], told[heads[-1]])

    def _described(self, document: Document, words: Sequence[Word], taken: set[int]) -> Iterator[Claim]:
        """ "the former yoga instructor": a determiner, words that describe, and a role."""
        for n, word in enumerate(words):
            if word.start in taken or not _is_role(word):
                continue
            start = n
            while (
                start
                and n - start < _REACH
                and _describes(words[start - 1])
                and document.text[words[start - 1].end : words[start].start] in (" ", "-")
            ):
                start -= 1
            owned = start and words[start - 1].text.endswith(("'s", "’s"))
            if word.folded != _role(word) and word.folded.endswith("s"):
                continue  # "the factory's workers" are a crowd
            if start < n and start and (words[start - 1].folded in _DETERMINERS or owned):
                yield self._claim(document, words[start].start, word.end, None, words[start:n], word)

    def _claim(
        self,
        document: Document,
        start: int,
        end: int,
        mention: Mention | None,
        told: Sequence[Word],
        head: Word,
    ) -> Claim:
        who = mention.person.name if mention else ""
        role = _role(head)
        data = {
            "role": role, "described": [lemma(word.folded) for word in told], "at": head.start,
            "tokens": list(name_tokens(who)) if who else [],
        }  # fmt: skip
        value = document.text[told[0].start if told else head.start : head.end]
        return Claim.at(document, start, end, kind=self.name, subject=who, property="role", value=value, data=data)


def _role(word: Word) -> str:
    base = word.folded.rstrip(".").split("-")[-1]
    return _SHORT.get(base, lemma(base))


def _is_address(word: Word) -> bool:
    """Whether a word is a title that names are written with: "Judge Lee"."""
    return not word.text.islower() and (word.folded.rstrip(".") in _SHORT or _role(word) in _TITLES)


def _is_role(word: Word, opens: bool = False) -> bool:
    """Whether a word names a trade, title or part; a capital counts where it opens the sentence."""
    role = _role(word)
    named = not word.text.islower() and not _is_address(word) and not opens
    return (
        not named
        and role not in _VAGUE
        and role not in TIE_OF
        and (is_person_noun(role) or role in _TITLES)
        and rarity(role) > 2.0
    )


_TITLES = frozenset(
    """president minister governor senator representative mayor judge justice king queen pope chancellor secretary chief
    sheriff general bishop coach star nominee candidate""".split()
)


def _describes(word: Word) -> bool:
    return (
        word.text[0].isalpha()
        and (is_content(word.folded) or not word.text.islower())
        and (not word.folded.endswith(("ly", "ed")) or word.folded in _COLOURLESS)
        and word.folded not in _DETERMINERS
    )


def _same_holder(a: Claim, b: Claim) -> bool:
    """Whether two equal roles are one person's: by name, or by a rarer word that describes both."""
    if a.subject and b.subject:
        told_a, told_b = ({word for word in c.data["described"] if word not in _COLOURLESS} for c in (a, b))
        generic = a.data["role"] in _GENERIC and told_a and told_b and not told_a & told_b
        return not generic and same_name(a.data["tokens"], b.data["tokens"])
    shared = (set(a.data["described"]) & set(b.data["described"])) - _COLOURLESS
    return any(rarity(word) >= RARE for word in shared)
