"""Measures: lengths, areas, weights, volumes, speeds, temperatures, and the magnitude of an earthquake.

Each is brought to one unit of its dimension; figures written in different units agree when they are close.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.comparing.claim import Claim, Example, Stance
from secondsource.comparing.distances import of_two_things
from secondsource.comparing.figures import Figure, followed_by
from secondsource.comparing.one_thing import CLOSE, one_time, shared
from secondsource.comparing.quantities import Quantities
from secondsource.reading import Document
from secondsource.reading.cues import Cued
from secondsource.reading.numbers import Number, minus_before
from secondsource.reading.passages import Passage

_TIME_OF_DAY = re.compile(
    r"""\b(?:\d{1,2}(?::\d\d)?\s?[ap]\.?m\b|noon|midnight|(?:mid-?)?morning|(?:mid-?)?afternoon|evening|night|overnight)""",
    re.IGNORECASE,
)
_AS_OF = re.compile(r"\b[Aa]s\sof\s")
CONVERTED = 0.05  # a mile figure made of kilometres is rounded: they agree within so much of the larger
WHOLE = 0.101  # magnitudes as far apart, one of them a whole number, may be one: 6.9 and "7"
MAGNITUDES_APART = 1.5  # magnitudes further apart are of two shocks
_UNITS: dict[str, tuple[str, float]] = {
    "km": ("length", 1000), "kilometre": ("length", 1000), "kilometer": ("length", 1000), "mile": ("length", 1609.34),
    "m": ("length", 1), "metre": ("length", 1), "meter": ("length", 1), "foot": ("length", 0.3048),
    "feet": ("length", 0.3048), "ft": ("length", 0.3048), "yard": ("length", 0.9144), "inch": ("length", 0.0254),
    "inche": ("length", 0.0254), "cm": ("length", 0.01), "centimetre": ("length", 0.01), "centimeter": ("length", 0.01),
    "mm": ("length", 0.001), "millimetre": ("length", 0.001), "nautical mile": ("length", 1852),
    "light year": ("length", 9.4607e15), "light-year": ("length", 9.4607e15),
    "kg": ("weight", 1), "kilogram": ("weight", 1), "kilo": ("weight", 1), "gram": ("weight", 0.001),
    "tonne": ("weight", 1000), "ton": ("weight", 1000), "lb": ("weight", 0.4536), "ounce": ("weight", 0.02835),
    "mph": ("speed", 1.60934), "km/h": ("speed", 1), "kph": ("speed", 1), "kmh": ("speed", 1), "knot": ("speed", 1.852),
    "miles per hour": ("speed", 1.60934), "kilometres per hour": ("speed", 1), "kilometers per hour": ("speed", 1),
    "miles an hour": ("speed", 1.60934), "kilometres an hour": ("speed", 1), "kilometers an hour": ("speed", 1),
    "mile-an-hour": ("speed", 1.60934), "km an hour": ("speed", 1),
    "hectare": ("area", 1), "acre": ("area", 0.404686), "square kilometre": ("area", 100), "sq km": ("area", 100),
    "square kilometer": ("area", 100), "square mile": ("area", 258.999), "square metre": ("area", 0.0001),
    "square meter": ("area", 0.0001), "square feet": ("area", 9.2903e-6), "square foot": ("area", 9.2903e-6),
    "litre": ("volume", 1), "liter": ("volume", 1), "gallon": ("volume", 3.785), "barrel": ("volume", 158.987),
    "megawatt": ("power", 1), "mw": ("power", 1), "gigawatt": ("power", 1000), "gw": ("power", 1000),
}  # fmt: skip
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))
_MEASURE = re.compile(rf"[\s-]?(?P<unit>{_UNIT})s?\b(?!-old|\s?[²³]|\.\d)", re.IGNORECASE)
# Of "5.9m" the sentence must tell that it is metres, and no millions: the level of a river, how high a wall is.
_METRES = re.compile(r"\d{1,3}(?:\.\d{1,2})?m")
_AFTER_METRES = re.compile(r"[,.;)]|\s(?:high|deep|tall|wide|long|above|below|over|at|on|by|and|from)\b|$")
_LEVELS = frozenset("level gauge tide crest crested peaked depth water flood river rivers deep tall wide".split())
_LAST_UNIT = re.compile(rf"(?P<unit>{_UNIT})s?$", re.IGNORECASE)
_LETTER = re.compile(  # "reached 39.4C", as the British have it, and no seat or room
    r"""\b(?:hits?|of|at|to|was|is|above|over|below|under|reach(?:es|ed)|touched|about|around|nearly|by|than|from|and|topped
      |exceeded|near|passed)\s(?P<said>(?P<value>\d{1,2}(?:\.\d)?|1[0-3]\d)(?P<unit>[CF]))\b(?![-–.]\d)""",
    re.VERBOSE,
)
_DEGREES = re.compile(r"(?:\s?°\s?|\sdegrees?\s)(?P<unit>C|F|Celsius|Fahrenheit|centigrade)\b")
_MAGNITUDE = Cued(
    "magnitude measuring measured",
    r"\bmagnitude[\s-](?:of\s|was\s|at\s|put\sat\s)?(?:about\s)?(?P<value>\d(?:\.\d)?)\b(?!\.\d)"
    r"|(?<![\d.])\b(?P<value2>\d(?:\.\d)?)[\s-]magnitude\b"
    r"|\bmeasur(?:ing|ed)\s(?P<value3>\d\.\d)\b(?!\s?(?:%|m|k|c|f|i)\w*)",
    re.IGNORECASE,
)

_ANOTHER_SHOCK = re.compile(  # "A second quake, of magnitude 5.9": not the one that is told of without a number
    r"aftershock|\b(?:an?\s|the\s)?(?:second|third|further|subsequent|later|another)(?:,|\s(?:[a-z]+\s){0,2}(?:(?:earth)?quake|tremor|shock)\b)",
    re.IGNORECASE,
)
_DIRECTIONS = {
    word: words.split()[0]
    for words in (
        "depth deep deeply",
        "height high tall altitude elevation",
        "width wide breadth broad",
        "length long",
    )
    for word in words.split()
}


class Measures(Quantities):
    """How long, large, heavy, fast, hot or strong."""

    name = "measures"
    repeats = False  # two lengths are often one number: the 30th kilometre, a bridge of 30 kilometres
    examples = (
        Example("The tunnel is 27 kilometres long.", "The tunnel is 16.8 miles long.", Stance.CORROBORATES),
        Example(
            "The fire burned 4,200 hectares of forest.",
            "The fire burned 10,400 acres of forest.",
            Stance.CORROBORATES,
        ),
        Example(
            "A magnitude 6.1 earthquake shook the islands.",
            "The earthquake measured 6.1, seismologists said.",
            Stance.CORROBORATES,
        ),
        Example(
            "A magnitude 6.1 earthquake shook the islands.",
            "The earthquake had a magnitude of 6.4.",
            Stance.CONFLICTS,
        ),
        Example(
            "The fire burned 4,200 hectares of forest.",
            "The fire burned 2,400 hectares of forest.",
            Stance.CONFLICTS,
        ),
        Example(
            "The swimmer covered 34 kilometres in the dark.",
            "The statue weighs 34 tonnes.",
            Stance.NOT_COMPARABLE,
        ),
    )

    def figures(self, document: Document, passage: Passage) -> Iterator[Figure]:
        """Yield the measures of a passage, each in its dimension's one unit."""
        for number, found in followed_by(document, passage, _MEASURE):
            dimension, factor = _UNITS[found["unit"].lower()]
            yield Figure.of(document, number, found.end(), number.value * factor, dimension)
        yield from _metres(document, passage)
        for number, found in followed_by(document, passage, _DEGREES):
            yield _temperature(document, passage, number, found)
        for found in _LETTER.finditer(document.text, passage.start, passage.end):
            value = float(found["value"])
            celsius = (value - 32) / 1.8 if found["unit"] == "F" else value
            yield Figure(*found.span("said"), celsius, "", "temperature", found["said"])
        for found in _MAGNITUDE.finditer(document, passage):
            value = float(found["value"] or found["value2"] or found["value3"])
            yield Figure(found.start(), found.end(), value, "", "magnitude", found[0])

    def agree(self, a: Claim, b: Claim) -> bool | None:
        """As numbers do, or within a twentieth where a conversion may have rounded."""
        ours, theirs = a.data["value"], b.data["value"]
        if a.data["low"] is not None or b.data["low"] is not None:
            return super().agree(a, b)
        if a.property == "magnitude" and ours != theirs and abs(ours - theirs) < WHOLE and 0 in (ours % 1, theirs % 1):
            return None
        close = abs(ours - theirs) <= CONVERTED * max(abs(ours), abs(theirs))
        if a.property != "magnitude" and close and ours != theirs and _is_converted(a, b):
            return True
        return super().agree(a, b)

    def telling(self, a: Claim, b: Claim) -> bool:
        """A magnitude tells by itself, but for a later shock's; other measures by what is near them."""
        if a.property == "magnitude":
            return _is_of_later_shock(a) is _is_of_later_shock(b)
        return super().telling(a, b)

    def comparable(self, a: Claim, b: Claim) -> bool:
        """Magnitudes of the one shock that both tell of; other measures as all figures."""
        if a.property != "magnitude":
            return not (of_two_things(a, b) or _at_two_times(a, b)) and super().comparable(a, b)
        shocks = _is_of_later_shock(a) or _is_of_later_shock(b)
        real = all(claim.data["real"] and not claim.data["part"] for claim in (a, b))
        return real and not shocks and one_time(a, b)

    def surely_one(self, a: Claim, b: Claim) -> bool:
        """Magnitudes that are close enough to be of one shock; other measures as all figures."""
        if a.property != "magnitude":
            return super().surely_one(a, b)
        return bool(abs(a.data["value"] - b.data["value"]) <= MAGNITUDES_APART)

    def bars(self, a: Claim, b: Claim) -> bool:
        """Magnitudes of two shocks; lengths without a word near both; and how far away two things are."""
        if a.property == "magnitude":
            return not (self.comparable(a, b) and self.surely_one(a, b))
        parts = a.data["part"] or b.data["part"]  # "the last 50 metres"
        apart = a.property == "length" and (not shared(a, b) or of_two_things(a, b))
        return super().bars(a, b) or parts or apart or _direction(a) != _direction(b) or _at_two_times(a, b)


