"""Which causes exclude one another: a candle and a cable do, a storm and a fallen tree do not.

For `kinds/causes.py`. Causes are told in sorts (`_SORTS`), and a cause of one sort is none of another, but for those of
which one may bring about the other (`_TOGETHER`): gas needs a spark, a germ comes with food. In some sorts (`_EACH`)
every word is a cause of its own; of some (`_AT_ONCE`) there may be two at once, as egg and mayonnaise, and whatever one
dies of (`_LAST`), the heart stops. What may stand for any of them ("a fault", "an error") is of no sort.
"""

from __future__ import annotations

from secondsource.comparing.sorts import Sorts

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
CAUSES = Sorts(_SORTS, _EACH, _SAME, _TOGETHER, _AT_ONCE, _LAST)
