"""Which scenes exclude one another: a kitchen and an attic do, a hotel and a bar do not.

For `kinds/scenes.py`. A scene of one sort lies in none of another, but for those of which one is often part
of the other (`_TOGETHER`). In some sorts (`_EACH`) every word is a scene of its own.
"""

from __future__ import annotations

from secondsource.comparing.sorts import Sorts

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
SCENES = Sorts(_SORTS, _EACH, _SAME, _TOGETHER)
