"""What can look passages up, each behind the same three words: build, open, search. One process each: `python -m`.

A search gets an article's sentences and gives, for each, the numbers of the MOST passages that it holds closest. All
split words alike. What others offer is used as their documentation says for speed: bm25s with numba, tantivy with
queries made of terms, FTS5 with the same bound on what is read as ours, since OR of all words takes seconds.
"""

from __future__ import annotations

import json
import re
import resource
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from tests.bench.corpus import Corpus

MOST = 5
READ_POSTINGS = 2_000  # of FTS5's, a sentence, as in lookup/searching.py
BATCH = 20_000
_WORD = re.compile(r"[^\W_]+")

Search = Callable[[Sequence[str]], list[list[int]]]


def words(passage: str) -> list[str]:
    """As every one of these splits them."""
    return _WORD.findall(passage.casefold())


class Ours:
    """The index that POST /annotations asks."""

    limit = None

    def build(self, folder: Path, passages: Iterable[str]) -> None:
        from secondsource.lookup.index import Index
        from secondsource.lookup.words import word_numbers

        index = Index(folder)
        with index.writing():
            for first, batch in _batches(passages):
                numbered = ((first + at, word_numbers(passage)) for at, passage in enumerate(batch, 1))
                index.add(numbered, first + len(batch), "")
                index.tidy()

    def open(self, folder: Path) -> Search:
        from secondsource.lookup.index import Index
        from secondsource.lookup.words import word_numbers

        index = Index(folder)
        index.look_again()

        def search(sentences: Sequence[str]) -> list[list[int]]:
            hits = index.search([word_numbers(sentence) for sentence in sentences])
            found: list[list[int]] = [[] for _ in sentences]
            for sentence, passage in zip(hits.sentence.tolist(), hits.passage.tolist(), strict=True):
                if len(found[sentence]) < MOST:
                    found[sentence].append(passage)
            return found

        return search


class Bm25s:
    """bm25s 0.3 (MIT), compiled by numba, mapped from its files."""

    limit = None

    def build(self, folder: Path, passages: Iterable[str]) -> None:
        import bm25s

        index = bm25s.BM25(k1=1.2, b=0.75)
        index.index([words(passage) for passage in passages], show_progress=False)
        index.save(folder)

    def open(self, folder: Path) -> Search:
        import bm25s

        index = bm25s.BM25.load(folder, mmap=True)
        index.backend = "numba"
        index.activate_numba_scorer()

        def search(sentences: Sequence[str]) -> list[list[int]]:
            known = [[word for word in words(sentence) if word in index.vocab_dict] for sentence in sentences]
            found, _ = index.retrieve(known, k=MOST, show_progress=False, backend_selection="numba")
            return [list(map(int, row)) for row in found]

        return search


class Tantivy:
    """tantivy (MIT), Lucene's likeness in Rust."""

    limit = None

    def build(self, folder: Path, passages: Iterable[str]) -> None:
        import tantivy

        writer = tantivy.Index(self._schema(), path=str(folder)).writer(heap_size=200_000_000, num_threads=1)
        for number, passage in enumerate(passages):
            document = tantivy.Document()
            document.add_integer("number", number)
            document.add_text("words", " ".join(words(passage)))
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder: Path) -> Search:
        import tantivy

        schema = self._schema()
        searcher = tantivy.Index(schema, path=str(folder)).searcher()

        def search(sentences: Sequence[str]) -> list[list[int]]:
            found = []
            for sentence in sentences:
                terms = [tantivy.Query.term_query(schema, "words", word) for word in set(words(sentence))]
                query = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
                hits = searcher.search(query, MOST, count=False).hits
                found.append([int(searcher.doc(address)["number"][0]) for _, address in hits])
            return found

        return search

    @staticmethod
    def _schema() -> Any:
        import tantivy

        schema = tantivy.SchemaBuilder()
        schema.add_integer_field("number", stored=True)
        schema.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
        return schema.build()


