"""Words that name a trade, title or part ("driver", "Rep.", "prosecuting"), and words that describe one ("retired")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from secondsource.reading.kin import TIE_OF
from secondsource.reading.names import OPENERS
from secondsource.reading.words import Word, is_content, is_person_noun, lemma, rarity

_SHORT = {
    "rep": "representative",
    "sen": "senator",
    "gov": "governor",
    "ex-president": "president",
    "ceo": "executive",
    "pm": "minister",
    "congressman": "representative",
    "congresswoman": "representative",
    "rev": "reverend",
    "sgt": "sergeant",
    "lt": "lieutenant",
    "capt": "captain",
    "det": "detective",
    "prof": "professor",
}
PARTIES = {"gop": "republican", "dem": "democratic", "democrat": "democratic", "tory": "conservative"}
_VAGUE = frozenset(
    """man woman person people boy girl child adult guy lady gentleman male female native resident other member one
    american friend fan hand head body couple pair type character somebody someone nobody self self-made parent kid
    baby teen teenager youth elder victim suspect mr mrs ms miss sir madam human individual enthusiast lover
    critic figure name case giant thing top most count equal national dear fake broad
    passenger double straight""".split()
)
DETERMINERS = frozenset(("the", "a", "an"))
COLOURLESS = frozenset(
    """retired renowned celebrated disgraced former new old young current late then now longtime ex famous popular
    veteran""".split()
)
LESSER = frozenset("deputy vice assistant associate acting interim junior shadow".split())
_DONE = frozenset("found told gave made saw took met sued sent kept paid brought caught bought heard won chose".split())


def role_of(word: Word) -> str:
    """The role that a word names, as a lemma: "congressman", "Rep." and "ex-representative" name one."""
    return _lemma_of(word.folded)


@lru_cache(maxsize=20_000)
def _lemma_of(folded: str) -> str:
    base = folded.rstrip(".").split("-")[-1]
    return _SHORT.get(base, lemma(base))


def is_office(role: str) -> bool:
    """Whether a role, as a lemma, is an office that its holder is called by: "chief", "mayor", not "star"."""
    return role in _TITLES - _PARTS


def owns(text: str, word: Word) -> bool:
    """Whether a word is a possessive: "the tower's", "the women’s", "the plaintiffs’"."""
    return word.text.endswith(("'s", "’s")) or text[word.end : word.end + 2] in ("' ", "’ ")


def is_address(word: Word) -> bool:
    """Whether a word is a title that names are written with: "Judge Lee"."""
    return not word.text.islower() and (word.folded.rstrip(".") in _SHORT or role_of(word) in _TITLES)


def is_role(word: Word, opens: bool = False) -> bool:
    """Whether a word names a trade, title or part; a capital counts where it opens the sentence."""
    return _names_a_role(word.folded) and (opens or word.text.islower() or is_address(word))


@lru_cache(maxsize=20_000)
def _names_a_role(folded: str) -> bool:
    role = _lemma_of(folded)
    inflected = folded.endswith(("ing", "ed")) and role != folded  # "hosting the minister"
    return (
        not inflected
        and role not in _VAGUE
        and role not in TIE_OF
        and (is_person_noun(role) or role in _TITLES)
        and rarity(role) > 2.0
    )


_TITLES = frozenset(
    """president minister governor senator representative mayor judge justice king queen pope chancellor secretary chief
    sheriff general bishop coach star nominee candidate""".split()
)


_PARTS = frozenset("star nominee candidate".split())


def is_describing(word: Word) -> bool:
    """Whether a word before a role may be part of it: "crane" driver, "former" mayor."""
    return (
        word.text[0].isalpha()
        and (is_content(word.folded) or word.text.isupper())
        and (not word.folded.endswith(("ly", "ed")) or word.folded in COLOURLESS)
        and word.folded not in DETERMINERS
    )


def governs(words: Sequence[Word], n: int) -> bool:
    """Whether a word is the verb before a role and no part of it: "the jury found surgeon …", "a letter telling …"."""
    word = words[n]
    if word.folded in _DONE:
        return True
    if not word.text.islower() or not word.folded.endswith("ing") or word.folded in COLOURLESS | LESSER:
        return False
    return n == 0 or words[n - 1].folded not in DETERMINERS | COLOURLESS | LESSER


def is_plain(word: Word) -> bool:
    """Whether a word before a capital title is no part of it: "greeted Mayor Lee", but "former Mayor Lee"."""
    plain = word.text.islower() or word.folded in OPENERS
    return plain and word.folded not in COLOURLESS and word.folded not in LESSER
