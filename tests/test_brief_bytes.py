"""The same inputs make the same bytes, in every form, whatever process makes them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"
FORMS = ("html", "docx", "pdf", "md", "json")
MADE = """
import sys
from pathlib import Path
from counterdraft.jobs.beside import Beside
from counterdraft.jobs.brief import make_brief
text, rival, folder, *forms = sys.argv[1:]
beside = Beside(against=rival, mandates=("friendly-relations", "dialogue"), as_of="2026-10-15")
for form in forms:
    (Path(folder) / form).write_bytes(make_brief(text, form, beside=beside))
"""


def test_two_processes_make_the_same_bytes_in_all_forms(tmp_path: Path) -> None:
    made = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        texts = [str(EXAMPLES / "article.txt"), str(EXAMPLES / "rival.txt")]
        environment = os.environ | {"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1760486400"}
        command = [sys.executable, "-c", MADE, *texts, str(folder), *FORMS]
        subprocess.run(command, env=environment, check=True)
        made.append({form: (folder / form).read_bytes() for form in FORMS})
    assert made[0] == made[1]
    assert all(len(data) > 10_000 for data in made[0].values())
