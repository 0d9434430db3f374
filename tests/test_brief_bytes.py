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
from counterdraft.jobs.against import Beside
from counterdraft.jobs.brief import make_brief
text, rival, mandate, folder, *forms = sys.argv[1:]
beside = Beside(against=rival, mandates=(mandate,), as_of="2026-10-15")
for form in forms:
    (Path(folder) / form).write_bytes(make_brief(text, form, beside=beside))
"""


def test_two_processes_make_the_same_bytes_in_all_forms(tmp_path: Path) -> None:
    running = []
    for seed in ("1", "2"):
        (tmp_path / seed).mkdir()
        texts = [str(EXAMPLES / name) for name in ("article.txt", "rival.txt", "salt.toml")]
        environment = os.environ | {"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1760486400"}
        command = [sys.executable, "-c", MADE, *texts, str(tmp_path / seed), *FORMS]
        running.append(subprocess.Popen(command, env=environment))
    assert [each.wait() for each in running] == [0, 0]
    for form in FORMS:
        data = (tmp_path / "1" / form).read_bytes()
        assert data == (tmp_path / "2" / form).read_bytes()
        assert len(data) > 10_000
