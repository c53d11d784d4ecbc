"""Told pairs, items and tables for the tests of linking."""

from typing import Any

import numpy as np

from harmledger.link import load_weights
from harmledger.link.comparison.kind import Side
from harmledger.link.comparison.kind import sides as sides_of
from harmledger.link.sketch import Item
from harmledger.link.table import table
from harmledger.model import Account, Claim, Reading, Report
from tests.make import account, reading, report

Told = tuple[Report, Reading]


def tell(
    report_id: str = "r1", *accounts: Account, claims: tuple[Claim, ...] = (), **other: Any
) -> Told:
    """A report with one plain account, unless accounts are given; `other` is of the report."""
    told = accounts or (account(),)
    return report(report_id=report_id, **other), reading(*told, claims=claims, report_id=report_id)


def item(told: Told | None = None) -> Item:
    """A report's first account."""
    one, read = told or tell()
    return Item(one, read, read.accounts[0])


def sides(*told: Told) -> list[Side]:
    """The first account of each report, in rows of one table."""
    items = [item(one) for one in told]
    return sides_of(items, table(items, load_weights().extent))


def rows(*numbers: int) -> Any:
    """Rows of a table."""
    return np.array(numbers, dtype=np.int64)
