"""Reading many reports: in their order, what was set aside in its place, failures by name."""

from dataclasses import replace
from typing import NoReturn

import pytest

from harmledger.batch import read_all
from harmledger.batch.read import _read
from harmledger.model import Reading, Report, SetAside
from harmledger.pipeline import knowledge
from tests.make import report

BROKEN = SetAside("in.jsonl:2", "ingest", "not_json", "not a row")


def test_what_was_set_aside_passes_by_in_its_place() -> None:
    first, last = report(report_id="a"), report(report_id="b", lang="de")
    found = list(read_all([first, BROKEN, last]))
    assert [item for item, _ in found] == [first, BROKEN, last]
    read, passed, apart = (outcome for _, outcome in found)
    assert isinstance(read, Reading)
    assert passed is BROKEN
    assert isinstance(apart, SetAside)
    assert (apart.item, apart.stage) == ("b", "extract")


class Failing:
    """A reader with a fault."""

    def languages(self) -> tuple[str, ...]:
        return ("en",)

    def read(self, report: Report) -> NoReturn:
        raise ValueError(f"no words in {report.lang}")


def test_a_failure_names_the_report() -> None:
    known = replace(knowledge(), reader=Failing())
    with pytest.raises(ValueError, match="no words in en") as failure:
        _read(report(report_id="r7", origin="in.jsonl:7"), known)
    assert failure.value.__notes__ == ["while reading report 'r7' of in.jsonl:7"]
