"""Sketches and told pairs for the tests of linking."""

from dataclasses import replace
from typing import Any

from harmledger.link import load_weights
from harmledger.link.sketch import Sketch, sketches
from harmledger.model import Account, Claim, Reading, Report
from tests.make import account, reading, report

Told = tuple[Report, Reading]


def tell(
    report_id: str = "r1", *accounts: Account, claims: tuple[Claim, ...] = (), **other: Any
) -> Told:
    """A report with one plain account, unless accounts are given; `other` is of the report."""
    told = accounts or (account(),)
    return report(report_id=report_id, **other), reading(*told, claims=claims, report_id=report_id)


def sketch(told: Told | None = None, **other: Any) -> Sketch:
    """The sketch of a report's first account; `other` is of the sketch."""
    one, read = told or tell()
    made = sketches([(one, read, read.accounts[0])], load_weights().extent)[0]
    return replace(made, **other)
