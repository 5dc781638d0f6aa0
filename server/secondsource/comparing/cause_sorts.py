"""Which causes exclude one another: a candle and a cable do, a storm and a fallen tree do not.

For `kinds/causes.py`. Causes are told in sorts (`_SORTS`), and a cause of one sort is none of another, but for those of
which one may bring about the other (`_TOGETHER`): gas needs a spark, a germ comes with food. In some sorts (`_EACH`)
every word is a cause of its own; of some (`_AT_ONCE`) there may be two at once, as egg and mayonnaise, and whatever one
dies of (`_LAST`), the heart stops. What may stand for any of them ("a fault", "an error") is of no sort.
"""

from __future__ import annotations

from itertools import pairwise, product

_SORTS = {
    "flame": """candle cigarette cigar campfire bonfire barbecue firework firecracker ember incense blowtorch welding
    smoker smoking""",
    "electric": """wiring cable wire circuit socket plug fuse charger battery lamp heater fryer oven stove cooker dryer
    toaster fridge freezer refrigerator appliance dishwasher microwave kettle transformer generator electrical
    short-circuit conductor pylon substation power-line overhead-line""",
    "tool": "grinder saw chainsaw mower tractor harvester machinery digger excavator bulldozer crane",
    "arson": "arson arsonist deliberately sabotage vandal",
    "bomb": "bomb explosive grenade missile drone dynamite mine",
    "gas": "gas propane methane butane",
    "lightning": "lightning",
    "wind": "wind gale gust tornado",
    "tree": "tree branch",
    "flood": "flood flooding rain downpour rainfall",
    "cold": "ice icing snow frost blizzard icy",
    "fog": "fog mist",
    "slide": "landslide mudslide avalanche earthquake quake rockfall",
    "heat": "heat heatwave drought",
    "storm": "storm weather hurricane",
    "mechanics": """brake tyre tire rotor gearbox axle valve pump propeller bearing gear mechanical boiler pipe gasket
    seal undercarriage""",
    "engine": "engine turbine",
    "fuel": "fuel kerosene diesel petrol",
    "software": "software computer cyberattack hacker hack malware ransomware",
    "animal": """bird gull goose squirrel deer moose elk cow sheep jellyfish rat mouse marten snake swan duck pigeon
    horse pig boar fox badger kangaroo wasp bee monkey""",
    "driving": "speed speeding drunk alcohol drinking asleep texting distracted distraction",
    "mistake": "mistake misread misjudge",
    "load": "overload overloading overloaded overcrowding",
    "rust": "corrosion rust fatigue erosion",
    "strike": "strike walkout",
    "food": """chicken beef pork egg salad lettuce spinach cucumber oyster shellfish mussel cheese milk rice sandwich
    sushi mayonnaise burger fish mushroom sausage salmon turkey ham cream""",
    "water": "well tap pool fountain tank",
    "germ": "salmonella listeria norovirus legionella botulism cholera influenza coli rotavirus hepatitis",
    "stray": "peanut hazelnut almond metal glass plastic rubber soy sesame",
    "injury": "ankle wrist knee groin hamstring shoulder calf thigh hip elbow concussion collarbone achilles",
    "sickness": "virus fever flu appendicitis migraine bronchitis tonsillitis stomach",
    "illness": """cancer leukaemia leukemia tumour stroke malaria drowning overdose
    suicide covid coronavirus dementia alzheimer aneurysm diabetes tuberculosis asthma""",
    "last": "pneumonia heart cardiac sepsis kidney liver",
}
_EACH = frozenset("food germ stray illness injury last".split())
_AT_ONCE = frozenset("food stray injury".split())
_LAST = "last"
_SAME = tuple(
    map(
        frozenset,
        (
            "shellfish mussel oyster".split(), "fish salmon sushi".split(), "pork ham sausage".split(),
            "cheese milk cream".split(), "cancer leukaemia leukemia tumour".split(), "heart cardiac".split(),
            "covid coronavirus pneumonia".split(), "dementia alzheimer".split(),
            "salad lettuce spinach cucumber".split(),
            "beef burger".split(), "chicken turkey".split(),
        ),
    )
)  # fmt: skip
_WEATHER = "wind tree flood cold fog slide heat lightning"
_TOGETHER = {
    "storm": f"{_WEATHER} electric", "gas": "flame electric mechanics tool mistake tree",
    "electric": f"{_WEATHER} animal storm gas mistake load software rust", "flame": "arson fuel gas",
    "wind": "tree slide", "tree": "lightning cold slide", "flood": "slide cold rust",
    "driving": f"{_WEATHER} storm mechanics",
    "mechanics": "cold rust engine heat mistake load", "engine": "animal mechanics fuel cold rust mistake",
    "fuel": "flame engine mistake arson", "food": "germ stray water", "water": "germ", "injury": "sickness",
    "software": "mistake electric", "mistake": "tool driving load fog cold", "load": "wind flood rust heat",
    "arson": "bomb fuel flame",
}  # fmt: skip
_SORT_OF = {word: sort for sort, listed in _SORTS.items() for word in listed.split()}
_PAIRS = {frozenset((sort, other)) for sort, listed in _TOGETHER.items() for other in listed.split()}

Causes = frozenset[tuple[str, str]]  # each a sort and, where the sort has several, which


def causes_of(lemmas: list[str]) -> Causes:
    """The causes that some words name."""
    joined = (f"{one}-{other}" for one, other in pairwise(lemmas))
    found = [(_SORT_OF[word], word) for word in (*lemmas, *joined) if word in _SORT_OF]
    return frozenset((sort, word if sort in _EACH else "") for sort, word in found)


def fit(ours: Causes, theirs: Causes) -> bool:
    """Whether what two articles name has a cause in common."""
    return any(x == y or _is_one(x, y) for x, y in product(ours, theirs))


def exclude(ours: Causes, theirs: Causes) -> bool:
    """Whether every cause of the one is another than every one of the other, and neither brings the other about."""
    pairs = list(product(ours, theirs))
    return bool(pairs) and all(not _is_one(x, y) and _apart(x, y) for x, y in pairs)


def _is_one(x: tuple[str, str], y: tuple[str, str]) -> bool:
    return x == y or any({x[1], y[1]} <= same for same in _SAME)


def _apart(x: tuple[str, str], y: tuple[str, str]) -> bool:
    if _LAST in (x[0], y[0]):
        return False
    return x[0] not in _AT_ONCE if x[0] == y[0] else frozenset((x[0], y[0])) not in _PAIRS
