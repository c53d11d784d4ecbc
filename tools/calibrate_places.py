"""Print how often places of at least a score are right: `python tools/calibrate_places.py FILE...`.

A file is JSON Lines (perhaps .gz) of reports with `lat` and `lon` of where the main incident was.
Nothing of the reports is printed.
"""

import argparse
import gzip
import json
from collections.abc import Iterator
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory

from harmledger.ingest import ingest
from harmledger.locate.sphere import kilometres
from harmledger.model import Place, Reading, Report
from harmledger.pipeline import Knowledge, knowledge, read

AT_LEAST = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
LIMITS = (25, 161)  # kilometres; the second is what geoparsers are compared by


def main() -> None:
    """Read every file, then print the table over all of them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="+", type=Path)
    known = knowledge()
    found = [pair for path in options.parse_args().files for pair in _pairs(path, known)]
    print("| score at least | share of placed | within 25 km | within 161 km |\n|---|---|---|---|")
    for least in AT_LEAST:
        away = [km for score, km in found if score >= least]
        right = (sum(km <= limit for km in away) / max(1, len(away)) for limit in LIMITS)
        shares = " | ".join(f"{share:.2f}" for share in (len(away) / max(1, len(found)), *right))
        print(f"| {least:.2f} | {shares} |")


def _pairs(path: Path, known: Knowledge) -> Iterator[tuple[float, float]]:
    """Score and kilometres from the truth of each report that is placed."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    truth = {
        str(row["id"]): (float(row["lat"]), float(row["lon"]))
        for row in rows
        if row.get("lat") not in (None, "") and row.get("lon") not in (None, "")
    }
    with TemporaryDirectory() as folder:
        reports = Path(folder, "reports.jsonl")
        with reports.open("w", encoding="utf-8") as out:
            for row in rows:
                if str(row["id"]) in truth:
                    kept = {name: row[name] for name in KEPT if row.get(name)}
                    out.write(json.dumps(kept, ensure_ascii=False) + "\n")
        for item in ingest([reports], keep=lambda _: "0" * 64):
            if isinstance(item, Report):
                place = _place(item, known)
                if place is not None and place.lat is not None and place.lon is not None:
                    at = (place.lat, place.lon)
                    yield place.score or inf, kilometres(at, truth[item.report_id])


KEPT = ("id", "text", "title", "published", "publisher", "url", "lang")


def _place(report: Report, known: Knowledge) -> Place | None:
    reading = read(report, known)
    if not isinstance(reading, Reading):
        return None
    return reading.accounts[0].place if reading.accounts else reading.place


if __name__ == "__main__":
    main()
