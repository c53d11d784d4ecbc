"""A rule's claims are right or wrong, and what is lost without it is lost."""

import json
import os
from pathlib import Path

import pytest

from harmledger.vocab.load import OWN
from tools import rule_table as tool

ROWS = [
    {
        "id": "a",
        "text": "Shells killed nine people and wounded 14 in Barzan.",
        "gold": [
            {"measure": "killed", "low": 9, "high": 9, "bound": "exact", "polarity": "affirmed"}
            | {"evidence": "killed nine people"},
        ],
    },
    {
        "id": "b",
        "text": "Nine people died in Barzan. Nine people died in Barzan, the mayor said again.",
        "gold": [
            {"measure": "killed", "low": 9, "high": 9, "bound": "exact", "polarity": "affirmed"}
            | {"evidence": "Nine people died in Barzan."},
        ],
        "also": ["Nine people died in Barzan, the mayor"],
    },
]
LABELLED = Path(__file__).parent / "labelled.jsonl"


def test_claims_are_right_where_they_are_labelled_and_wrong_elsewhere() -> None:
    found = {one.rule: (one.right, one.wrong, one.net) for one in tool.worths(ROWS, "en")}
    assert found == {"en.harm.active": (1, 1, 0), "en.fare.subject": (1, 0, 1)}


@pytest.mark.parametrize(
    ("aside", "wrong"), [({}, 1), ({"also": ["wounded 14"]}, 0), ({"chrome": ["wounded 14"]}, 0)]
)
def test_what_is_said_again_or_is_no_part_of_the_report_is_not_wrong(
    aside: dict[str, list[str]], wrong: int
) -> None:
    [worth] = tool.worths([ROWS[0] | aside], "en")
    assert worth.wrong == wrong


def test_without_a_rule_its_claims_are_lost_or_read_by_another() -> None:
    before = os.environ.get(OWN)
    [fare] = tool.worths(ROWS[1:], "en", without=True, only="en.fare.subject")
    assert (fare.lost, fare.spared, fare.net) == (1, 0, 1)
    [active] = tool.worths(ROWS[:1], "en", without=True, only="en.harm.active")
    assert (active.right, active.wrong) == (1, 1)
    assert active.lost == 1
    assert os.environ.get(OWN) == before


def test_the_best_rule_stands_first_and_an_untried_one_has_no_loss() -> None:
    found = [tool.Worth("x", 3, 0, 0, 1), tool.Worth("y", 1, 0), tool.Worth("z", 2, 2)]
    lines = [line.split() for line in tool.table(found)]
    assert lines[1:] == [
        ["x", "3", "3", "0", "0", "1", "-1"],
        ["y", "1", "1", "0", "-", "-", "+1"],
        ["z", "4", "2", "2", "-", "-", "+0"],
    ]


def test_the_labelled_sample_quotes_itself() -> None:
    rows = [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert all(gold["evidence"] in row["text"] for gold in row["gold"])
