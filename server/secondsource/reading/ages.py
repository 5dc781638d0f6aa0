"""Ages and birth years as news writes them, with whose they are and when they are counted from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from secondsource.reading.age import SEXES, Age, number_of_years, sex_of
from secondsource.reading.ages_in_passing import in_passing, of_a_boy, opening
from secondsource.reading.cues import Cued
from secondsource.reading.document import Document
from secondsource.reading.mentions import Mention
from secondsource.reading.numbers import NUMERALS
from secondsource.reading.passages import Passage
from secondsource.reading.times import month_number
from secondsource.reading.words import fold, is_content, is_person_noun, lemma

MOST_DESCRIBING = 4  # words behind an age among which is who is of it: "a 47-year-old former hospital doctor"
CLAUSE, PHRASE = 40, 24  # code points before an age in which its time, or its verb, is told

_AGE = r"(?P<age>\d{1,3}|[a-z]+(?:-[a-z]+)??)"
_YEAR = r"[Ii]n\s(?:(?P<month>[A-Z][a-z]+)\s)?(?P<year>(?:18|19|20)\d\d)\b"
_YEAR_OLD = Cued("old olds", rf"\b{_AGE}[ -]years?[ -]olds?\b", re.IGNORECASE)
_AGED = Cued(
    "turned turns turning aged age is was died dead dies lived",
    rf"""(?:
      \b(?P<scoped>at\sthe\sage\sof | at\sage | turn(?:ed|s|ing) | (?<![,(]\s)(?<!\()aged)  # "joined aged 38": then
    | \baged? | \bwho\s(?:is|was) | \b(?:is|was)(?:\snow)?                                    # "Ann Lee, aged 38,": now
    | \b(?:died|dead|dies)\sat
    | \bha[ds]\sreached\sthe\sage\sof | \blived\sto(?:\sbe)?
    )\s{_AGE}(?=[.,;)!?]|:(?!\d)|\s(?:and|when|on|after|said|who|an?\s\w+\s(?:before|after|earlier|later))\b|\s*$)(?!,\d|\.\d|\sand\s\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    rf"""(?:,\s{_AGE}(?![.,]\d|\sand\s\d|(?<=[a-z])\sof\b) | \s?\((?P<bracketed>\d{{1,3}})(?=\)))
    (?=[)\],.;:!?—–"”’'] | \s(?:and|or|who|was|is|has|had|from|of|with|said|told)\b | \s[—–-] | \s*$)""",
    re.VERBOSE,
)
_BESIDE_TRADE = re.compile(
    r"\b(?:(?P<the>[Tt]he\s(?:[\w-]{2,20}\s){0,3})?(?P<noun>[a-z]{3,20}),\s(?P<age>\d\d?)(?=,\s[a-z]))"
)
_IN_COMMAS = re.compile(r",\s\d\d?,\s[a-z]")  # without which there is no need to look
_THE = re.compile(r"\b[Tt]he\s(?:[\w-]{2,20}\s){0,2}(?P<noun>[a-z]{3,20}),?\s$")  # "The broadcaster, who was 94, ..."
_OF_SOMEBODY = ("who", "had reached", "has reached")
_WHO = re.compile(r",\swho\s[^,;.]{1,60}\s")
_TOLD_MORE = re.compile(r",\s(?:an?|of|the|who|from)\s[^;]")
_NO_PERSON_BEFORE = re.compile(r"\b(?:in|at|from|near|of|on|to|beats?|versus|vs\.?)\s(?:the\s)?$", re.IGNORECASE)
_BORN_AFTER = re.compile(rf",?\s(?:\w+,\s)?(?:who\s)?(?:(?:was|were|is)\s)?born\s(?:[^.;]{{0,40}}?\s)?{_YEAR}")
_YEAR_AFTER = re.compile(rf",?\s{_YEAR}")
_BIRTH_BEFORE = re.compile(r"\b(?:born|birth\sof|welcomed|(?:child|son|daughter|baby|twin)s?,\s$)", re.IGNORECASE)
_BRACKETED = re.compile(r"\(\d{1,3}(?:,\s\d{1,3})*\)")
_COUNTED_BEFORE = re.compile(r"\b\d+\s[a-z]+s,\s(?:[A-Z]\w+,\s\d+,?\s(?:and\s)?)*$")
_IN_YEAR = re.compile(rf"\b{_YEAR}")
_OTHER_TIME = re.compile(
    r"\b(?:when|was|were|then|had|at\sthe\sage\sof|would\sbe|will\sbe|by\sthe\stime)\b|['’]ll\sbe", re.IGNORECASE
)
_THIS_TIME = re.compile(r"\b(?:is|now|aged?|turns|turned)\b", re.IGNORECASE)
_THEN = re.compile(r"\bthen[ -]$", re.IGNORECASE)
_COPULA = re.compile(r"\b(?:is|was|are|were|turned|turns)\s(?:now\s|just\s|only\s|about\s)?$")
_DIED = re.compile(r"\b(?:died|dies|dead|passed away|death|put (?:to sleep|down)|drowned)\b", re.IGNORECASE)
_WHEN = re.compile(r"\bwhen\b")
_WAS = re.compile(r"\bwas\b")
_WHEN_AFTER = re.compile(r"\s(?:when|in|after|before)\b")
_WHEN_BEFORE = re.compile(r"\b(?:when|while|since|until|once)\s(?:[\w’'-]+\s){1,3}$", re.IGNORECASE)
_BORN = re.compile(r"\bborn\s(?:[^.;,]{0,40}\s)?$", re.IGNORECASE)
_APPOSED = re.compile(r",\s(?:an?|the|now)\s$")
_DESCRIBED = re.compile(r"\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z-]+)\s?")
_IDENTIFIED = re.compile(
    r"(?:\s[a-z-]{2,20}){0,4},?\s(?:who\s(?:was|were|has\sbeen|is)\s)?(?:later\s|since\s|by\s(?:\w+\s){1,3})?"
    r"(?:identified|named)\s(?:[a-z]{2,20}\s){0,4}as\s(?:[a-z]{2,20}\s){0,2}"
)
_OF_A_THING = re.compile(r"\b(?:which|that)(?:\s(?:is|was))?\s$")
_NOT_A_THING = frozenset("be have say tell who whose and or with from in at on to for as by also".split())
_WORDS = re.compile(r"[a-z]+")
_NOBODY = SEXES["he"] | SEXES["she"] | {"mum", "mom", "dad", "teenager", "pensioner", "driver"}  # "Uncle, 46, held"


def find_ages(document: Document, passage: Passage) -> list[Age]:
    """The ages of a passage in text order, the longer of two that overlap."""
    kept: list[Age] = []
    if not document.says(passage, NUMERALS):
        return kept
    for found in sorted(_read(document, passage), key=lambda found: (found.start, -found.end)):
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
    return kept


def _read(document: Document, passage: Passage) -> Iterator[Age]:
    for mention in document.people.between(passage.start, passage.end):
        yield from _beside_name(document.text, mention, passage)
        yield from in_passing(document.text, mention, passage)
        yield from _born(document.text, mention, passage)
    yield from opening(document, passage)
    yield from of_a_boy(document, passage)
    for pattern in (_YEAR_OLD, _AGED):
        for found in pattern.finditer(document, passage):
            yield from _in_words(document, found, passage)
    if not _IN_COMMAS.search(document.text, passage.start, passage.end):
        return
    for found in _BESIDE_TRADE.finditer(document.text, passage.start, passage.end):
        age = number_of_years(found["age"])
        if age and (found["the"] or is_person_noun(lemma(fold(found["noun"])))):
            yield Age(found.start("age"), found.end("age"), "", f"{age}", age)


def _beside_name(text: str, mention: Mention, passage: Passage) -> Iterator[Age]:
    """An age right after a name: "Ann Lee, 41," or "Ann Lee (41)"; not after "in Leeds, 41", which is a place."""
    found = _AFTER_NAME.match(text, mention.end, passage.end)
    age = number_of_years(found["age"] or found["bracketed"]) if found else None
    if not found or not age or not mention.person.is_person or _is_of_a_list(text, mention, found.end(), passage):
        return
    if not _NO_PERSON_BEFORE.search(text, max(passage.start, mention.start - PHRASE), mention.start):
        end = found.end() + (text[found.end() : found.end() + 1] == ")")
        described = fold(text[mention.start : mention.end]) in _NOBODY
        yield Age(mention.start, end, "" if described else mention.person.name, f"{age}", age)


def _is_of_a_list(text: str, mention: Mention, end: int, passage: Passage) -> bool:
    """Whether a name stands in a list of scores, seats or marks: after a colon, or where brackets tell the names.

    Of a score nothing more is told behind the figure, which ends at text[end].
    """
    before, sentence = text[passage.start : mention.start], text[passage.start : passage.end]
    listed = ":" in before and ";" in sentence and not _TOLD_MORE.match(text, end, passage.end)
    return listed or len(_BRACKETED.findall(sentence)) > 1 or bool(_COUNTED_BEFORE.search(before))


def _born(text: str, mention: Mention, passage: Passage) -> Iterator[Age]:
    """A birth year after a name: "Ann was born in 1984", "their child, Ann, in 2013", "the birth of Ann in 2015"."""
    told = _BORN_AFTER.match(text, mention.end, passage.end)
    if not told and _BIRTH_BEFORE.search(text, max(passage.start, mention.start - CLAUSE), mention.start):
        told = _YEAR_AFTER.match(text, mention.end, passage.end)
    if told:
        yield Age(mention.start, told.end(), mention.person.name, told["year"], born=_span_of(told))


def _in_words(document: Document, found: re.Match[str], passage: Passage) -> Iterator[Age]:
    """An age in words: "the 41-year-old", "his 58-year-old sister Bo", "Ann was 28 years old", "aged 12"."""
    age = number_of_years(found["age"])
    owner = _owner(document, found, passage) if age else None
    if age and owner:
        other_time = _is_of_another_time(document.text, found, passage)
        year = _year_of(document.text, passage) if other_time else None
        at, known = _span_of(year) if year else None, bool(year) or not other_time
        yield Age(owner[1], owner[2], owner[0], f"{age}", age, at=at, sex=_sex(document.text, found), known=known)


def _owner(document: Document, found: re.Match[str], passage: Passage) -> tuple[str, int, int] | None:
    """(name or "", start, end) of whom an age in words describes; None where it is a thing's or nobody's."""
    after = _named_after(document, found, passage)
    if after:
        return after.person.name, found.start(), after.end
    if _is_of_a_thing(document.text, found, passage):
        return None
    before = _named_before(document, found, passage)
    if before:
        return before.person.name, before.start, found.end()
    if found.re is _YEAR_OLD.pattern:
        return ("", found.start(), found.end()) if "-" in found[0] else None
    who = document.people.subject(document.passage_at(found.start()), found.start())
    if not who and _is_of_somebody(document.text, found, passage):
        return "", found.start(), found.end()
    return (who, found.start(), found.end()) if who and not who.startswith("~") else None


def _is_of_somebody(text: str, found: re.Match[str], passage: Passage) -> bool:
    """Whether an age is told of "the broadcaster", "the gorilla, who"; not of "the temperature"."""
    described = _THE.search(text, max(passage.start, found.start() - CLAUSE), found.start())
    if not described:
        return False
    return found[0].startswith(_OF_SOMEBODY) or is_person_noun(lemma(fold(described["noun"])))


def _named_after(document: Document, found: re.Match[str], passage: Passage) -> Mention | None:
    """ "the 41-year-old Ann Lee", "his 58-year-old sister Bo", "a 41-year-old woman, identified as Ann Lee"."""
    noun = _DESCRIBED.match(document.text, found.end(), passage.end)
    described = noun and is_person_noun(lemma(fold(noun["noun"])))
    beside = document.people.starting_at(found.end() + 1)
    if beside or (noun and described and (beside := document.people.starting_at(noun.end()))):
        return beside
    told = _IDENTIFIED.match(document.text, found.end(), passage.end)
    return document.people.starting_at(told.end()) if told else None


def _named_before(document: Document, found: re.Match[str], passage: Passage) -> Mention | None:
    """ "Ann Lee, a 41-year-old", "Ann Lee, aged 41", "Ann Lee, who led the bank, is 41"."""
    named = document.people.between(passage.start, found.start())
    if not named:
        return None
    between = document.text[named[-1].end : found.start()]
    if _APPOSED.fullmatch(between) or (_WHO.fullmatch(between) and found.re is not _YEAR_OLD.pattern):
        return named[-1]
    if found.re is _YEAR_OLD.pattern and "-" in found[0]:
        return None
    verb = _COPULA.search(document.text, max(passage.start, found.start() - PHRASE), found.start())
    return named[-1] if verb or between.strip() in ("", ",") else None


def _is_of_a_thing(text: str, found: re.Match[str], passage: Passage) -> bool:
    """Whether an age is a thing's: "the 10-year-old lawsuit", "the tower, which is 40 years old"."""
    if _OF_A_THING.search(text, max(passage.start, found.start() - PHRASE), found.start()):
        return True
    behind = (fold(word) for word in _WORDS.findall(text[found.end() : found.end() + CLAUSE])[:MOST_DESCRIBING])
    following = list(takewhile(is_content, behind))
    described = found.re is _YEAR_OLD.pattern and "-" in found[0] and text[found.end() : found.end() + 1] == " "
    if not described or not following or lemma(following[0]) in _NOT_A_THING or _is_verb_form(following[0]):
        return False
    return not any(is_person_noun(lemma(word)) for word in following)


def _is_verb_form(word: str) -> bool:
    """Whether a word is inflected, and no plural: "the 41-year-old fled"."""
    return lemma(word) != word and not word.endswith("s")


def _is_of_another_time(text: str, found: re.Match[str], passage: Passage) -> bool:
    """Whether an age is counted from a time other than the article's: "when she was 28", "joined aged 38"."""
    before = text[max(passage.start, found.start() - CLAUSE) : found.start()]
    if _THEN.search(before):
        return True
    if found.re is _AGED.pattern:
        died = _DIED.search(text, passage.start, found.end())
        was = _WAS.search(found[0])
        in_year = was and _IN_YEAR.search(text, passage.start, found.start())  # "In 2012, she was 28"
        when = was and _WHEN_BEFORE.search(before)  # "moved away when Ann was 11"
        return bool((found["scoped"] and not died) or in_year or when or _WHEN_AFTER.match(text, found.end()))
    if "-" in found[0]:
        return False
    scoped = _WHEN.search(text, passage.start, passage.end) and not _THIS_TIME.search(before)
    return bool(scoped or _OTHER_TIME.search(before + found[0]))


def _year_of(text: str, passage: Passage) -> re.Match[str] | None:
    """The year that a sentence is of: in which somebody was born is no such one."""
    years = _IN_YEAR.finditer(text, passage.start, passage.end)
    return next((year for year in years if not _BORN.search(text, passage.start, year.start())), None)


def _sex(text: str, found: re.Match[str]) -> str | None:
    """One of "he" and "she" where the noun right after an age tells: "a 34-year-old woman"."""
    nouns = re.findall(r"[a-z]+", text[found.end() : found.end() + PHRASE])[:2]
    return sex_of(*nouns)


def _span_of(told: re.Match[str]) -> tuple[float, float]:
    """The span of a written year, or of a month of it."""
    year, month = float(told["year"]), month_number(told["month"] or "")
    return (year + (month - 1) / 12, year + month / 12) if month else (year, year + 1.0)