def _is_of_later_shock(claim: Claim) -> bool:
    """Whether a magnitude is a later shock's: such stands beside it, or is what its sentence tells of before it."""
    before, _ = claim.around
    return "aftershock" in claim.data["narrowed"] or bool(_ANOTHER_SHOCK.search(before))


def _at_two_times(a: Claim, b: Claim) -> bool:
    """Whether two measures are told of two times of the day, or just one is told as of a time: a storm moves on."""
    ours, theirs = ({found[0].lower() for found in _TIME_OF_DAY.finditer(claim.passage)} for claim in (a, b))
    if ours and theirs:
        return ours.isdisjoint(theirs)
    return any(_AS_OF.search(claim.passage) for claim in (a, b))


def _direction(claim: Claim) -> str | None:
    """Which of several lengths a measure is, by the words nearest to it ("depth", "wide"); None for others."""
    return next((_DIRECTIONS[word] for word in claim.data["near"][:CLOSE] if word in _DIRECTIONS), None)


def _metres(document: Document, passage: Passage) -> Iterator[Figure]:
    """ "The river peaked at 5.9m"."""
    if not document.says(passage, _LEVELS):
        return
    for number in document.numbers_in(passage):
        written = number.low is None and _METRES.fullmatch(document.text, number.start, number.end)
        if written and _AFTER_METRES.match(document.text, number.end, passage.end):
            yield Figure.of(document, number, number.end, number.value / 1e6, "length")


def _temperature(document: Document, passage: Passage, number: Number, found: re.Match[str]) -> Figure:
    """A temperature in degrees Celsius, which may lie below zero; of a range, the upper end alone."""
    start = number.start if number.low is not None else number.bound_start
    start = minus_before(document.text, passage.start, start)
    degrees = -number.value if start < number.bound_start and number.low is None else number.value
    celsius = (degrees - 32) / 1.8 if found["unit"][0] == "F" else degrees
    bound = "about" if number.low is not None else number.bound
    return Figure(start, found.end(), celsius, bound, "temperature", document.text[start : found.end()])


def _is_converted(a: Claim, b: Claim) -> bool:
    """Whether two measures are written in different units, and not in one that is only written otherwise: "m"."""
    return _written_in(a) != _written_in(b)


def _written_in(claim: Claim) -> float | str:
    """How many of its dimension's unit the unit of a measure is; a temperature's scale."""
    found = _LAST_UNIT.search(claim.value)
    return _UNITS[found["unit"].lower()][1] if found else claim.value.split()[-1].lstrip("0123456789.°")[:1].upper()
