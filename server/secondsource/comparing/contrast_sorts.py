"""The sorts of contrast, and the words that tell each value of a sort: for `kinds/contrasts.py`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of contrast: each word for a value with the value, and lemmas that tie one; none for a noun after it.

    A value is a path: one that starts with another is a sort of it. `changes` says that the value may be another the
    day after; `of_tie`, that it is told of what ties it: a wrist is broken; `of_people`, that there may be one for each
    of several people, as an injury.
    """

    values: dict[str, str]
    ties: frozenset[str]
    changes: bool
    of_tie: bool
    of_people: bool


def _sort(listed: str, ties: str = "", *, changes: bool = False, of_tie: bool = False, of_people: bool = True) -> Sort:
    """A sort from its values, "path = other words, ..."."""
    values = {}
    for item in listed.split(","):
        path, _, others = item.partition("=")
        for word in (path.strip().rpartition("/")[2], *others.split()):
            values[word] = path.strip()
    return Sort(values, frozenset(ties.split()), changes, of_tie or not ties, of_people)


SORTS = {
    "side": _sort(
        """left, right, north = northern, south = southern, east = eastern, west = western, front, rear, upper, lower,
        northbound, southbound, eastbound, westbound"""
    ),
    "colour": _sort("black, white, red, blue, green, yellow, grey = gray, silver, brown, orange, purple, pink"),
    "place of death": _sort(
        "hospital, scene = spot, home, custody, custody/prison = jail, ambulance", "die dead kill succumb perish"
    ),
    "cause of death": _sort(
        """cancer = leukaemia leukemia lymphoma tumour tumor, pneumonia, heart = cardiac, stroke, covid = coronavirus,
        overdose, suicide, drowning, sepsis, malaria, cholera, dementia = alzheimer""",
        "die dead death cause kill battle fight succumb",
    ),
    "cause of a fire": _sort(
        "lightning, arson, cigarette, candle, campfire = bonfire, barbecue, firework = fireworks, wiring",
        "cause start spark ignite blame trigger",
    ),
    "injured part": _sort(
        """ankle = ankles, wrist = wrists, leg = legs, leg/thigh, leg/calf, knee = knees, foot = feet, nose, jaw,
        rib = ribs, hip, shoulder, elbow, collarbone, hamstring, groin, skull, pelvis, neck, chest, stomach = abdomen,
        arm = arms, head, face""",
        """break broke broken fracture fractured sprain sprained dislocate dislocated twist tear torn bruise injure
        injured injury hurt shoot shot stab wound wounded""",
    ),
    "harm": _sort(
        """broken = broke fractured fracture fractures, sprained = sprain twisted, dislocated = dislocation,
        torn = tore ruptured, bruised = bruising""",
        "ankle wrist arm leg knee foot finger thumb nose jaw rib hip shoulder elbow collarbone ligament hamstring",
        of_tie=True,
    ),
    "condition": _sort("critical = critically, serious, stable", "condition", changes=True),
    "weapon": _sort(
        """knife = knives, knife/dagger, machete = machetes, axe = ax hatchet, hammer, crowbar, sword,
        gun = guns firearm firearms, gun/rifle = rifles, gun/shotgun = shotguns, gun/handgun = handguns,
        gun/handgun/pistol = pistols, gun/handgun/revolver, crossbow, screwdriver""",
        "with arm wield brandish wave point pull draw carry threaten rob",
    ),
    "vehicle": _sort(
        """car = saloon sedan hatchback, car/taxi = cab, car/suv = jeep, van = minivan, truck = lorry, truck/pickup,
        motorbike = motorcycle scooter moped, bicycle = bike, bus, boat = speedboat dinghy, helicopter""",
        # Also what carries a bomb; not what crashes: of several in a crash an article may name just one.
        "flee escape speed getaway drive bomb bombing bomber explosive ram detonate explode plough",
        of_people=False,
    ),
    "charge": _sort("murder, manslaughter", "charge convict guilty clear acquit suspicion accuse count"),
    "bail": _sort("bail = bailed, custody = remanded", "release free remand hold keep", changes=True),
    "majority": _sort(
        "unanimous = unanimously, divided = split narrowly",
        "vote agree back approve reject verdict decision ruling jury court council committee board rule",
    ),
    "medal": _sort("gold, silver, bronze", "win won take claim earn medal finish"),
    "payment": _sort("cash, shares = stock", "pay offer deal bid buy acquire"),
}
