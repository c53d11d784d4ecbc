"""Learn what linking's comparisons weigh from linked collections, and measure it on others.

    python tools/train_linking.py PATH... --out WEIGHTS [--folds 2]

A PATH is JSON lines, perhaps gzipped: reports as `harmledger run` takes them, each with
`incident_ids`. Or rows of `harmledger locate` that hold judgements: pairs judged the same or not.
Incidents are split by a hash of their id into folds; incidents that share a report stay together.
Each fold is scored with weights that saw no report of it: B-cubed and pairs, over the reports of
the fold alone, linked among all. Then each collection is scored with weights learned on the others
alone. What is written to WEIGHTS was learned on everything.
"""

import argparse
import gzip
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import combinations
from math import log2
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

from harmledger.batch import read_all
from harmledger.ingest import ingest
from harmledger.link import load_weights
from harmledger.link.blocking import pairs
from harmledger.link.comparison import COMPARISONS
from harmledger.link.comparison.kind import Met
from harmledger.link.door import sound
from harmledger.link.pairing import joined, parted
from harmledger.link.sketch import Item
from harmledger.link.table import Table, table
from harmledger.link.train import train
from harmledger.link.weigh import levels, weigh
from harmledger.link.weights import Weights
from harmledger.link.world import World, groups
from harmledger.model import Judgement, Reading, Report, Verdict
from harmledger.model.codec import load

GIVEN = ("id", "text", "title", "published", "publisher", "url", "lang")
HEAD = """says: >-
  What each level of each comparison weighs, in bits: how much more often, twice for each bit, pairs
  of one incident stand so than pairs of two, beside all else that is compared. Learned by
  tools/train_linking.py; the comparisons, their cuts and their limits stand in default.yml.
"""
Gold = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Collection:
    """Accounts of one collection, what pairs of them were compared, and what is true of them.

    Attributes:
        fold: Of each row; rows that share an incident share a fold.
        same: Of each pair.
    """

    name: str
    items: Sequence[Item]
    made: Table
    met: Any
    found: Mapping[str, Any]
    same: Any
    fold: Any
    gold: Gold


def told_of(path: Path) -> tuple[list[tuple[Report, Reading]], Gold]:
    """Read one linked collection, with nothing of its gold before the reader."""
    rows = [row for row in rows_of(path) if row.get("incident_ids")]
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder, "reports.jsonl")
        with given.open("w", encoding="utf-8") as file:
            for row in rows:
                kept = {key: row[key] for key in GIVEN if row.get(key)}
                file.write(json.dumps(kept, ensure_ascii=False) + "\n")
        read = list(read_all(ingest([given], keep=lambda data: sha256(data).hexdigest())))
    told = [(one, of) for one, of in read if isinstance(one, Report) and isinstance(of, Reading)]
    return told, {str(row["id"]): frozenset(map(str, row["incident_ids"])) for row in rows}


def rows_of(path: Path) -> list[dict[str, Any]]:
    """JSON lines, perhaps gzipped."""
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode()
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def collection(
    name: str, told: Sequence[tuple[Report, Reading]], gold: Gold, weights: Weights, folds: int
) -> Collection:
    """Compare what shares a key, and say which pairs are one."""
    items, _ = sound(told, weights)
    made = table(items, weights.extent)
    met = pairs(made, weights.settings)
    left, right = parted(met)
    ids = [item.report.report_id for item in items]
    none: frozenset[str] = frozenset()
    same = np.array(
        [
            bool(gold.get(ids[a], none) & gold.get(ids[b], none))
            for a, b in zip(left, right, strict=True)
        ],
        dtype=bool,
    )
    found = dict(levels(Met(made, left, right), weights))
    fold = np.array([crc32(part.encode()) % folds for part in _parts(ids, gold)])
    return Collection(name, items, made, met, found, same, fold, gold)


