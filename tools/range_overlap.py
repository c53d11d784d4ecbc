"""How often an incident's range overlaps the range its recorders gave.

    python tools/range_overlap.py PATH [--cli CMD] [--misses N]

PATH is JSON lines, perhaps gzipped, as tools/within_incident.py takes them. All rows are run at
once, without any gold. Each recorded incident is held against the one found that shares most
reports with it (of equals the one with the fewer reports). Killed and injured are counted apart;
of the recorded incidents, those with a range are counted for which the one found has a range too.
"""

import argparse
import shlex
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from within_incident import MEASURES, headline, made, recorded, rows_in

Row = Mapping[str, Any]
Overlap = tuple[str, tuple[float, float | None], tuple[float | None, float | None], bool]


def rows_of(path: Path) -> list[Row]:
    """Every row that is tied to an incident."""
    return [row for row in rows_in(path) if row.get("incident_ids")]


def overlaps(rows: Sequence[Row], incidents: Sequence[Row], measure: str) -> Iterator[Overlap]:
    """Each recorded incident with a range for which the one found has one too."""
    found = {one["incident_id"]: one for one in incidents}
    of = defaultdict(list)
    for one in incidents:
        for report in one["reports"]:
            of[str(report)].append(one["incident_id"])
    gold: dict[str, Mapping[str, float | None]] = {}
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        for name in row["incident_ids"]:
            gold[name] = row["incident_gold"].get(name, {})
            told[name].update(of[str(row["id"])])
    for name, ends in sorted(gold.items()):
        span = recorded(ends, measure, "all")
        if span is None or not told[name]:
            continue
        best = min(told[name], key=lambda one: (-told[name][one], len(found[one]["reports"]), one))
        stated = headline(found[best]["figures"], measure, "all")
        if stated is None:
            continue
        low, high = span[0] or 0.0, span[1]
        met = (stated[1] is None or stated[1] >= low) and (
            high is None or stated[0] is None or stated[0] <= high
        )
        yield name, (low, high), stated, met


def main(arguments: Sequence[str]) -> None:
    """Read the arguments, run, and print the shares and the misses."""
    summary, usage = (__doc__ or "").split("\n\n", 1)
    parser = argparse.ArgumentParser(
        description=summary, epilog=usage, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", type=Path)
    parser.add_argument("--cli", default="harmledger", help="the command that reads")
    parser.add_argument("--misses", type=int, default=0, help="print N misses of each measure")
    given = parser.parse_args(arguments)
    rows = rows_of(given.path)
    incidents = made(shlex.split(given.cli), rows, "incidents.jsonl")
    for measure in MEASURES:
        every = list(overlaps(rows, incidents, measure))
        met = sum(one[3] for one in every)
        share = f"{met / len(every):.3f}" if every else "-"
        print(f"{measure:8} incidents with both ranges {len(every):4}  overlap {met:4} {share}")
        for name, wanted, stated, _ in [one for one in every if not one[3]][: given.misses]:
            print("  ", name, "recorded", wanted, "found", stated)


if __name__ == "__main__":
    main(sys.argv[1:])
