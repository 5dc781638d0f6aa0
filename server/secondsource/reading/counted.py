"""What a number counts: a noun, or people in one state of casualty, whatever noun counts them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.reading.counted_phrase import counted_noun, phrase_after, singular
from secondsource.reading.cues import Cued
from secondsource.reading.currencies import CURRENCIES, SPELT
from secondsource.reading.document import Document
from secondsource.reading.numbers import COUNTING, NUMERALS, ORDINALS, Number, value_of
from secondsource.reading.passages import Passage
from secondsource.reading.times import MONTHS
from secondsource.reading.tolls import BECAME, STATE_OF, STATES, state_after, state_before, state_of, told_after, toll
from secondsource.reading.words import Word, first_words, fold, is_content, is_person_noun, lemma, split_words

_UNITS = frozenset(
    """year month week day hour minute second decade century mile kilometre kilometer metre meter foot inch yard acre
    hectare kilogram kilo pound ton tonne gram ounce litre liter gallon degree percent per cent point time km kg
    cm mm mph kph th st nd rd season series episode chapter way thing one other more part half side""".split()
)
_NOT_COUNTED = _UNITS | CURRENCIES | SPELT.keys()
_STATE_NAMED = {"death": "killed", "fatality": "killed", "arrest": "arrested", "injury": "injured"}
_PEOPLE = frozenset("person victim survivor life live body soul casualty inhabitant villager".split())
_MORE = frozenset({"more", "others"})  # "71 more were hurt"
_BEHIND = _MORE | {"were", "was", "are", "have"}  # words behind a number that no noun follows
BARE = ""  # the unit of a number that stands alone: "the Alliance had won 17", "was down to 52"
_OF_N = re.compile(
    r"\s(?:of|out\sof)\s(?:(?:the|its|their|his|her|a|all)\s)?(?:\d[\d,]{0,12}|[a-z]{3,12})\s(?:[a-z-]{2,20}\s)?(?P<noun>[a-z]{3,20}s)\b"
)
_PAGES = re.compile(r"-(?P<noun>[a-z]{3,20})\b(?!-old)")  # "a 64-page complaint"
_NAMED_BEFORE = re.compile(
    r"(?:\d\s|[$€£¥#№@:/.–+-]|\b(?:No\.?|[A-Z][\w’']{0,20})\s|\b(?:page|chapter|room|number|age|aged)\s)$"
)
_MORE_AFTER = re.compile(
    r"[-–:/.]\w|[%°]|\s?pct?\b|\s?(?:per\s?cent\b|[ap]\.?m\b|o['’]clock|st\b|nd\b|rd\b|th\b)|\s[A-Z]|\sto\s(?:\d|[a-z]+[.,])"
)
_DAY_OF_MONTH = re.compile(  # "arguments Jan. 3", "on May 23 protesters", but not "in May 23 people drowned"
    rf"\b(?:(?:{'|'.join(month[:3] for month in MONTHS)}|sept)\.|(?<!\bin\s)(?:{'|'.join(MONTHS)}))\s$", re.IGNORECASE
)
LAST_DAY = 31
_RATE_BEFORE = re.compile(r"(?:/|\bper\s)$", re.IGNORECASE)
_RATE_AFTER = re.compile(r"(?:\s[\w-]{1,20}){0,4}(?:\sper\s|\s?/\s?)\d")  # "328 deaths per 100,000": no toll
_IN_SO_MANY = re.compile(  # "seven in 10 adults" counts no adults
    rf"\b(?:\d|{'|'.join(COUNTING)})\sin\s(?:every\s)?$", re.IGNORECASE
)
_PART_OF_DAY = re.compile(
    r"\s(?:(?:in|on)\sthe|on\s\w{6,9}|that|this|\w{3,6}day)\s(?:morning|afternoon|evening|night)\b"
)
LAST_HOUR = 12  # of half a day: "killed 40 on Friday night" tells no time
_OF_WHICH = re.compile(r"\sof\s(?:them|these|those)\b")
_BESIDE_NOUN = re.compile(r"\b(?P<noun>[a-z]{3,20}s),\s$")  # "leaked letters, 134 of them"
_DESCRIBED = re.compile(r"([^\W\d_]{2,20})\sof\s$")  # "a woman of 81"
_HOUSEHOLDS = frozenset("family household".split())  # of five: so many of those whom others count otherwise
_AGE_BESIDE = re.compile(
    r"""(?:[,(]\s?|\b(?:is|was|were|are|turn(?:s|ed)?|aged?|age\sof)\s
    |(?<!\bstood)(?<!\bstand)(?<!\bstands)(?<!\bput)(?<!\bremains)(?<!\bremained)(?<!\bestimated)(?<!\bnow)\sat\s)$""",
    re.VERBOSE,
)
_BEHIND_A_SUM = re.compile(  # "20,000 euros out of a purse of 64,000", "from 4 percent to 6"
    rf"""(?:[$€£¥₹]\d[\d,.]{{0,12}}|%|\b(?:percent|per\scent|{"|".join(sorted(CURRENCIES | SPELT.keys()))})s?\b)
    [^,;:.]{{0,40}}$""",
    re.IGNORECASE | re.VERBOSE,
)
_BESIDE_REACH = 24  # code points before a number in which what _NAMED_BEFORE and _AGE_BESIDE match lies
_BEFORE = 60  # code points before a number in which a noun and its verb stand: "cases have reached"
_CROWD = re.compile(r"\b(?:crowd|audience|attendance|gate)s?\sof\s$", re.IGNORECASE)
_RISEN = re.compile(
    r"""(?:\bnumber\sof\s(?:[a-z]{3,15}\s)?(?P<of>[a-z]{3,20}s)\b[^.;,\d]{1,40}?|\b(?P<noun>[a-z]{3,20}s))\s(?:(?:has|have|had|now)\s){0,2}
    (?:reach(?:es|ed)?|r[io]sen?\sto|climb(?:s|ed)?\sto|hit|top(?:s|ped)?|pass(?:es|ed)?|number(?:s|ed)?|total(?:s|led|ed)?|st(?:and|ood)\sat)\s
    $""",
    re.IGNORECASE | re.VERBOSE,
)
_PARENT = Cued(
    "mother father mom mum dad parent parents",
    r"\b(?:mother|father|mom|mum|dad|parents?)[- ]of[- ](?P<number>\d+|[a-z]+)\b",
    re.IGNORECASE,
)
_THIRD_ON = rf"(?P<nth>{'|'.join(list(ORDINALS)[3:])}|1\d{{1,2}}th|[2-9]?[4-9]th|[2-9]?3rd)"
_NTH = Cued(
    "child baby kid victim death fatality arrest",
    rf"\b{_THIRD_ON}\s(?P<noun>child|baby|kid|victim|death|fatality|arrest)\b",
    re.IGNORECASE,
)
_CLAIMS = re.compile(r"\bclaim(?:s|ed|ing)?\s(?:an?\s|its\s|his\s|her\s|the\s)?$", re.IGNORECASE)
_SO_FAR = Cued(  # "a sixth person has been arrested", "the third minister to leave", "won its 18th seat"
    " ".join((*list(ORDINALS)[3:], "th rd")),
    rf"""\b(?:(?P<the>the)|(?P<a>an?)|its|his|her|their)\s{_THIRD_ON}\s(?:[a-z]{{3,15}}\s)?(?P<noun>[a-z]{{3,15}})\b
    (?(the)\s(?:to\s[a-z]{{3}}|whom\b|who\b)|(?(a)\s(?:has|have|had|was|is)\b|(?![\s-][a-z])))""",
    re.IGNORECASE | re.VERBOSE,
)
SIGNS = NUMERALS | _PARENT.signs | _NTH.signs | _SO_FAR.signs  # of which one is in every statement that counts
_IN_TURN = frozenset("half quarter round lap leg term floor place attempt spell birthday anniversary".split())


_ELSEWHERE = re.compile(r"\s(?:others?\s)?in\s(?:the\s(?:\w+\s){1,2}of\s)?[^\W\d_a-z]")


@dataclass(frozen=True, slots=True)
class Counted:
    """So many of a unit, `text[start:end]`: a noun's lemma, a casualty state ("killed"), or both ("nurse killed").

    `figure` is the number alone as a reader is shown it, with what bounds it: "at least 1,200".
    """

    start: int
    end: int
    value: float
    bound: str
    unit: str
    figure: str
    low: float | None = None  # the lower end, where this is a range


def find_counted(document: Document, passage: Passage) -> Iterator[Counted]:
    """Yield what the numbers of a passage count; "12 were killed in Arta, 8 in Belm" counts the dead twice."""
    text, state = document.text, ""
    for number in document.numbers_in(passage):
        if _counts_nothing(text, number, passage):
            continue
        told = _counted(document, number, passage)
        if told is None and state and _ELSEWHERE.match(document.text, number.end, passage.end):
            told = state, number.end
        if told is None and _is_bare(text, number, passage):
            told = BARE, number.end
        if told:
            unit, end = told
            state = unit if unit in STATES else ""
            figure = f"{text[number.bound_start : number.start].lower()}{number.value:,.10g}"
            yield Counted(number.bound_start, end, number.value, number.bound, unit, figure, number.low)
    yield from _families(document, passage)


def _counts_nothing(text: str, number: Number, passage: Passage) -> bool:
    """Whether a number is a year, a day of a month, a rate or its base, or what a share is of."""
    digits = text[number.start : number.end].isdigit()
    if digits and 1500 <= number.value < 2100:
        return True
    low = max(passage.start, number.start - _BESIDE_REACH)
    if digits and number.value <= LAST_DAY and _DAY_OF_MONTH.search(text, low, number.start):
        return True
    shared = any(words.search(text, low, number.start) for words in (_IN_SO_MANY, _RATE_BEFORE))
    return shared or _RATE_AFTER.match(text, number.end, passage.end) is not None


def _counted(document: Document, number: Number, passage: Passage) -> tuple[str, int] | None:
    """(casualty state or noun's lemma, where the words end) of what a number counts, or None."""
    text = document.text
    if number.value <= 1:
        return None
    tolled = toll(text, number.start, number.end, passage)
    if tolled:
        return tolled
    before = text[max(passage.start, number.bound_start - _BEFORE) : number.bound_start]
    if _CROWD.search(before, max(0, len(before) - _BESIDE_REACH)):
        return "spectator", number.end
    if document.says(passage, BECAME) and (whole := told_after(text, number.end, passage)):
        return whole  # "six of them are in hospital"
    of, joined = _OF_N.match(text, number.end, passage.end), _PAGES.match(text, number.end, passage.end)
    joint = of or joined
    if joint and not {joint["noun"], lemma(joint["noun"])} & _NOT_COUNTED:
        return lemma(joint["noun"]), number.end if of else joint.end()  # what it is a part of is no part of it
    beside, of_which = _BESIDE_NOUN.search(before), _OF_WHICH.match(text, number.end, passage.end)
    if beside and of_which and lemma(beside["noun"]) not in _NOT_COUNTED:
        return lemma(beside["noun"]), of_which.end()
    words = phrase_after(document, number, passage)
    first = words[0] if words else next(iter(first_words(text, number.end, min(passage.end, number.end + 24), 1)), None)
    if first and first.folded in _BEHIND and text[number.end : first.start] == " ":
        return state_after(text, first.end if first.folded in _MORE else number.end, passage)
    noun = counted_noun(document, words, passage)
    for word in words:
        if word is noun:
            return _noun(text, number.bound_start, word, passage)
        if word.folded in STATE_OF and (word.folded.endswith("ed") or word.folded in ("dead", "missing", "hurt")):
            return told_after(text, word.end, passage) or (STATE_OF[word.folded], word.end)
    if words:
        return None
    risen = _RISEN.search(before)
    named = (risen["of"] or risen["noun"]).lower() if risen else ""
    if named and named not in _NOT_COUNTED and lemma(named) not in _NOT_COUNTED:
        return lemma(named), number.end
    state = state_before(text, number.bound_start, passage)
    return (state, number.end) if state else None


def _is_bare(text: str, number: Number, passage: Passage) -> bool:
    """Whether a number stands for a count whose noun is told elsewhere: no name's, age's, date's or unit's."""
    if number.value <= 1 or 1500 <= number.value < 2100 or _MORE_AFTER.match(text, number.end, passage.end):
        return False
    if number.value <= LAST_HOUR and _PART_OF_DAY.match(text, number.end, passage.end):
        return False
    before = text[max(passage.start, number.bound_start - _BEFORE) : number.bound_start]
    beside = max(0, len(before) - _BESIDE_REACH)
    if not before or _NAMED_BEFORE.search(before, beside) or _AGE_BESIDE.search(before, beside):
        return False
    described = _DESCRIBED.search(before)
    if described and (is_person_noun(lemma(fold(described[1]))) or described[1].lower() in _HOUSEHOLDS):
        return False
    after = next(iter(first_words(text, number.end, min(passage.end, number.end + 40), 1)), None)
    alone = after is None or text[number.end : after.start] != " " or not is_content(after.folded)
    return alone and not _BEHIND_A_SUM.search(before)


def _noun(text: str, start: int, word: Word, passage: Passage) -> tuple[str, int] | None:
    noun = singular(word).removeprefix("ex-")
    if noun in _NOT_COUNTED or word.folded in _NOT_COUNTED:
        return None
    if noun in _STATE_NAMED:
        return _STATE_NAMED[noun], word.end
    general = noun in _PEOPLE
    state = state_of(text, start, word, passage) if general or is_person_noun(noun) else None
    if state is None:
        return noun, word.end
    # 12 people killed is a toll; 12 children killed is a part of one
    return (state[0] if general else f"{noun} {state[0]}"), state[1]


def _families(document: Document, passage: Passage) -> Iterator[Counted]:
    """ "mother-of-seven" counts children; so does "their seventh child", as far as it goes."""
    for found in _PARENT.finditer(document, passage):
        if value := value_of(found["number"]):
            yield Counted(found.start(), found.end(), value, "", "child", f"{value:g}")
    taken: set[int] = set()
    for pattern in (_NTH, _SO_FAR):
        for found in pattern.finditer(document, passage):
            noun = split_words(document.text, *found.span("noun"))[0]
            told = _noun(document.text, found.start(), noun, passage)
            value = float(ORDINALS.get(found["nth"].lower()) or re.sub(r"\D", "", found["nth"]))
            if told and pattern is _NTH and told[0] == "victim":  # a third victim, who may live, is one in a row
                claimed = _CLAIMS.search(document.text, passage.start, found.start())
                told = ("killed", told[1]) if claimed else None
            if told and noun.folded not in _IN_TURN and found.start("nth") not in taken:
                taken.add(found.start("nth"))
                yield Counted(found.start(), told[1], value, "least", told[0], f"{value:g}")
