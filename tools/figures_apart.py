"""Report-level counts with the rows that could be argued apart.

    python tools/figures_apart.py SCORER PATH [--cli CMD]

SCORER is the script that scores figures (it has `run`, `pick`, `judge` and `lines`), PATH its
rows: `gold` maps "measure:group" to two ends, and `unsure` marks a row whose label could be argued.
Prints for each key the share of rows both of whose ends are exact, over all and where above 0.
"""

import argparse
import importlib.util
import shlex
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

Row = Mapping[str, Any]
Scores = dict[tuple[str, str], list[tuple[bool, bool]]]
"""For each key and kind of row, whether each row is exact and whether its label is above 0."""


def scores(rows: Iterable[Row], figures: Mapping[str, Sequence[Row]], scorer: ModuleType) -> Scores:
    """Judge every labelled count, as the scorer does, by whether its row is unsure."""
    found: Scores = defaultdict(list)
    for row in rows:
        for key, gold in row["gold"].items():
            got = scorer.pick(figures.get(str(row["id"]), ()), *key.split(":"))
            score = (scorer.judge(got, gold)[0], max(gold) > 0)
            for kind in ("all", "unsure" if row.get("unsure") else "sure"):
                found[key, kind].append(score)
    return found


def table(found: Scores) -> Iterator[str]:
    """A line for each key: all its rows, the sure and the unsure."""
    yield f"{'count':18} {'rows':7} {'n':>4} {'exact':>6} {'n>0':>4} {'exact':>6}"
    for (key, kind), those in sorted(found.items()):
        above = [exact for exact, positive in those if positive]
        shares = (_share([exact for exact, _ in those]), _share(above))
        yield f"{key:18} {kind:7} {len(those):4} {shares[0]:>6} {len(above):4} {shares[1]:>6}"


def _share(exact: Sequence[bool]) -> str:
    return f"{sum(exact) / len(exact):.3f}" if exact else "-"


def loaded(path: Path) -> ModuleType:
    """The scorer as a module.

    Raises:
        ImportError: The file is no Python.
    """
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path}: no Python file; give the script that scores figures")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main(arguments: Sequence[str]) -> None:
    """Read the arguments, run, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", 1)[0])
    parser.add_argument("scorer", type=Path)
    parser.add_argument("path", type=Path)
    parser.add_argument("--cli", default="harmledger", help="the command that reads")
    given = parser.parse_args(arguments)
    scorer = loaded(given.scorer)
    rows = [row for row in scorer.lines(given.path) if row.get("gold")]
    _, reports, *_ = scorer.run(shlex.split(given.cli), rows)
    figures = {name: report["figures"] for name, report in reports.items()}
    print("\n".join(table(scores(rows, figures, scorer))))


if __name__ == "__main__":
    main(sys.argv[1:])
