"""Which words say little in a resolution: those that a good share of all resolutions have.

    python bench/commonplace.py FOLDER

Prints the words, by their stems, that stand in at least a quarter of the resolutions in FOLDER,
and those that stand in a tenth: the lists of src/counterdraft/lexicon/en/commonplace.toml.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

from counterdraft.jobs.parse import parse_sources
from counterdraft.lexicon.joining import joining_words
from counterdraft.text.stems import stem
from counterdraft.text.straight import straighten

_WORD = re.compile(r"[a-z]{4,}")
# The words of the first list, and of the second.
_SHARES = ((0.25, 1.01), (0.1, 0.25))


def main() -> None:
    """Read the folder that is named and print the list."""
    texts = [
        " ".join(p.text for p in resolution.paragraphs)
        for outcome in parse_sources(sys.argv[1:])
        for resolution in outcome.resolutions
    ]
    holders: Counter[str] = Counter()
    printed: dict[str, Counter[str]] = {}
    for text in texts:
        words = Counter(_WORD.findall(straighten(text).lower()))
        holders.update({stem(word) for word in words})
        for word, n in words.items():
            printed.setdefault(stem(word), Counter())[word] += n
    print(len(texts), "resolutions")
    for least, most in _SHARES:
        found = [s for s, n in holders.items() if least <= n / len(texts) < most]
        plain = sorted(printed[each].most_common(1)[0][0] for each in found)
        print(", ".join(f'"{word}"' for word in plain if word not in joining_words()))


if __name__ == "__main__":
    main()
