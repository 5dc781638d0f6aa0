"""Which scenes exclude one another: a kitchen and an attic do, a hotel and a bar do not.

For `kinds/scenes.py`. A scene of one sort lies in none of another, but for those of which one is often part
of the other (`_TOGETHER`). In some sorts (`_EACH`) every word is a scene of its own.
"""

from __future__ import annotations

from itertools import pairwise, product

_SORTS = {
    "room": """kitchen bedroom bathroom lounge living-room attic loft basement cellar garage hallway stairwell shaft
    laundry boiler-room workshop storeroom paint-store server-room canteen
    toilet classroom gymnasium sauna conservatory nursery office""",
    "home": "house home flat apartment bungalow villa cottage",
    "airport": "airport runway terminal",
    "lodging": "hotel motel guesthouse hostel",
    "hospital": "hospital clinic",
    "school": "school college",
    "church": "church mosque synagogue temple cathedral",
    "prison": "prison jail",
    "court": "courthouse courtroom",
    "shop": "shop supermarket mall",
    "bar": "bar pub restaurant cafe nightclub",
    "bank": "bank vault",
    "station": "station platform",
    "parking": "car-park parking",
    "underpass": "underpass tunnel",
    "farm": "barn farm field farmland meadow pasture orchard",
    "wood": "wood forest woodland jungle",
    "hill": "mountain hillside ravine gorge cliff",
    "shore": "beach shore",
    "water": "river lake canal pond reservoir",
    "ocean": "pacific atlantic mediterranean baltic caribbean arctic",
    "gallery": "museum gallery",
    "cinema": "cinema theatre",
    "motorway": "motorway highway interstate",
    "grave": "churchyard cemetery graveyard",
    "golf": "golf-course",
    "works": "factory warehouse quarry building-site construction-site",
    "fuel": "petrol-station gas-station filling-station",
    "ship": "ferry cruise-ship yacht",
}
_EACH = frozenset({"room", "ocean"})
_SAME = tuple(
    map(
        frozenset,
        (
            ("attic", "loft"), ("basement", "cellar"), ("basement", "boiler-room"), ("basement", "laundry"),
            ("basement", "garage"), ("garage", "workshop"), ("lounge", "living-room"), ("hallway", "stairwell"),
            ("bedroom", "nursery"), ("bathroom", "toilet"), ("stairwell", "shaft"), ("cellar", "boiler-room"),
            ("caribbean", "atlantic"), ("loft", "bedroom"), ("classroom", "nursery"), ("kitchen", "canteen"),
        ),
    )
)  # fmt: skip
_TOGETHER = {
    "room": """home lodging hospital school church prison court shop bar bank station farm gallery cinema ship airport
    parking""",
    "parking": "shop lodging hospital airport station bar gallery cinema home school church bank farm wood shore hill",
    "lodging": "bar airport parking shore shop water wood hill", "bar": "shop station airport shore",
    "shop": "station airport hospital home", "home": "farm wood hill shore water", "station": "airport underpass water",
    "wood": "farm hill water school", "hill": "farm water shore", "water": "farm shore underpass ship ocean",
    "shore": "ocean ship wood", "ship": "ocean", "hospital": "prison school", "church": "school", "court": "prison",
    "gallery": "cinema school church", "underpass": "hill motorway",
    "motorway": "parking farm hill wood water fuel shore",
    "grave": "church wood", "golf": "lodging wood water hill parking farm shore",
    "works": "room parking water hill home",
    "fuel": "shop parking",
}  # fmt: skip
_SORT_OF = {word: sort for sort, listed in _SORTS.items() for word in listed.split()}
_PAIRS = {frozenset((sort, other)) for sort, listed in _TOGETHER.items() for other in listed.split()}

Scenes = frozenset[tuple[str, str]]  # each a sort and, where the sort has several, which


def scenes_of(lemmas: list[str]) -> Scenes:
    """The scenes that some words name."""
    joined = [f"{one}-{other}" for one, other in pairwise(lemmas)]
    found = [(_SORT_OF[word], word) for word in (*lemmas, *joined) if word in _SORT_OF]
    return frozenset((sort, word if sort in _EACH else "") for sort, word in found)


def share(ours: Scenes, theirs: Scenes) -> bool:
    """Whether two articles name one scene."""
    return not ours.isdisjoint(theirs)


def exclude(ours: Scenes, theirs: Scenes) -> bool:
    """Whether every scene of the one is outside every scene of the other."""
    pairs = list(product(ours, theirs))
    return bool(pairs) and not any(x == y or {x[1], y[1]} in _SAME or _may_hold(x, y) for x, y in pairs)


def _may_hold(x: tuple[str, str], y: tuple[str, str]) -> bool:
    return frozenset((x[0], y[0])) in _PAIRS
