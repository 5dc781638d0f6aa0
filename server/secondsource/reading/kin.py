"""Words for kin: which tie each names, and what kin of kin is."""

from __future__ import annotations

_TIES = {
    "spouse": "wife husband spouse bride groom",
    "child": "daughter son child stepdaughter stepson newborn",
    "parent": "mother father mom mum dad stepmother stepfather parent",
    "sibling": "brother sister twin sibling stepbrother stepsister half-brother half-sister",
    "partner": "girlfriend boyfriend fiance fiancee fiancé fiancée",
    "grandparent": "grandmother grandfather grandma grandpa",
    "grandchild": "granddaughter grandson grandchild",
    "cousin": "cousin",
    "aunt or uncle": "aunt uncle",
    "great-aunt or uncle": "great-aunt great-uncle",
    "great-grandparent": "great-grandmother great-grandfather",
    "niece or nephew": "niece nephew",
    "former spouse": "ex ex-wife ex-husband ex-spouse widow widower",
    "sibling-in-law": "brother-in-law sister-in-law",
    "parent-in-law": "father-in-law mother-in-law",
    "child-in-law": "son-in-law daughter-in-law",
}
OF_KIN = {  # "her sister's husband"
    ("sibling", "spouse"): "sibling-in-law", ("spouse", "sibling"): "sibling-in-law",
    ("spouse", "parent"): "parent-in-law", ("child", "spouse"): "child-in-law",
    ("sibling", "child"): "niece or nephew", ("parent", "sibling"): "aunt or uncle",
    ("child", "child"): "grandchild", ("parent", "parent"): "grandparent",
    ("aunt or uncle", "child"): "cousin", ("parent", "niece or nephew"): "cousin",
}  # fmt: skip
ONE_TIE = frozenset({"spouse", "former spouse", "partner"})  # what one may be called as well as another
TIE_OF = {word: tie for tie, listed in _TIES.items() for word in listed.split()}