def _parts(ids: Sequence[str], gold: Gold) -> list[str]:
    """For each report one name that it shares with every report of its incidents, and theirs."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while above.setdefault(name, name) != name:
            name = above[name]
        return name

    for names in gold.values():
        first, *others = sorted(names)
        for other in others:
            above[top(other)] = top(first)
    return [top(min(gold[one])) if one in gold else one for one in ids]


def judged(path: Path, weights: Weights) -> tuple[Mapping[str, Any], Any]:
    """Levels of the pairs that people judged, and whether they are the same."""
    kinds = {"report": Report, "reading": Reading, "judgement": Judgement}
    nouns = [load(kinds[row["kind"]], row) for row in rows_of(path) if row.get("kind") in kinds]
    readings = {one.report_id: one for one in nouns if isinstance(one, Reading)}
    told = [
        (one, readings[one.report_id])
        for one in nouns
        if isinstance(one, Report) and one.report_id in readings
    ]
    items, _ = sound(told, weights)
    rows = {item.account.account_id: row for row, item in enumerate(items)}
    latest = {
        frozenset((one.left, one.right)): one
        for one in sorted((n for n in nouns if isinstance(n, Judgement)), key=lambda n: n.at)
        if one.left in rows and one.right in rows and one.left != one.right
    }
    said = [one for one in latest.values() if one.verdict is not Verdict.UNSURE]
    left = np.array([rows[one.left] for one in said], dtype=np.int64)
    right = np.array([rows[one.right] for one in said], dtype=np.int64)
    made = table(items, weights.extent)
    same = np.array([one.verdict is Verdict.SAME for one in said], dtype=bool)
    return dict(levels(Met(made, *parted(joined(left, right))), weights)), same


def fitted(
    parts: Sequence[tuple[Mapping[str, Any], Any]], weights: Weights, *, version: str, hold: float
) -> Weights:
    """Weights learned on the parts together."""
    names = list(weights.comparisons)
    found = {name: np.concatenate([levels[name] for levels, _ in parts]) for name in names}
    return train(
        found, np.concatenate([same for _, same in parts]), weights, version=version, hold=hold
    )


def part(of: Collection, kept: Any) -> tuple[Mapping[str, Any], Any]:
    """The pairs whose two rows are both kept."""
    left, right = parted(of.met)
    both = kept[left] & kept[right]
    return {name: level[both] for name, level in of.found.items()}, of.same[both]


def blank(weights: Weights) -> Weights:
    """No weights but those set by hand, so that nothing is learned from the present ones."""
    return replace(
        weights,
        prior=0.0,
        comparisons={
            name: one if one.by_hand else replace(one, bits=(0.0,) * len(one.bits))
            for name, one in weights.comparisons.items()
        },
    )


def scored(of: Collection, weights: Weights, kept: Any) -> dict[str, float]:
    """B-cubed and pairs over the reports kept, linked among all of the collection."""
    bits = weigh(of.made, of.met, weights)
    sets: dict[str, set[str]] = {}
    wanted = {of.items[row].report.report_id for row in np.flatnonzero(kept)}
    for number, group in enumerate(groups(World(of.made, of.met, bits), weights)):
        if all(of.items[row].bare for row in group.rows):
            continue
        for row in group.rows:
            sets.setdefault(of.items[row].report.report_id, set()).add(str(number))
    said = {one: frozenset(sets.get(one, {f"alone {one}"})) for one in wanted}
    return figures({one: of.gold[one] for one in wanted}, said)


def figures(gold: Gold, said: Gold) -> dict[str, float]:
    """B-cubed (Bagga and Baldwin 1998) and the pairs' precision, recall and F1."""
    true, given = _paired(gold), _paired(said)
    precision, recall = _cubed(said, gold), _cubed(gold, said)
    pairs_p = len(true & given) / max(1, len(given))
    pairs_r = len(true & given) / max(1, len(true))
    return {
        "B3 P": precision, "B3 R": recall, "B3 F1": _mean(precision, recall),
        "pair P": pairs_p, "pair R": pairs_r, "pair F1": _mean(pairs_p, pairs_r),
    }  # fmt: skip


def _mean(one: float, other: float) -> float:
    return 2 * one * other / max(1e-9, one + other)


