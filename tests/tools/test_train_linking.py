"""The tool on a dozen invented reports, read by the real reader."""

import json
from pathlib import Path

import pytest

from harmledger.link.weights import SETTINGS, TRAINED
from harmledger.vocab.load import document
from tools import train_linking as tool

PLACES = ("the mill of Karsha", "a bakery in Telbra", "the bridge at Durnan", "a school in Ofar")


def written(folder: Path) -> Path:
    path = folder / "linked.jsonl"
    rows = [
        {
            "id": f"r{place}-{number}",
            "text": f"{words} {3 + place} people in {PLACES[place]} on {1 + 9 * place} March 2017.",
            "published": f"2017-03-{1 + 9 * place:02}",
            "publisher": f"Wire {number}",
            "incident_ids": [f"i{place}"],
        }
        for place in range(3)
        for number, words in enumerate(("Shelling killed", "Shells have killed", "A strike killed"))
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_it_measures_by_fold_and_writes_weights(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "trained.yml"
    tool.main([str(written(tmp_path)), "--out", str(out), "--version", "7"])
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:4] for line in lines] == [
        ["linked", "fold", "1", "of"],
        ["linked", "fold", "2", "of"],
    ]
    made = out.read_text()
    assert 'version: "7"' in made
    names = {entry["id"] for entry in document(TRAINED)["entries"]}
    assert {line.split()[-1] for line in made.splitlines() if "- id: " in line} == names
    assert names - {"prior"} <= {entry["id"] for entry in document(SETTINGS)["entries"]}


GOLD = {"a": frozenset("1"), "b": frozenset("1"), "c": frozenset("2")}
# why, what was said, B-cubed F1, F1 of pairs
CASES = [
    ("as it is", GOLD, 1.0, 1.0),
    ("each alone", {one: frozenset(one) for one in GOLD}, 0.8, 0.0),
    ("all as one", {one: frozenset("1") for one in GOLD}, 5 / 7, 0.5),
]


@pytest.mark.parametrize(
    ("said", "cubed", "pairs"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_figures(said: tool.Gold, cubed: float, pairs: float) -> None:
    found = tool.figures(GOLD, said)
    assert found["B3 F1"] == pytest.approx(cubed)
    assert found["pair F1"] == pytest.approx(pairs)
