"""What bench/trace.py compares with: libraries that others made, each at its best as we know it.

Each is built of the paragraphs of a corpus, and gives for texts the numbers of the paragraphs most
like each. They fold nothing: they are given the paragraphs as they are, in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

THREADS = 2
_TOP = 10
_WORD = re.compile(r"\w+")


class SparseDotTopn:
    """TF-IDF of words, and pairs of words where ``longest`` is 2, multiplied by sparse_dot_topn."""

    def __init__(self, lines: Sequence[str], longest: int) -> None:
        import numpy as np
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._vectors = TfidfVectorizer(ngram_range=(1, longest), dtype=np.float32)
        self.rows = self._vectors.fit_transform(lines)
        self._columns = self.rows.T.tocsr()

    def nearest(self, texts: Sequence[str]) -> list[list[int]]:
        return self.like_rows(self._vectors.transform(texts), _TOP)

    def like_rows(self, rows: Any, top: int) -> list[list[int]]:
        """For rows of the matrix, best first."""
        from sparse_dot_topn import sp_matmul_topn

        found = sp_matmul_topn(rows, self._columns, top_n=top, n_threads=THREADS, sort=True)
        bounds, places = found.indptr, found.indices
        return [places[a:b].tolist() for a, b in pairwise(bounds)]


class Tantivy:
    """BM25 by tantivy over all words of a text."""

    def __init__(self, lines: Sequence[str]) -> None:
        import tantivy

        self._tantivy = tantivy
        self._schema = (
            tantivy.SchemaBuilder()
            .add_text_field("body", stored=False)
            .add_unsigned_field("line", stored=True)
            .build()
        )
        self._index = tantivy.Index(self._schema)
        writer = self._index.writer(heap_size=512_000_000, num_threads=THREADS)
        for number, line in enumerate(lines):
            writer.add_document(tantivy.Document(body=line, line=number))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def nearest(self, texts: Sequence[str]) -> list[list[int]]:
        searcher = self._index.searcher()
        found = []
        for text in texts:
            words = dict.fromkeys(_WORD.findall(text.lower()))
            terms = [
                (
                    self._tantivy.Occur.Should,
                    self._tantivy.Query.term_query(self._schema, "body", w),
                )
                for w in words
            ]
            hits = searcher.search(self._tantivy.Query.boolean_query(terms), _TOP, count=False).hits
            found.append([searcher.doc(place)["line"][0] for _, place in hits])
        return found


class Rensa:
    """MinHash by rensa, 128 permutations in 32 bands."""

    def __init__(self, lines: Sequence[str]) -> None:
        import rensa

        self.hashes = self._hashed(lines)
        self._bands = rensa.RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
        self._bands.insert_many(self.hashes)

    def _hashed(self, lines: Sequence[str]) -> list[Any]:
        import rensa

        words = (_WORD.findall(line.lower()) for line in lines)
        hashes: list[Any] = rensa.RMinHash.from_token_sets(words, num_perm=128, seed=42)
        return hashes

    def join(self) -> int:
        """How many candidates all lines have together; they are not put in order."""
        return sum(
            len(found)
            for start in range(0, len(self.hashes), 10_000)
            for found in self._bands.query_all(self.hashes[start : start + 10_000])
        )

    def nearest(self, texts: Sequence[str]) -> list[list[int]]:
        """The candidates, best first by their likeness."""
        found = []
        for one in self._hashed(texts):
            like = {line: one.jaccard(self.hashes[line]) for line in self._bands.query(one)}
            found.append(sorted(like, key=lambda line: (-like[line], line))[:_TOP])
        return found
