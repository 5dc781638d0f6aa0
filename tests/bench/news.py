"""Made-up short news in English, any amount, the same every time: for what must be read as well as looked up.

Each story is told by ARTICLES outlets, in sentences of their own, with figures that mostly agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

ARTICLES = 4
SENTENCES = 10
_STARTS = "Bar Cal Dor Fen Gal Har Kel Lin Mor Nor Pel Quin Ros Sel Tor Ul Ven Wes Yar Zel".split()
_MIDDLES = "a e i o u an en in on ar er or al el il".split()
_ENDS = "by dale den der ford gate ham ker land leigh lin mann mere mond ney rick ser son ston well wick".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_THINGS = "houses passengers workers pupils patients families bridges trees boats voters".split()
_VERBS = "evacuated rescued counted moved warned examined repaired inspected registered replaced".split()
_ROLES = "mayor, spokeswoman, inspector, teacher, surgeon, captain, engineer, farmer, director, minister".split(", ")
_SHAPES = (
    "{who}, {age}, a {role} from {place}, said {count} {things} had been {verb} by {day} evening.",
    "At least {count} {things} were {verb} in {place} on {day}, {who} told reporters.",
    "“We have never seen {count} {things} {verb} in one night,” said {who}, the {role}.",
    "The damage in {place} was put at {money} million pounds.",
    "{who} arrived in {place} at {hour} a.m. on {day} with {few} {things}.",
    "Officials in {place} denied that any {things} had been {verb} before {day}.",
    "About {share} percent of the {things} near {place} belong to {who}'s company.",
    "The {role} married {other} in {place} {few} years ago, and has {few} children.",
)


@dataclass(frozen=True)
class Written:
    """One article."""

    story: str
    outlet: str
    url: str
    text: str


def articles(number: int, seed: int = 1) -> Iterator[Written]:
    """So many articles, story by story."""
    for at in range(number):
        story, version = divmod(at, ARTICLES)
        yield Written(
            f"Story {story}",
            f"Outlet {version}",
            f"https://outlet-{version}.example/{story}",
            _text(Random(f"{seed} {story}"), Random(f"{seed} {story} {version}")),  # noqa: S311 - no secret
        )


def _text(told: Random, own: Random) -> str:
    """An article: what is told is the story's, how is the outlet's."""
    people = [f"{_name(told)} {_name(told)}" for _ in range(3)]
    places = [_name(told) for _ in range(2)]
    facts = [
        {
            "who": told.choice(people),
            "other": told.choice(people),
            "place": told.choice(places),
            "role": told.choice(_ROLES),
            "age": told.randint(20, 80),
            "count": told.randint(3, 900),
            "few": told.randint(2, 6),
            "hour": told.randint(1, 11),
            "share": told.randint(2, 95),
            "money": told.randint(2, 400),
            "things": told.choice(_THINGS),
            "verb": told.choice(_VERBS),
            "day": told.choice(_DAYS),
            "shape": told.choice(_SHAPES),
        }
        for _ in range(SENTENCES + 4)
    ]
    lines = [str(fact["shape"]).format_map(fact | _slip(own)) for fact in own.sample(facts, SENTENCES)]
    return "\n\n".join(" ".join(lines[at : at + 2]) for at in range(0, len(lines), 2))


def _slip(own: Random) -> dict[str, int]:
    """Now and then an outlet has another figure."""
    return {"count": own.randint(3, 900)} if own.random() < 0.1 else {}


def _name(draw: Random) -> str:
    return draw.choice(_STARTS) + draw.choice(_MIDDLES) + draw.choice(_ENDS)
