"""Print how near places come, and how often those of at least a score are right.

    python tools/calibrate_places.py FILE... [--gazetteer FILE]...

A file is JSON Lines (perhaps .gz) of reports with `lat` and `lon` of where the main incident was.
With a gazetteer of one's own, the reports are read again beside it. Nothing of them is printed.
"""

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from harmledger.ingest import ingest
from harmledger.locate.sphere import kilometres
from harmledger.model import Place, Reading, Report
from harmledger.pipeline import Knowledge, knowledge, read

AT_LEAST = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
RIGHT = (25, 161)  # kilometres; the second is what geoparsers are compared by
NEAR = (5, *RIGHT)
KEPT = ("id", "text", "title", "published", "publisher", "url", "lang")


@dataclass(frozen=True, slots=True)
class Found:
    """Where one report's main incident was placed.

    Attributes:
        km: From the truth; infinite where it was not placed.
        score: Of the place; infinite where it has none, as coordinates do.
    """

    km: float
    score: float


def main() -> None:
    """Read the arguments, then print both tables."""
    summary, usage = (__doc__ or "").split("\n\n", 1)
    options = argparse.ArgumentParser(
        description=summary, epilog=usage, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("files", nargs="+", type=Path)
    options.add_argument("--gazetteer", action="append", default=[], type=Path)
    chosen = options.parse_args()
    bundled = found_in(chosen.files)
    read_with = {"bundled": bundled}
    if chosen.gazetteer:
        read_with["and one's own"] = found_in(chosen.files, chosen.gazetteer)
    print("\n".join([*near_table(read_with), "", *sure_table(bundled)]))


def found_in(files: Sequence[Path], gazetteers: Sequence[Path] = ()) -> list[Found]:
    """Place every report that has a truth, in the order of the files."""
    known = knowledge(gazetteers=gazetteers)
    return [one for path in files for one in _found(path, known)]


def near_table(read_with: dict[str, list[Found]]) -> Iterator[str]:
    """Shares of all reports, placed or not, by gazetteer."""
    yield f"| gazetteer | reports | placed | {' | '.join(f'within {km} km' for km in NEAR)} |"
    yield "|---" * (3 + len(NEAR)) + "|"
    for name, found in read_with.items():
        cells = " | ".join(f"{share(found, limit):.2f}" for limit in (inf, *NEAR))
        yield f"| {name} | {len(found)} | {cells} |"


def share(found: Sequence[Found], limit: float) -> float:
    """The share placed within a limit in km; with an infinite one, the share placed at all."""
    return sum(one.km <= limit and one.km < inf for one in found) / max(1, len(found))


def sure_table(found: Sequence[Found]) -> Iterator[str]:
    """Of places with at least a score, the shares that are right."""
    placed = [one for one in found if one.km < inf]
    yield f"| score at least | share of placed | {' | '.join(f'within {km} km' for km in RIGHT)} |"
    yield "|---" * (2 + len(RIGHT)) + "|"
    for least in AT_LEAST:
        sure = [one for one in placed if one.score >= least]
        cells = (len(sure) / max(1, len(placed)), *(share(sure, limit) for limit in RIGHT))
        yield f"| {least:.2f} | {' | '.join(f'{cell:.2f}' for cell in cells)} |"


def _found(path: Path, known: Knowledge) -> Iterator[Found]:
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        rows = [row for line in lines if line.strip() and _located(row := json.loads(line))]
    truth = {str(row["id"]): (float(row["lat"]), float(row["lon"])) for row in rows}
    with TemporaryDirectory() as folder:
        reports = Path(folder, "reports.jsonl")
        with reports.open("w", encoding="utf-8") as out:
            for row in rows:
                kept = {name: row[name] for name in KEPT if row.get(name)}
                out.write(json.dumps(kept, ensure_ascii=False) + "\n")
        for item in ingest([reports], keep=lambda _: "0" * 64):
            if isinstance(item, Report):
                yield _distance(_place(item, known), truth[item.report_id])


def _located(row: dict[str, Any]) -> bool:
    return all(row.get(name) not in (None, "") for name in ("lat", "lon"))


def _place(report: Report, known: Knowledge) -> Place | None:
    reading = read(report, known)
    if not isinstance(reading, Reading):
        return None
    return reading.accounts[0].place if reading.accounts else reading.place


def _distance(place: Place | None, truth: tuple[float, float]) -> Found:
    if place is None or place.lat is None or place.lon is None:
        return Found(inf, 0.0)
    score = inf if place.score is None else place.score
    return Found(kilometres((place.lat, place.lon), truth), score)


if __name__ == "__main__":
    main()
