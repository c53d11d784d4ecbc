"""Comparing who carries the accounts: one report, copies, one publisher, one site."""

import numpy as np

from harmledger.link.comparison.kind import NOT_SAID, Comparison, Cuts, Levels, Met, Shared, Side


def _same(name: str, met: Met) -> Levels:
    """0 where both are known and one, else -1: that two differ, nearly all pairs share."""
    found = met.table.ids[name]
    same = (found[met.left] == found[met.right]) & (found[met.left] != 0)
    return np.where(same, 0, NOT_SAID).astype(np.int8)


def _report_level(met: Met, cuts: Cuts) -> Levels:
    return _same("report", met)


def _publisher_level(met: Met, cuts: Cuts) -> Levels:
    return _same("publisher", met)


def _site_level(met: Met, cuts: Cuts) -> Levels:
    return _same("site", met)


def _copy_level(met: Met, cuts: Cuts) -> Levels:
    """Only a copy says something here: that two texts are no copies, nearly all pairs share."""
    left, right = met.left, met.right
    # Where few words agree, few runs of words can: most pairs are done with at this.
    both = met.shared("shingles", met.one_script & ~(met.words < cuts["words"]))
    size = np.diff(met.table.spaces["shingles"].indptr)
    share = np.nan_to_num(both / np.maximum(1, size[left] + size[right] - both))
    found = np.where(share >= cuts["copy"], 1, np.where(share >= cuts["partly"], 0, NOT_SAID))
    return found.astype(np.int8)


def _report_says(left: Side, right: Side, level: str, shared: Shared) -> str:
    return "one report tells them apart"


def _copy_says(left: Side, right: Side, level: str, shared: Shared) -> str:
    return "nearly the same text" if level == "copy" else "parts of the texts are the same"


def _publisher_says(left: Side, right: Side, level: str, shared: Shared) -> str:
    return f"both published by {left.item.report.publisher}"


def _site_says(left: Side, right: Side, level: str, shared: Shared) -> str:
    return "both on one site"


REPORT = Comparison(("same",), (), _report_level, _report_says)
COPY = Comparison(("partly", "copy"), ("words", "partly", "copy"), _copy_level, _copy_says)
PUBLISHER = Comparison(("same",), (), _publisher_level, _publisher_says)
SITE = Comparison(("same",), (), _site_level, _site_says)