class Fts5:
    """SQLite's full-text search, asked for each sentence's rarest words."""

    limit = None

    def build(self, folder: Path, passages: Iterable[str]) -> None:
        base = sqlite3.connect(folder / "fts5")
        base.execute("CREATE VIRTUAL TABLE passage USING fts5(words, content='')")
        rows = ((number, " ".join(words(passage))) for number, passage in enumerate(passages))
        base.executemany("INSERT INTO passage (rowid, words) VALUES (?, ?)", rows)
        base.execute("INSERT INTO passage (passage) VALUES ('optimize')")
        base.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab('passage', 'row')")
        base.commit()
        base.close()

    def open(self, folder: Path) -> Search:
        base = sqlite3.connect(folder / "fts5")

        def search(sentences: Sequence[str]) -> list[list[int]]:
            return [self._closest(base, set(words(sentence))) for sentence in sentences]

        return search

    @staticmethod
    def _closest(base: sqlite3.Connection, asked: set[str]) -> list[int]:
        known = []
        for word in asked:
            known += base.execute("SELECT doc, term FROM vocabulary WHERE term = ?", (word,))
        chosen: list[str] = []
        read = 0
        for frequency, word in sorted(known):
            read += frequency
            if chosen and read > READ_POSTINGS:
                break
            chosen.append(f'"{word}"')
        query = "SELECT rowid FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ?"
        return [number for (number,) in base.execute(query, (" OR ".join(chosen), MOST))] if chosen else []


class MinHash:
    """datasketch's MinHash LSH (MIT), 128 permutations, the closest by estimated Jaccard. In memory only."""

    limit = 100_000  # a million take 11 GB

    def build(self, folder: Path, passages: Iterable[str]) -> None:
        (folder / "passages").write_text("\n".join(passages), "utf-8")

    def open(self, folder: Path) -> Search:
        from datasketch import MinHash as Hashes
        from datasketch import MinHashLSH

        def hashes(passage: str) -> Any:
            made = Hashes(num_perm=128)
            made.update_batch([word.encode() for word in words(passage)])
            return made

        lines = (folder / "passages").read_text("utf-8").splitlines()
        kept = [hashes(line) for line in lines]
        index = MinHashLSH(threshold=0.3, num_perm=128)
        for number, made in enumerate(kept):
            index.insert(number, made)

        def search(sentences: Sequence[str]) -> list[list[int]]:
            found = []
            for sentence in sentences:
                asked = hashes(sentence)
                near = sorted(index.query(asked), key=lambda number: -asked.jaccard(kept[number]))
                found.append(near[:MOST])
            return found

        return search


class Rapidfuzz:
    """Every passage compared, by token_set_ratio in C (MIT)."""

    limit = 10_000

    def build(self, folder: Path, passages: Iterable[str]) -> None:
        (folder / "passages").write_text("\n".join(passages), "utf-8")

    def open(self, folder: Path) -> Search:
        from rapidfuzz import fuzz, process

        lines = (folder / "passages").read_text("utf-8").splitlines()

        def search(sentences: Sequence[str]) -> list[list[int]]:
            found = [
                process.extract(sentence, lines, scorer=fuzz.token_set_ratio, limit=MOST) for sentence in sentences
            ]
            return [[number for _, _, number in near] for near in found]

        return search


PEERS = {
    "ours": Ours,
    "bm25s": Bm25s,
    "tantivy": Tantivy,
    "SQLite FTS5": Fts5,
    "MinHash LSH": MinHash,
    "rapidfuzz": Rapidfuzz,
}


def _batches(passages: Iterable[str]) -> Iterable[tuple[int, list[str]]]:
    """Some passages at a time, with how many went before."""
    before, batch = 0, []
    for passage in passages:
        batch.append(passage)
        if len(batch) == BATCH:
            yield before, batch
            before, batch = before + len(batch), []
    if batch:
        yield before, batch


def _answer(name: str, folder: Path, size: int) -> None:
    """Open, then search whatever article is asked for by its number: one line of JSON each."""
    corpus = Corpus(size)
    corpus.query(0)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    search = PEERS[name]().open(folder)
    search(corpus.query(0).sentences)
    opened = time.perf_counter() - began
    print(json.dumps({"cold_ms": opened * 1000}), flush=True)
    for line in sys.stdin:
        query = corpus.query(int(line))
        began, spent = time.perf_counter(), time.process_time()
        found = search(query.sentences)
        took, worked = time.perf_counter() - began, time.process_time() - spent
        hits = sum(source in near for source, near in zip(query.sources, found, strict=True))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        print(
            json.dumps({"ms": took * 1000, "cpu": worked * 1000, "recall": hits / len(found), "mb": memory / 1024}),
            flush=True,
        )


def _build(name: str, folder: Path, size: int) -> None:
    """Build from the corpus' file beside the folder, and print the seconds that it took."""
    with (folder.parent / "corpus").open(encoding="utf-8") as lines:
        passages = [line.rstrip("\n") for line in islice(lines, size)]
    began = time.perf_counter()
    PEERS[name]().build(folder, passages)
    print(time.perf_counter() - began)


if __name__ == "__main__":
    {"build": _build, "answer": _answer}[sys.argv[1]](sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