def _members(sets: Gold) -> dict[str, set[str]]:
    members = defaultdict(set)
    for one, names in sets.items():
        for name in names:
            members[name].add(one)
    return members


def _paired(sets: Gold) -> set[tuple[str, ...]]:
    return {pair for one in _members(sets).values() for pair in combinations(sorted(one), 2)}


def _cubed(sets: Gold, other: Gold) -> float:
    members, whole = _members(sets), 0.0
    for one, names in sets.items():
        mates = set[str]().union(*(members[name] for name in names))
        whole += sum(bool(other[one] & other[mate]) for mate in mates) / len(mates)
    return whole / max(1, len(sets))


def measured(every: Sequence[Collection], weights: Weights, folds: int) -> None:
    """Print what weights reach on reports that they did not see."""
    bare = blank(weights)
    for one in every:
        for at in range(folds):
            parts = [part(other, other.fold != at) for other in every]
            learned = fitted(parts, bare, version="", hold=1.0)
            # Of a share of the reports all their joined pairs are seen, of the others its square.
            learned = replace(learned, prior=learned.prior + log2((folds - 1) / folds))
            _line(one.name, f"fold {at + 1} of {folds}", scored(one, learned, one.fold == at))
        others = [part(other, other.fold >= 0) for other in every if other is not one]
        if others:
            learned = fitted(others, bare, version="", hold=1.0)
            _line(one.name, "learned on others", scored(one, learned, one.fold >= 0))


def _line(name: str, how: str, found: Mapping[str, float]) -> None:
    print(
        f"{name:28} {how:18}", *(f"{key} {value:.3f}" for key, value in found.items()), flush=True
    )


def written(weights: Weights, source: str) -> str:
    """The file of weights."""
    lines = [f'version: "{weights.version}"', f'source: "{source}"', "entries:"]
    lines += ["  - id: prior", "    says: Where every sum starts, before anything is compared."]
    lines += [f"    bits: {{prior: {weights.prior}}}"]
    for name, one in weights.comparisons.items():
        lines += [f"  - id: {name}", f"    says: What the levels of {name} weigh."]
        if one.by_hand:
            lines.append("    by_hand: true")
        lines.append("    bits:")
        row = "      {"
        for level, bits in zip(COMPARISONS[name].levels, one.bits, strict=True):
            item = f"{level}: {bits:g}, "
            if len(row) + len(item) > 110:
                lines.append(row.rstrip())
                row = "       "
            row += item
        lines.append(row.rstrip(", ") + "}")
    return HEAD + "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> None:
    """Read the arguments, measure, learn on everything and write."""
    summary, usage = (__doc__ or "").split("\n\n", 1)
    parser = argparse.ArgumentParser(
        description=summary, epilog=usage, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path, help="linked collections")
    parser.add_argument(
        "--judged", type=Path, action="append", default=[], help="rows with judgements"
    )
    parser.add_argument("--out", type=Path, help="the file of weights to write")
    parser.add_argument("--folds", type=int, default=2)
    parser.add_argument("--version", default="1", help="version of the weights written")
    parser.add_argument("--source", default="", help="what they were learned from, in a sentence")
    given = parser.parse_args(arguments)
    weights = load_weights()
    every = [
        collection(path.name.split(".")[0], *told_of(path), weights, given.folds)
        for path in given.paths
    ]
    finish(every, [judged(path, weights) for path in given.judged], weights, given)


def finish(
    every: Sequence[Collection],
    verdicts: Sequence[tuple[Mapping[str, Any], Any]],
    weights: Weights,
    given: argparse.Namespace,
) -> None:
    """Measure, then learn on everything; with judgements alone, start from the present weights."""
    if every:
        measured(every, weights, given.folds)
    if given.out is None:
        return
    parts: Iterable[tuple[Mapping[str, Any], Any]] = [part(one, one.fold >= 0) for one in every]
    start = blank(weights) if every else weights
    learned = fitted([*parts, *verdicts], start, version=given.version, hold=1.0)
    given.out.write_text(written(learned, given.source), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
