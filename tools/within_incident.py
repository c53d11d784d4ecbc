"""How often a report's headline count lies within the range recorded for its incident.

    python tools/within_incident.py PATH [--cli CMD] [--lang ar] [--misses N]

PATH is JSON lines, perhaps gzipped. A row has `id`, `text`, `lang` and what else a report may have,
`incident_ids`, and `incident_gold`: for each incident, ends of what its recorders counted. Rows
tied to one incident only are read, without any gold. The range of all people is civilians and
combatants added, of civilians their own; a part that is not given adds 0, an end that is not given
is open. Every end that a headline states must lie within. The range is the incident's, not the
report's: an early toll or one strike's count among several misses it and may yet be read right.
"""

import argparse
import gzip
import json
import random
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MEASURES = ("killed", "injured")
PARTS = {"all": ("civ", "combatants"), "civilian": ("civ",)}
GIVEN = ("id", "text", "title", "published", "publisher", "url", "lang")
SEED = 20_240_601

Row = Mapping[str, Any]
Ends = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One report judged on one measure and group.

    Attributes:
        stated: Ends of the headline; None where the report states no number.
        within: Whether every stated end lies in `recorded`; False where none is stated.
    """

    report: str
    lang: str
    recorded: tuple[float, float]
    stated: Ends | None
    within: bool


def recorded(ends: Mapping[str, float | None], measure: str, group: str) -> Ends | None:
    """The incident's range; None where its recorders gave no end of it."""
    lows = [ends.get(f"{part}_{measure}_min") for part in PARTS[group]]
    highs = [ends.get(f"{part}_{measure}_max") for part in PARTS[group]]
    given = [
        (low, high) for low, high in zip(lows, highs, strict=True) if (low, high) != (None, None)
    ]
    if not given:
        return None
    tops = [high for _, high in given if high is not None]
    return sum(low or 0 for low, _ in given), sum(tops) if len(tops) == len(given) else None


def headline(figures: Iterable[Row], measure: str, group: str) -> Ends | None:
    """The count a report states: the group's own figure, else what its parts or its whole tell.

    Civilians: all less the combatants where both are told, else all. All: the parts added.
    """
    told: dict[str, Ends] = {}
    for figure in figures:
        if figure["measure"] == measure:
            told.setdefault(figure["group"], (figure["low"], figure["high"]))
    whole, civil, armed = (told.get(name) for name in ("all", "civilian", "combatant"))
    found = told.get(group)
    if found is None and group == "civilian":
        found = _added(whole, armed, -1) if whole and armed else whole
    if found is None and group == "all":
        found = _added(civil, armed, 1) if civil and armed else civil or armed
    return None if found in (None, (None, None)) else found


def _added(one: Ends, other: Ends, sign: int) -> Ends:
    low, high = (
        None if first is None or second is None else max(0, first + sign * second)
        for first, second in zip(one, other, strict=True)
    )
    return low, high


def outcomes(
    rows: Iterable[Row], figures: Mapping[str, Sequence[Row]], measure: str, group: str
) -> Iterator[Outcome]:
    """Each report of one incident that has a range for the measure and group."""
    for row in rows:
        span = recorded(row["incident_gold"][row["incident_ids"][0]], measure, group)
        if span is None:
            continue
        low, high = span[0] or 0.0, float("inf") if span[1] is None else span[1]
        stated = headline(figures.get(str(row["id"]), ()), measure, group)
        ends = [end for end in stated or () if end is not None]
        within = bool(ends) and all(low <= end <= high for end in ends)
        yield Outcome(str(row["id"]), str(row["lang"]), (low, high), stated, within)


def table(found: Mapping[tuple[str, str], Sequence[Outcome]]) -> Iterator[str]:
    """A line for each measure, group and language, and for the languages together."""
    yield f"{'measure':8} {'group':9} {'lang':5} {'ranged':>6} {'stated':>12} {'within':>12}"
    for (measure, group), every in found.items():
        langs = sorted({one.lang for one in every})
        for lang in [*langs, "*"] if len(langs) > 1 else langs:
            those = [one for one in every if lang in (one.lang, "*")]
            stated = [one for one in those if one.stated is not None]
            within = sum(one.within for one in stated)
            yield (
                f"{measure:8} {group:9} {lang:5} {len(those):6}"
                f" {len(stated):5} {_share(len(stated), len(those)):>6}"
                f" {within:5} {_share(within, len(stated)):>6}"
            )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def misses(every: Sequence[Outcome], count: int) -> list[Outcome]:
    """Headlines outside their range, drawn with a fixed seed."""
    outside = [one for one in every if one.stated is not None and not one.within]
    return random.Random(SEED).sample(outside, min(count, len(outside)))


def rows_in(path: Path) -> list[Row]:
    """The rows of JSON lines, perhaps gzipped."""
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode()
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def read(path: Path, lang: str | None) -> list[Row]:
    """The rows tied to one incident, in one language or in all."""
    rows = rows_in(path)
    return [row for row in rows if len(row["incident_ids"]) == 1 and lang in (None, row["lang"])]


def made(command: Sequence[str], rows: Iterable[Row], name: str) -> list[Row]:
    """The lines of one file that the command makes of rows stripped of their gold.

    Raises:
        subprocess.CalledProcessError: The command failed.
    """
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "reports.jsonl"), Path(folder, "out")
        with source.open("w", encoding="utf-8") as file:
            for row in rows:
                given = {key: row[key] for key in GIVEN if row.get(key)}
                file.write(json.dumps(given, ensure_ascii=False) + "\n")
        subprocess.run(
            [*command, "run", str(source), "--out", str(out)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        with Path(out, name).open(encoding="utf-8") as file:
            return [json.loads(line) for line in file]


def run(command: Sequence[str], rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Figures by report, as the command reads rows stripped of their gold.

    Raises:
        subprocess.CalledProcessError: The command failed.
    """
    reports = made(command, rows, "reports.jsonl")
    return {str(report["report_id"]): report["figures"] for report in reports}


def main(arguments: Sequence[str]) -> None:
    """Read the arguments, run, and print the table and the misses."""
    summary, usage = (__doc__ or "").split("\n\n", 1)
    parser = argparse.ArgumentParser(description=summary, epilog=usage)
    parser.add_argument("path", type=Path)
    parser.add_argument("--cli", default="harmledger", help="the command that reads")
    parser.add_argument("--lang", help="reports in this language only")
    parser.add_argument("--misses", type=int, default=0, help="print N misses of each measure")
    given = parser.parse_args(arguments)
    rows = read(given.path, given.lang)
    figures = run(shlex.split(given.cli), rows)
    found = {
        (measure, group): list(outcomes(rows, figures, measure, group))
        for measure in MEASURES
        for group in PARTS
    }
    print("\n".join(table(found)))
    for measure in MEASURES:
        for miss in misses(found[measure, "all"], given.misses):
            print(measure, miss.report, "recorded", miss.recorded, "stated", miss.stated)


if __name__ == "__main__":
    main(sys.argv[1:])
