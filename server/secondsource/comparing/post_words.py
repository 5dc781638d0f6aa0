"""Which posts, trades and callings exclude one another: the words of each, for `kinds/posts.py`.

Hardly anybody is in two of OFFICES at once, or two things in one of TRADES or FIELDS: a goalkeeper is no
striker, but may be a plumber. Between commas stand values of one group, words that may be one and the same. Left out
is what one may well be besides, an author, an activist, a lecturer, and ranks, in which people rise.
"""

from __future__ import annotations

# What leads a part of a body; of these parts nobody leads two. Words of one line are of one part.
_PARTS = """finance financial operating operations|sales marketing communications press media|technology technical
compliance legal|recruitment personnel|sporting|security|scientific research medical policy development
creative artistic|engineering safety|executive managing""".replace("\n", "|").split("|")
PART_OF = {word: listed.split()[0] for listed in _PARTS for word in listed.split()}
PORTFOLIO_OF = {"home": "interior"} | {
    word: word for word in "health defence finance interior foreign education agriculture transport energy".split()
}
OFFICES = {
    "lead": "director head officer executive ceo", "coach": "coach trainer manager",
    "school": "teacher headteacher headmaster headmistress", "chair": "chairman chairwoman",
    "cabinet": "minister", "envoy": "ambassador consul", "town": "mayor mayoress",
    "bench": "judge magistrate coroner", "prosecution": "prosecutor", "defence": "lawyer counsel barrister attorney",
    "police": "policeman policewoman constable sheriff detective",
    "prison": "warder", "army": "soldier paratrooper", "fire": "firefighter fireman", "nursing": "nurse midwife",
    "accounts": "treasurer, auditor",
}  # fmt: skip
TRADES = {
    "medicine": "doctor physician surgeon paediatrician pediatrician, dentist, vet veterinarian, pharmacist",
    "building": "electrician, plumber, carpenter joiner, bricklayer, roofer, welder, glazier, scaffolder",
    "repair": "mechanic", "land": "farmer farmhand shepherd", "sea": "fisherman", "mine": "miner",
    "kitchen": "chef cook, baker, butcher, waiter waitress barman bartender", "cleaning": "cleaner janitor",
    "till": "cashier shopkeeper receptionist, hairdresser barber", "post": "postman postwoman",
    "books": "librarian", "wheel": "driver",
}  # fmt: skip
FIELDS = {
    "science": """glaciologist oceanographer climatologist meteorologist, seismologist volcanologist geologist
        geophysicist, botanist, ornithologist, entomologist, palaeontologist paleontologist, cardiologist,
        dermatologist, neurologist neurosurgeon, oncologist, psychiatrist psychologist, criminologist, linguist,
        astronomer astrophysicist, archaeologist historian""",
    "pitch": "goalkeeper, defender centre-back full-back left-back right-back, striker forward winger",
    "scrum": "prop, hooker, lock, flanker, fly-half, scrum-half, fullback",
    "band": """drummer percussionist, guitarist, bassist, violinist fiddler, cellist, pianist keyboardist organist,
        saxophonist, trumpeter, flautist flutist, harpist, soprano mezzo-soprano, tenor baritone""",
}
_VALUES = {
    word: (group, value.split()[0] if "," in listed else "")
    for group, listed in (FIELDS | TRADES | OFFICES).items() for value in listed.split(",") for word in value.split()
}  # fmt: skip
GROUP_OF = {word: group for word, (group, _) in _VALUES.items()}
VALUE_OF = {word: value for word, (_, value) in _VALUES.items()}
SIGNS = frozenset(piece for word in GROUP_OF for piece in (word, *word.split("-")))
NEVER_CHAIRS = frozenset("school police prison army nursing envoy".split())
# What a word needs before it to be of its group: a head coach is no manager of another sort, a lawyer may be anybody's.
FIRST = {
    word: frozenset(listed.split())
    for words, listed in (
        ("coach trainer manager", "head caretaker team new"), ("teacher", "head"), ("officer executive", "chief"),
        ("lawyer counsel barrister attorney", "defence defense defending"),
        ("driver", "bus lorry truck taxi cab train tram van ambulance crane"),
    )
    for word in words.split()
}  # fmt: skip
