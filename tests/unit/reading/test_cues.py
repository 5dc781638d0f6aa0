"""A sentence in which nothing is sought has nothing that would be found: whatever matches has one of the signs."""

import pkgutil
import re
from collections.abc import Callable, Iterable
from datetime import date
from importlib import import_module

import pytest
from tests.unit.reading.matching import matching

import secondsource.comparing
import secondsource.kinds
import secondsource.reading
from secondsource.comparing import spoken
from secondsource.kinds import names, relationships
from secondsource.reading import ages, captions, clock, context, numbers, periods, read, speakers, times, tolls
from secondsource.reading.ages import find_ages
from secondsource.reading.cues import Cued
from secondsource.reading.document import signs_of
from secondsource.reading.words import lowered

PACKAGES = (secondsource.reading, secondsource.comparing, secondsource.kinds)
MODULES = [
    import_module(f"{package.__name__}.{module.name}")
    for package in PACKAGES
    for module in pkgutil.iter_modules(package.__path__)
]
CUED = {f"{module.__name__}.{name}": value for module in MODULES for name, value in vars(module).items()
        if isinstance(value, Cued)}  # fmt: skip
CUED |= {f"{kind.__module__}.{kind.__name__}.{name}": value for module in MODULES for kind in vars(module).values()
         if isinstance(kind, type) for name, value in vars(kind).items() if isinstance(value, Cued)}  # fmt: skip
CUED |= {f"{module.__name__}.{name}.{key}": one for module in MODULES for name, value in vars(module).items()
         if isinstance(value, dict) for key, one in value.items() if isinstance(one, Cued)}  # fmt: skip
ENOUGH = 50  # texts of a pattern that match: of some that look far around, most do not
FOUND: dict[str, tuple[Callable[[str], Iterable[object]], frozenset[str], tuple[re.Pattern[str], ...]]] = {
    "numbers": (numbers.find_numbers, numbers.NUMERALS, (numbers._NUMBER,)),
    "dates": (times.find_dates, times.SIGNS, (times._DATE, times._MONTH_ALONE)),
    "clock times": (lambda text: clock.find_clocks(text, 0, len(text)), clock.SIGNS, (clock._TIME,)),
    "clock times shown": (
        lambda text: () if clock._POINT.search(text) else clock.find_clocks(text, 0, len(text)),
        clock.SHOWN_BY,
        (clock._TIME,),
    ),
    "periods": (
        lambda text: periods.find_periods(text, 0, len(text)),
        periods.SIGNS,
        (periods._YEARS, periods._MONTHS, periods._ENDING),
    ),
}


@pytest.mark.parametrize("cued", CUED.values(), ids=list(CUED))
def test_whatever_a_cued_pattern_matches_has_one_of_its_signs(cued: Cued) -> None:
    found = [cued.pattern.search(text)[0] for text in matching(cued.pattern)]
    assert len(found) >= ENOUGH
    assert [words for words in found if cued.signs.isdisjoint(signs_of(words))] == []


WITHIN = {  # what is sought, with what is sought first
    "a year past": (context._PAST, lambda text: context._tells_of_times(text)),
    "another time": (context._OTHER_TIME, lambda text: context._tells_of_times(text)),
    "a toll": (tolls._TOLL, lambda text: tolls._ANY_TOLL.search(text.lower())),
    "a speaker": (speakers._BEFORE, speakers._SAYS.search),
    "a month alone": (times._MONTH_ALONE, times._ANY_MONTH.search),
    "a weekday of a month": (times._NTH_WEEKDAY, times._ANY_MONTH.search),
    "months": (periods._MONTHS, periods._ANY_MONTH.search),
    "a period's end": (periods._ENDING, periods._ANY_MONTH.search),
    "an age in commas": (ages._BESIDE_TRADE, lambda text: ages._IN_COMMAS.search(f"{text}, a")),
    "a credit": (captions._CREDITED, captions._may_be_credited),
    "who is identified": (names._IDENTIFIED, lambda text: "identified" in text or "named" in text),
    "in a place": (names._IN_PLACE, lambda text: len(text) <= names.PLACE_REACH),
    "whose kin": (relationships._BEFORE, lambda text: any(kin in text.casefold() for kin in relationships.TIE_OF)),
    "what is put in": (spoken._PUT_IN, spoken.may_have_put_in),
}


@pytest.mark.parametrize("name", WITHIN)
def test_what_is_sought_first_is_in_whatever_is_sought(name: str) -> None:
    pattern, first = WITHIN[name]
    texts = list(matching(pattern))
    assert len(texts) >= ENOUGH
    assert [text for text in texts if not first(text)] == []


def test_text_in_lower_case_keeps_every_character_where_it_was() -> None:
    assert lowered("İzmir had 40 Bells") == "İzmir had 40 bells"


@pytest.mark.parametrize("name", FOUND)
def test_whatever_is_read_has_one_of_its_signs(name: str) -> None:
    find, signs, patterns = FOUND[name]
    texts = [text for pattern in patterns for text in matching(pattern)]
    assert len(texts) >= ENOUGH * len(patterns)
    assert [text for text in texts if list(find(text)) and signs.isdisjoint(signs_of(text))] == []


@pytest.mark.parametrize(
    "text",
    [
        "The cellist is twenty-two.",
        "A half-hour-old cub was weighed.",
        "Ada Bright, 41, rowed.",
        "Ada Bright was ninety when she rowed.",
        "She was born in 1984.",
    ],
)
def test_an_age_is_found_however_it_is_written(text: str) -> None:
    document = read(text, published=date(2031, 3, 4))
    said = document.says(document.passages[0], numbers.NUMERALS)
    assert said or not find_ages(document, document.passages[0])


def test_a_pattern_is_not_sought_where_none_of_its_signs_stands() -> None:
    by = Cued("by", r"\w+ by \w+")
    document = read("The bell was cast by monks. The monks sang nearby.")
    first, second = document.passages
    assert [found[0] for found in by.finditer(document, first)] == ["cast by monks"]
    assert by.search(document, first)
    assert not by.search(document, second)
    assert not list(by.finditer(document, second))


def test_a_search_stays_within_its_bounds() -> None:
    by = Cued("by", r"\w+ by \w+")
    document = read("The bell was cast by monks and rung by nuns.")
    (passage,) = document.passages
    later = by.search(document, passage, document.text.index("and"))
    assert later
    assert later[0] == "rung by nuns"
    assert not by.search(document, passage, 0, document.text.index("by"))
