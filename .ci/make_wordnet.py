"""Make reading/data/wordnet.txt from WordNet 3.0 as Debian's package wordnet-base installs it.

Usage: .venv/bin/python .ci/make_wordnet.py /usr/share/wordnet > server/secondsource/reading/data/wordnet.txt

Only common words (Zipf frequency of MIN_ZIPF or more) in one of their first MAX_SENSE senses are kept: rarer
senses make synonyms of words that news never uses as such ("child" and "tyke", yes; "issue" and "child", no).
"""

import sys
from collections import defaultdict
from functools import cache
from pathlib import Path

from wordfreq import zipf_frequency

MIN_ZIPF = 2.6
ADJECTIVE_ZIPF = 3.2  # opposites of rarer adjectives ("unbuttoned") only make the file longer
MAX_SENSE = 3
PERSON = ("n", "00007846")
PERSON_SENSES = 2
PHYSICAL = ("n", "00001930")
KIND_ZIPF = 3.2  # of what is a kind of another, and of that: what news counts goes by common words
KIND_SENSES = 2
KIND_STEPS = 9  # from "sheep" to "animal"
KIND_DEPTH = 6  # steps below "entity": nearer to it stand "object", "artifact" and "structure", which are anything


def read_senses(folder: Path, pos: str, name: str) -> dict[str, list[str]]:
    senses = {}
    for line in (folder / f"index.{name}").read_text("ascii").splitlines():
        if line.startswith("  "):
            continue
        words = line.split()
        pointers = int(words[3])
        lemma = words[0]
        if "_" not in lemma and lemma.isalpha() and zipf_frequency(lemma, "en") >= MIN_ZIPF:
            senses[lemma] = [(pos, offset) for offset in words[6 + pointers :]]
    return senses


def read_synsets(folder: Path, pos: str, name: str) -> dict:
    synsets = {}
    for line in (folder / f"data.{name}").read_text("ascii").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        words = [fields[4 + 2 * at].lower().split("(")[0] for at in range(count)]
        at = 4 + 2 * count
        pointers = [tuple(fields[at + 1 + 4 * n : at + 5 + 4 * n]) for n in range(int(fields[at]))]
        synsets[pos, fields[0]] = (words, pointers)
    return synsets


def main(folder: Path) -> None:
    senses, synsets = {}, {}
    for pos, name in (("n", "noun"), ("v", "verb")):
        senses[pos] = read_senses(folder, pos, name)
        synsets |= read_synsets(folder, pos, name)

    def common(key: tuple[str, str], most: int) -> list[str]:
        known = senses[key[0]]
        return [word for word in synsets[key][0] if word in known and key in known[word][:most]]

    print("# Made by .ci/make_wordnet.py from WordNet 3.0, Copyright 2006 by Princeton University.")
    print(
        "# n, v: synonyms (nouns, verbs); d: derived from one another (verb, noun); a: an adjective and its nouns; "
        "o: opposites; p: nouns for a person; k: a thing and what it is a kind of"
    )
    for key in sorted(synsets):
        group = common(key, MAX_SENSE)
        if len(group) > 1:
            print(key[0], *sorted(set(group)))
    derived = defaultdict(set)
    for key, (words, pointers) in synsets.items():
        if key[0] != "v":
            continue
        for symbol, offset, pos, ends in pointers:
            if symbol != "+" or pos != "n":
                continue
            verb, noun = words[int(ends[:2], 16) - 1], synsets[pos, offset][0][int(ends[2:], 16) - 1]
            if verb in common(key, MAX_SENSE) and noun in common((pos, offset), MAX_SENSE) and verb != noun:
                derived[verb].add(noun)
    for verb, nouns in sorted(derived.items()):
        print("d", verb, *sorted(nouns))

    described = defaultdict(set)
    adjectives = read_senses(folder, "a", "adj")
    for (pos, offset), (words, pointers) in read_synsets(folder, "a", "adj").items():
        for symbol, target, other, ends in pointers:
            if symbol not in ("+", "\\") or other != "n":
                continue
            adjective = words[int(ends[:2], 16) - 1]
            nouns = [synsets[other, target][0][int(ends[2:], 16) - 1]] if int(ends[2:], 16) else []
            if (pos, offset) in adjectives.get(adjective, ())[:MAX_SENSE]:
                described[adjective].update(noun for noun in nouns if noun in common((other, target), MAX_SENSE))
    for adjective, nouns in sorted(described.items()):
        if nouns - {adjective}:
            print("a", adjective, *sorted(nouns - {adjective}))

    opposites = set()
    at = {}
    for pos, name in (("n", "noun"), ("v", "verb"), ("a", "adj")):
        at |= {key: words for key, (words, _) in read_synsets(folder, pos, name).items()}
    for pos, name in (("n", "noun"), ("v", "verb"), ("a", "adj")):
        known = read_senses(folder, pos, name)
        for words, pointers in read_synsets(folder, pos, name).values():
            for symbol, offset, other, ends in pointers:
                if symbol == "!" and other == pos:
                    a, b = words[int(ends[:2], 16) - 1], at[pos, offset][int(ends[2:], 16) - 1]
                    common_enough = pos != "a" or min(zipf_frequency(word, "en") for word in (a, b)) >= ADJECTIVE_ZIPF
                    if a in known and b in known and common_enough:
                        opposites.add(tuple(sorted((a, b))))
    for pair in sorted(opposites):
        print("o", *pair)

    people, todo = set(), [PERSON]
    while todo:
        key = todo.pop()
        if key in people:
            continue
        people.add(key)
        todo += [(pos, offset) for symbol, offset, pos, _ in synsets[key][1] if symbol == "~" and pos == "n"]
    for word in sorted(word for word, keys in senses["n"].items() if people.intersection(keys[:PERSON_SENSES])):
        print("p", word)
    for word, above in sorted(kinds_of(senses["n"], synsets).items()):
        print("k", word, *sorted(above))


def kinds_of(senses: dict, synsets: dict) -> dict[str, set[str]]:
    """What things that can be touched, people left out, are kinds of: a dog is an animal, a villa a house."""

    def above(key: tuple[str, str]) -> list[tuple[str, str]]:
        return [(pos, offset) for symbol, offset, pos, _ in synsets[key][1] if symbol in ("@", "@i") and pos == "n"]

    @cache
    def all_above(key: tuple[str, str]) -> frozenset:
        return frozenset({key}.union(*map(all_above, above(key))))

    @cache
    def depth(key: tuple[str, str]) -> int:
        return min((1 + depth(higher) for higher in above(key)), default=0)

    common = {word: keys[:KIND_SENSES] for word, keys in senses.items() if zipf_frequency(word, "en") >= KIND_ZIPF}
    found = defaultdict(set)
    for word, keys in common.items():
        level = {key for key in keys if PHYSICAL in all_above(key) and PERSON not in all_above(key)}
        for _ in range(KIND_STEPS):
            level = {higher for key in level for higher in above(key) if depth(higher) >= KIND_DEPTH}
            found[word] |= {name for key in level for name in synsets[key][0] if key in common.get(name, ())}
    return {word: names - {word} for word, names in found.items() if names - {word}}


main(Path(sys.argv[1]))
