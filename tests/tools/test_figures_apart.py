"""Unsure rows stand apart, and count among all."""

import sys
from pathlib import Path

from tools import figures_apart as tool

SCORER = """
def pick(figures, measure, group):
    found = [f["ends"] for f in figures if (f["measure"], f["group"]) == (measure, group)]
    return found[0] if found else None

def judge(got, gold):
    return (list(got or (0, 0)) == gold, None, None)
"""


def test_unsure_rows_stand_apart(tmp_path: Path) -> None:
    path = tmp_path / "scorer.py"
    path.write_text(SCORER)
    rows = [
        {"id": "a", "gold": {"killed:all": [2, 2]}},
        {"id": "b", "gold": {"killed:all": [0, 0]}},
        {"id": "c", "gold": {"killed:all": [5, 5]}, "unsure": True},
    ]
    figures = {"a": [{"measure": "killed", "group": "all", "ends": (2, 2)}]}
    lines = [line.split() for line in tool.table(tool.scores(rows, figures, tool.loaded(path)))]
    assert lines[1:] == [
        ["killed:all", "all", "3", "0.667", "2", "0.500"],
        ["killed:all", "sure", "2", "1.000", "1", "1.000"],
        ["killed:all", "unsure", "1", "0.000", "1", "0.000"],
    ]
    assert "scorer" not in sys.modules
