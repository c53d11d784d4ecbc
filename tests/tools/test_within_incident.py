"""The tool against rows of our own, read by the real command."""

import gzip
import json
import sys
from pathlib import Path

import pytest

from tools import within_incident as tool

ROWS = (
    # text, language, the recorders' ends
    ("Five civilians were killed in Tal Amri.", "en", {"civ_killed_min": 4, "civ_killed_max": 6}),
    ("Nine civilians were killed in Tal Amri.", "en", {"civ_killed_min": 4, "civ_killed_max": 6}),
    ("A shell hit a field near Tal Amri.", "en", {"civ_killed_min": 1, "civ_killed_max": 1}),
    ("مقتل مدني بقصف على بلدة تل عمري", "ar", {"civ_killed_min": 1, "civ_killed_max": 1}),
    ("مقتل 3 مدنيين بقصف على بلدة تل عمري", "ar", {}),
)


def written(folder: Path) -> Path:
    path = folder / "rows.jsonl.gz"
    rows = [
        {
            "id": f"r{n}",
            "text": text,
            "lang": lang,
            "incident_ids": ["i"],
            "incident_gold": {"i": e},
        }
        for n, (text, lang, e) in enumerate(ROWS)
    ]
    rows.append(rows[0] | {"id": "two", "incident_ids": ["i", "j"]})
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return path


def test_table_and_misses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = f"{sys.executable} -m harmledger.cli"
    tool.main([str(written(tmp_path)), "--cli", command, "--misses", "5"])
    printed = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert printed[1:4] == [
        ["killed", "all", "ar", "1", "1", "1.000", "1", "1.000"],
        ["killed", "all", "en", "3", "2", "0.667", "1", "0.500"],
        ["killed", "all", "*", "4", "3", "0.750", "2", "0.667"],
    ]
    assert [line[1] for line in printed if line[2:3] == ["recorded"]] == ["r1"]


def test_language_is_a_filter(tmp_path: Path) -> None:
    path = written(tmp_path)
    assert [row["id"] for row in tool.read(path, "ar")] == ["r3", "r4"]
    assert len(tool.read(path, None)) == len(ROWS)


@pytest.mark.parametrize(
    ("ends", "group", "expected"),
    [
        ({"civ_killed_min": 2, "civ_killed_max": 3}, "all", (2, 3)),
        (
            {
                "civ_killed_min": 2,
                "civ_killed_max": 3,
                "combatants_killed_min": 1,
                "combatants_killed_max": 4,
            },
            "all",
            (3, 7),
        ),
        ({"combatants_killed_min": 1, "combatants_killed_max": 4}, "civilian", None),
        ({"civ_killed_min": 2}, "civilian", (2, None)),
        ({"civ_injured_min": 2, "civ_injured_max": 2}, "all", None),
    ],
)
def test_recorded_range(
    ends: dict[str, float], group: str, expected: tuple[float, float | None] | None
) -> None:
    assert tool.recorded(ends, "killed", group) == expected


@pytest.mark.parametrize(
    ("told", "group", "expected"),
    [
        ({"all": (7, 7), "combatant": (3, 3)}, "civilian", (4, 4)),
        ({"all": (7, None), "combatant": (3, 3)}, "civilian", (4, None)),
        ({"civilian": (2, 2), "combatant": (3, 3)}, "all", (5, 5)),
        ({"combatant": (3, 3)}, "all", (3, 3)),
        ({"all": (None, None)}, "all", None),
        ({}, "all", None),
    ],
)
def test_headline(told: dict[str, tool.Ends], group: str, expected: tool.Ends | None) -> None:
    figures = [
        {"measure": "killed", "group": name, "low": low, "high": high}
        for name, (low, high) in told.items()
    ]
    assert tool.headline(figures, "killed", group) == expected
