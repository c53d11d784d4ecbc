"""The tool on a few invented reports."""

import pytest

from harmledger.model import Reading, Report
from tools import link_speed as tool


def test_it_finds_the_incidents_again(capsys: pytest.CaptureFixture[str]) -> None:
    tool.main(["--claims", "60", "--each", "3", "--jobs", "1"])
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("60 claims in 20 incidents, 1 jobs: ")
    found, whole = (int(second.split()[at]) for at in (0, 3))
    assert whole <= 20 <= found <= 30
    assert whole >= 15


def test_it_adds_one(capsys: pytest.CaptureFixture[str]) -> None:
    tool.main(["--claims", "40", "--add"])
    assert capsys.readouterr().out.startswith("1 report added to 40: ")


def test_what_it_makes_depends_on_the_seed_alone() -> None:
    first, again, other = (list(tool.told(10, 5, seed)) for seed in (1, 1, 2))
    assert first == again != other
    assert all(isinstance(one, Report) and isinstance(of, Reading) for one, of in first)
