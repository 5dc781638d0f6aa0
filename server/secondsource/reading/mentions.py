"""Names in an article, and the person or thing that each stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from secondsource.reading.names import name_tokens, same_name

_NOT_PEOPLE = frozenset(
    """street road avenue lane square bridge river lake mountain island bay county city town valley park stadium arena
    airport station hospital university college school church bank inc corp co ltd plc llc group holdings company party
    union association league cup marathon open championship games festival prize award house senate congress parliament
    court council committee commission ministry department agency times post news journal magazine democrat
    republican act regulation treaty directive""".split()
)


@dataclass(slots=True, eq=False)
class Person:
    """Somebody (or something) with a proper name: the fullest form used, and every place it is named."""

    name: str
    tokens: tuple[str, ...]
    votes: Counter[str] = field(default_factory=Counter)

    @property
    def is_person(self) -> bool:
        """False for what its last word tells to be a place, a firm or an event: "Elm Street", "Leeds University"."""
        return self.tokens[-1] not in _NOT_PEOPLE

    @property
    def is_evident(self) -> bool:
        """Whether the article tells beyond doubt that this is somebody: by a title, a trade, a pronoun, "who"."""
        return self.is_person and self.votes.total() > 1 - bool(self.votes["told"])

    @property
    def gender(self) -> str | None:
        """One of "he" and "she" when the article makes it plain, else None."""
        he, she = self.votes["he"], self.votes["she"]
        return "he" if he > 2 * she else "she" if she > 2 * he else None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as written, `text[start:end]`, and the person it stands for."""

    start: int
    end: int
    person: Person


def resolve(text: str, named: Sequence[tuple[int, int, bool]]) -> list[Mention]:
    """Give each name its person: the body's before the headlines', full names before single ones that they hold."""
    by_token: dict[str, list[Person]] = {}
    resolved: dict[tuple[int, int], Person] = {}
    in_order = sorted(named, key=lambda name: (not name[2], len(name_tokens(text[name[0] : name[1]])) < 2, name[0]))
    for start, end, sure in in_order:
        tokens = name_tokens(text[start:end])
        person = _known(by_token, tokens) or (Person(text[start:end], tokens) if sure else None)
        if person is None:
            continue
        if len(tokens) > len(person.tokens):
            person.name, person.tokens = text[start:end], tokens
        for token in tokens:
            held = by_token.setdefault(token, [])
            if person not in held:
                held.append(person)
        resolved[start, end] = person
    return [Mention(start, end, resolved[start, end]) for start, end, _ in named if (start, end) in resolved]


def _known(by_token: dict[str, list[Person]], tokens: Sequence[str]) -> Person | None:
    """The first person introduced whose name can be this one."""
    held = [*by_token.get(tokens[0], []), *by_token.get(tokens[-1], [])]
    return next((person for person in held if same_name(person.tokens, tokens)), None)
