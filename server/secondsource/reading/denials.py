"""What a clause says is not so: "nobody was arrested", "no inquiry had been opened", "the report was not read",
"there is no such list", "denied meeting her", "rejected claims that it leaked", "too early to say whether it will".

Only what is denied as a fact counts, not what "will not", "cannot" or "would never" be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from secondsource.reading.clauses import Clause
from secondsource.reading.words import Word, is_content, lemma

LOOK_BACK = 40  # code points before a clause in which "denied reports that" shows
NOUN_WORDS = 3  # words behind "no" among which is what there is none of
OBJECT_WORDS = 5  # words of any sort behind a denied verb in which stands what it is done to
_BE = frozenset(
    """is are was were has have had been be being did do does isn't aren't wasn't weren't hasn't haven't hadn't didn't
    doesn't don't""".split()
)
_ADVERBS = frozenset("yet ever also still even actually".split())
_NOBODY = frozenset("nobody none neither".split())
_ANYBODY = frozenset("somebody someone anybody anyone anything something person".split())
_PRONOUNS = frozenset("him her them it me us".split())
_PAST = frozenset("broke won shot hurt hit cut put set met".split())  # past forms that look like their lemmas
_REPORTS = (
    r"(?:(?:the|any|all|media|press|such)\s)?(?:reports?|claims?|rumou?rs?|suggestions?|allegations?|accusations?)"
)
_DENIED = re.compile(
    rf"""\b(?:(?:denie[sd]|deny(?:ing)?)\s(?:{_REPORTS}\s)?(?:that|having)
      |(?:denie[sd]|deny(?:ing)?|dismiss(?:es|ed)|reject(?:s|ed)|rebutted|disputed)\s{_REPORTS}\s(?:that|of)
      |no\struth\s(?:in|to)\s{_REPORTS}\s(?:that|of)|(?:not\strue|untrue|falsely\s(?:said|claimed|reported))\sthat)\s""",
    re.IGNORECASE | re.VERBOSE,
)
_OPEN = re.compile(
    r"""\b(?:too\s(?:early|soon)\sto\s(?:say|tell|know)|(?:not|yet\sto|n['’]t)\s(?:yet\s)?(?:decided?|made\sup\s\w+\smind)|undecided)
    \s(?:whether|if)\s""",
    re.IGNORECASE | re.VERBOSE,
)
_UNTRUE = frozenset("untrue false baseless nonsense invented".split())
_MORE = frozenset("new more further other additional".split())  # "no new charges were filed": there may be old ones
_FALSE = re.compile(rf"\bas\s(?:{'|'.join(sorted(_UNTRUE))})\b", re.IGNORECASE)

# Adverbs with which a denial is still one of the act: "was not seriously hurt" denies only how.
_PLAIN = frozenset("actually really ultimately finally apparently reportedly only".split())
_EARLIER = re.compile(r"[^,.;:]{0,60}?\s(?:when|before|by|since)\s", re.IGNORECASE)
_BEFOREHAND = re.compile(r"\b(?:earlier|previously|beforehand)\b", re.IGNORECASE)
_UNTIL = re.compile(r"[^,.;:]{0,60}?\s(?:until|till)\s", re.IGNORECASE)
_HAD = re.compile(r"\bhad(?:n['’]t|\s(?:not|never|no|yet))\b", re.IGNORECASE)
_OPENS_EARLIER = re.compile(r"(?:when|before|until|till|by)\s", re.IGNORECASE)
_GOVERNORS = (("open", _OPEN), ("report", _DENIED))
GOVERNING = _UNTRUE | frozenset(  # one is in whatever these or _FALSE match (see `Document.signs`)
    """denied denies deny denying dismissed dismisses rejected rejects rebutted disputed truth true falsely early soon
    decide decided made undecided""".split()
)


@dataclass(frozen=True, slots=True)
class Denial:
    """What text[start:end] denies: an act and what it is done by or to, as lemmas; either may be missing.

    `how` is "nobody" where it is denied of everybody, "report" where what others say is denied, "open" where it is not
    denied but undecided, and otherwise "somebody". `to` is what stands next behind the act: what it is not done to.
    `pronoun` says that the act is done to somebody not named: "him".
    """

    start: int
    end: int
    act: str
    of: tuple[str, ...]
    how: str = "somebody"
    pronoun: bool = False
    to: tuple[str, ...] = ()


def denies_earlier(text: str, low: int, start: int, end: int) -> bool:
    """Whether what text[start:end] denies is denied of an earlier time alone: "had not won when", "did not pay until".

    text[low] is where its sentence starts.
    """
    if _UNTIL.match(text, end):
        return True
    had = _HAD.search(text, max(low, start - len("had ")), end)
    return bool(
        had and (_EARLIER.match(text, end) or _BEFOREHAND.search(text, start, end) or _OPENS_EARLIER.match(text, low))
    )


def denies_degree(folded: str) -> bool:
    """Whether an adverb behind "not" is what is denied: "was not seriously hurt"."""
    return folded.endswith("ly") and folded not in _PLAIN


def denial(text: str, clause: Clause, low: int, *, governed: bool = True, cued: bool = True) -> Denial | None:
    """What a clause says is not so, if anything; text[low] is where its passage starts.

    `governed` is False where that passage has none of GOVERNING, so that nothing before the clause denies it, and
    `cued` where it has none of DENYING, so that nothing in it does.
    """
    for how, pattern in _GOVERNORS if governed else ():
        governor = pattern.search(text, max(low, clause[0].start - LOOK_BACK), clause[-1].end)
        if governor:
            return _reported([word for word in clause if word.start >= governor.end()], governor.start(), how)
    if governed and _FALSE.search(text, clause[0].start, clause[-1].end):
        return _reported(clause, clause[0].start, "report")
    for at, word in enumerate(clause if cued else ()):
        found = _from(clause, at) if word.folded in _CUES or word.folded.endswith("n't") else None
        if found and not denies_earlier(text, low, word.start, found.end):
            return found
    return None


_PAST_FORM, _DOING_FORM = "past", "doing"


def doings(words: Sequence[Word]) -> list[Word]:
    """The words that tell what was done or went on: "paid", "was wearing", "was still wearing"."""
    forms = [_form(word.folded) for word in words]
    return [
        word
        for n, (word, form) in enumerate(zip(words, forms, strict=True))
        if form == _PAST_FORM or (form == _DOING_FORM and _follows_be(words[max(0, n - 2) : n]))
    ]


def done(words: Sequence[Word]) -> list[str]:
    """Their lemmas."""
    return [lemma(word.folded) for word in doings(words)]


def _follows_be(before: Sequence[Word]) -> bool:
    last = before[:-1] if before and before[-1].folded in _ADVERBS else before
    return bool(last) and last[-1].folded in _BE


_CUES = frozenset({"no", "not", "never", "denied", "denies", "failed", "without", *_NOBODY})
DENYING = _CUES | {"t"}  # one is in whatever has a cue or "n't" (see `Document.signs`)


def _from(clause: Clause, at: int) -> Denial | None:
    """What the clause denies from its word `at` on."""
    cue, rest, by = clause[at], clause[at + 1 :], clause[max(0, at - 4) : at]
    word, following, before = cue.folded, rest[0].folded if rest else "", by[-1].folded if by else ""
    if word in ("denied", "denies"):
        done_or_doing = following == "having" or (rest and _is_doing(rest[0]))
        return _act(cue, rest, _is_told, how="report") if done_or_doing else None
    if word == "failed":
        return _act(cue, rest[1:], _is_any, by=by) if following == "to" else None
    if word in _NOBODY or (word == "no" and following == "one"):
        return _act(cue, rest[word == "no" :], _is_past, reach=0, how="nobody")
    if word == "without":
        return _act(cue, rest, _is_doing) if rest and _is_doing(rest[0]) else None
    if word == "no":
        return _none_of(cue, rest) or (_act(by[-1], [by[-1], *rest], _is_past) if by and _is_past(by[-1]) else None)
    if word == "never" or word in _BE or before in _BE:
        return _act(cue, rest, _is_any if "did" in (word[:3], before) else _is_told, by=by)
    return None


def _act(
    cue: Word,
    rest: Sequence[Word],
    is_act: Callable[[Word], bool],
    *,
    by: Sequence[Word] = (),
    reach: int = OBJECT_WORDS,
    how: str = "somebody",
) -> Denial | None:
    """The act that stands next behind a cue, and what it is done by or to; none where no act does."""
    at = _after_auxiliaries(rest)
    if at == len(rest) or not is_act(rest[at]) or (at and denies_degree(rest[at - 1].folded)):
        return None
    doer, done_to = _content(by)[-1:], _content(rest[at + 1 : at + 1 + reach])[:2]
    start, end = min([cue, *doer]).start, max([rest[at], *done_to]).end
    pronoun = rest[at + 1].folded in _PRONOUNS if at + 1 < len(rest) else False
    of = _lemmas([*doer, *done_to])
    return Denial(start, end, lemma(rest[at].folded), of, how, pronoun, _lemmas(done_to[:1]))


def _none_of(cue: Word, rest: Sequence[Word]) -> Denial | None:
    """ "no inquiry had been opened", "no such list"."""
    such = bool(rest) and rest[0].folded == "such"
    if rest and rest[0].folded in _MORE:
        return None
    named: list[Word] = []
    for word in rest[such : such + NOUN_WORDS]:
        if not is_content(word.folded) or word.folded in _BE or (such and named):
            break
        named.append(word)
    if not named:
        return None
    after = rest[such + len(named) :]
    at = _after_auxiliaries(after)
    if 0 < at < len(after) and _is_past(after[at]):
        return Denial(cue.start, after[at].end, lemma(after[at].folded), _lemmas(named[-1:]), "nobody")
    whole = such and not _content(after)  # "no such list", not "no such list of theirs", which has others beside it
    return Denial(cue.start, named[-1].end, "", _lemmas(named[-1:]), "report") if whole else None


def _reported(clause: Sequence[Word], start: int, how: str) -> Denial | None:
    """Words that are somebody else's report, as it is denied from text[start] on."""
    if not clause:
        return None
    act = next((word for word in clause if _is_past(word) or _is_doing(word)), None)
    told = [word for word in _content(clause) if word is not act and lemma(word.folded) not in _ANYBODY | _UNTRUE]
    if not told and act is None:
        return None
    return Denial(start, clause[-1].end, lemma(act.folded) if act else "", _lemmas(told), how)


def _after_auxiliaries(words: Sequence[Word]) -> int:
    return next((n for n, word in enumerate(words) if not _is_auxiliary(word)), len(words))


def _is_auxiliary(word: Word) -> bool:
    return word.folded in _BE or word.folded == "having" or word.folded in _ADVERBS or word.folded.endswith("ly")


def _is_past(word: Word) -> bool:
    return _is_past_form(word.folded)


@lru_cache(maxsize=20_000)
def _form(folded: str) -> str:
    """Whether a folded word is a verb's past, tells what goes on, or neither: ""."""
    if _is_past_form(folded):
        return _PAST_FORM
    return _DOING_FORM if folded.endswith("ing") and lemma(folded) != folded else ""


@lru_cache(maxsize=20_000)
def _is_past_form(folded: str) -> bool:
    if folded in _PAST:
        return True
    plain = folded.isalpha() and is_content(folded) and not folded.endswith(("ing", "s", "er", "est"))
    return plain and lemma(folded) != folded


def _is_told(word: Word) -> bool:
    return _is_past(word) or _is_doing(word)


def _is_any(word: Word) -> bool:
    return word.folded.isalpha()


def _is_doing(word: Word) -> bool:
    return _form(word.folded) == _DOING_FORM


def _content(words: Sequence[Word]) -> list[Word]:
    return [word for word in words if word.folded.isalpha() and is_content(word.folded)]


def _lemmas(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(lemma(word.folded) for word in words)
