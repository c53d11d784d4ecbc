"""Comparing who carries the accounts: one report, copies, one publisher, one site."""

import numpy as np

from harmledger.link.comparison.kind import NOT_SAID, Comparison, Cuts, Levels, Rows, Side, shared
from harmledger.link.table import Table


def _same(name: str, table: Table, left: Rows, right: Rows) -> Levels:
    """0 where both are known and one, else -1: that two differ, nearly all pairs share."""
    found = table.ids[name]
    same = (found[left] == found[right]) & (found[left] != 0)
    return np.where(same, 0, NOT_SAID).astype(np.int8)


def _report_level(table: Table, left: Rows, right: Rows, cuts: Cuts) -> Levels:
    return _same("report", table, left, right)


def _publisher_level(table: Table, left: Rows, right: Rows, cuts: Cuts) -> Levels:
    return _same("publisher", table, left, right)


def _site_level(table: Table, left: Rows, right: Rows, cuts: Cuts) -> Levels:
    return _same("site", table, left, right)


def _copy_level(table: Table, left: Rows, right: Rows, cuts: Cuts) -> Levels:
    """Only a copy says something here: that two texts are no copies, nearly all pairs share."""
    both = shared(table, "shingles", left, right)
    size = np.diff(table.spaces["shingles"].indptr)
    share = np.nan_to_num(both / np.maximum(1, size[left] + size[right] - both))
    found = np.where(share >= cuts["copy"], 1, np.where(share >= cuts["partly"], 0, NOT_SAID))
    return found.astype(np.int8)


def _report_says(left: Side, right: Side, level: str) -> str:
    return "one report tells them apart"


def _copy_says(left: Side, right: Side, level: str) -> str:
    return "nearly the same text" if level == "copy" else "parts of the texts are the same"


def _publisher_says(left: Side, right: Side, level: str) -> str:
    return f"both published by {left.item.report.publisher}"


def _site_says(left: Side, right: Side, level: str) -> str:
    return "both on one site"


REPORT = Comparison(("same",), (), _report_level, _report_says)
COPY = Comparison(("partly", "copy"), ("partly", "copy"), _copy_level, _copy_says)
PUBLISHER = Comparison(("same",), (), _publisher_level, _publisher_says)
SITE = Comparison(("same",), (), _site_level, _site_says)
